"""How parts of an order stand to each other: whether two times can be of one lot, two counts of one item."""

from __future__ import annotations

from nlp.linking.segments import Segment, is_main_count, products_of
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.merge import combine
from nlp.resolve.when.types import CalendarDate, Holiday, NthWeekday, NumericDate, RelativeDay, Weekday
from nlp.tagged import Quantity, Role, Span

_SPECIFIC = (Weekday, CalendarDate, NumericDate, RelativeDay, NthWeekday, Holiday)


def conflicting(first: Span, second: Span) -> bool:
    """Whether two time phrases cannot be of one lot: both name days, or they do not combine."""
    one, other = first.value, second.value
    if not isinstance(one, TimeExpression) or not isinstance(other, TimeExpression):
        return False
    if other.repeat and not other.days and other.duration and one.repeat and one.part == other.part:
        return False  # "any two nights, 2 hours each night": the second phrase repeats what the first chose
    named = [{day for day in each.days if isinstance(day, _SPECIFIC)} for each in (one, other)]
    return combine(one, other) is None or (bool(named[0] and named[1]) and named[0] != named[1])


def counted_anew(own: list[Span], time: Span, spans: list[Span]) -> bool:
    """ "8 H100s Monday night, Tuesday night 16": another day with a count of its own is another item."""
    again = any(map(is_main_count, own)) and any(map(is_main_count, spans)) and not any(map(_is_volume, spans))
    return again and any(conflicting(each, time) for each in own if each.role is Role.TIME)


def recounts(span: Span, segment: Segment, own: list[Span]) -> bool:
    """Whether a span counts a second time what is counted already."""
    again = is_main_count(span) and any(map(is_main_count, own))
    return again and not _is_width(span, segment, own) and not _says_again(span, segment, own)


def _says_again(span: Span, segment: Segment, own: list[Span]) -> bool:
    """ "16 H100s (two nodes)", "2 nodes, i.e. 16 H100s": the same count in other units; whether it comes to the same is
    seen where both are resolved."""
    rest = segment.spans[segment.spans.index(span) :]
    joined = segment.joiner is not None and segment.spans[0] is span
    counts = [each for each in own if is_main_count(each)]
    products = [any(each.role is Role.ASSET for each in spans) for spans in (own, rest)]
    elsewhere = any(conflicting(each, time) for time in rest for each in own if each.role is time.role is Role.TIME)
    if joined or all(products) or elsewhere or any(map(_is_volume, [span, *counts])):
        return False
    return all(in_nodes(each) != in_nodes(span) for each in counts)


def in_nodes(span: Span) -> bool:
    """Whether a count is of nodes or racks."""
    return isinstance(span.value, Quantity) and span.value.unit in ("node", "rack")


def named_twice(first: Span, second: Span) -> bool:
    """ "Thanksgiving, Nov 26", "tomorrow, 22 November": one and the same day by its name and by its date."""
    kinds = [_kind_of_day(span) for span in (first, second)]
    return set(kinds) == {"name", "date"}


def _kind_of_day(span: Span) -> str:
    days = span.value.days if isinstance(span.value, TimeExpression) and not span.value.repeat else ()
    if len(days) != 1:
        return ""
    if isinstance(days[0], CalendarDate | NumericDate):
        return "date"
    return "name" if isinstance(days[0], RelativeDay | Holiday | Weekday) else ""


def _is_width(span: Span, segment: Segment, own: list[Span]) -> bool:
    """ "5,000 GPU-hours of H100, at most 50 GPUs": a count beside a volume caps it, in either order."""
    if any(each.role is Role.ASSET for each in segment.spans):
        return False
    return any(_is_volume(each) != _is_volume(span) for each in own if is_main_count(each))


def _is_volume(span: Span) -> bool:
    return isinstance(span.value, Quantity) and span.value.unit in ("gpu_hour", "node_hour")


def dated(span: Span) -> bool:
    """Whether a time phrase names days and leaves its end open."""
    return isinstance(span.value, TimeExpression) and bool(span.value.days) and not span.value.end


def completes(own: list[Span], rest: list[Span]) -> bool:
    """Whether one side has only a product and the other only a count: together they are one item."""
    products = [any(each.role is Role.ASSET for each in spans) for spans in (own, rest)]
    counts = [any(map(is_main_count, spans)) for spans in (own, rest)]
    same = products == [True, True] and products_of(own) == products_of(
        [each for each in rest if each.role is Role.ASSET]
    )
    return counts == [False, True] and (products == [True, False] or same)


def merges(first: Span, second: Span) -> bool:
    """Whether two time phrases make up one."""
    one, other = first.value, second.value
    return isinstance(one, TimeExpression) and isinstance(other, TimeExpression) and combine(one, other) is not None
