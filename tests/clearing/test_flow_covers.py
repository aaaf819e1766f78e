"""Flow covers: every selection keeps them, and the relaxation comes nearer to the best one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auction_client.clearing.exact import ExactModel
from auction_client.clearing.layout import lay_out
from auction_client.clearing.solver import LinearModel
from tests.bench.market import market_book
from tests.clearing.books import book, lot, one_of


def relaxed(model: LinearModel) -> float:
    return replace(model, integer=[False] * len(model.integer)).solve("glop").objective


@pytest.mark.parametrize("seed", range(12))
def test_the_best_selection_keeps_every_row(seed: int) -> None:
    layout = lay_out(market_book(30, 500 + seed))
    plain, tight = ExactModel(layout), ExactModel(layout)
    tight.tighten(several=True)
    best = plain.model.solve("scip")
    assert best.optimal
    assert best.values is not None
    for _, most, columns, factors in tight.model.rows[len(plain.model.rows) :]:
        assert sum(best.values[c] * a for c, a in zip(columns, factors, strict=True)) <= most + 1e-6
    assert best.objective - 1e-6 <= relaxed(tight.model) <= relaxed(plain.model) + 1e-6


def test_two_buyers_of_more_than_the_cheap_supply_are_seen_not_to_fit_it_together() -> None:
    """Of 10 cheap units each wants 6. Half of one and the whole of the other would fit; only one of them does."""
    market = book(
        lot("sell", 10, "1.00", (0, 1), gpu_hours=10),
        one_of(lot("buy", 6, "2.00", (0, 1)), lot("buy", 6, "1.50", (1, 2))),
        lot("buy", 6, "2.00", (0, 1)),
        slots=2,
    )
    model = ExactModel(lay_out(market))
    assert relaxed(model.model) > 9.9
    model.tighten(several=True)
    assert relaxed(model.model) == pytest.approx(6.0)
