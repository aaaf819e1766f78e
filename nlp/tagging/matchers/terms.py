# ruff: noqa: E501
"""Finds the sides, the requirements, and the wishes that cannot be met."""

from __future__ import annotations

import re

from nlp.lexicon import attributes as attribute_words
from nlp.lexicon.refusals import REFUSALS
from nlp.numbers import number_at
from nlp.patterns import Table, lazy
from nlp.tagged import Attribute, Refusal, Role
from nlp.tagging.base import HANGUL, Clean, Piece

_END = r"(?![a-z0-9])"
_SELL = lazy(attribute_words.SELL)
_SELL_KOREAN = lazy(attribute_words.SELL_KOREAN)
_BUY = lazy(attribute_words.BUY)
_BUY_KOREAN = lazy(attribute_words.BUY_KOREAN)
_ON_OFFER = lazy(r"for sale|on offer|for (?:lease|rent)")
_WHO_HAS = lazy(
    r"(?<![a-z])(?:any(?:one|body)|some(?:one|body)|who(?:ever)?|you)(?: [a-z]+)? (?:has|have|got|with)(?![a-z])"
)
_WANTED_OF_OTHERS = lazy(rf"(?<![a-z]){attribute_words.WANTED_OF_OTHERS}")
_SWAP = lazy(attribute_words.SWAP)
_SWAPPED_FOR = lazy(attribute_words.SWAPPED_FOR)
_GIVING = lazy(r"(?<![a-z])(?:giv(?:e|ing)|hand(?:ing)? over|part(?:ing)? with|sell(?:ing)?)(?![a-z])")
_GIVING_FOR = lazy(r"(?:give|giving)(?= [0-9]{1,5} ?x? ?[a-z]{1,4}[0-9])")
_TAKING = lazy(r"(?<![a-z])(?:take|taking|get|getting|receive|receiving)(?= [0-9]{1,5} ?x? ?[a-z]{1,4}[0-9])")
"""Both ends of a swap: "we give 16 A100s and take 8 H100s"."""
_NO_SIDE = lazy(attribute_words.NO_SIDE)
_TAGGED = lazy(attribute_words.TAGGED)
_OBJECT = lazy(r"(?P<noun>[^\s,.()]+)[을를] ?(?:[가-힣]{1,3} )?$")
_SOLD_OBJECT = lazy(rf"{attribute_words.SOLD_OBJECT}$")
_OTHER_OBJECT = lazy(rf"{attribute_words.OTHER_OBJECT} ?$")
_GETTING = lazy(attribute_words.GETTING)
_SAME_PLACE = lazy(attribute_words.SAME_PLACE)
_PLAIN: Table[tuple[str, bool | None]] = Table((
    (("interruptible", False), attribute_words.NOT_INTERRUPTIBLE),
    (("interruptible", True), attribute_words.INTERRUPTIBLE),
    (("same_region", True), rf"(?:{attribute_words.SAME_REGION}){_END}"),
    (("volume", True), rf"(?:{attribute_words.VOLUME}){_END}"),
    *(((field, None), pattern) for field, pattern in attribute_words.OPEN),
))  # fmt: skip
_BEFORE = lazy(attribute_words.ATTRIBUTE_BEFORE)
_AFTER = lazy(attribute_words.ATTRIBUTE_AFTER)
_UPTIME_BEFORE = lazy(attribute_words.UPTIME_BEFORE)
_UPTIME_AFTER = lazy(attribute_words.UPTIME_AFTER)
_UPTIMES = Table((value, rf"(?:{pattern})(?![0-9.]*[0-9])") for value, pattern in attribute_words.UPTIMES)
_OTHER_UPTIME = lazy(attribute_words.OTHER_UPTIME)
_MEMORY = lazy(
    r"\(?(?P<n>[0-9]{2,4})\s?(?:gbs?|gibs?|gigs?|기가|기가바이트|g)(?![a-z0-9])(?:\)|(?: of)? ?(?:memory|vram|hbm(?:[23]e?)?|cards?|version|variant|model|메모리|버전|모델|짜리|\)))?(?![a-z])(?! (?:ram|system|disk|storage|ssd|nvme))"
)
_MEMORY_DASH = lazy(r"[-/](?P<n>40|48|64|80|94|96|128|141|144|180|186|192|256|288|24|32|36|16)(?:gb?s?)?(?![0-9a-z])")
_NAMED = Table(
    ((field, value), rf"(?:{pattern})")
    for field, table in (("form", attribute_words.FORMS), ("interconnect", attribute_words.INTERCONNECTS), ("tags", attribute_words.TAGS))
    for value, pattern in table
)  # fmt: skip
_GLOSS = lazy(r" ?\((?P<again>[a-z0-9가-힣 -]{2,24})\)")
"""The same requirement again, in brackets: 재생에너지(renewable)."""
_KOREAN_END = lazy(
    r"(?:이|가|은|는|을|를|로|으로|도|만|의|에|요|여야|이어야)?(?: ?(?:필수|필요(?! ?(?:가 |는 |도 )?없)(?!(?:하지|치|하진)는? ?않)|포함|연결|구성|지원|기준|보장|해주세요|해야|한(?! (?:장|개|대|매|노드|서버|박스|랙|카드|gpu|지피유))|으로|준수|적합|충족|만족|호환|부합|인증|대응|요구|획득|보유|운영되|운영하|가동되|돌아가|환경|시설|데이터 ?센터|센터(?!장)|전력|전기|네트워크|패브릭|규격|요건|조건|컴플라이언스|사양|스펙|버전|모델|타입|폼팩터|형(?![가-힣])|기가바이트|바이트|묶여|묶인|붙은|물린|달린|깔린|있어야|쓰는|사용|이용|(?:받은|된|되는|하는|있는|쓰는|붙은|묶인|물린) ?(?:곳|데|거|것|걸)|(?<=[는은된한인] )(?:곳|데|거|것|걸)(?:만|에서만|으로만|로만|이어야|여야|으로|로)?|(?<=만 )(?:가능|됩니다|돼요|부탁|원합|원해|쓸게|씁니다|받)|(?<=야 )(?:합니다|해요|함|됩니다|돼요))[가-힣]*)*"
)
_REFUSALS = Table((Refusal(code, wish, stands), pattern) for code, stands, wish, pattern in REFUSALS)  # type: ignore[arg-type]
_GIGS = lazy(r" ?(?:gigs?|gigabytes?|gbs?)(?: (?:ones|cards?|version|variant|model))?(?![a-z0-9])")

