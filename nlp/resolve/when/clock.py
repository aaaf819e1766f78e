"""Grammar rules for times on the clock."""

from __future__ import annotations

from typing import NamedTuple

from nlp.lexicon.numbers import UNITS
from nlp.resolve.when.lexicon import PARTS
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import ClockTime, Part

NOON = ClockTime(12)
_SPELLED = {name: number for name, number in UNITS.items() if number <= 12}
MIDNIGHT = ClockTime(0, midnight=True)


class Clock(NamedTuple):
    """A clock time that ends before token `end`. `explicit`: it could not be a mere number."""

    end: int
    time: ClockTime
    explicit: bool


@remembered
def clock_time(reader: Reader, at: int, *, bare: bool = True, dotted: bool = False) -> Clock | None:
    """One time: "9am", "9:30 p.m.", "noon", "half past 8", 오후 2시 반; a bare "9" only if allowed.

    `dotted` allows a point between hours and minutes ("21.00").
    """
    for rule in (_named_time, _past_the_hour, _korean_time):
        if found := rule(reader, at):
            return found
    return _digital_time(reader, at, bare=bare, dotted=dotted)


def _named_time(reader: Reader, at: int) -> Clock | None:
    if reader.number(at) == 12 and reader.word(at + 1, "noon", "midnight"):
        at += 1
    if reader.word(at, "noon", "midday", "noontime"):
        return Clock(at + 1, NOON, True)
    if reader.word(at, "midnight"):
        return Clock(at + 1, MIDNIGHT, True)
    if reader.korean(at, "noon"):
        return Clock(at + 1, NOON, True)
    if reader.korean(at, "midnight"):
        return Clock(at + 1, MIDNIGHT, True)
    return None


def _past_the_hour(reader: Reader, at: int) -> Clock | None:
    minutes = {"half": 30, "quarter": 15}.get(reader.at(at).text) if reader.word(at) else None
    if minutes is None or not reader.word(at + 1, "past", "to") or (minutes == 30 and reader.word(at + 1, "to")):
        return None
    hour = _named_time(reader, at + 2) or _digital_time(reader, at + 2, bare=True) or _spelled_hour(reader, at + 2)
    if hour is None or hour.time.minute or hour.time.midnight:
        return None
    if reader.word(at + 1, "to"):
        before = (hour.time.hour - 1) % 24 or 12
        return Clock(hour.end, ClockTime(before, 60 - minutes, hour.time.fixed), True)
    return Clock(hour.end, ClockTime(hour.time.hour, minutes, hour.time.fixed), True)


def _spelled_hour(reader: Reader, at: int) -> Clock | None:
    """The "two" of "half past two"."""
    hour = _SPELLED.get(reader.at(at).text)
    return Clock(at + 1, ClockTime(hour, 0, False), True) if hour else None


def _korean_time(reader: Reader, at: int) -> Clock | None:
    """[오전|오후|밤|...] 3시 [30분|반]; 오후 2:30."""
    part: Part | None = None
    midday = False
    token = reader.at(at)
    if token.tag == "part" and isinstance(token.value, Part):
        part, at = token.value, reader.particles(at + 1)
    elif token.tag == "midday":
        midday, at = True, at + 1
    if (part or midday) and reader.korean(at, "midnight"):
        return Clock(at + 1, ClockTime(24), True)
    hour = reader.number(at)
    if hour is None or hour > 24:
        return None
    if not reader.korean(at + 1, "counter", "clock"):
        if (part or midday) and (found := _digital_time(reader, at, bare=False)) and not found.time.fixed:
            return Clock(found.end, _with_word(found.time, part, midday), True)
        return None
    end, minute = at + 2, 0
    if reader.korean(end, "half"):
        end, minute = end + 1, 30
    elif (minutes := reader.number(end)) is not None and minutes < 60 and reader.korean(end + 1, "counter", "minute"):
        end, minute = end + 2, minutes
    leading_zero = reader.at(at).text.startswith("0")
    written24 = hour == 0 or hour >= 13 or leading_zero
    bare = ClockTime(hour, minute, written24, written24=written24)
    return Clock(end, _with_word(bare, part, midday), True)


