"""Joining expressions: facets inside one phrase, all the phrases of a lot, and what ellipsis leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from nlp.resolve.when.types import (
    ClockTime,
    Day,
    DayRange,
    Deadline,
    Duration,
    Flex,
    Following,
    Later,
    Moment,
    Month,
    MonthDays,
    Repeat,
    RestOf,
    Same,
    TimeExpression,
    Week,
    Weekday,
    Weekend,
    WeekOf,
    WeekOfMonth,
    Workdays,
)

CONTAINERS = (Week, Weekend, Workdays, Month, RestOf, WeekOfMonth, WeekOf, MonthDays, DayRange, Following)
_PERIODS = (Month, WeekOfMonth, WeekOf, MonthDays, DayRange, Following)
_NAMES = ("days", "part", "half", "hours", "start", "end", "duration", "over", "repeat", "flex", "zone", "without")


def facets_of(expression: TimeExpression) -> frozenset[str]:
    """Names of the facets that are filled."""
    return frozenset(name for name in _NAMES if getattr(expression, name))


def combine(one: TimeExpression, other: TimeExpression) -> TimeExpression | None:
    """Both together as one phrase; None where they would say the same thing twice."""
    one, other = _working_days_of(one, other), _working_days_of(other, one)
    named = _combined_days(one.days, other.days, repeated=bool(one.repeat or other.repeat))
    repeat, conflict = _combined_repeat(one.repeat, other.repeat)
    if named is None or conflict:
        return None
    if (parted := _repeated_over(one.duration, other.duration)) and repeat:
        one, other = replace(one, duration=parted[0], over=parted[1]), replace(other, duration=None)
    for name in ("part", "half", "hours", "start", "end", "duration", "over", "zone"):
        first, second = getattr(one, name), getattr(other, name)
        if first is not None and second is not None and first != second:
            return None
    return TimeExpression(
        days=named,
        part=one.part or other.part,
        half=one.half or other.half,
        hours=one.hours or other.hours,
        start=one.start or other.start,
        end=one.end or other.end,
        duration=one.duration or other.duration,
        over=one.over or other.over,
        repeat=repeat,
        flex=one.flex | other.flex,
        zone=one.zone or other.zone,
        inside=one.inside or other.inside,
        entire=one.entire or other.entire,
        without=one.without | other.without,
        rules=(*one.rules, *(rule for rule in other.rules if rule not in one.rules)),
    )


def _working_days_of(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    """12월 둘째 주 평일: beside a period other than a week from now, 평일 are the working days of that period."""
    if one.days != (Workdays(0),) or one.repeat or not any(isinstance(day, _PERIODS) for day in other.days):
        return one
    return replace(one, days=(), repeat=Repeat(weekdays=frozenset(range(5))))


def _repeated_over(one: Duration | None, other: Duration | None) -> tuple[Duration, Duration] | None:
    """Of two durations the one that repeats and the one that it repeats over: "6 hours" and "a week"."""
    if one is None or other is None or {one.unit, other.unit}.isdisjoint({"hour", "minute"}):
        return None
    short, long = (one, other) if one.unit in ("hour", "minute") else (other, one)
    return (short, long) if long.unit in ("day", "week", "month") else None


def _combined_days(one: tuple[Day, ...], other: tuple[Day, ...], *, repeated: bool) -> tuple[Day, ...] | None:
    if not one or not other:
        return one or other
    if one == other:
        return one
    if any(isinstance(day, Same) for day in (*one, *other)):
        return one + other
    holds = [isinstance(day, CONTAINERS) for day in (*one, *other)]
    if not any(holds):
        return None
    if not repeated and all(holds) and not any(isinstance(day, DayRange | Workdays) for day in (*one, *other)):
        return None
    return one + other


def _combined_repeat(one: Repeat | None, other: Repeat | None) -> tuple[Repeat | None, bool]:
    """ "any day" with "two nights": the one with the number. The flag tells that they conflict."""
    if one is None or other is None or one == other:
        return one or other, False
    plain = Repeat(1, 1, choose=True)
    for general, special in ((one, other), (other, one)):
        if general in (plain, Repeat()) and (special.choose or general == Repeat()):
            return special, False
    return None, True


class Merged(NamedTuple):
    """All the phrases of a lot as one. `source` tells which of them gave a facet; `clashes` name what disagreed."""

    whole: TimeExpression
    source: dict[str, int]
    clashes: tuple[tuple[str, int], ...]


def merge(expressions: list[TimeExpression]) -> Merged:
    """All facets of a lot's phrases. The result does not depend on their order."""
    source: dict[str, int] = {}
    clashes: list[tuple[str, int]] = []
    fields: dict[str, object] = {}
    named: dict[str, Day] = {}
    flex: frozenset[Flex] = frozenset()
    repeats = any(expression.repeat for expression in expressions)
    for index, expression in enumerate(map(_counted, expressions)):
        flex |= expression.flex
        for day in expression.days:
            named.setdefault(repr(day), day)
        for name in facets_of(expression):
            source.setdefault(name, index)
        for name in ("part", "half", "hours", "start", "end", "duration", "over", "repeat", "zone"):
            value = getattr(expression, name)
            if value is None:
                continue
            present = fields.get(name)
            if name == "duration" and repeats and (parted := _repeated_over(_as_duration(present), value)):
                fields["duration"], fields["over"] = parted
                continue
            if present is None or present == value:
                fields[name] = value
            elif (joined := _reconciled(name, present, value)) is not None:
                fields[name] = joined
            else:
                clashes.append((name, index))
    whole = TimeExpression(
        days=tuple(named[key] for key in sorted(named)),
        flex=flex,
        inside=any(expression.inside for expression in expressions),
        entire=any(expression.entire for expression in expressions),
        without=frozenset[int]().union(*(expression.without for expression in expressions)),
        **fields,  # type: ignore[arg-type]
    )
    return Merged(_settled(whole), source, tuple(clashes))


