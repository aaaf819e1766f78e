"""Days of events that an English order leans on: "the demo is on the 19th. 4 B200s that day, and 4 L4s the day before".

The event's clause is let go, and what leans on it takes its day.
"""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.lexicon import telling
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.types import Day, Later, Same
from nlp.tagged import Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import clauses, names_day
from nlp.tagging.stretches import let_go, within

_DAY_SAID = lazy(
    r"(?<![a-z])(?:(?:that|the same|same) (?:day|date|night|evening|morning|afternoon)"
    r"|the day (?:before|after)|the (?:next|following) day)(?![a-z])"
)


def anchored(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces where "that day", "the day before" name the day of the event that was told before them."""
    if clean.korean or not _DAY_SAID.search(clean.text):
        return pieces, words
    for start, end in list(clauses(clean, pieces)):
        inside = within(pieces, start, end)
        before = [piece for piece in pieces if piece.start < start]
        if len(inside) != 1 or any(names_day(piece.value) for piece in before) or not _is_event(clean, start, end):
            continue
        day = _single_day(inside[0])
        leaning = _leaning(clean, pieces, end) if day else []
        if day and leaning:
            pieces = [_on(piece, day) if piece in leaning else piece for piece in pieces]
            pieces, words = let_go(pieces, words, start, end)
    return pieces, words


def _is_event(clean: Clean, start: int, end: int) -> bool:
    text = clean.text[start:end].strip()
    told = telling.EVENT_TOLD.match(text) or telling.WE_DO.match(text) or telling.DEPARTS.match(text)
    return bool(told) and not telling.ASKS.search(text)


def _single_day(piece: Piece) -> Day | None:
    time = piece.value
    if piece.role is not Role.TIME or not isinstance(time, TimeExpression) or len(time.days) != 1:
        return None
    alone = not (time.hours or time.repeat or time.start or time.end or time.duration)
    return time.days[0] if alone and not isinstance(time.days[0], Same | Later) else None


def _leaning(clean: Clean, pieces: list[Piece], at: int) -> list[Piece]:
    """The times behind that lean on a day, up to the first that names one of its own."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.start < at or piece.role is not Role.TIME or not isinstance(piece.value, TimeExpression):
            continue
        if any(isinstance(day, Same | Later) for day in piece.value.days):
            if _DAY_SAID.search(clean.text[piece.start : piece.end]):
                found.append(piece)
        elif names_day(piece.value):
            break
    return found


def _on(piece: Piece, day: Day) -> Piece:
    """The time with the day that it leans on."""
    time = piece.value
    assert isinstance(time, TimeExpression)
    of = tuple(replace(each, of=(day,)) if isinstance(each, Later) else day for each in time.days)
    return replace(piece, value=replace(time, days=of))
