"""Days that are counted or named by themselves: weekdays, dates, months, holidays, as intervals of dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from nlp.resolve.when.doubt import Doubt
from nlp.resolve.when.lexicon import HOLIDAY_DATES, HOLIDAY_WEEKDAYS
from nlp.resolve.when.types import (
    CalendarDate,
    Month,
    MonthDays,
    MonthEnd,
    NthWeekday,
    NumericDate,
    Week,
    Weekday,
    WeekOfMonth,
)

ONE_DAY = timedelta(days=1)
_BEHIND_THANKSGIVING = {"black_friday": 1, "cyber_monday": 4}


class Interval(NamedTuple):
    """The dates from `first` up to, not including, `last`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days


class NamedDays:
    """Finds days from one date on, in one order of day and month."""

    def __init__(self, today: date, *, month_first: bool) -> None:
        self.today = today
        self.month_first = month_first

    def days_ahead(self, amount: float | None, unit: str) -> date:
        """The date that far from today."""
        if amount is None:
            raise Doubt("missing_time", "days", "days_ahead")
        count = int(amount)
        if count != amount or count > 3660:
            raise Doubt("missing_time", "days", "days_ahead")
        if unit == "business_day":
            day = self.today
            while count:
                day += ONE_DAY
                count -= day.weekday() < 5
            return day
        if unit in ("month", "year"):
            months = self.today.year * 12 + self.today.month - 1 + count * (12 if unit == "year" else 1)
            first = date(months // 12, months % 12 + 1, 1)
            return min(first + timedelta(days=self.today.day - 1), next_month(first) - ONE_DAY)
        return self.today + timedelta(days=count * 7 if unit == "week" else count)

    def _weekday(
        self, day: Weekday, *, dated: bool, week: Week | None, ahead: Callable[[Interval], bool]
    ) -> Iterator[Interval]:
        """Rules `weekday`, `this_weekday`, `next_weekday`. Beside a date only the name of the day counts."""
        first = self.today + timedelta(days=(day.weekday - self.today.weekday()) % 7)
        if dated:
            yield from (one_day(first + timedelta(weeks=weeks)) for weeks in range(-1, 520))
            return
        if week is not None or day.week:
            monday = self.today - timedelta(days=self.today.weekday())
            offset = week.offset if week is not None else day.week or 0
            yield one_day(monday + timedelta(weeks=offset, days=day.weekday))
            return
        for weeks in range(54):
            candidate = one_day(first + timedelta(weeks=weeks))
            if weeks or first > self.today or ahead(candidate):
                yield candidate

    def _dates(self, day: CalendarDate) -> list[date]:
        """Rule `next_such_date`: the next, or where only its number is said, the coming ones."""
        if day.year is not None and day.month is not None:
            made = made_date(day.year, day.month, day.day)
            if made is None:
                raise Doubt("contradiction", "days", "no_such_date", f"{day.year}-{day.month}-{day.day}")
            return [made]
        if day.month is not None:
            for year in range(self.today.year, self.today.year + 9):
                made = made_date(year, day.month, day.day)
                if made and made >= self.today:
                    return [made]
            raise Doubt("contradiction", "days", "no_such_date", f"{day.month}/{day.day}")
        found = []
        for months in range(18):
            number = self.today.month - 1 + months
            made = made_date(self.today.year + number // 12, number % 12 + 1, day.day)
            if made and made >= self.today:
                found.append(made)
        return found

    def _numeric(self, day: NumericDate) -> list[Interval]:
        """Rule `date_order`. Two intervals where both orders are dates, the preferred first."""
        if day.or_hours:
            raise Doubt("ambiguous_time", "days", "date_or_hours", f"{day.first}-{day.second}")
        day_first = day.day_first if day.day_first is not None else not self.month_first
        orders = [(day.second, day.first), (day.first, day.second)]
        if not day_first:
            orders.reverse()
        found = []
        for place, (month, of_month) in enumerate(orders):
            if place and (day.day_first is not None or day.first == day.second):
                break
            if 1 <= month <= 12 and 1 <= of_month <= 31:
                try:
                    found.append(one_day(self._dates(CalendarDate(of_month, month, day.year))[0]))
                except Doubt:
                    continue
        if not found:
            raise Doubt("contradiction", "days", "no_such_date", f"{day.first}/{day.second}")
        return found

    def _month(self, month: Month, suits: Callable[[date], bool]) -> date:
        """The first day of the month: by name the next that is not over."""
        this = self.today.replace(day=1)
        if month.number is None:
            for _ in range(month.offset or 0):
                this = next_month(this)
            if month.of_quarter:
                this = this.replace(month=(this.month + 2) // 3 * 3)
            return this
        if month.year is not None:
            return date(month.year, month.number, 1)
        year = self.today.year + (month.number < self.today.month)
        found = date(year, month.number, 1)
        return found if suits(found) else date(year + 1, month.number, 1)

    def in_month(self, day: WeekOfMonth | NthWeekday | MonthEnd | MonthDays) -> Interval:
        def inside(first: date) -> Interval:
            end = next_month(first)
            match day:
                case WeekOfMonth(number, _) if number > 0:
                    start = first + timedelta(days=7 * (number - 1))
                    return Interval(start, min(start + timedelta(days=7), end))
                case MonthDays(begin, finish, _):
                    edges = [first + timedelta(days=number - 1) if number > 0 else end + timedelta(days=number)
                             for number in (begin, finish)]  # fmt: skip
                    return Interval(edges[0], edges[1] + ONE_DAY)
                case WeekOfMonth():
                    return Interval(end - timedelta(days=7), end)
                case NthWeekday(number, weekday, _) if number > 0:
                    start = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
                    return Interval(start, start + ONE_DAY)
                case NthWeekday(_, weekday, _):
                    last = end - ONE_DAY
                    return one_day(last - timedelta(days=(last.weekday() - weekday) % 7))
            return one_day(end - ONE_DAY)

        first = self._month(day.month, lambda month: inside(month).last > self.today)
        found = inside(first)
        if isinstance(day, NthWeekday) and found.first.month != first.month:
            raise Doubt("contradiction", "days", "no_such_date", f"{first.year}-{first.month}")
        return found

    def _holiday(self, name: str) -> date:
        for year in (self.today.year, self.today.year + 1):
            if name in HOLIDAY_DATES:
                found = date(year, *HOLIDAY_DATES[name])
            else:
                key = "thanksgiving" if name in _BEHIND_THANKSGIVING else name
                month, nth, weekday = HOLIDAY_WEEKDAYS[key]
                found = (
                    NamedDays(date(year, month, 1), month_first=True)
                    .in_month(NthWeekday(nth, weekday, Month(month, year)))
                    .first
                )
                found += timedelta(days=_BEHIND_THANKSGIVING.get(name, 0))
            if found >= self.today:
                return found
        raise Doubt("missing_time", "days", "when")

    def _rest(self, unit: str) -> Interval:
        if unit == "week":
            return Interval(self.today, self.today + timedelta(days=7 - self.today.weekday()))
        if unit == "month":
            return Interval(self.today, next_month(self.today))
        return one_day(self.today)


def next_month(day: date) -> date:
    """The first day of the month after the one that the day lies in."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def one_day(day: date) -> Interval:
    return Interval(day, day + ONE_DAY)


def made_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
