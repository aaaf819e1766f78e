"""Winner determination among single-minded bids: weighted set packing.

Where every buyer wants one fixed set of single units and every unit has one seller, this is a set-packing problem.
Dominated bids are dropped, the linear relaxation is tried first (it is often whole), its reduced costs fix bids against
a greedy start, and what is left goes to solvers side by side: SCIP, and CP-SAT, which proves easy ones soonest. Where
it has not done so after a while, its place is taken by a local search, and then by HiGHS, whose bounds come down
fastest on the hard ones, with the best value known to beat. The first proof ends them all.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import floor, gcd, inf
from typing import Any

import numpy as np

from auction_client.clearing.apart import pack_apart
from auction_client.clearing.layout import Kind, Layout
from auction_client.clearing.selection import Selection, Taken
from auction_client.clearing.solver import LinearModel
from auction_client.clearing.swapping import MOST_BIDS, swap_search

_POLL_SECONDS = 0.01
_DOMINATION_PAIRS = 3_000_000
_CP_SAT_SECONDS = 8.0
_APART_SECONDS = 3600.0  # where no time is given
_SWAP_MOVES = 40_000
_LEAST_APART_SECONDS = 2.0  # less is not worth a process


@dataclass(frozen=True)
class Packing:
    """Buyers with their sets of goods and their net values (grains); goods are items with one seller each."""

    layout: Layout
    buyers: tuple[int, ...]
    goods: tuple[frozenset[int], ...]
    values: tuple[int, ...]
    seller: dict[int, int]

    @cached_property
    def unit(self) -> int:
        """The greatest amount of which every value is a multiple."""
        return gcd(*self.values) or 1

    def selection(self, winners: list[int]) -> Selection:
        """The winners (positions in `buyers`) with the sellers of their goods."""
        taken: dict[int, Taken] = {}
        bids = [self.buyers[n] for n in winners] + [self.seller[g] for n in winners for g in self.goods[n]]
        for bid in bids:
            for index in self.layout.pieces_of[bid]:
                piece = self.layout.pieces[index]
                product, first, _ = self.layout.openings[index][0]
                slots = tuple(range(first, first + piece.hours))
                taken[index] = Taken(product, slots, (1,) * len(slots))
        return Selection(self.layout, taken)


def as_packing(layout: Layout) -> Packing | None:
    """The book as set packing, None where it is anything more."""
    buyers: list[int] = []
    goods: list[frozenset[int]] = []
    values: list[int] = []
    seller: dict[int, int] = {}
    cost: dict[int, int] = {}
    for bid, root in enumerate(layout.roots):
        pieces = [layout.pieces[i] for i in layout.pieces_of[bid]]
        whole = root.piece >= 0 or (not root.linked and root.at_least == len(root.children) and not root.same_region)
        if not whole or any(child.children for child in root.children):
            return None
        if any(p.quantity != 1 or p.hours != 1 or p.kind not in (Kind.RUN, Kind.TOKEN) for p in pieces):
            return None
        openings = [layout.openings[p.index] for p in pieces]
        if any(len(o) > 1 or (o and o[0][2] - o[0][1] != 1) for o in openings):
            return None
        if any(not o for o in openings):
            continue
        items = [
            o[0][0] if p.kind is Kind.TOKEN else o[0][0] * layout.slots + o[0][1]
            for p, o in zip(pieces, openings, strict=True)
        ]
        if all(p.sign < 0 for p in pieces):
            if len(items) != 1 or items[0] in seller:
                return None
            seller[items[0]] = bid
            cost[items[0]] = pieces[0].limit or 0
        elif all(p.sign > 0 for p in pieces):
            if len(set(items)) != len(items):
                continue  # wants one unit twice
            taken = {p.index: Taken(o[0][0], (o[0][1],), (1,)) for p, o in zip(pieces, openings, strict=True)}
            buyers.append(bid)
            goods.append(frozenset(items))
            values.append(Selection(layout, taken).value_of(bid))
        else:
            return None
    able = [n for n in range(len(buyers)) if goods[n] <= seller.keys()]
    return Packing(
        layout,
        tuple(buyers[n] for n in able),
        tuple(goods[n] for n in able),
        tuple(values[n] - sum(cost[g] for g in goods[n]) for n in able),
        seller,
    )


class PackingSearch:
    """Solves one packing. `winners`, `value` and `bound` (grains) are readable at any time."""

    def __init__(self, packing: Packing, stopped: Callable[[], bool]) -> None:
        self._packing = packing
        self._stopped = stopped
        self._lock = threading.Lock()
        self.winners: list[int] = []
        self.value = 0
        self.bound = float(sum(max(0, v) for v in packing.values))

    def run(self, left: Callable[[], float | None], on_better: Callable[[], None]) -> None:
        """Until it is optimal, stopped, or the time is over."""
        self._on_better = on_better
        kept = self._undominated()
        if not kept:
            self.bound = 0.0
            return
        self._greedy(kept)
        model = self._model(kept)
        relaxed = LinearModel(model.maximise, model.lower, model.upper, model.cost, [False] * len(kept), model.rows)
        solved = relaxed.solve("glop")
        if solved.values is not None and solved.duals is not None:
            self._bound_by(self._proven(kept, model, solved.duals))
            if np.abs(solved.values - np.rint(solved.values)).max() < 1e-7:
                self._offer([kept[n] for n in np.flatnonzero(solved.values > 0.5)])
            kept = self._fixed(kept, model, solved.duals)
        kept.sort()
        if self.value < floor(self.bound) and kept and not self._stopped():
            self._race(kept, left)

    # -- reductions

    def _undominated(self) -> list[int]:
        """Drops a bid whose goods another wants only in part at no lower value."""
        values, goods = self._packing.values, self._packing.goods
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
        return kept

    def _greedy(self, kept: list[int]) -> None:
        """Best of three orders: value per good, per root of goods, and alone (Lehmann, O'Callaghan, Shoham 2002)."""
        values, goods = self._packing.values, self._packing.goods
        for power in (1.0, 0.5, 0.0):
            used: set[int] = set()
            winners = []
            for n in sorted(kept, key=lambda n: (-values[n] / len(goods[n]) ** power, n)):
                if used.isdisjoint(goods[n]):
                    used |= goods[n]
                    winners.append(n)
            self._offer(winners)

    def _model(self, kept: list[int]) -> LinearModel:
        model = LinearModel()
        rows: dict[int, list[tuple[int, float]]] = {}
        for n in kept:
            column = model.binary(cost=float(self._packing.values[n] // self._packing.unit))
            for good in sorted(self._packing.goods[n]):
                rows.setdefault(good, []).append((column, 1.0))
        for terms in rows.values():
            model.row(-inf, 1.0, terms)
        self._row_good = list(rows)
        return model

    def _proven(self, kept: list[int], model: LinearModel, duals: np.ndarray[Any, np.dtype[np.float64]]) -> float:
        """The bound that these duals prove by themselves, whatever the solver's tolerance."""
        price = dict(zip(self._row_good, self._packing.unit * np.maximum(0.0, duals), strict=True))
        surplus = [self._packing.values[n] - sum(price[g] for g in self._packing.goods[n]) for n in kept]
        del model
        return float(sum(price.values()) + sum(max(0.0, s) for s in surplus)) + 1e-3

    def _fixed(self, kept: list[int], model: LinearModel, duals: np.ndarray[Any, np.dtype[np.float64]]) -> list[int]:
        """Leaves out the bids that cannot be in a better selection, by their reduced costs."""
        bound = self._proven(kept, model, duals)
        price = dict(zip(self._row_good, self._packing.unit * np.maximum(0.0, duals), strict=True))
        reduced = {n: self._packing.values[n] - sum(price[g] for g in self._packing.goods[n]) for n in kept}
        return [n for n in kept if bound + min(0.0, reduced[n]) >= self.value + self._packing.unit]

    # -- solvers side by side

    def _race(self, kept: list[int], left: Callable[[], float | None]) -> None:
        done = threading.Event()
        runners = [
            threading.Thread(target=self._by_turns, args=(kept, left, done), name="clearing-turns"),
            threading.Thread(target=self._by_scip, args=(kept, left, done), name="clearing-scip"),
        ]
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join()

    def _over(self, done: threading.Event) -> bool:
        return done.is_set() or self._stopped()

    def _by_scip(self, kept: list[int], left: Callable[[], float | None], done: threading.Event) -> None:
        model = self._model(kept)
        solved = model.solve("scip", time_limit=left(), cancel=lambda: self._over(done))
        if solved.values is not None:
            self._offer([kept[n] for n in np.flatnonzero(solved.values > 0.5)])
        self._bound_by(max(solved.bound * self._packing.unit, float(self.value)))
        if solved.optimal:
            self._bound_by(float(self.value))
            done.set()

    def _by_turns(self, kept: list[int], left: Callable[[], float | None], done: threading.Event) -> None:
        """CP-SAT for a while, then swaps, then HiGHS."""
        remaining = left()
        if remaining is not None and remaining < _CP_SAT_SECONDS + _LEAST_APART_SECONDS:
            self._by_cp_sat(kept, remaining, done)
            return
        self._by_cp_sat(kept, _CP_SAT_SECONDS, done)
        if not self._over(done):
            self._by_swaps(kept, done)
        remaining = left()
        if not self._over(done) and (remaining is None or remaining > _LEAST_APART_SECONDS):
            self._by_highs(kept, left, done)

    def _by_swaps(self, kept: list[int], done: threading.Event) -> None:
        if len(kept) > MOST_BIDS:
            return
        packing, winners = self._packing, frozenset(self.winners)
        found = swap_search(
            [packing.values[n] // packing.unit for n in kept],
            [packing.goods[n] for n in kept],
            [column for column, n in enumerate(kept) if n in winners],
            _SWAP_MOVES,
            lambda: self._over(done),
        )
        self._offer([kept[column] for column in found])

    def _by_highs(self, kept: list[int], left: Callable[[], float | None], done: threading.Event) -> None:
        packing, remaining = self._packing, left()
        place = {n: column for column, n in enumerate(kept)}
        by_good: dict[int, list[int]] = {}
        for n in kept:
            for good in packing.goods[n]:
                by_good.setdefault(good, []).append(place[n])
        answer = pack_apart(
            [packing.values[n] // packing.unit for n in kept],
            list(by_good.values()),
            self.value // packing.unit,
            _APART_SECONDS if remaining is None else 0.93 * remaining - 0.7,
            lambda: self._over(done),
        )
        if answer is None:
            return
        if answer.chosen is not None:
            self._offer([kept[column] for column in answer.chosen])
        self._bound_by(answer.bound * packing.unit)
        if answer.complete:
            done.set()

    def _by_cp_sat(self, kept: list[int], seconds: float, done: threading.Event) -> None:
        from ortools.sat.python import cp_model

        packing = self._packing
        model = cp_model.CpModel()
        columns = {n: model.new_bool_var("") for n in kept}
        by_good: dict[int, list[Any]] = {}
        for n in kept:
            for good in sorted(packing.goods[n]):
                by_good.setdefault(good, []).append(columns[n])
        for good in sorted(by_good):
            model.add_at_most_one(by_good[good])
        model.maximize(sum(packing.values[n] // packing.unit * columns[n] for n in kept))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = max(0.01, seconds)
        outer = self

        class Told(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
            def on_solution_callback(self) -> None:
                outer._offer([n for n in kept if self.boolean_value(columns[n])])

        finished = threading.Event()

        def watch() -> None:
            while not finished.wait(_POLL_SECONDS):
                if outer._over(done):
                    solver.stop_search()
                    return

        watcher = threading.Thread(target=watch, name="clearing-cpsat-watch")
        watcher.start()
        status = solver.solve(model, Told())
        finished.set()
        watcher.join()
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._offer([n for n in kept if solver.boolean_value(columns[n])])
            self._bound_by(max(solver.best_objective_bound * packing.unit, float(self.value)))
        if status == cp_model.OPTIMAL:
            self._bound_by(float(self.value))
        if status in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            done.set()

    # -- results

    def _offer(self, winners: list[int]) -> None:
        value = sum(self._packing.values[n] for n in winners)
        with self._lock:
            if value <= self.value:
                return
            self.winners, self.value = winners, value
        self._on_better()

    def _bound_by(self, bound: float) -> None:
        if bound == inf:
            return
        with self._lock:
            whole = floor(bound / self._packing.unit + 1e-6) * float(self._packing.unit)
            self.bound = max(float(self.value), min(self.bound, whole))
        self._on_better()
