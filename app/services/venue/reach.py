"""Which products may serve a bid, in which of its windows, and which hours the estimate would take of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.services.views import Reach
from auction_client.clearing import Estimate
from auction_client.clearing.book import Book, meets
from auction_client.model.bid import Bid, lots_of

Stretch = tuple[datetime, datetime]


def reach_of(bid: Bid, book: Book, result: Estimate) -> tuple[Reach, ...]:
    """One entry a product that meets some lot of the bid: those that the estimate takes first, then in book order."""
    lots = [lot for _, lot in lots_of(bid.root)]
    found = []
    for product in book.products:
        windows = (lot.delivery for lot in lots if meets(lot, product))
        wanted = tuple(dict.fromkeys((each.start, each.end) for each in windows if each is not None))
        if wanted:
            found.append(Reach(product.id, wanted, _taken(product.id, book, result)))
    return tuple(sorted(found, key=lambda each: not each.taken))


def _taken(product: str, book: Book, result: Estimate) -> tuple[Stretch, ...]:
    slots = sorted(
        {
            slot
            for way in result.alternatives
            if way.fills
            for lot in way.lots
            if lot.product == product
            for slot in lot.slots
        }
    )
    step = timedelta(minutes=book.slot_minutes)
    stretches: list[Stretch] = []
    for slot in slots:
        start = book.start + slot * step
        if stretches and stretches[-1][1] == start:
            stretches[-1] = (stretches[-1][0], start + step)
        else:
            stretches.append((start, start + step))
    return tuple(stretches)
