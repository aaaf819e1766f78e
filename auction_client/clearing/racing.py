"""Set packing solved: reductions first, then two runners side by side on what is left; the first proof ends both.

CP-SAT proves easy packings soonest, so the one begins with it. The other looks for a good value by swaps; then HiGHS,
whose bounds come down fastest on the hard ones, has to prove it or beat it. With the best value known, and without
looking for others, it needs half to three quarters of the time. When CP-SAT has had its share of work, swaps look for
better values again, and SCIP takes its place.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from math import floor, inf
from typing import Any

import numpy as np

from auction_client.clearing.apart import Apart, Task
from auction_client.clearing.packing import Packing
from auction_client.clearing.proving import Proven
from auction_client.clearing.reducing import Relaxation, Swaps, greedy, packing_model, undominated

_POLL_SECONDS = 0.01
_CP_SAT_WORK = 6.0  # of its deterministic seconds, which a busy machine does not shorten
_SWAP_SECONDS = 1.0  # before HiGHS is asked
_START_SECONDS = 0.6  # of which its process has this long to start
_LEAST_APART_SECONDS = 2.0  # less is not worth a process
_FIRST_SWAPS, _LONG_SWAPS, _SWAPS_A_LOOK = 30_000, 4_000_000, 50_000


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

    def run(self, left: Callable[[], float | None], on_better: Callable[[], None]) -> None:
        """Until it is optimal, stopped, or the time is over."""
        self._on_better = on_better
        packing = self._packing
        kept = undominated(packing)
        if not kept:
            self.bound = 0.0
            return
        self.offer(greedy(packing, kept))
        relaxation = Relaxation(packing, kept)
        proven = relaxation.proven
        if proven.bound < self.proven.bound:
            self.proven = proven
            self.bound_by(float(proven.bound))
        if relaxation.whole is not None:
            self.offer(relaxation.whole)
        swaps = Swaps(packing, kept, self.winners) if self.value < self.bound else None
        if swaps is not None:
            self.offer(swaps.after(_FIRST_SWAPS, self.stopped))
        kept = relaxation.possible(kept, self.value)
        if not kept:
            self.bound_by(float(self.value))
        if swaps is not None and self.value < self.bound and not self.stopped():
            _Race(self, packing, kept, swaps, left).run()

    def offer(self, winners: list[int]) -> None:
        """Takes a selection that some solver has found, where it is better."""
        value = sum(self._packing.values[n] for n in winners)
        with self._lock:
            if value <= self.value:
                return
            self.winners, self.value = winners, value
        self._on_better()

    def bound_by(self, bound: float) -> None:
        """Takes a bound in grains that some solver has proved."""
        if bound == inf:
            return
        with self._lock:
            whole = floor(bound / self._packing.unit + 1e-6) * float(self._packing.unit)
            self.bound = max(float(self.value), min(self.bound, whole))
        self._on_better()


class _Race:
    """The solvers on the buyers that are left."""

    def __init__(
        self,
        search: PackingSearch,
        packing: Packing,
        kept: list[int],
        swaps: Swaps,
        left: Callable[[], float | None],
    ) -> None:
        self._search = search
        self._packing = packing
        self._kept = kept
        self._swaps = swaps
        self._left = left
        self._done = threading.Event()

    def run(self) -> None:
        """Returns when something is proved, or all have ended."""
        runners = [
            threading.Thread(target=work, name=f"clearing-{name}")
            for name, work in (("turns", self._by_turns), ("highs", self._by_swaps_and_highs))
        ]
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join()
        self._done.set()

    def _over(self) -> bool:
        return self._done.is_set() or self._search.stopped()

    def _take(self, columns: Any) -> None:
        self._offer([self._kept[int(column)] for column in columns])

    def _offer(self, winners: list[int]) -> None:
        self._search.offer(winners)
        if self._search.value >= self._search.bound:
            self._done.set()

    def _end_proved(self) -> None:
        self._search.bound_by(float(self._search.value))
        self._done.set()

    def _by_scip(self) -> None:
        model, _ = packing_model(self._packing, self._kept)
        solved = model.solve("scip", time_limit=self._left(), cancel=self._over)
        if solved.values is not None:
            self._take(np.flatnonzero(solved.values > 0.5))
        self._search.bound_by(max(solved.bound * self._packing.unit, float(self._search.value)))
        if solved.optimal:
            self._end_proved()

    def _by_turns(self) -> None:
        """CP-SAT for its share of work, then swaps, then SCIP."""
        self._by_cp_sat()
        for _ in range(_LONG_SWAPS // _SWAPS_A_LOOK):
            self._look()
        if not self._over():
            self._by_scip()

    def _look(self) -> None:
        if self._swaps.possible and not self._over():
            self._offer(self._swaps.after(_SWAPS_A_LOOK, self._over))

    def _by_swaps_and_highs(self) -> None:
        """Swaps while it may still be an easy one, then HiGHS."""
        begun = time.monotonic()
        self._look_until(begun + _SWAP_SECONDS - _START_SECONDS)
        left = self._left()
        if self._over() or (left is not None and left < _LEAST_APART_SECONDS):
            return
        with Apart() as apart:
            self._look_until(begun + _SWAP_SECONDS)
            if not self._over():
                self._by_highs(apart)

    def _look_until(self, moment: float) -> None:
        while (left := moment - time.monotonic()) > 0 and not self._over():
            if not self._swaps.possible:
                self._done.wait(left)
            self._look()

    def _by_highs(self, apart: Apart) -> None:
        packing, left = self._packing, self._left()
        model, _ = packing_model(packing, self._kept)
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

        packing, kept = self._packing, self._kept
        model = cp_model.CpModel()
        columns = [model.new_bool_var("") for _ in kept]
        for _, rivals in sorted(packing.rivals(kept).items()):
            model.add_at_most_one(columns[column] for column in rivals)
        model.maximize(cp_model.LinearExpr.weighted_sum(columns, packing.amounts(kept)))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.cp_model_probing_level = 0  # the reductions have done what it finds
        left = self._left()
        if left is not None:
            solver.parameters.max_time_in_seconds = max(0.01, left)
        solver.parameters.max_deterministic_time = _CP_SAT_WORK
        race = self

        class Told(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
            def on_solution_callback(self) -> None:
                race._take(n for n, column in enumerate(columns) if self.boolean_value(column))

        finished = threading.Event()

        def watch() -> None:
            while not finished.wait(_POLL_SECONDS):
                if race._over():
                    solver.stop_search()
                    return

        watcher = threading.Thread(target=watch, name="clearing-cpsat-watch")
        watcher.start()
        status = solver.solve(model, Told())
        finished.set()
        watcher.join()
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._take(n for n, column in enumerate(columns) if solver.boolean_value(column))
            self._search.bound_by(max(solver.best_objective_bound * packing.unit, float(self._search.value)))
        if status in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            self._end_proved()
