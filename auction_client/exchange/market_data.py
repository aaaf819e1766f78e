"""Market data of the protocol: calendar, clearing history, indicative prices, the anonymous book and model tokens.

Prices are USD per GPU-hour, one for each slot of the horizon (null: nothing traded there and no price is needed).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from auction_client.clearing.book import Book, Product
from auction_client.exchange.protocol import AuctionPhase, Label, Sequence
from auction_client.model.bid import Frozen
from auction_client.model.fields import Count, Instant, Money, Name

MAX_SLOTS = 9_000
SlotPrices = Annotated[tuple[Money | None, ...], Field(max_length=MAX_SLOTS)]
SlotVolumes = Annotated[tuple[Annotated[int, Field(strict=True, ge=0, le=10**12)], ...], Field(max_length=MAX_SLOTS)]


class Auction(Frozen):
    """One auction and the instants at which its phases begin. It sells `slots` hours from `horizon_start` on."""

    id: Label
    phase: AuctionPhase
    opens_at: Instant
    indicative_at: Instant
    no_cancel_at: Instant
    gate_at: Instant
    result_at: Instant
    horizon_start: Instant
    slots: Count


class Calendar(Frozen):
    """GET /v1/market/calendar: the auctions in order of their gates, the latest past ones included."""

    version: Literal[1] = 1
    server_time: Instant
    auctions: Annotated[tuple[Auction, ...], Field(max_length=500)]


class Clearing(Frozen):
    """What one auction traded and at which prices. `averages`: USD per GPU-hour by GPU, weighted by volume; the price
    collar is measured from them and from `token_prices`."""

    auction: Label
    sequence: Sequence
    cleared_at: Instant
    horizon_start: Instant
    prices: dict[Label, SlotPrices]
    volumes: dict[Label, SlotVolumes]
    token_prices: dict[Name, Money] = Field(default_factory=dict)
    token_volumes: dict[Name, Annotated[int, Field(strict=True, ge=0, le=10**12)]] = Field(default_factory=dict)
    averages: dict[Name, Money] = Field(default_factory=dict)
    bids: Annotated[int, Field(strict=True, ge=0)] = 0
    filled: Annotated[int, Field(strict=True, ge=0)] = 0


class ClearingHistory(Frozen):
    """GET /v1/market/clearings?after=N&limit=M: clearings whose sequence is above N, oldest first; without `after` the
    latest M. `products` explains every product id used."""

    version: Literal[1] = 1
    products: Annotated[tuple[Product, ...], Field(max_length=1_000)]
    clearings: Annotated[tuple[Clearing, ...], Field(max_length=500)]


class Indicative(Frozen):
    """GET /v1/market/indicative: what the running auction would clear at if it closed at `as_of`."""

    version: Literal[1] = 1
    auction: Label
    as_of: Instant
    horizon_start: Instant
    products: Annotated[tuple[Product, ...], Field(max_length=1_000)]
    prices: dict[Label, SlotPrices]
    token_prices: dict[Name, Money] = Field(default_factory=dict)


class AnonymousBook(Frozen):
    """GET /v1/market/book: the running auction's bids without names (`account` and `id` mean nothing outside it)."""

    version: Literal[1] = 1
    auction: Label
    as_of: Instant
    book: Book


class Distribution(Frozen):
    """Revenue that a model token paid to its holders: USD per token."""

    at: Instant
    per_token: Money


class Score(Frozen):
    """One evaluation of the model behind a token; `score` is a decimal between 0 and 1."""

    at: Instant
    benchmark: Label
    score: Money


class TokenInfo(Frozen):
    """One model token."""

    symbol: Name
    name: Label
    supply: Annotated[int, Field(strict=True, ge=0, le=10**15)]
    distributions: Annotated[tuple[Distribution, ...], Field(max_length=1_000)] = ()
    scores: Annotated[tuple[Score, ...], Field(max_length=1_000)] = ()


class TokenList(Frozen):
    """GET /v1/market/tokens."""

    version: Literal[1] = 1
    tokens: Annotated[tuple[TokenInfo, ...], Field(max_length=1_000)]
