# ruff: noqa: E501
"""Finds the words that relate items, the sides, the requirements, and the wishes that cannot be met."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from nlp.lexicon import attributes as attribute_words
from nlp.lexicon import structure_words as words
from nlp.lexicon.refusals import REFUSALS
from nlp.numbers import number_at
from nlp.tagged import Attribute, Choose, Joiner, Refusal, Role
from nlp.tagger_base import HANGUL, Clean, Piece, flat

_END = r"(?![a-z0-9])"
_JOINERS = tuple((kind, re.compile(pattern)) for kind, pattern in words.JOINERS)
_CHOICES = tuple((kind, re.compile(rf"(?:{pattern})(?:(?![a-z0-9])|(?<=[ ]))")) for kind, pattern in words.CHOICES)
_CORRECTION = re.compile(rf"(?:{words.CORRECTIONS})")
_KOREAN_CORRECTION = re.compile(words.KOREAN_CORRECTION)
_REFERENCES = tuple((kind, re.compile(pattern)) for kind, pattern in words.REFERENCES)
_SCOPES = tuple((kind, re.compile(pattern)) for kind, pattern in words.SCOPES)
_LABELS = tuple(re.compile(pattern) for pattern in words.LABELS)
_ALTERNATIVE = re.compile(words.ALTERNATIVE_LABEL)
_REFUSALS = tuple((code, stands, wish, re.compile(pattern)) for code, stands, wish, pattern in REFUSALS)
_SELL = re.compile(attribute_words.SELL)
_SELL_KOREAN = re.compile(attribute_words.SELL_KOREAN)
_BUY = re.compile(attribute_words.BUY)
_BUY_KOREAN = re.compile(attribute_words.BUY_KOREAN)
_SWAP = re.compile(attribute_words.SWAP)
_SWAPPED_FOR = re.compile(attribute_words.SWAPPED_FOR)
_NO_SIDE = re.compile(attribute_words.NO_SIDE)
_PLAIN: tuple[tuple[str, bool | None, re.Pattern[str]], ...] = (
    ("interruptible", False, re.compile(attribute_words.NOT_INTERRUPTIBLE)),
    ("interruptible", True, re.compile(attribute_words.INTERRUPTIBLE)),
    ("same_region", True, re.compile(rf"(?:{attribute_words.SAME_REGION}){_END}")),
    ("volume", True, re.compile(rf"(?:{attribute_words.VOLUME}){_END}")),
    *((field, None, re.compile(pattern)) for field, pattern in attribute_words.OPEN),
)
_TAGGED = re.compile(attribute_words.TAGGED)
_BEFORE = re.compile(attribute_words.ATTRIBUTE_BEFORE)
_AFTER = re.compile(attribute_words.ATTRIBUTE_AFTER)
_UPTIME_BEFORE = re.compile(attribute_words.UPTIME_BEFORE)
_UPTIME_AFTER = re.compile(attribute_words.UPTIME_AFTER)
_UPTIMES = tuple((value, re.compile(rf"(?:{pattern})(?![0-9.]*[0-9])")) for value, pattern in attribute_words.UPTIMES)
_OTHER_UPTIME = re.compile(attribute_words.OTHER_UPTIME)
_MEMORY = re.compile(
    r"\(?(?P<n>[0-9]{2,4})\s?(?:gbs?|gibs?|gigs?|기가|기가바이트|g)(?![a-z0-9])(?:\)|(?: of)? ?(?:memory|vram|hbm(?:[23]e?)?|cards?|version|variant|model|메모리|버전|모델|짜리|\)))?(?![a-z])(?! (?:ram|system|disk|storage|ssd|nvme))"
)
_MEMORY_DASH = re.compile(
    r"[-/](?P<n>40|48|64|80|94|96|128|141|144|180|186|192|256|288|24|32|36|16)(?:gb?s?)?(?![0-9a-z])"
)
_TABLES = tuple(
    (field, value, re.compile(rf"(?:{pattern})"))
    for field, table in (("form", attribute_words.FORMS), ("interconnect", attribute_words.INTERCONNECTS), ("tags", attribute_words.TAGS))
    for value, pattern in table
)  # fmt: skip
_KOREAN_END = re.compile(
    r"(?:이|가|은|는|을|를|로|으로|도|만|의|에|요|여야|이어야)?(?: ?(?:필수|필요|포함|연결|구성|지원|기준|보장|해주세요|해야|한|으로)[가-힣]*)*"
)
_CONDITION = rf"(?:(?:and|but|,) )*(?:only |just |strictly )?(?:if|when|once|provided(?: that)?|as long as|conditional on|contingent on|assuming)(?: and only if)?(?: (?:the|those|that|it|they|this|these|both|our|my|all of those|all|of|first|second|one|lot|leg|order|part|item|ones?|gpus?|nodes?|PRODUCT|also|actually|do|does|get|gets|being|is|are|then|did|i|we|bid|two|for|main|in|fact|clearing|filling))* {words.FILLED}(?![a-z])(?! (?:at least |up to )?(?:[0-9]|an? |the [a-z]*[0-9]))(?:,? and only then)?(?:,? (?:then )?(?:also )?(?:add|include|take|throw in|get|i'?d also (?:like|want|take)|we'?d also (?:like|want|take)|i (?:also )?(?:want|need)|we (?:also )?(?:want|need)))?"
_LEADING_CONDITION = rf"(?:only |but only )?(?:if|when|once|as soon as|after|provided(?: that)?|assuming)(?: and only if)? (?:(?:i|we|you)(?: can| could| do| manage to)?(?: also)? (?=(?:get|land|win|secure|find|buy|obtain|have) (?:the |those )?(?:[0-9]+|an?|one|two|four|eight|sixteen) ?(?:x )?(?:nodes? of )?(?:PRODUCT))|(?:the |those |these |my |our )?(?=(?:[0-9]+|two|four|eight|sixteen) ?(?:x )?(?:PRODUCT) (?:all |do )?{words.FILLED}(?![a-z])))"
"""A condition that names its own item with a count: "if we get 16 A100s, also ...", "once the 16 A100s clear"."""
_ONLY_THEN = r"(?:and |but )?(?:only then|(?:contingent|conditional|dependent|conditioned) (?:up)?on (?:that|this|it|them|those|the (?:above|first)))(?: (?:do|would|will|can) (?:i|we)(?: also)? (?:want|need|take|buy|get))?(?![a-z])"
_KOREAN_CONDITION = r"(?:이게|이것이|이거|그게|그것이|위(?:의)? ?(?:건|주문|것)이?|앞(?:의)? ?(?:건|주문|것)이?|첫 ?번째(?:가|게)?|이 ?(?:건|주문)이?|전자가|(?:PRODUCT)(?:이|가|을|를)?)? ?(?:먼저 ?)?(?:체결|낙찰|성사|확보|충족|매수|매칭|사는|살|잡았|구했|따내|구하는|잡는|잡히는|잡힐|잡힌|잡히|구해지는|구해질|구해진|구해지|확정|얻을|얻는|얻)(?:이)?(?:되는|된|될|되었을|됐을|되어야|돼야|되면|하면|했을|면|으면|거든)?(?: ?(?:경우|때|조건)(?:에|하에)?)?(?:만|에만|에 한해(?:서)?|라야|으로)?(?:,| 그때| 만)?(?! ?(?:됩니다|돼|되|됨|충분|좋|괜찮))"
_BUT_ONLY_IF = r"(?:(?:but|and|,) )?(?:only if|only when|only (?:together|along|in combination|combined) with|provided(?: that)?|(?:only )?on (?:the )?condition(?: that)?|conditional on|contingent on|as long as|if and only if|but only once|only once)(?: that)?(?: (?:we|i|you)(?: can| could|'ll| also| are able to| manage to)*)?(?= (?:(?:get|land|win|secure|buy|pick up|find|have|sell|selling|buying|getting|landing|securing|winning|also) )*(?:[0-9]|a |an |one|two|three|four|five|six|eight|ten|twelve|sixteen|(?:the|those|these|my|our) (?:[0-9]|PRODUCT|two |four |eight |sixteen )|PRODUCT))"
_WITHOUT = r"(?:no|not|never|nothing of|don'?t (?:want|need|take|buy|give me)(?: (?:the|any|those))?|i don'?t want(?: the| any)?) (?:the )?(?P<then>PRODUCT) (?:at all )?(?:without|unless (?:we|i) (?:also )?get|unless) (?:also )?(?:the |getting the |any )?(?P<first>PRODUCT)(?: too| as well| fill)?"
_NO_BEFORE = re.compile(r"(?:^|[.,;:!?\n] ?)(?:no|not|never) ")
_WITHOUT_ITEM = r"without (?:also )?(?:getting )?(?:the )?(?=[0-9]|a |one |two |four |eight |sixteen |PRODUCT)"
_IF = re.compile(r"면|경우|때|조건|만|라야|한해")
_THEN_ONLY = re.compile(_ONLY_THEN)
_FAILED_ITEM = re.compile(words.FAILED_ITEM)
_FAILED_ITEM_LEAD = re.compile(rf"(?<![a-z]){words.FAILED_ITEM_LEAD}")
_POINTS_BACK = re.compile(r"이게|이것|이거|그게|그것|위|앞|첫|이 ?[건주]|전자")
_IS_SUBJECT = re.compile(r"[가-힣a-z0-9](?:이|가|을|를) ?(?:먼저 ?|모두 ?|다 ?|전부 ?)?$")
_WITH = r"with (?=(?:an additional |another )?(?:[0-9]+|one|two|four|eight|ten|twelve|sixteen) ?(?:x )?(?:PRODUCT))"


def _for_lexis(clean: Clean, pattern: str) -> re.Pattern[str]:
    """A pattern with PRODUCT standing for any GPU name of the catalogue."""
    return _with_products(pattern, clean.lexis.gpus.pattern)


@lru_cache(maxsize=32)
def _with_products(pattern: str, products: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("PRODUCT", f"(?:{products})"))


def relation_at(clean: Clean, at: int) -> Piece | None:
    """A joining word, a choice, a condition between items, or a correction."""
    text = clean.text
    best: Piece | None = None

    def offer(match: re.Match[str] | None, role: Role, value: object) -> None:
        nonlocal best
        if match and match.end() > at and (best is None or match.end() > best.end):
            best = Piece(at, match.end(), role, value)

    for kind, pattern in _JOINERS:
        offer(pattern.match(text, at), Role.JOINER, Joiner(kind))  # type: ignore[arg-type]
    for kind, pattern in _CHOICES:
        match = pattern.match(text, at)
        if match and (value := _choice(kind, match)):
            offer(match, Role.CHOICE, value)
    if text.startswith(("no", "don", "i d", "never"), at) and (match := _for_lexis(clean, _WITHOUT).match(text, at)):
        then, first = (clean.lexis.gpu_names[flat(match[group])] for group in ("then", "first"))
        offer(match, Role.JOINER, Joiner("without", first + then))
    if match := _for_lexis(clean, _CONDITION).match(text, at):
        offer(match, Role.JOINER, Joiner("if_filled", _named(clean, match[0])))
    if (failed := _FAILED_ITEM.match(text, at)) and _led_by_if(text, at):
        offer(failed, Role.JOINER, Joiner("else"))
    offer(_for_lexis(clean, _LEADING_CONDITION).match(text, at), Role.JOINER, Joiner("only_if"))
    offer(_THEN_ONLY.match(text, at), Role.JOINER, Joiner("if_filled"))
    match = _for_lexis(clean, _KOREAN_CONDITION).match(text, at) if clean.korean else None
    if match and _IF.search(match[0]):
        named = _named(clean, match[0])
        of_before = not named and not _POINTS_BACK.match(match[0]) and _IS_SUBJECT.search(text[:at]) is not None
        offer(match, Role.JOINER, Joiner("if_filled", named, of_before))
    offer(_for_lexis(clean, _BUT_ONLY_IF).match(text, at), Role.JOINER, Joiner("only_if"))
    if text.startswith("without ", at) and _NO_BEFORE.search(text, 0, at):
        offer(_for_lexis(clean, _WITHOUT_ITEM).match(text, at), Role.JOINER, Joiner("only_if"))
    offer(_for_lexis(clean, _WITH).match(text, at), Role.JOINER, Joiner("and"))
    offer(_CORRECTION.match(text, at), Role.CORRECTION, None)
    if clean.korean:
        offer(_KOREAN_CORRECTION.match(text, at), Role.CORRECTION, None)
    return best


def _led_by_if(text: str, at: int) -> bool:
    """Whether "if the 32 H100s ..." or "should the ..." opens the sentence that goes on here."""
    begun = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "; "))
    return _FAILED_ITEM_LEAD.search(text, max(begun, 0), at) is not None


def _named(clean: Clean, words: str) -> tuple[str, ...]:
    """The products a condition speaks of."""
    return tuple(name for found in clean.lexis.gpus.findall(words) for name in clean.lexis.gpu_names[flat(found)])


def _choice(kind: str, match: re.Match[str]) -> Choose | None:
    if kind in ("one", "korean_one"):
        return Choose(1, 1)
    if kind == "all":
        return Choose(0, None)
    number = number_at(match["n"], 0)
    count = int(number.value if number else {"둘": 2, "셋": 3}.get(match["n"], Decimal(0)))
    if not 1 <= count <= 20:
        return None
    if kind == "korean":
        if match["b"] in ("최소", "적어도") or (match["e"] or "").strip() == "이상":
            kind = "at_least"
        elif match["b"] == "최대" or (match["e"] or "").strip() in ("이하", "까지"):
            kind = "up_to"
    if kind == "range":
        most = number_at(match["most"], 0)
        return Choose(count, int(most.value)) if most and most.value >= count else None
    return {"at_least": Choose(count, None), "up_to": Choose(1, count)}.get(kind, Choose(count, count))


def reference_at(clean: Clean, at: int) -> Piece | None:
    """ "the same night", "both", "respectively"."""
    best: Piece | None = None
    for role, table in ((Role.REFERENCE, _REFERENCES), (Role.SCOPE, _SCOPES)):
        for kind, pattern in table:
            match = pattern.match(clean.text, at)
            if match and match.end() > at and (best is None or match.end() > best.end):
                best = Piece(at, match.end(), role, kind)
    return best


def label_at(clean: Clean, at: int) -> Piece | None:
    """A list marker or an item's name; bullets and letters only at the start of a line or after a separator."""
    before = clean.text[:at].rstrip(" ")
    for index, pattern in enumerate(_LABELS):
        match = pattern.match(clean.text, at)
        if not match:
            continue
        if (
            index in (2, 3)
            and before
            and before[-1] not in "\n,;:.—-(["
            and not re.search(r"(?:or|and|아니면) *$", before)
        ):
            continue
        if index in (2, 3) and (digit := re.search(r"[2-9]", match[0])):
            earlier = rf"(?<![0-9]){int(digit[0]) - 1}\s?[).:]"
            if not re.search(earlier, clean.text[:at]):
                continue
        if index == 4 and before and before[-1] not in "\n:":
            continue
        if (
            index in (0, 6)
            and (later := _LATER_LABEL.search(match[0]))
            and not _earlier_label(clean.text[:at], later[0])
        ):
            return Piece(at, match.end(), Role.JOINER, Joiner("else"))  # "plan b: ..." behind an unnamed first plan
        alternative = index in (0, 6) and _ALTERNATIVE.match(match[0]) is not None
        return Piece(at, match.end(), Role.LABEL, "alternative" if alternative else "part")
    return None


