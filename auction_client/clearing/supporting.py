"""Prices for large selections: those nearest to the dual's at which the curves are in balance and no bid loses.

Hourly lots bound each price by itself. The rows of discrete bids enter a small linear programme only once they are
broken; where they cannot all hold, the broken ones are named, so that the search can repair the selection. The dual's
prices are convex-hull prices (each bid's own polytope is integral), so the nearest supported ones keep regret low.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Floats, Ints
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Branch, Layout
from auction_client.clearing.price_rules import Rule, no_loss, unsold
from auction_client.clearing.solver import LinearModel
from auction_client.clearing.worth import price_caps

_ROUNDS = 25
_BREACH = 1000.0  # weight of a broken rule to a tick's distance


@dataclass(frozen=True)
class Support:
    """Prices in grains, whole ticks; `broken` are the kernel's bids whose rules do not hold at them, worst first."""

    grains: Ints
    broken: tuple[int, ...]


class PriceProblem:
    """Finds supporting prices for the kernel's states of one book."""

    def __init__(self, book: CurveBook) -> None:
        layout = book.layout
        self._book = book
        compute = len(layout.regions) * layout.slots
        self._tick = np.full(layout.items, layout.tick, dtype=np.float64)
        self._tick[compute:] = layout.token_tick
        self._caps = np.floor(price_caps(layout) / self._tick)
        self._number = {bid: number for number, bid in enumerate(book.discrete)}
        # Bids whose rules are more than "does not lose": inner budgets, and divisible sellers.
        self._special = [
            number
            for number, bid in enumerate(book.discrete)
            if _inner_budget(layout.roots[bid])
            or (layout.roots[bid].piece >= 0 and _divisible_sale(layout, layout.roots[bid].piece))
        ]

    def solve(self, kernel: Kernel, reference: Floats) -> Support:
        """Prices for what is placed in the kernel, nearest to the reference (grains)."""
        low, high = kernel.price_interval()
        floor = np.ceil(low / self._tick - 1e-9)
        ceiling = np.maximum(floor, np.minimum(np.ceil(np.minimum(high, 1e15) / self._tick - 1e-9), self._caps))
        ticks = np.clip(np.rint(reference / self._tick), floor, ceiling)
        rows = _Rows(self._book, kernel, self._extra_rules(kernel))
        margin = np.zeros(rows.count)
        active: list[int] = []
        known: set[int] = set()
        for _ in range(_ROUNDS):
            worst = rows.excess(ticks * self._tick)
            new = [int(r) for r in np.flatnonzero(worst > 0) if int(r) not in known]
            retry = [r for r in active if worst[r] > 0 and margin[r] == 0]
            if not new and not retry:
                break
            for row in retry:  # broken by rounding to the tick: half a tick's margin
                margin[row] = rows.half_ticks(row, self._tick)
            active += new
            known.update(new)
            ticks = self._nearest(rows, active, margin, ticks, floor, ceiling, reference)
        excess = rows.excess(ticks * self._tick)
        broken = sorted(np.flatnonzero(excess > 0), key=lambda r: -excess[r])
        return Support((ticks * self._tick).astype(np.int64), tuple(dict.fromkeys(int(rows.owner[r]) for r in broken)))

    def _extra_rules(self, kernel: Kernel) -> list[tuple[int, Rule]]:
        if not self._special:
            return []
        selection = kernel.selection_of(np.array(self._special, dtype=np.int64))
        layout, placed = self._book.layout, kernel.placed
        found: list[tuple[int, Rule]] = []
        for number in self._special:
            bid = self._book.discrete[number]
            if placed[number]:
                found += [(number, rule) for rule in no_loss(selection, bid)[1:]]
            root = layout.roots[bid]
            if root.piece >= 0 and layout.pieces[root.piece].sign < 0:
                found += [(number, rule) for rule in unsold(selection, layout.pieces[root.piece], bid)]
        return found

    def _nearest(
        self, rows: _Rows, active: list[int], margin: Floats, ticks: Floats, floor: Floats, ceiling: Floats,
        reference: Floats,
    ) -> Floats:  # fmt: skip
        """Moves the prices of the items in the active rows, as little as possible, so that the rows hold."""
        items = np.unique(np.concatenate([rows.items(r) for r in active]))
        column = {int(item): index for index, item in enumerate(items)}
        model = LinearModel(maximise=False)
        for item in items:
            model.column(float(floor[item]), float(ceiling[item]))
        wanted = np.clip(reference[items] / self._tick[items], floor[items], ceiling[items])
        for index in range(len(items)):
            distance = model.column(0.0, inf, cost=1.0)
            model.row(float(wanted[index]), inf, [(index, 1.0), (distance, 1.0)])
            model.row(-inf, float(wanted[index]), [(index, 1.0), (distance, -1.0)])
        for row in active:
            factors = rows.factors(row) * self._tick[rows.items(row)]
            scale = float(np.abs(factors).max())
            slack = model.column(0.0, inf, cost=_BREACH)
            terms = [(column[int(i)], float(f) / scale) for i, f in zip(rows.items(row), factors, strict=True)]
            model.row(-inf, (float(rows.bound[row]) - margin[row]) / scale, [*terms, (slack, -1.0)])
        solved = model.solve("glop")
        if solved.values is None:
            return ticks
        moved = ticks.copy()
        moved[items] = np.clip(np.rint(solved.values[: len(items)]), floor[items], ceiling[items])
        return moved


