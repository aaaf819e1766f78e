"""Limits: each rule at its edge, budgets and either/or counted right, and closed where nothing can be judged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from auction_client.exchange.limits import (
    DEFAULT_LIMITS,
    Standing,
    blocks,
    check_limits,
    content_of,
    highest_prices,
    least_units,
)
from auction_client.exchange.protocol import CountLevels, MoneyLevels
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
START = NOW + timedelta(hours=8)


def lot(
    quantity: int | None = 8,
    limit: str | None = "2.50",
    *,
    gpu: str = "H100",
    hours: int = 10,
    side: str = "buy",
    **more,
) -> Lot:
    delivery = Delivery(start=START, end=START + timedelta(hours=hours))
    price = None if limit is None else Decimal(limit)
    return Lot(side=side, quantity=quantity, asset=ComputeAsset(gpu=gpu), delivery=delivery, limit=price, **more)  # type: ignore[arg-type]


def tokens(quantity: int = 100, limit: str = "0.40") -> Lot:
    return Lot(quantity=quantity, asset=TokenAsset(symbol="ATLAS-32B"), delivery=None, limit=Decimal(limit))


def group(*items, at_least: int, at_most: int, budget: str | None = None) -> Group:
    money = None if budget is None else Decimal(budget)
    return Group(at_least=at_least, at_most=at_most, items=items, budget=money)


def standing(**changes) -> Standing:
    base = {
        "now": NOW,
        "gpu_prices": {"H100": Decimal("2.50"), "A100": Decimal("1.40")},
        "token_prices": {"ATLAS-32B": Decimal("0.40")},
    }
    return Standing(**(base | changes))


def codes(root, limits=DEFAULT_LIMITS, **changes) -> list[tuple[str, str]]:
    return [(f.level, f.code) for f in check_limits(Bid(root=root), limits, standing(**changes))]


def test_an_ordinary_bid_meets_no_limit() -> None:
    assert codes(lot()) == []
    assert codes(tokens()) == []
    assert codes(group(lot(), lot(16, "1.40", gpu="A100"), at_least=1, at_most=1)) == []


@pytest.mark.parametrize(
    ("limit", "found"),
    [("5.00", []), ("5.01", [("warn", "collar")]), ("12.50", [("warn", "collar")]), ("12.51", [("block", "collar")])],
)
def test_the_collar_of_a_buy_is_measured_from_the_last_clearing(limit: str, found: list) -> None:
    assert codes(lot(1, limit)) == found


@pytest.mark.parametrize(
    ("limit", "found"),
    [("1.25", []), ("1.24", [("warn", "collar")]), ("0.50", [("warn", "collar")]), ("0.49", [("block", "collar")]),
     ("0.00", [("block", "collar")]), ("90.00", [])],
)  # fmt: skip
def test_the_collar_of_a_sell_looks_downward(limit: str, found: list) -> None:
    assert codes(lot(1, limit, side="sell")) == found


def test_a_price_with_nothing_to_compare_it_to_is_blocked() -> None:
    assert codes(lot(gpu="H200")) == [("block", "no_reference")]
    assert codes(lot(), gpu_prices={"H100": Decimal("NaN")}) == [("block", "no_reference")]
    assert codes(lot(), gpu_prices={"H100": Decimal(0)}) == [("block", "no_reference")]


@pytest.mark.parametrize(
    ("price", "level"), [("15.00", None), ("15.01", "warn"), ("100.00", "warn"), ("100.01", "block")]
)
def test_prices_have_a_ceiling_whatever_the_market_does(price: str, level: str | None) -> None:
    reference = {"H100": Decimal(price)}
    assert codes(lot(1, price, hours=1), gpu_prices=reference) == ([(level, "price")] if level else [])


def test_quantity_and_hours_have_limits() -> None:
    limits = DEFAULT_LIMITS.model_copy(
        update={"quantity": CountLevels(warn=8, block=16), "hours": CountLevels(warn=10, block=20)}
    )
    assert codes(lot(8), limits) == []
    assert codes(lot(9), limits) == [("warn", "quantity")]
    assert codes(lot(17), limits) == [("block", "quantity")]
    assert codes(lot(hours=11), limits) == [("warn", "hours")]
    assert codes(lot(hours=21), limits) == [("block", "hours")]
    assert codes(lot(None, gpu_hours=170, hours=10), limits) == [("block", "quantity")]
    assert codes(lot(None), limits) == [("block", "unbounded"), ("block", "unbounded")]


def test_the_total_of_an_either_or_is_its_dearer_side_and_of_all_of_the_sum() -> None:
    limits = DEFAULT_LIMITS.model_copy(update={"bid_total": MoneyLevels(warn=Decimal(200), block=Decimal(400))})
    each = lot(8, "2.50", hours=10)  # 200 USD
    assert codes(each, limits) == []
    assert codes(group(each, each, at_least=1, at_most=1), limits) == []
    assert codes(group(each, each, at_least=2, at_most=2), limits) == [("warn", "bid_total")]
    assert codes(Linked(first=each, then=each), limits) == [("warn", "bid_total")]
    assert codes(group(each, each, each, at_least=1, at_most=3), limits) == [("block", "bid_total")]
    assert codes(group(each, each, each, at_least=1, at_most=3, budget="200.00"), limits) == []


def test_open_bids_count_together_and_sells_cost_nothing() -> None:
    limits = DEFAULT_LIMITS.model_copy(update={"open_total": MoneyLevels(warn=Decimal(300), block=Decimal(500))})
    assert codes(lot(), limits, open_totals=(Decimal(100),)) == []
    assert codes(lot(), limits, open_totals=(Decimal(101),)) == [("warn", "open_total")]
    assert codes(lot(), limits, open_totals=(Decimal(200), Decimal(101))) == [("block", "open_total")]
    assert codes(lot(), limits, open_totals=(None,)) == [("block", "unbounded")]
    assert codes(lot(side="sell"), limits, open_totals=(Decimal(900),)) == []


def test_a_lot_priced_by_a_budget_above_it_is_judged_by_what_that_comes_to() -> None:
    one_of = group(lot(8, None), lot(16, None, gpu="A100"), at_least=1, at_most=1, budget="200.00")
    assert least_units(one_of) == 80
    assert highest_prices(Bid(root=one_of)) == {"root.items[0]": Decimal("2.5"), "root.items[1]": Decimal("2.5")}
    all_of = group(lot(8, None), lot(8, None), at_least=2, at_most=2, budget="400.00")
    assert set(highest_prices(Bid(root=all_of)).values()) == {Decimal("2.5")}
    assert highest_prices(Bid(root=lot(8, None, budget=Decimal("200.00")))) == {"root": Decimal("2.5")}
    assert ("block", "collar") in codes(group(lot(8, None), lot(8, None), at_least=2, at_most=2, budget="4000.00"))
    partial = lot(8, None, min_quantity=2, budget=Decimal("200.00"))
    assert highest_prices(Bid(root=partial)) == {"root": Decimal(10)}


def test_a_bid_that_nothing_prices_is_blocked() -> None:
    assert ("block", "unpriced") in codes(lot(8, None))
    assert ("block", "unbounded") in codes(lot(8, None))


def test_the_pace_is_limited() -> None:
    limits = DEFAULT_LIMITS.model_copy(update={"bids_per_minute": CountLevels(warn=2, block=3)})
    at = [NOW - timedelta(seconds=s) for s in (1, 2, 59, 61)]
    assert codes(lot(), limits, recent=((at[0], "a"), (at[3], "b"))) == []
    assert codes(lot(), limits, recent=((at[0], "a"), (at[1], "b"))) == [("warn", "rate")]
    assert codes(lot(), limits, recent=((at[0], "a"), (at[1], "b"), (at[2], "c"))) == [("block", "rate")]


def test_the_same_bid_again_is_asked_about_and_at_once_refused() -> None:
    content = content_of(Bid(root=lot()))
    assert codes(lot(), recent=((NOW - timedelta(seconds=59), content),)) == [("block", "duplicate")]
    assert codes(lot(), recent=((NOW - timedelta(minutes=9), content),)) == [("warn", "duplicate")]
    assert codes(lot(), recent=((NOW - timedelta(minutes=10), content),)) == []
    assert codes(lot(9), recent=((NOW - timedelta(seconds=59), content),)) == []


def test_content_is_the_same_for_bids_that_mean_the_same() -> None:
    plain, wrapped = lot(), group(lot(), at_least=1, at_most=1)
    assert content_of(Bid(root=plain)) == content_of(Bid(root=wrapped))
    assert content_of(Bid(root=plain)) != content_of(Bid(root=lot(9)))
    assert content_of(Bid(root=plain)) != content_of(Bid(root=plain, good_until=START))


def test_blocks_tells_warnings_from_refusals() -> None:
    assert not blocks(check_limits(Bid(root=lot(1, "6.00")), DEFAULT_LIMITS, standing()))
    assert blocks(check_limits(Bid(root=lot(1, "60.00")), DEFAULT_LIMITS, standing()))


def test_the_budget_counts_what_is_spent_and_what_is_open() -> None:
    budget = MoneyLevels(warn=Decimal(400), block=Decimal(600))
    bid = Bid(root=lot())  # 200 USD

    def found(spent: int, *open_totals: int) -> list[str]:
        beside = standing(spent=Decimal(spent), open_totals=tuple(Decimal(each) for each in open_totals))
        return [f"{f.level} {f.code}" for f in check_limits(bid, DEFAULT_LIMITS, beside, budget)]

    assert found(200) == []
    assert found(201) == ["warn budget"]
    assert found(100, 100) == []
    assert found(100, 301) == ["block budget"]
    sale = Bid(root=lot(side="sell"))
    assert check_limits(sale, DEFAULT_LIMITS, standing(spent=Decimal(900)), budget) == ()
