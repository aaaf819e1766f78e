"""The normal form: equal bids have equal normal forms, however they were written.

Nested one-of in one-of and all-of in all-of are flattened, groups of one are dropped, instants are UTC, and what a
null stands for is written out. The order of items (preference) does not count for equality.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal

from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot
from auction_client.model.fields import money_text


def normalise(node: Lot | Group | Linked) -> Lot | Group | Linked:
    """The same bid in its simplest tree; items keep their order."""
    if isinstance(node, Lot):
        return _normal_lot(node)
    if isinstance(node, Linked):
        return node.model_copy(update={"first": normalise(node.first), "then": normalise(node.then)})
    mode = group_mode(node)
    items: list[Lot | Group | Linked] = []
    for item in map(normalise, node.items):
        if (
            isinstance(item, Group)
            and item.budget is None
            and item.same_region == node.same_region
            and mode is not None
            and group_mode(item) == mode
        ):
            items.extend(item.items)
        else:
            items.append(item)
    if len(items) == 1 and (node.budget is None or items[0].budget is None):
        return items[0].model_copy(update={"budget": items[0].budget if node.budget is None else node.budget})
    bounds = {"at_least": len(items), "at_most": len(items)} if mode == "all" else {}
    return node.model_copy(update={"items": tuple(items), **bounds})


def group_mode(group: Group) -> Literal["one", "all"] | None:
    """ "one" = exactly one of the items, "all" = every item, None = any other count."""
    if (group.at_least, group.at_most) == (1, 1):
        return "one"
    if group.at_least == group.at_most == len(group.items):
        return "all"
    return None


def normal_form(node: Lot | Group | Linked) -> dict[str, Any]:
    """A JSON value that is equal for two nodes exactly when they mean the same."""
    return _form(normalise(node))


def same_bid(one: Lot | Group | Linked | None, other: Lot | Group | Linked | None) -> bool:
    """Whether both mean the same (two missing trees do)."""
    if one is None or other is None:
        return one is other
    return normal_form(one) == normal_form(other)


def _normal_lot(lot: Lot) -> Lot:
    changes: dict[str, Any] = {}
    if lot.min_quantity == lot.quantity:
        changes["min_quantity"] = None
    delivery = lot.delivery
    if delivery is not None and (lot.gpu_hours is not None or delivery.hours in (None, delivery.window_hours)):
        changes["delivery"] = Delivery(start=delivery.start, end=delivery.end)
    return lot.model_copy(update=changes) if changes else lot


def _form(node: Lot | Group | Linked) -> dict[str, Any]:
    budget = _money(node.budget)
    if isinstance(node, Linked):
        return {"kind": "linked", "first": _form(node.first), "then": _form(node.then), "budget": budget}
    if isinstance(node, Group):
        items = sorted(map(_form, node.items), key=lambda item: json.dumps(item, sort_keys=True))
        return {
            "kind": "group",
            "at_least": node.at_least,
            "at_most": node.at_most,
            "items": items,
            "same_region": node.same_region,
            "budget": budget,
        }
    asset = node.asset.model_dump(mode="json")
    if isinstance(node.asset, ComputeAsset):
        for words in ("regions", "not_regions", "tags"):
            asset[words] = sorted(set(asset[words]))
    return {
        "kind": "lot",
        "side": node.side,
        "quantity": node.quantity,
        "min_quantity": node.min_quantity,
        "gpu_hours": node.gpu_hours,
        "asset": asset,
        "delivery": _delivery(node.delivery),
        "limit": _money(node.limit),
        "budget": budget,
    }


def _delivery(delivery: Delivery | None) -> dict[str, Any] | None:
    if delivery is None:
        return None
    return {
        "start": _utc(delivery.start),
        "end": _utc(delivery.end),
        "hours": delivery.hours,
        "contiguous": delivery.contiguous,
    }


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else money_text(amount)
