"""The market's prices with a bid drawn in: which rows, which hours, and what is marked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from app.services.heat import bid_rows, market_rows
from app.services.venue.reach import reach_of
from app.services.views import Quote, Reach
from auction_client.clearing import estimate
from auction_client.model.bid import Bid
from tests.clearing.books import book, lot, one_of

START = datetime(2026, 11, 24, tzinfo=UTC)
HOUR = timedelta(hours=1)


def quote(product: str, price: str, hours: int = 240) -> Quote:
    ahead = tuple((START + at * HOUR, Decimal(price) if at % 2 else None) for at in range(hours))
    return Quote(product, f"{product} label", "H100", "us-east", Decimal(price), None, (), ahead)


def window(first: int, last: int) -> tuple[datetime, datetime]:
    return START + first * HOUR, START + last * HOUR


def test_a_bid_is_drawn_over_its_windows_with_some_hours_around_them() -> None:
    (row,) = bid_rows((Reach("a", (window(40, 50),), (window(42, 44),)),), (quote("a", "2.00"), quote("b", "1.00")))
    assert (row.cells[0].start, row.cells[-1].start) == (START + 34 * HOUR, START + 57 * HOUR)
    assert [cell.start for cell in row.cells if cell.wanted] == [START + at * HOUR for at in range(40, 50)]
    assert [cell.start for cell in row.cells if cell.taken] == [START + at * HOUR for at in (42, 43)]


def test_what_would_be_taken_stands_first_then_the_cheapest() -> None:
    night = (window(10, 20),)
    reach = (Reach("dear", night), Reach("cheap", night), Reach("taken", night, (window(12, 14),)))
    rows = bid_rows(reach, (quote("dear", "9.00"), quote("cheap", "1.00"), quote("taken", "2.00")))
    assert [row.product for row in rows] == ["taken", "cheap", "dear"]


def test_a_window_beyond_the_known_prices_draws_nothing() -> None:
    assert bid_rows((Reach("a", (window(500, 510),)),), (quote("a", "2.00"),)) == ()
    assert bid_rows((Reach("unknown", (window(1, 2),)),), (quote("a", "2.00"),)) == ()


def test_a_window_of_months_shows_its_first_week() -> None:
    (row,) = bid_rows((Reach("a", (window(0, 2_000),)),), (quote("a", "2.00", 2_000),))
    assert len(row.cells) == 168


def test_products_without_a_price_ahead_are_no_rows_of_the_market() -> None:
    nothing = Quote("b", "b", "H100", "us-east", None, None, (), ((START, None),))
    assert [row.product for row in market_rows((quote("a", "2.00"), nothing))] == ["a"]


def test_the_estimate_says_which_products_serve_the_bid_and_which_hours_it_takes() -> None:
    market = book(lot("sell", 16, "1.50", (0, 8), gpu_hours=128))
    bid = Bid.model_validate({"root": one_of(lot("buy", 8, "2.00", (0, 4)), lot("buy", 8, "2.00", (2, 6), gpu="B200"))})
    (reach,) = reach_of(bid, market, estimate(bid, market, time_limit=None))
    hours = [market.start + at * HOUR for at in (0, 4)]
    assert reach.wanted == ((hours[0], hours[1]),)
    assert reach.taken == ((hours[0], hours[1]),)
