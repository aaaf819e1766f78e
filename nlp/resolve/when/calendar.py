"""Days and periods as intervals of dates: what several days agree to, ranges of days, and days that lean on others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from nlp.resolve.when.doubt import Doubt, Remark
from nlp.resolve.when.messages import Plain, Value
from nlp.resolve.when.named_days import ONE_DAY, Interval, NamedDays, made_date, next_month, one_day
from nlp.resolve.when.types import (
    Ahead,
    CalendarDate,
    Day,
    DayRange,
    Holiday,
    Later,
    Month,
    MonthDays,
    MonthEnd,
    NthWeekday,
    NumericDate,
    NumericMonth,
    RelativeDay,
    RestOf,
    Same,
    Week,
    Weekday,
    Weekend,
    WeekOf,
    WeekOfMonth,
    Workdays,
)

_LONGEST_BEGUN = timedelta(days=183)  # a longer range that has begun is one whose ends were mixed up


class Calendar(NamedDays):
    """Resolves days from one date, in one order of day and month. Notes the defaults that it applied."""

    def __init__(self, today: date, *, month_first: bool) -> None:
        super().__init__(today, month_first=month_first)
        self.notes: list[Remark] = []

    def resolve(self, days: tuple[Day, ...], ahead: Callable[[Interval], bool]) -> Interval:
        """The earliest interval that every one of the days agrees to and, where a weekday is open, lies ahead.

        Raises Doubt: the days contradict each other, or can't be placed.
        """
        days = tuple(sorted(days, key=lambda day: not isinstance(day, NumericDate)))
        dated = any(isinstance(day, CalendarDate | NumericDate | NthWeekday | Holiday) for day in days)
        week = next((day for day in days if isinstance(day, Week)), None)
        lists = [list(self._candidates(day, dated=dated, week=week, ahead=ahead)) for day in days]
        if all(isinstance(day, Weekday | CalendarDate) for day in days) and any(
            isinstance(day, Weekday) for day in days
        ):
            # "Tuesday the 23rd" may skip a month; half a year on, one of the two is wrong
            lists = [found[:2] if _is_number(day) else found for day, found in zip(days, lists, strict=True)]
        agreed = lists[0]
        for others in lists[1:]:
            agreed = [both for one in agreed for other in others if (both := _agreement(one, other))]
        if not agreed:
            raise Doubt("contradiction", "days", "days_disagree", _names(days, lists))
        best = agreed[0]
        self._note_choices(days, lists, best)
        return best

    def _note(self, code: str, key: str, *values: Value) -> None:
        self.notes.append(Remark(code, "days", key, values))

    def _note_choices(self, days: tuple[Day, ...], lists: list[list[Interval]], best: Interval) -> None:
        for day, intervals in zip(days, lists, strict=True):
            if isinstance(day, NumericDate) and len(intervals) == 2:
                self._note("date_order", "read_as_date", f"{day.first}/{day.second}", best.first)
            if isinstance(day, Weekday) and not day.week and day.weekday == self.today.weekday():
                self._note("weekday", "the_day_is", best.first)
            yearless = isinstance(day, CalendarDate) and day.year is None and day.month is not None
            if yearless and best.first.year != self.today.year:
                self._note("year", "the_day_is", best.first)
            alone = _is_number(day) and len(days) > 1
            if alone and intervals and intervals[0] != best:
                self._note("weekday", "the_day_is", best.first)

    def _candidates(
        self, day: Day, *, dated: bool, week: Week | None, ahead: Callable[[Interval], bool]
    ) -> Iterator[Interval]:
        match day:
            case Weekday(number, None, before) if before and number == self.today.weekday() and not (dated or week):
                begun = self.resolve(before, ahead).first
                found = self._weekday(day, dated=dated, week=week, ahead=ahead)
                yield from (one for one in found if one.first >= begun)
            case Weekday():
                yield from self._weekday(day, dated=dated, week=week, ahead=ahead)
            case CalendarDate():
                yield from map(one_day, self._dates(day))
            case NumericDate():
                yield from self._numeric(day)
            case DayRange():
                yield self._checked_range(day, week, ahead)
            case _:
                yield self._single(day)

    def _single(self, day: Day) -> Interval:
        monday = self.today - timedelta(days=self.today.weekday())
        match day:
            case RelativeDay(offset):
                return one_day(self.today + timedelta(days=offset))
            case Later(offset, of):
                begun = self.resolve(of, lambda _: True).last - ONE_DAY if of else self.today
                return one_day(begun + timedelta(days=offset))
            case Week(offset):
                return Interval(monday + timedelta(weeks=offset), monday + timedelta(weeks=offset + 1))
            case Weekend(offset):
                return Interval(monday + timedelta(weeks=offset, days=5), monday + timedelta(weeks=offset + 1))
            case Workdays(offset):
                offset += offset == 0 and self.today.weekday() > 4
                return Interval(monday + timedelta(weeks=offset), monday + timedelta(weeks=offset, days=5))
            case Month():
                first = self._month(day, lambda _: True)
                return Interval(first, next_month(first))
            case NumericMonth(number, year):
                raise Doubt("ambiguous_time", "days", "month_or_day", number, str(year))
            case WeekOf(inner, weekend):
                inside = self.resolve((inner,), lambda _: True).first
                first = inside - timedelta(days=inside.weekday())
                return Interval(first + timedelta(days=5 if weekend else 0), first + timedelta(days=7))
            case WeekOfMonth() | NthWeekday() | MonthEnd() | MonthDays():
                return self.in_month(day)
            case Holiday(name):
                return one_day(self._holiday(name))
            case RestOf(unit):
                return self._rest(unit)
            case Ahead(duration):
                return one_day(self.days_ahead(duration.amount, duration.unit))
        raise Doubt("missing_time", "days", "same_as_what" if isinstance(day, Same) else "when")

    def _checked_range(self, span: DayRange, week: Week | None, ahead: Callable[[Interval], bool]) -> Interval:
        found = self._range(span, week, ahead)
        for day, weekday in zip((found.first, found.last - ONE_DAY), span.weekdays, strict=True):
            if weekday is not None and day.weekday() != weekday:
                raise Doubt("contradiction", "days", "days_disagree", (day, Weekday(weekday)))
        return found

    def _range(self, span: DayRange, week: Week | None, ahead: Callable[[Interval], bool]) -> Interval:
        """Rule `day_range`: both ends included; a range of dates may have begun, one of weekdays never has."""
        if isinstance(span.last, NumericMonth) or isinstance(span.first, NumericMonth):
            raise Doubt("ambiguous_time", "days", "last_month")
        if span.or_days and isinstance(span.last, CalendarDate):
            raise Doubt("ambiguous_time", "days", "day_or_length", span.last.day)
        if isinstance(span.last, Month):
            return self._range_to_month(span, span.last)
        dated = isinstance(span.first, CalendarDate | NumericDate) and span.first.year is None
        if dated and isinstance(span.last, CalendarDate | NumericDate):
            return self._range_of_dates(span.first, span.last)
        first = next(iter(self._candidates(span.first, dated=False, week=week, ahead=ahead))).first
        return Interval(first, self.after(first, span.last, week) + ONE_DAY)

    def _range_of_dates(self, first: Day, last: CalendarDate | NumericDate) -> Interval:
        if isinstance(last, CalendarDate) and last.month is None:
            begun = self._first_date(first)
            return Interval(begun, self.after(begun, last, None) + ONE_DAY)
        end = self._numeric(last)[0].first if isinstance(last, NumericDate) else self._dates(last)[0]
        begun = self._latest(first, end)
        if begun < self.today and end - begun > _LONGEST_BEGUN:
            raise Doubt("contradiction", "days", "order_of_days", end, begun.replace(year=end.year))
        return Interval(begun, end + ONE_DAY)

    def _first_date(self, day: Day) -> date:
        return next(iter(self._candidates(day, dated=True, week=None, ahead=lambda _: True))).first

    def _latest(self, day: Day, end: date) -> date:
        """The latest such date that is not after `end`."""
        if isinstance(day, NumericDate):
            year_calendar = Calendar(end.replace(day=1, month=1), month_first=self.month_first)
            month, number = (numeric := year_calendar._numeric(day)[0].first).month, numeric.day
        elif isinstance(day, CalendarDate) and day.month is None and day.day > end.day:
            month, number = (end.replace(day=1) - ONE_DAY).month, day.day  # 20일부터 2월 3일까지
        elif isinstance(day, CalendarDate):
            month, number = day.month or end.month, day.day
        else:
            return self._first_date(day)
        for year in range(end.year, end.year - 9, -1):
            made = made_date(year, month, number)
            if made and made <= end:
                return made
        raise Doubt("contradiction", "days", "no_such_date", f"{month}/{number}")

    def _range_to_month(self, span: DayRange, last: Month) -> Interval:
        if not span.through and isinstance(span.first, Month):
            raise Doubt("ambiguous_time", "days", "last_month")
        end = self._month(last, lambda _: True)
        begun = (
            self._latest(span.first, end) if isinstance(span.first, CalendarDate) else self._single_first(span.first)
        )
        if isinstance(span.first, Month) and span.first.year is None and last.year is not None:
            begun = date(
                last.year if (span.first.number or 1) <= end.month else last.year - 1, span.first.number or 1, 1
            )
        if end < begun:
            end = date(end.year + 1, end.month, 1)
        if span.through:
            return Interval(begun, next_month(end))
        self._note("range_end", "ends_where_month_begins", end)
        return Interval(begun, end)

    def _single_first(self, day: Day) -> date:
        return self.resolve((day,), lambda _: True).first

    def after(self, first: date, last: Day, week: Week | None) -> date:
        """The first day `last` that is not before `first`."""
        match last:
            case Weekday(weekday, offset):
                if offset or week:
                    monday = self.today - timedelta(days=self.today.weekday())
                    found = monday + timedelta(weeks=week.offset if week else offset or 0, days=weekday)
                    return found if found >= first else first + timedelta(days=(weekday - first.weekday()) % 7)
                return first + timedelta(days=(weekday - first.weekday()) % 7)
            case Later(days, _):
                return first + timedelta(days=days)
            case CalendarDate() | NumericDate() | Holiday() | NthWeekday():
                return Calendar(first, month_first=self.month_first).resolve((last,), lambda _: True).first
        named = self.resolve((last,), lambda _: True)
        if named.last <= first:
            raise Doubt("contradiction", "days", "order_of_days", named.first, first)
        return named.last - ONE_DAY


def _is_number(day: Day) -> bool:
    """Whether only the number of a day in its month is said."""
    return isinstance(day, CalendarDate) and day.month is None


def _names(days: tuple[Day, ...], lists: list[list[Interval]]) -> tuple[Plain, ...]:
    """What the days are: a weekday by its name, any other by its date."""
    named: list[Plain] = []
    for day, found in zip(days, lists, strict=True):
        if isinstance(day, Weekday) and not day.week:
            named.append(day)
        elif found:
            named.append(found[0].first)
    return tuple(named)


def _agreement(one: Interval, other: Interval) -> Interval | None:
    """The smaller of two intervals where the other holds it."""
    if one.first >= other.first and one.last <= other.last:
        return one
    return other if other.first >= one.first and other.last <= one.last else None
