# ruff: noqa: E501
"""Finds prices: an amount with the words before and after it that say its currency, unit and bound."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from nlp.lexicon import korean_prices
from nlp.lexicon import prices as words
from nlp.lexicon.korean_structure import COUNTED
from nlp.lexicon.products import UNKNOWN_SHAPES
from nlp.numbers import Number, number_at
from nlp.patterns import Table, lazy
from nlp.tagged import Price, Role
from nlp.tagging.base import HANGUL, Clean, Piece, flat
from nlp.tagging.matchers.bare_amounts import counts_each, is_bare_limit, is_said, names_or_counts
from nlp.tagging.matchers.sums import (
    CENTS,
    CURRENCY_AFTER,
    decimal_comma,
    is_everyday_word,
    one_dollar,
    sino_dollars,
    with_cents,
)

_UNKNOWN = lazy("|".join(UNKNOWN_SHAPES))
_WORD_END = r"(?![a-z0-9])"
_BEFORE = Table(
    (
        ("total", rf"(?:{words.TOTAL_BEFORE}){_WORD_END}[ ]*{words.GAP}|{words.KOREAN_TOTAL_BEFORE}"),
        ("least", rf"(?:{words.LEAST})(?![a-z])[ ]*{words.GAP}|{words.KOREAN_LEAST_BEFORE}"),
        ("most", rf"(?:{words.MOST})(?![a-z])[ ]*{words.GAP}|{words.KOREAN_BEFORE}"),
    )
)
_SOFT = lazy(
    r"(?:at|for|from|over|to|of|up to|more than|less than|under|below|within|at least|at most|no more than|no less than|above|not more than|not less than|min\.?|minimum|or|and|최소|적어도|at the most|do|go|go for|go to|pay for|offer|bid for|offers|offering|i'?d do|best|<|>)[ ]*"
)
_UNIT_BEFORE = Table(words.UNIT_BEFORE)
_KOREAN_UNIT_BEFORE = Table(
    (
        *((unit, rf"(?:{pattern})[ ]?") for unit, pattern in words.KOREAN_UNIT_BEFORE),
        *words.UNIT_BEFORE,
    )
)
_COUNTS_ONE = lazy(korean_prices.COUNTS_ONE)
_COUNTED = lazy(COUNTED)
_SIGN = lazy(rf"(?:{words.PREFIX_SIGNS})[ ]?")
_TOTAL_AFTER = lazy(words.SUFFIX_TOTAL)
_BOUND_AFTER = tuple((bound, lazy(pattern)) for bound, pattern in words.SUFFIX_BOUNDS)
_KOREAN_AFTER = lazy(words.KOREAN_AFTER + rf"(?![{HANGUL}])")
_NOT_PRICE = lazy(
    r"[ -]?(?:x(?![a-z])|×|gpus?|nodes?|cards?|servers?|racks?|gb(?![a-z])|tb(?![a-z])|hours?|hrs?|days?|weeks?|months?|minutes?|am|pm|a\.m|p\.m|o'clock|%|nines?|"
    r"장|대|개|노드|서버|시간|시|일|월|년|분|기가|주|박|명|번|퍼센트|[:/][0-9]|-[0-9]|units?|at a time|of (?!it|them)|h100|gpu-?h|tokens?|b(?![a-z])|nights?|times?|more|other|noon|midnight)"
)  # fmt: skip
_ORDINALS = {"former": 1, "first": 1, "second": 2, "third": 3, "latter": -1, "last": -1, "fallback": -1, "other": -1}
_ORDINAL_AFTER = lazy(
    rf" (?:for|on) the ({'|'.join(_ORDINALS)})(?: (?:one|option|choice|leg|order|lot|item))?(?![a-z])"
)
_ORDINAL_BEFORE = lazy(
    rf"the ({'|'.join(_ORDINALS)})(?: (?:one|option|choice|leg|order|lot|item))?(?: (?:is|being|goes))?(?:,|:)? "
    r"(?=(?:at |for )?(?:most |up to |max(?:imum)? |no more than |not more than |at most )?\$)"
)
_EACH_BEFORE = lazy(
    r"(?:each|각각|각자|각 ?건(?:당|별로?|마다)?|각|건(?:당|별로?|마다)|하나당) ?(?:of )?(?:최대 ?|총(?!액|예|비|금) ?)?"
)
_AN_HOUR = lazy(r" (?:an?|per|each|every) (?:gpu |card )?(?:hour|hr)(?![a-z])|/h")
_SPOKEN_CENTS = lazy(
    r"[ -](?=(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|ten|eleven|twelve|fifteen)(?![a-z]))"
)
_NOT_SOLD = lazy(r"(?<=[안못] )(?:팔|팜|팝|판|내놓|내놔|내놉|넘기|넘겨|넘깁|양도|처분|임대|대여|매도|빌려)[가-힣]*")
_SOLD = lazy(r"내놓|내놔|내놉|팝니다|팔(?:고|아|게|려|겠)|매도|판매|양도|처분|넘기|넘겨|넘깁|임대|빌려 ?드|대여해 ?드")
_COUNT_BEHIND = lazy(r" ?x? ?[0-9]+ ?(?:장|개|대|노드|x|gpus?|nodes?|cards?)?(?=[ ,./]|$)")
"""Behind "3불 / A100" the count of another item: the slash separates."""
_PER_GPU = lazy(r" / (?:gpu|card) ?/")
"""No line of a form goes on like this: the slashes are those of a unit."""
_PRICED = lazy(
    r"(?:under|below|max|at most|up to|capped|cap|no more|not over|not more|within|for (?:at most |under |up to )?\$|costing|\$)"
)
_PRICED_PRODUCT = r" (?:for|on) (?:each of )?(?:the )?(PRODUCT)(?: (?:ones?|option|leg|order|lot))?(?![a-z])"
_PRICED_KIND = re.compile(
    r" (?:for|on) (?:each of )?(?:(?:the|all) )?(?:(?P<token>tokens)|(?P<gpu>gpus?|cards|chips|compute))(?: (?:part|side|leg|bit|lot))?(?![a-z-])"
)
"""Behind a price, the kind of goods that it is of, where an order has both."""
_FOR_PRODUCT = r"(?:for|on) the (PRODUCT)$"
_NO_HOURLY_PRICE = 50
"""USD: no GPU costs this much an hour, so an amount said of "each" item is its total."""
_POINT = lazy(r"\.[0-9]+k?$")
_TOTAL_UNITS: dict[str | None, str] = {
    None: "total", "day": "day_total", "each": "item", "gpu_day": "total", "node_day": "total", "rack_day": "total",
}  # fmt: skip
"""What a total word makes of a unit; one said per GPU, node or month is not a total of the order."""


def price_at(clean: Clean, at: int) -> Piece | None:
    """A price that begins here, with all the words that belong to it; the lot it is of may be told before it by its
    place ("the first at $3")."""
    lead = _ORDINAL_BEFORE.match(clean.text, at)
    found = _price_at(clean, lead.end()) if lead else None
    if lead and found and isinstance(found.value, Price) and found.value.ordinal is None and not found.value.products:
        return replace(found, start=at, value=replace(found.value, ordinal=_ORDINALS[lead[1]]))
    return _price_at(clean, at)


def _price_at(clean: Clean, at: int) -> Piece | None:
    start, bound, total, prefixed, soft = at, None, False, False, True
    unit: str | None = None
    each = False
    for _ in range(6):
        moved = False
        for kind, match in _BEFORE.at(clean.text, at):
            if match.end() == at:
                continue
            end = _word_end(clean.text, match)
            if end == at:
                continue
            if not _SOFT.fullmatch(clean.text[at:end].strip() + " "):
                soft = False
            total = total or kind == "total"
            bound = (
                {"least": "least", "most": "most"}.get(kind, bound)
                if not (bound == "least" and kind == "most")
                else bound
            )
            at, moved, prefixed = end, True, True
            break
        for name, match in (_KOREAN_UNIT_BEFORE if clean.korean else _UNIT_BEFORE).at(clean.text, at):
            if not _is_the_count(clean, match):
                unit, at, moved, prefixed, soft = name, match.end(), True, True, False
                break
        of_each = _EACH_BEFORE.match(clean.text, at)
        if of_each and (prefixed or of_each[0][0] in "각건하" or _PRICED.match(clean.text, of_each.end())):
            each, at, moved = True, of_each.end(), True
        if not moved:
            break
    found = _amount(clean, start, at, bound, unit, total=total, prefixed=prefixed, soft=soft)
    clear = total or (found is not None and isinstance(found.value, Price) and found.value.amount >= _NO_HOURLY_PRICE)
    units = (
        ("total", None, "gpu") if clean.text[start : found.end if found else start].endswith("씩") else ("total", None)
    )
    if found and each and isinstance(found.value, Price) and found.value.unit in units and clear:
        return replace(found, value=replace(found.value, unit="item"))
    return found


def _is_the_count(clean: Clean, unit: re.Match[str]) -> bool:
    """Whether the one that a unit begins with is what is ordered: "H100 한 장에 시간당 3불" counts nothing else."""
    one = _COUNTS_ONE.match(unit[0])
    if one is None:
        return False
    named = list(clean.lexis.gpus.finditer(clean.text, max(0, unit.start() - 24), unit.start()))
    if named and not clean.text[named[-1].end() : unit.start()].strip(" -"):
        return True
    return not any(
        found.end() <= unit.start() or unit.end() <= found.start() for found in _COUNTED.finditer(clean.text)
    )


def _word_end(text: str, match: re.Match[str]) -> int:
    """The match's end, unless it stops in the middle of a word."""
    end = match.end()
    if (
        text[end - 1].isascii()
        and text[end - 1].isalpha()
        and text[end : end + 1].isascii()
        and text[end : end + 1].isalpha()
    ):
        return match.start()
    return end


