"""Grammar rules for durations, how they lie in their window, and zones."""

from __future__ import annotations

import re

from nlp.resolve.when.amounts import amount_of_time
from nlp.resolve.when.clock import clock_time
from nlp.resolve.when.days import days
from nlp.resolve.when.facet import Facet
from nlp.resolve.when.lexicon import FLEX_PHRASES, NEGATED_STRAIGHT
from nlp.resolve.when.merge import facets_of
from nlp.resolve.when.reader import Reader, phrase_table
from nlp.resolve.when.types import (
    Duration,
    Flex,
    Part,
    Repeat,
    TimeExpression,
)
from nlp.resolve.when.zone_words import zone_name


def duration_rule(reader: Reader, at: int) -> Facet | None:
    """ "12 hours", "a 6-hour stretch", "72h", "8 hours a day"; 사흘간, 20시간씩."""
    if each_day := _a_day(reader, at):
        return each_day
    start = reader.skip(at, "another", "any")
    found = amount_of_time(reader, start)
    if found is None:
        return None
    end, duration = found
    if reader.tag(end) == "after" or reader.word(end, "later", "hence", "ago", "notice"):
        return None
    if reader.word(end, "from") and reader.word(end + 1, "now", "today"):
        return None
    if reader.word(end, "of") and reader.tag(start) == "word" and days(reader, end + 1):
        return None
    if _counts_from_a_day(reader, at, end, duration) or _priced(reader, end):
        return None
    daily = reader.word(end, "a", "per", "each", "every") and reader.word(end + 1, "day", "night")
    if (duration.amount, duration.unit) == (24.0, "hour") and (daily or reader.tag(end) == "all_day"):
        return Facet(end + 2 if daily else end + 1, TimeExpression(entire=True))
    if daily:
        night = reader.word(end + 1, "night")
        each = TimeExpression(duration=duration, repeat=Repeat(), part=Part.NIGHT if night else None)
        return Facet(end + 2, each)
    end = reader.skip(end, "stretch", "run", "block", "window", "slot", "session", "chunk", "period", "worth", "each")
    end = reader.particles(end)
    while reader.tag(end) in ("during", "apiece") and (reader.glued(end) or reader.tag(end) == "during"):
        end = reader.particles(end + 1)
    while reader.tag(end) == "all_day":
        end = reader.particles(end + 1)
    flex = frozenset({Flex.ANY_TIME}) if reader.word(at, "any") else frozenset[Flex]()
    return Facet(end, TimeExpression(duration=duration, flex=flex))


def _a_day(reader: Reader, at: int) -> Facet | None:
    """하루 8시간씩, 하루에 8시간: so many on each day."""
    if not (reader.tag(at) == "days_word" and reader.at(at).value == 1):
        return None
    behind = reader.particles(at + 1)
    found = amount_of_time(reader, behind)
    if found is None or found[1].unit != "hour" or not (behind > at + 1 or reader.tag(found[0]) == "apiece"):
        return None
    end = found[0]
    while reader.tag(end) in ("apiece", "during", "particle") and reader.glued(end):
        end += 1
    return Facet(end, TimeExpression(duration=found[1], repeat=Repeat()))


def _counts_from_a_day(reader: Reader, at: int, end: int, duration: Duration) -> bool:
    """ "A week from Monday", "a week on Friday": as often the day a week later as a week that begins then."""
    article = reader.word(at, "a", "an") and not reader.word(at - 1, "for", "lasting", "is", "need", "want")
    if not article or duration.unit not in ("week", "month") or not reader.word(end, "from", "on"):
        return False
    return days(reader, end + 1) is not None


_MONEY = re.compile(r"[0-9.]+(?:달러|불|유로|원|센트)")


def _priced(reader: Reader, at: int) -> bool:
    """1시간에 4달러: what one hour costs, no duration."""
    if reader.at(at).text != "에" or reader.number(at + 1) is None:
        return False
    words = "".join(reader.at(index).text for index in range(at + 1, at + 6))
    return _MONEY.match(words) is not None


_FLEX = phrase_table(FLEX_PHRASES)
_NEGATED = phrase_table(dict.fromkeys(NEGATED_STRAIGHT, True))


def flex_rule(reader: Reader, at: int) -> Facet | None:
    """Any time, straight, spread over, "no need to run it in one go"; 아무 때나, 연속, 나눠서 써도 됩니다."""
    if korean := _korean_flex(reader, at):
        return korean
    if not reader.word(at):
        return None
    if negated := reader.longest(at, _NEGATED):
        straight = reader.longest(negated[0], _FLEX)
        if straight and straight[1] is Flex.STRAIGHT:
            return Facet(straight[0], TimeExpression(flex=frozenset({Flex.SPREAD})))
    found = reader.longest(at, _FLEX)
    if found is None:
        return None
    end, flex = found
    if flex is Flex.STRAIGHT and reader.word(at, "straight") and reader.word(at + 1, "away", "to", "forward"):
        return None
    return Facet(end, TimeExpression(flex=frozenset({flex})))


_KOREAN_ALLOWED = (
    "써도",
    "사용해도",
    "돌려도",
    "해도",
    "쓰",
    "써",
    "사용",
    "돌리",
    "진행",
    "아니어도",
    "아니여도",
    "필요",
)
_KOREAN_FINE = ("됩니다", "돼요", "되요", "됨", "괜찮", "좋", "상관", "무방", "없")


def _korean_flex(reader: Reader, at: int) -> Facet | None:
    token = reader.at(at)
    if token.tag == "any_time" or (token.tag == "any" and reader.tag(at + 1) == "time_word"):
        end = at + 1 if token.tag == "any_time" else at + 2
        return Facet(reader.particles(end), TimeExpression(flex=frozenset({Flex.ANY_TIME})))
    start = at + 1 if token.tag == "filler" else at
    token = reader.at(start)
    if token.tag == "no_break" and reader.at(start + 1).text == "없이":
        return Facet(start + 2, TimeExpression(flex=frozenset({Flex.STRAIGHT})))
    if token.tag == "straight":
        end = reader.particles(start + 1)
        denied = reader.at(end).text.startswith(("아니어도", "아니여도", "일 필요", "일필요")) or (
            reader.at(end).text.startswith("일") and reader.at(end + 1).text.startswith("필요")
        )
        if denied:
            return Facet(_to_the_verb(reader, end), TimeExpression(flex=frozenset({Flex.SPREAD})))
        return Facet(end, TimeExpression(flex=frozenset({Flex.STRAIGHT})))
    if token.tag == "spread":
        return Facet(_to_the_verb(reader, start + 1), TimeExpression(flex=frozenset({Flex.SPREAD})))
    return None


def _to_the_verb(reader: Reader, at: int) -> int:
    """Behind 나눠서: 써도 됩니다 and the like belong to it."""
    while reader.at(at).text.startswith((*_KOREAN_ALLOWED, *_KOREAN_FINE)) or (
        reader.tag(at) in ("unknown", "tail") and reader.at(at).text.startswith("일")
    ):
        at += 1
    return at


def zone_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """A zone beside a time that was said."""
    found = zone_name(reader, at)
    if found and facets_of(so_far) <= {"duration", "flex", "zone"}:
        behind = reader.skip(found[0] + reader.mark(found[0], ",:"), "on", "from", "at")
        leads = days(reader, behind) or ((clock := clock_time(reader, behind, bare=False)) and clock.explicit)
        found = found if leads else None
    return Facet(found[0], TimeExpression(zone=found[1])) if found else None
