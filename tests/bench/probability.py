"""Chances of a fill on unseen books: python -m tests.bench.probability [--books 12] [--drafts 14] [--first 500]

Two markets: auctions of the practice exchange, and the benchmarks' own market. Of each unseen book a part is known; an
`Estimator` draws what is still to come from earlier auctions' bids, clears 24 scenarios and states each draft's chance.
What happens is what the engine clears of the book as it then comes, with the draft. In the same run: the base rate; the
point price ("fills at the prices cleared now"), which is granted its own hit rates in hindsight. Prints Brier scores,
skill over the base rate, the calibration error and the reliability diagram. Beside the error stands what forecasts that
are right would show on so few drafts: outcomes drawn from the stated chances. Every book has a seed of its own, counted
from `--first`; books are shared out among the processor's cores. The last line sums up; exit code 1 if a promise is
broken.

The correction in `clearing/chances.py` was fitted on the books from 3100 on. What it would be if it were fitted on the
drafts of a run is printed with them.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.chances import SHIFT, SLOPE
from auction_client.clearing.estimation import Estimator
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from auction_client.clearing.scenarios import moved
from auction_client.clearing.search import MarketSearch
from auction_client.model.catalogue import load_catalogue
from auction_client.practice.levels import Horizon
from auction_client.practice.market import Market
from auction_client.practice.rivals import arrivals
from tests.bench.market import buy_lot, market_book

BRIER, SKILL, CALIBRATION = 0.09, 0.65, 0.035
KNOWN = 0.7  # of a book of the benchmarks' market
PAST_AUCTIONS = 8
BINS = 6
NEWTON_STEPS = 12
DRAWS = 2000  # of outcomes, for the error that chance alone leaves
OPENS = datetime(2026, 11, 23, tzinfo=UTC)
SLOTS = 168
MARKETS = ("practice exchange", "benchmarks' market")

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A book of which a part is known, earlier bids, and drafts."""

    known: Book
    coming: Book
    history: tuple[BookBid, ...]
    drafts: tuple[BookBid, ...]


@dataclass(frozen=True)
class Forecast:
    """What was said of one draft (the chance; whether it fills at today's prices) and what happened."""

    chance: float
    by_price: bool
    fills: bool


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--books", type=int, default=12, help="of each market")
    arguments.add_argument("--drafts", type=int, default=14, help="for each book")
    arguments.add_argument("--bids", type=int, default=1000, help="of a book of the benchmarks' market")
    arguments.add_argument("--first", type=int, default=500, help="the seed of the first book")
    chosen = arguments.parse_args()
    broken: list[str] = []
    every: list[Forecast] = []
    seeds = range(chosen.first, chosen.first + chosen.books)
    tasks = [(market, seed, chosen.drafts, chosen.bids) for seed in seeds for market in MARKETS]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        answers = {}
        for task, answer in zip(tasks, pool.map(forecasts, tasks), strict=True):
            answers[task] = answer
            print(f"{task[0]} {task[1]}: {len(answer)} drafts, {sum(each.fills for each in answer)} fill", flush=True)
    for market in MARKETS:
        found = [each for task, answer in answers.items() if task[0] == market for each in answer]
        every += found
        report(market, found)
    brier, skill, error = report("both", every, broken, diagram=True)
    for line in broken:
        print(f"BROKEN: {line}")
    print(
        f"probability: {len(every)} drafts on {2 * chosen.books} unseen books: Brier {brier:.3f}, skill {skill:.2f}, "
        f"calibration error {error:.3f}; {len(broken)} promises broken"
    )
    return 1 if broken else 0


def practice_case(seed: int, drafts: int) -> Case:
    """An auction of a market of its own seed, before its traders come: offers and the traders left over from the
    auction before are known. The drafts are traders of a much later auction."""
    catalogue = load_catalogue()
    market = Market(seed, catalogue)
    chance = random.Random(f"practice/{seed}")
    auction = 40 + seed % 100
    horizon = Horizon(OPENS, SLOTS)
    coming = market.book(auction, horizon, frozenset(), ())
    late = f"rival/{auction}/"
    known = [bid for bid in coming.bids if not bid.id.startswith(late)]
    history: list[BookBid] = []
    for back in range(1, PAST_AUCTIONS + 1):
        then = Horizon(OPENS - timedelta(days=back), SLOTS)
        came = arrivals(market.seed, auction - back, market.listings, catalogue, then)
        history += [moved(bid, timedelta(days=back)) for bid in came]
    others = list(arrivals(market.seed, auction + 50, market.listings, catalogue, horizon))
    own = [BookBid(id=f"draft{n}", account="d", root=bid.root) for n, bid in enumerate(chance.sample(others, drafts))]
    return Case(coming.with_bids(known), coming, tuple(history), tuple(own))


def market_case(seed: int, drafts: int, bids: int) -> Case:
    """A book of the benchmarks' market, of which 70 % is known."""
    coming = market_book(bids, seed=seed)
    chance = random.Random(f"market/{seed}")
    known = [bid for bid in coming.bids if chance.random() < KNOWN]
    own = [
        BookBid.model_validate({"id": f"draft{n}", "account": "d", "root": buy_lot(chance, None, 0.82, 1.25)})
        for n in range(drafts)
    ]
    return Case(coming.with_bids(known), coming, earlier_bids(bids), tuple(own))


