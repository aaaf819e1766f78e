"""`clear`: from a book to its outcome."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Literal

import numpy as np

from auction_client.clearing.book import Book
from auction_client.clearing.curve_book import Ints, is_hourly
from auction_client.clearing.exact import ExactModel
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Layout, lay_out
from auction_client.clearing.outcome import Outcome
from auction_client.clearing.packing import Packing, as_packing
from auction_client.clearing.pricing import find_prices
from auction_client.clearing.proving import Proven, proven_at, proven_by_values
from auction_client.clearing.racing import PackingSearch
from auction_client.clearing.reporting import NO_PRICE, outcome_of
from auction_client.clearing.search import Found, MarketSearch
from auction_client.clearing.selection import Selection
from auction_client.clearing.solver import Solved

Objective = Literal["priced", "welfare"]
EXACT_UP_TO = 120  # discrete bids
_POLL_SECONDS = 0.01
_SCIP_PARAMETERS = "propagating/probing/maxprerounds = 0\n"
_SCIP_WORK = "limits/totalnodes = 3000\n"  # where no time is given


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
    The same book, seed and limits give the same outcome as long as no time limit or cancel cuts the search.
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
        self._layout: Layout = lay_out(book)
        self._priced = objective == "priced"
        self._time_limit = time_limit
        self._seed = seed
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._best: _Best | None = None
        self._found: Found | None = None
        self._market: MarketSearch | None = None
        self._bound = inf  # grains
        self._searched = inf  # the part of it that a search over selections has proved
        self._proven: Proven | None = None
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
        with self._lock:
            found = -inf if self._found is None else self._found.surplus
            best = -inf if self._best is None else float(self._best.selection.surplus)
            return max(0.0, found, best), self._bound

    def _outcome(self) -> Outcome:
        with self._lock:
            best, found, market = self._best, self._found, self._market
            proven, searched = self._proven, self._searched
        if found is not None and market is not None and (best is None or found.surplus > best.selection.surplus):
            kernel = Kernel(market.book)
            kernel.restore(found.state)
            best = _Best(kernel.selection(), found.prices)
        if best is None:
            unpriced = np.full(self._layout.items, NO_PRICE) if self._priced else None
            best = _Best(Selection(self._layout, {}), unpriced)
        curves = None if market is None else market.book
        if proven is None and market is not None and market.dual is not None:
            proven = proven_at(Kernel(market.book), market.dual.prices)
        if proven is None:
            proven = proven_by_values(self._layout)
        seconds = time.monotonic() - self._begun
        return outcome_of(best.selection, best.prices, proven, searched, seconds, curves)

    # -- in the worker's thread

    def _work(self) -> None:
        try:
            if not self._priced and (packing := as_packing(self._layout)) is not None:
                self._pack(packing)
                return
            small = _is_small(self._layout)
            self._search(0.15 if small else 0.97, turns=2 if small else 6)
            if small and not self._stop.is_set():
                self._solve_exactly()
        except BaseException as error:  # noqa: BLE001 - handed to the caller's thread, which raises it
            self._failure = error

    def _pack(self, packing: Packing) -> None:
        search = PackingSearch(packing, self._stop.is_set)

        def better() -> None:
            best = _Best(packing.selection(search.winners), None)
            with self._lock:
                self._best = best
                self._proven = search.proven
                self._bound = self._searched = min(self._bound, search.bound)

        search.run(self._left, better)
        better()

    def _search(self, share: float, turns: int) -> None:
        market = MarketSearch(self._layout, priced=self._priced, seed=self._seed, stopped=self._stop.is_set)
        with self._lock:
            self._market = market

        def better() -> None:
            with self._lock:
                self._found = market.best
                self._bound = min(self._bound, market.bound)

        left = self._left()
        market.run(None if left is None else left * share, better, turns=turns)
        better()

    def _solve_exactly(self) -> None:
        ruled: frozenset[int] = frozenset()
        scale = self._layout.grains_per_dollar
        while not self._stop.is_set():
            model, solved = self._solve_model(ruled)
            if not model.restricted:
                with self._lock:
                    self._searched = min(self._searched, solved.bound * scale)
                    self._bound = min(self._bound, self._searched)
            if solved.values is None:
                return
            selection = model.selection(solved.values)
            if not self._priced:
                self._keep(_Best(selection, None))
                return
            found = find_prices(selection)
            if found.grains is not None:
                self._keep(_Best(selection, found.grains))
                return
            wider = ruled | found.conflict
            if wider == ruled:
                wider = frozenset(range(len(self._layout.roots)))
                if wider == ruled:
                    return
            ruled = wider

    def _solve_model(self, ruled: frozenset[int]) -> tuple[ExactModel, Solved]:
        """Quantities as fractions first: they nearly always come out whole, and the model is far easier."""
        for whole in (False, True):
            model = ExactModel(self._layout, ruled, whole=whole)
            left = self._left()
            solved = model.model.solve(
                "scip",
                time_limit=None if left is None else max(0.05, 0.92 * left),
                cancel=self._stop.is_set,
                parameters=_SCIP_PARAMETERS if left is not None else _SCIP_PARAMETERS + _SCIP_WORK,
            )
            if solved.values is None or model.is_whole(solved.values):
                break
        return model, solved

    def _keep(self, best: _Best) -> None:
        """An exact selection is kept at equal surplus too: its prices leave the least regret."""
        with self._lock:
            known = -inf if self._best is None else self._best.selection.surplus
            if best.selection.surplus >= known:
                self._best = best
                if self._found is not None and self._found.surplus <= best.selection.surplus:
                    self._found = None
