"""Set packing solved: reductions and swaps first, then two runners side by side on what is left; the first proof ends
both.

With a good value known, which they have to beat, all solvers need half the time or less. Branch and bound proves
packings in which few bids fit side by side soonest, often at once; CP-SAT other easy ones. Where branch and bound does
not get ahead, good selections are crossed for better values, and HiGHS has only to prove what they found: its bounds
come down fastest on the hard ones. When CP-SAT has had its share of work, crossing goes on in its place.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import floor, inf, sqrt
from typing import Any

import numpy as np

from auction_client.clearing.apart import Apart, Task
from auction_client.clearing.branching import Branching
from auction_client.clearing.cliques import cliques_of_goods, tightened
from auction_client.clearing.crossing import Crossing
from auction_client.clearing.packing import Packing
from auction_client.clearing.proving import Proven
from auction_client.clearing.reducing import Candidates, Relaxation, greedy, undominated
from auction_client.clearing.selection import Selection
from auction_client.clearing.swapping import SwapSearch

_POLL_SECONDS = 0.01
_CP_SAT_WORK = 6.0  # of its deterministic seconds, which a busy machine does not shorten
_DENSE = 0.5  # share of pairs
_AT_ONCE_SECONDS, _SOON_SECONDS = 0.04, 0.2  # of branching before anything else is tried; longer if it will soon end
_BRANCHING_SECONDS = 0.4  # before it has to have got ahead
_SHARE_AHEAD = 0.08  # of the root's branches; four times the time, twice the share
_LEAST_APART_SECONDS = 2.0  # less is not worth a process
_FIRST_SWAPS, _FIRST_CROSSINGS = 50_000, 60


class PackingSearch:
    """Solves one packing. `winners`, `value`, `bound` (grains) and `proven` are readable at any time;
    its solvers offer what they find from threads of their own."""

    def __init__(self, packing: Packing, stopped: Callable[[], bool]) -> None:
        self._packing = packing
        self.stopped = stopped
        self._lock = threading.Lock()
        self.winners: list[int] = []
        self.value = 0
        self.proven: Proven = packing.proven_at({})
        self.bound = float(self.proven.bound)

    def selection(self) -> Selection:
        """The winners with the sellers of their goods; from any thread."""
        return self._packing.selection(self.winners)

    def run(self, left: Callable[[], float | None]) -> None:
        """Until it is optimal, stopped, or the time is over."""
        packing = self._packing
        kept = undominated(packing)
        if not kept:
            self.bound = 0.0
            return
        self.offer(greedy(packing, kept))
        candidates = Candidates(packing, kept)
        relaxation = Relaxation(candidates)
        proven = relaxation.proven
        if proven.bound < self.proven.bound:
            self.proven = proven
            self.bound_by(float(proven.bound))
        self.offer(relaxation.whole or relaxation.rounded)
        candidates = relaxation.possible(candidates, self.value)
        if not candidates.kept:
            self.bound_by(float(self.value))
        if self.value < self.bound and not self.stopped():
            _Race(self, candidates, relaxation, left).run()

    def offer(self, winners: list[int]) -> None:
        """Takes a selection that some solver has found, where it is better."""
        value = sum(self._packing.values[n] for n in winners)
        with self._lock:
            if value <= self.value:
                return
            self.winners, self.value = winners, value

    def bound_by(self, bound: float) -> None:
        """Takes a bound in grains that some solver has proved."""
        if bound == inf:
            return
        with self._lock:
            whole = floor(bound / self._packing.unit + 1e-6) * float(self._packing.unit)
            self.bound = max(float(self.value), min(self.bound, whole))


class _Race:
    """The solvers on the buyers that are left."""

    def __init__(
        self,
        search: PackingSearch,
        candidates: Candidates,
        relaxation: Relaxation,
        left: Callable[[], float | None],
    ) -> None:
        self._search = search
        self._packing = candidates.packing
        self._candidates = candidates
        self._cliques = cliques_of_goods(candidates, relaxation.prices)
        self._left = left
        self._done = threading.Event()
        self._relaxation = relaxation
        self._crossing_lock = threading.Lock()

    def run(self) -> None:
        """Returns when something is proved, or all have ended."""
        self._branch(lambda spent, share: spent < max(_AT_ONCE_SECONDS, share * _SOON_SECONDS))
        self._swap()
        self._tighten()
        if self._over():
            return
        if self._candidates.few:
            self._crossing = Crossing(self._candidates, self._cliques, self._priced())
        runners = [
            threading.Thread(target=work, name=f"clearing-{name}")
            for name, work in (("turns", self._by_turns), ("branching", self._by_branching_and_highs))
        ]
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join()
        self._done.set()

    def _tighten(self) -> None:
        """Better prices, and without the buyers that they rule out. Where most exclude each other, branch and bound
        is sooner done without them."""
        if self._over() or not self._candidates.few or self._candidates.apart.mean() > _DENSE:
            return
        cliques = tightened(self._candidates, self._search.value)
        self._search.bound_by(float(cliques.bound))
        columns = cliques.possible(self._search.value, self._packing.unit)
        self._candidates, self._cliques = self._candidates.narrowed(columns), cliques.narrowed(columns)
        if not columns:
            self._end_proved()

    def _over(self) -> bool:
        return self._done.is_set() or self._search.stopped()

    def _priced(self) -> list[float]:
        return [cost / self._packing.unit for cost in self._relaxation.priced(self._candidates)]

    def _take(self, columns: Any) -> None:
        self._offer([self._candidates.kept[int(column)] for column in columns])

    def _offer(self, winners: list[int]) -> None:
        self._search.offer(winners)
        if self._search.value >= self._search.bound:
            self._done.set()

    def _end_proved(self) -> None:
        self._search.bound_by(float(self._search.value))
        self._done.set()

    def _by_scip(self) -> None:
        solved = self._candidates.model()[0].solve("scip", time_limit=self._left(), cancel=self._over)
        if solved.values is not None:
            self._take(np.flatnonzero(solved.values > 0.5))
        self._search.bound_by(max(solved.bound * self._packing.unit, float(self._search.value)))
        if solved.optimal:
            self._end_proved()

    def _by_turns(self) -> None:
        """CP-SAT for its share of work, then crossing to the end; SCIP where there is no table of conflicts."""
        self._by_cp_sat()
        if not self._candidates.few:
            self._by_scip()
        while self._candidates.few and not self._over():
            self._cross()

    def _swap(self) -> None:
        candidates = self._candidates
        if candidates.few and not self._over():
            inside = frozenset(self._search.winners)
            start = [column for column, n in enumerate(candidates.kept) if n in inside]
            swaps = SwapSearch(self._packing.amounts(candidates.kept), candidates.apart, start, self._priced())
            swaps.run(_FIRST_SWAPS, self._over)
            self._take(swaps.best)

    def _cross(self) -> None:
        if not self._candidates.few or self._over():
            return
        with self._crossing_lock:
            self._crossing.step(self._over)
            self._take(self._crossing.best)

    def _by_branching_and_highs(self) -> None:
        self._branch(lambda spent, share: spent < _BRANCHING_SECONDS or share > _SHARE_AHEAD * sqrt(spent))
        for _ in range(_FIRST_CROSSINGS):
            self._cross()
        left = self._left()
        if self._over() or (left is not None and left < _LEAST_APART_SECONDS):
            return
        with Apart() as apart:
            self._by_highs(apart)
        if not self._over():
            self._by_scip()  # a process may fail

    def _branch(self, worth_while: Callable[[float, float], bool]) -> None:
        """Branch and bound as long as it is worth while, by the seconds spent and the share of it that is done."""
        if self._over() or not self._candidates.few:
            return
        begun = time.monotonic()
        search = Branching(self._candidates.apart, self._cliques, self._search.value, self._packing.unit)

        def ended() -> bool:
            search.raise_to(self._search.value)
            return self._over() or not worth_while(time.monotonic() - begun, search.share_done)

        with _watched(ended, search.stop):
            complete = search.run()
        self._take(search.best)
        if complete:
            self._end_proved()

    def _by_highs(self, apart: Apart) -> None:
        packing, left, model = self._packing, self._left(), self._candidates.model()[0]
        task = Task(
            above=float(self._search.value // packing.unit),
            step=1.0,
            seconds=None if left is None else 0.93 * left - 0.7,
            heuristics=False,
            restarts=False,
        )
        answer = apart.solve(model, task, self._over)
        if answer is None:
            return
        if answer.values is not None:
            self._take(np.flatnonzero(np.array(answer.values) > 0.5))
        self._search.bound_by(answer.bound * packing.unit)
        if answer.complete:
            self._done.set()

    def _by_cp_sat(self) -> None:
        from ortools.sat.python import cp_model

        packing, kept = self._packing, self._candidates.kept
        model = cp_model.CpModel()
        columns = [model.new_bool_var("") for _ in kept]
        for _, rivals in sorted(packing.rivals(kept).items()):
            model.add_at_most_one(columns[column] for column in rivals)
        for members in self._cliques.members:
            model.add_at_most_one(columns[column] for column in members)
        worth = cp_model.LinearExpr.weighted_sum(columns, packing.amounts(kept))
        model.maximize(worth)
        # As a row instead, what is to be beaten doubles the time of proofs. The solver minimises.
        most = sum(packing.amounts(kept))
        model.proto.objective.domain.extend([-most - 1, -(self._search.value // packing.unit) - 1])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.cp_model_probing_level = 0  # the reductions have done what it finds
        solver.parameters.linearization_level = 2
        left = self._left()
        if left is not None:
            solver.parameters.max_time_in_seconds = max(0.01, left)
        solver.parameters.max_deterministic_time = _CP_SAT_WORK
        race = self

        class Told(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
            def on_solution_callback(self) -> None:
                race._take(n for n, column in enumerate(columns) if self.boolean_value(column))

        with _watched(self._over, solver.stop_search):
            status = solver.solve(model, Told())
        if status != cp_model.INFEASIBLE:
            if status != cp_model.UNKNOWN:
                self._take(n for n, column in enumerate(columns) if solver.boolean_value(column))
            self._search.bound_by(max(solver.best_objective_bound * packing.unit, float(self._search.value)))
        if status in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            self._end_proved()


@contextmanager
def _watched(over: Callable[[], bool], stop: Callable[[], None]) -> Iterator[None]:
    """Calls `stop` once it is over, unless the work within has ended by then."""
    finished = threading.Event()

    def watch() -> None:
        while not finished.wait(_POLL_SECONDS):
            if over():
                stop()
                return

    watcher = threading.Thread(target=watch, name="clearing-watch")
    watcher.start()
    try:
        yield
    finally:
        finished.set()
        watcher.join()
