"""Sums of money as they are written and said: cents, decimal commas, "a dollar", 삼 달러."""

from __future__ import annotations

from decimal import Decimal

from nlp.lexicon import prices as words
from nlp.lexicon.numbers import SINO_DIGITS
from nlp.numbers import Number, number_at
from nlp.patterns import Table, lazy
from nlp.tagging.base import HANGUL

CURRENCY_AFTER = Table((code, rf"[ ]?(?:{pattern})(?![a-z])") for code, pattern in words.CURRENCIES)
CENTS = lazy(words.CENTS)
_HANGUL = lazy(rf"[{HANGUL}]")
_SINO_DOLLARS = lazy(rf"(?<![{HANGUL}0-9])(?:[{''.join(SINO_DIGITS)}](?= ?(?:달러|딸라))|[삼사오육칠팔구](?= ?불))")
_A_DOLLAR = lazy(r"a (?:dollar|buck)(?![a-z])")
_COMMA = lazy(r"(?<![0-9.,])([0-9]{1,3}),([0-9]{2})(?![0-9,.]*[0-9])")
_CENTS_GAP = lazy(r" ?(?:and )?")
_AFTER_SPOKEN_CENTS = lazy(
    r"(?: (?:an?|per|each|max|tops|or|at|for|total|all|and|plus|but|with|in|on|from|only|if|min|minimum|apiece|please)"
    r"(?![a-z])|[/,.;)!?\n]|$)"
)
_ENDS_AMOUNT = lazy(
    r" ?(?:까지|이하|이내|안쪽|선|정도|한도|넘|아래|미만|으로(?!는)|로(?!는)|만(?![가-힣])|입니다|이에요|이요|요)"
    r"|(?=[.,!\n)]|$)| (?!(?:달|시간|시|일|주|군데|곳|번|명|가지|차례|팀|부|차|건)(?![가-힣]*까지))(?![가-힣])"
)
"""How an amount in Korean words goes on that names no currency."""


def one_dollar(text: str, at: int) -> Number | None:
    """The "a" of "a dollar", "a buck fifty"."""
    return Number(Decimal(1), at + 1, True) if _A_DOLLAR.match(text, at) else None


def sino_dollars(text: str, at: int) -> Number | None:
    """The 삼 of 삼 달러, 사 불: a digit in words, which is one only beside a currency."""
    match = _SINO_DOLLARS.match(text, at)
    return Number(Decimal(SINO_DIGITS[match[0]]), match.end(), True) if match else None


def decimal_comma(text: str, at: int, *, signed: bool) -> Number | None:
    """The 4.50 of "4,50 $" or "€4,50": two digits behind a comma, beside a currency."""
    match = _COMMA.match(text, at)
    if match is None or not (signed or CURRENCY_AFTER.at(text, match.end())):
        return None
    return Number(Decimal(f"{match[1]}.{match[2]}"), match.end())


def with_cents(text: str, value: Decimal, end: int, *, spoken: bool) -> tuple[Decimal, int]:
    """ "2달러 10센트", "2 dollars and 10 cents"; of amounts in words also "two dollars ten"."""
    gap = _CENTS_GAP.match(text, end)
    more = number_at(text, gap.end()) if gap else None
    if more is None or more.value >= 100:
        return value, end
    if cents := CENTS.match(text, more.end):
        return value + more.value / 100, cents.end()
    if spoken and more.value >= 10 and _AFTER_SPOKEN_CENTS.match(text, more.end):
        return value + more.value / 100, more.end
    return value, end


def is_everyday_word(text: str, at: int, number: Number) -> bool:
    """Whether a Korean number in words that names no currency is hardly one: the 천 of 천천히, the 두 of 두고."""
    if not number.word or _HANGUL.match(text, at) is None:
        return False
    return number.value < 100 or _ENDS_AMOUNT.match(text, number.end) is None
