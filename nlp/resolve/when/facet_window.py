"""Grammar rules for named windows: days, parts of the day, clock hours, and the points between which a window lies."""

from __future__ import annotations

from dataclasses import replace

from nlp.resolve.when.clock import clock_time
from nlp.resolve.when.clock_ranges import clock_range, next_day_said
from nlp.resolve.when.days import days
from nlp.resolve.when.facet import Facet
from nlp.resolve.when.lexicon import BUSINESS_HOURS, PARTS
from nlp.resolve.when.moments import MomentFound, clock_on_first_day, moment
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import (
    ClockRange,
    ClockTime,
    Deadline,
    Part,
    TimeExpression,
)
from nlp.resolve.when.zone_words import zone_name


def named_days_rule(reader: Reader, at: int) -> Facet | None:
    found = days(reader, at)
    if found is None or (reader.korean(found.end, "until") and reader.glued(found.end)):
        return None  # 12월 말까지 is an end
    end = _throughout(reader, found.end)
    inside = reader.word(at - 1, "within", "inside")
    entire = any(reader.tag(index) == "all_day" for index in range(found.end, end)) or _said_whole(reader, at)
    return Facet(end, TimeExpression(days=found.days, part=found.part, inside=inside, entire=entire), found.doubtful)


def _said_whole(reader: Reader, at: int) -> bool:
    """ "(The whole of) next week", "(all of) Thursday", "(the entire) weekend"."""
    before = at - 1
    while reader.word(before, "of", "the"):
        before -= 1
    return reader.word(before, "whole", "entire", "full", "all", "throughout")


def _throughout(reader: Reader, at: int) -> int:
    """내내, 종일, 중에, 에 and the like behind days."""
    start = at
    at = reader.particles(at)
    while reader.tag(at) in ("all_day", "middle", "between", "filler") or (
        reader.tag(at) == "during" and reader.glued(at)
    ):
        rest = reader.at(at).text == "남은" and reader.tag(at + 1) == "day_word"  # 이번 주 남은 날
        at = reader.particles(at + 1 + rest)
    if reader.tag(at) == "tail" and reader.glued(at):
        return at if at > start and reader.tag(at - 1) != "particle" else start
    return at


def all_day_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "All day (Thursday)", "for the day": the days stay whole."""
    if end := _round_the_clock(reader, at):
        return Facet(end, TimeExpression(entire=True))
    start = reader.skip(at, "all", "the", "full", "whole", "entire")
    if start == at or not reader.word(start, "day", "day-long"):
        return None
    end = start + 1
    if reader.word(start - 1, "all") and reader.word(end, "long"):
        end += 1
    if so_far.days:
        return Facet(end, replace(so_far, entire=True))
    found = days(reader, reader.skip(end, "on", "of"))
    if found is None or found.part:
        return None
    return Facet(found.end, TimeExpression(days=found.days, entire=True), found.doubtful)


def _round_the_clock(reader: Reader, at: int) -> int | None:
    """24/7, 24x7, "around the clock", 하루 종일: the days are meant whole."""
    if reader.tag(at) == "days_word" and reader.at(at).value == 1 and reader.tag(at + 1) == "all_day":
        return reader.particles(at + 2)
    if reader.tag(at) == "all_day" and "종일" in reader.at(at).text:
        return reader.particles(at + 1)
    if reader.number(at) == 24 and reader.number(at + 2) == 7 and reader.glued(at + 2):
        return at + 3 if reader.mark(at + 1, "/") or reader.word(at + 1, "x") else None
    if reader.word(at, "round", "around") and reader.words(at + 1, ("the", "clock")):
        return at + 3
    return None


def part_of_day_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """Morning, "in the evening", overnight; 밤에, 오전 중."""
    token = reader.at(at)
    if token.tag == "part" and isinstance(token.value, Part):
        if clock_time(reader, at):
            return None
        return Facet(_throughout(reader, at + 1), TimeExpression(part=token.value))
    if reader.word(at) and (part := PARTS.get(token.text)):
        if _is_greeting(reader, at):
            return None
        end = reader.skip(at + 1, "time", "hours") if token.text == "night" else at + 1
        return Facet(end, TimeExpression(part=part))
    if reader.word(at, "am", "pm") and so_far.days and not so_far.hours:
        return Facet(at + 1, TimeExpression(half="am" if token.text == "am" else "pm"))
    return None


def _is_greeting(reader: Reader, at: int) -> bool:
    """ "Morning!", "good evening", "afternoon all"."""
    if reader.word(at - 1, "good"):
        return True
    first = at == 0 or reader.at(at - 1).text == "\n"
    return first and (
        reader.mark(at + 1, "!,.") or reader.word(at + 1, "all", "everyone", "team", "folks", "guys", "there", "both")
    )


def business_hours_rule(reader: Reader, at: int) -> Facet | None:
    hours = TimeExpression(hours=ClockRange(*map(ClockTime, BUSINESS_HOURS)))
    if reader.word(at, "business", "office", "working", "work", "biz") and reader.word(at + 1, "hours", "hrs"):
        return Facet(at + 2, hours)
    if reader.tag(at) == "business_hours":
        return Facet(reader.particles(at + 1), hours)
    return None


def hours_range_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    known_day = bool(so_far.days or so_far.repeat or so_far.part or (so_far.start and so_far.start.days))
    found = clock_range(reader, at, bare=True, dotted=bool(so_far.days))
    if found is None:
        return None
    if not found.explicit and not known_day:
        idiom = (found.hours.first.hour, found.hours.last.hour) == (9, 5)
        said = reader.word(at, "from", "between")
        behind = reader.skip(reader.skip(found.end, "on"), "the")
        part_behind = reader.words(found.end, ("in", "the")) or reader.tag(found.end) == "part"
        if not (said or idiom) or not (days(reader, behind) or part_behind or idiom):
            return None
    if said_zone := zone_name(reader, found.end):
        return Facet(said_zone[0], TimeExpression(hours=found.hours, zone=said_zone[1]))
    return Facet(reader.particles(found.end), TimeExpression(hours=found.hours))


def hour_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "5pm", "at 7", 오후 3시에; a bare number only behind "at"."""
    said = reader.word(at, "at") or reader.mark(at, "@")
    found = clock_time(reader, at + said, bare=bool(said), dotted=bool(so_far.days))
    if found is None or not reader.ends_cleanly(found.end):
        return None
    day_behind = said and days(reader, reader.skip(found.end, "on")) is not None
    if not found.explicit and not (reader.stands_alone(found.end) and (so_far.days or so_far.part or day_behind)):
        return None
    if reader.mark(at, "@"):
        return None
    end = reader.particles(found.end)
    return Facet(end, TimeExpression(hours=found.time))


