# ruff: noqa: E501
"""Clauses that tell of the writer's own world: reasons, events and whereabouts, with days that are not the order's.

"..., because the demo is on Monday", "our PI presents on Thursday", "다음 주가 마감이거든요": they need no field of the bid.
What names anything else of an order (a count, a product, a price, a requirement) is never taken for such a clause, nor
is what asks, restricts or sets a condition; and a day told is only let go where the order has a time besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.duties import as_told
from nlp.idle_words import Word
from nlp.lexicon import korean_asides, telling
from nlp.lexicon.idle import AFTER_PLACE, CONDITION, NEGATION, TIMELIKE
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.types import DaySet, Repeat
from nlp.tagged import Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import asked_about, let_go, parted, within

_SPOKEN_OF = frozenset({Role.TIME, Role.JOINER, Role.SIDE, Role.SCOPE, Role.REFERENCE, Role.PLACE})
"""What such a clause may seem to hold of an order."""


_REASON_OPENS = lazy(r"(?<= )(?:because|cuz|since|as)(?= )")
_KOREAN_REASON_CLOSES = lazy(
    r"[가-힣] ?(?:[이니]라서?|라서|때문에|덕분에|하느라|[있없]어서|해서|돼서|려서|와서|져서|니까|대비용?으?로|건으로|관련해서|준비로)(?= )"
)
"""Where a Korean reason ends that leads into what is ordered."""
_SO = lazy(
    r" (?:and )?(?:so|hence|therefore|which is why|that's why)(?= (?:we|i|please|can|could|let|get|book|need|grab|[0-9]))"
    r"| and(?= (?:want|need|require|would like|am looking for|are looking for)(?: to (?:book|rent|buy|get|reserve|order|have))? [0-9])"
)
_KOREAN_TERM = lazy(korean_asides.TERMS)
_KOREAN_REASON = lazy(korean_asides.REASONS)
_KOREAN_WORK = lazy(korean_asides.WORK_TIMED)
OF_SOMETHING_ELSE = Refusal("unsupported", "a time of something else")
_ENDS_IN_AMOUNT = lazy(r" (?:is|are|be|=) (?:usd )?[0-9]+\.[0-9]{2}$")
_BOUNDS = lazy(
    r"(?:by|before|until|till|from|between|within|through|starting|beginning|after|for|each|every|no later|not) "
)
_THEY = lazy(r"(?:and |but )?(?:they|it|everything)(?![a-z])")


def told(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without those of clauses that only tell; each such clause is one idle word."""
    found = [(start, end) for start, end in clauses(clean, pieces) if _tells(clean, pieces, words, start, end)]
    for start, end in found:
        inside = within(pieces, start, end)
        rest = [piece for piece in pieces if piece not in inside]
        times = [piece for piece in inside if piece.role is Role.TIME]
        past = all(telling.PAST.fullmatch(clean.text, time.start, time.end) for time in times)
        untimed = bool(times) and not past and (not timed(clean, rest, end) or each_of_them(times, rest))
        before_event = clean.korean and any(_before_event(clean, time) for time in times)
        if untimed and not before_event:
            continue
        if untimed or (any(map(_names_hours_only, times)) and not any(map(_names_hours, rest))):
            pieces = asked_about(
                [piece for piece in pieces if piece in rest or piece in times], times, OF_SOMETHING_ELSE
            )
            continue
        pieces, words = let_go(pieces, words, start, end)
    return pieces, words


