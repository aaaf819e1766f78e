"""The focus of the search: what is left out, what stays, and that all of it comes back."""

from __future__ import annotations

import numpy as np
import pytest

from auction_client.clearing.bounds import minimise_dual
from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.focusing import focus, widen
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from tests.bench.market import market_book
from tests.clearing.books import book, lot, tiny_book

NARROWED = ("option_item", "option_width", "group_start", "group_bids", "bid_groups_start", "bid_group", "bid_place")


def kernel_of(size: int, seed: int) -> Kernel:
    return Kernel(CurveBook(lay_out(market_book(size, seed=seed))))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("share", [0.0, 0.05, 0.5])
def test_every_bids_best_answer_to_the_prices_stays(seed: int, share: float) -> None:
    kernel = Kernel(CurveBook(lay_out(tiny_book(4000 + seed))))
    prices = np.random.default_rng(seed).uniform(0, 4e6, kernel.book.layout.items)
    whole = kernel.dual(prices)[2]
    item, width, state = kernel.narrowed(prices, share)
    kernel.use({"option_item": item, "option_width": width})
    assert kernel.dual(prices)[2] == pytest.approx(whole)
    assert not whole[state == 0].any()


def test_a_start_that_is_too_dear_is_left_out() -> None:
    market = book(lot("sell", 8, "1.00", (0, 6), gpu_hours=48), lot("buy", 8, "3.00", (0, 6), hours=2), slots=6)
    kernel = Kernel(CurveBook(lay_out(market)))
    prices = np.full(kernel.book.layout.items, 9e6)
    prices[:6] = [2e6, 1e6, 1e6, 1.01e6, 2e6, 2e6]
    item, width, state = kernel.narrowed(prices, 0.02)
    assert (item[0], width[0], state.tolist()) == (1, 3, [2])
    item, width, state = kernel.narrowed(prices, 0.001)
    assert (item[0], width[0], state.tolist()) == (1, 2, [1])


def test_a_bid_that_no_price_near_these_suits_is_not_tried() -> None:
    market = book(lot("sell", 8, "1.00", (0, 6), gpu_hours=48), lot("buy", 8, "1.50", (0, 6), hours=2), slots=6)
    kernel = Kernel(CurveBook(lay_out(market)))
    prices = np.full(kernel.book.layout.items, 2e6)
    assert not len(focus(kernel, prices, 0.1))
    assert kernel.search(100) == 0
    assert not kernel.placed.any()
    widen(kernel)
    assert focus(kernel, prices, 0.5).tolist() == [0]


def test_bids_with_a_single_choice_are_placed_and_not_moved() -> None:
    kernel = kernel_of(300, 5)
    dual = minimise_dual(kernel, 200, kernel.welfare, lambda: False)
    undecided = focus(kernel, dual.prices, 0.01)
    sure = np.setdiff1d(np.flatnonzero(kernel.placed), undecided)
    assert len(sure)
    before = [kernel.tried(bid, kernel.spans_of(bid)) for bid in sure.tolist()]
    assert kernel.search(2000, temperature=1e9, pool=undecided)
    assert [kernel.tried(bid, kernel.spans_of(bid)) for bid in sure.tolist()] == before


def test_neighbourhoods_hold_the_undecided_bids_in_their_order() -> None:
    kernel = kernel_of(300, 6)
    dual = minimise_dual(kernel, 200, kernel.welfare, lambda: False)
    undecided = set(focus(kernel, dual.prices, 0.01).tolist())
    own, whole = kernel._mutable, kernel.book
    for group in range(len(whole.group_start) - 1):
        mine = own["group_bids"][own["group_start"][group] : own["group_start"][group + 1]].tolist()
        everyone = whole.group_bids[whole.group_start[group] : whole.group_start[group + 1]].tolist()
        assert mine == [bid for bid in everyone if bid in undecided]
    for bid in undecided:
        for entry in range(own["bid_groups_start"][bid], own["bid_groups_start"][bid + 1]):
            first = own["group_start"][own["bid_group"][entry]]
            assert own["group_bids"][first + own["bid_place"][entry]] == bid


def test_all_comes_back_when_the_focus_is_widened() -> None:
    kernel = kernel_of(200, 7)
    dual = minimise_dual(kernel, 200, kernel.welfare, lambda: False)
    focus(kernel, dual.prices, 0.01)
    widen(kernel)
    assert not kernel.banned.any()
    for name in NARROWED:
        assert (kernel._mutable[name] == getattr(kernel.book, name)).all()


@pytest.mark.parametrize("seed", range(640, 700))
def test_a_book_can_be_filled_whatever_the_focus_leaves_out(seed: int) -> None:
    kernel = Kernel(CurveBook(lay_out(tiny_book(seed))))
    focus(kernel, np.random.default_rng(seed).uniform(0, 4e6, kernel.book.layout.items), 0.0)
    widen(kernel)
    kernel.insert(np.arange(len(kernel.placed)))
