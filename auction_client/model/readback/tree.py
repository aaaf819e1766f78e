"""Walks a bid in order and prints one line a node; the words come from a language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from auction_client.model.bid import Bid, Group, Linked, Lot, lots_of
from auction_client.model.fields import Side
from auction_client.model.normal import group_mode, normalise


@dataclass(frozen=True)
class Line:
    """One node in words. `depth` 0 is the root; `path` is the node's place in the normalised tree."""

    depth: int
    label: str
    words: str
    path: str


class Words(Protocol):
    """What a language has to say. `side` is None where lots differ and each names its own."""

    def lot(self, lot: Lot, *, with_side: bool) -> str: ...

    def group(self, group: Group, mode: Literal["one", "all"] | None, side: Side | None) -> str: ...

    def linked(self, linked: Linked, side: Side | None) -> str: ...

    def good_until(self, at: datetime) -> str: ...


def print_lines(bid: Bid, words: Words) -> tuple[Line, ...]:
    """Every node of the bid's normal form, parents first, then the validity."""
    root = normalise(bid.root)
    sides = {lot.side for _, lot in lots_of(root)}
    shared = sides.pop() if len(sides) == 1 else None
    lines: list[Line] = []
    _print(root, "root", "", 0, shared, words, lines)
    if bid.good_until is not None:
        lines.append(Line(0, "", words.good_until(bid.good_until), "good_until"))
    return tuple(lines)


def _print(
    node: Lot | Group | Linked, path: str, label: str, depth: int, shared: Side | None, words: Words, lines: list[Line]
) -> None:
    said = shared if depth == 0 else None  # a shared side is said once, in front
    if isinstance(node, Lot):
        lines.append(Line(depth, label, words.lot(node, with_side=shared is None or depth == 0), path))
        return
    if isinstance(node, Group):
        lines.append(Line(depth, label, words.group(node, group_mode(node), said), path))
        children = [(f"{path}.items[{index}]", item) for index, item in enumerate(node.items)]
    else:
        lines.append(Line(depth, label, words.linked(node, said), path))
        children = [(f"{path}.first", node.first), (f"{path}.then", node.then)]
    for index, (child_path, child) in enumerate(children):
        _print(child, child_path, _label(label, depth, index), depth + 1, shared, words, lines)


def _label(parent: str, depth: int, index: int) -> str:
    own = _letters(index) if depth % 2 == 0 else str(index + 1)
    return f"{parent}.{own}" if parent else own


def _letters(index: int) -> str:
    text = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        text = chr(ord("a") + digit) + text
    return text
