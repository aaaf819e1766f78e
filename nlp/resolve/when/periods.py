"""Grammar rules for weeks, weekends, months, parts of months and holidays."""

from __future__ import annotations

from nlp.resolve.when.dates import date, day_of_month, korean_date, month_name, year
from nlp.resolve.when.lexicon import HOLIDAYS, WEEKDAYS
from nlp.resolve.when.reader import Reader, phrase_table
from nlp.resolve.when.single_days import DaysFound, which_one
from nlp.resolve.when.types import (
    CalendarDate,
    Holiday,
    Month,
    MonthDays,
    MonthEnd,
    NthWeekday,
    NumericDate,
    RestOf,
    Week,
    Weekday,
    Weekend,
    WeekOf,
    WeekOfMonth,
    Workdays,
)


def named_month(reader: Reader, at: int) -> DaysFound | None:
    """December, December 2026, next December, this month, next month; 다음 달, 11월."""
    dated = date(reader, at)
    if dated and isinstance(dated.day, Month):
        end = dated.end
        end = end + 1 if reader.tag(end) == "month_unit" else end
        if reader.tag(end) in ("month_end", "month_tail"):
            return DaysFound(end + 1, (MonthEnd(dated.day),))
        return DaysFound(end, (dated.day,))
    if reader.tag(at) == "month_reference" and isinstance(reader.at(at).value, int):
        month = Month(offset=int(str(reader.at(at).value)))
        tail = reader.tag(at + 1) == "month_tail"
        return DaysFound(at + 2, (MonthEnd(month),)) if tail else DaysFound(at + 1, (month,))
    if which := which_one(reader, at):
        start, offset = which
        if reader.word(start, "month") or reader.tag(start) == "month_unit":
            month = Month(offset=offset or 0)
            if reader.tag(start + 1) in ("month_end", "month_tail"):
                return DaysFound(start + 2, (MonthEnd(month),))
            return DaysFound(start + 1, (month,))
        if (named := month_name(reader, start)) and offset != -1:
            end, number = named
            return DaysFound(end, (Month(number),))
        return None
    if named := month_name(reader, at):
        end, number = named
        if number == 5 and not _month_is_meant(reader, at, end):
            return None
        if number == 3 and reader.word(end, "up", "on", "into", "ahead"):
            return None
        end, of_year = year(reader, end) or (end, None)
        return DaysFound(end, (Month(number, of_year),))
    return None


def _month_is_meant(reader: Reader, at: int, end: int) -> bool:
    """Whether "may" is the month: after a preposition, or with a year."""
    return reader.word(at - 1, "in", "of", "during", "for", "throughout", "next", "this", "by", "until", "all", "from",
                       "to", "before", "through", "late", "early") or year(reader, end) is not None  # fmt: skip


def named_week(reader: Reader, at: int) -> DaysFound | None:
    """This week, next weekend, the week after next, the week of Nov 23, weekend; 다음 주, 이번 주말, 다음 주 평일."""
    start = reader.skip(at, "the")
    if reader.words(start, ("week", "after", "next")):
        return DaysFound(start + 3, (Week(2),))
    if reader.words(start, ("weekend", "after", "next")):
        return DaysFound(start + 3, (Weekend(2),))
    weekend = reader.word(start, "weekend")
    begins = _week_that_begins(reader, start)
    if begins:
        behind = reader.skip(begins + reader.mark(begins, ":"), "the", "on")
        dated = date(reader, behind) or day_of_month(reader, behind, after_weekday=False)
        if dated and isinstance(dated.day, CalendarDate | NumericDate):
            return DaysFound(dated.end, (WeekOf(dated.day, weekend),))
    token = reader.at(at)
    if token.tag == "week" and isinstance(token.value, int):
        return _korean_week(reader, at + 1, token.value)
    if token.tag == "weekend":
        return DaysFound(at + 1, (Weekend(0),))
    if token.tag == "workdays":
        return DaysFound(at + 1, (Workdays(0),))
    if which := which_one(reader, at):
        start, offset = which
        offset = offset or 0
        if reader.word(start, "week"):
            return DaysFound(start + 1, (Week(offset),))
        if reader.word(start, "weekend"):
            return DaysFound(start + 1, (Weekend(offset),))
        if reader.tag(start) == "weekend":
            return DaysFound(start + 1, (Weekend(offset),))
        if reader.tag(start) == "week_unit" or (reader.korean(start, "counter", "week") and offset >= 0):
            return _korean_week(reader, start + 1, offset)
        return None
    if reader.word(start, "weekend") and not reader.word(start - 1, "every", "each", "any"):
        return DaysFound(start + 1, (Weekend(0),))
    return None


