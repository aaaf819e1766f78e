"""Grammar rules for dates: by name of month, by numbers, by number of the day alone."""

from __future__ import annotations

from nlp.resolve.when.dated import Dated, checked, short_year
from nlp.resolve.when.dotted_dates import dotted_date
from nlp.resolve.when.lexicon import MONTHS, WEEKDAYS
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import CalendarDate, Month, NumericDate, NumericMonth

BUDDHIST_ERA_OFFSET = 543
_AFTER_MODAL_MAY = (
    "be", "need", "i", "we", "have", "not", "want", "also", "well", "take", "use", "go", "run", "still", "only", "as",
    "get", "split", "buy", "you", "it", "they", "that", "require", "cost", "spend", "exceed", "vary", "change",
)  # fmt: skip


@remembered
def date(reader: Reader, at: int, *, after_weekday: bool = False) -> Dated | None:
    """The longest date that begins here."""
    rules = (_iso_date, _separated_date, _numeric_date, _month_then_day, _day_then_month, korean_date, _ides)
    found = [dated for rule in rules if (dated := rule(reader, at))]
    if after_weekday:
        found = [dated for dated in found if not dated.doubtful]
    if dotted := dotted_date(reader, at, after_weekday=after_weekday):
        found.append(dotted)
    return max(found, key=lambda dated: dated.end, default=None)


def month_name(reader: Reader, at: int) -> tuple[int, int] | None:
    """The index after a month's name (and its point) and the month."""
    if reader.tag(at) == "month_name":
        value = reader.at(at).value
        return (at + 1, value) if isinstance(value, int) else None
    if not reader.word(at) or (number := MONTHS.get(reader.at(at).text)) is None:
        return None
    end = at + 1
    if number == 5 and reader.word(end, *_AFTER_MODAL_MAY):
        return None
    short = len(reader.at(at).text) <= 4
    if short and reader.mark(end, ".") and reader.glued(end) and reader.at(end + 1).text != "\n":
        end += 1
    return end, number


def is_of_weekday(reader: Reader, at: int) -> bool:
    """Whether a month is the one of a weekday said before it: the January of "Mondays in January"."""
    text = reader.at(at - 2).text
    return reader.word(at - 1, "in") and (text in WEEKDAYS or text.removesuffix("s") in WEEKDAYS)


def year(reader: Reader, at: int) -> tuple[int, int] | None:
    """The index after a year and the year: "2027", ", 2027", "of 2027", "'27", "2555 BE", 2027년."""
    if (reader.mark(at, ",") and reader.number(at + 1) is not None and len(reader.at(at + 1).text) == 4) or (
        reader.word(at, "of", "in") and len(reader.at(at + 1).text) == 4
    ):
        at += 1
    elif reader.mark(at, "'") and len(reader.at(at + 1).text) == 2 and (short := reader.number(at + 1)) is not None:
        return at + 2, 2000 + short
    value = reader.number(at)
    if value is None or len(reader.at(at).text) != 4:
        return None
    if reader.word(at + 1, "be") and 2400 <= value <= 2700:
        return at + 2, value - BUDDHIST_ERA_OFFSET
    if not 1900 <= value <= 2199 or _counts_a_product(reader, at + 1):
        return None
    return at + 1, value


def _counts_a_product(reader: Reader, at: int) -> bool:
    """Whether a word like "h100s", "gpus", "tokens" follows, so that the number is a quantity."""
    token = reader.at(at)
    if token.tag == "word" and reader.tag(at + 1) == "number" and reader.glued(at + 1):
        return True
    return token.text in ("gpu", "gpus", "nodes", "node", "x", "tokens", "token", "rtx", "hours", "장", "개", "대")


def day_number(reader: Reader, at: int) -> tuple[int, int] | None:
    """The index after "24", "24th", "first", "the 24th" and the day of the month."""
    at = reader.skip(at, "the")
    if ordinal := reader.ordinal(at):
        value = ordinal.value
        return (ordinal.end, int(value)) if value is not None and 1 <= value <= 31 else None
    value = reader.number(at)
    if value is not None and 1 <= value <= 31 and len(reader.at(at).text) <= 2 and reader.at(at).text.isascii():
        if reader.glued(at + 1) and (reader.word(at + 1) and not _is_month(reader, at + 1)):
            return None
        return at + 1, value
    return None


def _is_month(reader: Reader, at: int) -> bool:
    return reader.at(at).text in MONTHS


