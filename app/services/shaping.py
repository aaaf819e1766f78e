"""Changes of a bid's tree: one more alternative, one less. Values stay; nothing is read anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auction_client.model.bid import Bid, Group, Linked, Lot

Node = Lot | Group | Linked


def with_alternative(bid: Bid, path: str = "root") -> Bid:
    """The bid with a copy of the last item at the end of the group at `path`; a lone node becomes one of two.

    In an all-of group the copy is one more part. Raises KeyError for a path without a node.
    """

    def widen(node: Node) -> Node:
        if not isinstance(node, Group):
            return Group(at_least=1, at_most=1, items=(node, node.model_copy(update={"budget": None})))
        wider = regrouped(node, (*node.items, node.items[-1]))
        assert wider is not None
        return wider

    return bid.model_copy(update={"root": _changed(bid.root, "root", path, widen)})


def without_node(bid: Bid, path: str) -> Bid:
    """The bid without the item at `path`; of two the other one is left, with the tighter of both totals.

    Raises KeyError where no group or link holds the path.
    """
    parent = path.rpartition(".items[" if path.endswith("]") else ".")[0]
    if not parent:
        raise KeyError(path)

    def narrow(node: Node) -> Node:
        left: Node | None = None
        if isinstance(node, Group) and path.endswith("]"):
            place = int(path[len(parent) + len(".items[") : -1])
            if place < len(node.items) > 1:
                left = regrouped(node, node.items[:place] + node.items[place + 1 :])
        elif isinstance(node, Linked) and path in (f"{parent}.first", f"{parent}.then"):
            left = node.then if path.endswith(".first") else node.first
            left = _with_total(left, node)
        if left is None:
            raise KeyError(path)
        return left

    return bid.model_copy(update={"root": _changed(bid.root, "root", parent, narrow)})


def regrouped(group: Group, items: Sequence[Node]) -> Node | None:
    """The group with other items, asking for the same: one of, all of, any of; otherwise as many as before, as far as
    there are so many. A single item stands alone, with the tighter of both totals; without items nothing is left."""
    before, after = len(group.items), len(items)
    if not items:
        return None
    if after == 1 and before > 1:
        return _with_total(items[0], group)
    low, high = group.at_least, group.at_most
    if low == high == before and before > 1:
        low = high = after
    elif high == before and before > 1:
        high = after
    high = min(high, after)
    return group.model_copy(update={"items": tuple(items), "at_least": min(low, high), "at_most": high})


def unlinked(linked: Linked, first: Node | None, then: Node | None) -> Node | None:
    """The link with other parts; a part that is alone stands for itself, with the tighter of both totals."""
    if first is not None and then is not None:
        return linked.model_copy(update={"first": first, "then": then})
    left = first if first is not None else then
    return None if left is None else _with_total(left, linked)


def _with_total(node: Node, holder: Group | Linked) -> Node:
    totals = [total for total in (node.budget, holder.budget) if total is not None]
    changes: dict[str, object] = {"budget": min(totals, default=None)}
    if isinstance(node, Group) and isinstance(holder, Group):
        changes["same_region"] = node.same_region or holder.same_region
    return node.model_copy(update=changes)


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
