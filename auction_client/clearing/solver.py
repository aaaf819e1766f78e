"""Linear and mixed-integer models built row by row and solved by the solvers inside OR-Tools, on one thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

_POLL_SECONDS = 0.02


@dataclass(frozen=True)
class Solved:
    """`values` of the columns (None: no solution found), the objective, its proven bound, and for linear programmes
    the rows' dual values. `optimal` only where the solver proved it."""

    values: NDArray[np.float64] | None
    objective: float
    bound: float
    optimal: bool
    duals: NDArray[np.float64] | None = None


@dataclass
class LinearModel:
    """max or min c x, subject to row bounds, column bounds and integrality."""

    maximise: bool = True
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    rows: list[tuple[float, float, Sequence[int], Sequence[float]]] = field(default_factory=list)

    def column(self, lower: float, upper: float, *, integer: bool = False, cost: float = 0.0) -> int:
        """Adds a column and returns its index."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.cost.append(cost)
        self.integer.append(integer)
        return len(self.lower) - 1

    def binary(self, cost: float = 0.0) -> int:
        """Adds a column that is 0 or 1."""
        return self.column(0.0, 1.0, integer=True, cost=cost)

    def row(self, lower: float, upper: float, terms: Sequence[tuple[int, float]]) -> None:
        """Adds lower <= sum of coefficient * column <= upper."""
        self.rows.append((lower, upper, [c for c, _ in terms], [a for _, a in terms]))

    def sparse_row(
        self, lower: float, upper: float, columns: list[int], coefficients: list[float], last: tuple[int, float]
    ) -> None:
        """The same from lists, with one further term."""
        self.rows.append((lower, upper, [*columns, last[0]], [*coefficients, last[1]]))

    def solve(
        self,
        solver: str,
        *,
        time_limit: float | None = None,
        cancel: Callable[[], bool] | None = None,
        parameters: str = "",
    ) -> Solved:
        """Solves by "scip" or "glop". A solver that does not stop within 0.1 s of a cancel is left
        to end by itself in its thread, and the answer is "no solution"."""
        from ortools.linear_solver.python import model_builder_helper

        mbh: Any = model_builder_helper
        model = mbh.ModelBuilderHelper()
        model.set_maximize(self.maximise)
        model.add_var_array_with_bounds(
            np.asarray(self.lower), np.asarray(self.upper), np.asarray(self.integer, dtype=bool), ""
        )
        model.set_objective_coefficients(np.arange(len(self.cost), dtype=np.int32), np.asarray(self.cost))
        variables = [mbh.Variable(model, index) for index in range(len(self.lower))]
        for index, (low, high, columns, coefficients) in enumerate(self.rows):
            model.add_linear_constraint()
            model.set_constraint_lower_bound(index, low)
            model.set_constraint_upper_bound(index, high)
            model.add_terms_to_constraint(index, [variables[c] for c in columns], coefficients)
        helper = mbh.ModelSolverHelper(solver)
        if time_limit is not None:
            helper.set_time_limit_in_seconds(max(0.01, time_limit))
        if parameters:
            helper.set_solver_specific_parameters(parameters)
        if cancel is None:
            helper.solve(model)
            return self._read(helper, mbh)
        done = threading.Event()

        def run() -> None:
            helper.solve(model)
            done.set()

        threading.Thread(target=run, name="clearing-solver").start()
        while not done.wait(_POLL_SECONDS):
            if cancel():
                helper.interrupt_solve()
                if done.wait(0.06):
                    break
                return Solved(None, -inf if self.maximise else inf, inf if self.maximise else -inf, optimal=False)
        return self._read(helper, mbh)

    def _read(self, helper: Any, mbh: Any) -> Solved:
        worst = -inf if self.maximise else inf
        status = helper.status()
        if not helper.has_solution():
            return Solved(None, worst, -worst, optimal=False)
        optimal = status == mbh.SolveStatus.OPTIMAL
        duals = None if any(self.integer) else np.asarray(helper.dual_values())
        objective = float(helper.objective_value())
        bound = float(helper.best_objective_bound()) if any(self.integer) else objective
        return Solved(np.asarray(helper.variable_values()), objective, bound, optimal, duals)
