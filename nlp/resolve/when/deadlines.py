"""Where windows begin and end, where the words name a point: from, by, until, before."""

from __future__ import annotations

from datetime import date, datetime

from nlp.resolve.when import hours as clock_hours
from nlp.resolve.when import zones
from nlp.resolve.when.doubt import Doubt
from nlp.resolve.when.frame import Frame
from nlp.resolve.when.named_days import ONE_DAY, Interval
from nlp.resolve.when.types import (
    ClockRange,
    ClockTime,
    Day,
    Deadline,
    Moment,
    TimeExpression,
    Week,
    Weekday,
)


class Deadlines(Frame):
    """Instants of stated starts and ends."""

    def start_instant(self, start: Moment, whole: TimeExpression) -> datetime:
        if start.now:
            return self.next_hour
        if start.ahead:
            return self.now_plus(start.ahead)
        days, part = start.days, start.part or whole.part
        if not days:
            if start.hours is None:
                raise Doubt("missing_time", "start", "which_day")
            minutes = self._end_fixes(start.hours, whole) or clock_hours.time_minutes(start.hours, part, dated=False)
            instant = self.instant(self.now.date(), minutes)
            if instant < self.now:
                instant = self.instant(self.now.date() + ONE_DAY, minutes)
            self.note("day", "start", "the_day_is", instant.date())
            return instant
        if start.hours:
            minutes = self._end_fixes(start.hours, whole) or clock_hours.time_minutes(start.hours, part, dated=True)
        else:
            minutes = self.part_minutes(part).first if part else 0
        interval = self.calendar.resolve(days, lambda each: self.instant(each.first, minutes) >= self.now)
        return self.instant(interval.first, minutes)

    def _end_fixes(self, start: ClockTime, whole: TimeExpression) -> int | None:
        """ "from 8 until 5pm": a bare start beside a fixed end on the same day."""
        end = whole.end.moment if whole.end else None
        if start.fixed or start.midnight or end is None or end.hours is None or not end.hours.fixed:
            return None
        if end.days:
            return start.hour * 60 + start.minute if end.hours.written24 else None
        return clock_hours.range_minutes(ClockRange(start, end.hours), None, dated=True).first

    def deadline(self, end: Deadline, start: datetime | None, *, rounded: bool = True) -> datetime:
        """The instant a window ends at; after its start, where it has one."""
        moment = end.moment
        if moment.ahead:
            instant = self.now_plus(moment.ahead)
            return zones.ceil_hour(instant) if rounded else instant
        if moment.now:
            return self.next_hour
        if not moment.days:
            return self._clock_deadline(end, start)
        base = start.astimezone(self.zone) if start else self.now
        if moment.hours:
            return self._dated_deadline(end, moment, start)
        part = self.part_minutes(moment.part) if moment.part else clock_hours.whole_day()
        if moment.part and end.kind != "before" and rounded:
            raise Doubt("ambiguous_time", "end", "until_part", moment.part)
        minutes = part.first if end.kind == "before" else part.last

        def instant_of(interval: Interval) -> datetime:
            day = interval.first if end.kind == "before" else interval.last - ONE_DAY
            return self.instant(day, minutes)

        if start is not None and end.kind in ("to", "until", "at"):
            day = self._last_day(base.date(), moment.days)
            return self.instant(day, minutes)
        interval = self.calendar.resolve(moment.days, lambda each: instant_of(each) > self.now)
        return instant_of(interval)

    def week(self) -> Week | None:
        return next((day for day in self.whole.days if isinstance(day, Week)), None)

    def _last_day(self, first: date, days: tuple[Day, ...]) -> date:
        """The first such day that is not before `first`: of "Sunday 29 Nov" the date, which has to be a Sunday."""
        found = self.calendar.after(
            first, next((day for day in days if not isinstance(day, Weekday)), days[0]), self.week()
        )
        named = next((day for day in days if isinstance(day, Weekday)), None)
        if named is not None and found.weekday() != named.weekday:
            raise Doubt("contradiction", "days", "days_disagree", (found, named))
        return found

    def _clock_deadline(self, end: Deadline, start: datetime | None) -> datetime:
        moment = end.moment
        if moment.hours is None and moment.part is None:
            raise Doubt("missing_time", "end", "until_when")
        base = start.astimezone(self.zone) if start else self.now
        if moment.hours is None and moment.part:
            if end.kind != "before":
                raise Doubt("ambiguous_time", "end", "until_part", moment.part)
            minutes = self.part_minutes(moment.part).first
        elif moment.hours and not moment.hours.fixed and start is not None and moment.part is None:
            first = ClockTime(base.hour, base.minute)
            span = clock_hours.range_minutes(ClockRange(first, moment.hours), None, dated=False)
            return self.instant(base.date(), span.last)
        else:
            assert moment.hours is not None
            minutes = clock_hours.time_minutes(moment.hours, moment.part, dated=False, closes=True)
        instant = self.instant(base.date(), minutes)
        return instant if instant > base else self.instant(base.date() + ONE_DAY, minutes)

    def _dated_deadline(self, end: Deadline, moment: Moment, start: datetime | None) -> datetime:
        assert moment.hours is not None
        hours = moment.hours
        if hours.midnight and start is not None and moment.part is None:
            day = self._last_day(start.date(), moment.days)
            if day == start.date():
                return self.instant(day, 24 * 60)
        begins = self.whole.start.hours if self.whole.start else None
        if begins is not None and begins.written24 and not hours.midnight and moment.part is None:
            minutes = hours.hour * 60 + hours.minute  # "Friday 18:00 to Monday 8:00": who counts to 24 does so twice
        elif (bare := self._first_such_hour(end, start)) is not None:
            minutes = bare
        else:
            minutes = clock_hours.time_minutes(hours, moment.part, dated=True, closes=True)
        if start is not None and end.kind in ("to", "until", "at"):
            day = self._last_day(start.date(), moment.days)
            return self.instant(day, minutes)
        interval = self.calendar.resolve(moment.days, lambda each: self.instant(each.first, minutes) > self.now)
        return self.instant(interval.first, minutes)

    def _first_such_hour(self, end: Deadline, start: datetime | None) -> int | None:
        """Rule `bare_end` over midnight: 밤 10시부터 다음날 6시. Only where the first such hour after the start is on
        the day that is said, so that no other could be meant."""
        hours, days = end.moment.hours, end.moment.days
        if start is None or hours is None or hours.fixed or end.moment.part or end.kind not in ("to", "until"):
            return None
        begins = start.astimezone(self.zone)
        first = ClockTime(begins.hour, begins.minute)
        span = clock_hours.range_minutes(ClockRange(first, hours), None, dated=False)
        closes = self.instant(begins.date(), span.last)
        if closes.date() != self._last_day(begins.date(), days):
            return None
        return closes.hour * 60 + closes.minute
