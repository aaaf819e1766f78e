"""What owned hours are worth: at the prices of those hours, of that very product."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.services.holdings import ahead_of
from app.services.marks import price_of, quote_of
from app.services.resale import resale_bid
from app.services.views import Quote
from auction_client.model.bid import lots_of
from tests.services.memory_desk import standard_positions
from tests.services.sample_market import standard_market
from tests.services.sample_moment import CATALOGUE, NOW

H100 = standard_positions()[0]
START = H100.hours[0][0]
MARKET = standard_market()


def other(label: str, last: str, ahead: str | None = None) -> Quote:
    prices = tuple((START + timedelta(hours=at), Decimal(ahead)) for at in range(10)) if ahead else ()
    return Quote(label, label, "H100", "us-east", Decimal(last), 0.0, (), prices)


def test_the_quote_is_that_of_the_very_product():
    pcie = replace(H100, product="H100 PCIe 80 GB", form="PCIe", min_uptime="0.99")
    quotes = (
        other("H100 SXM 80 GB, us-east, 99 %", "3.56"),
        other("H100 PCIe 80 GB, us-east, 99.9 %", "2.90"),
        other("H100 PCIe 80 GB, us-east, 99 %", "2.41"),
    )
    found = quote_of(pcie, replace(MARKET, quotes=quotes))
    assert found is not None
    assert found.last == Decimal("2.41")
    assert quote_of(replace(pcie, region="eu-north"), replace(MARKET, quotes=quotes)) is None


def test_the_hours_own_prices_count_before_the_products_last_one():
    market = replace(MARKET, quotes=(other("H100 SXM 80 GB, us-east, 99.9 %", "3.56", "2.40"),))
    assert price_of(H100, [START], market) == Decimal("2.40")
    assert price_of(H100, [START - timedelta(days=30)], market) == Decimal("3.56")
    assert price_of(H100, [START], None) is None


def test_idle_hours_and_a_resale_are_priced_alike_and_never_above_what_they_would_bring():
    market = replace(MARKET, quotes=(other("H100 SXM 80 GB, us-east, 99.9 %", "3.56", "2.4098"),))
    ahead = ahead_of(H100, (), market, NOW)
    bid = resale_bid(H100, market, CATALOGUE, NOW)
    assert ahead.worth == Decimal("192.78")
    assert bid is not None
    ((_, only),) = lots_of(bid.root)
    assert only.limit == Decimal("2.40")
