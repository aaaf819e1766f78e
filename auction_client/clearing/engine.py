"""`clear`: from a book to its outcome."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import floor, inf
from typing import Literal

import numpy as np

from auction_client.clearing.book import Book
from auction_client.clearing.curve_book import CurveBook, Ints, is_hourly
from auction_client.clearing.draw import drawn, listed, settled
from auction_client.clearing.exact_search import ExactSearch
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Layout, lay_out
from auction_client.clearing.outcome import Outcome
from auction_client.clearing.packing import as_packing
from auction_client.clearing.pricing import find_prices
from auction_client.clearing.proving import Proven, proven_at, proven_by_values
from auction_client.clearing.racing import PackingSearch
from auction_client.clearing.reporting import NO_PRICE, outcome_of
from auction_client.clearing.search import Found, MarketSearch
from auction_client.clearing.selection import Selection
from auction_client.clearing.worth import value_step

Objective = Literal["priced", "welfare"]
EXACT_UP_TO = 120  # discrete bids
_POLL_SECONDS = 0.01
_SEARCH_SHARE, _SEARCH_SECONDS = 0.06, 1.0  # before the exact model, at most


@dataclass(frozen=True)
class Progress:
    """Where the clearing stands: seconds since its start, surplus found and bound proven so far (USD)."""

    seconds: float
    surplus: float
    bound: float


def clear(
    book: Book,
    *,
    objective: Objective = "priced",
    time_limit: float | None = None,
    seed: int = 0,
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> Outcome:
    """Clears a book.

    objective: "priced" maximises surplus among the selections that uniform prices support; "welfare" drops prices.
    time_limit: seconds; the best outcome found by then is given, with its proven bound. None: small books until the
    outcome is optimal, large ones for a fixed amount of work that depends on their size.
    progress: called from this thread, a few times a second at most. cancel: asked often; once it is true, the best
    outcome so far is given within 100 ms.
    The same bids, seed and limits give the same outcome, whatever the order of the book, as long as no time limit or
    cancel cuts the search. seed: of the draw that decides ties (see `draw`), and of the search.
    """
    return _Clearing(book, objective, time_limit, seed).run(progress, cancel)


def is_small(book: Book) -> bool:
    """Whether a book is cleared by the exact model."""
    return _is_small(lay_out(book))


def _is_small(layout: Layout) -> bool:
    return sum(1 for bid in range(len(layout.roots)) if not is_hourly(layout, bid)) <= EXACT_UP_TO


@dataclass(frozen=True)
class _Best:
    selection: Selection
    prices: Ints | None


class _Clearing:
    """The work is done in a thread of its own, so that a solver that does not listen cannot hold up a cancel."""

    def __init__(self, book: Book, objective: Objective, time_limit: float | None, seed: int) -> None:
        self._begun = time.monotonic()
        self._book = book
        self._priced = objective == "priced"
        packing = None if self._priced else as_packing(book, seed)
        self._layout = lay_out(drawn(book, seed)) if packing is None else packing.market
        self._time_limit = time_limit
        self._seed = seed
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._best: _Best | None = None
        self._found: Found | None = None
        self._market: MarketSearch | None = None
        self._packed = None if packing is None else PackingSearch(packing, self._stop.is_set)
        self._bound = inf  # grains
        self._searched = inf  # the part of it that a search over selections has proved
        self._failure: BaseException | None = None

    def run(self, progress: Callable[[Progress], None] | None, cancel: Callable[[], bool] | None) -> Outcome:
        worker = threading.Thread(target=self._work, name="clearing")
        worker.start()
        told = (-inf, inf)
        while worker.is_alive():
            worker.join(_POLL_SECONDS)
            if cancel is not None and cancel():
                self._stop.set()
                worker.join(5 * _POLL_SECONDS)
                break
            left = self._left()
            if left is not None and left <= 0:
                self._stop.set()
                worker.join(5 * _POLL_SECONDS)
                break
            if progress is not None and (now := self._standing()) != told:
                told = now
                dollar = 1 / self._layout.grains_per_dollar
                progress(Progress(time.monotonic() - self._begun, now[0] * dollar, now[1] * dollar))
        if self._failure is not None:
            raise self._failure
        return self._outcome()

    # -- in the caller's thread

    def _left(self) -> float | None:
        return None if self._time_limit is None else self._time_limit - (time.monotonic() - self._begun)

    def _standing(self) -> tuple[float, float]:
        if self._packed is not None:
            return float(self._packed.value), self._packed.bound
        with self._lock:
            found = -inf if self._found is None else self._found.surplus
            best = -inf if self._best is None else float(self._best.selection.surplus)
            return max(0.0, found, best), self._bound

    def _outcome(self) -> Outcome:
        if self._packed is not None:
            bound = self._packed.bound  # read first: it holds for what is found after it, too
            return self._told(_Best(self._packed.selection(), None), self._packed.proven, bound, None)
        with self._lock:
            best, found, market, searched = self._best, self._found, self._market, self._searched
        if found is not None and market is not None and (best is None or found.surplus > best.selection.surplus):
            kernel = Kernel(market.book)
            kernel.restore(found.state)
            best = _Best(kernel.selection(), found.prices)
        if best is None:
            unpriced = np.full(self._layout.items, NO_PRICE) if self._priced else None
            best = _Best(Selection(self._layout, {}), unpriced)
        if market is not None and market.dual is not None:
            proven = proven_at(Kernel(market.book), market.dual.prices)
        else:
            proven = proven_by_values(self._layout)
        return self._told(best, proven, searched, None if market is None else market.book)

    def _told(self, best: _Best, proven: Proven, searched: float, curves: CurveBook | None) -> Outcome:
        seconds = time.monotonic() - self._begun
        outcome = outcome_of(settled(best.selection), best.prices, proven, searched, seconds, curves)
        return listed(outcome, self._book)

    # -- in the worker's thread

    def _work(self) -> None:
        try:
            if self._packed is not None:
                self._packed.run(self._left)
                return
            small = _is_small(self._layout)
            if not small:
                self._search(0.97, inf, turns=6)
                return
            with ExactSearch(self._layout, self._left, self._stop.is_set) as search:
                self._search(_SEARCH_SHARE, _SEARCH_SECONDS, turns=2)
                if not self._stop.is_set():
                    self._solve_exactly(search)
        except BaseException as error:  # noqa: BLE001 - handed to the caller's thread, which raises it
            self._failure = error

    def _search(self, share: float, most: float, turns: int) -> None:
        market = MarketSearch(self._layout, priced=self._priced, seed=self._seed, stopped=self._stop.is_set)
        with self._lock:
            self._market = market

        def better() -> None:
            with self._lock:
                self._found = market.best
                self._bound = min(self._bound, market.bound)

        left = self._left()
        market.run(None if left is None else min(most, left * share), better, turns=turns)
        better()

    def _solve_exactly(self, search: ExactSearch) -> None:
        ruled: frozenset[int] = frozenset()
        while not self._stop.is_set():
            model, solved = search.solve(ruled, self._standing()[0] / self._layout.grains_per_dollar)
            if not model.restricted:
                self._bound_by(solved.bound)
            if solved.values is None:
                self._keep_known()
                return
            for selection in search.selections(model, solved):
                found = find_prices(selection) if self._priced else None
                if found is None or found.grains is not None:
                    self._keep(_Best(selection, None if found is None else found.grains))
                    return
            assert found is not None
            wider = ruled | found.conflict
            if wider == ruled:
                wider = frozenset(range(len(self._layout.roots)))
                if wider == ruled:
                    return
            ruled = wider

    def _bound_by(self, dollars: float) -> None:
        """Takes a solver's bound; what it leaves open within one step of value is nothing."""
        if dollars == inf:
            return
        scale, step = self._layout.grains_per_dollar, value_step(self._layout)
        with self._lock:
            self._searched = min(self._searched, floor(dollars * scale * (1 + 1e-9) / step + 1e-3) * step)
            self._bound = min(self._bound, self._searched)

    def _keep_known(self) -> None:
        """What the search has found is the best there is: it keeps its selection, with the prices of least regret."""
        with self._lock:
            found, market = self._found, self._market
        if found is None or market is None or found.surplus < self._searched or not self._priced:
            return
        kernel = Kernel(market.book)
        kernel.restore(found.state)
        selection = kernel.selection()
        prices = find_prices(selection).grains
        if prices is not None:
            self._keep(_Best(selection, prices))

    def _keep(self, best: _Best) -> None:
        """An exact selection is kept at equal surplus too: its prices leave the least regret."""
        with self._lock:
            known = -inf if self._best is None else self._best.selection.surplus
            if best.selection.surplus >= known:
                self._best = best
                if self._found is not None and self._found.surplus <= best.selection.surplus:
                    self._found = None
