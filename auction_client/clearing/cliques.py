"""Bounds on a packing by cliques of bids: of bids any two of which want a good in common, only one can win.

The rows of the goods are such cliques. Others that the linear relaxation breaks are added to it round by round, found
from each fractional bid greedily; their dual prices bound the packing better than those of the goods do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.reducing import Candidates, relaxed, whole_prices

_ROUNDS = 4
_LEAST_GAIN = 0.12  # of a round, as a share of what the bound leaves open
_BROKEN_BY, _NOTHING = 1e-3, 1e-6


@dataclass(frozen=True)
class Cliques:
    """Cliques of columns with prices in grains, the dearest first; `bound` is what they prove."""

    values: NDArray[np.int64]
    members: list[list[int]]
    prices: list[int]

    @cached_property
    def reduced(self) -> NDArray[np.int64]:
        """What each column would gain at the prices."""
        reduced = self.values.copy()
        for columns, price in zip(self.members, self.prices, strict=True):
            reduced[columns] -= price
        return reduced

    @cached_property
    def bound(self) -> int:
        """What the prices prove, grains."""
        return sum(self.prices) + int(np.maximum(0, self.reduced).sum())

    def possible(self, value: int, unit: int) -> list[int]:
        """The columns that could be in a selection worth at least a unit more than this."""
        return np.flatnonzero(self.reduced >= value + unit - self.bound).tolist()

    def narrowed(self, columns: list[int]) -> Cliques:
        """Over these columns alone."""
        place = {column: number for number, column in enumerate(columns)}
        members = [[place[column] for column in each if column in place] for each in self.members]
        return Cliques(self.values[columns], members, self.prices)


def cliques_of_goods(candidates: Candidates, prices: dict[int, int]) -> Cliques:
    """Those who want the same good, at the goods' prices."""
    rivals = candidates.packing.rivals(candidates.kept)
    return _dearest_first(candidates, [(prices.get(good, 0), columns) for good, columns in rivals.items()])


def tightened(candidates: Candidates, value: int) -> Cliques:
    """The cliques of the goods and others, with the prices of the relaxation over all of them; as long as that brings
    the bound nearer to the value (grains)."""
    reached = value / candidates.packing.unit
    model, _ = candidates.model()
    known = {frozenset(columns) for _, _, columns, _ in model.rows}
    bound, prices = inf, [0]
    for _ in range(_ROUNDS):
        solved = relaxed(model)
        if solved.values is None or solved.duals is None:
            break
        prices = whole_prices(solved.duals, candidates.packing.unit)
        broken = _broken(candidates.apart, solved.values) - known
        if not broken or bound - solved.objective < _LEAST_GAIN * (bound - reached):
            break
        bound = solved.objective
        known |= broken
        for clique in sorted(map(sorted, broken)):
            model.row(-inf, 1.0, [(column, 1.0) for column in clique])
    return _dearest_first(candidates, [(price, list(row[2])) for price, row in zip(prices, model.rows, strict=False)])


def _dearest_first(candidates: Candidates, priced: list[tuple[int, list[int]]]) -> Cliques:
    dearest = sorted((each for each in priced if each[0] > 0), reverse=True)
    values = np.array(candidates.values, dtype=np.int64)
    return Cliques(values, [columns for _, columns in dearest], [price for price, _ in dearest])


def _broken(apart: NDArray[np.bool_], taken: NDArray[np.float64]) -> set[frozenset[int]]:
    """Cliques of which more than one is taken in all."""
    found: set[frozenset[int]] = set()
    inside = taken > _NOTHING
    excluded = apart[:, inside] @ taken[inside]
    for column in np.flatnonzero(inside).tolist():
        for liking in (taken, taken * excluded):
            clique = _grown([column], apart[column] & inside, apart, liking)
            if taken[clique].sum() > 1 + _BROKEN_BY:
                found.add(frozenset(_grown(clique, np.logical_and.reduce(apart[clique]), apart, excluded)))
    return found


def _grown(
    clique: list[int], able: NDArray[np.bool_], apart: NDArray[np.bool_], liking: NDArray[np.float64]
) -> list[int]:
    """The clique with those that can join it, most liked first."""
    grown = list(clique)
    left = np.flatnonzero(able)
    while len(left):
        best = int(left[np.argmax(liking[left])])
        grown.append(best)
        left = left[apart[best][left]]
    return grown
