"""Winner determination: python -m tests.bench.wdp [--limit 30] [--only gasse,L3] [--peers]

Runs `clear --objective welfare` on the third-party instances in the folder named by BIDWRIGHT_SHARED (its subfolder
`instances`) as books. Every known optimum that a public solver proves within the limit must be found and proved, in at
most 1.2 times the seconds of the best of them: those recorded with the instance, on one thread, or with `--peers` those
that HiGHS, SCIP and CP-SAT need in the same run. They get the bare model ready made, we read a book: where half a
second covers the difference, that is no broken promise, but it is said ("late") and counted by itself. Where no solver
has a proof, what is still missing to the best value known is said. The last line sums up; exit code 1 if a promise is
broken.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from math import inf
from pathlib import Path
from typing import Any, Literal

from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from auction_client.clearing import clear, verify
from auction_client.clearing.apart import as_proto
from auction_client.clearing.book import Book
from auction_client.clearing.solver import LinearModel

FACTOR = 1.2
SLACK_SECONDS = 0.5  # starting the solvers


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--limit", type=float, default=30.0, help="seconds for each instance")
    arguments.add_argument("--only", default="", help="parts of names, separated by commas")
    arguments.add_argument("--peers", action="store_true", help="run the public solvers too, on the bare instance")
    chosen = arguments.parse_args()
    folder = os.environ.get("BIDWRIGHT_SHARED")
    if folder is None:
        print("BIDWRIGHT_SHARED names no folder with instances; nothing to do")
        return 0
    wanted = chosen.only.split(",")
    paths = sorted(Path(folder, "instances").glob("*.json"))
    rows = [
        one(json.loads(path.read_text(encoding="utf-8")), chosen.limit, peers=chosen.peers)
        for path in paths
        if any(part in path.stem for part in wanted)
    ]
    for row in rows:
        for fault in row.faults:
            print(f"BROKEN: {row.name}: {fault}")
    count = Counter(row.verdict for row in rows)
    ahead, behind = sum(row.ahead for row in rows), sum(row.behind for row in rows)
    print(
        f"wdp: {len(rows)} instances, {sum(row.proved for row in rows)} proved; "
        f"of {len(rows) - count['open']} that a peer proved {count['in time']} within {FACTOR} times its time, "
        f"{count['late']} late by at most {SLACK_SECONDS} s, {count['broken']} broken; "
        f"of {count['open']} open {ahead} with a better value or bound than any known, "
        f"{behind} below the best value known"
    )
    return 1 if any(row.faults for row in rows) else 0


@dataclass(frozen=True)
class Row:
    """What came out on one instance. ahead, behind: of what was known, where no peer has a proof."""

    name: str
    verdict: Literal["in time", "late", "broken", "open"]
    faults: list[str]
    proved: bool
    ahead: bool
    behind: bool


def one(instance: dict[str, Any], limit: float, *, peers: bool) -> Row:
    book = as_book(instance)
    wall, cpu = time.monotonic(), cpu_seconds()
    outcome = clear(book, objective="welfare", time_limit=limit)
    wall, cpu = time.monotonic() - wall, cpu_seconds() - cpu
    name, known, best_known = instance["name"], instance["optimum"], instance["best_known"]
    found = peer_seconds(instance, limit) if peers else instance["cpu_seconds"]
    best = min((seconds for seconds in found.values() if seconds is not None), default=inf)
    faults = verify(book, outcome)[:3]
    verdict: Literal["in time", "late", "broken", "open"] = "open"
    if best < limit:
        verdict = "in time" if wall <= FACTOR * best else "late"
        if outcome.surplus != known or outcome.status != "optimal":
            faults.append(f"{outcome.surplus} ({outcome.status}) instead of the optimum {known}")
        elif wall > FACTOR * best + SLACK_SECONDS:
            faults.append(f"{wall:.2f} s, best peer {best:.2f}")
    if faults:
        verdict = "broken"
    below = 1 - float(outcome.surplus) / best_known
    print(
        f"{name:18s} {verdict:8s} {outcome.status:8s} {outcome.surplus} ({100 * below:.2f} % below {best_known}, "
        f"bound {outcome.bound}) {wall:.2f} s wall, {cpu:.2f} s cpu; {'in this run' if peers else 'recorded'}: "
        + ", ".join(f"{solver} {'-' if each is None else format(each, '.2f')}" for solver, each in found.items()),
        flush=True,
    )
    better = outcome.surplus > best_known or float(outcome.bound) < instance["best_bound"] * (1 - 1e-9)
    return Row(name, verdict, faults, outcome.status == "optimal", verdict == "open" and better,
               verdict == "open" and outcome.surplus < best_known)  # fmt: skip


def peer_seconds(instance: dict[str, Any], limit: float) -> dict[str, float | None]:
    """Seconds until each public solver, on one thread, has proved the optimum; None: not within the limit."""
    model = LinearModel()
    rivals: dict[int, list[tuple[int, float]]] = {}
    for value, goods in instance["bids"]:
        column = model.binary(cost=float(value))
        for good in goods:
            rivals.setdefault(good, []).append((column, 1.0))
    for terms in rivals.values():
        model.row(-inf, 1.0, terms)
    found: dict[str, float | None] = {}
    for solver, prove in (("highs", by_highs), ("scip", by_scip), ("cpsat1", by_cp_sat)):
        begun = time.monotonic()
        proved = prove(model, limit)
        found[solver] = time.monotonic() - begun if proved else None
    return found


def by_highs(model: LinearModel, limit: float) -> bool:
    wanted = mathopt.SolveParameters(time_limit=timedelta(seconds=limit), relative_gap_tolerance=0.0)
    result = mathopt.solve(mathopt.Model.from_model_proto(as_proto(model)), mathopt.SolverType.HIGHS, params=wanted)
    return result.termination.reason is mathopt.TerminationReason.OPTIMAL


def by_scip(model: LinearModel, limit: float) -> bool:
    return model.solve("scip", time_limit=limit).optimal


def by_cp_sat(model: LinearModel, limit: float) -> bool:
    programme = cp_model.CpModel()
    columns = [programme.new_bool_var("") for _ in model.cost]
    for _, _, wanting, _ in model.rows:
        programme.add_at_most_one(columns[column] for column in wanting)
    programme.maximize(cp_model.LinearExpr.weighted_sum(columns, [round(cost) for cost in model.cost]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = limit
    return solver.solve(programme) == cp_model.OPTIMAL


def cpu_seconds() -> float:
    """Of this process and of those it has started and ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def as_book(instance: dict[str, Any]) -> Book:
    """One slot, one product per good told apart by a tag, one seller of one unit at 0, bids as all-of groups."""
    start, end = "2026-11-24T00:00:00+00:00", "2026-11-24T01:00:00+00:00"

    def lot(side: str, good: int, limit: str | None) -> dict[str, Any]:
        asset = {"type": "compute", "gpu": "H100", "tags": [f"g{good}"]}
        return {"kind": "lot", "side": side, "quantity": 1, "limit": limit, "asset": asset,
                "delivery": {"start": start, "end": end}}  # fmt: skip

    products = [
        {"id": f"p{good}", "gpu": "H100", "region": "us-east", "uptime": "0.999", "tags": [f"g{good}"]}
        for good in range(instance["goods"])
    ]
    sells = [
        {"id": f"s{good}", "account": "house", "root": lot("sell", good, "0.00")} for good in range(instance["goods"])
    ]
    buys = [
        {
            "id": f"b{number}",
            "account": f"a{number}",
            "root": {
                "kind": "group", "at_least": len(goods), "at_most": len(goods), "budget": f"{Decimal(str(value)):.2f}",
                "items": [lot("buy", good, None) for good in goods],
            },
        }
        for number, (value, goods) in enumerate(instance["bids"])
    ]  # fmt: skip
    return Book.model_validate(
        {"version": 1, "start": start, "slots": 1, "products": products, "tokens": [], "bids": sells + buys}
    )


if __name__ == "__main__":
    sys.exit(main())
