"""Clearing of large books: dual bound, insertion, annealed ruin and recreate, supporting prices, repair, and again.

The search runs on the kernel and looks at surplus alone: nearly every good selection has prices that support it. Where
the price programme finds bids that no price supports, one of each conflict is taken out and its place is filled again
(see `settling`); what is searched after that counts losses. Every selection that is kept has prices; those of the last
one are chosen anew for the least regret of rejected bids.

Steps that make the selection worse are kept while they lose less than a threshold that falls to nothing (threshold
accepting; Dueck and Scheuer, Journal of Computational Physics 90, 1990): plain descent ends 1 to 2 % lower. They leave
out choices that are dear at the dual prices (see `focusing`); where there is time, annealing goes on with all choices,
from a lower threshold. Steps begin more often around bids that are far from their best answer to the dual prices:
blocks left out, runs at a dear hour.
Where a dual price is below zero, whole blocks compete for the few who want one hour of theirs: such items are scarce,
and steps look at all who could use one of them together.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

import numpy as np

from auction_client.clearing.bounds import Dual, minimise_dual
from auction_client.clearing.curve_book import CurveBook, Ints
from auction_client.clearing.focusing import focus, widen
from auction_client.clearing.kernel import NO_UNIT, Kernel, State
from auction_client.clearing.layout import Layout
from auction_client.clearing.settling import CAREFUL_ROUNDS, Settling

_LEAST_ANNEAL_SHARE = 0.45  # of the time; the rest settles prices and polishes
_HIGHEST_THRESHOLD, _THRESHOLD_AGAIN = 0.3, 0.1  # of the mean gain of an accepted bid: in the focus, and outside it
_OUTSIDE_FROM = 0.01  # seconds for every undecided bid: from so many on, annealing goes on outside the focus
_FOCUSED_SHARE = 0.4  # of the annealing, where it goes on outside
_FOCUS = 0.01  # of a bid's payment: annealing tries no choice that loses more at the dual prices
_CHUNK = 500  # steps at one threshold; some 30 ms
_POOL_CHUNKS = 8  # after so many, regrets are counted anew
_REGRET_DRAWS = 2  # for every discrete bid of the pool
_SETTLE_SOLVES, _REGRET_SOLVES, _HASTE_SOLVES = 14, 5, 2  # what settling and the least regret take, in programmes
_SETTLE_SHARE, _REGRET_SHARE = 0.2, 0.13  # of the time, at most
_POLISH_SHARE, _POLISH_TURNS = 0.15, 4  # of the time, or of turns, where that is less
_LOSS_WEIGHT = 1.0
_RESERVE_SHARE = 0.9  # of the time that building the book took
_DUAL_STEPS = 300


class Countdown:
    """How much of an amount of work, or else of a time, is spent."""

    def __init__(self, *, steps: int = 0, seconds: float = 0.0) -> None:
        self._steps, self._seconds = steps, seconds
        self._begun = time.monotonic()
        self._done = 0

    def count(self, steps: int) -> None:
        """Notes work done."""
        self._done += steps

    def share(self) -> float:
        """From 0 to 1 and beyond."""
        if self._steps:
            return self._done / self._steps
        return (time.monotonic() - self._begun) / self._seconds if self._seconds > 0 else 1.0


@dataclass(frozen=True)
class Found:
    """A kernel state, its surplus in grains and its prices (None: welfare only)."""

    state: State
    surplus: float
    prices: Ints | None


class MarketSearch:
    """The search over one book. `best` is always feasible; `bound` is proven (grains)."""

    def __init__(self, layout: Layout, *, priced: bool, seed: int, stopped: Callable[[], bool]) -> None:
        begun = time.monotonic()
        self.book = CurveBook(layout)
        self._priced = priced
        self._stopped = stopped
        self._kernel = Kernel(self.book, seed)
        self._chance = np.random.default_rng(seed)
        self._settling = Settling(self._kernel, stopped)
        self._steps_a_second = 8000.0
        # Writing the outcome takes about as long as reading the book took.
        self._reserve_seconds = _RESERVE_SHARE * (time.monotonic() - begun)
        self.dual: Dual | None = None
        self.best: Found | None = None

    @property
    def bound(self) -> float:
        """The best proven upper bound on the surplus, in grains."""
        return np.inf if self.dual is None else self.dual.bound

    def run(self, seconds: float | None, on_better: Callable[[], None], *, turns: int = 6, most: int = 40) -> None:
        """Searches so that the outcome can be told about this long after the call. Without a time, for a fixed amount
        of work that depends on the book's size, at least so many turns and until a turn brings next to nothing, or
        `most` turns are done."""
        begun = time.monotonic()
        self._on_better = on_better
        kernel, book = self._kernel, self.book

        def left() -> float:
            return np.inf if seconds is None else seconds - self._reserve_seconds - (time.monotonic() - begun)

        def short_of(reserve: float) -> bool:
            return left() < reserve

        for_duals = 0.0 if seconds is None else 0.8 * left()
        low, high = kernel.price_interval()
        reference = np.where(high < NO_UNIT, (low + high) / 2, low)
        self._offer(reference)
        size = len(book.discrete)
        if size == 0:
            self.dual = minimise_dual(kernel, _DUAL_STEPS, kernel.welfare, self._stopped)
            return
        idle = kernel.welfare
        kernel.insert(np.arange(size, dtype=np.int64))
        self.dual = minimise_dual(kernel, _DUAL_STEPS, kernel.welfare, lambda: self._stopped() or left() < for_duals)
        kernel.watch(np.flatnonzero(self.dual.prices < 0))
        kernel.remove(np.flatnonzero(kernel.placed))
        kernel.insert(np.argsort(-self.dual.surplus, kind="stable"))
        on_better()
        self._settle_roughly()
        undecided = focus(kernel, self.dual.prices, _FOCUS)
        mean_gain = max(0.0, kernel.welfare - idle) / max(1, int(kernel.placed.sum()))
        work = min(3_000, 25 * size) + 4 * size  # steps of a turn
        solve = self._settling.solve_seconds if self._priced else 0.0
        for_settling, for_regrets = _SETTLE_SOLVES * solve, _REGRET_SOLVES * solve
        everyone = np.arange(size, dtype=np.int64)
        highest = _HIGHEST_THRESHOLD * mean_gain
        if seconds is None:
            self._anneal(undecided, highest, Countdown(steps=12 * turns * (size + 500)))
            widen(kernel)
        else:
            for_settling, for_regrets = (
                min(for_settling, _SETTLE_SHARE * left()),
                min(for_regrets, _REGRET_SHARE * left()),
            )
            polish = min(_POLISH_SHARE * left(), _POLISH_TURNS * work / self._steps_a_second)
            share = 1.0 - (polish + for_settling + for_regrets) / max(1e-3, left())
            annealing = max(_LEAST_ANNEAL_SHARE, share) * left()
            long = annealing > _OUTSIDE_FROM * len(undecided)
            inside = _FOCUSED_SHARE * annealing if long else annealing
            self._anneal(undecided, highest, Countdown(seconds=inside))
            widen(kernel)
            if long:
                self._anneal(everyone, _THRESHOLD_AGAIN * mean_gain, Countdown(seconds=annealing - inside))
        for turn in range(most):
            if self._stopped() or (turn and short_of(for_regrets + for_settling)):
                break
            before = 0.0 if self.best is None else self.best.surplus
            pool = self._regretful_pool(everyone)
            self._steps(work, pool, _LOSS_WEIGHT if turn else 0.0, partial(short_of, for_regrets + for_settling))
            settling = time.monotonic()
            self._settle(partial(short_of, for_regrets + _HASTE_SOLVES * solve))
            for_settling = min(for_settling, 2.0 * (time.monotonic() - settling))
            better = self.best is not None and self.best.surplus > before * 1.0002
            if seconds is None and turn + 1 >= turns and not better:
                break
        self._leave_least_regret(lambda: self._stopped() or left() <= 0)

    # -- parts

    def _leave_least_regret(self, stopped: Callable[[], bool]) -> None:
        """Of the prices that support the best selection, takes those that leave rejected bids least regret."""
        if not self._priced or self.best is None or stopped():
            return
        assert self.dual is not None
        self._kernel.restore(self.best.state)
        support = self._settling.prices.least_regret(self._kernel, self.dual.prices, stopped)
        if not support.broken:
            self.best = replace(self.best, prices=support.grains)
            self._on_better()

    def _anneal(self, bids: Ints, highest: float, until: Countdown) -> None:
        """Threshold accepting around these bids, from this threshold (grains) down to nothing."""
        for chunk in count():
            if self._stopped() or not len(bids) or (spent := until.share()) >= 1.0:
                break
            if chunk % _POOL_CHUNKS == 0:
                pool = self._regretful_pool(bids)
            threshold = highest * (1.0 - spent) ** 2
            begun = time.perf_counter()
            self._kernel.search(_CHUNK, temperature=threshold, pool=pool)
            speed = _CHUNK / max(1e-6, time.perf_counter() - begun)
            self._steps_a_second += 0.5 * (speed - self._steps_a_second)
            until.count(_CHUNK)
            if not self._priced:
                self._keep(None)

    def _regretful_pool(self, bids: Ints) -> Ints:
        """These bids, and some again by how much each falls short of its best answer to the dual prices."""
        assert self.dual is not None
        owner, item, units = self._kernel.traded_units()
        pay = np.bincount(owner, weights=units * self.dual.prices[item], minlength=len(self.book.discrete))
        weight = np.sqrt(np.maximum(0.0, self.dual.surplus - (self._kernel.values - pay)))[bids]
        if not weight.any():
            return bids
        drawn = self._chance.choice(bids, _REGRET_DRAWS * len(bids), p=weight / weight.sum())
        return np.concatenate([bids, drawn])

    def _steps(self, steps: int, pool: Ints, loss_weight: float, over: Callable[[], bool]) -> None:
        """Search steps in pieces short enough to stop soon; the pieces are the same on any machine."""
        weight = loss_weight if self._priced else 0.0
        while steps > 0 and not self._stopped() and not over():
            self._kernel.search(min(steps, _CHUNK), pool=pool, loss_weight=weight)
            steps -= _CHUNK

    def _offer(self, reference: np.ndarray[tuple[int], np.dtype[np.float64]]) -> bool:
        """Keeps the present state if prices support it; tells whether they do."""
        if not self._priced:
            self._keep(None)
            return True
        support = self._settling.prices.solve(self._kernel, reference)
        if support.broken:
            return False
        self._keep(support.grains)
        return True

    def _keep(self, prices: Ints | None) -> None:
        if self.best is None or self._kernel.welfare > self.best.surplus:
            self.best = Found(self._kernel.save(), self._kernel.welfare, prices)
            self._on_better()

    def _settle_roughly(self) -> None:
        """An early answer, made easy for the price programme."""
        if self._priced:
            self._settling.drop_losers()
        self._settle(lambda: True, rounds=0)

    def _settle(self, hurried: Callable[[], bool], *, rounds: int = CAREFUL_ROUNDS) -> None:
        """Brings the state to where prices support it, and keeps the result; the search goes on from there."""
        if not self._priced:
            self._keep(None)
            return
        assert self.dual is not None
        support = self._settling.settle(self.dual.prices, hurried, rounds)
        if support is not None:
            self._keep(support.grains)
