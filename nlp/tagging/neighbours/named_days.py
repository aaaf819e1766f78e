"""Named days of an English text beside each other: weekdays in their order, and a number of nights before names."""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.types import CalendarDate, Weekday
from nlp.tagged import Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import asked_about

_COUNTED_AND_NAMED = Refusal("unsupported", "a number of nights beside named ones")
_BETWEEN = frozenset({Role.SEPARATOR, Role.JOINER, Role.OPEN})


def days_in_order(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces where "Mon 9-5, Tue 9-5, Wed 9-5", said on a Wednesday, are of one week: each behind the other."""
    if clean.korean:
        return pieces, words
    times = [piece for piece in pieces if piece.role is Role.TIME]
    later: dict[Piece, Piece] = {}
    before: Weekday | None = None
    for piece in times:
        day = _only_weekday(piece)
        if day and before and day.weekday > before.weekday:
            day = replace(day, after=(before,))
            assert isinstance(piece.value, TimeExpression)
            later[piece] = replace(piece, value=replace(piece.value, days=(day,)))
        before = day
    return [later.get(piece, piece) for piece in pieces], words


def counted_and_named(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with a wish for "three nights, Wednesday" of "three nights, Wednesday and Friday": what is counted and
    what is named disagree, or are named in a way that has no rule."""
    if clean.korean:
        return pieces, words
    doubtful = [piece for at, piece in enumerate(pieces) if _counts_days(piece) and _named_next(pieces, at)]
    return asked_about(pieces, doubtful, _COUNTED_AND_NAMED), words


def _only_weekday(piece: Piece) -> Weekday | None:
    """The bare weekday that a time names, alone or with hours."""
    time = piece.value
    if not isinstance(time, TimeExpression) or time.repeat or time.start or time.end or len(time.days) != 1:
        return None
    day = time.days[0]
    return day if isinstance(day, Weekday) and day.week is None else None


def _counts_days(piece: Piece) -> bool:
    time = piece.value
    if piece.role is not Role.TIME or not isinstance(time, TimeExpression) or time.repeat is None:
        return False
    named = any(isinstance(day, Weekday | CalendarDate) for day in time.days)
    return named and time.repeat.choose and (time.repeat.low or 1) > 1


def _named_next(pieces: list[Piece], at: int) -> bool:
    """Whether the next thing said is a day by its name, in the same list."""
    for piece in pieces[at + 1 :]:
        if piece.role is Role.TIME:
            return len(getattr(piece.value, "days", ())) == 1
        if piece.role not in _BETWEEN or piece.value == ".":
            return False
    return False