def _iso_date(reader: Reader, at: int) -> Dated | None:
    """2026-11-24, 2026/11/24, 2026.11.24, 20261124, 2026년 11월 24일."""
    raw, value = reader.at(at).text, reader.number(at)
    spelled = value is not None and not raw.isascii() and reader.korean(at + 1, "counter", "year")
    if value is None or not (raw.isascii() or spelled):
        return None
    if len(raw) == 8 and 1990 <= value // 10000 <= 2199:
        return checked(at + 1, value % 100, value // 100 % 100, value // 10000)
    if (len(raw) != 4 and not spelled) or not 1900 <= value <= 2199:
        return None
    if reader.korean(at + 1, "counter", "year"):
        found = korean_date(reader, at + 2)
        if found and isinstance(found.day, CalendarDate):
            return Dated(found.end, CalendarDate(found.day.day, found.day.month, value))
        if found and isinstance(found.day, Month):
            return Dated(found.end, Month(found.day.number, value))
        return None
    separator = reader.at(at + 1).text
    if separator not in ("-", "/", ".") or not reader.glued(at + 1) or reader.at(at + 3).text != separator:
        return None
    middle, last = reader.number(at + 2), reader.number(at + 4)
    named = MONTHS.get(reader.at(at + 2).text)
    official = separator == "." and reader.glued(at + 3)  # 2027. 2. 15.
    if (middle is None and named is None) or last is None or not (reader.glued(at + 4) or official):
        return None
    end = at + 5
    if reader.mark(end, ".") and separator == ".":
        end += 1
    return checked(end, last, named or middle or 0, value)


def _numeric_date(reader: Reader, at: int) -> Dated | None:
    """11/24, 11/24/2026, 2-15, 3-7-2017; 9/2012 is a month."""
    first, separator = reader.number(at), reader.at(at + 1).text
    second = reader.number(at + 2)
    if first is None or second is None or separator not in ("/", "-") or len(reader.at(at).text) > 2:
        return None
    if not (reader.glued(at + 1) and reader.glued(at + 2)) or (first, second) == (24, 7):
        return None
    end = at + 3
    if len(reader.at(at + 2).text) == 4:
        if separator == "/" and 1 <= first <= 12 and 1990 <= second <= 2199:
            return Dated(end, NumericMonth(first, second))
        return None
    if len(reader.at(at + 2).text) > 2 or not _a_day_and_a_month(first, second):
        return None
    of_year = None
    if reader.at(end).text == separator and reader.glued(end):
        if found := short_year(reader, end + 1):
            end, of_year = found
        elif reader.number(end + 1) is not None:
            return None
    if of_year is None and reader.word(end, "a", "an", "of"):
        return None
    if of_year is not None and of_year < 2032 and reader.korean_text and first > 12 and len(reader.at(at).text) == 2:
        return checked(end, of_year - 2000, second, 2000 + first)  # 26/12/24
    doubtful = of_year is None and separator == "-"
    if doubtful and not reader.stands_alone(end):
        return None
    or_hours = doubtful and max(first, second) <= 12
    return Dated(end, NumericDate(first, second, of_year, or_hours=or_hours), doubtful)


def _a_day_and_a_month(first: int, second: int) -> bool:
    return 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31


def _separated_date(reader: Reader, at: int) -> Dated | None:
    """10-August-2012, 10/August 2012, 2012/Aug/10 (in `_iso_date`), Dec/2018 (a month)."""
    if found := month_name(reader, at):
        end, number = found
        four_digits = reader.mark(end, "/-") and reader.glued(end) and len(reader.at(end + 1).text) == 4
        in_year = short_year(reader, end + 1) if four_digits else None
        return Dated(in_year[0], Month(number, in_year[1])) if in_year else None
    day = reader.number(at)
    if day is None or not 1 <= day <= 31 or not reader.mark(at + 1, "-/.") or not reader.glued(at + 1):
        return None
    if not (found := month_name(reader, at + 2)):
        return None
    end, number = found
    of_year = None
    if reader.mark(end, "-/.") and (in_year := short_year(reader, end + 1)):
        end, of_year = in_year
    elif later := year(reader, end):
        end, of_year = later
    return checked(end, day, number, of_year)


def _month_then_day(reader: Reader, at: int) -> Dated | None:
    """Nov 24, Nov 24th 2026, November the 24th, mar3, Jan-1, May twenty-first."""
    if not (found := month_name(reader, at)):
        return None
    end, number = found
    if reader.mark(end, "-/") and reader.glued(end) and reader.glued(end + 1):
        end += 1
    if not (found_day := day_number(reader, end)):
        return None
    if is_of_weekday(reader, at) and not reader.ordinal(reader.skip(end, "the")):
        return None
    end, day = found_day
    spelled = reader.word(end - 1) and not reader.word(end - 1, "st", "nd", "rd", "th")
    if not spelled and reader.at(end - 1).tag == "number" and reader.glued(end) and reader.mark(end, ":"):
        return None
    if reader.at(end - 1).tag == "number" and _counts_a_product(reader, end):
        return None
    of_year = None
    separated = reader.mark(end, "-/") and reader.glued(end) and len(reader.at(end + 1).text) == 4
    if in_year := short_year(reader, end + 1) if separated else year(reader, end):
        end, of_year = in_year
    return checked(end, day, number, of_year)


def _day_then_month(reader: Reader, at: int) -> Dated | None:
    """24 November, the 24th of November 2026, third day of october, 10 August 2555 BE."""
    if not (found_day := day_number(reader, at)):
        return None
    end, day = found_day
    if reader.word(end, "day") and reader.word(end + 1, "of"):
        end += 1
    if reader.word(end, "of"):
        end += 1
    if not (found := month_name(reader, end)):
        return None
    end, number = found
    of_year = None
    if in_year := year(reader, end):
        end, of_year = in_year
    return checked(end, day, number, of_year)


def korean_date(reader: Reader, at: int) -> Dated | None:
    """11월 24일, 11월, 유월 3일, 1월-1일."""
    if reader.tag(at) == "month_name":
        number, end = reader.at(at).value, at + 1
    elif reader.korean(at + 1, "counter", "month_number"):
        number, end = reader.number(at), at + 2
    else:
        return None
    if not isinstance(number, int) or not 1 <= number <= 12:
        return None
    dash = end + 1 if reader.mark(end, "-/") and reader.glued(end) else reader.particles(end)
    day = reader.number(dash)
    if day is not None and reader.korean(dash + 1, "counter", "day"):
        return checked(dash + 2, day, number, None)
    return Dated(end, Month(number))


def _ides(reader: Reader, at: int) -> Dated | None:
    at = reader.skip(at, "the")
    if reader.word(at, "ides") and reader.word(at + 1, "of") and (found := month_name(reader, at + 2)):
        end, number = found
        return Dated(end, CalendarDate(15 if number in (3, 5, 7, 10) else 13, number))
    return None


_OF_A_CLOCK = frozenset({"part", "midday", "number", "counter", "particle", "half", "midnight", "noon"})


def closes_range(reader: Reader, at: int) -> bool:
    """Whether 까지 or 사이 stands here, perhaps behind hours: the "오후 6시까지" of "22일 오후 6시까지"."""
    if reader.mark(at, "(") and reader.mark(at + 2, ")"):
        at += 3  # 27일(금)까지
    while reader.tag(at) in _OF_A_CLOCK or (reader.mark(at, ":") and reader.glued(at)):
        at += 1
    return reader.tag(at) in ("until", "between")


@remembered
def day_of_month(reader: Reader, at: int, *, after_weekday: bool) -> Dated | None:
    """ "the 24th", "18th", "the 27"; in words only after "the" or a weekday; 24일."""
    if reader.number(at) is not None and reader.korean(at + 1, "counter", "day"):
        value = reader.number(at)
        if value is None or not 1 <= value <= 31 or reader.tag(at + 2) in ("during", "after", "straight", "apiece"):
            return None
        behind = at - 1
        while reader.tag(behind) in ("straight", "filler") or reader.at(behind).text in ("만", "총", "딱"):
            behind -= 1
        if reader.tag(behind) == "from" and not after_weekday and not closes_range(reader, at + 2):
            return None  # 월요일부터 5일: so many days
        return Dated(at + 2, CalendarDate(value))
    article = reader.word(at, "the")
    spelled = reader.cardinal(at + 1) if article and not reader.ordinal(at + 1) else None
    if spelled and spelled.word and spelled.value == 30:
        return Dated(spelled.end, CalendarDate(30)) if reader.stands_alone(spelled.end) else None
    if not (found := day_number(reader, at)):
        return None
    end, value = found
    start = at + 1 if article else at
    numeric = reader.number(start) is not None
    if numeric and end == start + 1 and not (article or after_weekday):
        return None
    if not numeric and not (article or after_weekday):
        return None
    if not numeric and not article and reader.at(start).text in ("second", "first", "third"):
        return None
    if reader.word(end, "of") and reader.words(end + 1, ("the", "month")):
        return Dated(end + 3, CalendarDate(value))
    suffixed = numeric and end == start + 2
    if reader.mark(end, ":") or not (reader.stands_alone(end) or (suffixed and reader.number(end) is not None)):
        return None
    if reader.word(end, "of", "each", "or", "and", "to") and not numeric:
        return None
    return Dated(end, CalendarDate(value), doubtful=not after_weekday and (end == start + 1))
