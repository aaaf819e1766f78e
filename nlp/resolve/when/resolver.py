"""Turns the time phrases of one lot into delivery windows, with one named rule for each convention."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from auction_client.model.bid import MAX_LOTS, Delivery
from nlp.resolve.when import hours as clock_hours
from nlp.resolve.when import zones
from nlp.resolve.when.calendar import ONE_DAY, Calendar, Doubt, Interval, Remark
from nlp.resolve.when.merge import CONTAINERS, Merged, as_deadline, merge
from nlp.resolve.when.messages import Value, say
from nlp.resolve.when.types import (
    Ahead,
    Ask,
    ClockRange,
    ClockTime,
    Day,
    DayRange,
    DaySet,
    Deadline,
    Duration,
    Flex,
    Following,
    Mode,
    Moment,
    Month,
    Part,
    RelativeDay,
    Repeat,
    TimeAssumption,
    TimeChoice,
    TimeContext,
    TimeExpression,
    TimeReading,
    Week,
    Weekday,
    Weekend,
    Workdays,
)

UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MAX_HOURS = 24 * 366 * 2


class Span(NamedTuple):
    """A stretch of time between two instants."""

    start: datetime
    end: datetime


def resolve(expressions: Sequence[TimeExpression], context: TimeContext) -> TimeReading:
    """The windows that a lot's time phrases come to. Their order does not matter, except in `index` of what is asked.

    Never raises for what was typed: what can't be resolved is in `asks`.
    """
    merged = merge(list(expressions))
    resolution = _Resolution(merged.whole, context)
    try:
        if merged.clashes:
            name, index = merged.clashes[0]
            raise Doubt("contradiction", name, "two_answers", name)
        windows, mode = resolution.windows()
    except Doubt as doubt:
        index = merged.source.get(doubt.facet, _any_index(merged))
        choices = _choices(merged.whole, context, doubt)
        return TimeReading(asks=(Ask(doubt.code, index, say(doubt.key, context.language, *doubt.values), choices),))
    except OverflowError:
        return TimeReading(asks=(Ask("missing_time", 0, say("too_far", context.language)),))
    assumptions = tuple(
        TimeAssumption(
            note.code, merged.source.get(note.facet, _any_index(merged)), say(note.key, context.language, *note.values)
        )
        for note in dict.fromkeys(resolution.notes + resolution.calendar.notes)
    )
    return TimeReading(tuple(windows), mode, (), assumptions)


def _any_index(merged: Merged) -> int:
    return min(merged.source.values(), default=0)


def resolve_until(expression: TimeExpression, context: TimeContext) -> datetime | Ask:
    """The instant that "good till <expression>" names: the end of that day, or the clock time."""
    deadline = as_deadline(expression)
    if deadline is None:
        return Ask("missing_time", 0, say("until_when", context.language))
    resolution = _Resolution(replace(expression, end=deadline, days=()), context)
    try:
        instant = resolution.deadline(deadline, None, rounded=False)
    except Doubt as doubt:
        return Ask(doubt.code, 0, say(doubt.key, context.language, *doubt.values))
    except OverflowError:
        return Ask("missing_time", 0, say("too_far", context.language))
    if instant <= context.now:
        return Ask("past_time", 0, say("past", context.language, instant))
    return instant


def _choices(whole: TimeExpression, context: TimeContext, doubt: Doubt) -> tuple[TimeChoice, ...]:
    """The readings of an ambiguous phrase, each resolved."""
    if doubt.code != "ambiguous_time":
        return ()
    found = []
    for label, variant in _variants(whole):
        resolution = _Resolution(variant, context)
        try:
            windows, _ = resolution.windows()
        except (Doubt, OverflowError):
            continue
        found.append(TimeChoice(say(label, context.language), tuple(windows)))
    return tuple(found)


def _variants(whole: TimeExpression) -> list[tuple[str, TimeExpression]]:
    end = whole.end
    if end and end.moment.part and end.moment.hours is None:
        first, last = clock_hours.part_minutes(end.moment.part)
        return [
            (
                name,
                replace(whole, end=replace(end, moment=replace(end.moment, part=None, hours=ClockTime(minutes // 60)))),
            )
            for name, minutes in (("until_it_begins", first), ("until_it_ends", last))
        ]
    if isinstance(whole.hours, ClockRange) and not (whole.hours.first.fixed or whole.hours.first.midnight):
        return [
            (name, replace(whole, hours=ClockRange(_fixed(whole.hours.first, extra), whole.hours.last)))
            for name, extra in (("am", 0), ("pm", 12))
        ]
    start = whole.start
    if start and start.hours and not (start.hours.fixed or start.hours.midnight):
        return [
            (name, replace(whole, start=replace(start, hours=_fixed(start.hours, extra))))
            for name, extra in (("am", 0), ("pm", 12))
        ]
    if start and start.hours and start.hours.midnight:
        return [
            (name, replace(whole, start=replace(start, hours=ClockTime(hour))))
            for name, hour in (("day_begins", 0), ("day_ends", 24))
        ]
    if isinstance(whole.hours, ClockRange) and whole.hours.first.midnight:
        return [
            (name, replace(whole, hours=ClockRange(ClockTime(hour), whole.hours.last)))
            for name, hour in (("day_begins", 0), ("day_ends", 24))
        ]
    if whole.part is Part.NIGHT and RelativeDay(0) in whole.days:
        return [
            ("night_that_is_on", replace(whole, days=(RelativeDay(-1),))),
            ("coming_night", replace(whole, days=(_COMING_TODAY,))),
        ]
    return []


_COMING_TODAY = Ahead(Duration(0, "day"))


def _fixed(time: ClockTime, extra: int) -> ClockTime:
    return ClockTime(time.hour % 12 + extra, time.minute)


class _Resolution:
    def __init__(self, whole: TimeExpression, context: TimeContext) -> None:
        self.whole = whole
        self.context = context
        self.zone = ZoneInfo(whole.zone) if whole.zone else context.zone
        self.now = context.now.astimezone(self.zone)
        self.next_hour = zones.ceil_hour(self.now)
        order_zone = context.zone
        self.calendar = Calendar(
            self.now.date(), month_first=zones.month_first(order_zone, korean=context.korean)
        )  # fmt: skip
        self.notes: list[Remark] = []

    def _note(self, code: str, facet: str, key: str, *values: Value) -> None:
        self.notes.append(Remark(code, facet, key, values))

    # Which shape the phrases have.

    def windows(self) -> tuple[list[Delivery], Mode]:
        """All windows and how many of them are wanted."""
        whole = self._with_ahead(self.whole)
        self._check_tonight(whole)
        if whole.repeat or any(isinstance(day, DaySet) for day in whole.days):
            return self._each(whole)
        if whole.start is None and whole.end is None and self._wants_each_day(whole):
            return self._each(replace(whole, repeat=Repeat()))
        if whole.start and whole.start.days and isinstance(whole.hours, ClockRange):
            if whole.duration is None and whole.end is None:
                return [self._named(replace(whole, days=(*whole.days, *whole.start.days), start=None))], "all"
            return self._each(replace(whole, repeat=Repeat()))
        return [self._one(whole)], "all"

    def _with_ahead(self, whole: TimeExpression) -> TimeExpression:
        """Rule `in_n_units`: the day that far on; the instant, where a duration counts from it or it is hours."""
        ahead = next((day for day in whole.days if isinstance(day, Ahead)), None)
        if ahead is None or ahead is _COMING_TODAY or whole.start:
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
        if whole.part is None and not isinstance(whole.hours, ClockRange):
            return False
        if any(isinstance(day, Weekend | Week | Month) for day in whole.days) and not any(
            isinstance(day, DayRange | Workdays | Weekday) for day in whole.days
        ):
            raise Doubt("ambiguous_time", "days", "hours_of_which_day")
        return any(isinstance(day, DayRange | Workdays) for day in whole.days) and not any(
            isinstance(day, Weekday) for day in whole.days
        )

    def _one(self, whole: TimeExpression) -> Delivery:
        if whole.start is not None and not self._start_is_idle(whole):
            return self._from_start(whole, whole.start)
        if whole.end is not None:
            return self._up_to(whole, whole.end)
        if whole.days or whole.part or whole.half or whole.hours:
            return self._named(whole)
        raise Doubt("missing_time", "duration", "when")

    def _start_is_idle(self, whole: TimeExpression) -> bool:
        """ "asap, tonight": where a window is named, now says nothing more."""
        start = whole.start
        named = whole.days or whole.part or isinstance(whole.hours, ClockRange)
        return bool(start and start.now and named and not any(isinstance(day, Following) for day in whole.days))

    # Windows with a stated start.

    def _from_start(self, whole: TimeExpression, start: Moment) -> Delivery:
        """Rules `start_and_duration`, `start_and_end`, `now`, `in_n_hours`."""
        following = next((day for day in whole.days if isinstance(day, Following)), None)
        if following and start.now:
            return self._named(replace(whole, start=None))
        start_days = (*start.days, *whole.days)
        instant = self._start_instant(replace(start, days=start_days), whole)
        if whole.end is not None:
            end = self.deadline(whole.end, instant)
            return self._fit(Span(instant, end), whole)
        if start.earliest:
            if not (start.hours or start.part):
                raise Doubt("missing_time", "start", "latest")
            if whole.duration is None and not self.context.volume:
                raise Doubt("missing_time", "start", "how_long")
            midnight = self._instant(instant.astimezone(self.zone).date() + ONE_DAY, 0)
            return self._fit(Span(instant, midnight), whole)
        if whole.duration is None:
            if start.part and not start.hours:
                return self._named(replace(whole, start=None, days=start_days, part=start.part))
            raise Doubt("missing_time", "start", "how_long")
        floor = self._down_to_slot(instant)
        if floor < self.now and not (start.now or start.ahead):
            if start.hours or instant.date() != self.now.date():
                raise Doubt("past_time", "start", "past", instant)
            return self._fit(Span(floor, self._after(floor, whole.duration)), replace(whole, duration=None))
        return self._fit(Span(floor, self._after(floor, whole.duration)), replace(whole, duration=None), started=True)

    def _start_instant(self, start: Moment, whole: TimeExpression) -> datetime:
        if start.now:
            return self.next_hour
        if start.ahead:
            return self._now_plus(start.ahead)
        days, part = start.days, start.part or whole.part
        if not days:
            if start.hours is None:
                raise Doubt("missing_time", "start", "which_day")
            minutes = self._end_fixes(start.hours, whole) or clock_hours.time_minutes(start.hours, part, dated=False)
            instant = self._instant(self.now.date(), minutes)
            if instant < self.now:
                instant = self._instant(self.now.date() + ONE_DAY, minutes)
            self._note("day", "start", "the_day_is", instant.date())
            return instant
        if start.hours:
            minutes = self._end_fixes(start.hours, whole) or clock_hours.time_minutes(start.hours, part, dated=True)
        else:
            minutes = clock_hours.part_minutes(part).first if part else 0
        interval = self.calendar.resolve(days, lambda each: self._instant(each.first, minutes) >= self.now)
        return self._instant(interval.first, minutes)

    def _end_fixes(self, start: ClockTime, whole: TimeExpression) -> int | None:
        """ "from 8 until 5pm": a bare start beside a fixed end on the same day."""
        end = whole.end.moment if whole.end else None
        if start.fixed or start.midnight or end is None or end.hours is None or not end.hours.fixed or end.days:
            return None
        return clock_hours.range_minutes(ClockRange(start, end.hours), None, dated=True).first

    def _now_plus(self, ahead: Duration) -> datetime:
        if ahead.amount is None:
            raise Doubt("missing_time", "start", "days_ahead")
        if ahead.unit in ("hour", "minute"):
            return zones.later(self.now, timedelta(hours=ahead.amount / (60 if ahead.unit == "minute" else 1)))
        whole_days = int(ahead.amount)
        day = self.calendar.days_ahead(whole_days, ahead.unit)
        minutes = self.now.hour * 60 + self.now.minute
        instant = self._instant(day, minutes)
        return zones.later(instant, timedelta(hours=24 * (ahead.amount - whole_days)))

    def _after(self, start: datetime, duration: Duration) -> datetime:
        """Days are counted from midnight to midnight by the calendar, hours as they pass."""
        hours = self._hours(duration)
        if duration.unit in UNIT_DAYS and hours % 24 == 0:
            return zones.at(start.date() + timedelta(days=hours // 24), start.hour, start.minute, self.zone)
        return zones.later(start, timedelta(hours=hours))

    def _hours(self, duration: Duration) -> int:
        """Whole slots of a duration."""
        if duration.amount is None:
            raise Doubt("missing_time", "duration", "how_long")
        if duration.unit == "minute":
            exact = duration.amount / 60
        elif duration.unit == "business_day":
            raise Doubt("ambiguous_time", "duration", "business_days_in_a_row")
        else:
            exact = duration.amount * (1 if duration.unit == "hour" else 24 * UNIT_DAYS[duration.unit])
        hours = math.ceil(exact)
        if hours > _MAX_HOURS:
            raise Doubt("contradiction", "duration", "too_long")
        if hours != exact:
            self._note("slot_rounding", "duration", "hours_counted", float(exact), hours)
        if hours == 0:
            raise Doubt("missing_time", "duration", "how_long")
        return hours

    # Windows with a stated end only.

    def _up_to(self, whole: TimeExpression, end: Deadline) -> Delivery:
        """Rules `deadline`, `before`: from the next full hour, or from the start of the named days."""
        if whole.days:
            interval = self._interval(whole)
            start = max(self._instant(interval.first, 0), self.next_hour)
            if end.moment.hours and not end.moment.days:
                minutes = clock_hours.time_minutes(end.moment.hours, whole.part, dated=True, closes=True)
                instant = self._instant(interval.first, minutes)
                if end.moment.hours.midnight is False and instant <= start and interval.days > 1:
                    instant = self.deadline(end, start)
            else:
                instant = self.deadline(end, start)
            return self._fit(Span(start, instant), whole)
        instant = self.deadline(end, None)
        if end.kind in ("by", "before") and whole.duration is None and not self.context.volume:
            raise Doubt("missing_time", "end", "start_or_length")
        if end.kind == "to" and whole.duration is None and not self.context.volume:
            raise Doubt("missing_time", "end", "start")
        return self._fit(Span(self.next_hour, instant), whole)

    def deadline(self, end: Deadline, start: datetime | None, *, rounded: bool = True) -> datetime:
        """The instant a window ends at; after its start, where it has one."""
        moment = end.moment
        if moment.ahead:
            instant = self._now_plus(moment.ahead)
            return zones.ceil_hour(instant) if rounded else instant
        if moment.now:
            return self.next_hour
        if not moment.days:
            return self._clock_deadline(end, start)
        base = start.astimezone(self.zone) if start else self.now
        if moment.hours:
            return self._dated_deadline(end, moment, start)
        part = clock_hours.part_minutes(moment.part) if moment.part else clock_hours.whole_day()
        if moment.part and end.kind != "before" and rounded:
            raise Doubt("ambiguous_time", "end", "until_part", moment.part)
        minutes = part.first if end.kind == "before" else part.last

        def instant_of(interval: Interval) -> datetime:
            day = interval.first if end.kind == "before" else interval.last - ONE_DAY
            return self._instant(day, minutes)

        if start is not None and end.kind in ("to", "until"):
            day = self.calendar.after(base.date(), moment.days[0], self._week())
            return self._instant(day, minutes)
        interval = self.calendar.resolve(moment.days, lambda each: instant_of(each) > self.now)
        return instant_of(interval)

    def _week(self) -> Week | None:
        return next((day for day in self.whole.days if isinstance(day, Week)), None)

    def _clock_deadline(self, end: Deadline, start: datetime | None) -> datetime:
        moment = end.moment
        if moment.hours is None and moment.part is None:
            raise Doubt("missing_time", "end", "until_when")
        base = start.astimezone(self.zone) if start else self.now
        if moment.hours is None and moment.part:
            if end.kind != "before":
                raise Doubt("ambiguous_time", "end", "until_part", moment.part)
            minutes = clock_hours.part_minutes(moment.part).first
        elif moment.hours and not moment.hours.fixed and start is not None and moment.part is None:
            first = ClockTime(base.hour, base.minute)
            span = clock_hours.range_minutes(ClockRange(first, moment.hours), None, dated=False)
            return self._instant(base.date(), span.last)
        else:
            assert moment.hours is not None
            minutes = clock_hours.time_minutes(moment.hours, moment.part, dated=False, closes=True)
        instant = self._instant(base.date(), minutes)
        return instant if instant > base else self._instant(base.date() + ONE_DAY, minutes)

    def _dated_deadline(self, end: Deadline, moment: Moment, start: datetime | None) -> datetime:
        assert moment.hours is not None
        hours = moment.hours
        if hours.midnight and start is not None and moment.part is None:
            day = self.calendar.after(start.date(), moment.days[0], self._week())
            if day == start.date():
                return self._instant(day, 24 * 60)
        minutes = clock_hours.time_minutes(hours, moment.part, dated=True, closes=True)
        if start is not None and end.kind in ("to", "until"):
            day = self.calendar.after(start.date(), moment.days[0], self._week())
            return self._instant(day, minutes)
        interval = self.calendar.resolve(moment.days, lambda each: self._instant(each.first, minutes) > self.now)
        return self._instant(interval.first, minutes)

    # Windows that are named as a whole.

    def _named(self, whole: TimeExpression) -> Delivery:
        """Rules `day`, `part_of_day`, `clock_range`, `next_n`, and a duration inside any of them."""
        following = next((day for day in whole.days if isinstance(day, Following)), None)
        if following is not None:
            return self._fit(Span(self.now, self._now_plus_elapsed(following.duration)), whole, following=True)
        if not whole.days:
            return self._fit(self._dayless(whole), whole)
        if any(isinstance(day, Ahead) and day.duration.unit == "week" for day in whole.days) and not (
            whole.hours or whole.part
        ):
            raise Doubt("missing_time", "days", "how_long")
        interval = self._interval(whole)
        duration = whole.duration
        starts = (
            duration is not None
            and duration.unit in UNIT_DAYS
            and interval.days == 1
            and not whole.inside
            and (duration.amount or 0) * UNIT_DAYS[duration.unit] > 1
            and not (whole.hours or whole.part)
        )
        if starts and duration is not None:
            start = self._instant(interval.first, 0)
            if start < self.now:
                raise Doubt("past_time", "days", "past", start)
            return self._fit(Span(start, self._after(start, duration)), replace(whole, duration=None), started=True)
        minutes = self._minutes(whole, dated=True)
        span = Span(self._instant(interval.first, minutes.first), self._instant(interval.last - ONE_DAY, minutes.last))
        return self._fit(span, whole)

    def _now_plus_elapsed(self, duration: Duration) -> datetime:
        return zones.later(self.now, timedelta(hours=self._hours(duration)))

    def _interval(self, whole: TimeExpression) -> Interval:
        minutes = self._minutes(whole, dated=True)
        return self.calendar.resolve(
            whole.days, lambda interval: self._instant(interval.first, minutes.first) >= self.now
        )  # fmt: skip

    def _minutes(self, whole: TimeExpression, *, dated: bool) -> clock_hours.Minutes:
        if isinstance(whole.hours, ClockRange):
            return clock_hours.range_minutes(whole.hours, whole.part, dated=dated)
        if whole.half:
            return clock_hours.half_minutes(whole.half)
        if whole.part is None:
            return clock_hours.whole_day()
        first, last = clock_hours.part_minutes(whole.part)
        remark = Remark(f"{whole.part}_hours", "part", "part_hours", (whole.part, f"{first // 60:02d}:00",
                                                                      f"{last // 60 % 24:02d}:00"))  # fmt: skip
        self.notes.append(remark)
        return clock_hours.Minutes(first, last)

    def _dayless(self, whole: TimeExpression) -> Span:
        """Rule `nearest_such_hours`: today's if they lie ahead (a night: if it is not over), else tomorrow's."""
        minutes = self._minutes(whole, dated=False)
        today = self.now.date()
        night = whole.part is Part.NIGHT and whole.hours is None
        day = today
        if self._instant(today, minutes.last if night else minutes.first) < self.now:
            day = today + ONE_DAY
        if night and self.now.hour < 6:
            raise Doubt("ambiguous_time", "part", "tonight")
        self._note("day", "hours", "the_day_is", day)
        return Span(self._instant(day, minutes.first), self._instant(day, minutes.last))

    # Several windows.

    def _each(self, whole: TimeExpression) -> tuple[list[Delivery], Mode]:
        """Rules `every`, `any`: one window for each day, night or weekend that begins in the rest of the period."""
        repeat = whole.repeat or Repeat()
        whole, interval, consecutive = self._period(whole, repeat)
        minutes = self._minutes(whole, dated=True)
        spans = [
            Span(self._instant(first, minutes.first), self._instant(last - ONE_DAY, minutes.last))
            for first, last in self._occasions(whole, repeat, interval)
        ]
        spans = [span for span in spans if span.start >= self.now]
        if repeat.low and not repeat.choose:
            spans = spans[: repeat.low]
        if not spans:
            raise Doubt("past_time", "days", "none_left")
        if len(spans) > MAX_LOTS:
            raise Doubt("unsupported", "repeat", "too_many", len(spans), MAX_LOTS)
        lot = replace(whole, days=(), start=None, end=None, repeat=None)
        windows = [self._fit(span, lot) for span in spans]
        return windows, self._mode(repeat, len(windows), consecutive=consecutive)

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
        sets = [day for day in whole.days if isinstance(day, DaySet)]
        if not repeat.choose and not days and sets:
            days = ()
        interval = self.calendar.resolve(days, lambda _: True) if days and not self._singles(days) else None
        if days and interval is None:
            interval = self.calendar.resolve(days, lambda _: True)
        start, end = whole.start, whole.end
        first = interval.first if interval else today
        if start and (start.days or start.ahead):
            begun = self._start_instant(replace(start, hours=None, part=None), whole)
            first = max(first, begun.date()) if interval else begun.date()
        following = next((day for day in whole.days if isinstance(day, Following)), None)
        duration = whole.duration
        if following:
            return whole, Interval(today, today + self._days_of(following.duration)), False
        if duration and duration.unit in UNIT_DAYS:
            whole = replace(whole, duration=None)
            return whole, Interval(first, first + self._days_of(duration)), False
        if end is not None:
            opening = self._instant(first, 0) if start and start.days else None
            last = self.deadline(replace(end, moment=replace(end.moment, hours=None, part=None)), opening)
            return whole, Interval(first, (last - timedelta(microseconds=1)).date() + ONE_DAY), False
        if interval:
            return whole, Interval(first, interval.last), False
        if sets:
            return whole, Interval(first, first + timedelta(days=366)), False
        if repeat.choose and repeat.low and repeat.low == repeat.high and start and start.days:
            return whole, Interval(first, first + timedelta(days=repeat.low)), True
        if repeat.low and not repeat.choose:
            return whole, Interval(today, today + timedelta(days=7 * repeat.low + 7)), False
        raise Doubt("missing_time", "repeat", "which_days")

    def _singles(self, days: tuple[Day, ...]) -> bool:
        return not any(isinstance(day, CONTAINERS) for day in days)

    def _days_of(self, duration: Duration) -> timedelta:
        return timedelta(days=math.ceil(self._hours(duration) / 24))

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
        minutes = self._minutes(whole, dated=True)
        return self.calendar.resolve((day,), lambda each: self._instant(each.first, minutes.first) >= self.now)

    # From a stretch of time to a delivery.

    def _fit(self, span: Span, whole: TimeExpression, *, started: bool = False, following: bool = False) -> Delivery:
        """Rules `past_window`, `now_inside`, `slot_rounding`, and the duration inside the window."""
        start, end = span
        if end <= self.now:
            raise Doubt("past_time", "days", "past", end)
        if end <= start:
            raise Doubt("contradiction", "end", "end_before_start", end, start)
        if (start < self.now and not started) or following:
            start = self.next_hour
        wide_start, wide_end = zones.floor_hour(start), zones.ceil_hour(end)
        if not following and not (zones.same_instant(wide_start, start) and zones.same_instant(wide_end, end)):
            self._note("slot_rounding", "hours", "widened", wide_start, wide_end)
        start, end = wide_start, wide_end
        if end <= start:
            raise Doubt("past_time", "days", "under_an_hour")
        return self._with_duration(Span(start, end), whole)

    def _with_duration(self, span: Span, whole: TimeExpression) -> Delivery:
        start, end = span.start.astimezone(self.context.zone), span.end.astimezone(self.context.zone)
        length = zones.elapsed_hours(start, end)
        if whole.duration is None:
            if Flex.ANY_TIME in whole.flex and not self.context.volume:
                raise Doubt("missing_time", "flex", "how_long")
            return Delivery(start=start, end=end)
        if _is_the_period(whole.duration, whole.days):
            return Delivery(start=start, end=end)
        hours = self._hours(whole.duration)
        if whole.duration.unit in UNIT_DAYS and hours == 24 and abs(length - 24) <= 1:
            hours = round(length)
        if hours > length:
            raise Doubt("contradiction", "duration", "too_long_for_window", hours, float(length))
        if Flex.SPREAD in whole.flex and Flex.STRAIGHT in whole.flex:
            raise Doubt("contradiction", "flex", "one_go_or_spread")
        if hours == length:
            return Delivery(start=start, end=end)
        return Delivery(start=start, end=end, hours=hours, contiguous=Flex.SPREAD not in whole.flex)

    def _down_to_slot(self, instant: datetime) -> datetime:
        floor = zones.floor_hour(instant)
        if not zones.same_instant(floor, instant):
            self._note("slot_rounding", "start", "starts_at", floor)
        return floor

    def _instant(self, day: date, minutes: int) -> datetime:
        return zones.at(day, minutes // 60, minutes % 60, self.zone)


def _is_the_period(duration: Duration, days: tuple[Day, ...]) -> bool:
    """4월 한 달, 다음 주 일주일: the duration only repeats what the days are."""
    kinds = {"month": Month, "week": Week}
    kind = kinds.get(duration.unit)
    return duration.amount == 1 and kind is not None and any(isinstance(day, kind) for day in days)