class _Rows:
    """Sparse rows sum of factor * price <= bound: one per placed bid, and the extra rules."""

    def __init__(self, book: CurveBook, kernel: Kernel, extra: list[tuple[int, Rule]]) -> None:
        owner, item, factor = kernel.traded_units()
        numbers = np.flatnonzero(kernel.placed)
        place = np.full(len(book.discrete) + 1, -1, dtype=np.int64)
        place[numbers] = np.arange(len(numbers))
        row = place[owner]
        bounds = [kernel.values[numbers]]
        owners = [numbers]
        if extra:
            row = np.concatenate([row, *[np.full(len(r.terms), len(numbers) + n) for n, (_, r) in enumerate(extra)]])
            item = np.concatenate([item, *[np.array([i for i, _ in r.terms], dtype=np.int64) for _, r in extra]])
            factor = np.concatenate([factor, *[np.array([f for _, f in r.terms], dtype=np.int64) for _, r in extra]])
            bounds.append(np.array([float(r.bound) for _, r in extra]))
            owners.append(np.array([number for number, _ in extra], dtype=np.int64))
        order = np.argsort(row, kind="stable")
        self._row, self._item, self._factor = row[order], item[order], factor[order].astype(np.float64)
        self.bound: Floats = np.concatenate(bounds)
        self.owner: Ints = np.concatenate(owners)
        self.count = len(self.bound)
        self._start = np.searchsorted(self._row, np.arange(self.count + 1))

    def excess(self, prices: Floats) -> Floats:
        """How far each row is broken, in grains (exact: whole numbers)."""
        sums = np.bincount(self._row, weights=self._factor * prices[self._item], minlength=self.count)
        return np.asarray(sums - self.bound)

    def items(self, row: int) -> Ints:
        return self._item[self._start[row] : self._start[row + 1]]

    def factors(self, row: int) -> Floats:
        return self._factor[self._start[row] : self._start[row + 1]]

    def half_ticks(self, row: int, tick: Floats) -> float:
        return float(0.5 * (np.abs(self.factors(row)) * tick[self.items(row)]).sum())


def _inner_budget(root: Branch) -> bool:
    return any(child.budget is not None or _inner_budget(child) for child in root.children)


def _divisible_sale(layout: Layout, index: int) -> bool:
    piece = layout.pieces[index]
    return piece.sign < 0 and piece.least < piece.quantity