def _week_that_begins(reader: Reader, at: int) -> int | None:
    """The index behind "week of", "week commencing", "w/c"."""
    if reader.word(at, "week", "weekend") and reader.word(at + 1, "of", "starting", "beginning", "commencing"):
        return at + 2
    if reader.word(at, "w") and reader.mark(at + 1, "/") and reader.word(at + 2, "c") and reader.glued(at + 2):
        return at + 3
    return at + 1 if reader.word(at, "wc") else None


def _korean_week(reader: Reader, at: int, offset: int) -> DaysFound:
    """Behind 다음 주: 말 or 주말, 중, 평일, a weekday."""
    if reader.tag(at) in ("month_tail", "weekend") and (reader.glued(at) or reader.tag(at) == "weekend"):
        return DaysFound(at + 1, (Weekend(offset),))
    behind = reader.particles(at)
    token = reader.at(behind)
    if token.tag == "weekday" and isinstance(token.value, int):
        return DaysFound(behind + 1, (Weekday(token.value, offset),))
    if token.tag == "workdays":
        return DaysFound(behind + 1, (Workdays(offset),))
    return DaysFound(at, (Week(offset),))


def rest_of_period(reader: Reader, at: int) -> DaysFound | None:
    """The rest of the week, the remainder of this month."""
    start = reader.skip(at, "the")
    if not reader.word(start, "rest", "remainder", "remaining", "balance"):
        return None
    start = reader.skip(reader.skip(start + 1, "of"), "the", "this")
    units = {"week": "week", "month": "month", "day": "day", "today": "day"}
    unit = units.get(reader.at(start).text) if reader.word(start) else None
    if unit == "week":
        return DaysFound(start + 1, (RestOf("week"),))
    if unit == "month":
        return DaysFound(start + 1, (RestOf("month"),))
    return DaysFound(start + 1, (RestOf("day"),)) if unit else None


def part_of_month(reader: Reader, at: int) -> DaysFound | None:
    """First week of January, last Friday of the month, first tuesday in october; 7월 첫째 주 금요일."""
    start = reader.skip(at, "the")
    if found := _days_of_month(reader, start):
        return found
    if reader.word(start, "last") and reader.word(start + 1, "day") and (month := _of_month(reader, start + 2)):
        return DaysFound(month[0], (MonthEnd(month[1]),))
    if ordinal := reader.ordinal(start):
        number = int(ordinal.value or 0)
        if number and number <= 5 and reader.word(ordinal.end) and (month := _of_month(reader, ordinal.end + 1)):
            if reader.word(ordinal.end, "weekend"):
                return DaysFound(month[0], (WeekOf(NthWeekday(number, 5, month[1]), weekend=True),))
            if reader.word(ordinal.end, "fortnight") and number in (1, 2, -1):
                edges = {1: (1, 14), 2: (15, 28), -1: (-14, -1)}[number]
                return DaysFound(month[0], (MonthDays(*edges, month[1]),))
            if reader.word(ordinal.end, "week"):
                return DaysFound(month[0], (WeekOfMonth(number, month[1]),))
            if (weekday := WEEKDAYS.get(reader.at(ordinal.end).text)) is not None:
                return DaysFound(month[0], (NthWeekday(number, weekday, month[1]),))
    return _korean_part_of_month(reader, at)


