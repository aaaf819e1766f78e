"""Bounds: proved by the engine, recomputed by the verifier from the dual prices alone."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from auction_client.clearing import Book, clear, verify
from auction_client.clearing.bounds import minimise_dual
from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from auction_client.clearing.outcome import Proof
from auction_client.clearing.proving import proven_at
from auction_client.clearing.verifier.bound import proven_by
from auction_client.clearing.verifier.terms import Terms
from tests.bench.market import market_book
from tests.clearing.books import all_of, book, group, linked, lot, one_of, tiny_book, token
from tests.clearing.brute import every_selection


def recomputed(market: Book, prices: np.ndarray) -> tuple[Fraction, Fraction]:  # type: ignore[type-arg]
    """What the engine and the verifier say that prices (grains) prove, USD."""
    layout = lay_out(market)
    proven = proven_at(Kernel(CurveBook(layout)), prices)
    grains = proven.prices.tolist()
    columns = {
        product.id: tuple(Decimal(g) / 1_000_000 for g in grains[i * layout.slots : (i + 1) * layout.slots])
        for i, product in enumerate(market.products)
    }
    tokens = dict(zip(market.tokens, map(layout.money, grains[len(market.products) * layout.slots :]), strict=True))
    proof = Proof(by="prices", bound=layout.money(proven.bound), prices=columns, token_prices=tokens)
    return Fraction(proof.bound), proven_by(Terms(market), proof)


DEAR = (13, 15)  # books with very many selections


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=pytest.mark.slow) if seed in DEAR else seed for seed in range(60)]
)
def test_whatever_the_prices_the_engine_claims_no_more_than_the_verifier_recomputes(seed: int) -> None:
    market = tiny_book(3000 + seed)
    layout = lay_out(market)
    best = max(every_selection(market)) if seed < 20 else Fraction(0)
    for draw in range(4):
        prices = np.random.default_rng(10 * seed + draw).uniform(-1e6 * (draw % 2), 3e6, layout.items)
        claimed, proven = recomputed(market, prices)
        assert best <= proven <= claimed


@pytest.mark.parametrize("slot_minutes", [15, 60])
def test_every_kind_of_node_and_lot_is_bounded(slot_minutes: int) -> None:
    market = book(
        lot("sell", 16, "1.50", (0, 2), gpu_hours=32),
        lot("sell", 8, "1.40", (0, 2)),
        lot("buy", 8, "2.00", (0, 2), hours=1, min_quantity=3, budget="9.00"),
        lot("buy", 4, None, (0, 2), budget="11.00"),
        lot("buy", 4, "2.10", (0, 2), hours=1, contiguous=False),
        lot("buy", None, "1.90", (0, 2), gpu_hours=5),
        one_of(lot("buy", 2, "3.00", (0, 1)), lot("buy", 3, "2.00", (0, 2)), budget="5.50"),
        all_of(lot("buy", 1, None, (0, 1)), lot("buy", 2, None, (0, 1)), budget="9.00", same_region=True),
        group(1, 2, lot("buy", 2, "2.00", (0, 1)), lot("buy", 3, "2.20", (0, 2))),
        linked(lot("buy", 1, "2.00", (0, 1)), lot("sell", 1, "1.10", (1, 2)), budget="1.00"),
        token("sell", 50, "0.40", min_quantity=1),
        token("buy", 30, "0.60", min_quantity=5, budget="14.00"),
        slots=8 if slot_minutes == 15 else 2,
        slot_minutes=slot_minutes,
    )
    for draw in range(20):
        prices = np.random.default_rng(draw).uniform(-2e6 * (draw % 2), 3e6, lay_out(market).items)
        claimed, proven = recomputed(market, prices)
        assert proven <= claimed
    outcome = clear(market)
    assert verify(market, outcome) == []
    assert outcome.proof is not None
    assert outcome.proof.bound >= outcome.bound


def test_a_sale_makes_room_in_a_budget_and_the_bound_knows_it() -> None:
    """A swap under a budget: what it buys may be worth more than the budget, since what it sells is taken off."""
    market = book(
        lot("sell", 10, "0.10", (0, 1), gpu_hours=10),
        all_of(lot("buy", 10, "5.00", (0, 1)), lot("sell", 10, "4.00", (1, 2)), budget="20.00"),
        lot("buy", 10, "6.00", (1, 2)),
    )
    prices = np.zeros(lay_out(market).items)
    prices[:2] = 1e5, 4.5e6
    claimed, proven = recomputed(market, prices)
    assert proven <= claimed
    assert claimed >= clear(market, objective="welfare").surplus == 69


def test_the_bound_of_a_large_book_is_proved_by_its_prices() -> None:
    market = market_book(260, seed=4)
    outcome = clear(market, time_limit=1.0)
    assert verify(market, outcome) == []
    assert outcome.proof is not None
    assert (outcome.proof.by, outcome.proof.bound) == ("prices", outcome.bound)
    lower = outcome.proof.model_copy(update={"bound": outcome.bound - 1})
    faults = verify(market, outcome.model_copy(update={"proof": lower, "bound": lower.bound}))
    assert any("the dual prices prove a bound of" in fault for fault in faults)


def test_an_hour_that_nobody_takes_by_itself_has_a_dual_price_below_zero() -> None:
    """The block of two hours needs two buyers, and only one of the two lots can be had."""
    market = book(
        lot("sell", 10, "1.00", (0, 2)),
        one_of(lot("buy", 10, "0.10", (0, 1)), lot("buy", 10, "5.00", (1, 2))),
    )
    kernel = Kernel(CurveBook(lay_out(market)))
    dual = minimise_dual(kernel, 500, 0.0, lambda: False)
    assert dual.prices[0] < 0
    assert 15.5e6 <= dual.bound < 16e6  # half of each lot and half of the block; 30 if hours could be thrown away


def test_an_outcome_cut_before_anything_is_found_still_proves_its_bound() -> None:
    market = market_book(260, seed=4)
    outcome = clear(market, cancel=lambda: True)
    assert verify(market, outcome) == []
    assert outcome.bound > 0
