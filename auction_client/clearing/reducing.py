"""Set packing made smaller before it is solved.

Dominated bids are dropped; a greedy start and swaps give a value to beat; the linear relaxation gives a bound and,
where it is whole, the answer; its reduced costs fix the bids that cannot be in anything better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.packing import Packing
from auction_client.clearing.proving import Proven
from auction_client.clearing.solver import LinearModel, Solved
from auction_client.clearing.swapping import conflicts

_DOMINATION_PAIRS = 3_000_000
_MOST_BIDS = 6_000  # of a table of conflicts


def undominated(packing: Packing) -> list[int]:
    """Positions of the buyers whose goods no other wants in part at no lower value."""
    values, goods = packing.values, packing.goods
    order = sorted((n for n in range(len(values)) if values[n] > 0), key=lambda n: (len(goods[n]), -values[n], n))
    by_good: dict[int, list[int]] = {}
    kept: list[int] = []
    pairs = 0
    seen: set[frozenset[int]] = set()
    for n in order:
        if goods[n] in seen:
            continue
        seen.add(goods[n])
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
        order = sorted(kept, key=lambda n: (-values[n] / len(goods[n]) ** power, n))
        best = max(best, _first_come(packing, order), key=lambda chosen: sum(values[n] for n in chosen))
    return best


def _first_come(packing: Packing, order: Sequence[int]) -> list[int]:
    used: set[int] = set()
    winners = []
    for n in order:
        if used.isdisjoint(packing.goods[n]):
            used |= packing.goods[n]
            winners.append(n)
    return winners


@dataclass(frozen=True)
class Candidates:
    """The buyers of a packing that are left, as columns of models: `kept` are their positions."""

    packing: Packing
    kept: list[int]

    @cached_property
    def values(self) -> list[int]:
        """Grains."""
        return [self.packing.values[n] for n in self.kept]

    @cached_property
    def apart(self) -> NDArray[np.bool_]:
        """Which columns exclude each other; for a few only."""
        return conflicts([self.packing.goods[n] for n in self.kept])

    @cached_property
    def few(self) -> bool:
        """Whether a table of conflicts and sums of their values in 64 bits can be had."""
        return len(self.kept) <= _MOST_BIDS and 2 * sum(self.values) < 2**62

    def model(self) -> tuple[LinearModel, list[int]]:
        """The model in units of money, and the good of each of its rows."""
        model = LinearModel()
        for amount in self.packing.amounts(self.kept):
            model.binary(cost=float(amount))
        rivals = self.packing.rivals(self.kept)
        goods = sorted(rivals)
        for good in goods:
            model.row(-inf, 1.0, [(column, 1.0) for column in rivals[good]])
        return model, goods

    def narrowed(self, columns: Sequence[int]) -> Candidates:
        """These columns alone."""
        return Candidates(self.packing, [self.kept[column] for column in columns])


def relaxed(model: LinearModel) -> Solved:
    """The linear relaxation. Without upper bounds, which the rows imply, the duals alone carry the whole bound."""
    count = len(model.cost)
    return LinearModel(model.maximise, model.lower, [inf] * count, model.cost, [False] * count, model.rows).solve(
        "glop"
    )


def whole_prices(duals: NDArray[np.float64], unit: int) -> list[int]:
    """Grains, rounded up, so that a reduced cost of nothing stays one."""
    return [int(price) for price in np.ceil(np.maximum(0.0, duals) * unit - 1e-6)]


class Relaxation:
    """The linear relaxation over some buyers: what its duals prove, and its answer where that is whole."""

    def __init__(self, candidates: Candidates) -> None:
        model, goods = candidates.model()
        packing, kept = candidates.packing, candidates.kept
        solved = relaxed(model)
        self._packing = packing
        self.prices: dict[int, int] = {}  # of goods beyond their sellers' limits, grains
        self.whole: list[int] | None = None
        self.rounded: list[int] = []  # winners, first come by how much of each is taken
        if solved.values is None or solved.duals is None:
            return
        self.prices = dict(zip(goods, whole_prices(solved.duals, packing.unit), strict=True))
        if np.abs(solved.values - np.rint(solved.values)).max() < 1e-7:
            self.whole = [kept[int(n)] for n in np.flatnonzero(solved.values > 0.5)]
        reduced = np.array(candidates.values) - np.array(self.priced(candidates))
        order = np.lexsort((-reduced, -solved.values.round(6)))
        self.rounded = _first_come(packing, [kept[int(column)] for column in order])

    @cached_property
    def proven(self) -> Proven:
        """The bound that the duals prove by themselves, whatever the solver's tolerance."""
        return self._packing.proven_at(self.prices)

    def priced(self, candidates: Candidates) -> list[int]:
        """What these buyers' goods cost at the duals, grains."""
        return [sum([self.prices.get(good, 0) for good in self._packing.goods[n]]) for n in candidates.kept]

    def possible(self, candidates: Candidates, value: int) -> Candidates:
        """The buyers that could be in a selection worth more than this, by their reduced costs."""
        most = self.proven.bound - value - self._packing.unit  # that a winner may lose
        priced = zip(candidates.values, self.priced(candidates), strict=True)
        return candidates.narrowed([column for column, (worth, cost) in enumerate(priced) if cost - worth <= most])
