"""Days that are said with a year counted from the present one: 내년 1월 3일, "January 3 next year"."""

from __future__ import annotations

from dataclasses import replace

from nlp.resolve.when.types import (
    CalendarDate,
    Day,
    DayRange,
    InYear,
    Moment,
    Month,
    MonthDays,
    MonthEnd,
    NthWeekday,
    NumericDate,
    TimeExpression,
    WeekOfMonth,
)


def dated_in_years(expression: TimeExpression, this_year: int) -> TimeExpression:
    """The expression with the years of its days written out."""

    def written(days: tuple[Day, ...]) -> tuple[Day, ...]:
        return tuple(in_year(day.day, this_year + day.offset) if isinstance(day, InYear) else day for day in days)

    def at(moment: Moment) -> Moment:
        return replace(moment, days=written(moment.days))

    start, end = expression.start, expression.end
    return replace(
        expression,
        days=written(expression.days),
        start=at(start) if start else None,
        end=replace(end, moment=at(end.moment)) if end else None,
    )


def in_year(day: Day, year: int) -> Day:
    """The day with its year said, where it has none."""
    match day:
        case CalendarDate(number, month, None) if month is not None:
            return CalendarDate(number, month, year)
        case NumericDate(first, second, None, day_first, or_hours):
            return NumericDate(first, second, year, day_first, or_hours)
        case Month(number, None, None) if number is not None:
            return Month(number, year)
        case WeekOfMonth() | NthWeekday() | MonthDays() | MonthEnd():
            of_year = in_year(day.month, year)
            return replace(day, month=of_year) if isinstance(of_year, Month) else day
        case DayRange():
            return replace(day, first=in_year(day.first, year), last=in_year(day.last, year))
    return day