def moment_range_rule(reader: Reader, at: int) -> Facet | None:
    """ "Friday 6pm to Saturday 6am", "from tomorrow 8am until the day after at 8pm", "between now and Friday"."""
    between = reader.word(at, "between", "btwn")
    start = at + 1 if between or reader.word(at, "from", "start", "starting") else at
    start += reader.word(at, "start") and reader.mark(start, ":")
    first = moment(reader, start)
    led = _from_a_clock(reader, first) if first else None
    first = led or first
    ranged = first is not None and not first.moment.days and first.moment.hours
    if ranged and (found := clock_on_first_day(reader, start)):
        first = found
    if first is None or not (first.moment.days or first.zone or (first.moment.now and between)):
        return None
    end = first.end
    if (
        reader.word(end, "to", "until", "through")
        or reader.mark(end, "-~—")
        or reader.tag(end) == "from"
        or (between and reader.word(end, "and"))
    ):
        end += 1
    else:
        return None
    last = moment(reader, end)
    if last is None or (not last.sure and not between and not reader.stands_alone(last.end)):
        return None
    if led and not last.moment.days:
        return None  # "Wednesday from 8pm to 10pm" is a day with its hours
    if ranged and first.moment.days and not (last.moment.days and last.moment.hours):
        return None  # "6am Monday to Friday": a range of days
    return _between_moments(reader, first, last)


def _from_a_clock(reader: Reader, day: MomentFound) -> MomentFound | None:
    """The day with the clock time behind "from": "Wednesday from 8pm (to Thursday 8am)"."""
    if not day.moment.days or day.moment.hours or day.moment.part or not reader.word(day.end, "from"):
        return None
    clock = moment(reader, day.end + 1)
    if clock is None or clock.moment.days or clock.moment.now or not clock.moment.hours:
        return None
    return MomentFound(clock.end, replace(clock.moment, days=day.moment.days), True, clock.zone)


def _between_moments(reader: Reader, first: MomentFound, last: MomentFound) -> Facet | None:
    one, other = first.moment, last.moment
    if not (other.days or other.hours) or not (one.now or one.hours or one.part or other.hours or other.part):
        return None
    if first.zone and last.zone and first.zone != last.zone:
        return None
    zone = first.zone or last.zone
    if not one.days and not one.now:
        return _zoned_hours(first, last)
    closing = last.end
    while reader.korean(closing, "until", "until") or reader.tag(closing) == "between":
        closing += 1
    if not other.days and isinstance(one.hours, ClockTime) and isinstance(other.hours, ClockTime):
        hours = ClockRange(one.hours, other.hours)
        closing = next_day_said(reader, closing, hours)
        return Facet(closing, TimeExpression(days=one.days, part=one.part, hours=hours, zone=zone))
    if not other.days and not one.now:
        return None
    return Facet(reader.particles(closing), TimeExpression(start=one, end=Deadline("to", other), zone=zone))


def _zoned_hours(first: MomentFound, last: MomentFound) -> Facet | None:
    """ "9am ET to 5pm ET (Monday)". Past midnight, a day behind could be that of either end: refused."""
    one, other = first.moment, last.moment
    if one.part or other.part or not (isinstance(one.hours, ClockTime) and isinstance(other.hours, ClockTime)):
        return None
    if not last.zone or (other.days and one.hours.hour >= other.hours.hour):
        return None
    hours = ClockRange(one.hours, other.hours)
    return Facet(last.end, TimeExpression(days=other.days, hours=hours, zone=last.zone))
