"""Grammar rules for amounts of time."""

from __future__ import annotations

from nlp.resolve.when.lexicon import UNITS
from nlp.resolve.when.lexicon_ko import COUNTED_UNITS
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import (
    Duration,
    Unit,
)

UNBROKEN = ("consecutive", "contiguous", "continuous", "uninterrupted", "straight", "successive", "unbroken")
"""Said between a number and its unit of time: without a gap, as a stretch of time is unless said otherwise."""


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
    if reader.word(end, *UNBROKEN) and unit_at(reader, end + 1):
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
