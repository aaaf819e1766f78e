"""One window for the phrases of a lot: from a start, up to an end, or named as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from auction_client.model.bid import Delivery
from nlp.resolve.when import hours as clock_hours
from nlp.resolve.when import zones
from nlp.resolve.when.deadlines import Deadlines
from nlp.resolve.when.doubt import Doubt
from nlp.resolve.when.frame import UNIT_DAYS, Span
from nlp.resolve.when.named_days import ONE_DAY
from nlp.resolve.when.types import (
    Ahead,
    CalendarDate,
    ClockRange,
    Day,
    Deadline,
    Duration,
    Flex,
    Following,
    Moment,
    Month,
    Part,
    RelativeDay,
    TimeExpression,
    Week,
    Weekday,
)


class Windows(Deadlines):
    """Spans of time, and how a duration lies in them."""

    def one(self, whole: TimeExpression) -> Delivery:
        if whole.start is not None and not self._start_is_idle(whole):
            return self._from_start(whole, whole.start)
        if whole.end is not None:
            return self._up_to(whole, whole.end)
        if whole.days or whole.part or whole.half or whole.hours:
            return self.named(whole)
        raise Doubt("missing_time", "duration", "when")

    def _start_is_idle(self, whole: TimeExpression) -> bool:
        """ "asap, tonight": where a window is named, now says nothing more."""
        start = whole.start
        named = whole.days or whole.part or isinstance(whole.hours, ClockRange)
        return bool(start and start.now and named and not any(isinstance(day, Following) for day in whole.days))

    def _from_start(self, whole: TimeExpression, start: Moment) -> Delivery:
        """Rules `start_and_duration`, `start_and_end`, `now`, `in_n_hours`."""
        following = next((day for day in whole.days if isinstance(day, Following)), None)
        if following and start.now:
            return self.named(replace(whole, start=None))
        start_days = (*start.days, *whole.days)
        instant = self.start_instant(replace(start, days=start_days), whole)
        if whole.end is not None:
            end = self.deadline(whole.end, instant)
            return self.fit(Span(instant, end), whole)
        if start.earliest:
            if not (start.hours or start.part):
                raise Doubt("missing_time", "start", "latest")
            if whole.duration is None and not self.context.volume:
                raise Doubt("missing_time", "start", "how_long")
            part = start.part or whole.part
            closes = self.part_minutes(part).last if part else clock_hours.DAY_MINUTES
            day = (instant - timedelta(hours=6)).date() if part is Part.NIGHT else instant.date()
            return self.fit(Span(instant, self.instant(day, closes)), whole)
        if whole.duration is None:
            if start.part and not start.hours:
                if whole.part not in (None, start.part):
                    raise Doubt("ambiguous_time", "part", "until_part", whole.part)  # 오전부터 저녁까지
                return self.named(replace(whole, start=None, days=start_days, part=start.part))
            raise Doubt("missing_time", "start", "how_long")
        floor = self.down_to_slot(instant)
        if zones.before(floor, self.now) and not (start.now or start.ahead):
            if start.hours or instant.date() != self.now.date():
                raise Doubt("past_time", "start", "past", instant)
            return self.fit(Span(floor, self.after(floor, whole.duration)), replace(whole, duration=None))
        return self.fit(Span(floor, self.after(floor, whole.duration)), replace(whole, duration=None), started=True)

    def _up_to(self, whole: TimeExpression, end: Deadline) -> Delivery:
        """Rules `deadline`, `before`: from the next full hour, or from the start of the named days."""
        if whole.days:
            if end.kind == "before" and end.moment.days and not end.moment.hours and whole.duration is None:
                raise Doubt("ambiguous_time", "end", "which_day")  # "the Friday before Christmas"
            due_day = any(isinstance(day, Weekday | RelativeDay | CalendarDate) for day in end.moment.days)
            if end.kind == "by" and due_day and not end.moment.hours and whole.duration is None:
                raise Doubt("ambiguous_time", "end", "which_day")  # "Tuesday, at the latest Wednesday"
            if whole.part and end.moment.days:
                raise Doubt("ambiguous_time", "part", "hours_of_which_day")  # "Tuesday night, ... until Friday"
            interval = self.interval(whole)
            start = max(self.instant(interval.first, 0), self.next_hour)
            if end.moment.hours and not end.moment.days:
                minutes = clock_hours.time_minutes(end.moment.hours, whole.part, dated=True, closes=True)
                instant = self.instant(interval.first, minutes)
                if end.moment.hours.midnight is False and instant <= start and interval.days > 1:
                    instant = self.deadline(end, start)
            else:
                instant = self.deadline(end, start)
            if end.kind == "at" and self._counts_back(whole):
                return self._back_from(whole, instant)
            return self.fit(Span(start, instant), whole)
        instant = self.deadline(end, None)
        due = end.kind in ("by", "before") or (end.kind == "until" and self.context.korean)  # 까지 is "by" as well
        if due and whole.duration is None and not self.context.volume:
            raise Doubt("missing_time", "end", "start_or_length")
        if end.kind == "to" and whole.duration is None and not self.context.volume:
            raise Doubt("missing_time", "end", "start")
        if end.kind == "at" and self._counts_back(whole):
            return self._back_from(whole, instant)
        return self.fit(Span(self.next_hour, instant), whole)

    def _counts_back(self, whole: TimeExpression) -> bool:
        hours = whole.duration is not None and whole.duration.unit in ("hour", "minute")
        return hours and not whole.flex and not self.context.volume

    def _back_from(self, whole: TimeExpression, end: datetime) -> Delivery:
        """Rule `end_and_duration`: "8 hours ending 5pm tomorrow" begin 8 hours before."""
        assert whole.duration is not None
        end = zones.ceil_hour(end)
        start = zones.later(end, timedelta(hours=-self.hours(whole.duration)))
        if zones.before(start, self.now):
            raise Doubt("past_time", "end", "past", start)
        return self.fit(Span(start, end), replace(whole, duration=None))

    def named(self, whole: TimeExpression) -> Delivery:
        """Rules `day`, `part_of_day`, `clock_range`, `next_n`, and a duration inside any of them."""
        following = next((day for day in whole.days if isinstance(day, Following)), None)
        if following is not None:
            return self.fit(Span(self.now, self.now_plus_elapsed(following.duration)), whole, following=True)
        if not whole.days:
            return self.fit(self._dayless(whole), whole)
        if any(isinstance(day, Ahead) and day.duration.unit == "week" for day in whole.days) and not (
            whole.hours or whole.part
        ):
            raise Doubt("missing_time", "days", "how_long")
        interval = self.interval(whole)
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
            start = self.instant(interval.first, 0)
            if start < self.now:
                raise Doubt("past_time", "days", "past", start)
            return self.fit(Span(start, self.after(start, duration)), replace(whole, duration=None), started=True)
        minutes = self.minutes(whole, dated=True)
        span = Span(self.instant(interval.first, minutes.first), self.instant(interval.last - ONE_DAY, minutes.last))
        return self.fit(span, whole)

    def _dayless(self, whole: TimeExpression) -> Span:
        """Rule `nearest_such_hours`: today's if they lie ahead (a night: if it is not over), else tomorrow's."""
        minutes = self.minutes(whole, dated=False)
        today = self.now.date()
        night = whole.part is Part.NIGHT and whole.hours is None
        day = today
        if self.instant(today, minutes.last if night else minutes.first) < self.now:
            day = today + ONE_DAY
        if night and self.now.hour < 6:
            raise Doubt("ambiguous_time", "part", "tonight")
        self.note("day", "hours", "the_day_is", day)
        return Span(self.instant(day, minutes.first), self.instant(day, minutes.last))

    def fit(self, span: Span, whole: TimeExpression, *, started: bool = False, following: bool = False) -> Delivery:
        """Rules `past_window`, `now_inside`, `slot_rounding`, and the duration inside the window."""
        start, end = span
        if not zones.before(self.now, end):
            raise Doubt("past_time", "days", "past", end)
        if not zones.before(start, end):
            raise Doubt("contradiction", "end", "end_before_start", end, start)
        if (zones.before(start, self.now) and not started) or following:
            start = self.next_hour
        wide_start, wide_end = zones.floor_hour(start), zones.ceil_hour(end)
        if not following and not (zones.same_instant(wide_start, start) and zones.same_instant(wide_end, end)):
            self.note("slot_rounding", "hours", "widened", wide_start, wide_end)
        start, end = wide_start, wide_end
        if not zones.before(start, end):
            raise Doubt("past_time", "days", "under_an_hour")
        return self._with_duration(Span(start, end), whole)

    def _with_duration(self, span: Span, whole: TimeExpression) -> Delivery:
        start, end = span.start.astimezone(self.context.zone), span.end.astimezone(self.context.zone)
        length = zones.elapsed_hours(start, end)
        if whole.duration is None:
            spread = Flex.SPREAD in whole.flex and not self.context.offered
            if (spread or Flex.ANY_TIME in whole.flex) and not self.context.volume:
                raise Doubt("missing_time", "flex", "how_long")
            return Delivery(start=start, end=end)
        if is_the_period(whole.duration, whole.days):
            return Delivery(start=start, end=end)
        hours = self.hours(whole.duration)
        if whole.duration.unit in UNIT_DAYS and hours == 24 and abs(length - 24) <= 1:
            hours = round(length)
        if hours > length:
            raise Doubt("contradiction", "duration", "too_long_for_window", hours, float(length))
        if Flex.SPREAD in whole.flex and Flex.STRAIGHT in whole.flex:
            raise Doubt("contradiction", "flex", "one_go_or_spread")
        if hours == length:
            return Delivery(start=start, end=end)
        return Delivery(start=start, end=end, hours=hours, contiguous=Flex.SPREAD not in whole.flex)


def is_the_period(duration: Duration, days: tuple[Day, ...]) -> bool:
    """4월 한 달, 다음 주 일주일: the duration only repeats what the days are."""
    kinds = {"month": Month, "week": Week}
    kind = kinds.get(duration.unit)
    return duration.amount == 1 and kind is not None and any(isinstance(day, kind) for day in days)