def _amount(
    clean: Clean, start: int, at: int, bound: str | None, unit: str | None, *, total: bool, prefixed: bool, soft: bool
) -> Piece | None:
    text = clean.text
    currency = None
    if sign := _SIGN.match(text, at):
        currency = {"usd": "USD"}.get(sign.lastgroup or "", sign.lastgroup)
        at = sign.end()
    number = (
        one_dollar(text, at)
        or sino_dollars(text, at)
        or decimal_comma(text, at, signed=currency is not None)
        or number_at(text, at)
    )
    if number is None:
        return None
    value, end = number.value, number.end
    if number.word and value < 20 and (spoken := _SPOKEN_CENTS.match(text, end)):
        more = number_at(text, spoken.end())
        said = more is not None and (prefixed or currency or _AN_HOUR.match(text, more.end))
        if more and said and more.word and 10 <= more.value < 100:
            value, end = value + more.value / 100, more.end  # "two fifty"
            soft = soft and not prefixed
    cents = CENTS.match(text, end)
    if cents and not (number.word and cents[0].strip() == "c"):
        value, end, currency = value / 100, cents.end(), currency or "USD"
    elif currency is None:
        for code, after in CURRENCY_AFTER.at(text, end)[:1]:
            currency, end = code, after.end()
    elif currency == "USD":
        end = next((after.end() for code, after in CURRENCY_AFTER.at(text, end) if code == "USD"), end)
    if currency == "USD" and not cents:
        value, end = with_cents(text, value, end, spoken=number.word)
    if currency is None and (_NOT_PRICE.match(text, end) or is_everyday_word(text, at, number)):
        return None
    if currency is None and _before_product(clean, end):
        return None
    return _suffixes(clean, start, end, number, value, currency, bound, unit, total=total, prefixed=prefixed, soft=soft)


