"""Lots bought twice over: the same product in the same hours again, in words that do not say that more is wanted.

"16 H100 Thursday night, 12 would do", "8 H100 Friday or Saturday, $2.50 for Friday": what seems to be one lot more
speaks of the lot before it, so it is asked about. "8 more", "and another 8" and a lot said in full are one lot more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from nlp.linking.lots import Doubt, LotValues
from nlp.linking.segments import is_main_count
from nlp.structure import GroupNode, LotNode, StructureNode
from nlp.tagged import Joiner, Role, Span, Tagged

_MORE = re.compile(
    r"(?<![a-z])(?:more|another|additional(?:ly)?|extra|further|again|too|as well)(?![a-z])"
    r"|더요?(?![가-힣])|추가|또(?![가-힣])|별도|따로",
    re.IGNORECASE,
)
_APART = re.compile(r"(?<![a-z])(?:for|on|at)(?![a-z])", re.IGNORECASE)
"""Between a count and a product these say that the number counts something else: "10 for the A100"."""
_BESIDE = 24
"""How far behind a count the word that says "more" may stand: "8 of the same GPUs more"."""


def doubled_lots(root: StructureNode, lots: list[LotValues], tagged: Tagged) -> Iterator[Doubt]:
    """What must be asked about lots of an all-of that repeat another one."""
    ordered = sorted(lots, key=lambda lot: lot.leaf.start)
    asked: set[int] = set()
    for first, second in combinations(ordered, 2):
        own = second.leaf.own
        if not own or not _alike(first, second) or not _both_wanted(root, first, second):
            continue
        span = min(own, key=lambda each: each.start)
        if span.id not in asked and not _one_more(first, second, tagged):
            asked.add(span.id)
            yield Doubt("unsupported", span, "unused", (span.text,))


def _alike(first: LotValues, second: LotValues) -> bool:
    """Whether both are of one product on one side in the same hours, or in some of them where no count is said."""
    if first.asset != second.asset or first.leaf.side != second.leaf.side:
        return False
    if first.windows == second.windows:
        return first.windows != (None,) or first.named.kind == "token"
    if any(map(is_main_count, second.leaf.own)):
        return False
    return any(
        one.start < other.end and other.start < one.end
        for one in first.windows
        for other in second.windows
        if one and other
    )


def _both_wanted(root: StructureNode, first: LotValues, second: LotValues) -> bool:
    """Whether the two stand in an all-of, however deep in it."""
    node = root
    for one, other in zip(first.leaf.path, second.leaf.path, strict=False):
        if isinstance(node, LotNode):
            return False
        if one != other:
            return isinstance(node, GroupNode) and node.at_least == len(node.items)
        node = node.parts[one]
    return False


def _one_more(first: LotValues, second: LotValues, tagged: Tagged) -> bool:
    """Whether the words say that the second lot comes on top of the first."""
    own = second.leaf.own
    count = next((span for span in own if is_main_count(span)), None)
    if count is None:
        return False
    laddered = first.limit is not None and second.limit is not None and first.limit != second.limit
    product = next((span for span in own if span.role is Role.ASSET), None)
    if laddered or (product and not _APART.search(tagged.text[count.end : product.start])):
        return True
    start = min(span.start for span in own)
    before = _last_before(list(tagged.spans), start)
    content = _last_before(first.leaf.own, start)
    near = tagged.text[content.end if content else start : count.end + _BESIDE]
    return (before is not None and isinstance(before.value, Joiner)) or _MORE.search(near) is not None


def _last_before(spans: list[Span], at: int) -> Span | None:
    return max((span for span in spans if span.end <= at), key=lambda span: span.end, default=None)
