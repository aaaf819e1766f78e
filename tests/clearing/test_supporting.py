"""Prices of large selections: they keep every rule, and leave rejected bids less regret than the nearest ones do."""

from __future__ import annotations

import numpy as np

from auction_client.clearing.bounds import Dual, minimise_dual
from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Layout, lay_out
from auction_client.clearing.price_rules import rules_of
from auction_client.clearing.supporting import PriceProblem, Support
from tests.bench.market import market_book
from tests.clearing.books import book, lot


def filled(layout: Layout) -> Kernel:
    kernel = Kernel(CurveBook(layout))
    kernel.insert(np.arange(len(kernel.book.discrete)))
    return kernel


def supported(kernel: Kernel, dual: Dual) -> tuple[PriceProblem, Support]:
    """Prices for what is placed, less what no price supports."""
    problem = PriceProblem(kernel.book)
    while (found := problem.solve(kernel, dual.prices)).broken:
        kernel.remove(np.array(found.broken[:1], dtype=np.int64))
    return problem, found


def regret(kernel: Kernel, found: Support) -> float:
    return float(kernel.dual(found.grains.astype(np.float64))[2][~kernel.placed].sum())


def test_prices_keep_every_rule_of_the_selection() -> None:
    kernel = filled(lay_out(market_book(300, seed=5)))
    problem, found = supported(kernel, minimise_dual(kernel, 50, kernel.welfare, lambda: False))
    rules = rules_of(kernel.selection())
    assert len(rules) > 1000
    assert all(rule.holds(found.grains) for rule in rules)
    least = problem.least_regret(kernel, found.grains.astype(np.float64), lambda: False)
    assert not least.broken
    assert all(rule.holds(least.grains) for rule in rules)


def test_least_regret_is_less_than_that_of_the_nearest_prices() -> None:
    kernel = filled(lay_out(market_book(300, seed=6)))
    dual = minimise_dual(kernel, 50, kernel.welfare, lambda: False)
    problem, found = supported(kernel, dual)
    least = problem.least_regret(kernel, dual.prices, lambda: False)
    assert 0 < regret(kernel, least) < 0.95 * regret(kernel, found)


def test_an_hourly_seller_may_sell_an_hour_below_its_cost_where_others_make_up_for_it() -> None:
    kernel = filled(
        lay_out(
            book(
                lot("sell", 1, "0.50", (0, 2), gpu_hours=2),
                lot("sell", 1, "1.00", (0, 2), gpu_hours=2),
                lot("buy", 2, "0.90", (0, 1)),
                lot("buy", 2, "3.00", (1, 2)),
                slots=2,
            )
        )
    )
    assert kernel.placed.all()
    found = PriceProblem(kernel.book).solve(kernel, np.array([1_000_000.0, 2_000_000.0, 0.0]))
    assert not found.broken
    assert found.grains.tolist()[:2] == [900_000, 2_000_000]


def test_bids_that_could_use_an_item_are_found() -> None:
    layout = lay_out(market_book(120, seed=3))
    curves = CurveBook(layout)
    items = np.array([0, 5, 168 * 3 + 100], dtype=np.int64)
    users, used = curves.users_of(items)
    expected = [
        (number, int(item))
        for item in items
        for number, bid in enumerate(curves.discrete)
        if any(
            first <= item - chosen * layout.slots < last
            for index in layout.pieces_of[bid]
            for chosen, first, last in layout.openings[index]
        )
    ]
    assert expected
    assert list(zip(users.tolist(), used.tolist(), strict=True)) == expected
