"""What providers offer: every product, hour by hour, cheap nights first and dear reserves last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.book import BookBid
from auction_client.model.bid import ComputeAsset, Delivery, Lot
from auction_client.practice.levels import Horizon, generator, levels
from auction_client.practice.products import Listing

FIRST = 0.45  # share of the capacity at the level of the hour
SECOND = 0.35
_RESERVE = 0.30
SECOND_PREMIUM = 1.05
RESERVE_PREMIUM = 1.35
_BASE_LOAD = 0.12  # standing contracts that take their hours at nearly any price


def exactly(listing: Listing) -> ComputeAsset:
    """The asset that names this product and no other."""
    product = listing.product
    return ComputeAsset(
        gpu=product.gpu,
        form=product.form,
        memory_gb=product.memory_gb,
        interconnect=product.interconnect,
        regions=(product.region,),
        min_uptime=product.uptime,
        interruptible=product.interruptible,
        tags=product.tags,
    )


def usd(amount: float) -> Decimal:
    """A price on the exchange's tick."""
    return Decimal(round(amount * 10_000)) / 10_000


def supply(seed: int, auction: int, listings: tuple[Listing, ...], horizon: Horizon) -> Iterator[BookBid]:
    """All providers' offers and the standing contracts of one auction."""
    for listing in listings:
        yield from _offers(seed, auction, listing, horizon)


def _offers(seed: int, auction: int, listing: Listing, horizon: Horizon) -> Iterator[BookBid]:
    draw = generator(seed, "supply", listing.product.id, auction // 4)
    level = levels(seed, listing, horizon, horizon.start)
    noise = 1.0 + draw.normal(0.0, 0.006)
    asset = exactly(listing)
    product = listing.product.id
    for index, (first, last) in enumerate(_parts(level)):
        quantity = _share(listing, FIRST * draw.uniform(0.85, 1.15))
        price = usd(float(level[first]) * noise * (1.0 + draw.normal(0.0, 0.008)))
        yield _volume(f"{product}/a{index}", f"{product}-a", "sell", asset, horizon, first, last, quantity, price)
    whole = (0, horizon.slots)
    top = float(np.quantile(level, 0.9)) * noise
    for name, share, premium in (("b", SECOND, SECOND_PREMIUM), ("r", _RESERVE, RESERVE_PREMIUM)):
        quantity = _share(listing, share * draw.uniform(0.85, 1.15))
        price = usd(top * premium * (1.0 + draw.normal(0.0, 0.008)))
        yield _volume(f"{product}/{name}", f"{product}-{name}", "sell", asset, horizon, *whole, quantity, price)
    contracts = _share(listing, _BASE_LOAD * draw.uniform(0.5, 1.5))
    price = usd(float(level.max()) * 1.6)
    yield _volume(f"{product}/load", f"{product}-load", "buy", asset, horizon, *whole, contracts, price)


def _parts(level: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The stretches of equal level, as [first, last)."""
    edges = [0, *(np.flatnonzero(np.diff(level)) + 1).tolist(), len(level)]
    return list(pairwise(edges))


def _share(listing: Listing, share: float) -> int:
    return max(1, round(listing.capacity * share))


def _volume(
    name: str,
    account: str,
    side: str,
    asset: ComputeAsset,
    horizon: Horizon,
    first: int,
    last: int,
    quantity: int,
    limit: Decimal,
) -> BookBid:
    start = horizon.hour(first)
    delivery = Delivery(start=start, end=start + timedelta(hours=last - first))
    lot = Lot.model_validate(
        {
            "side": side,
            "quantity": quantity,
            "gpu_hours": quantity * (last - first),
            "asset": asset,
            "delivery": delivery,
            "limit": limit,
        }
    )
    return BookBid(id=name, account=account, root=lot)
