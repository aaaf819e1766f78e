# ruff: noqa: E501
"""Finds times: those of the delivery, and until when the bid itself stands."""

from __future__ import annotations

import re

from nlp.patterns import lazy
from nlp.resolve.when import match as match_time
from nlp.tagged import Role
from nlp.tagging.base import Clean, Piece

COMPACT_DATE = lazy(r"(?:19|20|21)[0-9]{6}")  # 20261124
_VALIDITY = lazy(
    r"(?:(?:this|the|my|our) )?(?:(?:order|bid|offer|request|quote)(?: is| stays| stands| remains)? )?(?:good|valid|open|live|stands?|standing|firm|in force|holds?|expires?|expiring|expiry:?|lapses?|remains? (?:open|valid)|cancel(?:s|led)? if (?:unfilled|not filled)|keep (?:it|this|the (?:order|bid)) (?:open|live|working))(?: is| only)? ?(?:till|until|til|through|thru|to|by|at|on|before|for)? "
)
_WE_HOLD = lazy(r"(?<![a-z])(?:we|i|you|they|to|currently|now|already|still) $")
"""Before "hold for a week": what the writer has, not how long the bid stands."""
_VALIDITY_GTD = lazy(
    r"(?:gtd|valid(?:ity)?|expiry|expires|(?:(?:이|본|해당) ?)?(?:(?:주문|입찰|호가|견적|제안|오퍼)(?:의)? ?)?유효 ?(?:기간|기한|시한)?(?:은|는|이)?(?: ?:|(?<=[간한은는이])) ?)"
)
_VALIDITY_KOREAN = lazy(
    r"(?:까지)?(?:만)? ?(?:유효|살아 ?있|열어 ?(?:두|둘|놓)|걸어 ?(?:두|둘|놓))[가-힣]*(?: ?(?:호가|주문|입찰|오퍼|비드)(?:입니다|이에요|예요|임)?)?"
)
_VALIDITY_END = lazy(r"(?:까지)?(?:만)?(?:입니다|이에요|예요|임|요|로 ?(?:해|부탁)[가-힣]*)?(?![가-힣])")
_IS_DONE = lazy(
    r" ?(?:끝나야|끝내야|종료(?:돼|되어|해)야|완료(?:돼|되어|해)야|마쳐야|마무리(?:돼|되어|해)야) ?(?:만 ?)?(?:하|합|해|함|됩|돼|됨|되)[가-힣]*[.,]? ?그 ?(?:안|사이|전)(?:에서|에)(?![가-힣])"
)
"""Behind a deadline, where it is a window's: 금요일 16시 전에 끝나야 함. 그 안에서."""
_DATE_LABEL = lazy(r"일시(?= |:)")


def time_at(clean: Clean, at: int) -> Piece | None:
    if _DATE_LABEL.match(clean.text, at):
        return None
    found = match_time(clean.text, at, korean=clean.korean)
    if found and (either := clean.text.find(" either ", at, found.end)) > 0:
        found = match_time(clean.text[:either], at, korean=clean.korean)
    if found and clean.korean and found.expression.end and (done := _IS_DONE.match(clean.text, found.end)):
        return Piece(at, done.end(), Role.TIME, found.expression)
    return Piece(at, found.end, Role.TIME, found.expression) if found and found.end > at else None


def validity_at(clean: Clean, at: int) -> Piece | None:
    """ "good till Friday", "valid until 6pm", "금요일까지 유효": a time said of the bid itself."""
    if clean.text.startswith("hold", at) and _WE_HOLD.search(clean.text, max(0, at - 12), at):
        return None
    for pattern in (_VALIDITY, _VALIDITY_GTD):
        if match := pattern.match(clean.text, at):
            inner = match.end()
            back = re.search(r"(?:till|until|til|through|thru|by|before) $", match[0])
            found = (match_time(clean.text, back.start() + at, korean=clean.korean) if back else None) or match_time(
                clean.text, inner, korean=clean.korean
            )
            if found:
                tail = _VALIDITY_END.match(clean.text, found.end)
                return Piece(at, tail.end() if tail else found.end, Role.VALIDITY, found.expression)
    if clean.korean and (found := match_time(clean.text, at, korean=True)):
        tail = _VALIDITY_KOREAN.match(clean.text, found.end + (clean.text[found.end : found.end + 1] == " "))
        if tail:
            return Piece(at, tail.end(), Role.VALIDITY, found.expression)
    return None