def _as_duration(value: object) -> Duration | None:
    return value if isinstance(value, Duration) else None


def _reconciled(name: str, one: object, other: object) -> object | None:
    if name == "repeat" and isinstance(one, Repeat) and isinstance(other, Repeat):
        return _combined_repeat(one, other)[0]
    if name == "start" and isinstance(one, Moment) and isinstance(other, Moment):
        if one.now or other.now:
            return other if one.now else one
        if not (one.ahead or other.ahead) and not (one.days and other.days) and not (one.hours and other.hours):
            return Moment(one.days or other.days, one.part or other.part, one.hours or other.hours)
    return None


def _settled(whole: TimeExpression) -> TimeExpression:
    """Facets that change their meaning beside others."""
    whole = _counted(whole)
    following = next((day for day in whole.days if isinstance(day, Following)), None)
    if following and whole.start and not whole.start.now and whole.duration is None:
        rest = tuple(day for day in whole.days if day is not following)
        whole = replace(whole, days=rest, duration=following.duration)
    if isinstance(whole.hours, ClockTime) and whole.start is None and whole.end is None:
        whole = replace(whole, start=Moment((), whole.part, whole.hours), hours=None)
    elif isinstance(whole.hours, ClockTime) and whole.start and not (whole.start.hours or whole.start.now):
        whole = replace(whole, start=replace(whole.start, hours=whole.hours), hours=None)
    elif isinstance(whole.hours, ClockTime) and whole.end and whole.start is None:
        whole = replace(whole, start=Moment((), whole.part, whole.hours), hours=None)
    elif _cut_short(whole):  # "tomorrow evening until 9": from where the evening begins
        whole = replace(whole, start=Moment(whole.days, whole.part), days=(), part=None)
    return whole


def _cut_short(whole: TimeExpression) -> bool:
    """Whether a part of one day is said with the hour it ends at."""
    until = whole.end is not None and whole.end.kind in ("until", "at") and whole.end.moment
    alone = not (whole.start or whole.hours or whole.duration or whole.repeat or whole.over or whole.inside)
    return bool(until and until.hours and not until.days and not until.part and whole.part and alone and whole.days)


def _counted(expression: TimeExpression) -> TimeExpression:
    """아무 밤이나 이틀: the days say how many nights."""
    repeat, duration = expression.repeat, expression.duration
    if not (repeat and repeat.choose and duration and duration.unit == "day" and duration.amount):
        return expression
    count = int(duration.amount)
    if (repeat.low, repeat.high) != (1, 1) or count != duration.amount:
        return expression
    return replace(expression, repeat=replace(repeat, low=count, high=count), duration=None)


