"""Moving an item of a bid to another place of its tree. The lots stay as they are; groups keep what they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.services.shaping import Node, regrouped, unlinked
from auction_client.model.bid import Bid, Group, Linked, Lot, walk

Step = Literal["up", "down", "in", "out"]


@dataclass(frozen=True)
class Beside:
    """Between the items of a group: before the one that stands at `index` now, or behind the last one."""

    group: str
    index: int


@dataclass(frozen=True)
class Onto:
    """With the node at `path`, as two alternatives of a new group."""

    path: str


Place = Beside | Onto


def moved(bid: Bid, path: str, place: Place) -> tuple[Bid, str]:
    """The bid with the item at `path` moved, and the item's new path.

    A group that loses items keeps its kind (one of, all of, any of); of a group or link with one item left only that
    item remains, with the tighter of both totals. Raises KeyError for a place inside the item or outside the tree, and
    ValidationError where the tree would grow too deep.
    """
    item = dict(walk(bid.root)).get(path)
    if item is None or path == "root" or place not in drops_of(bid, path):
        raise KeyError(path)
    root = _rebuilt(bid.root, "root", path, item, place)
    assert root is not None
    after = Bid(root=root, good_until=bid.good_until)
    return after, next(at for at, node in walk(root) if node is item)


def drops_of(bid: Bid, path: str) -> tuple[Place, ...]:
    """All places the item may go to, in the order of the tree; its own place is none of them."""
    own_group, own_index = _home(path)
    found: list[Place] = []
    for at, node in walk(bid.root):
        if at == path or at.startswith((f"{path}.", f"{path}[")):
            continue
        if isinstance(node, Group):
            found += [
                Beside(at, index)
                for index in range(len(node.items) + 1)
                if not (at == own_group and index in (own_index, own_index + 1))
            ]
        elif isinstance(node, Lot):
            found.append(Onto(at))
    return tuple(found)


def step_of(bid: Bid, path: str, step: Step) -> Place | None:
    """Where a key moves the item; None where it cannot go that way."""
    group_path, index = _home(path)
    group = dict(walk(bid.root)).get(group_path)
    if path == "root" or group is None:
        return None
    size = len(group.items) if isinstance(group, Group) else 0
    if step == "up" and index > 0:
        return Beside(group_path, index - 1)
    if step == "down" and index + 1 < size:
        return Beside(group_path, index + 2)
    if step == "in":
        return _into(group, group_path, index)
    outer, place = _home(group_path)
    if group_path == "root" or not isinstance(dict(walk(bid.root)).get(outer), Group):
        return None
    return Beside(outer, place if step == "up" else place + 1)


def _into(group: Node, path: str, index: int) -> Place | None:
    """Into the group before the item, or together with the lot before it; the first one goes with what is behind it."""
    if not isinstance(group, Group) or (len(group.items) < 3 and not any(isinstance(i, Group) for i in group.items)):
        return None
    other = index - 1 if index > 0 else index + 1
    neighbour = group.items[other]
    inner = f"{path}.items[{other}]"
    if isinstance(neighbour, Group):
        return Beside(inner, len(neighbour.items) if other < index else 0)
    return Onto(inner) if isinstance(neighbour, Lot) else None


def _home(path: str) -> tuple[str, int]:
    """The group that holds a path, and the item's number there; -1 in a link or at the root."""
    parent, _, index = path.rpartition(".items[")
    if path.endswith("]") and parent:
        return parent, int(index.rstrip("]"))
    return path.rpartition(".")[0], -1


def _rebuilt(node: Node, at: str, source: str, item: Node, place: Place) -> Node | None:
    """The node without the source and with the item where it goes; None where nothing of it is left."""
    if at == source:
        return None
    if place == Onto(at):
        return Group(at_least=1, at_most=1, items=(node, item))
    if isinstance(node, Group):
        items: list[Node] = []
        for index, each in enumerate(node.items):
            if place == Beside(at, index):
                items.append(item)
            kept = _rebuilt(each, f"{at}.items[{index}]", source, item, place)
            if kept is not None:
                items.append(kept)
        if place == Beside(at, len(node.items)):
            items.append(item)
        return regrouped(node, items)
    if isinstance(node, Linked):
        first = _rebuilt(node.first, f"{at}.first", source, item, place)
        then = _rebuilt(node.then, f"{at}.then", source, item, place)
        return unlinked(node, first, then)
    return node
