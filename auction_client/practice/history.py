"""The past of a fresh exchange: clearings simulated from the same market, so that there is something to look back on.

They are merit-order prices: in every hour the providers' steps are taken from the cheapest on until the demand of that
hour is served. Bundles and runs are left to real clearings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from auction_client.practice.calendar import horizon_start
from auction_client.practice.floor import label
from auction_client.practice.levels import Horizon, generator, levels
from auction_client.practice.market import Market
from auction_client.practice.rivals import token_level
from auction_client.practice.supply import FIRST, RESERVE_PREMIUM, SECOND, SECOND_PREMIUM

PAST_AUCTIONS = 24
EVERY = timedelta(hours=1)


@dataclass(frozen=True)
class PastClearing:
    """One simulated clearing; `message` is the JSON of a `market_data.Clearing`."""

    number: int
    at: datetime
    horizon: Horizon
    message: bytes


def past_clearings(market: Market, now: datetime, slots: int) -> Iterator[PastClearing]:
    """The auctions 1 to PAST_AUCTIONS, an hour apart, the last of them an hour ago."""
    for number in range(1, PAST_AUCTIONS + 1):
        at = now - EVERY * (PAST_AUCTIONS - number + 1)
        horizon = Horizon(horizon_start(at), slots)
        # Written without the message type: half a million prices would take seconds to check one by one.
        message = json.dumps(_clearing(market, number, at, horizon), separators=(",", ":"))
        yield PastClearing(number, at, horizon, message.encode())


def _clearing(market: Market, number: int, at: datetime, horizon: Horizon) -> dict[str, Any]:
    prices: dict[str, list[str]] = {}
    volumes: dict[str, list[int]] = {}
    spent: dict[str, float] = {}
    hours: dict[str, float] = {}
    for listing in market.listings:
        draw = generator(market.seed, "past", listing.product.id, number)
        level = levels(market.seed, listing, horizon, at)
        busy = np.clip(0.25 + 0.12 * draw.normal(size=horizon.slots) + 0.2 * (level / level.mean() - 1), 0.05, 0.95)
        step = np.where(busy < FIRST, 1.0, np.where(busy < FIRST + SECOND, SECOND_PREMIUM, RESERVE_PREMIUM))
        price = level * step * (1 + draw.normal(0, 0.006))
        volume = np.round(busy * listing.capacity)
        gpu = listing.product.gpu
        spent[gpu] = spent.get(gpu, 0.0) + float(price @ volume)
        hours[gpu] = hours.get(gpu, 0.0) + float(volume.sum())
        prices[listing.product.id] = [f"{each:.4f}" for each in price.tolist()]
        volumes[listing.product.id] = volume.astype(int).tolist()
    draw = generator(market.seed, "past", "tokens", number)
    tokens = market.catalogue.tokens
    token_prices = {
        token.symbol: token_level(market.seed, token.symbol, token.reference_price, at) * (1 + draw.normal(0, 0.01))
        for token in tokens
    }
    return {
        "auction": label(number),
        "sequence": number,
        "cleared_at": at.isoformat(),
        "horizon_start": horizon.start.isoformat(),
        "prices": prices,
        "volumes": volumes,
        "token_prices": {symbol: f"{price:.4f}" for symbol, price in token_prices.items()},
        "token_volumes": {token.symbol: int(draw.integers(500, 20_000)) for token in tokens},
        "averages": {gpu: f"{spent[gpu] / hours[gpu]:.4f}" for gpu in spent},
        "bids": int(draw.integers(150, 200)),
        "filled": int(draw.integers(70, 110)),
    }
