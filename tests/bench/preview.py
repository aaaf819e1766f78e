"""Estimates: python -m tests.bench.preview [--bids 1000] [--drafts 40]

One cleared book and drafts around the market price: milliseconds to the first answer, to the re-cleared neighbourhood
and to the ladder over 24 scenarios, beside laying out and clearing the whole book with the draft; how often the first
and the second answer agree with three independent clearings of the book with the draft by the exchange's own search,
where these agree among themselves. The last line sums up; exit code 1 if a promise is broken.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

import numpy as np

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.estimation import Estimator
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from auction_client.clearing.market import Draft
from auction_client.clearing.search import MarketSearch
from auction_client.model.bid import lots_of
from tests.bench.market import buy_lot, market_book

FIRST_MS, NEAR_MS, LADDER_MS, SCENARIO_SECONDS = 2.0, 150.0, 10.0, 12.0
RIGHT = 0.94


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bids", type=int, default=1000)
    arguments.add_argument("--drafts", type=int, default=40)
    chosen = arguments.parse_args()
    broken: list[str] = []
    speed(chosen.bids, chosen.drafts, broken)
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
    first: list[float] = []
    near: list[float] = []
    ladder: list[float] = []
    whole: list[float] = []
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
        chances = estimator.chances(draft)
        assert chances is not None
        chances.added_to(found, next(lot for _, lot in lots_of(draft.root)))
        ladder.append(time.process_time() - begun)
        begun = time.process_time()
        truth = [fills_in(book, draft, seed) for seed in range(11, 14)]
        whole.append((time.process_time() - begun) / 3)
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
    print(f"whole book cleared with the draft: p50 {np.median(whole) * 1e3:.0f} ms cpu")
    print(f"24 scenarios: {scenario_seconds:.1f} s cpu (promise {SCENARIO_SECONDS:g})")
    if scenario_seconds > SCENARIO_SECONDS:
        broken.append(f"scenarios {scenario_seconds:.1f} s")
    print(f"right: first {right_first}/{judged}, neighbourhood {right_near}/{judged} (promise {RIGHT:.0%})")
    if judged and right_near / judged < RIGHT:
        broken.append(f"neighbourhood right in {right_near / judged:.1%}")


def fills_in(book: Book, draft: BookBid, seed: int) -> bool:
    """Whether the draft fills in a clearing of the book with it, from scratch."""
    search = MarketSearch(lay_out(book.with_bids((*book.bids, draft))), priced=True, seed=seed, stopped=lambda: False)
    search.run(None, lambda: None, turns=1, most=2)
    if search.best is None or not search.book.discrete or search.book.discrete[-1] != len(book.bids):
        return False
    kernel = Kernel(search.book)
    kernel.restore(search.best.state)
    return bool(kernel.placed[-1])


if __name__ == "__main__":
    sys.exit(main())
