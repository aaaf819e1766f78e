"""Grammar rules for days and periods that are not dates: relative days, weekdays, weeks, months, ranges of days."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from nlp.resolve.when.dates import Dated, date, day_of_month, month_name, shared_month_range, year
from nlp.resolve.when.lexicon import HOLIDAYS, PARTS, RELATIVE_DAYS, TONIGHT, UNITS, WEEKDAYS
from nlp.resolve.when.lexicon_ko import COUNTED_UNITS, SHORT_WEEKDAYS
from nlp.resolve.when.reader import Reader, phrase_table, remembered
from nlp.resolve.when.types import (
    Ahead,
    CalendarDate,
    Day,
    DayRange,
    DaySet,
    Duration,
    Following,
    Holiday,
    Later,
    Month,
    MonthDays,
    MonthEnd,
    NthWeekday,
    Part,
    RelativeDay,
    RestOf,
    Same,
    Unit,
    Week,
    Weekday,
    Weekend,
    WeekOf,
    WeekOfMonth,
    Workdays,
)


class DaysFound(NamedTuple):
    """Days that end before token `end`, with a part of the day where the word has one ("tonight")."""

    end: int
    days: tuple[Day, ...]
    part: Part | None = None
    doubtful: bool = False


@remembered
def days(reader: Reader, at: int) -> DaysFound | None:
    """The longest naming of days that begins here."""
    found = [each for rule in _RULES if (each := rule(reader, at))]
    best = max(found, key=lambda each: each.end, default=None)
    return best if best and reader.ends_cleanly(best.end) else None


def _which(reader: Reader, at: int) -> tuple[int, int | None] | None:
    """ "this", "next", "the coming", 다음: the index after it and the offset (None = the nearest)."""
    token = reader.at(at)
    if token.tag == "which" and isinstance(token.value, int):
        return at + 1, token.value
    if token.tag == "coming":
        return at + 1, None
    at = reader.skip(at, "the")
    if reader.word(at, "this", "current"):
        return reader.skip(at + 1, "coming", "upcoming"), 0
    if reader.word(at, "next"):
        return at + 1, 1
    if reader.word(at, "coming", "upcoming", "nearest"):
        return at + 1, None
    if reader.word(at, "following"):
        return at + 1, 1
    return None


def _relative(reader: Reader, at: int) -> DaysFound | None:
    token = reader.at(at)
    if token.tag == "relative_day" and isinstance(token.value, int):
        end = at + 1
        if reader.tag(end) == "relative_day" and reader.at(end).value == 2:
            return DaysFound(end + 1, (RelativeDay(2),))
        return DaysFound(end, (RelativeDay(token.value),))
    if token.tag == "later":
        return DaysFound(at + 1, (Later(1),))
    if token.tag != "word":
        return None
    if token.text in RELATIVE_DAYS:
        return DaysFound(at + 1, (RelativeDay(RELATIVE_DAYS[token.text]),))
    if token.text in TONIGHT:
        return DaysFound(at + 1, (RelativeDay(0),), Part.NIGHT)
    start = reader.skip(at, "the")
    if reader.words(start, ("day", "after", "tomorrow")):
        return DaysFound(start + 3, (RelativeDay(2),))
    if reader.word(start, "overmorrow"):
        return DaysFound(start + 1, (RelativeDay(2),))
    if start > at and (reader.words(start, ("day", "after")) or reader.words(start, ("following", "day"))
                       or reader.words(start, ("next", "day"))):  # fmt: skip
        return DaysFound(start + 2, (Later(1),))
    if reader.word(at, "this") and reader.word(at + 1) and (part := PARTS.get(reader.at(at + 1).text)):
        return DaysFound(at + 2, (RelativeDay(0),), part)
    if reader.words(at, ("last", "night")):
        return DaysFound(at + 2, (RelativeDay(-1),), Part.NIGHT)
    return None


def _weekday(reader: Reader, at: int) -> DaysFound | None:
    """Tuesday, this Tue., next Tuesday, Tuesday the 24th, Tuesday Nov 24, (Nov 24) (Tue); 다음 주 화요일."""
    which = _which(reader, at)
    start, week = which if which else (at, None)
    bracket = reader.mark(start, "(")
    start += bracket
    token = reader.at(start)
    if token.tag == "weekday" and isinstance(token.value, int):
        number, end = token.value, start + 1
    elif token.tag == "word" and token.text in WEEKDAYS:
        number, end = WEEKDAYS[token.text], start + 1
        abbreviated = len(token.text) <= 5
        if abbreviated and reader.mark(end, ".") and reader.glued(end) and not reader.glued(end + 1):
            end += 1
        if reader.mark(end, "'") or reader.word(end, "'s"):
            return None
    else:
        return None
    if reader.word(end, "week", "fortnight") or reader.words(end, ("after", "next")):
        return None
    if bracket:
        end += reader.mark(end, ")")
    found: tuple[Day, ...] = (Weekday(number, week),)
    comma = end + 1 if reader.mark(end, ",(") else end
    behind = reader.skip(comma, "on")
    dated = date(reader, behind, after_weekday=True)
    if dated is None or isinstance(dated.day, Month):
        dated = _bare_day_behind(reader, comma) if comma == end else None
    if dated and not isinstance(dated.day, Month):
        after = dated.end + 1 if reader.mark(comma - 1, "(") and reader.mark(dated.end, ")") else dated.end
        return DaysFound(after, (*found, dated.day), doubtful=dated.doubtful and behind != end)
    return DaysFound(end, found)


def _bare_day_behind(reader: Reader, at: int) -> Dated | None:
    if reader.mark(at + 1, "-~:") or reader.word(at + 1, "to", "am", "pm", "a", "p", "h", "until", "through"):
        return None
    found = day_of_month(reader, at, after_weekday=True)
    if found and isinstance(found.day, CalendarDate) and reader.number(at) is not None and found.end == at + 1:
        return found if found.day.day > 12 else None
    return found


def _date(reader: Reader, at: int) -> DaysFound | None:
    """A date, with its weekday behind it: "Nov 24", "24 Nov (Tue)", 11월 24일 화요일."""
    dated = date(reader, at) or day_of_month(reader, at, after_weekday=False)
    if dated is None:
        return None
    end, found = dated.end, (dated.day,)
    if isinstance(dated.day, Month):
        return None
    bracket = reader.mark(end, "(")
    comma = bracket or reader.mark(end, ",")
    token = reader.at(end + comma)
    number = WEEKDAYS.get(token.text) if token.tag == "word" else token.value if token.tag == "weekday" else None
    if token.tag == "day_set" or (token.tag == "unknown" and bracket):
        number = SHORT_WEEKDAYS.find(token.text) if len(token.text) == 1 else None
    if isinstance(number, int) and number >= 0:
        after = end + comma + 1
        if bracket:
            after += reader.mark(after, ")")
        return DaysFound(after, (*found, Weekday(number)), None, dated.doubtful)
    return DaysFound(end, found, None, dated.doubtful)


def _month(reader: Reader, at: int) -> DaysFound | None:
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
    if which := _which(reader, at):
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


def _week(reader: Reader, at: int) -> DaysFound | None:
    """This week, next weekend, the week after next, the week of Nov 23, weekend; 다음 주, 이번 주말, 다음 주 평일."""
    start = reader.skip(at, "the")
    if reader.words(start, ("week", "after", "next")):
        return DaysFound(start + 3, (Week(2),))
    if reader.words(start, ("weekend", "after", "next")):
        return DaysFound(start + 3, (Weekend(2),))
    weekend = reader.word(start, "weekend")
    if reader.word(start, "week", "weekend") and reader.word(start + 1, "of", "starting", "beginning", "commencing"):
        dated = date(reader, reader.skip(start + 2, "the")) or day_of_month(reader, start + 2, after_weekday=False)
        if dated and isinstance(dated.day, CalendarDate):
            return DaysFound(dated.end, (WeekOf(dated.day, weekend),))
    token = reader.at(at)
    if token.tag == "week" and isinstance(token.value, int):
        return _korean_week(reader, at + 1, token.value)
    if token.tag == "weekend":
        return DaysFound(at + 1, (Weekend(0),))
    if token.tag == "workdays":
        return DaysFound(at + 1, (Workdays(0),))
    if which := _which(reader, at):
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


def _rest(reader: Reader, at: int) -> DaysFound | None:
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


def _part_of_month(reader: Reader, at: int) -> DaysFound | None:
    """First week of January, last Friday of the month, first tuesday in october; 7월 첫째 주 금요일."""
    start = reader.skip(at, "the")
    if found := _days_of_month(reader, start):
        return found
    if reader.word(start, "last") and reader.word(start + 1, "day") and (month := _of_month(reader, start + 2)):
        return DaysFound(month[0], (MonthEnd(month[1]),))
    if ordinal := reader.ordinal(start):
        number = int(ordinal.value or 0)
        if number and number <= 5 and reader.word(ordinal.end) and (month := _of_month(reader, ordinal.end + 1)):
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
    which = _which(reader, at)
    if which and reader.word(which[0], "month"):
        return which[0] + 1, Month(offset=which[1] or 0)
    if reader.words(at, ("the", "month")):
        return at + 2, Month(offset=0)
    return (at + 1, Month(offset=0)) if reader.word(at, "month") else None


def _korean_part_of_month(reader: Reader, at: int) -> DaysFound | None:
    """7월 첫째 주 (금요일), 7월의 첫 번째 금요일, 다음 달 마지막 금요일, 월말."""
    if reader.tag(at) == "month_end":
        return DaysFound(at + 1, (MonthEnd(Month(offset=0)),))
    if reader.tag(at) not in ("number", "month_name", "which", "month_reference"):
        return None
    found = _month(reader, at)
    if found is None or not isinstance(found.days[0], Month):
        return None
    month, behind = found.days[0], reader.particles(found.end)
    if not (ordinal := reader.ordinal(behind)):
        return None
    number, end = int(ordinal.value or 0), ordinal.end
    week = reader.tag(end) == "week_unit" or reader.korean(end, "counter", "week")
    end = reader.particles(end + 1) if week else end
    token = reader.at(end)
    if token.tag == "weekday" and isinstance(token.value, int):
        return DaysFound(end + 1, (NthWeekday(number, token.value, month),))
    return DaysFound(ordinal.end + 1, (WeekOfMonth(number, month),)) if week else None


_HOLIDAYS = phrase_table(HOLIDAYS)


def _holiday(reader: Reader, at: int) -> DaysFound | None:
    token = reader.at(at)
    if token.tag == "holiday" and isinstance(token.value, str):
        return DaysFound(at + 1, (Holiday(token.value),))
    if found := reader.longest(at, _HOLIDAYS):
        return DaysFound(found[0], (Holiday(found[1]),))
    return None


def unit_at(reader: Reader, at: int) -> tuple[int, Unit] | None:
    """The index after a unit of time and the unit; "business days" is one."""
    token = reader.at(at)
    if token.tag == "counter" and (counted := COUNTED_UNITS.get(token.text)):
        return at + 1, counted
    if token.tag != "word":
        return None
    if token.text in ("business", "working", "work") and reader.word(at + 1, "day", "days"):
        return at + 2, "business_day"
    unit = UNITS.get(token.text)
    return (at + 1, unit) if unit else None


@remembered
def amount_of_time(reader: Reader, at: int) -> tuple[int, Duration] | None:
    """ "12 hours", "3-day", "72h", "1.5 days", "a week"; 사흘, 3시간, 일주일, 1시간 반."""
    token = reader.at(at)
    if token.tag == "days_word" and isinstance(token.value, int):
        return at + 1, Duration(float(token.value), "day")
    if token.tag == "week_word":
        return at + 1, Duration(1.0, "week")
    if not (amount := reader.cardinal(at)):
        return None
    end = amount.end
    if reader.word(end, "fortnight", "fortnights") and amount.value:
        return end + 1, Duration(2 * amount.value, "week")
    if reader.mark(end, "-") and reader.glued(end) and reader.glued(end + 1):
        end += 1
    if not (found := unit_at(reader, end)):
        return None
    end, unit = found
    word = reader.at(end - 1).text
    if len(word) == 1 and word.isascii() and not (reader.glued(end - 1) or word == "h"):
        return None
    value = amount.value
    if value is not None and reader.tag(end) == "half" and token.tag in ("number", "vague"):
        end, value = end + 1, value + 0.5
    if reader.word(end, "and") and reader.words(end + 1, ("a", "half")) and value is not None:
        end, value = end + 3, value + 0.5
    return end, Duration(value, unit)


def _ahead(reader: Reader, at: int) -> DaysFound | None:
    """In 5 days, 2 days later, 3 days from now; 3일 뒤, 사흘 후."""
    inside = reader.word(at, "in")
    start = at + 1 if inside else at
    if not (found := amount_of_time(reader, start)):
        return None
    end, duration = found
    later = False
    if reader.word(end, "later", "hence") or reader.tag(end) == "after":
        end, later = end + 1, True
    elif reader.words(end, ("from", "now")) or reader.words(end, ("from", "today")):
        end, later = end + 2, True
    elif inside:
        end = reader.skip(end, "time")
    if not (inside or later):
        return None
    return DaysFound(end, (Ahead(duration),))


def _following(reader: Reader, at: int) -> DaysFound | None:
    """The next 3 days, the coming 48 hours; 앞으로 사흘 is 앞으로 + a duration."""
    start = reader.skip(at, "the")
    if not reader.word(start, "next", "coming", "following"):
        return None
    if reader.word(start + 1, "a", "an") or not (found := amount_of_time(reader, start + 1)):
        return None
    return DaysFound(found[0], (Following(found[1]),))


def _same(reader: Reader, at: int) -> DaysFound | None:
    """The same day, that night, same time; 같은 날 is read by the Korean words."""
    if reader.tag(at) == "same":
        return _korean_same(reader, at + 1)
    start = reader.skip(at, "the")
    if reader.word(start, "same"):
        token = reader.at(start + 1)
        if token.text in PARTS:
            return DaysFound(start + 2, (Same(),), PARTS[token.text])
        if reader.word(
            start + 1, "day", "date", "time", "times", "hours", "slot", "window", "week", "weekend", "period"
        ):
            return DaysFound(start + 2, (Same(),))
    if reader.word(at, "that") and reader.word(at + 1) and reader.at(at + 1).text in PARTS:
        return DaysFound(at + 2, (Same(),), PARTS[reader.at(at + 1).text])
    if reader.word(at, "that") and reader.word(at + 1, "day", "week", "weekend"):
        return DaysFound(at + 2, (Same(),))
    return None


def _korean_same(reader: Reader, at: int) -> DaysFound | None:
    """Behind 같은: 날, 시간(대), 기간, 주, 밤."""
    token = reader.at(at)
    if token.tag == "part" and isinstance(token.value, Part):
        return DaysFound(at + 1, (Same(),), token.value)
    if token.tag in ("day_word", "week_unit", "weekend") or token.text.startswith(("시간", "기간", "때", "날")):
        return DaysFound(at + 1, (Same(),))
    return None


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
        names.append(Weekday(number))
        index += 1
        if not (reader.mark(index, "/") and reader.glued(index)):
            break
        index += 1
    return DaysFound(index, (DaySet(tuple(names)),)) if len(names) > 1 else None


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
    first = _short_korean_day(reader, start) or _single(reader, start)
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
    last = _short_korean_day(reader, end) or _single(reader, end) or _bare_last(reader, end, first)
    if last is None or last.part:
        return None
    closing = _closing(reader, last.end)
    through = through or closing > last.end
    begin, begin_name = _named_day(first.days)
    finish, finish_name = _named_day(last.days)
    return DaysFound(closing, (DayRange(begin, finish, through, (begin_name, finish_name)),))


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
def _single(reader: Reader, at: int) -> DaysFound | None:
    found = [each for rule in _SINGLE_RULES if (each := rule(reader, at))]
    return max(found, key=lambda each: each.end, default=None)


def _bare_last(reader: Reader, at: int, first: DaysFound) -> DaysFound | None:
    """The end of "12월 7일부터 11일까지", "Nov 24 to the 27th"."""
    if not isinstance(first.days[-1], CalendarDate):
        return None
    found = day_of_month(reader, at, after_weekday=True)
    return DaysFound(found.end, (found.day,)) if found else None


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


def _weekday_of_week(reader: Reader, at: int) -> DaysFound | None:
    """다음 주 월요일."""
    found = _week(reader, at)
    return found if found and isinstance(found.days[0], Weekday) else None


_SINGLE_RULES = (_relative, _weekday, _weekday_of_week, _date, _month, _part_of_month, _holiday)
_RULES = (
    _relative, _weekday, _date, _month, _week, _rest, _part_of_month, _holiday, _ahead, _following, _same, _day_set,
    _day_range,
)  # fmt: skip