_LATER_LABEL = re.compile(r"(?<![a-z])[b-h](?![a-z])|[2-9]|two|three|four|두|세|나|다|라")
_EARLIER = {
    "b": "a",
    "two": "one",
    "three": "two",
    "four": "three",
    "두": "첫",
    "세": "두",
    "나": "가",
    "다": "나",
    "라": "다",
}


def _earlier_label(before: str, name: str) -> bool:
    """Whether the label before this one stands in the text."""
    earlier = _EARLIER.get(name) or (str(int(name) - 1) if name.isdigit() else chr(ord(name) - 1))
    return any(earlier in match[0] for pattern in (_LABELS[0], _LABELS[6]) for match in pattern.finditer(before))


def side_at(clean: Clean, at: int) -> Piece | None:
    """Buying or selling words; "for resale" is neither and is only consumed."""
    text = clean.text
    candidates: list[tuple[int, str | None]] = []
    for pattern, side in ((_NO_SIDE, None), (_SELL, "sell"), (_BUY, "buy")):
        if match := pattern.match(text, at):
            candidates.append((match.end(), side))
    if clean.korean and (at == 0 or not re.match(rf"[{HANGUL}]", text[at - 1]) or text[at - 1] in "장개대드량을를"):
        for pattern, side in ((_SELL_KOREAN, "sell"), (_BUY_KOREAN, "buy")):
            if match := pattern.match(text, at):
                candidates.append((match.end(), side))
    if (match := _SWAPPED_FOR.match(text, at)) and _SWAP.search(text, 0, at):
        candidates.append((match.end(), "buy"))
    if not candidates:
        return None
    end, side = max(candidates, key=lambda candidate: candidate[0])
    return Piece(at, end, Role.SIDE, side)


