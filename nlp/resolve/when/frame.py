"""What one lot's phrases are resolved in: the present, the zone, the calendar, and the arithmetic of hours and days."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from nlp.resolve.when import hours as clock_hours
from nlp.resolve.when import zones
from nlp.resolve.when.calendar import Calendar
from nlp.resolve.when.doubt import Doubt, Remark
from nlp.resolve.when.messages import Value
from nlp.resolve.when.named_days import Interval
from nlp.resolve.when.resolution import TimeContext
from nlp.resolve.when.types import ClockRange, Duration, Part, TimeExpression

UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MAX_HOURS = 24 * 366 * 2


class Span(NamedTuple):
    """A stretch of time between two instants."""

    start: datetime
    end: datetime


class Frame:
    """The present and the zone of one resolution; notes the defaults that it applies."""

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

    def note(self, code: str, facet: str, key: str, *values: Value) -> None:
        self.notes.append(Remark(code, facet, key, values))

    def instant(self, day: date, minutes: int) -> datetime:
        return zones.at(day, minutes // 60, minutes % 60, self.zone)

    def part_minutes(self, part: Part) -> clock_hours.Minutes:
        """Rule `part_of_day`: the user's own hours, or the usual ones."""
        own = self.context.own_hours.get(part.value)
        return clock_hours.Minutes(own[0] * 60, own[1] * 60) if own else clock_hours.part_minutes(part)

    def hours(self, duration: Duration) -> int:
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
            self.note("slot_rounding", "duration", "hours_counted", float(exact), hours)
        if hours == 0:
            raise Doubt("missing_time", "duration", "how_long")
        return hours

    def after(self, start: datetime, duration: Duration) -> datetime:
        """Days are counted from midnight to midnight by the calendar, hours as they pass."""
        hours = self.hours(duration)
        if duration.unit in UNIT_DAYS and hours % 24 == 0:
            return zones.at(start.date() + timedelta(days=hours // 24), start.hour, start.minute, self.zone)
        return zones.later(start, timedelta(hours=hours))

    def now_plus(self, ahead: Duration) -> datetime:
        if ahead.amount is None:
            raise Doubt("missing_time", "start", "days_ahead")
        if ahead.unit in ("hour", "minute"):
            return zones.later(self.now, timedelta(hours=ahead.amount / (60 if ahead.unit == "minute" else 1)))
        whole_days = int(ahead.amount)
        day = self.calendar.days_ahead(whole_days, ahead.unit)
        minutes = self.now.hour * 60 + self.now.minute
        instant = self.instant(day, minutes)
        return zones.later(instant, timedelta(hours=24 * (ahead.amount - whole_days)))

    def now_plus_elapsed(self, duration: Duration) -> datetime:
        return zones.later(self.now, timedelta(hours=self.hours(duration)))

    def down_to_slot(self, instant: datetime) -> datetime:
        floor = zones.floor_hour(instant)
        if not zones.same_instant(floor, instant):
            self.note("slot_rounding", "start", "starts_at", floor)
        return floor

    def minutes(self, whole: TimeExpression, *, dated: bool) -> clock_hours.Minutes:
        if isinstance(whole.hours, ClockRange):
            return clock_hours.range_minutes(whole.hours, whole.part, dated=dated)
        if whole.half:
            return clock_hours.half_minutes(whole.half)
        if whole.part is None:
            return clock_hours.whole_day()
        first, last = self.part_minutes(whole.part)
        own = whole.part.value in self.context.own_hours
        code, key = (f"own_{whole.part}_hours", "own_hours") if own else (f"{whole.part}_hours", "part_hours")
        self.note(code, "part", key, whole.part, f"{first // 60:02d}:00", f"{last // 60 % 24:02d}:00")
        return clock_hours.Minutes(first, last)

    def interval(self, whole: TimeExpression) -> Interval:
        minutes = self.minutes(whole, dated=True)
        return self.calendar.resolve(
            whole.days, lambda interval: self.instant(interval.first, minutes.first) >= self.now
        )  # fmt: skip
