"""The other traders: buyers of runs, nights, bundles and either-ors, resellers, and the token market.

Rivals arrive auction by auction and stay for a few of them unless they are filled. A rival is a pure function of the
seed, the auction in which it arrived and its number, so a restarted exchange meets the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import numpy as np

from auction_client.clearing.book import BookBid
from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset
from auction_client.model.catalogue import Catalogue
from auction_client.practice.levels import Horizon, drift, generator, levels
from auction_client.practice.products import Listing
from auction_client.practice.supply import exactly, usd

STAY = 2
"""Auctions that an unfilled rival takes part in."""
_ARRIVALS = (110, 141)
_POPULAR = {"H100": 8.0, "A100": 5.0, "H200": 5.0, "B200": 3.0, "L40S": 2.0, "RTX4090": 2.0}
_SUBSTITUTE = {"H100": "A100", "A100": "H100", "H200": "H100", "B200": "H200", "RTX4090": "L40S", "L40S": "RTX4090"}
_RUNS = (3, 4, 6, 8, 10, 12, 24, 48, 72)


def rivals(
    seed: int, auction: int, listings: tuple[Listing, ...], catalogue: Catalogue, horizon: Horizon
) -> Iterator[BookBid]:
    """The rivals that arrive for one auction and the ones who came shortly before, oldest first. Those who were
    filled meanwhile are for the caller to leave out."""
    for arrival in range(max(0, auction - STAY + 1), auction + 1):
        yield from arrivals(seed, arrival, listings, catalogue, horizon)


def arrivals(
    seed: int, auction: int, listings: tuple[Listing, ...], catalogue: Catalogue, horizon: Horizon
) -> Iterator[BookBid]:
    """The rivals that arrive for one auction."""
    count = int(generator(seed, "arrivals", auction).integers(*_ARRIVALS))
    for number in range(count):
        draw = generator(seed, "rival", auction, number)
        root = _Rival(seed, draw, listings, horizon).root()
        yield BookBid(id=f"rival/{auction}/{number}", account=f"rival-{auction}-{number}", root=root)
    yield from _token_traders(seed, auction, listings, catalogue, horizon)


class _Rival:
    def __init__(self, seed: int, draw: np.random.Generator, listings: tuple[Listing, ...], horizon: Horizon) -> None:
        self._seed = seed
        self._draw = draw
        self._listings = listings
        self._horizon = horizon
        self._keenness = float(draw.lognormal(0.03, 0.13))

    def root(self) -> Lot | Group | Linked:
        kind = self._draw.choice(
            ["run", "night", "either", "bundle", "then", "volume", "resale"], p=[0.3, 0.16, 0.17, 0.1, 0.07, 0.12, 0.08]
        )
        listing = self._listing()
        if kind == "run":
            return self._run(listing)
        if kind == "night":
            return self._night(listing)
        if kind == "volume":
            return self._volume(listing)
        if kind == "resale":
            return self._resale(listing)
        if kind == "either":
            return Group(at_least=1, at_most=1, items=(self._run(listing), self._run(self._listing_like(listing))))
        if kind == "bundle":
            second = self._listing(region=listing.product.region)
            return Group(at_least=2, at_most=2, items=(self._run(listing), self._run(second)))
        return Linked(first=self._run(listing), then=self._run(self._listing()))

    def _listing(self, region: str | None = None) -> Listing:
        among = [each for each in self._listings if region in (None, each.product.region)]
        weights = np.array([_POPULAR.get(each.product.gpu, 1.0) for each in among])
        return among[int(self._draw.choice(len(among), p=weights / weights.sum()))]

    def _listing_like(self, listing: Listing) -> Listing:
        other = _SUBSTITUTE.get(listing.product.gpu)
        among = [each for each in self._listings if each.product.gpu == other]
        return among[int(self._draw.integers(len(among)))] if among else self._listing()

    def _quantity(self, listing: Listing) -> int:
        nodes = int(self._draw.choice([1, 1, 2, 2, 4, 8, 16]))
        return min(nodes * listing.node_size, max(listing.node_size, listing.capacity // 4))

    def _asset(self, listing: Listing) -> ComputeAsset:
        product = listing.product
        picky = self._draw.random()
        if picky < 0.35:
            return exactly(listing).model_copy(update={"tags": ()})
        wanted: dict[str, Any] = {"gpu": product.gpu, "interruptible": product.interruptible}
        if picky < 0.75:
            wanted["regions"] = (product.region,)
        elif picky < 0.85 and product.interconnect:
            wanted["interconnect"] = product.interconnect
        return ComputeAsset(**wanted)

    def _price(self, listing: Listing, first: int, hours: int, *, keenness: float | None = None) -> Decimal:
        level = levels(self._seed, listing, self._horizon, self._horizon.start)[first : first + hours].mean()
        return max(usd(float(level) * (self._keenness if keenness is None else keenness)), Decimal("0.01"))

    def _hours(self, choices: tuple[int, ...]) -> int:
        return min(int(self._draw.choice(choices)), self._horizon.slots // 2)

    def _window(self, hours: int) -> tuple[int, int]:
        slots = self._horizon.slots
        near = self._draw.exponential(slots / 4)
        first = int(min(near, slots - hours))
        slack = int(self._draw.choice([0, 0, 4, 12, 24]))
        return first, min(slots, first + hours + slack)

    def _run(self, listing: Listing) -> Lot:
        hours = self._hours(_RUNS)
        first, last = self._window(hours)
        quantity = self._quantity(listing)
        least = max(1, quantity // 2) if self._draw.random() < 0.15 else None
        return Lot(
            quantity=quantity,
            min_quantity=least,
            asset=self._asset(listing),
            delivery=Delivery(
                start=self._horizon.hour(first),
                end=self._horizon.hour(last),
                hours=hours if last - first > hours else None,
            ),
            limit=self._price(listing, first, hours),
        )

    def _night(self, listing: Listing) -> Lot:
        hour, _ = self._horizon.local(listing.product.region)
        begins = np.flatnonzero((hour == 20) & (np.arange(self._horizon.slots) + 10 <= self._horizon.slots))
        if not len(begins):
            return self._run(listing)
        first = int(begins[min(int(self._draw.exponential(4)), len(begins) - 1)])
        return Lot(
            quantity=self._quantity(listing),
            asset=self._asset(listing).model_copy(update={"regions": (listing.product.region,)}),
            delivery=Delivery(start=self._horizon.hour(first), end=self._horizon.hour(first + 10)),
            limit=self._price(listing, first, 10),
        )

    def _volume(self, listing: Listing) -> Lot:
        hours = self._hours((24, 48, 96, 168))
        first, last = self._window(hours)
        quantity = self._quantity(listing)
        return Lot(
            quantity=quantity,
            gpu_hours=max(quantity, quantity * (last - first) // 2),
            asset=self._asset(listing),
            delivery=Delivery(start=self._horizon.hour(first), end=self._horizon.hour(last)),
            limit=self._price(listing, first, last - first),
        )

    def _resale(self, listing: Listing) -> Lot:
        hours = self._hours((12, 24, 48, 72))
        first, _ = self._window(hours)
        return Lot(
            side="sell",
            quantity=self._quantity(listing),
            asset=exactly(listing),
            delivery=Delivery(start=self._horizon.hour(first), end=self._horizon.hour(first + hours)),
            limit=self._price(listing, first, hours, keenness=float(self._draw.uniform(0.85, 1.02))),
        )


def token_level(seed: int, symbol: str, reference: Decimal, at: datetime) -> float:
    """The typical price of a token at an instant; tokens move more than compute."""
    return float(reference) * (1.0 + 2.5 * (drift(seed, symbol, at) - 1.0))


def _token_traders(
    seed: int, auction: int, listings: tuple[Listing, ...], catalogue: Catalogue, horizon: Horizon
) -> Iterator[BookBid]:
    for token in catalogue.tokens:
        level = token_level(seed, token.symbol, token.reference_price, horizon.start)
        draw = generator(seed, "token", token.symbol, auction)
        for number in range(int(draw.integers(2, 4))):
            side = "sell" if number % 2 == 0 else "buy"
            gap = draw.normal(0.02 if side == "sell" else -0.005, 0.02)
            lot = Lot.model_validate(
                {
                    "side": side,
                    "quantity": int(draw.integers(2, 60)) * 100,
                    "min_quantity": 1,
                    "asset": TokenAsset(symbol=token.symbol),
                    "delivery": None,
                    "limit": usd(level * (1.0 + float(gap))),
                }
            )
            name = f"{token.symbol.lower()}-{auction}-{number}"
            yield BookBid(id=f"rival/{name}", account=name, root=lot)
        yield _treasury(seed, auction, token.symbol, level, listings, horizon)


def _treasury(
    seed: int, auction: int, symbol: str, level: float, listings: tuple[Listing, ...], horizon: Horizon
) -> BookBid:
    """A training network that pays contributors in its token: it buys GPU-hours and sells tokens, both or neither."""
    draw = generator(seed, "treasury", symbol, auction)
    listing = listings[int(draw.integers(len(listings)))]
    hours = min(int(draw.choice([12, 24, 48])), horizon.slots // 2)
    first = int(draw.integers(0, horizon.slots - hours))
    compute = float(levels(seed, listing, horizon, horizon.start)[first : first + hours].mean())
    quantity = listing.node_size * int(draw.integers(1, 5))
    worth = compute * quantity * hours
    window = Delivery(start=horizon.hour(first), end=horizon.hour(first + hours))
    buy = Lot(quantity=quantity, asset=exactly(listing), delivery=window, limit=usd(compute * 1.12))
    sell = Lot.model_validate(
        {
            "side": "sell",
            "quantity": max(1, round(worth / level)),
            "min_quantity": 1,
            "asset": TokenAsset(symbol=symbol),
            "delivery": None,
            "limit": usd(level * 0.97),
        }
    )
    name = f"treasury-{symbol.lower()}-{auction}"
    return BookBid(id=f"rival/{name}", account=name, root=Group(at_least=2, at_most=2, items=(buy, sell)))