def _days_of_month(reader: Reader, at: int) -> DaysFound | None:
    """ "(The) first three days of April", "last 5 days of the month", "first half of April"."""
    if not reader.word(at, "first", "last", "second"):
        return None
    if reader.word(at + 1, "half") and not reader.word(at, "last") and (month := _of_month(reader, at + 2)):
        first, last = (1, 15) if reader.word(at, "first") else (16, -1)
        return DaysFound(month[0], (MonthDays(first, last, month[1]),))
    amount = reader.cardinal(at + 1)
    if reader.word(at, "second") or not amount or not reader.word(amount.end, "days"):
        return None
    month = _of_month(reader, amount.end + 1)
    if not month or not amount.value or not 1 <= amount.value <= 28:
        return None
    count = int(amount.value)
    edges = (1, count) if reader.word(at, "first") else (-count, -1)
    return DaysFound(month[0], (MonthDays(*edges, month[1]),))


def _of_month(reader: Reader, at: int) -> tuple[int, Month] | None:
    """ "of January 2027", "in october", "of the month", "of next month"."""
    if not reader.word(at, "of", "in"):
        return None
    at += 1
    if named := month_name(reader, at):
        end, number = named
        end, of_year = year(reader, end) or (end, None)
        return end, Month(number, of_year)
    which = which_one(reader, at)
    if which and reader.word(which[0], "month"):
        return which[0] + 1, Month(offset=which[1] or 0)
    if reader.words(at, ("the", "month")):
        return at + 2, Month(offset=0)
    return (at + 1, Month(offset=0)) if reader.word(at, "month") else None


def week_of_a_date(reader: Reader, at: int) -> DaysFound | None:
    """12월 7일 주, 12월 7일이 있는 주."""
    dated = korean_date(reader, at) if reader.tag(at) in ("number", "month_name") else None
    if dated is None or not isinstance(dated.day, CalendarDate | NumericDate):
        return None
    end = reader.particles(dated.end)
    while reader.at(end).text in ("있는", "포함된", "포함한", "포함하는", "낀", "속한"):
        end += 1
    token = reader.at(end)
    if token.tag != "week_unit" or not token.gap or reader.tag(end + 1) == "number":
        return None
    return DaysFound(end + 1, (WeekOf(dated.day),))


def _korean_part_of_month(reader: Reader, at: int) -> DaysFound | None:
    """7월 첫째 주 (금요일), 7월의 첫 번째 금요일, 다음 달 마지막 금요일, 월말."""
    if reader.tag(at) == "month_end":
        return DaysFound(at + 1, (MonthEnd(Month(offset=0)),))
    if reader.tag(at) not in ("number", "month_name", "which", "month_reference"):
        return None
    found = named_month(reader, at)
    if found is None or not isinstance(found.days[0], Month):
        return None
    month, behind = found.days[0], reader.particles(found.end)
    if not (ordinal := reader.ordinal(behind)):
        return None
    number, end = int(ordinal.value or 0), ordinal.end
    if number == -1 and reader.tag(end) == "day_word":
        return DaysFound(end + 1, (MonthEnd(month),))
    week = reader.tag(end) == "week_unit" or reader.korean(end, "counter", "week")
    end = reader.particles(end + 1) if week else end
    token = reader.at(end)
    if token.tag == "weekday" and isinstance(token.value, int):
        return DaysFound(end + 1, (NthWeekday(number, token.value, month),))
    return DaysFound(ordinal.end + 1, (WeekOfMonth(number, month),)) if week else None


_HOLIDAYS = phrase_table(HOLIDAYS)


def holiday(reader: Reader, at: int) -> DaysFound | None:
    token = reader.at(at)
    if token.tag == "holiday" and isinstance(token.value, str):
        if token.value == "christmas" and reader.tag(at + 1) == "eve":
            return DaysFound(at + 2, (Holiday("christmas_eve"),))
        return DaysFound(at + 1, (Holiday(token.value),))
    if found := reader.longest(at, _HOLIDAYS):
        return DaysFound(found[0], (Holiday(found[1]),))
    return None
