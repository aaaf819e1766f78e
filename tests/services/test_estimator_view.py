"""Every reason and every change that the engine can give reaches the window as a code with its facts."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.services.venue.estimator import estimate_view
from app.services.views import EstimateView, PartialFill
from app.ui.compose.estimatewords import FIXES, OBSTACLES
from auction_client.clearing import Book, estimate
from auction_client.clearing.changes import edits_of
from auction_client.clearing.reasons import Reason
from auction_client.model.bid import Bid
from tests.clearing.books import all_of, book, lot, one_of

SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)
AS_OF = datetime(2026, 11, 23, 9, tzinfo=UTC)


def view(root: dict[str, Any], market: Book) -> EstimateView:
    bid = Bid.model_validate({"root": root})
    return estimate_view(bid, market, estimate(bid, market, time_limit=None), AS_OF)


def test_a_limit_that_is_too_low_is_told_with_both_amounts_and_the_changed_lot() -> None:
    told = view(lot("buy", 8, "1.20", (0, 4)), book(SUPPLY, lot("buy", 1, "2.00", (0, 8))))
    (obstacle,) = told.obstacles
    assert (obstacle.code, obstacle.of, obstacle.pay, obstacle.worth) == ("price", "", Decimal("48"), Decimal("38.4"))
    dearer = next(fix for fix in told.fixes if fix.code == "limit_buy")
    assert dearer.path == "root"
    assert dearer.lot is not None
    assert dearer.lot.limit is not None
    assert dearer.lot.limit >= Decimal("1.50")
    assert dearer.pay >= 48


def test_a_bundle_whose_budget_is_too_small_is_told_the_one_that_would_do() -> None:
    both = all_of(lot("buy", 8, window=(0, 4)), lot("buy", 8, window=(4, 8)), budget="60.00")
    told = view(both, book(SUPPLY, lot("buy", 1, "2.00", (0, 8))))
    assert not told.fills
    more = next(fix for fix in told.fixes if fix.code == "budget")
    assert (more.path, more.lot) == ("root", None)
    assert more.budget is not None
    assert more.budget >= more.pay >= 96


def test_a_sale_that_asks_too_much_is_told_in_positive_amounts() -> None:
    bids = lot("buy", 16, "1.00", (0, 8), gpu_hours=128)
    (obstacle,) = view(lot("sell", 8, "3.00", (0, 4)), book(bids)).obstacles
    assert (obstacle.code, obstacle.pay, obstacle.worth) == ("price_sell", Decimal(32), Decimal(96))


def test_in_a_bid_of_several_lots_each_reason_names_its_lot() -> None:
    root = one_of(lot("buy", 8, "1.20", (0, 4)), lot("buy", 16, "1.20", (0, 4), gpu="B200"))
    told = view(root, book(SUPPLY, lot("buy", 1, "2.00", (0, 8))))
    assert [(each.of, each.code) for each in told.obstacles] == [("8 × H100", "price"), ("16 × B200", "no_product")]


def test_the_hours_that_decide_the_price_name_the_product_for_people() -> None:
    told = view(lot("buy", 8, "2.00", (0, 4)), book(SUPPLY))
    assert told.binding
    assert {name for name, _ in told.binding} == {"H100 SXM 80 GB, us-east, 99.9 %"}


def test_how_much_of_a_lot_fills_is_told_where_it_is_not_all() -> None:
    wanted = lot("buy", 16, "2.00", (0, 4), min_quantity=4)
    few = view(wanted, book(lot("sell", 8, "1.50", (0, 8), gpu_hours=64)))
    assert few.fills
    assert few.partial == PartialFill(32, 64)
    assert [way.partial for way in few.alternatives] == [PartialFill(32, 64)]
    assert view(lot("buy", 8, "2.00", (0, 4)), book(SUPPLY)).partial is None


@pytest.mark.parametrize("code", Reason)
def test_the_window_has_words_for_every_reason(code: Reason) -> None:
    assert str(code) in OBSTACLES


def test_the_window_has_words_for_every_kind_of_change() -> None:
    root = lot("buy", 8, "1.00", (2, 12), hours=4, contiguous=True)
    root["asset"] |= {
        "regions": ["us-east"], "min_uptime": "0.99", "form": "SXM", "memory_gb": 80, "interconnect": "infiniband",
    }  # fmt: skip
    kinds = {edit.kind for edit in edits_of(Bid.model_validate({"root": root}).root, book(SUPPLY))}
    assert len(kinds) >= 8
    assert kinds - {"requirement", "limit"} <= set(FIXES)
