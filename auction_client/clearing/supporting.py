"""Prices for large selections: those nearest to the dual's at which nobody accepted loses and nothing unsold is priced
above its cost; and of all such prices those that leave rejected bids least regret.

Unsold hourly supply and unserved hourly demand bound each price by itself. The rows of bids enter a small linear
programme only once they are broken; where they cannot all hold, the broken ones are named, so that the search can
repair the selection. The dual's prices are convex-hull prices (each bid's own polytope is integral), so the nearest
supported ones keep regret low. An hourly seller may sell an hour below its cost where its other hours make up for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Floats, Ints
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.price_rows import BookRules, PriceRows
from auction_client.clearing.response import Answer, best_response
from auction_client.clearing.solver import LinearModel
from auction_client.clearing.worth import price_caps

_ROUNDS = 25
_BREACH = 1000.0  # weight of a broken rule to a tick's distance
_HOURLY_BREACH = 1000.0  # the same of an hourly seller's to a bid's: only bids can be taken out
_REGRET_BREACH = 100.0  # the same where regrets are weighed
_REGRET_ROUNDS = 8
_LEAST_REGRET = 1e-7  # of the surplus: a bid's regret from which it is worth a row
_MOST_NUDGES = 200
_PRESSING = 0.2  # of a breach's weight: a row's dual value from which it is part of the conflict


@dataclass(frozen=True)
class Support:
    """Prices in grains, whole ticks; `broken` are the kernel's bids whose rules do not hold at them, worst first;
    `conflicts` are they and those that they stand against, apart where they share no item."""

    grains: Ints
    broken: tuple[int, ...]
    conflicts: tuple[tuple[int, ...], ...] = ()


class PriceProblem:
    """Finds supporting prices for the kernel's states of one book."""

    def __init__(self, book: CurveBook) -> None:
        layout = book.layout
        self.book = book
        compute = len(layout.regions) * layout.slots
        self.tick = np.full(layout.items, layout.tick, dtype=np.float64)
        self.tick[compute:] = layout.token_tick
        self.caps = np.floor(price_caps(layout) / self.tick)
        self.rules = BookRules(book)

    def solve(self, kernel: Kernel, reference: Floats) -> Support:
        """Prices for what is placed in the kernel, nearest to the reference (grains)."""
        programme = _Programme(self, kernel, reference)
        programme.support()
        return programme.found()

    def least_regret(self, kernel: Kernel, reference: Floats, stopped: Callable[[], bool]) -> Support:
        """The same, but what rejected bids could gain is as little as can be, and the distance comes second."""
        programme = _Programme(self, kernel, reference)
        programme.support()
        best = programme.found()
        least = inf
        for _ in range(_REGRET_ROUNDS):
            here = programme.found()
            regret = 0.0 if here.broken else programme.add_regrets(here.grains)
            if not here.broken and regret < least:
                best, least = here, regret
            if here.broken or stopped() or not programme.grown:
                break
            programme.move()
            programme.support()
        return best


