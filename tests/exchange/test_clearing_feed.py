"""The clearing feed asks only for what is new, and for all of it again where the numbers have a gap."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

from auction_client.exchange.clearing_feed import KEPT_CLEARINGS, ClearingFeed
from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.market_data import Clearing, ClearingHistory

AT = datetime(2026, 11, 22, tzinfo=UTC)


def clearing(number: int) -> Clearing:
    return Clearing(auction=f"a{number}", sequence=number, cleared_at=AT, horizon_start=AT, prices={}, volumes={})


class Exchange:
    """Clearings numbered up to `last`, of which those before `oldest` are gone."""

    def __init__(self, last: int) -> None:
        self.last, self.oldest = last, 1
        self.asked: list[int | None] = []

    def clearings(self, after: int | None, limit: int) -> ClearingHistory:
        self.asked.append(after)
        first = max(self.oldest, self.last - limit + 1 if after is None else after + 1)
        numbers = list(range(first, self.last + 1))[:limit]
        return ClearingHistory(products=(), clearings=tuple(map(clearing, numbers)))


def numbers(feed: ClearingFeed) -> list[int]:
    return [each.sequence for each in feed.latest().clearings]


def feed_of(exchange: Exchange) -> ClearingFeed:
    return ClearingFeed(cast("ExchangeClient", SimpleNamespace(clearings=exchange.clearings)))


def test_a_second_look_brings_only_what_is_new() -> None:
    exchange = Exchange(30)
    feed = feed_of(exchange)
    assert numbers(feed) == list(range(30 - KEPT_CLEARINGS + 1, 31))
    exchange.last = 32
    assert numbers(feed)[-3:] == [30, 31, 32]
    assert len(numbers(feed)) == KEPT_CLEARINGS
    assert exchange.asked == [None, 30, 32]


def test_a_gap_is_filled_by_asking_for_all() -> None:
    exchange = Exchange(30)
    feed = feed_of(exchange)
    feed.latest()
    exchange.last = exchange.oldest = 90
    assert numbers(feed) == [90]
    assert exchange.asked == [None, 30, None]


def test_before_the_first_clearing_there_are_none() -> None:
    exchange = Exchange(0)
    feed = feed_of(exchange)
    assert numbers(feed) == []
    exchange.last = 1
    assert numbers(feed) == [1]