_RESALE = lazy(r"재판매|리셀|되팔")
_BOUGHT_FIRST = lazy(r"(?:사|매입해|구매해|매수해|확보해|구해)서 [^.!?\n0-9]*$")
"""사서 고객사에 재판매하려고: with no price of its own, selling again is only why it is bought."""


def side_at(clean: Clean, at: int) -> Piece | None:
    """Buying or selling words; "for resale" is neither and is only consumed."""
    text = clean.text
    candidates: list[tuple[int, str | None]] = []
    for pattern, side in ((_NO_SIDE, None), (_SELL, "sell"), (_BUY, "buy")):
        if match := pattern.match(text, at):
            candidates.append((match.end(), side))
    if clean.korean and (
        at == 0 or not re.match(rf"[{HANGUL}]", text[at - 1]) or text[at - 1] in "장개대드량을를에로만"
    ):
        for pattern, side in ((_SELL_KOREAN, "sell"), (_BUY_KOREAN, "buy")):
            match = pattern.match(text, at)
            if match and not (side == "sell" and _of_something_else(text, at)):
                candidates.append((match.end(), side))
        if not candidates and (match := _GETTING.match(text, at)) and _behind_a_sale(clean, at):
            candidates.append((match.end(), "buy"))
    if (match := _TAKING.match(text, at)) and _GIVING.search(text, 0, at):
        candidates.append((match.end(), "buy"))
    if (match := _GIVING_FOR.match(text, at)) and _TAKING.search(text, match.end()):
        candidates.append((match.end(), "sell"))
    if (match := _SWAPPED_FOR.match(text, at)) and _SWAP.search(text, 0, at):
        candidates.append((match.end(), "buy"))
    if not candidates:
        return None
    end, side = max(candidates, key=lambda candidate: candidate[0])
    if side == "sell" and clean.korean and _RESALE.match(text, at) and _BOUGHT_FIRST.search(text, 0, at):
        side = None
    if side == "sell" and (
        _WANTED_OF_OTHERS.search(text[max(0, at - 60) : at])
        or (_ON_OFFER.match(text, at) and _WHO_HAS.search(text[max(0, at - 60) : at]))
    ):
        side = "buy"
    return Piece(at, end, Role.SIDE, side)


