"""Crossing good selections of a packing."""

from __future__ import annotations

import numpy as np

from auction_client.clearing.branching import Branching
from auction_client.clearing.crossing import Crossing
from auction_client.clearing.reducing import Candidates
from tests.clearing.test_branching import drawn, packed, searched


def crossing_of(seed: int, bids: int, goods: int) -> tuple[Candidates, Crossing]:
    candidates, cliques = searched(packed(drawn(seed, bids, goods), goods))
    return candidates, Crossing(candidates, cliques, [0.0] * len(candidates.kept))


def test_crossing_finds_the_best_packing_and_never_two_that_exclude_each_other() -> None:
    for seed in range(4):
        candidates, crossing = crossing_of(seed, 60, 30)
        for _ in range(40):
            crossing.step(lambda: False)
        unit = candidates.packing.unit
        assert not candidates.apart[np.ix_(crossing.best, crossing.best)].any()
        assert crossing.value == sum(candidates.values[column] for column in crossing.best) // unit
        candidates, cliques = searched(candidates.packing)
        exact = Branching(candidates.apart, cliques, 0, unit)
        assert exact.run()
        assert crossing.value == sum(candidates.values[column] for column in exact.best) // unit


def test_crossing_repeats_itself() -> None:
    first, same = (crossing_of(3, 120, 40)[1] for _ in range(2))
    for _ in range(60):
        first.step(lambda: False)
        same.step(lambda: False)
    assert (first.value, first.best) == (same.value, same.best)


def test_what_is_stopped_is_still_a_selection() -> None:
    candidates, crossing = crossing_of(5, 60, 30)
    for _ in range(40):
        crossing.step(lambda: True)
    assert crossing.best
    assert not candidates.apart[np.ix_(crossing.best, crossing.best)].any()