def _before_product(clean: Clean, end: int) -> bool:
    """Whether what stands behind a number is a product, known or not, so that the number counts it."""
    gap = end + 1 if clean.text[end : end + 1] == " " else end
    lexis = clean.lexis
    return any(form.match(clean.text, gap) for form in (lexis.gpus, lexis.tokens, _UNKNOWN))


def _of_what(clean: Clean, start: int, end: int, product: str) -> tuple[int | None, tuple[str, ...], int]:
    """The item that a price says it is of behind it, by its place or by its products, and where those words end."""
    if match := _ORDINAL_AFTER.match(clean.text, end):
        return _ORDINALS[match[1]], clean.lexis.gpu_names[flat(product)] if product else (), match.end()
    match = clean.lexis.with_gpus(_PRICED_PRODUCT).match(clean.text, end)
    if match and _named_before(clean, start, match[1]):
        product, end = match[1], match.end()
    if product:
        return None, clean.lexis.gpu_names[flat(product)], end
    kind = _PRICED_KIND.match(clean.text, end)
    products = _products_of_kind(clean, kind) if kind else ()
    return None, products, kind.end() if kind and products else end


def _products_of_kind(clean: Clean, kind: re.Match[str]) -> tuple[str, ...]:
    """The tokens or the GPUs that the text names, where it names both."""
    names = clean.lexis.gpu_names, clean.lexis.token_names
    gpus = {name for found in clean.lexis.gpus.finditer(clean.text) for name in names[0][flat(found[0])]}
    tokens = {names[1][flat(found[0])] for found in clean.lexis.tokens.finditer(clean.text)}
    if not (gpus and tokens):
        return ()
    return tuple(sorted(tokens if kind["token"] else gpus))


