"""Set packing made smaller before it is solved.

Dominated bids are dropped; a greedy start and swaps give a value to beat; the linear relaxation gives a bound and,
where it is whole, the answer; its reduced costs fix the bids that cannot be in anything better.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from math import floor, inf

import numpy as np

from auction_client.clearing.packing import Packing
from auction_client.clearing.proving import Proven
from auction_client.clearing.solver import LinearModel
from auction_client.clearing.swapping import MOST_BIDS, SwapSearch

_DOMINATION_PAIRS = 3_000_000


def undominated(packing: Packing) -> list[int]:
    """Positions of the buyers whose goods no other wants in part at no lower value."""
    values, goods = packing.values, packing.goods
    order = sorted((n for n in range(len(values)) if values[n] > 0), key=lambda n: (len(goods[n]), -values[n], n))
    by_good: dict[int, list[int]] = {}
    kept: list[int] = []
    pairs = 0
    for n in order:
        rivals: set[int] = set()
        for good in goods[n]:
            rivals.update(by_good.get(good, ()))
        pairs += len(rivals)
        if pairs < _DOMINATION_PAIRS and any(values[r] >= values[n] and goods[r] <= goods[n] for r in rivals):
            continue
        kept.append(n)
        # A bid is found by its rarest need: one good is enough, since a subset shares all of its goods.
        by_good.setdefault(min(goods[n]), []).append(n)
    return sorted(kept)


def greedy(packing: Packing, kept: Sequence[int]) -> list[int]:
    """Best of three orders: value per good, per root of goods, and alone (Lehmann, O'Callaghan, Shoham 2002)."""
    values, goods = packing.values, packing.goods
    best: list[int] = []
    for power in (1.0, 0.5, 0.0):
        used: set[int] = set()
        winners = []
        for n in sorted(kept, key=lambda n: (-values[n] / len(goods[n]) ** power, n)):
            if used.isdisjoint(goods[n]):
                used |= goods[n]
                winners.append(n)
        best = max(best, winners, key=lambda chosen: sum(values[n] for n in chosen))
    return best


class Swaps:
    """The local search over these buyers, from winners among them; not `possible` where they are too many for it. It
    goes on from where it was, on whichever thread it is asked."""

    def __init__(self, packing: Packing, kept: Sequence[int], winners: Sequence[int]) -> None:
        self.possible = len(kept) <= MOST_BIDS
        self._kept = kept
        self._winners = list(winners)
        self._lock = threading.Lock()
        inside = frozenset(winners)
        if self.possible:
            self._search = SwapSearch(
                packing.amounts(kept),
                [packing.goods[n] for n in kept],
                [column for column, n in enumerate(kept) if n in inside],
            )

    def after(self, moves: int, stopped: Callable[[], bool]) -> list[int]:
        """The best winners so far, after so many further moves."""
        if not self.possible:
            return self._winners
        with self._lock:
            self._search.run(moves, stopped)
            return [self._kept[column] for column in self._search.best]


def packing_model(packing: Packing, kept: Sequence[int]) -> tuple[LinearModel, list[int]]:
    """The model in units of money, and the good of each of its rows."""
    model = LinearModel()
    for amount in packing.amounts(kept):
        model.binary(cost=float(amount))
    rivals = packing.rivals(kept)
    goods = sorted(rivals)
    for good in goods:
        model.row(-inf, 1.0, [(column, 1.0) for column in rivals[good]])
    return model, goods


class Relaxation:
    """The linear relaxation over some buyers: what its duals prove, and its answer where that is whole."""

    def __init__(self, packing: Packing, kept: Sequence[int]) -> None:
        model, goods = packing_model(packing, kept)
        count = len(kept)
        # Without upper bounds, which the rows imply, the duals alone carry the whole bound.
        relaxed = LinearModel(model.maximise, model.lower, [inf] * count, model.cost, [False] * count, model.rows)
        solved = relaxed.solve("glop")
        self._packing = packing
        self._prices: dict[int, int] = {}
        self.whole: list[int] | None = None
        if solved.values is None or solved.duals is None:
            return
        # Rounded up, so that a reduced cost of nothing stays one.
        duals = np.ceil(np.maximum(0.0, solved.duals) * packing.unit - 1e-6).astype(np.int64)
        self._prices = dict(zip(goods, duals.tolist(), strict=True))
        if np.abs(solved.values - np.rint(solved.values)).max() < 1e-7:
            self.whole = [kept[int(n)] for n in np.flatnonzero(solved.values > 0.5)]

    @cached_property
    def proven(self) -> Proven:
        """The bound that the duals prove by themselves, whatever the solver's tolerance."""
        return self._packing.proven_at(self._prices)

    def possible(self, kept: Sequence[int], value: int) -> list[int]:
        """The buyers that could be in a selection worth more than this, by their reduced costs."""
        packing = self._packing
        bound = self.proven.bound
        needed = value + packing.unit
        reduced = {n: packing.values[n] - sum(self._prices.get(g, 0) for g in packing.goods[n]) for n in kept}
        return [n for n in kept if floor(bound + min(0, reduced[n])) >= needed]