def _of_something_else(text: str, at: int) -> bool:
    """Whether the verb of selling that begins here has an object that no order sells: 시간을 내주셔서, 새 모델을 내놓고."""
    before = _OBJECT.search(text, max(0, at - 24), at)
    if before:
        return not _SOLD_OBJECT.search(before["noun"])
    return _OTHER_OBJECT.search(text, max(0, at - 8), at) is not None


def _behind_a_sale(clean: Clean, at: int) -> bool:
    """Whether a product is sold before, by a verb behind it, and another one named since: "A100 16장 팔고 H100 8장 필요해요"."""
    sales = [found for found in _SELL_KOREAN.finditer(clean.text) if found.end() <= at]
    if not sales:
        return False
    first, last = sales[0], sales[-1]
    named = [
        found.start() for names in (clean.lexis.gpus, clean.lexis.tokens) for found in names.finditer(clean.text, 0, at)
    ]
    behind = max(named, default=-1)
    bought = _BUY_KOREAN.search(clean.text, behind, at) if behind > last.end() else True
    return not bought and any(start < first.start() for start in named)


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
        for (field, value), named in _NAMED.at(text, start):
            gloss = _GLOSS.match(text, named.end())
            same = gloss is not None and named.re.match(text, gloss.start("again")) is not None
            offer(_tail(clean, gloss.end() if gloss and same else named.end()), field, value)
    for (field, said), plain in _PLAIN.at(text, at):
        offer(plain.end(), field, said)
    if clean.korean and (match := _SAME_PLACE.match(text, at)) and not _names_place(clean, at):
        offer(match.end(), "same_region", True)
    if match := _TAGGED.match(text, at):
        offer(match.end(), "tags", match["tag"] or match["tag_ko"])
    if spelled := _spelled_memory(clean, at):
        offer(spelled[0], "memory_gb", spelled[1])
    if match := (_MEMORY.match(text, at) or (_MEMORY_DASH.match(text, at) if at and text[at - 1].isalnum() else None)):
        offer(_tail(clean, match.end()), "memory_gb", int(match["n"]))
    return best


def _names_place(clean: Clean, end: int) -> bool:
    """Whether a place is named before this."""
    return any(found[0] and found[0] != "us" for found in clean.lexis.places.finditer(clean.text, 0, end))


def _spelled_memory(clean: Clean, at: int) -> tuple[int, int] | None:
    """ "eighty gig": where it ends, and the size."""
    number = number_at(clean.text, at)
    unit = _GIGS.match(clean.text, number.end) if number and number.word else None
    return (unit.end(), int(number.value)) if number and unit and number.value >= 16 else None


def _uptime(clean: Clean, at: int) -> Piece | None:
    before = _UPTIME_BEFORE.match(clean.text, at)
    start = before.end() if before else at
    for value, match in _UPTIMES.at(clean.text, start):
        bare = match[0].replace(".", "").isdigit() and start == at
        end = match.end()
        after = _UPTIME_AFTER.match(clean.text, end)
        if after and after.end() > end:
            return Piece(at, after.end(), Role.ATTRIBUTE, Attribute("min_uptime", value))
        if not bare:
            return Piece(at, end, Role.ATTRIBUTE, Attribute("min_uptime", value))
    other = _OTHER_UPTIME.match(clean.text, start)
    after = _UPTIME_AFTER.match(clean.text, other.end()) if other else None
    if other and after and (after.end() > other.end() or start > at or "nine" in other[0]):
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
    found = _REFUSALS.longest(clean.text, at)
    return Piece(at, found[1].end(), Role.REFUSAL, found[0]) if found else None
