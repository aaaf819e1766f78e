"""How far the confidence of drafts can be trusted: `python -m tests.bench.confidence`.

Reads all sets of requests with the product and takes the drafts that ask nothing. Prints a reliability diagram (what
was said against how often it was right), the expected calibration error, the Brier score beside that of always saying
the base rate, and for each threshold what asking below it would cost and save. Exits 1 where the error is over 0.03.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from app.bootstrap import Builder
from app.services.home import Home
from nlp.confidence import LEAST_SHOWN
from tests.bench.reading import BOTH, measure, reader_of
from tests.bench.unseen import GENERATED, SEED, generated, written_by_hand
from tests.nlp.judge import cases_in

ORDINARY = (
    "requests.jsonl", "requests_more.jsonl", "fresh.jsonl", "held_out.jsonl", "voices.jsonl", "more_voices.jsonl",
    "third_voices.jsonl", "fourth_voices_en.jsonl", "fourth_voices_ko.jsonl",
    "fifth_voices.jsonl", "sixth_voices.jsonl", "sixth_voices_en.jsonl", "sixth_voices_ko.jsonl",
)  # fmt: skip
UNSEEN = ("unseen_words.jsonl", "unseen_setting.jsonl", "unseen_judging.jsonl", "unseen_blind.jsonl")
EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.985, 1.0)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
MOST_ERROR = 0.03
_WIDTH = 40


@dataclass(frozen=True)
class Shown:
    """A draft that asked nothing: what it said of itself, and whether it was right. `ordinary`: of an ordinary set."""

    said: float
    right: bool
    ordinary: bool


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        builder = Builder(Home(Path(folder)))
        rules = builder.reader(with_model=False)
        sets = {name: (True, list(cases_in(name))) for name in ORDINARY}
        sets["generated"] = (False, list(generated(GENERATED, SEED)))
        sets |= {name: (False, list(written_by_hand(rules, name))) for name in UNSEEN}
        reader, backend = reader_of(BOTH, builder)
        shown: list[Shown] = []
        for name, (ordinary, cases) in sets.items():
            tally = measure(reader, backend, cases)
            shown += [Shown(said, right, ordinary) for said, right in tally.trusted]
            wrong = sum(not right for _, right in tally.trusted)
            print(
                f"{name}: {len(cases)} requests, {len(tally.trusted)} shown without a question, {wrong} of them wrong"
            )
        reader.close()
    print(f"\nreliability of {len(shown)} drafts that ask nothing (| said, # right):")
    print(*diagram(shown), sep="\n")
    error = calibration_error(shown)
    base = sum(each.right for each in shown) / len(shown)
    brier = sum((each.said - each.right) ** 2 for each in shown) / len(shown)
    print(f"expected calibration error {error:.4f}; Brier {brier:.4f}, of the base rate {base * (1 - base):.4f}")
    print(f"\nasking below a threshold (now {LEAST_SHOWN}):")
    print(*costs(shown), sep="\n")
    wrong = sum(not each.right for each in shown)
    print(f"confidence: {len(shown)} drafts shown, {wrong} wrong; calibration error {error:.4f}, at most {MOST_ERROR}")
    return 1 if error > MOST_ERROR else 0


def diagram(shown: Sequence[Shown]) -> Iterator[str]:
    """A line for each band of confidence."""
    for low, high, inside in _bands(shown):
        said, right = _means(inside)
        bar = ["#" if at < right * _WIDTH else "." for at in range(_WIDTH)]
        bar[min(_WIDTH - 1, int(said * _WIDTH))] = "|"
        yield f"  {low:.3f}-{high:.3f} {''.join(bar)} {len(inside):5d}  said {said:.3f}  right {right:.3f}"


def calibration_error(shown: Sequence[Shown]) -> float:
    """The mean distance of what was said from how often it was right, by band, weighted by the drafts in it."""
    total = 0.0
    for _, _, inside in _bands(shown):
        said, right = _means(inside)
        total += len(inside) * abs(said - right)
    return total / len(shown)


def costs(shown: Sequence[Shown]) -> Iterator[str]:
    """For each threshold the right drafts that would be asked about needlessly, and the wrong ones caught."""
    for threshold in THRESHOLDS:
        below = [each for each in shown if each.said < threshold]
        for_nothing = sum(each.right and each.ordinary for each in below)
        caught, wrong = sum(not each.right for each in below), sum(not each.right for each in shown)
        yield (
            f"  {threshold:.2f}: {len(below):3d} more asked, {for_nothing} of them needlessly on ordinary requests; "
            f"{caught} of {wrong} silent misreads caught"
        )


def _bands(shown: Sequence[Shown]) -> Iterator[tuple[float, float, list[Shown]]]:
    for low, high in pairwise(EDGES):
        inside = [each for each in shown if low < each.said <= high or (low == each.said == 0.0)]
        if inside:
            yield low, high, inside


def _means(inside: Sequence[Shown]) -> tuple[float, float]:
    return sum(each.said for each in inside) / len(inside), sum(each.right for each in inside) / len(inside)


if __name__ == "__main__":
    sys.exit(main())
