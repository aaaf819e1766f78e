"""Grammar rules for ranges of times on the clock, over midnight too."""

from __future__ import annotations

from typing import NamedTuple

from nlp.resolve.when.clock import Clock, clock_time, qualify, said_part
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import ClockRange, ClockTime
from nlp.resolve.when.zone_words import zone_name


class Clocks(NamedTuple):
    """A range of clock times."""

    end: int
    hours: ClockRange
    explicit: bool


_TO = frozenset({"to", "until", "through", "upto"})


def range_sign(reader: Reader, at: int, *, between: bool) -> int | None:
    """The index after "to", "-", "~", "through", "and" (after "between"), or None."""
    token = reader.at(at)
    if token.tag == "mark" and token.text in "-~—→":
        return at + 1 if not (token.text == "-" and reader.mark(at + 1, "-")) else at + 2
    if token.tag == "word" and (token.text in _TO or (between and token.text == "and")):
        return at + 1
    return None


@remembered
def clock_range(reader: Reader, at: int, *, bare: bool, dotted: bool = False) -> Clocks | None:
    """ "9am to 5pm", "between 2 and 4pm", 오전 9시부터 오후 6시까지; two bare numbers only if allowed."""
    between = reader.word(at, "between", "btwn")
    if between or reader.word(at, "from"):
        at += 1
    first = _hour_with_h(reader, at) or clock_time(reader, at, dotted=dotted)
    if first is None:
        return None
    sign = range_sign(reader, first.end, between=between) or _korean_sign(reader, first.end)
    if sign is None:
        return None
    next_day = _next_day(reader, sign)
    last = _hour_with_h(reader, next_day or sign) or clock_time(reader, next_day or sign, dotted=dotted)
    if last is None:
        return None
    explicit = first.explicit or last.explicit
    if not explicit and not bare:
        return None
    end = _korean_closing(reader, last.end)
    counted = first.time.written24 and first.time.hour > 12 and not (last.time.fixed or last.time.midnight)
    if next_day and not _over_midnight(first.time, last.time) and not counted:  # 20시~익일 6시
        return None
    said = said_part(reader, last.end)
    hours = ClockRange(first.time, last.time)
    if said and not last.time.fixed:
        end, hours = said[0], ClockRange(first.time, qualify(last.time, said[1]))
    end = end if next_day else next_day_said(reader, end, hours)
    if not (reader.ends_cleanly(end) or reader.word(end, "z")) or (
        not last.explicit and not (reader.stands_alone(end) or zone_name(reader, end))
    ):
        return None
    return Clocks(end, hours, explicit)


def _hour_with_h(reader: Reader, at: int) -> Clock | None:
    """An end of "14h to 20h", "8h-20h": an hour of a clock that counts to 24, beside another such end."""
    hour = reader.number(at)
    if hour is None or hour > 24 or not reader.word(at + 1, "h") or not reader.glued(at + 1):
        return None
    if reader.number(at + 2) is not None and reader.glued(at + 2):
        return None
    beside = at + 3 if range_sign(reader, at + 2, between=True) else at - 3
    pair = reader.number(beside) is not None and (reader.word(beside + 1, "h") or reader.mark(beside + 1, ":"))
    return Clock(at + 2, ClockTime(hour, 0, True, written24=True), True) if pair else None


def _next_day(reader: Reader, at: int) -> int | None:
    """다음날, 익일, "(the) next day", "the following day": the index after it."""
    if reader.tag(at) == "later" and reader.at(at).text not in ("later", "after"):
        return reader.particles(at + 1)
    if reader.tag(at) == "which" and reader.at(at).value == 1 and reader.at(at + 1).text == "날":
        return reader.particles(at + 2)
    bracket = int(reader.mark(at, "("))
    start = reader.skip(at + bracket, "the", "of")
    start = reader.skip(start, "the")
    if not (reader.word(start, "next", "following") and reader.word(start + 1, "day", "morning")):
        return None
    if bracket and not reader.mark(start + 2, ")"):
        return None
    return start + 2 + bracket


def next_day_said(reader: Reader, at: int, hours: ClockRange) -> int:
    """The index behind "(the) next day", where it only says what hours over midnight mean anyway; else `at`."""
    closing = _next_day(reader, at)
    return closing if closing and _over_midnight(hours.first, hours.last) else at


def _over_midnight(first: ClockTime, last: ClockTime) -> bool:
    """Whether two certain clock times, the second of the next day, are less than a day apart."""
    if first.midnight or last.midnight or not (first.fixed and last.fixed):
        return False
    return (last.hour, last.minute) <= (first.hour, first.minute)


def _korean_sign(reader: Reader, at: int) -> int | None:
    return at + 1 if reader.tag(at) == "from" else None


def _korean_closing(reader: Reader, at: int) -> int:
    """까지, 사이에, and the particle behind."""
    start = at
    while reader.tag(at) in ("until", "between") and reader.at(at).value in ("until", None):
        at += 1
    return reader.particles(at) if at > start else at
