"""Grammar of whole phrases: facets in any order, joined by the words that may stand between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from nlp.resolve.when.facet import Facet
from nlp.resolve.when.facet_bounds import earliest_rule, end_rule, now_rule, start_rule
from nlp.resolve.when.facet_choices import some_of_days_rule
from nlp.resolve.when.facet_extent import duration_rule, flex_rule, zone_rule
from nlp.resolve.when.facet_lists import day_list_rule, each_of_rule
from nlp.resolve.when.facet_repeat import (
    any_of_days_rule,
    every_rule,
    except_rule,
    korean_repeat_rule,
    next_occasions_rule,
)
from nlp.resolve.when.facet_window import (
    all_day_rule,
    business_hours_rule,
    hour_rule,
    hours_range_rule,
    moment_range_rule,
    named_days_rule,
    part_of_day_rule,
)
from nlp.resolve.when.gate import may_begin
from nlp.resolve.when.lexicon import word_list
from nlp.resolve.when.merge import combine, facets_of
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import (
    CalendarDate,
    Duration,
    Holiday,
    NthWeekday,
    NumericDate,
    RelativeDay,
    TimeExpression,
    Weekday,
)

MAX_FACETS = 12
MAX_JOINING_WORDS = 4
_JOINING_WORDS = frozenset(
    word_list("on at in for during over across within inside throughout of the all whole entire full a just")
)
_BEHIND_ALL = word_list("of the next this within inside through throughout week weekend month")
_BEHIND_COMMA = frozenset({"hours", "part", "zone"})
_SINGLE_DAYS = (RelativeDay, Weekday, CalendarDate, NumericDate, Holiday, NthWeekday)

Rule = Callable[[Reader, int], Facet | None]
BesideRule = Callable[[Reader, int, TimeExpression], Facet | None]
RULES: tuple[Rule, ...] = (
    moment_range_rule, named_days_rule, business_hours_rule, now_rule, every_rule, any_of_days_rule, day_list_rule,
    some_of_days_rule, each_of_rule, korean_repeat_rule, next_occasions_rule, earliest_rule, duration_rule, flex_rule,
)  # fmt: skip
BESIDE: tuple[BesideRule, ...] = (
    all_day_rule, hours_range_rule, hour_rule, part_of_day_rule, start_rule, end_rule, except_rule,
    zone_rule,
)  # fmt: skip
"""Rules that also look at what the phrase has so far."""


def phrase(reader: Reader, at: int) -> Facet | None:
    """The longest time phrase that begins at token `at`, from as many facets as fit together."""
    whole, end, doubtful = TimeExpression(), at, False
    for _ in range(MAX_FACETS):
        found = _next_facet(reader, end, whole, first=end == at)
        merged = combine(whole, found.expression) if found else None
        if found is None or merged is None:
            break
        whole, end, doubtful = merged, found.end, doubtful or found.doubtful
    if end == at or whole == TimeExpression():
        return None
    return Facet(end, _one_day_whole(whole), doubtful)


def _one_day_whole(said: TimeExpression) -> TimeExpression:
    """토요일 하루: a day of its own named with the length of a day is that day whole, so it takes no hours from
    what stands before it."""
    single = len(said.days) == 1 and isinstance(said.days[0], _SINGLE_DAYS)
    if single and said.duration == Duration(1, "day") and facets_of(said) <= {"days", "duration", "zone"}:
        return replace(said, duration=None, entire=True)
    return said


def _next_facet(reader: Reader, at: int, so_far: TimeExpression, *, first: bool) -> Facet | None:
    """The longest facet here, or behind words that only join ("on", "at", ","); of two the surer."""
    index, comma = at, False
    for _ in range(MAX_JOINING_WORDS + 1):
        best: Facet | None = None
        for name, found in _facets_at(reader, index, so_far) if may_begin(reader, index) else ():
            if best and (found.end, not found.doubtful) <= (best.end, not best.doubtful):
                continue
            if not reader.ends_cleanly(found.end):
                continue
            if (comma and not _may_follow_comma(so_far, found)) or combine(so_far, found.expression) is None:
                continue
            best = Facet(found.end, replace(found.expression, rules=(name,)), found.doubtful)
        if best:
            return best
        token = reader.at(index)
        if token.tag == "mark" and token.text in ",(" and not first and not comma:
            comma = True
        elif not _joins(reader, index) and (token.tag != "particle" or first):
            return None
        index += 1
    return None


def _joins(reader: Reader, at: int) -> bool:
    """Whether the word here only leads to a facet: "on", "of the", "all of" (not "all for Tuesday")."""
    if reader.tag(at) == "filler":
        return True
    if not reader.word(at, *_JOINING_WORDS) or (reader.glued(at + 1) and not reader.mark(at + 1, ",")):
        return False
    return not reader.word(at, "all") or reader.word(at + 1, *_BEHIND_ALL)


def _facets_at(reader: Reader, at: int, so_far: TimeExpression) -> Iterator[tuple[str, Facet]]:
    for rule in RULES:
        if found := rule(reader, at):
            yield rule.__name__.removesuffix("_rule"), found
    for beside in BESIDE:
        if found := beside(reader, at, so_far):
            yield beside.__name__.removesuffix("_rule"), found


def _may_follow_comma(so_far: TimeExpression, found: Facet) -> bool:
    """Behind a comma only hours for a day; a duration there may be said of a whole list, so it stands alone."""
    if found.doubtful:
        return False
    new = found.expression
    if so_far.repeat and facets_of(new) == {"end"}:
        return not (so_far.days or so_far.end)
    if new.days:
        return not (so_far.days or so_far.start) and bool(so_far.hours or so_far.part) and not (new.hours or new.part)
    return bool(so_far.days or so_far.start) and facets_of(new) <= _BEHIND_COMMA