def _with_word(time: ClockTime, part: Part | None, midday: bool) -> ClockTime:
    if midday:
        return ClockTime(time.hour + 12 if time.hour <= 6 else time.hour, time.minute)
    return qualify(time, part) if part else time


def _digital_time(reader: Reader, at: int, *, bare: bool, dotted: bool = False) -> Clock | None:
    raw, hour = reader.at(at).text, reader.number(at)
    if raw in _SPELLED and (meridiem := _meridiem(reader, at + 1)):
        return Clock(meridiem[0], ClockTime(_SPELLED[raw] % 12 + (12 if meridiem[1] else 0)), True)
    if raw in _SPELLED and (said := said_part(reader, at + 1)):
        return Clock(said[0], qualify(ClockTime(_SPELLED[raw], 0, False), said[1]), True)
    if hour is None or not raw.isascii():
        return None
    if len(raw) == 4:
        return _military_time(reader, at, hour)
    if hour > 24 or len(raw) > 2 or (with_minutes := _minutes(reader, at, dotted=dotted)) is None:
        return None
    end, minute = with_minutes
    explicit = end > at + 1
    if (meridiem := _meridiem(reader, end)) and hour >= 1:
        end, afternoon = meridiem
        return Clock(end, ClockTime(hour if hour > 12 else hour % 12 + (12 if afternoon else 0), minute), True)
    counted_to_24 = explicit and reader.word(end, "h", "hrs", "uhr") and not _names_a_product(reader, end)
    if counted_to_24 or reader.word(end, "o'clock", "oclock"):
        end, explicit = end + 1, True
    written24 = hour == 0 or hour >= 13 or raw.startswith("0") or counted_to_24
    written24 = written24 or (explicit and _behind_iso_date(reader, at))
    fixed = written24 or (hour == 12 and explicit)
    if (said := said_part(reader, end)) and not fixed:
        return Clock(said[0], qualify(ClockTime(hour, minute, False), said[1]), True)
    if not explicit and (not bare or (reader.glued(end) and reader.word(end))):
        return None
    if hour == 24 and minute:
        return None
    return Clock(end, ClockTime(hour, minute, fixed, written24=written24), explicit or raw.startswith("0"))


def _names_a_product(reader: Reader, at: int) -> bool:
    """The "h" of "h100" counts no hours."""
    return reader.glued(at + 1) and reader.tag(at + 1) == "number" and not reader.glued(at)


def _behind_iso_date(reader: Reader, at: int) -> bool:
    """2026-11-24 10:00 is written by someone who counts to 24."""
    return reader.mark(at - 2, "-") and reader.mark(at - 4, "-") and len(reader.at(at - 5).text) == 4


def _minutes(reader: Reader, at: int, *, dotted: bool) -> tuple[int, int] | None:
    """The end and the minutes of the time whose hour stands here; None where what follows can't be minutes."""
    end = at + 1
    if not reader.glued(end) or not reader.glued(end + 1):
        return end, 0
    minutes, two_digits = reader.number(end + 1), len(reader.at(end + 1).text) == 2
    valid = minutes is not None and minutes < 60 and two_digits
    if reader.mark(end, ":."):
        if minutes is None or not valid:
            return (end, 0) if reader.mark(end, ".") and minutes is None else None
        raw = reader.at(at).text
        like_a_price = not dotted or (len(raw) == 1 or (int(raw) <= 12 and not raw.startswith("0")))
        if reader.mark(end, ".") and like_a_price and not _meridiem(reader, end + 2):
            return None
        behind = end + 2
        seconds = reader.mark(behind, ":") and reader.glued(behind + 1) and reader.number(behind + 1) is not None
        return (behind + 2 if seconds else behind), minutes
    if reader.word(end, "h") and minutes is not None and valid:
        return end + 2, minutes
    return end, 0