def attribute_at(clean: Clean, at: int) -> Piece | None:
    """Form, memory, interconnect, uptime, interruptibility, tags, same region, volume shape."""
    text = clean.text
    best = _uptime(clean, at)

    def offer(end: int, field: str, value: str | int | bool | None) -> None:
        nonlocal best
        if best is None or end > best.end:
            best = Piece(at, end, Role.ATTRIBUTE, Attribute(field, value))  # type: ignore[arg-type]

    before = _BEFORE.match(text, at)
    for start in {at, before.end() if before else at}:
        for field, value, pattern in _TABLES:
            if match := pattern.match(text, start):
                offer(_tail(clean, match.end()), field, value)
    for field, said, pattern in _PLAIN:
        if match := pattern.match(text, at):
            offer(match.end(), field, said)
    if match := _TAGGED.match(text, at):
        offer(match.end(), "tags", match["tag"] or match["tag_ko"])
    if spelled := _spelled_memory(clean, at):
        offer(spelled[0], "memory_gb", spelled[1])
    if match := (_MEMORY.match(text, at) or (_MEMORY_DASH.match(text, at) if at and text[at - 1].isalnum() else None)):
        offer(_tail(clean, match.end()), "memory_gb", int(match["n"]))
    return best


_GIGS = re.compile(r" ?(?:gigs?|gigabytes?|gbs?)(?: (?:ones|cards?|version|variant|model))?(?![a-z])")


