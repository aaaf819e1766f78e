"""Which shape the phrases of a lot have, and the windows of those that repeat."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from auction_client.model.bid import MAX_LOTS, Delivery
from nlp.resolve.when import hours as clock_hours
from nlp.resolve.when.doubt import Doubt
from nlp.resolve.when.frame import UNIT_DAYS, Span
from nlp.resolve.when.named_days import ONE_DAY, Interval
from nlp.resolve.when.resolution import Mode
from nlp.resolve.when.types import (
    Ahead,
    CalendarDate,
    ClockRange,
    Day,
    DayRange,
    DaySet,
    Duration,
    Flex,
    Following,
    Moment,
    Month,
    Part,
    RelativeDay,
    Repeat,
    TimeExpression,
    Week,
    Weekday,
    Weekend,
    Workdays,
)
from nlp.resolve.when.windows import Windows

_SEVERAL = (DayRange, DaySet, Workdays, Week, Weekend, Month)
COMING_TODAY = Ahead(Duration(0, "day"))
"""The day that has begun, said so that its night is the coming one."""


class Resolution(Windows):
    """All windows of one lot."""

    def windows(self) -> tuple[list[Delivery], Mode]:
        """All windows and how many of them are wanted."""
        whole = _with_clock_apart(self._with_ahead(self.whole))
        self._check_tonight(whole)
        whole = _run_of_days(whole)
        if whole.repeat or any(isinstance(day, DaySet) for day in whole.days):
            return self._each(whole)
        if whole.end is None and (whole.start is None or _clock_starts(whole)) and self._wants_each_day(whole):
            return self._each(replace(whole, repeat=Repeat()))
        if whole.start and whole.start.days and isinstance(whole.hours, ClockRange):
            if whole.duration is None and whole.end is None:
                return [self.named(replace(whole, days=(*whole.days, *whole.start.days), start=None))], "all"
            return self._each(replace(whole, repeat=Repeat()))
        return [self.one(whole)], "all"

    def _with_ahead(self, whole: TimeExpression) -> TimeExpression:
        """Rule `in_n_units`: the day that far on; the instant, where a duration counts from it or it is hours."""
        ahead = next((day for day in whole.days if isinstance(day, Ahead)), None)
        if ahead is None or ahead is COMING_TODAY or whole.start:
            return whole
        unit = ahead.duration.unit
        clock = whole.hours or whole.part or whole.repeat
        instant = unit in ("hour", "minute") or (unit == "week" and not clock) or (whole.duration and not clock)
        if not instant or unit == "business_day":
            return whole
        days = tuple(day for day in whole.days if day is not ahead)
        return replace(whole, days=days, start=Moment(ahead=ahead.duration))

    def _check_tonight(self, whole: TimeExpression) -> None:
        """Rule `tonight_after_midnight`."""
        said = whole.part is Part.NIGHT and RelativeDay(0) in whole.days
        start = whole.start
        said = said or bool(start and start.part is Part.NIGHT and RelativeDay(0) in start.days)
        if said and self.now.hour < 6:
            raise Doubt("ambiguous_time", "days", "tonight")

    def _wants_each_day(self, whole: TimeExpression) -> bool:
        """Rule `hours_of_each_day`: Monday to Friday 9-5 is five windows."""
        if whole.part is None and not isinstance(whole.hours, ClockRange) and whole.start is None:
            return False
        if any(isinstance(day, Weekend | Week | Month) for day in whole.days) and not any(
            isinstance(day, DayRange | Workdays | Weekday | CalendarDate) for day in whole.days
        ):
            raise Doubt("ambiguous_time", "days", "hours_of_which_day")
        spoken_of_the_end = whole.part is not None and not isinstance(whole.hours, ClockRange)
        if spoken_of_the_end and not self.context.korean and any(isinstance(day, DayRange) for day in whole.days):
            raise Doubt("ambiguous_time", "part", "hours_of_which_day")  # "Monday to Wednesday evening"
        return any(isinstance(day, DayRange | Workdays) for day in whole.days) and not any(
            isinstance(day, Weekday) for day in whole.days
        )

    def _each(self, whole: TimeExpression) -> tuple[list[Delivery], Mode]:
        """Rules `every`, `any`: one window for each day, night or weekend that begins in the rest of the period."""
        repeat = whole.repeat or Repeat()
        starts_at = whole.start.hours if whole.start else None
        if starts_at and whole.end and whole.end.moment.hours and not whole.hours:
            raise Doubt("ambiguous_time", "hours", "hours_of_which_day")
        whole, interval, consecutive = self._period(whole, repeat)
        spans = [self._span(whole, each) for each in self._occasions(whole, repeat, interval)]
        spans = [span for span in spans if span.start >= self.now]
        if repeat.low and not repeat.choose:
            spans = spans[: repeat.low]
        if not spans:
            raise Doubt("past_time", "days", "none_left")
        if len(spans) > MAX_LOTS:
            raise Doubt("unsupported", "repeat", "too_many", len(spans), MAX_LOTS)
        lot = replace(whole, days=(), start=None, end=None, repeat=None)
        if _starts_each(whole) and not (whole.start and whole.start.earliest):
            lot = replace(lot, duration=None)
        windows = [self.fit(span, lot) for span in spans]
        return windows, self._mode(repeat, len(windows), consecutive=consecutive)

    def _span(self, whole: TimeExpression, occasion: Interval) -> Span:
        """The hours of one occasion: all that the words name, or from the hour at which each begins."""
        start = whole.start
        if not _starts_each(whole) or start is None or start.hours is None:
            minutes = self.minutes(whole, dated=True)
            return Span(
                self.instant(occasion.first, minutes.first), self.instant(occasion.last - ONE_DAY, minutes.last)
            )
        if whole.duration is None:
            raise Doubt("missing_time", "start", "how_long")
        part = start.part or whole.part
        begins = self.instant(occasion.first, clock_hours.time_minutes(start.hours, part, dated=True))
        if start.earliest:
            closes = self.part_minutes(part).last if part else clock_hours.DAY_MINUTES
            return Span(begins, self.instant(occasion.first, closes))
        begins = self.down_to_slot(begins)
        return Span(begins, self.after(begins, whole.duration))

    def _mode(self, repeat: Repeat, count: int, *, consecutive: bool) -> Mode:
        if not repeat.choose or consecutive:
            return "all"
        low = repeat.low or 1
        high = count if repeat.high is None else min(repeat.high, count)
        if low > count:
            raise Doubt("contradiction", "repeat", "not_enough_days", low, count)
        return "one" if (low, high) == (1, 1) else (low, high)

    def _period(self, whole: TimeExpression, repeat: Repeat) -> tuple[TimeExpression, Interval, bool]:
        """The days that are repeated over: named, or from a start, for a number of days, until an end."""
        today = self.now.date()
        days = tuple(day for day in whole.days if not isinstance(day, DaySet | Following))
        sets = any(isinstance(day, DaySet) for day in whole.days)
        interval = self.calendar.resolve(days, lambda _: True) if days else None
        start, end = whole.start, whole.end
        first = interval.first if interval else today
        if start and (start.days or start.ahead):
            begun = self.start_instant(replace(start, hours=None, part=None), whole)
            first = max(first, begun.date()) if interval else begun.date()
        following = next((day for day in whole.days if isinstance(day, Following)), None)
        if whole.duration == Duration(1, "day") and not repeat.choose:
            whole = replace(whole, duration=None)  # "every Saturday, one day": each of them whole
        if whole.over == Duration(1, "day") and interval:
            whole = replace(whole, over=None)  # 하루 4시간: so many on each day of the period
        duration = whole.over or whole.duration
        if following:
            return whole, Interval(today, today + self._days_of(following.duration)), False
        if duration and duration.unit in UNIT_DAYS:
            dated = interval or whole.part or whole.hours or (start and (start.days or start.ahead or start.now))
            if whole.over and not dated:
                raise Doubt("missing_time", "repeat", "which_days")  # 3일 동안 매일 9시간씩
            whole = whole if whole.over else replace(whole, duration=None)
            return whole, Interval(first, first + self._days_of(duration)), False
        if end is not None:
            opening = self.instant(first, 0) if start and start.days else None
            last = self.deadline(replace(end, moment=replace(end.moment, hours=None, part=None)), opening)
            return whole, Interval(first, (last - timedelta(microseconds=1)).date() + ONE_DAY), False
        if interval and interval.days == 1 and repeat.choose and repeat.low == repeat.high and (repeat.low or 1) > 1:
            return whole, Interval(first, first + timedelta(days=repeat.low or 1)), True
        if interval:
            return whole, Interval(first, interval.last), False
        if sets:
            return whole, Interval(first, first + timedelta(days=366)), False
        if repeat.choose and repeat.low and repeat.low == repeat.high and start and start.days:
            return whole, Interval(first, first + timedelta(days=repeat.low)), True
        if repeat.low and not repeat.choose:
            return whole, Interval(today, today + timedelta(days=7 * repeat.low + 7)), False
        raise Doubt("missing_time", "repeat", "which_days")

    def _days_of(self, duration: Duration) -> timedelta:
        return timedelta(days=math.ceil(self.hours(duration) / 24))

    def _occasions(self, whole: TimeExpression, repeat: Repeat, interval: Interval) -> list[Interval]:
        sets = [day for day in whole.days if isinstance(day, DaySet)]
        if sets:
            bounded = interval.days < 366
            return [self._member(day, interval, bounded=bounded, whole=whole) for day in sets[0].days]
        found = []
        day = interval.first
        while day < interval.last:
            if day.weekday() in whole.without:
                pass
            elif repeat.weekend and not whole.part and not whole.hours:
                if day.weekday() == 5:
                    found.append(Interval(day, day + timedelta(days=2)))
            elif day.weekday() in (repeat.weekdays & {5, 6} if repeat.weekend else repeat.weekdays):
                found.append(Interval(day, day + ONE_DAY))
            day += ONE_DAY
        return found

    def _member(self, day: Day, interval: Interval, *, bounded: bool, whole: TimeExpression) -> Interval:
        if bounded and isinstance(day, Weekday):
            first = interval.first + timedelta(days=(day.weekday - interval.first.weekday()) % 7)
            return Interval(first, first + ONE_DAY)
        minutes = self.minutes(whole, dated=True)
        return self.calendar.resolve((day,), lambda each: self.instant(each.first, minutes.first) >= self.now)


def _clock_starts(whole: TimeExpression) -> bool:
    """ "From 9am for 3 hours": an hour and a length of less than a day, beside days or without one."""
    start, duration = whole.start, whole.duration
    if start is None or start.hours is None or start.days or start.ahead or start.now or duration is None:
        return False
    return duration.unit in ("hour", "minute") and (duration.amount or 0) < 24


def _with_clock_apart(whole: TimeExpression) -> TimeExpression:
    """다음 주 평일 9시부터 3시간: several days that a start names besides an hour are days of their own."""
    start = whole.start
    if start is None or not any(isinstance(day, _SEVERAL) for day in start.days):
        return whole
    apart = replace(whole, days=(*whole.days, *start.days), start=replace(start, days=()))
    return apart if _clock_starts(apart) else whole


def _starts_each(whole: TimeExpression) -> bool:
    """ "Every night from 10pm": an hour at which each of the occasions begins."""
    return bool(whole.start and whole.start.hours) and not isinstance(whole.hours, ClockRange)


def _run_of_days(whole: TimeExpression) -> TimeExpression:
    """토일 이틀 연속: weekdays in a row that are wanted in one run are one window."""
    sets = [day for day in whole.days if isinstance(day, DaySet)]
    if len(sets) != 1 or Flex.STRAIGHT not in whole.flex or whole.part or whole.hours or whole.repeat:
        return whole
    names = [day.weekday for day in sets[0].days if isinstance(day, Weekday)]
    in_a_row = len(names) == len(sets[0].days) and all(b - a == 1 for a, b in pairwise(names))
    length = whole.duration
    if not in_a_row or (length and (length.unit, length.amount) != ("day", float(len(names)))):
        return whole
    run = DayRange(sets[0].days[0], sets[0].days[-1])
    return replace(whole, days=tuple(run if day is sets[0] else day for day in whole.days), duration=None)