@cache
def earlier_bids(bids: int) -> tuple[BookBid, ...]:
    """The history of the benchmarks' market: six books' worth of bids."""
    return market_book(6 * bids, seed=99).bids


def forecasts(task: tuple[str, int, int, int]) -> list[Forecast]:
    """What is said of each draft of a case (market, seed, drafts, bids), and what then happens."""
    market, seed, drafts, bids = task
    case = practice_case(seed, drafts) if market == MARKETS[0] else market_case(seed, drafts, bids)
    return list(_forecasts(case, seed))


def _forecasts(case: Case, seed: int) -> Iterator[Forecast]:
    coming = len(case.coming.bids) - len(case.known.bids)
    estimator = Estimator(case.known, history=case.history, arrivals=coming, seed=seed)
    estimator.prepare_scenarios(lambda: False)
    for draft in case.drafts:
        first = estimator.from_prices(draft)
        chances = estimator.chances(draft)
        assert chances is not None
        chances.clear_near(lambda: False)
        said = chances.added_to(first, None)
        assert said.probability is not None
        yield Forecast(said.probability, first.fills, fills_in(case.coming, draft, seed))


def fills_in(book: Book, draft: BookBid, seed: int) -> bool:
    """Whether the draft fills where the engine clears the book with it, from scratch, as an exchange would."""
    search = MarketSearch(lay_out(book.with_bids((*book.bids, draft))), priced=True, seed=seed, stopped=lambda: False)
    size = len(search.book.discrete)
    if not size or search.book.discrete[-1] != len(book.bids):
        return False  # nothing serves it
    search.run(None, lambda: None, turns=1, most=1)
    if search.best is None:
        return False
    kernel = Kernel(search.book, seed)
    kernel.restore(search.best.state)
    return bool(kernel.placed[size - 1])


def report(
    name: str, found: list[Forecast], broken: list[str] | None = None, *, diagram: bool = False
) -> tuple[float, float, float]:
    """Prints the scores; returns (Brier, skill, calibration error)."""
    said = np.array([each.chance for each in found])
    truth = np.array([each.fills for each in found], dtype=float)
    by_price = np.array([each.by_price for each in found])
    point = np.zeros(len(found))
    for answer in (True, False):
        if (by_price == answer).any():
            point[by_price == answer] = truth[by_price == answer].mean()
    base = brier_of(np.full(len(truth), truth.mean()), truth)
    brier, brier_point = brier_of(said, truth), brier_of(point, truth)
    skill = 1 - brier / base if base else 0.0
    error = calibration_error(said, truth)
    mean, high = error_by_chance(said)
    print(
        f"{name}: {len(found)} drafts, {truth.mean():.0%} fill: Brier {brier:.3f} (point price {brier_point:.3f}, "
        f"base rate {base:.3f}), skill {skill:.2f}, calibration error {error:.3f} "
        f"(by chance alone {mean:.3f}, up to {high:.3f} in 19 of 20)"
    )
    if diagram:
        print(
            "  fitted on these drafts: log odds {:+.2f} {:+.2f} x those of the count".format(*correction(said, truth))
        )
        print("  said          drafts  mean said  filled")
        for low, high in pairwise(np.linspace(0, 1, BINS + 1)):
            inside = (said >= low) & (said < high)
            if inside.any():
                print(
                    f"  {low:4.0%} to {high:4.0%}  {inside.sum():6d}  {said[inside].mean():9.2f}  "
                    f"{truth[inside].mean():6.2f}  {'#' * round(40 * truth[inside].mean())}"
                )
    if broken is not None:
        for what, value, good in (
            ("Brier score", brier, brier <= BRIER),
            ("skill", skill, skill >= SKILL),
            ("calibration error", error, error <= CALIBRATION),
        ):
            if not good:
                broken.append(f"{what} {value:.3f}")
        if brier >= brier_point:
            broken.append("the point price forecasts as well as the scenarios")
    return brier, skill, error


def correction(said: Floats, truth: Floats) -> tuple[float, float]:
    """(shift, slope) of the log odds, from those of the scenarios that fill, that make the outcomes likeliest."""
    odds = (np.log(said / (1 - said)) - SHIFT) / SLOPE
    table = np.column_stack([np.ones_like(odds), odds])
    found = np.zeros(2)
    for _ in range(NEWTON_STEPS):
        likely = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (truth - likely)
        found = found + np.linalg.solve(table.T @ (table * (likely * (1 - likely))[:, None]), slope)
    return float(found[0]), float(found[1])


def brier_of(said: Floats, truth: Floats) -> float:
    """Mean squared distance of forecast and outcome (Brier 1950)."""
    return float(((said - truth) ** 2).mean())


def error_by_chance(said: Floats) -> tuple[float, float]:
    """(mean, 95th percentile) of the calibration error of forecasts that are right, on as many drafts."""
    draws = np.random.default_rng(0)
    errors = [calibration_error(said, (draws.random(len(said)) < said).astype(float)) for _ in range(DRAWS)]
    return float(np.mean(errors)), float(np.quantile(errors, 0.95))


def calibration_error(said: Floats, truth: Floats) -> float:
    """Mean distance of forecast and frequency over the bins, weighted by their size."""
    bins = np.minimum(BINS - 1, (said * BINS).astype(int))
    parts = [abs(float((said - truth)[bins == b].sum())) for b in range(BINS)]
    return sum(parts) / len(said)


if __name__ == "__main__":
    sys.exit(main())
