"""Losses as the search counts them, and conflicts of prices settled by the bids whose place is filled again best."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from auction_client.clearing.bounds import minimise_dual
from auction_client.clearing.curve_book import CurveBook, Floats
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from auction_client.clearing.price_rules import rules_of
from auction_client.clearing.settling import CAREFUL_ROUNDS, Settling
from auction_client.clearing.supporting import PriceProblem
from tests.bench.market import market_book
from tests.clearing.books import book, lot


def searched(bids: int, seed: int) -> Kernel:
    kernel = Kernel(CurveBook(lay_out(market_book(bids, seed=seed))))
    kernel.insert(np.arange(len(kernel.book.discrete)))
    kernel.search(3000)
    return kernel


def counted(kernel: Kernel) -> Floats:
    """Losses from the prices of the curves and what is placed, bid by bid."""
    low, high = kernel.price_interval()
    owner, item, units = kernel.traded_units()
    price = np.where(units > 0, low[item], np.minimum(high[item], 1e12))
    pay = np.bincount(owner, weights=units * price, minlength=len(kernel.book.discrete))
    return np.asarray(np.where(kernel.placed, np.maximum(0.0, pay - kernel.values), 0.0))


def test_a_block_that_brings_the_price_below_its_cost_loses() -> None:
    market = book(
        lot("sell", 8, "1.00", (0, 2), gpu_hours=16),
        lot("sell", 8, "3.00", (0, 2), gpu_hours=16),
        lot("sell", 8, "1.50", (0, 2)),
        lot("buy", 12, "4.00", (0, 2)),
        slots=2,
    )
    kernel = Kernel(CurveBook(lay_out(market)))
    kernel.insert(np.array([1, 0], dtype=np.int64))
    assert kernel.placed.all()
    assert kernel.losses().tolist() == [8 * 2 * 500_000.0, 0.0]


@pytest.mark.parametrize("weight", [0.0, 1.0, 10.0])
def test_a_search_that_counts_losses_never_ends_worse_by_its_own_measure(weight: float) -> None:
    kernel = searched(300, 5)
    before = kernel.welfare - weight * kernel.losses().sum()
    assert kernel.losses().sum() > 0
    kernel.search(2000, loss_weight=weight)
    assert kernel.losses() == pytest.approx(counted(kernel))
    assert kernel.welfare - weight * kernel.losses().sum() >= before - 1.0
    if weight == 10.0:
        assert kernel.losses().sum() == 0


def test_conflicts_are_apart_and_hold_every_broken_bid() -> None:
    kernel = searched(300, 5)
    dual = minimise_dual(kernel, 100, kernel.welfare, lambda: False)
    support = PriceProblem(kernel.book).solve(kernel, dual.prices)
    assert support.broken
    named = [bid for conflict in support.conflicts for bid in conflict]
    assert len(named) == len(set(named))
    assert set(support.broken) <= set(named)


def test_settling_with_care_gives_up_less_than_dropping_all_that_breaks() -> None:
    given_up = {True: 0.0, False: 0.0}
    for seed in (3, 4, 5):
        kernel = searched(600, seed)
        dual = minimise_dual(kernel, 100, kernel.welfare, lambda: False)
        begin = kernel.save()
        for hurried in (True, False):
            kernel.restore(begin)
            settling = Settling(kernel, lambda: False)
            support = settling.settle(dual.prices, partial(bool, hurried), 0 if hurried else CAREFUL_ROUNDS)
            assert support is not None
            assert not kernel.banned.any()
            assert all(rule.holds(support.grains) for rule in rules_of(kernel.selection()))
            given_up[hurried] += begin.welfare - kernel.welfare
    assert given_up[False] < 0.9 * given_up[True]
