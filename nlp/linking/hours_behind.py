"""Hours set off by a comma behind lots that name a bare day each are those of all: "8 H100 Mon, 8 H100 Tue, 9-5"."""

from __future__ import annotations

import re

from nlp.linking.ellipsis import Leaf
from nlp.linking.segments import headed
from nlp.resolve.when import TimeExpression, inherit, match
from nlp.tagged import Role, Span, Tagged

_PARTS_ITEMS = re.compile(r"[;\n]|\.(?=\s)")
"""Between lots these part items more than the comma does that sets the hours off."""


def give_hours_behind(leaves: list[Leaf], tagged: Tagged) -> None:
    """Gives the hours behind the last lot to those before it, where no lot has hours of its own."""
    ordered = sorted(leaves, key=lambda leaf: leaf.start)
    times = [leaf.said(Role.TIME) for leaf in ordered]
    if len(ordered) < 2 or any(len(each) != 1 for each in times) or not all(headed(leaf.own) for leaf in ordered):
        return
    last = times[-1][0]
    hours = _set_off(last, korean=tagged.korean)
    before = [each[0] for each in times[:-1]]
    if hours is None or not all(_bare_day(span) for span in before):
        return
    if _PARTS_ITEMS.search(tagged.text[ordered[0].start : last.start]):
        return
    if any(_comma_inside(leaf, span, tagged) for leaf, span in zip(ordered, [*before, last], strict=True)):
        return
    for leaf, span in zip(ordered, before, strict=False):
        if [each for _, each in leaf.times] == [span] and _is_bare(leaf.times[0][0]):
            leaf.times = [(inherit(leaf.times[0][0], hours), span)]


def _set_off(span: Span, *, korean: bool) -> TimeExpression | None:
    """The hours that a comma parts from the day before them."""
    day, comma, rest = span.text.lower().rpartition(",")
    first, second = (match(part.strip(), 0, korean=korean) for part in (day, rest)) if comma else (None, None)
    if first is None or second is None or first.end < len(day.strip()) or second.end < len(rest.strip()):
        return None
    hours = second.expression
    timed = bool(hours.hours or hours.part) and not (hours.days or hours.start or hours.end or hours.repeat)
    return hours if timed and _is_bare(first.expression) else None


def _bare_day(span: Span) -> bool:
    return isinstance(span.value, TimeExpression) and _is_bare(span.value)


def _is_bare(time: TimeExpression) -> bool:
    """Whether it names days and nothing else."""
    more = time.part or time.half or time.hours or time.start or time.end or time.duration or time.repeat
    return bool(time.days) and not more and not time.entire and "all_day" not in time.rules


def _comma_inside(leaf: Leaf, time: Span, tagged: Tagged) -> bool:
    """Whether a comma parts the day of a lot from the rest of it too, so that commas part all that is said."""
    heads = [span for span in leaf.own if span.role in (Role.QUANTITY, Role.ASSET) and span.end <= time.start]
    return bool(heads) and "," in tagged.text[max(span.end for span in heads) : time.start]