def _named_before(clean: Clean, start: int, name: str) -> bool:
    """Whether the text has named this product already, so that the price speaks of it again."""
    names = clean.lexis.gpu_names[flat(name)]
    return any(
        clean.lexis.gpu_names[flat(found[0])] == names for found in clean.lexis.gpus.finditer(clean.text, 0, start)
    )


def _suffixes(
    clean: Clean, start: int, end: int, number: Number, value: Decimal, currency: str | None, bound: str | None,
    unit: str | None, *, total: bool, prefixed: bool, soft: bool,
) -> Piece | None:  # fmt: skip
    text, suffixed, product = clean.text, False, ""
    for _ in range(5):
        moved = False
        for name, suffix in clean.lexis.tabled(words.SUFFIX_UNITS).at(text, end) if unit in (None, "each") else ():
            separates = suffix[0].startswith(" / ") and not _PER_GPU.match(suffix[0])
            if separates and (currency is None or _COUNT_BEHIND.match(text, suffix.end())):
                continue  # "qty 12 / H200 / ...": the slash separates
            unit, end, moved = name, suffix.end(), True
            if named := clean.lexis.with_gpus(_FOR_PRODUCT).search(suffix[0]):
                product = named[1] if _named_before(clean, start, named[1]) else ""  # "$3 an hour for the H100"
            break
        if match := _TOTAL_AFTER.match(text, end):
            total, end, moved = True, match.end(), True
        for name, pattern in _BOUND_AFTER:
            if (match := pattern.match(text, end)) and match.end() > end:
                bound = bound or name
                end, moved = match.end(), True
        if not moved:
            break
        suffixed = True
    end = _korean_end(clean, start, end)
    ordinal, products, end = _of_what(clean, start, end, product)
    fraction = value != value.to_integral_value() or _POINT.search(text, start, number.end) is not None
    said = is_said(prefixed, soft, suffixed, fraction, number) or is_bare_limit(clean, start, end)
    said = said and not (unit == "each" and soft and not fraction and counts_each(clean, start, end))
    nightly = unit == "window" and bound is None and not prefixed and not fraction  # "16 each night"
    if currency is None and (nightly or not said or names_or_counts(text, start, end, number, unit, bare=not prefixed)):
        return None
    if total:
        unit = _TOTAL_UNITS.get(unit, unit)
    final = "gpu" if unit == "each" else unit
    price = Price(value, final, currency or "USD", currency is not None, bound, ordinal, products)  # type: ignore[arg-type]
    return Piece(start, end, Role.PRICE, price)


def _korean_end(clean: Clean, start: int, end: int) -> int:
    """Where a price ends with its particles; 5달러 밑으로는 안 팔아요 behind 내놓습니다 says of the price alone."""
    if not clean.korean:
        return end
    if (sold := _NOT_SOLD.match(clean.text, end)) and _SOLD.search(clean.text, 0, start):
        end = sold.end()
    match = _KOREAN_AFTER.match(clean.text, end)
    return match.end() if match else end
