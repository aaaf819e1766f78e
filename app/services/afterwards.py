"""What became of an order: why it was not filled, as far as the market's published prices tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.services.views import Order, Quote, TokenQuote
from auction_client.model.bid import ComputeAsset, Lot, lots_of

History = tuple[tuple[datetime, Decimal], ...]


@dataclass(frozen=True)
class Outbid:
    """One lot of an order that was not filled: what it asked for, its limit, and the best average clearing price of
    what would have served it, in the auction that decided. USD per GPU-hour or token."""

    of: str
    limit: Decimal
    cleared: Decimal
    at: datetime
    selling: bool

    @property
    def beyond(self) -> bool:
        """Whether the price alone explains it."""
        return self.cleared < self.limit if self.selling else self.cleared > self.limit


def why_lost(order: Order, quotes: Sequence[Quote], tokens: Sequence[TokenQuote] = ()) -> tuple[Outbid, ...]:
    """One entry for each lot with a limit whose product has cleared since; empty while the order has not lost."""
    if order.state != "lost":
        return ()
    ended = order.history[-1].at if order.history else None
    found = []
    for _, lot in lots_of(order.bid.root):
        if lot.limit is None:
            continue
        prices = [
            price
            for price in (_decided(each, order.created, ended) for each in _histories(lot, quotes, tokens))
            if price
        ]
        if prices:
            selling = lot.side == "sell"
            at, cleared = (max if selling else min)(prices, key=lambda pair: pair[1])
            found.append(Outbid(_name(lot), lot.limit, cleared, at, selling))
    return tuple(found)


def _histories(lot: Lot, quotes: Sequence[Quote], tokens: Sequence[TokenQuote]) -> list[History]:
    asset = lot.asset
    if not isinstance(asset, ComputeAsset):
        return [token.history for token in tokens if token.symbol == asset.symbol]
    return [
        quote.history
        for quote in quotes
        if quote.gpu == asset.gpu
        and (not asset.regions or quote.region in asset.regions)
        and quote.region not in asset.not_regions
    ]


def _decided(history: History, since: datetime, until: datetime | None) -> tuple[datetime, Decimal] | None:
    """The last clearing between the order's confirmation and its end."""
    return next((each for each in reversed(history) if since <= each[0] and (until is None or each[0] <= until)), None)


def _name(lot: Lot) -> str:
    name = lot.asset.gpu if isinstance(lot.asset, ComputeAsset) else lot.asset.symbol
    return f"{lot.quantity} × {name}" if lot.quantity is not None else str(name)