def inherit(bare: TimeExpression, donor: TimeExpression) -> TimeExpression:
    """What a phrase takes from another one that says more (ellipsis).

    A bare day takes the hours or part of day, the duration and the zone ("Monday 9-5, or Tuesday"), a whole day or a
    period no hours; bare hours take the day; a bare duration takes all the rest; "the same night" takes the day. What
    the phrase says itself always stays.
    """
    if any(isinstance(day, Same) for day in bare.days):
        return _same_as(bare, donor)
    if donor.days and any(isinstance(day, Later) for day in bare.days):
        counted = tuple(replace(day, of=donor.days) if isinstance(day, Later) else day for day in bare.days)
        bare = replace(bare, days=counted)
    has_day = bool(bare.days or (bare.start and (bare.start.days or bare.start.now or bare.start.ahead)))
    has_clock = bool(bare.hours or bare.part or bare.half or (bare.start and bare.start.hours))
    result = bare
    if not has_day:
        result = replace(result, days=donor.days, repeat=bare.repeat or donor.repeat, end=bare.end or donor.end)
        if not has_clock:
            result = replace(result, start=bare.start or donor.start)
        elif donor.start and donor.start.days and result.start:
            result = replace(result, start=replace(result.start, days=donor.start.days))
        elif donor.start and donor.start.days:
            result = replace(result, days=(*result.days, *donor.start.days))
    elif bare.days:
        result = replace(result, days=with_week(bare.days, donor.days))
    periods = [isinstance(day, CONTAINERS) for day in bare.days]
    whole_period = has_day and (bare.entire or (any(periods) and all(periods)))
    if not has_clock and not whole_period and not (bare.start or bare.end):
        result = replace(result, part=donor.part, half=donor.half, hours=donor.hours)
        if has_day and donor.start and donor.start.hours and not (donor.end and donor.end.moment.days):
            result = replace(result, start=Moment(bare.days, donor.start.part, donor.start.hours), days=())
            if donor.end and donor.end.kind == "to" and not donor.end.moment.days:
                result = replace(result, end=donor.end)
    whole_days = donor.duration and donor.duration.unit in ("day", "week", "month")
    takes_duration = bare.duration is None and not (bare.end or bare.entire or (has_clock and has_day))
    if takes_duration and not (has_day and not has_clock and whole_days and not donor.start):
        result = replace(result, duration=donor.duration, flex=bare.flex | donor.flex)
    return replace(result, zone=bare.zone or donor.zone, rules=(*bare.rules, *donor.rules))


def _same_as(bare: TimeExpression, donor: TimeExpression) -> TimeExpression:
    rest = tuple(day for day in bare.days if not isinstance(day, Same))
    if rest:
        return inherit(replace(bare, days=rest), donor)
    if bare.part or bare.hours:
        started = donor.start.days if donor.start else ()
        kept = bare.part if bare.part != donor.part else donor.part
        return replace(bare, days=donor.days or started, part=kept, repeat=bare.repeat or donor.repeat,
                       hours=bare.hours or (donor.hours if bare.part == donor.part else None),
                       zone=bare.zone or donor.zone)  # fmt: skip
    return replace(donor, duration=bare.duration or donor.duration, flex=bare.flex or donor.flex)


def with_week(own: tuple[Day, ...], others: tuple[Day, ...]) -> tuple[Day, ...]:
    """ "Monday or Tuesday next week": the week is said of both. "next Monday or Tuesday": so is "next"."""
    if len(own) != 1 or not isinstance(own[0], Weekday) or own[0].week is not None:
        return own
    week = next((day for day in others if isinstance(day, Week)), None)
    if week is not None:
        return (*own, week)
    named = next((day for day in others if isinstance(day, Weekday) and day.week), None)
    return (replace(own[0], week=named.week),) if named else own


def as_deadline(expression: TimeExpression) -> Deadline | None:
    """A phrase read as a point to last until: "Friday", "5pm Friday", "until the 3rd"."""
    if expression.end:
        moment = expression.end.moment
        if expression.days and not moment.days:
            moment = replace(moment, days=expression.days)
        return replace(expression.end, moment=moment)
    if isinstance(expression.hours, ClockTime) or expression.days:
        clock = expression.hours if isinstance(expression.hours, ClockTime) else None
        return Deadline("until", Moment(expression.days, expression.part, clock))
    if expression.duration:
        return Deadline("by", Moment(ahead=expression.duration))
    return None
