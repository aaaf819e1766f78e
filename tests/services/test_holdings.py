"""Which owned hours are still ahead, which of them are offered, and what the rest is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.services.holdings import HOUR, Stretch, ahead_of
from auction_client.model.bid import Bid, Delivery
from tests.services.memory_desk import standard_orders, standard_positions
from tests.services.sample_drafts import lot
from tests.services.sample_market import standard_market
from tests.services.sample_moment import NOW

H100, H200, TOKENS = standard_positions()
MARKET = standard_market()


def test_hours_that_have_begun_are_not_ahead() -> None:
    assert ahead_of(H200, (), MARKET, NOW).hours == 51 * 32
    assert ahead_of(H200, (), MARKET, NOW + timedelta(days=30)).hours == 0


def test_what_an_open_order_offers_is_not_idle() -> None:
    ahead = ahead_of(H100, standard_orders(), MARKET, NOW)
    assert (ahead.hours, ahead.offered, ahead.idle, ahead.worth) == (80, 80, 0, Decimal("0.00"))


def test_an_order_that_ended_or_is_for_elsewhere_offers_nothing() -> None:
    selling = standard_orders()[0]
    ended = replace(selling, state="cancelled")
    elsewhere = Bid(
        root=lot("H100", 8, "1.90", side="sell", asset={"type": "compute", "gpu": "H100", "regions": ["eu-west"]})
    )
    for order in (ended, replace(selling, bid=elsewhere)):
        ahead = ahead_of(H100, (order,), MARKET, NOW)
        assert (ahead.offered, ahead.worth) == (0, Decimal("159.85"))


def test_no_more_is_offered_than_is_owned() -> None:
    twice = Bid(root=lot("H100", 16, "1.90", side="sell"))
    order = replace(standard_orders()[0], bid=twice)
    assert ahead_of(H100, (order, order), MARKET, NOW).offered == 80


def test_when_how_many_lie_idle_is_told_in_stretches() -> None:
    assert ahead_of(H100, standard_orders(), MARKET, NOW).lying_idle == ()
    start, end = H100.hours[0]
    half = Bid(root=lot("H100", 6, "1.90", side="sell", delivery=Delivery(start=start, end=start + 4 * HOUR)))
    idle = ahead_of(H100, (replace(standard_orders()[0], bid=half),), MARKET, NOW).lying_idle
    assert idle == (Stretch(start, start + 4 * HOUR, 2), Stretch(start + 4 * HOUR, end, 8))


def test_tokens_and_what_was_sold_have_no_hours() -> None:
    assert ahead_of(TOKENS, (), MARKET, NOW).hours == 0
    assert ahead_of(replace(H100, quantity=-8), (), MARKET, NOW).hours == 0
    assert ahead_of(H100, (), None, NOW).worth is None
