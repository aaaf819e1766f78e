"""Why an order was not filled, as far as the published prices tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.services.afterwards import why_lost
from app.services.views import OrderEvent, Quote, TokenQuote
from auction_client.model.bid import Bid, Lot, TokenAsset
from tests.services.memory_desk import standard_orders
from tests.services.sample_drafts import lot
from tests.services.sample_moment import NOW

LOST = replace(
    standard_orders()[4],
    created=NOW - timedelta(hours=3),
    history=(OrderEvent(NOW - timedelta(hours=3), "saved"), OrderEvent(NOW - timedelta(hours=1), "lost")),
)


def quote(gpu: str, region: str, *points: tuple[int, str]) -> Quote:
    history = tuple((NOW - timedelta(hours=hours), Decimal(price)) for hours, price in points)
    return Quote(f"{gpu} {region}", gpu, gpu, region, None, None, history)


def test_the_clearing_that_decided_is_the_last_before_the_order_ended() -> None:
    (h100, _) = why_lost(
        LOST, (quote("H100", "us-east", (5, "1.00"), (2, "2.71"), (0, "0.50")), quote("A100", "us-east", (2, "2.00")))
    )
    assert (h100.cleared, h100.limit, h100.beyond) == (Decimal("2.71"), Decimal("2.60"), True)


def test_the_cheapest_place_that_would_have_served_counts() -> None:
    found = why_lost(LOST, (quote("H100", "us-east", (2, "2.71")), quote("H100", "eu-west", (2, "2.10"))))
    assert [(each.cleared, each.beyond) for each in found] == [(Decimal("2.10"), False)]


def test_a_place_that_was_not_asked_for_does_not_count() -> None:
    only = lot("H100", 8, "2.60", asset={"type": "compute", "gpu": "H100", "regions": ["us-east"]})
    order = replace(LOST, bid=Bid(root=only))
    (found,) = why_lost(order, (quote("H100", "us-east", (2, "2.71")), quote("H100", "eu-west", (2, "2.10"))))
    assert found.cleared == Decimal("2.71")


def test_a_sale_is_compared_with_the_dearest_clearing() -> None:
    order = replace(LOST, bid=Bid(root=lot("H100", 8, "2.60", side="sell")))
    (found,) = why_lost(order, (quote("H100", "us-east", (2, "2.10")), quote("H100", "eu-west", (2, "2.40"))))
    assert (found.cleared, found.selling, found.beyond) == (Decimal("2.40"), True, True)


def test_tokens_have_their_own_prices() -> None:
    bid = Bid(root=Lot(quantity=5, asset=TokenAsset(symbol="ATLAS-32B"), delivery=None, limit=Decimal("0.40")))
    token = TokenQuote("ATLAS-32B", "Atlas", None, None, history=((NOW - timedelta(hours=2), Decimal("0.44")),))
    (found,) = why_lost(replace(LOST, bid=bid), (), (token,))
    assert (found.of, found.beyond) == ("5 × ATLAS-32B", True)


def test_an_order_that_has_not_lost_has_no_reasons() -> None:
    assert why_lost(replace(LOST, state="accepted"), (quote("H100", "us-east", (2, "2.71")),)) == ()
    assert why_lost(LOST, ()) == ()
