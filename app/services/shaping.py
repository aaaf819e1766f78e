"""Changes of a bid's tree: one more alternative, one less. Values stay; nothing is read anew."""

from __future__ import annotations

from collections.abc import Callable

from auction_client.model.bid import Bid, Group, Linked, Lot

Node = Lot | Group | Linked


def with_alternative(bid: Bid, path: str = "root") -> Bid:
    """The bid with a copy of the last item at the end of the group at `path`; a lone node becomes one of two.

    In an all-of group the copy is one more part. Raises KeyError for a path without a node.
    """

    def widen(node: Node) -> Node:
        if not isinstance(node, Group):
            return Group(at_least=1, at_most=1, items=(node, node.model_copy(update={"budget": None})))
        every = node.at_least == len(node.items)
        size = len(node.items) + 1
        return node.model_copy(
            update={
                "items": (*node.items, node.items[-1]),
                "at_least": size if every and node.at_least > 1 else node.at_least,
                "at_most": size if node.at_most == len(node.items) and node.at_most > 1 else node.at_most,
            }
        )

    return bid.model_copy(update={"root": _changed(bid.root, "root", path, widen)})


def without_node(bid: Bid, path: str) -> Bid:
    """The bid without the item at `path`; of a group of two the other one is left, with the group's total.

    Raises KeyError where no group holds the path.
    """
    parent, _, index = path.rpartition(".items[")
    if not parent:
        raise KeyError(path)
    place = int(index.rstrip("]"))

    def narrow(node: Node) -> Node:
        if not isinstance(node, Group) or place >= len(node.items) or len(node.items) < 2:
            raise KeyError(path)
        items = node.items[:place] + node.items[place + 1 :]
        if len(items) == 1:
            only = items[0]
            return only if only.budget is not None else only.model_copy(update={"budget": node.budget})
        return node.model_copy(
            update={
                "items": items,
                "at_least": min(node.at_least, len(items)),
                "at_most": min(node.at_most, len(items)),
            }
        )

    return bid.model_copy(update={"root": _changed(bid.root, "root", parent, narrow)})


def _changed(node: Node, at: str, path: str, change: Callable[[Node], Node]) -> Node:
    if at == path:
        return change(node)
    if isinstance(node, Group):
        for index, item in enumerate(node.items):
            inner = f"{at}.items[{index}]"
            if path == inner or path.startswith(f"{inner}."):
                items = (*node.items[:index], _changed(item, inner, path, change), *node.items[index + 1 :])
                return node.model_copy(update={"items": items})
    elif isinstance(node, Linked):
        for name in ("first", "then"):
            inner = f"{at}.{name}"
            if path == inner or path.startswith(f"{inner}."):
                return node.model_copy(update={name: _changed(getattr(node, name), inner, path, change)})
    raise KeyError(path)