_LEADS_TO_HOUR = (
    "to",
    "until",
    "till",
    "at",
    "by",
    "from",
    "starting",
    "commencing",
    "ending",
    "concluding",
    "through",
)


def _military_time(reader: Reader, at: int, value: int) -> Clock | None:
    """ "0900", "1700 hrs"; without a leading zero it needs the word, or stands in a range of such times."""
    hour, minute = divmod(value, 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    end = at + 1
    if reader.word(end, "hrs", "h", "hours") and not _names_a_product(reader, end):
        return Clock(end + 1, ClockTime(hour, minute), True)
    leading = reader.at(at).text.startswith("0")
    in_range = any(
        reader.mark(at + step, "-~") and len(reader.at(at + 2 * step).text) == 4 and reader.number(at + 2 * step)
        is not None and minute % 15 == 0
        for step in (1, -1)
    ) or (reader.word(at - 1, "to") and reader.at(at - 2).text.startswith("0"))  # fmt: skip
    dated = reader.word(end, "on") and reader.word(at - 1, *_LEADS_TO_HOUR)
    return Clock(end, ClockTime(hour, minute), True) if leading or in_range or dated else None


def _meridiem(reader: Reader, at: int) -> tuple[int, bool] | None:
    """am, pm, a.m., p.m.; "a" and "p" only glued to the number. Returns the end and whether it is pm."""
    token = reader.at(at)
    if token.tag != "word":
        return None
    if token.text in ("am", "pm"):
        return _point(reader, at + 1), token.text == "pm"
    if token.text not in ("a", "p"):
        return None
    if reader.mark(at + 1, ".") and reader.word(at + 2, "m") and reader.glued(at + 2):
        return _point(reader, at + 3), token.text == "p"
    if reader.word(at + 1, "m") and not reader.glued(at + 2):  # dictated: "one p m"
        return at + 2, token.text == "p"
    if reader.glued(at) and not (reader.glued(at + 1) and reader.tag(at + 1) in ("word", "number")):
        return at + 1, token.text == "p"
    return None


def _point(reader: Reader, at: int) -> int:
    """After the last point of "p.m." (not one that ends a sentence after "pm")."""
    if reader.mark(at, ".") and reader.glued(at) and reader.word(at - 1, "m") and reader.mark(at - 2, "."):
        return at + 1
    return at


def said_part(reader: Reader, at: int) -> tuple[int, Part] | None:
    """ "(8) in the morning", "(10) at night"."""
    if reader.word(at, "in") and reader.word(at + 1, "the") and reader.word(at + 2):
        part = PARTS.get(reader.at(at + 2).text)
        return (at + 3, part) if part in (Part.MORNING, Part.AFTERNOON, Part.EVENING) else None
    if reader.word(at, "at") and reader.word(at + 1, "night"):
        return at + 2, Part.NIGHT
    return None


def qualify(time: ClockTime, part: Part) -> ClockTime:
    """A bare hour inside a part of the day: rule `part_fixes_hour`. Hours of 24 and more are the next calendar day."""
    if time.midnight:
        return ClockTime(24) if part in (Part.NIGHT, Part.EVENING) else time
    hour = time.hour
    if part in (Part.MORNING, Part.DAWN):
        return ClockTime(0 if hour == 12 and part is Part.DAWN else hour, time.minute)
    if part is Part.AFTERNOON:
        return ClockTime(hour + 12 if hour < 12 else hour, time.minute)
    if part is Part.EVENING:
        return ClockTime(hour + 12 if hour <= 12 and not (time.fixed and hour < 12) else hour, time.minute)
    if hour == 12 or hour == 0:
        return ClockTime(24, time.minute)
    if time.fixed:
        return ClockTime(hour + 24 if hour < 12 else hour, time.minute)
    return ClockTime(hour + 12 if hour >= 6 else hour + 24, time.minute)
