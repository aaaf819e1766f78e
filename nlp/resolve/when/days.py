"""Grammar rules for whatever names days: single days, periods, sets and ranges of days."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from nlp.resolve.when.clock import clock_time
from nlp.resolve.when.date_ranges import shared_month_range
from nlp.resolve.when.dates import closes_range, day_of_month
from nlp.resolve.when.lexicon import WEEKDAYS
from nlp.resolve.when.lexicon_ko import SHORT_WEEKDAYS
from nlp.resolve.when.periods import holiday, named_month, named_week, part_of_month, rest_of_period, week_of_a_date
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.single_days import (
    DaysFound,
    dated_day,
    days_ahead,
    following_days,
    named_weekday,
    relative_day,
    same_day,
)
from nlp.resolve.when.types import (
    CalendarDate,
    Day,
    DayRange,
    DaySet,
    InYear,
    Month,
    MonthEnd,
    Weekday,
)
from nlp.resolve.when.years import in_year


@remembered
def days(reader: Reader, at: int) -> DaysFound | None:
    """The longest naming of days that begins here."""
    found = [each for rule in _RULES if (each := rule(reader, at)) and reader.ends_cleanly(each.end)]
    return max(found, key=lambda each: each.end, default=None)


def _day_set(reader: Reader, at: int) -> DaysFound | None:
    """월수금, Mon/Wed/Fri, "each of Dec 7, Dec 8 and Dec 9"."""
    token = reader.at(at)
    if token.tag == "day_set" and isinstance(token.value, str):
        found = tuple(Weekday(SHORT_WEEKDAYS.index(letter)) for letter in token.value)
        end = at + 1
        return DaysFound(end + (reader.at(end).text == "요일"), (DaySet(found),))
    if letters := _spaced_letters(reader, at):
        return letters
    names: list[Day] = []
    index = at
    while reader.word(index) and (number := WEEKDAYS.get(reader.at(index).text)) is not None:
        names.append(in_order(names, Weekday(number)))
        index += 1
        if not (reader.mark(index, "/") and reader.glued(index)):
            break
        index += 1
    return DaysFound(index, (DaySet(tuple(names)),)) if len(names) > 1 else None


def in_order(named: list[Day], day: Weekday) -> Weekday:
    """The weekday with the one named before it where they stand in the order of the week."""
    before = named[-1] if named else None
    return replace(day, after=(before,)) if isinstance(before, Weekday) and before.weekday < day.weekday else day


def _spaced_letters(reader: Reader, at: int) -> DaysFound | None:
    """목, 금 or 금/토/일: single letters in a list."""
    letters: list[int] = []
    index = end = at
    while len(reader.at(index).text) == 1 and (place := SHORT_WEEKDAYS.find(reader.at(index).text)) >= 0:
        letters.append(place)
        end = index + 1
        if not reader.mark(end, ",/•"):
            break
        index = end + 1
    ascending = all(one < other for one, other in pairwise(letters))
    return DaysFound(end, (DaySet(tuple(map(Weekday, letters))),)) if len(letters) > 1 and ascending else None


def _day_range(reader: Reader, at: int) -> DaysFound | None:
    """Monday to Friday, Nov 24 - Nov 27, 13.6. - 15.6., Dec/2018-May/2019, 월요일부터 금요일까지, 월~금."""
    if shared := shared_month_range(reader, at):
        return DaysFound(_closing(reader, shared.end), (shared.day,))
    if reader.word(at, "m") and reader.mark(at + 1, "-") and reader.word(at + 2, "f") and reader.glued(at + 2):
        return DaysFound(at + 3, (DayRange(Weekday(0), Weekday(4)),))
    between = reader.word(at, "between", "btwn")
    start = at + 1 if between or reader.word(at, "from") else at
    first = _short_korean_day(reader, start) or single_days(reader, start)
    if first is None or first.part:
        return None
    end = first.end
    through = reader.word(end, "through") or reader.tag(end) == "from"
    if (
        reader.mark(end, "-~—")
        or reader.word(end, "to", "through", "until")
        or reader.tag(end) == "from"
        or (between and reader.word(end, "and", "through"))
    ):
        end += 1
    else:
        return None
    end = reader.skip(end, "and", "including")
    last = _short_korean_day(reader, end) or single_days(reader, end) or _bare_last(reader, end, first)
    if last is None or last.part:
        return None
    closing = _closing(reader, last.end)
    begin, begin_name = _named_day(first.days)
    finish, finish_name = _named_day(last.days)
    if reader.tag(end - 1) == "from" and closing == last.end and closes_range(reader, last.end):
        return None  # 20일부터 22일 오후 6시까지: a start and an end
    if isinstance(begin, CalendarDate) and begin.month and finish == MonthEnd(Month(offset=0)):
        finish = MonthEnd(Month(begin.month, begin.year))  # 12월 1일부터 말일까지
    counted = reader.tag(end - 1) == "from" and closing == last.end and reader.korean(end + 1, "counter", "day")
    if counted and not _may_end_range(begin, finish):
        return None  # 월요일부터 5일: five days
    or_days = bool(counted) and isinstance(begin, CalendarDate) and begin.day > 1
    through = through or closing > last.end
    return DaysFound(closing, (DayRange(begin, finish, through, (begin_name, finish_name), or_days),))


def _may_end_range(first: Day, last: Day) -> bool:
    """Whether the 5일 of "12월 2일부터 5일" may be the day of the month: it lies behind the first."""
    return isinstance(first, CalendarDate) and isinstance(last, CalendarDate) and last.day > first.day


def _named_day(found: tuple[Day, ...]) -> tuple[Day, int | None]:
    """A date and the weekday it was also called."""
    dates = [day for day in found if not isinstance(day, Weekday)]
    names = [day.weekday for day in found if isinstance(day, Weekday)]
    return (dates[0], names[0] if names else None) if dates else (found[0], None)


def _closing(reader: Reader, at: int) -> int:
    """까지, 사이, "inclusive"."""
    while reader.korean(at, "until", "until") or reader.tag(at) == "between":
        at += 1
    if reader.mark(at, "(") and reader.word(at + 1, "inclusive", "incl") and reader.mark(at + 2, ")"):
        return at + 3
    return reader.skip(at, "inclusive", "incl")


@remembered
def single_days(reader: Reader, at: int) -> DaysFound | None:
    """The longest naming of a day or a period that is no range."""
    found = [each for rule in _SINGLE_RULES if (each := rule(reader, at))]
    return max(found, key=lambda each: each.end, default=None)


def _bare_last(reader: Reader, at: int, first: DaysFound) -> DaysFound | None:
    """The end of "12월 7일부터 11일까지", "Nov 24 to the 27th"."""
    if not isinstance(first.days[-1], CalendarDate):
        return None
    found = day_of_month(reader, at, after_weekday=True)
    bare = found is not None and found.end == at + 1
    if found is None or (bare and isinstance(found.day, CalendarDate) and found.day.day <= first.days[-1].day):
        return None
    return DaysFound(found.end, (found.day,))


def _short_korean_day(reader: Reader, at: int) -> DaysFound | None:
    """월~금: single letters are weekdays only beside a range sign."""
    token = reader.at(at)
    letter = token.text[:1]
    if (
        token.tag not in ("unknown", "counter", "day_set", "particle")
        or len(token.text) != 1
        or letter not in SHORT_WEEKDAYS
    ):
        return None
    if not (reader.mark(at + 1, "~-") or reader.mark(at - 1, "~-")):
        return None
    return DaysFound(at + 1, (Weekday(SHORT_WEEKDAYS.index(letter)),))


_COUNTS_TIME = "월일"
"""Behind a number these count months and days: 3 일 밤."""


def _short_day_at(reader: Reader, at: int) -> DaysFound | None:
    """금 22:00, 토 밤: a single letter is a weekday right before a clock time or a part of the day."""
    token = reader.at(at)
    if token.tag not in ("unknown", "counter", "particle") or len(token.text) != 1:
        return None
    if reader.number(at - 1) is not None and (reader.glued(at) or token.text in _COUNTS_TIME):
        return None
    place = SHORT_WEEKDAYS.find(token.text)
    if place < 0 or reader.glued(at + 1) or (reader.glued(at) and not reader.mark(at - 1, "~-,/(\n")):
        return None
    clock = clock_time(reader, at + 1, bare=False)
    if not (reader.tag(at + 1) == "part" or (clock and clock.explicit)):
        return None
    return DaysFound(at + 1, (Weekday(place),))


def _in_year(reader: Reader, at: int) -> DaysFound | None:
    """내년 1월 3일, 올해 12월 마지막 주, "January 3 next year"."""
    token = reader.at(at)
    if token.tag == "year_word" and isinstance(token.value, int):
        found = _day_range(reader, reader.particles(at + 1)) or single_days(reader, reader.particles(at + 1))
        end, offset = (found.end if found else 0), token.value
    else:
        found = single_days(reader, at)
        start = reader.skip(reader.skip_mark(found.end, ","), "of") if found else 0
        if not found or not reader.word(start, "this", "next") or not reader.word(start + 1, "year"):
            return None
        end, offset = start + 2, int(reader.word(start, "next"))
    if found is None or all(in_year(day, 2000) == day for day in found.days):
        return None
    return DaysFound(end, tuple(InYear(offset, day) for day in found.days), found.part)


def _weekday_of_week(reader: Reader, at: int) -> DaysFound | None:
    """다음 주 월요일."""
    found = named_week(reader, at)
    return found if found and isinstance(found.days[0], Weekday) else None


_SINGLE_RULES = (
    relative_day, named_weekday, _weekday_of_week, dated_day, named_month, week_of_a_date, part_of_month, holiday,
)  # fmt: skip
_RULES = (
    relative_day, named_weekday, dated_day, named_month, named_week, week_of_a_date, rest_of_period, part_of_month,
    holiday, days_ahead, following_days, same_day, _day_set, _day_range, _in_year, _short_day_at,
)  # fmt: skip
