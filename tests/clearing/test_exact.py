"""What makes the exact model smaller and tighter leaves its best selection alone."""

from __future__ import annotations

import random
from typing import Any

import pytest

from auction_client.clearing import exact_search, verify
from auction_client.clearing.book import Book
from auction_client.clearing.engine import clear
from auction_client.clearing.exact import ExactModel
from auction_client.clearing.hopeless import hopeless_starts
from auction_client.clearing.layout import Layout, lay_out
from auction_client.clearing.worth import value_step
from tests.clearing.books import all_of, book, linked, lot, one_of


def _crowded(seed: int) -> Book:
    """More buyers of every shape than three hourly sellers and a block can serve."""
    chance = random.Random(seed)

    def buy() -> dict[str, Any]:
        quantity, first = chance.choice([4, 8, 16]), chance.randrange(8)
        least = {"min_quantity": quantity // 4} if chance.random() < 0.4 else {}
        window = (first, min(12, first + chance.randint(2, 6)))
        hours = chance.randint(1, window[1] - window[0])
        return lot(quantity=quantity, limit=f"{chance.uniform(0.8, 3):.2f}", window=window, hours=hours, **least)

    shapes = [
        buy,
        lambda: one_of(buy(), buy(), buy()),
        lambda: all_of(buy(), buy()),
        lambda: one_of(all_of(buy(), buy()), buy()),
        lambda: linked(buy(), buy()),
    ]
    sells = [lot("sell", 8, f"{chance.uniform(0.8, 1.6):.2f}", (0, 12), gpu_hours=96) for _ in range(3)] + [
        lot("sell", 16, f"{chance.uniform(0.6, 1.2):.2f}", (3, 8), 4)
    ]
    return book(*(chance.choice(shapes)() for _ in range(14)), *sells, slots=12)


def _best(model: ExactModel) -> float:
    solved = model.model.solve("scip")
    assert solved.optimal
    return solved.objective


def _relaxed(model: ExactModel) -> float:
    model.model.integer = [False] * len(model.model.integer)
    return model.model.solve("glop").objective


@pytest.mark.parametrize("seed", range(7))
def test_the_best_value_is_the_same_without_hopeless_starts_and_with_flow_covers(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = lay_out(_crowded(seed))
    lean, tight = ExactModel(layout), ExactModel(layout)
    tight.tighten()
    monkeypatch.setattr("auction_client.clearing.exact.hopeless_starts", lambda _: frozenset())
    assert _best(lean) == pytest.approx(_best(ExactModel(layout)))
    assert _best(tight) == pytest.approx(_best(lean))


def test_flow_covers_bring_the_relaxation_nearer() -> None:
    # Half the run at each of two starts would take only cheap units.
    market = book(
        lot(quantity=16, limit="1.60", window=(0, 4), hours=2),
        lot("sell", 8, "1.00", (0, 4), gpu_hours=32),
        lot("sell", 8, "2.00", (0, 4), gpu_hours=32),
    )
    tight = ExactModel(lay_out(market))
    tight.tighten()
    assert _relaxed(ExactModel(lay_out(market))) == pytest.approx(19.2)
    assert _relaxed(tight) == pytest.approx(3.2)


def _starts_of(layout: Layout, bid: int) -> set[int]:
    return {start for piece, _, start in hopeless_starts(layout) if layout.pieces[piece].bid == bid}


def test_hours_dearer_than_a_run_is_worth_are_hopeless() -> None:
    market = book(
        lot(quantity=8, limit="2.00", window=(0, 6), hours=2),
        lot("sell", 8, "2.10", (0, 3), gpu_hours=24),
        lot("sell", 8, "1.90", (2, 6), gpu_hours=32),
    )
    assert _starts_of(lay_out(market), 0) == {0, 1}  # at 1 the two hours cost just what they are worth


def test_a_poor_buyer_whom_a_block_needs_is_not_hopeless() -> None:
    market = book(
        lot(quantity=8, limit="3.00", window=(0, 2), hours=2),
        lot(quantity=8, limit="0.50", window=(0, 2), hours=2),
        lot("sell", 16, "1.00", (0, 2), hours=2),
    )
    assert hopeless_starts(lay_out(market)) == frozenset()
    assert {fill.bid for fill in clear(market, objective="welfare").fills} == {"b1", "b2", "b3"}


def test_values_are_whole_steps_of_limits_and_budgets() -> None:
    market = book(lot(limit="2.40"), lot("sell", 8, "1.50"), one_of(lot(limit="1.20"), budget="30.60"))
    assert value_step(lay_out(market)) == 300_000  # 0.30 USD


@pytest.mark.parametrize("seed", range(3))
def test_solved_apart_and_here_a_book_has_the_same_surplus(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    market = _crowded(seed)
    here = clear(market)
    monkeypatch.setattr(exact_search, "_APART_FROM", 0)
    apart = clear(market)
    assert (apart.status, apart.surplus) == (here.status, here.surplus) == ("optimal", here.surplus)
    assert verify(market, apart) == []
