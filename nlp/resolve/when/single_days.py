"""Grammar rules for single days: relative days, weekdays, dates with their weekday, days ahead, the same day."""

from __future__ import annotations

from typing import NamedTuple

from nlp.resolve.when.amounts import amount_of_time
from nlp.resolve.when.dated import Dated
from nlp.resolve.when.dates import date, day_of_month
from nlp.resolve.when.lexicon import PARTS, RELATIVE_DAYS, TONIGHT, WEEKDAYS, word_list
from nlp.resolve.when.lexicon_ko import SHORT_WEEKDAYS
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import (
    Ahead,
    CalendarDate,
    Day,
    Following,
    Later,
    Month,
    Part,
    RelativeDay,
    Same,
    Weekday,
)


class DaysFound(NamedTuple):
    """Days that end before token `end`, with a part of the day where the word has one ("tonight")."""

    end: int
    days: tuple[Day, ...]
    part: Part | None = None
    doubtful: bool = False


def which_one(reader: Reader, at: int) -> tuple[int, int | None] | None:
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


def relative_day(reader: Reader, at: int) -> DaysFound | None:
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
    if start > at and reader.words(start, ("day", "before")) and _names_nothing(reader, start + 2):
        return DaysFound(start + 2, (Later(-1),))
    if reader.word(at, "this") and reader.word(at + 1) and (part := PARTS.get(reader.at(at + 1).text)):
        return DaysFound(at + 2, (RelativeDay(0),), part)
    if reader.words(at, ("last", "night")):
        return DaysFound(at + 2, (RelativeDay(-1),), Part.NIGHT)
    return None


_BEHIND_THE_DAY = frozenset(word_list("from at for and or plus please between same noon all during with as"))


def _names_nothing(reader: Reader, at: int) -> bool:
    """Whether what follows "the day before" says not of what day it is the eve."""
    return not reader.word(at) or reader.word(at, *_BEHIND_THE_DAY)


def named_weekday(reader: Reader, at: int) -> DaysFound | None:
    """Tuesday, this Tue., next Tuesday, Tuesday the 24th, Tuesday Nov 24, (Nov 24) (Tue); 다음 주 화요일."""
    which = which_one(reader, at)
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
    of_week = reader.skip(reader.skip(reader.skip_mark(end, ","), "of", "in"), "the")
    if week is None and reader.words(of_week, ("week", "after", "next")):
        return DaysFound(of_week + 3, (Weekday(number, 2),))
    if reader.word(end, "week", "fortnight") or reader.words(end, ("after", "next")):
        return None
    if bracket and not reader.mark(end, ")"):
        return None  # "(Friday night 8 H100s or 16 A100s)": the bracket is of more than the day
    end += bracket
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
        counts = reader.word(at + 1, "of", "more", "x", "gpus", "cards", "nodes", "for", "at")
        return found if found.day.day > 12 and not counts else None
    return found


def dated_day(reader: Reader, at: int) -> DaysFound | None:
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


def days_ahead(reader: Reader, at: int) -> DaysFound | None:
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


def following_days(reader: Reader, at: int) -> DaysFound | None:
    """The next 3 days, the coming 48 hours; 앞으로 사흘 is 앞으로 + a duration."""
    if reader.tag(at) == "ahead_word" or (reader.tag(at) in ("which", "coming") and reader.at(at).value in (1, None)):
        found = amount_of_time(reader, at + 1)
        return DaysFound(found[0], (Following(found[1]),)) if found and found[1].amount else None
    start = reader.skip(at, "the")
    if not reader.word(start, "next", "coming", "following", "upcoming"):
        return None
    if reader.word(start + 1, "a", "an") or not (found := amount_of_time(reader, start + 1)):
        return None
    return DaysFound(found[0], (Following(found[1]),))


def same_day(reader: Reader, at: int) -> DaysFound | None:
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