def clauses(clean: Clean, pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """Between separators and brackets, before "so we need ..."; and from a reason's first word on, where the order's own
    clause goes on with it."""
    for start, end in parted(clean, pieces):
        while start < end and clean.text[start] == " ":
            start += 1
        while end > start and clean.text[end - 1] in " .!~":
            end -= 1
        for part_start, part_end in _parts(clean, start, end):
            yield from _reasons(clean, part_start, part_end)


def _parts(clean: Clean, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A reason and what is asked for because of it: "our demo is Tuesday so we need ..."."""
    if so := _SO.search(clean.text, start, end):
        yield start, so.start()
        start = so.end()
    yield start, end


def _reasons(clean: Clean, start: int, end: int) -> Iterator[tuple[int, int]]:
    """From a reason's first word on, or all of it."""
    if start >= end:
        return
    for closed in _KOREAN_REASON_CLOSES.finditer(clean.text, start, end) if clean.korean else ():
        yield start, closed.end()
        start = closed.end() + 1
        break
    for opens in _REASON_OPENS.finditer(clean.text, start, end):
        if telling.REASON.match(clean.text, opens.start(), end):
            yield opens.start(), end
            return
    yield start, end


def _tells(clean: Clean, pieces: list[Piece], words: list[Word], start: int, end: int) -> bool:
    inside = within(pieces, start, end)
    says_when = bool(telling.SAYS_WHEN.match(clean.text, start, end))
    if any(piece.role not in _SPOKEN_OF and not (says_when and piece.role is Role.REFUSAL) for piece in inside):
        return False
    if clean.text[end:].lstrip(" ").startswith(":") and not _heads_a_dated_list(clean, pieces, start, end):
        return _is_past(clean, inside, words, start, end)
    if clean.korean and any(piece.value == "sell" for piece in inside):
        return False  # 유휴 물량을 팔려고 연락드립니다
    if any(piece.role is Role.PLACE and not _where_people_are(clean, piece) for piece in inside):
        return False
    if not clean.korean and _ENDS_IN_AMOUNT.search(clean.text[start:end]):
        return False  # "my best is 2.50"
    text = as_told(_behind_times(clean, inside, start, end))
    inside = [piece for piece in inside if clean.text[piece.start : piece.end] not in telling.NOW]
    if _is_past(clean, inside, words, start, end):
        return True
    if clean.korean and re.search(r"[가-힣]", text):
        return _tells_korean(text, timed=any(piece.role is Role.TIME for piece in inside))
    if not inside and telling.UNSURE.match(text):
        return True
    if telling.ASKS.search(text) or telling.OFFERED.match(text) or telling.TERMS.search(text):
        return False
    if says_when or telling.REASON.match(text):
        return True
    leans = bool(inside) and all(telling.POINTS_BACK.search(clean.text[piece.start : piece.end]) for piece in inside)
    times = [clean.text[piece.start : piece.end] for piece in inside if piece.role is Role.TIME]
    if times and _for_an_event(clean, inside, start, end):
        return True
    if not telling.WISHES.search(text) and (
        not times or (telling.PURPOSE.match(text) and all(map(telling.HABITUAL.fullmatch, times)))
    ):
        return _states(text)
    if (
        bool(inside)
        and _leads(pieces, start)
        and telling.EVENT_NAMED.match(text)
        and (not any(map(_names_hours, inside)) or _dated_behind(pieces, end))
    ):
        return True
    return bool(inside) and bool(
        telling.EVENT_TOLD.match(text)
        or telling.DEPARTS.match(text)
        or _tells_of_others(clean, inside, text)
        or telling.WE_DO.match(text)
        or (leans and re.search(rf" {telling.HAPPENS}(?![a-z])", text))
    )


def _for_an_event(clean: Clean, inside: list[Piece], start: int, end: int) -> bool:
    """Whether a clause only says for which event, and when that is: "for a trade show next month"."""
    times = [piece for piece in inside if piece.role is Role.TIME]
    if len(times) != 1 or clean.text[times[0].end : end].strip() or _names_hours(times[0]):
        return False
    text = clean.text[start : times[0].start].strip()
    return bool(telling.FOR_AN_EVENT.fullmatch(text)) and not telling.ASKS.search(text)


def _heads_a_dated_list(clean: Clean, pieces: list[Piece], start: int, end: int) -> bool:
    """Whether a heading tells of an event and what it heads has a day of its own: "the train leaves Friday: 8 H100s
    tomorrow"."""
    event = telling.EVENT_TOLD.match(clean.text, start, end) or telling.DEPARTS.match(clean.text, start, end)
    return bool(event) and _dated_behind(pieces, end)


def _dated_behind(pieces: list[Piece], end: int) -> bool:
    """Whether the next time that is said names a day."""
    behind = next((piece for piece in pieces if piece.start >= end and piece.role is Role.TIME), None)
    return behind is not None and names_day(behind.value)


def _leads(pieces: list[Piece], start: int) -> bool:
    return not any(piece.start < start and piece.role in (Role.QUANTITY, Role.ASSET) for piece in pieces)


def _names_hours(piece: Piece) -> bool:
    return isinstance(piece.value, TimeExpression) and piece.value.hours is not None


def _names_hours_only(piece: Piece) -> bool:
    """Whether a time says hours and no day: those of an event may be meant for the order's day."""
    return _names_hours(piece) and not names_day(piece.value)


def states_purpose(text: str) -> bool:
    """Whether English words say what something is for, and nothing else: "for the hospital's segmentation pilot"."""
    lowered = text.lower().strip(" .!,~^ㅠㅜㅋㅎ")
    return (
        bool(telling.PURPOSE.match(lowered))
        and not any(form.search(lowered) for form in (telling.ASKS, telling.WISHES, telling.TERMS))
        and _states(lowered)
    )


def names_terms(text: str) -> bool:
    """Whether words speak of terms of trade, or of how what is offered is: that may be how it has to be."""
    lowered = text.lower().strip(" .!,~^ㅠㅜㅋㅎ")
    if _KOREAN_TERM.search(lowered) and not _KOREAN_REASON.search(lowered):
        return True
    offered = telling.OFFERED.match(lowered) and not _THEY.match(lowered)
    return bool(offered or telling.TERMS.search(lowered))


def _states(text: str) -> bool:
    """Whether an English clause in which no day is named only states something, or a purpose."""
    if telling.PURPOSE.match(text):
        words = frozenset(re.findall(r"[a-z]+", text))
        return not telling.NO_PURPOSE.search(text) and not words & (
            TIMELIKE - telling.ADJECTIVES | NEGATION | CONDITION
        )
    return any(form.match(text) for form in (telling.DECLARES, telling.DOING, telling.STATE, telling.BECAUSE_OF))


def _tells_korean(text: str, *, timed: bool) -> bool:
    if not timed and telling.KOREAN_TALK.search(text) and not telling.KOREAN_QUOTE.search(text):
        return True
    closes = telling.KOREAN_REASON.search(text)
    if timed and (_KOREAN_WORK.search(text) or (closes and telling.KOREAN_BEFORE_EVENT.match(text))):
        return True
    said = telling.KOREAN_FEARS.sub("", text) if closes else text
    if telling.KOREAN_WISHES.search(said) or (timed and telling.KOREAN_USES.search(said)):
        return False
    if closes:
        return True
    if timed:
        return bool(telling.KOREAN_TELLS.search(text) and telling.KOREAN_SUBJECT.search(text))
    return bool(telling.KOREAN_DECLARES.search(text))


def _behind_times(clean: Clean, inside: list[Piece], start: int, end: int) -> str:
    """The clause from where a time that leads into it ends: the "we're migrating" of "Friday we're migrating"."""
    for piece in inside:
        if piece.role is not Role.TIME or clean.text[start : piece.start].strip():
            break
        start = piece.end
    return clean.text[start:end].strip()


def _is_past(clean: Clean, inside: list[Piece], words: list[Word], start: int, end: int) -> bool:
    """ "The board agreed yesterday": a past day is never the order's."""
    if len(inside) != 1 or inside[0].role is not Role.TIME:
        return False
    said = telling.PAST.fullmatch(clean.text, inside[0].start, inside[0].end)
    return bool(said) and sum(start <= word.start < end and not word.idle for word in words) >= 2


def _tells_of_others(clean: Clean, inside: list[Piece], text: str) -> bool:
    """Whether a clause says on which day something was or others do something: "randomisation closed on Friday"."""
    times = [piece for piece in inside if piece.role is Role.TIME]
    if any(map(_names_hours, times)) or any(_BOUNDS.match(clean.text, piece.start) for piece in times):
        return False
    return bool(telling.EVENT_PAST.match(text) or telling.EVENT_DOING.match(text))


def _before_event(clean: Clean, time: Piece) -> bool:
    """Whether the work has to be done before an event of that time: 금요일 미팅 전에."""
    return bool(telling.KOREAN_BEFORE_EVENT.match(clean.text[time.end :].lstrip(" ")))


def _where_people_are(clean: Clean, piece: Piece) -> bool:
    """Whether the word behind a place says that people are there: "our California office"."""
    behind = re.match(r" ?([a-z]+|[가-힣]+?)(?=[은는이가의에 ]|$|[^a-z가-힣])", clean.text[piece.end :])
    return behind is not None and behind[1] in AFTER_PLACE


def timed(clean: Clean, rest: list[Piece], end: int) -> bool:
    """Whether the order names a day of its own, one that does not lean on a day told before it."""
    times = [piece for piece in rest if piece.role is Role.TIME]
    leaning = any(
        piece.start >= end and telling.POINTS_BACK.search(clean.text[piece.start : piece.end + 8]) for piece in times
    )
    return any(names_day(piece.value) for piece in times) and not leaning


def each_of_them(inside: list[Piece], rest: list[Piece]) -> bool:
    """Whether the order is for each of the days that are told: "tournament days are 2, 3 and 4 May: on each day ..."."""
    listed = any(isinstance(day, DaySet) for piece in inside for day in getattr(piece.value, "days", ()))
    return listed and any(
        isinstance(piece.value, TimeExpression) and piece.value.repeat == Repeat() and not piece.value.days
        for piece in rest
    )


def names_day(said: object) -> bool:
    """Whether a value is a time that says on which days: by their names, as a repetition, or by when it starts."""
    if not isinstance(said, TimeExpression):
        return False
    start = said.start
    return bool(said.days or said.repeat) or (start is not None and bool(start.days or start.now or start.ahead))
