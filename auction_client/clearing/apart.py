"""HiGHS in a process of its own: it listens to no interrupt, and a process can be ended at any time.

`python -m auction_client.clearing.apart` reads models from standard input, one a line, and writes what it found to
standard output, both as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from auction_client.clearing.solver import LinearModel

_POLL_SECONDS = 0.01
_ORPHAN_SECONDS = 0.5
_NO_HEURISTICS = (
    "mip_heuristic_run_feasibility_jump",
    "mip_heuristic_run_rens",
    "mip_heuristic_run_rins",
    "mip_heuristic_run_root_reduced_cost",
)


@dataclass(frozen=True)
class Task:
    """What is asked of the solver: the best solution worth more than `above`. step: values differ by no less.
    seconds, nodes: when to end (None: never). heuristics: whether to look for solutions beside the tree; where a good
    one is known they are most of the time and find nothing. restarts: whether to presolve again on the way."""

    above: float
    step: float
    seconds: float | None = None
    nodes: int | None = None
    heuristics: bool = True
    restarts: bool = True


@dataclass(frozen=True)
class Answer:
    """`values` of the columns of a solution worth more than was asked for, None where none was found; a proven `bound`
    on every solution's value (what it had to beat, where nothing is worth more); whether the search is `complete`."""

    values: list[float] | None
    bound: float
    complete: bool


class Apart:
    """One process, started at once so that it is ready when the first model is; it is ended on leaving the context, or
    when a solution is not waited for."""

    def __init__(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "auction_client.clearing.apart"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # what it did not read any more
                    pipe.close()

    def solve(self, model: LinearModel, task: Task, over: Callable[[], bool]) -> Answer | None:
        """Maximises. over: asked often; once it is true the process ends without an answer, as where it fails."""
        child = self._child
        assert child.stdin is not None
        assert child.stdout is not None
        stdout = child.stdout
        asked = [model.lower, model.upper, model.cost, model.integer, model.rows, vars(task)]
        try:
            child.stdin.write(json.dumps(asked).encode() + b"\n")
            child.stdin.flush()
        except (BrokenPipeError, ValueError):  # it was ended
            return None
        answers: list[Answer] = []

        def read() -> None:
            for line in stdout:
                if line.startswith(b"{"):  # the solver may write lines of its own
                    answers.append(Answer(**json.loads(line)))
                    return

        reader = threading.Thread(target=read, name="clearing-apart")
        reader.start()
        while reader.is_alive():
            if over():
                child.kill()
            reader.join(_POLL_SECONDS)
        return answers[0] if answers else None


def _solve(model: LinearModel, task: Task) -> Answer:
    from ortools.math_opt.python import mathopt

    wanted = mathopt.SolveParameters(enable_output=False, node_limit=task.nodes)
    if task.seconds is not None:
        wanted.time_limit = timedelta(seconds=task.seconds)
    wanted.highs.double_options["mip_rel_gap"] = 0.0
    wanted.highs.double_options["mip_abs_gap"] = 0.99 * task.step
    wanted.highs.double_options["objective_bound"] = -task.above - 0.5 * task.step
    wanted.highs.bool_options["mip_allow_restart"] = task.restarts
    if not task.heuristics:
        wanted.highs.double_options["mip_heuristic_effort"] = 0.0
        wanted.highs.bool_options.update(dict.fromkeys(_NO_HEURISTICS, False))
    result = mathopt.solve(mathopt.Model.from_model_proto(as_proto(model)), mathopt.SolverType.HIGHS, params=wanted)
    reason = result.termination.reason
    # Choosing nothing is always possible: "infeasible" only says that nothing lies above what was asked for.
    none_above = reason in (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED)
    values = None
    if result.solutions and result.has_primal_feasible_solution() and -result.objective_value() > task.above:
        values = [0.0] * len(model.cost)
        for variable, value in result.variable_values().items():
            values[variable.id] = value
    bound = task.above if none_above else max(task.above, -result.termination.objective_bounds.dual_bound)
    return Answer(values, bound, none_above or reason is mathopt.TerminationReason.OPTIMAL)


def as_proto(model: LinearModel) -> Any:
    """The model as HiGHS gets it; it ends sooner on a bound when it minimises."""
    from ortools.math_opt import model_pb2

    proto: Any = model_pb2.ModelProto()
    proto.variables.ids.extend(range(len(model.cost)))
    proto.variables.lower_bounds.extend(model.lower)
    proto.variables.upper_bounds.extend(model.upper)
    proto.variables.integers.extend(model.integer)
    costs = [(column, -cost) for column, cost in enumerate(model.cost) if cost]
    proto.objective.linear_coefficients.ids.extend(column for column, _ in costs)
    proto.objective.linear_coefficients.values.extend(cost for _, cost in costs)
    proto.linear_constraints.ids.extend(range(len(model.rows)))
    for number, (low, high, columns, coefficients) in enumerate(model.rows):
        proto.linear_constraints.lower_bounds.append(low)
        proto.linear_constraints.upper_bounds.append(high)
        terms: dict[int, float] = {}
        for column, coefficient in zip(columns, coefficients, strict=True):
            terms[column] = terms.get(column, 0.0) + coefficient
        proto.linear_constraint_matrix.row_ids.extend([number] * len(terms))
        proto.linear_constraint_matrix.column_ids.extend(sorted(terms))
        proto.linear_constraint_matrix.coefficients.extend(terms[column] for column in sorted(terms))
    return proto


def _end_with(parent: int) -> None:
    """Ends this process once the one that started it is gone: a killed window leaves no solver behind."""
    while os.getppid() == parent:
        time.sleep(_ORPHAN_SECONDS)
    os._exit(1)


def main() -> None:
    """The child's side."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True, name="clearing-parent").start()
    from ortools.math_opt.python import mathopt  # noqa: F401 - while the model is still being made

    for line in sys.stdin:
        lower, upper, cost, integer, rows, task = json.loads(line)
        answer = _solve(LinearModel(lower=lower, upper=upper, cost=cost, integer=integer, rows=rows), Task(**task))
        print()  # the solver may have left a line unended
        print(json.dumps(vars(answer)), flush=True)


if __name__ == "__main__":
    main()