class _Programme:
    """The linear programme of one state. A price is its wanted one (in ticks) and a way up or down from there."""

    def __init__(self, problem: PriceProblem, kernel: Kernel, reference: Floats) -> None:
        self._kernel, self._book, self._tick = kernel, problem.book, problem.tick
        low, high = kernel.price_interval()
        self._low = np.ceil(low / self._tick - 1e-9)
        self._floor = _unserved(problem, kernel)
        self._ceiling = np.maximum(
            self._low, np.minimum(np.ceil(np.minimum(high, 1e15) / self._tick - 1e-9), problem.caps)
        )
        self._reference = np.rint(reference / self._tick)
        self._ticks = np.clip(self._reference, self._floor, self._ceiling)
        self._rows = PriceRows(problem.book, kernel, problem.rules)
        self._margin = np.zeros(self._rows.count)
        self._active: list[int] = []
        self._answers: dict[int, list[Answer]] = {}
        self._known: dict[int, float] = {}  # regrets by the programme, in grains
        self.grown = False
        self._pressing: list[int] = []

    def found(self) -> Support:
        """The present prices, and whom they break."""
        grains = self._ticks * self._tick
        excess = self._rows.excess(grains)
        broken = sorted(np.flatnonzero(excess > 0).tolist(), key=lambda row: -excess[row])
        owners = dict.fromkeys(int(self._rows.owner[row]) for row in broken)
        named = tuple(owner for owner in owners if owner >= 0)
        return Support(grains.astype(np.int64), named, self._conflicts(broken) if broken else ())

    def _conflicts(self, broken: list[int]) -> tuple[tuple[int, ...], ...]:
        """The bids of rows that are broken or press against one, in groups that share items."""
        rows = self._rows
        group_of: dict[int, int] = {}  # of an item
        groups: dict[int, list[int]] = {}
        for number, row in enumerate(dict.fromkeys([*broken, *self._pressing])):
            groups[number] = [row]
            for item in rows.items(row).tolist():
                other = group_of.get(item)
                if other is not None and other != number:
                    for moved in groups[other]:
                        group_of.update(dict.fromkeys(rows.items(moved).tolist(), number))
                    groups[number] = groups.pop(other) + groups[number]
                group_of[item] = number
        bad = set(broken)
        found = [[int(rows.owner[row]) for row in group] for group in groups.values() if bad.intersection(group)]
        return tuple(tuple(dict.fromkeys(bid for bid in group if bid >= 0)) for group in found)

    def support(self) -> None:
        """Moves prices until no row is broken, or none of the broken ones can be helped."""
        rows = self._rows
        known = set(self._active)
        for _ in range(_ROUNDS):
            excess = rows.excess(self._ticks * self._tick)
            broken = np.flatnonzero(excess > 0).tolist()
            new = [row for row in broken if row not in known]
            again = [row for row in broken if row in known and self._margin[row] == 0]
            if not new and not again:
                hourly = [row for row in broken if row >= rows.first_hourly]
                if not hourly:
                    break
                for row in hourly:  # at the curves' own prices it cannot lose
                    self._floor[rows.items(row)] = self._low[rows.items(row)]
            for row in again:  # broken by rounding to the tick: half a tick's margin
                self._margin[row] = rows.half_ticks(row, self._tick)
            self._active += new
            known.update(new)
            self.move()
        self._nudge()

    def move(self) -> None:
        """Solves for the prices of the items in active rows and answers; the others stand where they are wanted."""
        rows, tick = self._rows, self._tick
        parts = [rows.items(row) for row in self._active]
        parts += [
            np.array([i for i, _ in each.items], dtype=np.int64) for kept in self._answers.values() for each in kept
        ]
        if not parts:
            return
        items = np.unique(np.concatenate(parts))
        wanted = np.clip(self._reference, self._floor, self._ceiling)
        start, lower, upper = wanted[items], self._floor[items], self._ceiling[items]
        model = LinearModel(maximise=False)
        for at, low, high in zip(start.tolist(), lower.tolist(), upper.tolist(), strict=True):
            model.column(0.0, high - at, cost=1.0)
            model.column(0.0, at - low, cost=1.0)
        breach = _BREACH * (_REGRET_BREACH if self._answers else 1.0)
        for row in self._active:
            factors = rows.factors(row) * tick[rows.items(row)]
            scale = float(np.abs(factors).max())
            place = np.searchsorted(items, rows.items(row))
            slack = model.column(0.0, inf, cost=breach * (_HOURLY_BREACH if row >= rows.first_hourly else 1.0))
            left = float(rows.bound[row] - self._margin[row] - factors @ start[place]) / scale
            model.sparse_row(-inf, left, *_both_ways(place, factors / scale), (slack, -1.0))
        regrets: dict[int, int] = {}
        unit = float(tick[0])
        for number, kept in self._answers.items():
            regrets[number] = model.column(0.0, inf, cost=1.0)
            for each in kept:
                own = np.array([i for i, _ in each.items], dtype=np.int64)
                units = np.array([q for _, q in each.items], dtype=np.float64) * tick[own]
                place = np.searchsorted(items, own)
                least = float(each.value - units @ start[place]) / unit
                model.sparse_row(least, inf, *_both_ways(place, units / unit), (regrets[number], 1.0))
        solved = model.solve("glop")
        if solved.values is None:
            return
        if solved.duals is not None:
            weight = np.abs(solved.duals[: len(self._active)])
            pressing = np.flatnonzero(weight > _PRESSING * _BREACH)
            self._pressing = [self._active[at] for at in pressing[np.argsort(-weight[pressing], kind="stable")]]
        values = solved.values
        ways = values[: 2 * len(items)].reshape(len(items), 2)
        self._ticks = wanted
        self._ticks[items] = np.clip(np.rint(start + ways[:, 0] - ways[:, 1]), lower, upper)
        self._known = {number: float(values[column]) * unit for number, column in regrets.items()}

    def add_regrets(self, grains: Ints) -> float:
        """What rejected bids could gain at the prices, in all; their best answers become rows. `grown` tells whether
        there are new ones."""
        kernel, book = self._kernel, self._book
        gains = np.where(kernel.placed, 0.0, kernel.dual(grains.astype(np.float64))[2])
        least = _LEAST_REGRET * abs(kernel.welfare)
        self.grown = False
        for number in np.flatnonzero(gains > least).tolist():
            if gains[number] <= self._known.get(number, 0.0) + least:
                continue
            answer = best_response(book.layout, book.discrete[number], grains)
            if answer is not None and answer.surplus > self._known.get(number, 0.0) + least:
                self._answers.setdefault(number, []).append(answer)
                self.grown = True
        return float(gains.sum())

    def _nudge(self) -> None:
        """Mends rows that rounding alone has broken, by single ticks that break no other row."""
        rows, tick = self._rows, self._tick
        excess = rows.excess(self._ticks * tick)
        tries = 0
        for row in np.flatnonzero(excess > 0).tolist():
            if excess[row] > 4 * rows.half_ticks(row, tick):
                continue
            for item, factor in zip(rows.items(row).tolist(), rows.factors(row).tolist(), strict=True):
                if excess[row] <= 0 or tries >= _MOST_NUDGES:
                    break
                step = -np.sign(factor) * np.ceil(excess[row] / abs(factor * tick[item]))
                if not self._floor[item] <= self._ticks[item] + step <= self._ceiling[item]:
                    continue
                tries += 1
                touched, factors = rows.of_item(item)
                after = excess[touched] + factors * step * tick[item]
                if ((after <= 0) | (after <= excess[touched])).all():
                    self._ticks[item] += step
                    excess[touched] = after


def _unserved(problem: PriceProblem, kernel: Kernel) -> Floats:
    """In ticks: no price is below the limit of hourly demand that is not served."""
    book, floor = problem.book, np.zeros(problem.book.layout.items)
    waits = ~problem.rules.sells & (book.step_end - book.step_amount < kernel.positions[book.step_item])
    items = book.step_item[waits]
    np.maximum.at(floor, items, np.ceil(book.step_price[waits] / problem.tick[items] - 1e-9))
    return floor


def _both_ways(place: Ints, factors: Floats) -> tuple[list[int], list[float]]:
    """Columns and coefficients of the ways up and down of prices."""
    columns = np.concatenate([2 * place, 2 * place + 1]).tolist()
    return columns, np.concatenate([factors, -factors]).tolist()
