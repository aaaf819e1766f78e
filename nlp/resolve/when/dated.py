"""What a date rule finds."""

from __future__ import annotations

from typing import NamedTuple

from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import CalendarDate, Day


class Dated(NamedTuple):
    """Days that end before token `end`. `doubtful`: the characters may be a price or a count."""

    end: int
    day: Day
    doubtful: bool = False


def checked(end: int, day: int, month: int, of_year: int | None) -> Dated | None:
    """The date, where the numbers can be one."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Dated(end, CalendarDate(day, month, of_year))


def short_year(reader: Reader, at: int) -> tuple[int, int] | None:
    """The index after a year of two or four digits that is written to what stands before it, and the year."""
    value, raw = reader.number(at), reader.at(at).text
    if value is None or not reader.glued(at):
        return None
    if len(raw) == 4:
        return at + 1, value
    return (at + 1, 2000 + value) if len(raw) == 2 else None
