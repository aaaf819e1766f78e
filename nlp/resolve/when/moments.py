"""Grammar rules for points in time: a day, a clock time, or both, in either order; and the ends of periods."""

from __future__ import annotations

from typing import NamedTuple

from nlp.resolve.when.clock import clock_time
from nlp.resolve.when.days import days, single_days
from nlp.resolve.when.lexicon import PARTS
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.single_days import DaysFound
from nlp.resolve.when.types import Ahead, ClockTime, Day, DayRange, Following, Moment, Month, MonthEnd, Part, Week
from nlp.resolve.when.zone_words import zone_name


class MomentFound(NamedTuple):
    """A point that ends before token `end`. `sure`: more than a bare number."""

    end: int
    moment: Moment
    sure: bool
    zone: str | None = None


def clock_on_first_day(reader: Reader, at: int) -> MomentFound | None:
    """The "6am tomorrow" of "6am tomorrow until Sunday 11pm", where the days alone would be a range."""
    clock = clock_time(reader, reader.skip(at, "on", "at"))
    if clock is None:
        return None
    named = single_days(reader, reader.skip(reader.skip(clock.end, "on", "of"), "the"))
    return MomentFound(named.end, Moment(named.days, None, clock.time), True) if named and not named.part else None


@remembered
def moment(reader: Reader, at: int) -> MomentFound | None:
    """ "Friday 6pm", "8am tomorrow", "5 tomorrow morning", "now"; 금요일 오후 6시. The longest reading."""
    at = reader.skip(at, "on", "at")
    if reader.word(at, "now") or reader.tag(at) == "now":
        return MomentFound(at + 1, Moment(now=True), True)
    found = [each for each in (_day_first(reader, at), _clock_first(reader, at)) if each]
    best = max(found, key=lambda each: each.end, default=None)
    if best and (zone := zone_name(reader, best.end)):
        return MomentFound(zone[0], best.moment, best.sure, zone[1])
    return best


def _day_first(reader: Reader, at: int) -> MomentFound | None:
    first = days(reader, at)
    if first is None or isinstance(first.days[-1], DayRange):
        return None
    end, part = _part_behind(reader, first)
    behind = reader.particles(end)
    behind = reader.skip(behind + 1 if reader.mark(behind, ",") else behind, "at")
    if ends := _end_of_day(reader, behind):
        return MomentFound(ends, Moment(first.days, part, ClockTime(24)), True)
    clock = clock_time(reader, behind, dotted=True, bare=reader.word(behind - 1, "at"))
    if clock and (reader.ends_cleanly(clock.end) or zone_name(reader, clock.end)):
        return MomentFound(clock.end, Moment(first.days, part, clock.time), True)
    return MomentFound(end, Moment(first.days, part), True)


def _end_of_day(reader: Reader, at: int) -> int | None:
    """The index behind "EOD", "end of (the) day"."""
    if reader.word(at, "eod"):
        return at + 1
    start = reader.skip(at, "the")
    if not reader.words(start, ("end", "of")):
        return None
    last = reader.skip(start + 2, "the")
    return last + 1 if reader.word(last, "day") else None


def _part_behind(reader: Reader, found: DaysFound) -> tuple[int, Part | None]:
    """ "(Friday) night", "(Friday) in the evening", (금요일) 밤."""
    if found.part:
        return found.end, found.part
    behind = reader.particles(found.end)
    token = reader.at(behind)
    if token.tag == "part" and isinstance(token.value, Part):
        return (found.end, None) if clock_time(reader, behind) else (behind + 1, token.value)
    behind = reader.skip(reader.skip(behind, "in"), "the")
    if reader.word(behind) and (part := PARTS.get(reader.at(behind).text)):
        return behind + 1, part
    return found.end, None


def _clock_first(reader: Reader, at: int) -> MomentFound | None:
    clock = clock_time(reader, at)
    if clock is None:
        return None
    zone = zone_name(reader, clock.end)
    end = zone[0] if zone else clock.end
    behind = reader.skip(reader.skip(end, "on", "of"), "the")
    named = days(reader, behind)
    if named and not isinstance(named.days[-1], DayRange | Following | Ahead):
        end, part = _part_behind(reader, named)
        return MomentFound(end, Moment(named.days, part, clock.time), True, zone[1] if zone else None)
    return MomentFound(clock.end, Moment((), None, clock.time), clock.explicit)


_YEAR_PARTS = {"quarter": Month(offset=0, of_quarter=True), "year": Month(12)}
_ENDS_OF_YEAR_PARTS = {"eoq": "quarter", "eoy": "year"}


def closes_year_part(found: MomentFound) -> bool:
    """Whether it is the end of a quarter or a year, which alone mostly names an occasion ("year-end close:")."""
    return any(isinstance(day, MonthEnd) and day.month in _YEAR_PARTS.values() for day in found.moment.days)


def _end_of_year_part(reader: Reader, at: int) -> MomentFound | None:
    """ "The end of the quarter", "quarter-end", "year end", "EOQ"."""
    start = reader.skip(at, "the")
    first = reader.at(start).text
    if first in _ENDS_OF_YEAR_PARTS:
        end, named = start + 1, _ENDS_OF_YEAR_PARTS[first]
    elif first in _YEAR_PARTS and reader.word(reader.skip_mark(start + 1, "-"), "end"):
        end, named = reader.skip_mark(start + 1, "-") + 1, first
    elif reader.word(start, "end", "close") and reader.word(start + 1, "of"):
        end = reader.skip(start + 2, "the", "this")
        named = reader.at(end).text
        end += 1
    else:
        return None
    month = _YEAR_PARTS.get(named)
    return MomentFound(end, Moment((MonthEnd(month),)), True) if month else None


@remembered
def end_of_period(reader: Reader, at: int) -> MomentFound | None:
    """ "EOD (Friday)", "the end of the day", "the end of next week", "EOW"."""
    start = reader.skip(at, "the")
    end_of = reader.word(start, "end", "close") and reader.word(start + 1, "of")
    if end := _end_of_day(reader, at):
        behind = reader.skip(end, "on")
        found = days(reader, behind)
        named: tuple[Day, ...] = found.days if found else ()
        return MomentFound((found.end if found else end), Moment(named, None, ClockTime(24)), True)
    if reader.word(start, "eow") or (end_of and reader.words(reader.skip(start + 2, "the"), ("week",))):
        end = start + 1 if reader.word(start, "eow") else reader.skip(start + 2, "the") + 1
        return MomentFound(end, Moment((Week(0),)), True)
    if reader.word(start, "eom") or (
        reader.word(start, "month") and reader.word(reader.skip_mark(start + 1, "-"), "end")
    ):
        end = start + 1 if reader.word(start, "eom") else reader.skip_mark(start + 1, "-") + 1
        return MomentFound(end, Moment((MonthEnd(Month(offset=0)),)), True)
    if end_of and reader.words(reader.skip(start + 2, "the"), ("month",)):
        return MomentFound(reader.skip(start + 2, "the") + 1, Moment((MonthEnd(Month(offset=0)),)), True)
    if closing := _end_of_year_part(reader, at):
        return closing
    if end_of and (found := days(reader, reader.skip(start + 2, "the"))):
        return MomentFound(found.end, Moment(found.days, found.part), True)
    return None
