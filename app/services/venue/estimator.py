"""Estimates from the exchange's anonymous book, cleared on this machine."""

from __future__ import annotations

from datetime import datetime

from app.services.views import Alternative, EstimateView, Fix
from auction_client.clearing import Estimate
from auction_client.clearing.book import Book
from auction_client.model.bid import Bid, Lot, lots_of, walk
from auction_client.model.totals import most_units


def estimate_view(bid: Bid, book: Book, result: Estimate, as_of: datetime, venue: str) -> EstimateView:
    """The engine's estimate in the words of the window."""
    names = dict(walk(bid.root))
    alternatives = tuple(
        Alternative(
            path=way.path,
            label=_label(names.get(way.path)),
            price=way.lots[0].price if len(way.lots) == 1 else None,
            pay=way.payment,
            taken=way.fills,
        )
        for way in result.alternatives
    )
    taken = next((way for way in result.alternatives if way.fills and len(way.lots) == 1), None)
    limits = [lot.limit for _, lot in lots_of(bid.root) if lot.limit is not None]
    limit = limits[0] if len(limits) == 1 else None
    basis = result.basis
    return EstimateView(
        fills=result.fills,
        probability=result.probability,
        pay=result.payment,
        price=taken.lots[0].price if taken else None,
        limit=limit,
        alternatives=alternatives,
        ladder=tuple((rung.limit, rung.probability) for rung in result.ladder if rung.limit is not None)
        if limit is not None
        else (),
        binding=tuple((each.product, each.starts) for each in result.binding),
        fixes=tuple(
            Fix(
                label=change.message[:1].upper() + change.message[1:],
                changes=((change.path, change.lot.model_dump(mode="json")),),
                pay=change.payment,
            )
            for change in (*result.changes, *result.savings)
        ),
        reason=" ".join(result.why_not),
        basis=f"{venue}, {basis.book_bids} bids, {book.slots} hours",
        as_of=as_of,
    )


def _label(node: object) -> str:
    if not isinstance(node, Lot):
        return ""
    units = most_units(node)
    name = node.asset.gpu if node.asset.type == "compute" else node.asset.symbol
    return f"{node.quantity if node.quantity is not None else units} × {name}"
