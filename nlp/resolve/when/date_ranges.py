"""Grammar rules for two days that share one month."""

from __future__ import annotations

from nlp.resolve.when.dated import Dated
from nlp.resolve.when.dates import (
    date,
    day_number,
    day_of_month,
    is_of_weekday,
    korean_date,
    month_name,
    year,
)
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import CalendarDate, DayRange, Month, NumericDate


@remembered
def shared_month_range(reader: Reader, at: int) -> Dated | None:
    """The days between the two: "July 13 - 15", "13th to the 15th of July", "29 / 30 August", 7월 13일 - 15일."""
    between = reader.word(at, "between")
    if between or reader.word(at, "from"):
        at += 1
    for rule in (_month_days_range, _days_month_range, _korean_days_range, _numeric_days_range):
        if found := rule(reader, at, between):
            return found
    return None


def _sign(reader: Reader, at: int, between: bool) -> int | None:
    if reader.mark(at, "-~/—"):
        return at + 1
    if reader.word(at, "to", "through", "until") or (between and reader.word(at, "and", "through")):
        return at + 1
    return None


def _month_days_range(reader: Reader, at: int, between: bool) -> Dated | None:
    if not (found := month_name(reader, at)):
        return None
    end, number = found
    if reader.word(end, "between"):
        between, end = True, end + 1
    elif reader.word(end, "from"):
        end += 1
    if is_of_weekday(reader, at) and not reader.ordinal(reader.skip(end, "the")):
        return None  # "each Monday in January from 9 to 17" are hours
    first = day_number(reader, end)
    sign = _sign(reader, first[0], between) if first else None
    last = day_number(reader, sign) if sign else None
    if not first or not last or not reader.ends_cleanly(last[0]):
        return None
    if not (reader.stands_alone(last[0]) or year(reader, last[0]) or _sum_stands(reader, last[0])):
        return None
    if reader.mark(first[0], "/") or reader.mark(last[0], ":") or first[1] >= last[1]:
        return None
    end, of_year = year(reader, last[0]) or (last[0], None)
    return Dated(end, DayRange(CalendarDate(first[1], number, of_year), CalendarDate(last[1], number, of_year)))


def _sum_stands(reader: Reader, at: int) -> bool:
    """Whether an amount closes the clause here: "Dec 15-21 5.20"; "9.00 to 17.00" are hours."""
    if reader.number(at) is None or not reader.mark(at + 1, ".") or not (reader.glued(at + 1) and reader.glued(at + 2)):
        return False
    closed = (
        at + 3 >= len(reader.tokens) or reader.mark(at + 3, ",.;!?)\n") or reader.word(at + 3, "per", "max", "each")
    )
    clock = reader.mark(at + 3, ".") and reader.tag(at + 4) == "number" and reader.glued(at + 4)
    return reader.number(at + 2) is not None and len(reader.at(at + 2).text) == 2 and closed and not clock


def _korean_days_range(reader: Reader, at: int, between: bool) -> Dated | None:
    """12월 24~26일, 24~26일: the counter said once behind both days."""
    of_month, start = None, at
    if (month := korean_date(reader, at)) and isinstance(month.day, Month):
        of_month, start = month.day.number, reader.particles(month.end)
    first, last = reader.number(start), reader.number(start + 2)
    if between or first is None or last is None or not reader.mark(start + 1, "-~"):
        return None
    if not reader.korean(start + 3, "counter", "day") or not 1 <= first < last <= 31:
        return None
    if reader.tag(start + 4) in ("during", "straight", "apiece", "after"):
        return None
    return Dated(start + 4, DayRange(CalendarDate(first, of_month), CalendarDate(last, of_month)))


def _numeric_days_range(reader: Reader, at: int, between: bool) -> Dated | None:
    """11/28~29, in Korean month first."""
    month, first, last = reader.number(at), reader.number(at + 2), reader.number(at + 4)
    signs = reader.mark(at + 1, "/") and reader.mark(at + 3, "~") and reader.glued(at + 2)
    if between or not (signs and reader.korean_text) or month is None or first is None or last is None:
        return None
    if not (1 <= month <= 12 and 1 <= first < last <= 31) or reader.mark(at + 5, "/:"):
        return None
    if not reader.ends_cleanly(at + 5):
        return None
    return Dated(at + 5, DayRange(CalendarDate(first, month), CalendarDate(last, month)))


def _days_month_range(reader: Reader, at: int, between: bool) -> Dated | None:
    first = day_number(reader, at)
    if first and reader.mark(first[0], ".") and reader.glued(first[0]) and reader.mark(first[0] + 1, "-~"):
        first = first[0] + 1, first[1]  # 8.-10.12.
    sign = _sign(reader, first[0], between) if first else None
    if not first or not sign:
        return None
    ordinals = reader.word(at, "the") or reader.word(first[0] - 1)
    last = date(reader, sign) or (day_of_month(reader, sign, after_weekday=True) if between and ordinals else None)
    if last is None or not isinstance(last.day, CalendarDate | NumericDate):
        return None
    if isinstance(last.day, NumericDate) and not last.day.day_first:
        return None
    if first[1] >= (last.day.first if isinstance(last.day, NumericDate) else last.day.day):
        return None
    if isinstance(last.day, NumericDate):
        return Dated(last.end, DayRange(NumericDate(first[1], last.day.second, last.day.year, True), last.day))
    return Dated(last.end, DayRange(CalendarDate(first[1], last.day.month, last.day.year), last.day))
