"""How much a bid can cost at most, and how many GPU-hours a lot can take."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from auction_client.model.bid import Group, Linked, Lot


def most_units(lot: Lot) -> Decimal | None:
    """Most GPU-hours (or tokens) that the lot can be filled with; None while quantity or time is missing."""
    if lot.gpu_hours is not None:
        return Decimal(lot.gpu_hours)
    if lot.quantity is None:
        return None
    if lot.asset.type == "token":
        return Decimal(lot.quantity)
    if lot.delivery is None:
        return None
    if lot.delivery.hours is not None:
        return Decimal(lot.quantity * lot.delivery.hours)
    window = lot.delivery.end - lot.delivery.start
    return Decimal(lot.quantity) * (window // timedelta(seconds=1)) / 3600


def worst_case_total(node: Lot | Group | Linked) -> Decimal | None:
    """The most USD that accepting the node can cost; None where nothing bounds it yet.

    An either-or group counts its dearest alternative, an all-of group the sum; a sell costs nothing. Nothing is taken
    off for money that a sell may bring in.
    """
    return _least_of(node.budget, _unbudgeted(node))


def _unbudgeted(node: Lot | Group | Linked) -> Decimal | None:
    if isinstance(node, Lot):
        if node.side == "sell":
            return Decimal(0)
        units = most_units(node)
        return None if units is None or node.limit is None else units * node.limit
    parts = node.items if isinstance(node, Group) else (node.first, node.then)
    totals = [worst_case_total(part) for part in parts]
    known = sorted((total for total in totals if total is not None), reverse=True)
    if len(known) < len(totals):
        return None
    return sum(known[: node.at_most] if isinstance(node, Group) else known, Decimal(0))


def _least_of(*amounts: Decimal | None) -> Decimal | None:
    return min((amount for amount in amounts if amount is not None), default=None)
