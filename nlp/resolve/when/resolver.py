"""Turns the time phrases of one lot into delivery windows, with one named rule for each convention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from nlp.resolve.when import hours as clock_hours
from nlp.resolve.when.doubt import Doubt
from nlp.resolve.when.merge import Merged, as_deadline, merge
from nlp.resolve.when.messages import say
from nlp.resolve.when.repeats import COMING_TODAY, Resolution
from nlp.resolve.when.resolution import Ask, TimeAssumption, TimeChoice, TimeContext, TimeReading
from nlp.resolve.when.types import ClockRange, ClockTime, Part, RelativeDay, TimeExpression
from nlp.resolve.when.years import dated_in_years


def resolve(expressions: Sequence[TimeExpression], context: TimeContext) -> TimeReading:
    """The windows that a lot's time phrases come to. Their order does not matter, except in `index` of what is asked.

    Never raises for what was typed: what can't be resolved is in `asks`.
    """
    merged = merge([dated_in_years(each, context.now.year) for each in expressions])
    resolution = Resolution(merged.whole, context)
    try:
        if merged.clashes:
            name, index = merged.clashes[0]
            if name == "end" and merged.whole.repeat:
                raise Doubt("ambiguous_time", "hours", "hours_of_which_day")  # until each day's hour, or until a day
            raise Doubt("contradiction", name, "two_answers", name)
        windows, mode = resolution.windows()
    except Doubt as doubt:
        index = merged.source.get(doubt.facet, _any_index(merged))
        choices = _choices(merged.whole, context, doubt)
        return TimeReading(asks=(Ask(doubt.code, index, say(doubt.key, context.language, *doubt.values), choices),))
    except OverflowError:
        return TimeReading(asks=(Ask("missing_time", 0, say("too_far", context.language)),))
    assumptions = tuple(
        TimeAssumption(
            note.code, merged.source.get(note.facet, _any_index(merged)), say(note.key, context.language, *note.values)
        )
        for note in dict.fromkeys(resolution.notes + resolution.calendar.notes)
    )
    return TimeReading(tuple(windows), mode, (), assumptions)


def _any_index(merged: Merged) -> int:
    return min(merged.source.values(), default=0)


def resolve_until(expression: TimeExpression, context: TimeContext) -> datetime | Ask:
    """The instant that "good till <expression>" names: the end of that day, or the clock time."""
    expression = dated_in_years(expression, context.now.year)
    deadline = as_deadline(expression)
    if deadline is None:
        return Ask("missing_time", 0, say("until_when", context.language))
    resolution = Resolution(replace(expression, end=deadline, days=()), context)
    try:
        instant = resolution.deadline(deadline, None, rounded=False)
    except Doubt as doubt:
        return Ask(doubt.code, 0, say(doubt.key, context.language, *doubt.values))
    except OverflowError:
        return Ask("missing_time", 0, say("too_far", context.language))
    if instant <= context.now:
        return Ask("past_time", 0, say("past", context.language, instant))
    return instant


def _choices(whole: TimeExpression, context: TimeContext, doubt: Doubt) -> tuple[TimeChoice, ...]:
    """The readings of an ambiguous phrase, each resolved."""
    if doubt.code != "ambiguous_time":
        return ()
    found = []
    for label, variant in _variants(whole):
        resolution = Resolution(variant, context)
        try:
            windows, _ = resolution.windows()
        except (Doubt, OverflowError):
            continue
        found.append(TimeChoice(say(label, context.language), tuple(windows)))
    return tuple(found)


def _variants(whole: TimeExpression) -> list[tuple[str, TimeExpression]]:
    end = whole.end
    if end and end.moment.part and end.moment.hours is None:
        first, last = clock_hours.part_minutes(end.moment.part)
        return [
            (
                name,
                replace(whole, end=replace(end, moment=replace(end.moment, part=None, hours=ClockTime(minutes // 60)))),
            )
            for name, minutes in (("until_it_begins", first), ("until_it_ends", last))
        ]
    if isinstance(whole.hours, ClockRange) and not (whole.hours.first.fixed or whole.hours.first.midnight):
        return [
            (name, replace(whole, hours=ClockRange(_fixed(whole.hours.first, extra), whole.hours.last)))
            for name, extra in (("am", 0), ("pm", 12))
        ]
    start = whole.start
    if start and start.hours and not (start.hours.fixed or start.hours.midnight):
        return [
            (name, replace(whole, start=replace(start, hours=_fixed(start.hours, extra))))
            for name, extra in (("am", 0), ("pm", 12))
        ]
    if start and start.hours and start.hours.midnight:
        return [
            (name, replace(whole, start=replace(start, hours=ClockTime(hour))))
            for name, hour in (("day_begins", 0), ("day_ends", 24))
        ]
    if isinstance(whole.hours, ClockRange) and whole.hours.first.midnight:
        return [
            (name, replace(whole, hours=ClockRange(ClockTime(hour), whole.hours.last)))
            for name, hour in (("day_begins", 0), ("day_ends", 24))
        ]
    if whole.part is Part.NIGHT and RelativeDay(0) in whole.days:
        return [
            ("night_that_is_on", replace(whole, days=(RelativeDay(-1),))),
            ("coming_night", replace(whole, days=(COMING_TODAY,))),
        ]
    return []


def _fixed(time: ClockTime, extra: int) -> ClockTime:
    return ClockTime(time.hour % 12 + extra, time.minute)
