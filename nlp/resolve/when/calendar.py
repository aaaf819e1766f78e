"""Days and periods as intervals of dates: one rule for each kind of day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from nlp.resolve.when.doubt import Doubt, Remark
from nlp.resolve.when.lexicon import HOLIDAY_DATES, HOLIDAY_WEEKDAYS
from nlp.resolve.when.messages import Plain, Value
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

ONE_DAY = timedelta(days=1)
_LONGEST_BEGUN = timedelta(days=183)  # a longer range that has begun is one whose ends were mixed up


class Interval(NamedTuple):
    """The dates from `first` up to, not including, `last`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days


class Calendar:
    """Resolves days from one date, in one order of day and month. Notes the defaults that it applied."""

    def __init__(self, today: date, *, month_first: bool) -> None:
        self.today = today
        self.month_first = month_first
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
            case Weekday():
                yield from self._weekday(day, dated=dated, week=week, ahead=ahead)
            case CalendarDate():
                yield from map(_one_day, self._dates(day))
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
                return _one_day(self.today + timedelta(days=offset))
            case Later(offset, of):
                begun = self.resolve(of, lambda _: True).last - ONE_DAY if of else self.today
                return _one_day(begun + timedelta(days=offset))
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
                return self._in_month(day)
            case Holiday(name):
                return _one_day(self._holiday(name))
            case RestOf(unit):
                return self._rest(unit)
            case Ahead(duration):
                return _one_day(self.days_ahead(duration.amount, duration.unit))
        raise Doubt("missing_time", "days", "same_as_what" if isinstance(day, Same) else "when")

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
            yield from (_one_day(first + timedelta(weeks=weeks)) for weeks in range(-1, 520))
            return
        if week is not None or day.week:
            monday = self.today - timedelta(days=self.today.weekday())
            offset = week.offset if week is not None else day.week or 0
            yield _one_day(monday + timedelta(weeks=offset, days=day.weekday))
            return
        for weeks in range(54):
            candidate = _one_day(first + timedelta(weeks=weeks))
            if weeks or first > self.today or ahead(candidate):
                yield candidate

    def _dates(self, day: CalendarDate) -> list[date]:
        """Rule `next_such_date`: the next, or where only its number is said, the coming ones."""
        if day.year is not None and day.month is not None:
            made = _made(day.year, day.month, day.day)
            if made is None:
                raise Doubt("contradiction", "days", "no_such_date", f"{day.year}-{day.month}-{day.day}")
            return [made]
        if day.month is not None:
            for year in range(self.today.year, self.today.year + 9):
                made = _made(year, day.month, day.day)
                if made and made >= self.today:
                    return [made]
            raise Doubt("contradiction", "days", "no_such_date", f"{day.month}/{day.day}")
        found = []
        for months in range(18):
            number = self.today.month - 1 + months
            made = _made(self.today.year + number // 12, number % 12 + 1, day.day)
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
                    found.append(_one_day(self._dates(CalendarDate(of_month, month, day.year))[0]))
                except Doubt:
                    continue
        if not found:
            raise Doubt("contradiction", "days", "no_such_date", f"{day.first}/{day.second}")
        return found

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
            made = _made(year, month, number)
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

    def _month(self, month: Month, suits: Callable[[date], bool]) -> date:
        """The first day of the month: by name the next that is not over."""
        this = self.today.replace(day=1)
        if month.number is None:
            for _ in range(month.offset or 0):
                this = next_month(this)
            return this
        if month.year is not None:
            return date(month.year, month.number, 1)
        year = self.today.year + (month.number < self.today.month)
        found = date(year, month.number, 1)
        return found if suits(found) else date(year + 1, month.number, 1)

    def _in_month(self, day: WeekOfMonth | NthWeekday | MonthEnd | MonthDays) -> Interval:
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
                    return _one_day(last - timedelta(days=(last.weekday() - weekday) % 7))
            return _one_day(end - ONE_DAY)

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
                key = "thanksgiving" if name == "black_friday" else name
                month, nth, weekday = HOLIDAY_WEEKDAYS[key]
                calendar = Calendar(date(year, month, 1), month_first=True)
                found = calendar._in_month(NthWeekday(nth, weekday, Month(month, year))).first
                found += ONE_DAY if name == "black_friday" else timedelta(0)
            if found >= self.today:
                return found
        raise Doubt("missing_time", "days", "when")

    def _rest(self, unit: str) -> Interval:
        if unit == "week":
            return Interval(self.today, self.today + timedelta(days=7 - self.today.weekday()))
        if unit == "month":
            return Interval(self.today, next_month(self.today))
        return _one_day(self.today)


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


def next_month(day: date) -> date:
    """The first day of the month after the one that the day lies in."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _one_day(day: date) -> Interval:
    return Interval(day, day + ONE_DAY)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _agreement(one: Interval, other: Interval) -> Interval | None:
    """The smaller of two intervals where the other holds it."""
    if one.first >= other.first and one.last <= other.last:
        return one
    return other if other.first >= one.first and other.last <= one.last else None
