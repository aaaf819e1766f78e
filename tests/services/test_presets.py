"""Prices that a limit may begin with."""

from __future__ import annotations

from decimal import Decimal

from app.services.presets import KnownPrices, known_prices
from auction_client.model.bid import Lot, TokenAsset
from tests.services.memory_desk import standard_orders
from tests.services.sample_drafts import lot
from tests.services.sample_market import standard_market
from tests.services.sample_moment import CATALOGUE


def test_a_gpu_has_its_cheapest_clearing_its_last_limit_and_its_reference() -> None:
    found = known_prices(lot("H100", 8), CATALOGUE, standard_market(), standard_orders())
    assert found == KnownPrices(Decimal("2.24"), Decimal("2.60"), CATALOGUE.gpu_by_name["H100"].reference_price)


def test_the_place_that_is_asked_counts() -> None:
    there = lot("H100", 8, asset={"type": "compute", "gpu": "H100", "regions": ["eu-west"]})
    assert known_prices(there, CATALOGUE, standard_market(), ()).cleared == Decimal("2.41")


def test_a_sellers_limit_is_no_buyers() -> None:
    sale = lot("H100", 8, side="sell")
    assert known_prices(sale, CATALOGUE, None, standard_orders()).used == Decimal("1.90")
    assert known_prices(lot("B200", 8), CATALOGUE, None, standard_orders()).used is None


def test_a_token_has_prices_too() -> None:
    tokens = Lot(quantity=5, asset=TokenAsset(symbol="ATLAS-32B"), delivery=None, limit=None)
    found = known_prices(tokens, CATALOGUE, standard_market(), standard_orders())
    assert (found.cleared, found.used) == (Decimal("0.43"), Decimal("0.40"))


def test_nothing_is_known_of_what_is_not_named() -> None:
    assert known_prices(lot(None, 8), CATALOGUE, standard_market(), standard_orders()) == KnownPrices()
