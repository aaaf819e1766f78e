"""Grammar rules for dates with points (19.10., 29.10.2017, 2. 15.), and when such numbers are a sum instead."""

from __future__ import annotations

from nlp.resolve.when.dated import Dated, checked, short_year
from nlp.resolve.when.lexicon import MONTHS, PARTS, RELATIVE_DAYS, WEEKDAYS
from nlp.resolve.when.lexicon_ko import SHORT_WEEKDAYS
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import CalendarDate, NumericDate


def dotted_date(reader: Reader, at: int, *, after_weekday: bool) -> Dated | None:
    """13.6., 19.10, 29.10.2017: day first, but in Korean 12.3. is the third of December. One digit before the point and
    two behind look like a price."""
    day, month = reader.number(at), reader.number(at + 2)
    if day is None or month is None or not reader.mark(at + 1, ".") or len(reader.at(at).text) > 2:
        return None
    if reader.korean_text and (official := _official_date(reader, at, day, month)):
        return official
    letter = reader.at(at + 4).text if reader.korean_text and reader.mark(at + 3, "(") else ""
    if letter and letter in SHORT_WEEKDAYS and reader.mark(at + 5, ")") and reader.glued(at + 3):
        return checked(at + 3, month, day, None)  # 11.27(금)
    if not (reader.glued(at + 1) and reader.glued(at + 2)) or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if len(reader.at(at + 2).text) > 2:
        return None
    end = at + 3
    day_first = None if reader.korean_text else True
    like_a_price = len(reader.at(at).text) == 1
    if like_a_price and (reader.word(at - 1, "at") or reader.mark(at - 1, "@")):
        return None  # "Thursday night at 2.05."
    if like_a_price and reader.korean_text and reader.mark(end, ".") and not reader.glued(end + 1):
        return None  # 금밤 3.6. ends a sentence
    if like_a_price and len(reader.at(at + 2).text) == 2 and _is_sum_of_sentence(reader, at):
        return None
    if reader.mark(end, ".") and reader.glued(end):
        if found := short_year(reader, end + 1):
            following, of_year = found
            if reader.korean_text and len(reader.at(end + 1).text) == 2:
                return checked(following, of_year - 2000, month, 2000 + day)
            if 1700 <= of_year <= 2199:
                return Dated(following, CalendarDate(day, month, of_year))
            return None
        return Dated(
            end + 1,
            NumericDate(day, month, None, day_first=day_first),
            doubtful=not after_weekday,
        )
    if like_a_price or not reader.stands_alone(end):
        return None
    return Dated(end, NumericDate(day, month, None, day_first=day_first), doubtful=not after_weekday)


def _is_sum_of_sentence(reader: Reader, at: int) -> bool:
    """Whether 4.05 closes a sentence whose time is said before it: "Dec 9 to 15, 4.05.", "Monday to Friday, 4.05.",
    "tomorrow 4.05.", "Monday 9am to noon, Germany, 4.05."."""
    end = at + 3
    closed = reader.mark(end, ".") and reader.glued(end) and not reader.glued(end + 1)
    follows_day = reader.at(at - (2 if reader.mark(at - 1, ",") else 1)).text in RELATIVE_DAYS
    if closed and follows_day and not reader.word(end + 1, "to", "until", "till", "through", "from", "at"):
        return True
    goes_on = reader.word(end + 1, "to", "until", "till", "through", "and", "or", "from", "at") or (
        reader.at(end + 1).text in MONTHS
    )
    if not closed or goes_on or not (reader.tag(end + 1) == "word" or end + 1 >= len(reader.tokens)):
        return False
    number = reader.tag(at - 2) == "number" and not (reader.tag(at - 3) == "word" and reader.glued(at - 2))
    dated = number or reader.tag(at - 2) == "part" or reader.at(at - 2).text in PARTS
    to_weekday = reader.at(at - 2).text in WEEKDAYS and (
        reader.word(at - 3, "to", "until", "till", "through", "thru") or reader.mark(at - 3, "-–~")
    )
    return reader.mark(at - 1, ",") and (dated or to_weekday or _its_sentence_has_a_time(reader, at - 1))


def _its_sentence_has_a_time(reader: Reader, comma: int) -> bool:
    """Whether a day and no money is said before the comma, and not right before it ("Thursday, 3.12." is one day)."""
    if reader.at(comma - 1).text in WEEKDAYS or reader.word(comma - 1, "or", "and", *MONTHS):
        return False
    if reader.word(comma + 4, "in", "on", "for", "with"):
        return False
    timed = False
    for index in range(comma - 1, max(-1, comma - 40), -1):
        token = reader.at(index)
        if token.text in ("$", "@", "usd", "cents") or (reader.mark(index, ".") and reader.glued(index + 1)):
            return False
        if token.text in ("\n", ";", "!", "?") or reader.mark(index, "."):
            break
        timed = timed or token.text in WEEKDAYS or token.text in RELATIVE_DAYS or token.text in MONTHS
    return timed


def _official_date(reader: Reader, at: int, first: int, second: int) -> Dated | None:
    """Korean letters write 2. 15. or '27. 2. 15.: year or month first, a point behind each number."""
    if not reader.glued(at + 1) or reader.glued(at + 2) or not reader.mark(at + 3, ".") or not reader.glued(at + 3):
        return None
    third = reader.number(at + 4)
    if reader.mark(at - 1, "'") and third is not None and reader.mark(at + 5, "."):
        return checked(at + 6, third, second, 2000 + first)
    return checked(at + 4, second, first, None)
