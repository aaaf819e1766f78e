"""What an item leaves unsaid: from its list, from the nearest item before it, or, for a time, from the one behind.

Works on leaves: the lots of a structure in text order, each with its own spans and those shared by the lists around it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from nlp.linking.segments import is_main_count
from nlp.resolve.when import TimeExpression, inherit
from nlp.resolve.when.merge import CONTAINERS, combine, with_week
from nlp.resolve.when.types import ClockRange, Same
from nlp.structure import GroupNode, LotNode, Structure, StructureNode
from nlp.tagged import NO_REQUIREMENTS, Attribute, Quantity, Role, Span, Tagged

TRAVELS_WITH_PRODUCT = frozenset({"form", "memory_gb", "interruptible"})


@dataclass
class Leaf:
    """One lot on its way: `own` and `shared` spans, and what each field was finally taken from."""

    node: LotNode
    own: list[Span]
    shared: list[Span]
    path: tuple[int, ...] = ()
    siblings: list[Leaf] = field(default_factory=list)
    side: str = "buy"
    side_span: Span | None = None
    counts: list[Span] = field(default_factory=list)
    products: list[Span] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    attributes: list[Span] = field(default_factory=list)
    prices: list[Span] = field(default_factory=list)
    times: list[tuple[TimeExpression, Span]] = field(default_factory=list)
    product_from: Leaf | None = None
    guessed_scope: list[Span] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min((span.start for span in self.own), default=0)

    def said(self, role: Role) -> list[Span]:
        """Its own spans of a role."""
        return [span for span in self.own if span.role is role]

    def around(self, role: Role) -> list[Span]:
        """Spans of a role said of the lists around it."""
        return [span for span in self.shared if span.role is role]


def leaves_of(structure: Structure, tagged: Tagged) -> list[Leaf]:
    """The lots in tree order, with shared spans innermost first."""
    found: list[Leaf] = []

    def visit(node: StructureNode, shared: tuple[int, ...], path: tuple[int, ...]) -> list[Leaf]:
        if isinstance(node, LotNode):
            own = [tagged.span(identifier) for identifier in node.spans]
            leaf = Leaf(node, own, [tagged.span(identifier) for identifier in shared], path)
            found.append(leaf)
            return [leaf]
        inner = (*node.spans, *shared)
        leaves = [leaf for index, part in enumerate(node.parts) for leaf in visit(part, inner, (*path, index))]
        if isinstance(node, GroupNode) and all(isinstance(item, LotNode) for item in node.items):
            for leaf in leaves:
                leaf.siblings = leaves
        return leaves

    visit(structure.root, (), ())
    return found


def fill_in(leaves: list[Leaf], corrected: list[Span]) -> None:
    """Gives every leaf what it leaves unsaid; leaves are taken in text order. `corrected` spans were replaced."""
    ordered = sorted(leaves, key=lambda leaf: leaf.start)
    for index, leaf in enumerate(ordered):
        before = ordered[:index]
        _side(leaf, before)
        leaf.counts = _taken(leaf, Role.QUANTITY, before, lambda each: each.counts, is_main_count)
        leaf.products = leaf.said(Role.ASSET) or leaf.around(Role.ASSET)
        if not leaf.products:
            leaf.product_from = next((each for each in reversed(before) if each.products), None)
            leaf.products = leaf.product_from.products if leaf.product_from else []
        leaf.places = _taken(leaf, Role.PLACE, before, lambda each: each.places)
        leaf.attributes = _attributes(leaf, before)
        leaf.prices = leaf.said(Role.PRICE)
        _least_of_each(leaf, before)
    _times(ordered, corrected)


def _least_of_each(leaf: Leaf, before: list[Leaf]) -> None:
    """ "32 H100 Friday and 24 A100 Saturday, at least 16 each": the least is that of the lots before as well, unless
    one has its own or is no larger."""
    least = next((span for span in leaf.own if _is_least(span)), None)
    if least is None or not isinstance(least.value, Quantity) or not least.value.each:
        return
    for each in before:
        counts = [span.value for span in each.counts if isinstance(span.value, Quantity)]
        larger = any(value.bound == "exact" and value.low > least.value.low for value in counts)
        if larger and not any(map(_is_least, each.counts)):
            each.counts = [*each.counts, least]


def _is_least(span: Span) -> bool:
    return isinstance(span.value, Quantity) and span.value.bound == "at_least"


def _taken(
    leaf: Leaf, role: Role, before: list[Leaf], of: Callable[[Leaf], list[Span]],
    counts: Callable[[Span], bool] = bool,
) -> list[Span]:  # fmt: skip
    """Own spans of a role, else those of the list, else those of the nearest leaf before that has any."""
    own, around = leaf.said(role), leaf.around(role)
    if any(map(counts, own)) or (own and not around and not any(of(each) for each in before)):
        return own
    if around:
        return [*own, *around]
    taken = next((given for each in reversed(before) if (given := _said_by(leaf, of(each)))), [])
    return [*(span for span in taken if not own or counts(span)), *own]


def _said_by(leaf: Leaf, spans: list[Span]) -> list[Span]:
    """Those said before a leaf begins: what is said of an earlier one only behind it ("8 H100s or 16 A100s, the H100s
    in Frankfurt") is said of that one alone."""
    return [span for span in spans if span.start < leaf.start]


def _side(leaf: Leaf, before: list[Leaf]) -> None:
    spans = leaf.said(Role.SIDE) or leaf.around(Role.SIDE)
    if spans:
        leaf.side, leaf.side_span = str(spans[-1].value), spans[-1]
    elif before:
        leaf.side, leaf.side_span = before[-1].side, before[-1].side_span


def _attributes(leaf: Leaf, before: list[Leaf]) -> list[Span]:
    own = leaf.said(Role.ATTRIBUTE)
    found = list(own)
    for span in leaf.around(Role.ATTRIBUTE):
        if field_of(span) in ("tags", "same_region") or field_of(span) not in map(field_of, found):
            found.append(span)
    stated = {field_of(span) for span in found}
    for each in reversed(before):
        for span in _said_by(leaf, each.attributes):
            name = field_of(span)
            if name in stated or name in NO_REQUIREMENTS:
                continue
            if name in TRAVELS_WITH_PRODUCT and (leaf.product_from is None or leaf.product_from is not each):
                continue
            found.append(span)
        stated |= {field_of(span) for span in each.attributes} - TRAVELS_WITH_PRODUCT
        if leaf.product_from is each:
            stated |= TRAVELS_WITH_PRODUCT
    return found


def field_of(span: Span) -> str:
    """The bid's field that a requirement is for."""
    return span.value.field if isinstance(span.value, Attribute) else ""


# Time


def _times(ordered: list[Leaf], corrected: list[Span]) -> None:
    for index, leaf in enumerate(ordered):
        own = _corrected(_expressions(leaf.said(Role.TIME)), corrected)
        nearest = _nearest(leaf, ordered[:index])
        around = [] if nearest and _said_the_same(own) else _expressions(leaf.around(Role.TIME))
        donor = around or nearest
        if not own:
            leaf.times = donor
        elif donor and around and _together([*own, *around]):
            leaf.times = [*own, *around]
        elif donor and (merged := _merged(own)) and (given := _merged(donor)) and not _whole_days(merged):
            given = given if around or not _said_each_time(leaf, ordered[:index]) else _without_hours(given)
            leaf.times = [(inherit(merged, given), own[0][1])]
        else:
            leaf.times = own
    for index, leaf in enumerate(ordered):
        if not leaf.times:
            leaf.times = next((_for_others(each) for each in ordered[index + 1 :] if each.times), [])
    for index, leaf in enumerate(ordered):
        merged = _merged(leaf.times)
        if merged and merged.duration and not (merged.days or merged.start or merged.end or merged.repeat):
            behind = next((_merged(each.times) for each in ordered[index + 1 :] if _names_days(each)), None)
            if behind is not None:
                leaf.times = [(inherit(merged, behind), leaf.times[0][1])]
    clocked = {id(leaf) for leaf in ordered if _clocked(leaf)}
    for leaf in ordered:
        _part_from_behind(leaf, clocked)
        _length_of_list(leaf)
    for leaf in ordered:
        _hours_of_a_later_copy(leaf, ordered)
        _week_of_an_earlier_copy(leaf, ordered)


def _said_each_time(leaf: Leaf, before: list[Leaf]) -> bool:
    """ "8 H100s Thursday night; 8 H100s Friday night; 16 A100s Saturday": where each lot says its night, a lot said in
    full that names none is wanted all day."""
    told = [each for each in before if (said := _merged(_expressions(each.said(Role.TIME)))) and _with_hours(said)]
    own = [span for span in leaf.own if not any(span in each.own for each in before)]
    whole = any(map(is_main_count, own)) and any(span.role is Role.ASSET for span in own)
    return whole and len(told) > 1 and len(told) == len(before)


def _with_hours(said: TimeExpression) -> bool:
    return bool(said.days and (said.part or said.hours))


def _without_hours(said: TimeExpression) -> TimeExpression:
    return replace(said, part=None, half=None, hours=None)


def _said_the_same(own: list[tuple[TimeExpression, Span]]) -> bool:
    """ "Thursday: 8 H100s 1pm to 5pm, else 8 H200s same time": the same as the lot before."""
    return any(isinstance(day, Same) for expression, _ in own for day in expression.days)


def _names_days(leaf: Leaf) -> bool:
    merged = _merged(leaf.times)
    return merged is not None and bool(merged.days or merged.repeat or (merged.start and merged.start.days))


def _corrected(own: list[tuple[TimeExpression, Span]], corrected: list[Span]) -> list[tuple[TimeExpression, Span]]:
    """ "Friday evening, no, Saturday": the correction keeps what it does not say itself."""
    out = []
    for expression, span in own:
        before = [each for each in corrected if each.end <= span.start and isinstance(each.value, TimeExpression)]
        between = [each for _, each in own if before and before[-1].end <= each.start < span.start]
        if before and not between and isinstance(before[-1].value, TimeExpression):
            expression = inherit(expression, before[-1].value)
        out.append((expression, span))
    return out


def _nearest(leaf: Leaf, before: list[Leaf]) -> list[tuple[TimeExpression, Span]]:
    """The time of the nearest leaf before it; where a leaf of its own list behind it has one, only lists that hold
    both come before that."""
    given = next((each for each in reversed(before) if each.times), None)
    if given is None:
        return []
    own_list = [each for each in leaf.siblings if each.start > leaf.start and each.said(Role.TIME)]
    if own_list and not leaf.said(Role.TIME) and all(each is not given for each in leaf.siblings):
        return []
    return _for_others(given)


def _for_others(leaf: Leaf) -> list[tuple[TimeExpression, Span]]:
    """What others take from a leaf's times: not what stands where its product is named again ("8 H100s and 16 A100s
    tomorrow, the A100s in the evening")."""
    products = leaf.said(Role.ASSET)
    again = products[1].start if len(products) > 1 else None
    said = leaf.said(Role.TIME)
    if again is None or not any(span.start > again for span in said):
        return leaf.times
    return _expressions([span for span in said if span.start < again]) or leaf.times


def _whole_days(expression: TimeExpression) -> bool:
    """ "all day Saturday", "the whole of next weekend": the words leave no hours to be taken from elsewhere."""
    if "all_day" in expression.rules:
        return True
    return any(isinstance(day, CONTAINERS) for day in expression.days) and not expression.duration


def _part_from_behind(leaf: Leaf, clocked: set[int]) -> None:
    """ "Tuesday or Wednesday night": a bare day in a list of times takes the hours of the next one that has some."""
    merged = _merged(leaf.times)
    if merged is None or not leaf.said(Role.TIME) or merged.part or merged.hours or merged.start or merged.end:
        return
    if merged.duration or not merged.days:
        return
    at = next((place for place, each in enumerate(leaf.siblings) if each is leaf), None)
    if at is None or any(id(each) in clocked for each in leaf.siblings[:at]):
        return
    for other in leaf.siblings[at + 1 :]:
        bare_list = set(_rest(other)) in (set(), set(_rest(leaf)))
        if bare_list and not _between(leaf, other) and id(other) in clocked and (donor := _merged(other.times)):
            leaf.times = [(inherit(merged, donor), leaf.times[0][1])]
            return


def _length_of_list(leaf: Leaf) -> None:
    """ "Saturday or Sunday for 4 hours", "4 hours on Saturday morning or Sunday afternoon": a length that closes a list
    of times, or opens it, is each one's; "tonight, or 4 hours on Sunday" and "Saturday 9-5, or Sunday for 4 hours" are
    not such lists."""
    merged = _merged(leaf.times)
    if merged is None or not leaf.said(Role.TIME) or merged.duration or merged.entire or _bounded(merged):
        return
    for other in leaf.siblings:
        given = _merged(other.times)
        if given is None or not given.duration or _bounded(given) or _rest(other) not in ([], _rest(leaf)):
            continue
        said = [expression for expression, _ in _expressions(other.said(Role.TIME)) if expression.duration]
        before = bool(said) and other.said(Role.TIME)[0].start < leaf.said(Role.TIME)[0].start
        at_edge = [each.rules[0 if before else -1] == "duration" for each in said if each.rules]
        clocked = isinstance(merged.hours, ClockRange) and not isinstance(given.hours, ClockRange)
        if any(at_edge) and not clocked and not _between(*((other, leaf) if before else (leaf, other))):
            shared = replace(merged, duration=given.duration, flex=merged.flex | given.flex)
            leaf.times = [(shared, leaf.times[0][1])]
            return


def _bounded(expression: TimeExpression) -> bool:
    return expression.start is not None or expression.end is not None


def _hours_of_a_later_copy(leaf: Leaf, ordered: list[Leaf]) -> None:
    """ "Tuesday or Wednesday night, 8 H100s and 16 A100s": the same lot stands once for each of the times that lead,
    and a bare day among them takes the hours of the next that has some."""
    copies = [each for each in ordered if each.node is leaf.node]
    merged = _merged(leaf.times)
    if len(copies) < 2 or merged is None or leaf.said(Role.TIME) or not merged.days or merged.duration:
        return
    if merged.part or merged.hours or merged.start or merged.end:
        return
    at = next(place for place, each in enumerate(copies) if each is leaf)
    donor = next((_merged(each.times) for each in copies[at + 1 :] if _clocked(each)), None)
    if donor is not None and not any(map(_clocked, copies[:at])):
        leaf.times = [(inherit(merged, donor), leaf.times[0][1])]


def _week_of_an_earlier_copy(leaf: Leaf, ordered: list[Leaf]) -> None:
    """화요일 밤과 목요일 밤에 H200 8장 또는 B200 8장: a bare weekday among times that lead is of the week said."""
    copies = [each for each in ordered if each.node is leaf.node]
    merged = _merged(leaf.times)
    if len(copies) < 2 or merged is None or leaf.said(Role.TIME):
        return
    at = next(place for place, each in enumerate(copies) if each is leaf)
    for other in reversed(copies[:at]):
        if given := _merged(other.times):
            leaf.times = [(replace(merged, days=with_week(merged.days, given.days)), leaf.times[0][1])]
            return


def _between(leaf: Leaf, other: Leaf) -> bool:
    """Whether something else of the item stands between its time and the other one's."""
    ends = [span.end for span in leaf.said(Role.TIME)]
    starts = [span.start for span in other.said(Role.TIME)]
    return any(max(ends) <= span.start < min(starts) for span in leaf.own if ends and starts)


def _rest(leaf: Leaf) -> list[int]:
    return [span.id for span in leaf.own if span.role is not Role.TIME]


def _clocked(leaf: Leaf) -> bool:
    merged = _merged(leaf.times)
    return merged is not None and bool(merged.part or merged.hours or (merged.start and merged.start.hours))


def _expressions(spans: list[Span]) -> list[tuple[TimeExpression, Span]]:
    return [(span.value, span) for span in spans if isinstance(span.value, TimeExpression)]


def _together(times: list[tuple[TimeExpression, Span]]) -> bool:
    return _merged(times) is not None


def _merged(times: list[tuple[TimeExpression, Span]]) -> TimeExpression | None:
    whole: TimeExpression | None = None
    for expression, _ in times:
        whole = expression if whole is None else combine(whole, expression)
        if whole is None:
            return None
    return whole
