"""Runs many simulated lives: python -m tests.torture.simulator --seconds 50 [--seed N] [--jobs J] [--mutants]

Prints how many faults of which kinds were injected and whether any confirmed bid was lost, doubled or wrongly reported.
Exit 1 on a broken promise, with the seed that repeats it; with --mutants, exit 1 if a planted defect stays unseen.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter

from tests.torture.faults import FAULTS, Broken, Tally
from tests.torture.world import World

MUTANT_LIVES = 3_000
KINDS = {"lost": "lost", "doubled": "doubled", "wrong": "wrongly reported", "order": "out of order"}


def run_seeds(world: type[World], seed: int, step: int, seconds: float, most: int = 10**9) -> tuple[Tally, str, int]:
    """Lives with seeds `seed`, `seed + step`, ... until the time is over or a promise breaks.

    Returns the tally, the broken promise ("" if none) and how many lives ran.
    """
    tally, lives = Tally(), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end and lives < most:
        try:
            world(seed, tally).run()
        except Broken as broken:
            return tally, f"{broken.kind}: {broken} (seed {seed})", lives
        lives += 1
        seed += step
    return tally, "", lives


def simulate(seed: int, seconds: float, jobs: int) -> int:
    """The real core under faults."""
    began = time.monotonic()
    with multiprocessing.Pool(jobs) as pool:
        parts = pool.starmap(run_seeds, [(World, seed + job, jobs, seconds) for job in range(jobs)])
    faults: Counter[str] = sum((tally.faults for tally, _, _ in parts), Counter())
    states: Counter[str] = sum((tally.states for tally, _, _ in parts), Counter())
    total, took = sum(faults.values()), time.monotonic() - began
    broken = [text for _, text, _ in parts if text]
    print(f"first seed {seed}, {jobs} processes, {took:.1f} s, {sum(lives for _, _, lives in parts):,} lives")
    print(f"{total:,} faults of {len(faults)} kinds, {total / took * 60:,.0f} a minute")
    print("  " + ", ".join(f"{kind} {count:,}" for kind, count in sorted(faults.items())))
    print(
        f"{sum(tally.bids for tally, _, _ in parts):,} confirmed bids ended as: "
        + ", ".join(f"{state} {count:,}" for state, count in sorted(states.items()))
    )
    slowest = max(tally.slowest for tally, _, _ in parts) / 1000
    print(f"slowest outcome {slowest:.1f} s of simulated time after the network came back")
    missing = set(FAULTS) - set(faults)
    if missing:
        print(f"kinds of fault that never happened: {', '.join(sorted(missing))}")
    kinds = Counter(text.split(":", 1)[0] for text in broken)
    outcome = ", ".join(f"{kinds[kind]} {words}" for kind, words in KINDS.items())
    print(outcome)
    for text in broken:
        print(f"BROKEN {text}")
    return 1 if broken or missing else 0


def try_mutants(seed: int) -> int:
    """Every planted defect must be seen within so many lives, however slow the machine."""
    from tests.torture.mutants import MUTANTS

    unseen = []
    for name, mutant in MUTANTS.items():
        _, broken, lives = run_seeds(mutant, seed, 1, 600.0, most=MUTANT_LIVES)
        print(f"{'seen  ' if broken else 'UNSEEN'} {name}: {broken or f'{lives:,} lives without a broken promise'}")
        if not broken:
            unseen.append(name)
    print(f"{len(MUTANTS) - len(unseen)} of {len(MUTANTS)} planted defects seen (first seed {seed})")
    return 1 if unseen else 0


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=50.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=min(2, multiprocessing.cpu_count()))
    parser.add_argument("--mutants", action="store_true")
    given = parser.parse_args(arguments)
    if given.mutants:
        return try_mutants(given.seed)
    return simulate(given.seed, given.seconds, given.jobs)


if __name__ == "__main__":
    sys.exit(main())
