"""Hours of a day: parts of the day and clock ranges as offsets from the midnight that begins the named day."""

from __future__ import annotations

from typing import Literal, NamedTuple

from nlp.resolve.when.clock import qualify
from nlp.resolve.when.doubt import Doubt
from nlp.resolve.when.lexicon import BUSINESS_HOURS, PART_HOURS
from nlp.resolve.when.types import ClockRange, ClockTime, Part

DAY_MINUTES = 24 * 60
_PART_BOUNDS = {
    Part.DAWN: (0, 7), Part.MORNING: (0, 13), Part.AFTERNOON: (11, 20), Part.EVENING: (15, 25), Part.NIGHT: (17, 36),
}  # fmt: skip
"""Hours between which clock hours said together with a part of the day must lie."""


class Minutes(NamedTuple):
    """Minutes after the midnight that begins the named day; `last` may be beyond its end."""

    first: int
    last: int


def whole_day() -> Minutes:
    return Minutes(0, DAY_MINUTES)


def part_minutes(part: Part) -> Minutes:
    """Rule `part_of_day`."""
    first, last = PART_HOURS[part]
    return Minutes(first * 60, last * 60)


def half_minutes(half: Literal["am", "pm"]) -> Minutes:
    raise Doubt("ambiguous_time", "half", "half_hours", half.upper())


def range_minutes(hours: ClockRange, part: Part | None, *, dated: bool) -> Minutes:
    """Rules `business_hours`, `bare_end`, `bare_start`, `part_fixes_hour`, `over_midnight`, `midnight`.

    Raises Doubt `ambiguous_time` where both ends are bare, or a dated range begins at midnight.
    """
    first, last = hours.first, hours.last
    if first.midnight:
        if part in (Part.NIGHT, Part.EVENING):
            first = ClockTime(24)
        elif dated:
            raise Doubt("ambiguous_time", "hours", "midnight")
        else:
            first = ClockTime(24)
    if part is not None and not first.midnight:
        first = qualify(first, part) if first.hour < 24 else first
        if not last.fixed and not last.midnight:
            last = _first_after(first, last)
        elif part is Part.NIGHT and first.hour >= 24 and last.hour < 12 and not last.midnight:
            last = ClockTime(last.hour + 24, last.minute)
        low, high = _PART_BOUNDS[part]
        if not low * 60 <= _minutes(first) < high * 60:
            raise Doubt("contradiction", "hours", "not_in_part", first, part)
    elif not first.fixed and not last.fixed and not last.midnight and 12 in (first.hour, last.hour):
        if first.hour == 12:
            first = ClockTime(12)
            last = _first_after(first, last)
        else:
            first = _shorter(first, ClockTime(12))
            last = ClockTime(12) if first.hour < 12 else ClockTime(24)
    elif not first.fixed and not last.fixed and not last.midnight:
        if (first.hour, first.minute, last.hour, last.minute) != (9, 0, 5, 0):
            raise Doubt("ambiguous_time", "hours", "morning_or_evening", f"{_clock(first)}-{_clock(last)}")
        first, last = ClockTime(BUSINESS_HOURS[0]), ClockTime(BUSINESS_HOURS[1])
    elif not last.fixed and not last.midnight:
        last = _first_after(first, last)
    elif not first.fixed:
        first = _bare_start(first, last)
    return _over_midnight(first, last)


def _first_after(first: ClockTime, bare: ClockTime) -> ClockTime:
    """Rule `bare_end`: the first such hour after the start; counted to 24 beside "18:00", which nobody else writes."""
    start = _minutes(first)
    if first.written24 and first.hour > 12:
        return bare
    for hour in range(bare.hour % 12, bare.hour % 12 + 60, 12):
        if hour * 60 + bare.minute > start:
            return ClockTime(hour, bare.minute)
    return bare


def _bare_start(first: ClockTime, last: ClockTime) -> ClockTime:
    """Rule `bare_start`: counted to 24 like its end, else the reading that makes the window shorter."""
    if last.written24:
        return ClockTime(first.hour, first.minute)
    return _shorter(first, last)


def _shorter(first: ClockTime, last: ClockTime) -> ClockTime:
    end = DAY_MINUTES if last.midnight else _minutes(last)
    readings = [ClockTime(first.hour % 12, first.minute), ClockTime(first.hour % 12 + 12, first.minute)]
    return min(readings, key=lambda reading: (end - _minutes(reading)) % DAY_MINUTES or DAY_MINUTES)


def _over_midnight(first: ClockTime, last: ClockTime) -> Minutes:
    start = _minutes(first)
    end = (start // DAY_MINUTES + 1) * DAY_MINUTES if last.midnight else _minutes(last)
    while end <= start:
        end += DAY_MINUTES
    return Minutes(start, end)


def time_minutes(time: ClockTime, part: Part | None, *, dated: bool, closes: bool = False) -> int:
    """One clock time as minutes after midnight. `closes`: it ends something, where midnight is the coming one."""
    if time.midnight:
        if part in (Part.NIGHT, Part.EVENING) or not dated:
            return DAY_MINUTES
        raise Doubt("ambiguous_time", "hours", "midnight")
    if part is not None and time.hour < 24:
        qualified = qualify(time, part)
        low, high = _PART_BOUNDS[part]
        if not low * 60 <= _minutes(qualified) <= high * 60:
            raise Doubt("contradiction", "hours", "not_in_part", time, part)
        return _minutes(qualified)
    if not time.fixed and time.hour != 12:
        raise Doubt("ambiguous_time", "end" if closes else "hours", "morning_or_evening", _clock(time))
    return _minutes(time)


def _minutes(time: ClockTime) -> int:
    return time.hour * 60 + time.minute


def _clock(time: ClockTime) -> str:
    return f"{time.hour}:{time.minute:02d}" if time.minute else str(time.hour)
