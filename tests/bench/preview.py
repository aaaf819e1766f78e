"""Estimates: python -m tests.bench.preview [--bids 1000] [--drafts 60] [--books 6]

One cleared book and drafts around the market price: milliseconds to the first answer, to the re-cleared neighbourhood
and to the ladder over 24 scenarios; how often the first and the second answer agree with three independent long
clearings of the book with the draft. Then the chances on unseen books: Brier score, skill over the base rate, beside a
forecast from the point price alone, and calibration error. The last line sums up; exit code 1 if a promise is broken.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

import numpy as np

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.estimation import Estimator
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from auction_client.clearing.market import Draft
from tests.bench.market import buy_lot, market_book

FIRST_MS, NEAR_MS, LADDER_MS, SCENARIO_SECONDS = 2.0, 150.0, 10.0, 12.0
RIGHT, BRIER, SKILL, CALIBRATION = 0.94, 0.09, 0.65, 0.035
TRUTH_STEPS = 6000


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bids", type=int, default=1000)
    arguments.add_argument("--drafts", type=int, default=60)
    arguments.add_argument("--books", type=int, default=6)
    chosen = arguments.parse_args()
    broken: list[str] = []
    speed(chosen.bids, chosen.drafts, broken)
    chances(chosen.bids, chosen.books, max(8, chosen.drafts // 3), broken)
    for line in broken:
        print(f"BROKEN: {line}")
    print(f"preview: {chosen.drafts} drafts against {chosen.bids:,} bids; {len(broken)} promises broken")
    return 1 if broken else 0


def drafts(count: int, seed: int) -> list[BookBid]:
    chance = random.Random(seed)
    return [
        BookBid.model_validate({"id": f"draft{n}", "account": "d", "root": buy_lot(chance, None, 0.82, 1.25)})
        for n in range(count)
    ]


def speed(bids: int, count: int, broken: list[str]) -> None:
    book = market_book(bids)
    estimator = Estimator(book)
    market = estimator.market
    begun = time.process_time()
    estimator.prepare_scenarios(lambda: False)
    scenario_seconds = time.process_time() - begun
    first, near, ladder = [], [], []
    right_first = right_near = judged = 0
    for draft in drafts(count, 7):
        begun = time.process_time()
        placed = Draft(book, draft).against(market).insert()
        first.append(time.process_time() - begun)
        begun = time.process_time()
        again = market.with_draft(Draft(book, draft), lambda: False)
        near.append(time.process_time() - begun)
        found = estimator.from_prices(draft)
        begun = time.process_time()
        estimator.with_chances(draft, found)
        ladder.append(time.process_time() - begun)
        truth = [fills_in(book, draft, seed) for seed in range(3)]
        if len(set(truth)) == 1:
            judged += 1
            right_first += (placed is not None and placed.fills) == truth[0]
            right_near += bool(again) == truth[0]
    for name, times, promise in (("first answer", first, FIRST_MS), ("neighbourhood", near, NEAR_MS),
                                 ("ladder", ladder, LADDER_MS)):  # fmt: skip
        middle, high = np.percentile(np.array(times) * 1e3, [50, 95])
        print(f"{name}: p50 {middle:.2f} ms, p95 {high:.2f} ms cpu (promise {promise:g})")
        if high > promise:
            broken.append(f"{name} p95 {high:.2f} ms")
    print(f"24 scenarios: {scenario_seconds:.1f} s cpu (promise {SCENARIO_SECONDS:g})")
    if scenario_seconds > SCENARIO_SECONDS:
        broken.append(f"scenarios {scenario_seconds:.1f} s")
    print(f"right: first {right_first}/{judged}, neighbourhood {right_near}/{judged} (promise {RIGHT:.0%})")
    if judged and right_near / judged < RIGHT:
        broken.append(f"neighbourhood right in {right_near / judged:.1%}")


def fills_in(book: Book, draft: BookBid, seed: int) -> bool:
    """Whether the draft fills in a long clearing of the book with it, from scratch."""
    kernel = Kernel(CurveBook(lay_out(book.with_bids((*book.bids, draft)))), seed)
    size = len(kernel.book.discrete)
    kernel.insert(np.random.default_rng(seed).permutation(size))
    kernel.search(TRUTH_STEPS)
    kernel.search(TRUTH_STEPS, penalty=10.0)
    return bool(kernel.placed[size - 1] and kernel.loss[size - 1] <= 0)


def chances(bids: int, books: int, count: int, broken: list[str]) -> None:
    """Known part of a book, history of other bids; truth is the book as it then comes."""
    history = market_book(3 * bids, seed=99).bids
    forecast, point, seen = [], [], []
    for number in range(books):
        coming = market_book(bids, seed=200 + number)
        chance = random.Random(number)
        known = coming.with_bids([bid for bid in coming.bids if chance.random() < 0.7])
        estimator = Estimator(known, history=history, seed=number)
        estimator.prepare_scenarios(lambda: False)
        for draft in drafts(count, 1000 + number):
            first = estimator.from_prices(draft)
            likely = estimator.with_chances(draft, first)
            assert likely is not None
            assert likely.probability is not None
            forecast.append(likely.probability)
            point.append(0.95 if first.fills else 0.05)
            seen.append(fills_in(coming, draft, 1))
    truth, said, naive = np.array(seen, dtype=float), np.array(forecast), np.array(point)
    base = float(((truth - truth.mean()) ** 2).mean())
    brier, brier_point = float(((said - truth) ** 2).mean()), float(((naive - truth) ** 2).mean())
    skill = 1 - brier / base if base else 0.0
    error = calibration_error(said, truth)
    print(
        f"chances: {len(truth)} drafts on {books} unseen books, base rate {truth.mean():.2f}: Brier {brier:.3f} "
        f"(base {base:.3f}, point price {brier_point:.3f}), skill {skill:.2f}, calibration error {error:.3f}"
    )
    if brier > BRIER or skill < SKILL or error > CALIBRATION:
        broken.append(f"chances: Brier {brier:.3f}, skill {skill:.2f}, calibration error {error:.3f}")
    if brier > brier_point:
        broken.append("the point price forecasts better than the scenarios")


def calibration_error(said: np.ndarray, truth: np.ndarray) -> float:
    """Mean distance of forecast and frequency over six bins, weighted by their size."""
    bins = np.minimum(5, (said * 6).astype(int))
    parts = [
        abs(said[bins == b].mean() - truth[bins == b].mean()) * (bins == b).sum() for b in range(6) if (bins == b).any()
    ]
    return float(sum(parts) / len(said))


if __name__ == "__main__":
    sys.exit(main())
