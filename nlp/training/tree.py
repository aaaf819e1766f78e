"""The intended tree of a synthetic request."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.structure import GroupNode, LinkedNode, LotNode, StructureNode


@dataclass
class Node:
    """A node of the intended tree. `spans` are filled in after tagging; `said` are its own words by kind."""

    kind: str
    items: list[Node] = field(default_factory=list)
    low: int = 1
    high: int = 1
    spans: list[int] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)

    def structure(self) -> StructureNode:
        """The node as a structure."""
        spans = tuple(sorted(self.spans))
        if self.kind == "lot":
            return LotNode(spans)
        parts = [part for item in self.items for part in (item.items if self._absorbs(item) else [item])]
        items = tuple(part.structure() for part in parts)
        if self.kind == "then":
            return LinkedNode(items[0], items[1], spans)
        low, high = (len(items), len(items)) if self._is_all() else (self.low, self.high)
        return GroupNode(low, high, items, spans)

    def _is_all(self) -> bool:
        return self.kind == "group" and self.low == self.high == len(self.items)

    def _absorbs(self, item: Node) -> bool:
        """One-of in one-of and all-of in all-of are flat."""
        if item.kind != "group" or item.spans:
            return False
        return (self._is_all() and item._is_all()) or (self.low, self.high, item.low, item.high) == (1, 1, 1, 1)


def one(*items: Node) -> Node:
    """Alternatives."""
    return Node("group", list(items))


def both(*items: Node) -> Node:
    """Parts of one wish."""
    return Node("group", list(items), len(items), len(items))
