"""What an offer brings at least."""

from __future__ import annotations

from decimal import Decimal

from auction_client.model.bid import Bid, Group, Linked, Lot, lots_of
from auction_client.model.totals import most_units


def only_sells(bid: Bid) -> bool:
    """Whether no lot of the bid buys."""
    return all(lot.side == "sell" for _, lot in lots_of(bid.root))


def least_proceeds(node: Lot | Group | Linked) -> Decimal | None:
    """The least USD that a filled offer brings: its smallest part at its limit, the cheapest alternatives of a group,
    the first part of a link; None where a limit or a quantity is still missing."""
    if isinstance(node, Lot):
        units = most_units(node)
        if units is None or node.limit is None:
            return None
        if node.min_quantity is not None and node.quantity:
            units = units * node.min_quantity / node.quantity
        return units * node.limit
    if isinstance(node, Linked):
        return least_proceeds(node.first)
    parts = [least_proceeds(item) for item in node.items]
    known = sorted(part for part in parts if part is not None)
    return sum(known[: max(1, node.at_least)], Decimal(0)) if len(known) == len(parts) else None
