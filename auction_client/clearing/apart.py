"""HiGHS in a process of its own: it listens to no interrupt, and a process can be ended at any time.

`python -m auction_client.clearing.apart` reads one packing from standard input and writes what it found to standard
output, both as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from time import sleep
from typing import Any

_POLL_SECONDS = 0.02


@dataclass(frozen=True)
class Answer:
    """`chosen` columns of a selection worth more than was asked for, None where none was found; a proven `bound` on
    every selection's value; whether the search is `complete`."""

    chosen: list[int] | None
    bound: float
    complete: bool


def pack_apart(
    values: list[int], rows: list[list[int]], above: int, seconds: float, over: Callable[[], bool]
) -> Answer | None:
    """Greatest sum of whole values of columns, at most one of every row, above a value known to be possible. over:
    asked often; once it is true the process is ended and there is no answer, as where the process fails."""
    child = subprocess.Popen(
        [sys.executable, "-m", "auction_client.clearing.apart"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(json.dumps([values, rows, above, seconds]).encode())
            child.stdin.close()
        except BrokenPipeError:
            return None
        while child.poll() is None:
            if over():
                return None
            sleep(_POLL_SECONDS)
        lines = child.stdout.read().splitlines()
        return Answer(**json.loads(lines[-1])) if child.returncode == 0 and lines else None
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()


def _solve(values: list[int], rows: list[list[int]], above: int, seconds: float) -> Answer:
    from ortools.math_opt import model_pb2
    from ortools.math_opt.python import mathopt

    proto: Any = model_pb2.ModelProto()
    count = len(values)
    proto.variables.ids.extend(range(count))
    proto.variables.lower_bounds.extend([0.0] * count)
    proto.variables.upper_bounds.extend([1.0] * count)
    proto.variables.integers.extend([True] * count)
    proto.objective.linear_coefficients.ids.extend(range(count))
    proto.objective.linear_coefficients.values.extend([-float(value) for value in values])
    proto.linear_constraints.ids.extend(range(len(rows)))
    proto.linear_constraints.lower_bounds.extend([float("-inf")] * len(rows))
    proto.linear_constraints.upper_bounds.extend([1.0] * len(rows))
    for number, row in enumerate(rows):
        proto.linear_constraint_matrix.row_ids.extend([number] * len(row))
        proto.linear_constraint_matrix.column_ids.extend(sorted(row))
        proto.linear_constraint_matrix.coefficients.extend([1.0] * len(row))
    model = mathopt.Model.from_model_proto(proto)
    wanted = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), enable_output=False)
    wanted.highs.double_options["mip_rel_gap"] = 0.0
    wanted.highs.double_options["mip_abs_gap"] = 0.99
    wanted.highs.double_options["objective_bound"] = -above - 0.5
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=wanted)
    reason = result.termination.reason
    # Choosing nothing is always possible: "infeasible" only says that nothing lies above what was asked for.
    none_above = reason in (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED)
    chosen = None
    if result.solutions and result.has_primal_feasible_solution():
        taken = result.variable_values()
        chosen = [variable.id for variable, value in taken.items() if value > 0.5]
    bound = float(above) if none_above else -float(result.termination.objective_bounds.dual_bound)
    return Answer(chosen, max(bound, float(above)), none_above or reason is mathopt.TerminationReason.OPTIMAL)


def main() -> None:
    """The child's side."""
    answer = _solve(*json.load(sys.stdin))
    print()  # the solver may have left a line unended
    print(json.dumps({"chosen": answer.chosen, "bound": answer.bound, "complete": answer.complete}))


if __name__ == "__main__":
    main()
