"""How tagged spans belong together: what both linkers write and the assembler reads.

A structure names spans only by id, so a linker can relate what the tagger found but can add no number, date or name.
The compact text form is what the language model is trained to write, for example::

    one(lot 1 2 3 | lot 5 6)        either spans 1-3 or spans 5-6
    all(lot 1 2 | lot 3 4) 5        both; span 5 belongs to the whole list
    any2-3(lot 1 2 | lot 3 | lot 4) at least two, at most three
    then(lot 1 2 | lot 4 5)         the second only with the first
    lot 2 3 ; drop 1                span 1 was corrected away
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class LotNode:
    """One lot made of the spans with these ids; what it lacks is inherited later."""

    spans: tuple[int, ...]

    @property
    def parts(self) -> tuple[StructureNode, ...]:
        """None: a lot is whole."""
        return ()


@dataclass(frozen=True)
class GroupNode:
    """Alternatives or parts. `spans` belong to the whole list."""

    at_least: int
    at_most: int
    items: tuple[StructureNode, ...]
    spans: tuple[int, ...] = ()

    @property
    def parts(self) -> tuple[StructureNode, ...]:
        """The items."""
        return self.items


@dataclass(frozen=True)
class LinkedNode:
    """`then` only together with `first`. `spans` belong to both."""

    first: StructureNode
    then: StructureNode
    spans: tuple[int, ...] = ()

    @property
    def parts(self) -> tuple[StructureNode, ...]:
        """What may stand alone, and what only comes with it."""
        return self.first, self.then


StructureNode = LotNode | GroupNode | LinkedNode


@dataclass(frozen=True)
class Structure:
    """A whole reading. `dropped` spans were corrected away by the text itself."""

    root: StructureNode
    dropped: tuple[int, ...] = ()


class BadStructure(ValueError):
    """The text is not a structure."""


def render(structure: Structure) -> str:
    """The text form; `parse` reads it back."""
    dropped = f" ; drop {_ids(structure.dropped)}" if structure.dropped else ""
    return _render(structure.root) + dropped


def _render(node: StructureNode) -> str:
    if isinstance(node, LotNode):
        return f"lot {_ids(node.spans)}".rstrip()
    items: tuple[StructureNode, ...]
    if isinstance(node, LinkedNode):
        head, items = "then", (node.first, node.then)
    else:
        items = node.items
        bounds = (node.at_least, node.at_most)
        all_of = bounds == (len(items), len(items))
        head = "one" if bounds == (1, 1) else "all" if all_of else f"any{bounds[0]}-{bounds[1]}"
    shared = f" {_ids(node.spans)}" if node.spans else ""
    return f"{head}({' | '.join(map(_render, items))}){shared}"


def _ids(spans: tuple[int, ...]) -> str:
    return " ".join(map(str, spans))


_TOKEN = re.compile(r"\s*(lot|one|all|then|drop|any[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,3}|[(|);])")


def parse(text: str) -> Structure:
    """Reads the text form. Raises BadStructure for anything else."""
    tokens, at = [], 0
    stripped = text.rstrip()
    while at < len(stripped):
        found = _TOKEN.match(stripped, at)
        if not found:
            raise BadStructure(f"unexpected {stripped[at : at + 12]!r}")
        tokens.append(found.group(1))
        at = found.end()
    reader = _Reader(tokens)
    root = reader.node(depth=1)
    dropped: tuple[int, ...] = ()
    if reader.peek() == ";":
        reader.take(";")
        reader.take("drop")
        dropped = reader.ids()
    if reader.peek() is not None:
        raise BadStructure(f"unexpected {reader.peek()!r}")
    return Structure(root, dropped)


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def peek(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self, expected: str | None = None) -> str:
        token = self.peek()
        if token is None or (expected is not None and token != expected):
            raise BadStructure(f"expected {expected or 'more'}, found {token!r}")
        self._at += 1
        return token

    def ids(self) -> tuple[int, ...]:
        found = []
        while (token := self.peek()) is not None and token.isdigit():
            found.append(int(self.take()))
        return tuple(found)

    def node(self, depth: int) -> StructureNode:
        if depth > 16:
            raise BadStructure("more than 16 levels")
        head = self.take()
        if head == "lot":
            return LotNode(self.ids())
        if head not in ("one", "all", "then") and not head.startswith("any"):
            raise BadStructure(f"unexpected {head!r}")
        self.take("(")
        items = [self.node(depth + 1)]
        while self.peek() == "|":
            self.take("|")
            items.append(self.node(depth + 1))
        self.take(")")
        shared = self.ids()
        if head == "then":
            if len(items) != 2:
                raise BadStructure("then takes two parts")
            return LinkedNode(items[0], items[1], shared)
        if head == "one":
            low, high = 1, 1
        elif head == "all":
            low = high = len(items)
        else:
            low, high = map(int, head[3:].split("-"))
        if not 1 <= low <= high <= len(items):
            raise BadStructure(f"{head} of {len(items)} parts")
        return GroupNode(low, high, tuple(items), shared)
