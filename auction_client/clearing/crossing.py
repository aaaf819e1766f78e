"""Good selections of a packing crossed: what two of them have in common stays, the rest is packed anew.

A pool of selections comes from swaps, each from a start of its own. Of two of them the shared winners are kept, and
branch and bound packs what is left better than either parent does, where it can (optimised crossover: Aggarwal, Orlin
and Tai, Operations Research 45, 1997); swaps go on from there. Selections that are near each other compete for one
place in the pool; when nothing new comes any more, it is filled afresh.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.branching import Branching
from auction_client.clearing.cliques import Cliques
from auction_client.clearing.reducing import Candidates
from auction_client.clearing.swapping import SwapSearch

_POOL = 24
_MOVES = 8_000
_NODES = 2_000
_NEAR = 6  # winners in which two selections differ
_PATIENCE = 60  # crossings without a new selection in the pool
_START_NOISE, _CHILD_NOISE = 0.15, 0.1  # in the order of joining, as shares of a mean value
_SEED = 0x2545F491


class Crossing:
    """One packing. `best` are the columns of the best selection met so far, `value` is its worth in units.
    Deterministic; not to be shared between threads."""

    def __init__(self, candidates: Candidates, cliques: Cliques, priced: list[float]) -> None:
        """cliques: over the candidates. priced: what each column's goods cost at dual prices, units."""
        unit = candidates.packing.unit
        self._apart = candidates.apart
        self._amounts = np.array(candidates.packing.amounts(candidates.kept), dtype=np.int64)
        self._swaps = SwapSearch(self._amounts.tolist(), self._apart, [], priced)
        self._priced = np.array(priced)
        self._cliques = Cliques(self._amounts, cliques.members, [-(-price // unit) for price in cliques.prices])
        self._chance = np.random.default_rng(_SEED)
        self._pool: list[tuple[int, frozenset[int]]] = []
        self._stale = self._fillings = 0
        self._number = 0
        self.best: list[int] = []
        self.value = 0

    def step(self, stopped: Callable[[], bool]) -> None:
        """One further selection: a start, while the pool is being filled, or a crossing."""
        if len(self._pool) < _POOL:
            self._pool.append(self._swapped(self._joined([], _START_NOISE), stopped))
            return
        first, second = (self._pool[n] for n in self._chance.choice(_POOL, 2, replace=False))
        self._stale += 1
        self._take(self._swapped(self._child(first, second), stopped))
        if self._stale > _PATIENCE:
            self._stale = 0
            self._fillings += 1
            self._pool = [max(self._pool, key=lambda each: each[0])] if self._fillings % 2 else []

    def _child(self, first: tuple[int, frozenset[int]], second: tuple[int, frozenset[int]]) -> list[int]:
        common = sorted(first[1] & second[1])
        free = np.flatnonzero(~self._taken(common))
        if len(free):
            above = max(first[0], second[0]) - int(self._amounts[common].sum())
            search = Branching(
                self._apart[np.ix_(free, free)], self._cliques.narrowed(free.tolist()), above, most_nodes=_NODES
            )
            search.run()
            if search.best:
                child: list[int] = common + free[search.best].tolist()
                self._note(int(self._amounts[child].sum()), child)
                return child
        return self._joined(common, _CHILD_NOISE, sorted(first[1] | second[1]))

    def _taken(self, winners: list[int]) -> NDArray[np.bool_]:
        """Columns that these winners are or exclude."""
        taken = np.logical_or.reduce(self._apart[winners], axis=0) if winners else np.zeros(len(self._apart), np.bool_)
        taken[winners] = True
        return taken

    def _joined(self, winners: list[int], noise: float, liked: list[int] | None = None) -> list[int]:
        """The winners with others that can join, by what they gain at the prices, about."""
        mean = float(self._amounts.mean())
        liking = self._amounts - self._priced + self._chance.normal(0.0, noise * mean, len(self._amounts))
        liking[liked or []] += noise * mean
        joined, taken = list(winners), self._taken(winners)
        for column in np.argsort(-liking, kind="stable").tolist():
            if not taken[column]:
                joined.append(column)
                taken |= self._apart[column]
                taken[column] = True
        return joined

    def _swapped(self, start: list[int], stopped: Callable[[], bool]) -> tuple[int, frozenset[int]]:
        self._number += 1
        self._swaps.restart(start, turn=self._number)
        self._swaps.run(_MOVES, stopped)
        value, columns = self._swaps.value, self._swaps.best
        self._note(value, columns)
        return value, frozenset(columns)

    def _note(self, value: int, columns: list[int]) -> None:
        if value > self.value:
            self.value, self.best = value, columns

    def _take(self, child: tuple[int, frozenset[int]]) -> None:
        """Into the pool, in place of those near it that are worse, or of the worst."""
        near = [each for each in self._pool if len(each[1] ^ child[1]) <= _NEAR]
        if child[0] <= max((each[0] for each in near), default=min(self._pool, key=lambda each: each[0])[0]):
            return
        self._stale = 0
        for gone in near or [min(self._pool, key=lambda each: each[0])]:
            self._pool.remove(gone)
        self._pool.append(child)