def _spelled_memory(clean: Clean, at: int) -> tuple[int, int] | None:
    """ "eighty gig": where it ends, and the size."""
    number = number_at(clean.text, at)
    unit = _GIGS.match(clean.text, number.end) if number and number.word else None
    return (unit.end(), int(number.value)) if number and unit and number.value >= 16 else None


def _uptime(clean: Clean, at: int) -> Piece | None:
    before = _UPTIME_BEFORE.match(clean.text, at)
    start = before.end() if before else at
    for value, pattern in _UPTIMES:
        if match := pattern.match(clean.text, start):
            bare = match[0].replace(".", "").isdigit() and start == at
            end = match.end()
            after = _UPTIME_AFTER.match(clean.text, end)
            if after and after.end() > end:
                return Piece(at, after.end(), Role.ATTRIBUTE, Attribute("min_uptime", value))
            if not bare:
                return Piece(at, end, Role.ATTRIBUTE, Attribute("min_uptime", value))
    match = _OTHER_UPTIME.match(clean.text, start)
    after = _UPTIME_AFTER.match(clean.text, match.end()) if match else None
    if match and after and (after.end() > match.end() or start > at or "nine" in match[0]):
        return Piece(at, after.end(), Role.REFUSAL, Refusal("unsupported", "an uptime level that is not traded"))
    return None


def _tail(clean: Clean, end: int) -> int:
    match = _AFTER.match(clean.text, end)
    end = match.end() if match else end
    if clean.korean and (match := _KOREAN_END.match(clean.text, end)):
        end = match.end()
    return end


def refusal_at(clean: Clean, at: int) -> Piece | None:
    """A wish that no field holds."""
    best: Piece | None = None
    for code, stands, wish, pattern in _REFUSALS:
        match = pattern.match(clean.text, at)
        if match and match.end() > at and (best is None or match.end() > best.end):
            best = Piece(at, match.end(), Role.REFUSAL, Refusal(code, wish, stands))  # type: ignore[arg-type]
    return best
