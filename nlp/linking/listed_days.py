"""Days listed for one lot, which a later lot takes over: of "8 H100s Friday and Saturday, else 16 A100s" both are
wanted on both days.

A lot that names no day takes its time from the item before it; where that item lists several days, it takes the list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.linking.ellipsis import Leaf
from nlp.resolve.when import TimeExpression, inherit
from nlp.resolve.when.merge import combine
from nlp.resolve.when.types import Same
from nlp.structure import GroupNode, LinkedNode, LotNode, Structure, StructureNode
from nlp.tagged import Joiner, Role, Span, Tagged

Path = tuple[int, ...]
_PERIODS = re.compile(r" (?:days|nights|dates|evenings|mornings)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class _Days:
    """A list of days of one lot, and how many of them are wanted."""

    path: Path
    node: GroupNode
    times: tuple[Span, ...]

    @property
    def all_wanted(self) -> bool:
        return self.node.at_least == len(self.node.items)


def with_listed_days(structure: Structure, tagged: Tagged) -> tuple[Structure, list[Span]]:
    """The structure with lists of days given to the lots that take them over, and what says a lot of which it is not
    known on which of the days it is wanted."""
    spreader = _Spreader(structure.root, tagged)
    return Structure(spreader.spread(structure.root, ()), structure.dropped), spreader.unsure


class _Spreader:
    """Knows the lots of a structure, in text order, and the lists of days among them."""

    def __init__(self, root: StructureNode, tagged: Tagged) -> None:
        self._root, self._tagged = root, tagged
        self._lots: list[tuple[int, Path, bool, LotNode]] = []
        self._lists: list[_Days] = []
        self.unsure: list[Span] = []
        self._visit(root, (), timed=False)
        self._lots.sort(key=lambda each: each[:2])

    def _visit(self, node: StructureNode, path: Path, *, timed: bool) -> None:
        if isinstance(node, LotNode):
            start = min((span.start for span in self._spans(node.spans)), default=0)
            self._lots.append((start, path, timed, node))
            return
        timed = timed or any(span.role is Role.TIME for span in self._spans(node.spans))
        if isinstance(node, GroupNode) and not timed and (days := self._days(node, path)):
            self._lists.append(days)
        for index, part in enumerate(node.parts):
            self._visit(part, (*path, index), timed=timed)

    def _spans(self, ids: tuple[int, ...]) -> list[Span]:
        return [self._tagged.span(identifier) for identifier in ids]

    def _days(self, node: GroupNode, path: Path) -> _Days | None:
        """The list of days that the items of a group are, where they differ in nothing else."""
        lots = [item for item in node.items if isinstance(item, LotNode)]
        if len(lots) < len(node.items) or len(lots) < 2:
            return None
        own = [self._spans(lot.spans) for lot in lots]
        rest = [{span.id for span in spans if span.role is not Role.TIME} for spans in own]
        times = [[span for span in spans if span.role is Role.TIME] for spans in own]
        single = all(len(each) == 1 for each in times)
        if not single or not rest[0] or any(each != rest[0] for each in rest):
            return None
        spans = tuple(each[0] for each in times)
        if len({span.id for span in spans}) < len(spans) or not all(map(_names_days, spans)):
            return None
        return None if self._ranked(spans) else _Days(path, node, spans)

    def _ranked(self, times: tuple[Span, ...]) -> bool:
        """ "Friday, else Saturday": what follows is about the day named last."""
        first, last = times[0].end, times[-1].start
        return any(
            isinstance(span.value, Joiner) and span.value.kind == "else" and first <= span.start < last
            for span in self._tagged.spans
        )

    def spread(self, node: StructureNode, path: Path) -> StructureNode:
        """A node with the days that its lots take over."""
        if isinstance(node, LotNode):
            return self._on_its_days(node, path)
        if any(days.path == path for days in self._lists):
            return node
        parts = [self.spread(part, (*path, index)) for index, part in enumerate(node.parts)]
        if isinstance(node, LinkedNode):
            return replace(node, first=parts[0], then=parts[1])
        return replace(node, items=tuple(parts))

    def _on_its_days(self, node: LotNode, path: Path) -> StructureNode:
        days = self._taken_over(node, path)
        if days is None:
            return node
        if not days.all_wanted and not self._alternatives(path, days.path):
            self.unsure.extend(self._spans(node.spans)[:1] if not self._says_both(node) else [])
            return node
        size = (days.node.at_least, days.node.at_most)
        return GroupNode(*size, tuple(GroupNode(1, 1, (node,), (span.id,)) for span in days.times))

    def _says_both(self, node: LotNode) -> bool:
        """ "8 L40S both nights": the words for the days are asked about by themselves."""
        begins = min((span.start for span in self._spans(node.spans)), default=0)
        return any(
            span.role is Role.SCOPE and span.start > begins and _PERIODS.match(self._tagged.text, span.end)
            for span in self._tagged.spans
        )

    def _taken_over(self, node: LotNode, path: Path) -> _Days | None:
        """The list of days of the item right before a lot that names no day itself."""
        at = next(place for place, each in enumerate(self._lots) if each[1] == path)
        if self._lots[at][2] or not self._dayless(node):
            return None
        for _, before, timed, lot in reversed(self._lots[:at]):
            days = next((each for each in self._lists if before[: len(each.path)] == each.path), None)
            if days is not None:
                return days
            if timed or not self._dayless(lot):
                return None
        return None

    def _dayless(self, node: LotNode) -> bool:
        return not any(span.role is Role.TIME and not _open_for_days(span) for span in self._spans(node.spans))

    def _alternatives(self, path: Path, other: Path) -> bool:
        """Whether two nodes stand for each other, so that only one of them is wanted."""
        node = self._root
        for one, two in zip(path, other, strict=False):
            if one != two:
                return isinstance(node, GroupNode) and node.at_most == 1
            node = node.parts[one]
        return False


def _names_days(span: Span) -> bool:
    value = span.value
    return isinstance(value, TimeExpression) and bool(value.days) and not value.repeat


def _open_for_days(span: Span) -> bool:
    """ "In the evening", "for 4 hours", "same time": the days are left to what was said before; "that night" is one."""
    value = span.value
    if not isinstance(value, TimeExpression) or value.start or value.end or value.repeat or value.entire:
        return False
    one = span.text.lower().startswith(("that", "그"))
    long = value.duration is not None and value.duration.unit not in ("hour", "minute")
    return not one and not long and all(isinstance(day, Same) for day in value.days)


def give_listed_days(leaves: list[Leaf]) -> None:
    """Gives the lots that took a list of days over the hours of those days too."""
    for leaf in leaves:
        days = [span for span in leaf.around(Role.TIME) if not any(span in each.own for each in leaf.siblings)]
        donor = next((each for each in leaves for span in days if span in each.own and each is not leaf), None)
        if donor is None or not donor.times:
            continue
        own = [span.value for span in leaf.said(Role.TIME) if isinstance(span.value, TimeExpression)]
        given = _merged([expression for expression, _ in donor.times])
        said = _merged(own)
        if not own:
            leaf.times = list(donor.times)
        elif said is not None and given is not None:
            leaf.times = [(inherit(said, given), leaf.said(Role.TIME)[0])]


def _merged(times: list[TimeExpression]) -> TimeExpression | None:
    whole: TimeExpression | None = None
    for expression in times:
        whole = expression if whole is None else combine(whole, expression)
        if whole is None:
            return None
    return whole
