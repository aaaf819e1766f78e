"""Prices that a limit may begin with: what was used before, what cleared last, and the reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.services.views import MarketView, Order
from auction_client.model.bid import ComputeAsset, Lot, lots_of
from auction_client.model.catalogue import Catalogue


@dataclass(frozen=True)
class KnownPrices:
    """USD per GPU-hour or token, None where there is none: the cheapest last clearing, the limit of the newest order on
    the same side, the catalogue's reference."""

    cleared: Decimal | None = None
    used: Decimal | None = None
    reference: Decimal | None = None


def known_prices(lot: Lot, catalogue: Catalogue, market: MarketView | None, orders: Iterable[Order]) -> KnownPrices:
    """The prices known for what the lot asks."""
    name = _name(lot)
    if name is None:
        return KnownPrices()
    if isinstance(lot.asset, ComputeAsset):
        places = lot.asset.regions
        lasts = [
            quote.last
            for quote in (market.quotes if market is not None else ())
            if quote.gpu == name and (not places or quote.region in places)
        ]
        gpu = catalogue.gpu_by_name.get(name)
        reference = gpu.reference_price if gpu is not None else None
    else:
        lasts = [token.last for token in (market.tokens if market is not None else ()) if token.symbol == name]
        token = catalogue.token_by_symbol.get(name)
        reference = token.reference_price if token is not None else None
    return KnownPrices(min((last for last in lasts if last is not None), default=None), _used(lot, orders), reference)


def _used(lot: Lot, orders: Iterable[Order]) -> Decimal | None:
    for order in sorted(orders, key=lambda order: order.created, reverse=True):
        for _, before in lots_of(order.bid.root):
            if before.side == lot.side and _name(before) == _name(lot) and before.limit is not None:
                return before.limit
    return None


def _name(lot: Lot) -> str | None:
    return lot.asset.gpu if isinstance(lot.asset, ComputeAsset) else lot.asset.symbol
