"""The rows that prices must keep for the kernel's state: sums of factor * price <= bound, in grains.

First come the rows of the accepted discrete bids, which do not lose as a whole; then the rules that only some bids
have; then one row for each hourly seller that sells: over all its hours together it does not lose either, whatever a
single hour brings.
"""

from __future__ import annotations

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Floats, Ints
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Branch, Kind, Layout
from auction_client.clearing.placements import offsets
from auction_client.clearing.price_rules import Rule, no_loss, unsold

Parts = tuple[Ints, Ints, Ints, Floats, Ints]  # row (from 0), item and factor of each term; bound and owner of each row


class BookRules:
    """What the rules of one book have in common in all its states: which hourly steps sell (`sells`), and which
    discrete bids keep more rules than not to lose: those with inner budgets, and divisible sellers."""

    def __init__(self, book: CurveBook) -> None:
        self._book = book
        layout = book.layout
        signs = np.array([layout.pieces[layout.roots[bid].piece].sign for bid in book.hourly], dtype=np.int64)
        self.sells = signs[book.step_owner] < 0
        runs: list[tuple[int, int, int, int]] = []
        self._others: list[int] = []
        for number, bid in enumerate(book.discrete):
            root = layout.roots[bid]
            if _inner_budget(root):
                self._others.append(number)
            elif root.piece >= 0 and _divisible_sale(layout, root.piece):
                piece = layout.pieces[root.piece]
                if piece.kind is Kind.RUN and piece.least > 1 and piece.limit is not None:
                    edge = -(-piece.limit * piece.hours // layout.tick) * layout.tick
                    runs.append((number, piece.quantity, piece.hours, edge))
                else:
                    self._others.append(number)
        self._runs = np.array(runs, dtype=np.int64).reshape(len(runs), 4)

    def parts(self, kernel: Kernel) -> list[Parts]:
        """The further rows for what is placed."""
        return [part for part in (self._part_sold(kernel), self._other_rules(kernel)) if part is not None]

    def _part_sold(self, kernel: Kernel) -> Parts | None:
        """Runs sold in part: the rest of the run is never priced above its cost."""
        sold, first = kernel.first_span(self._runs[:, 0])
        open_ = (sold != 0) & (np.abs(sold) < self._runs[:, 1])
        number, _, hours, edge = self._runs[open_].T
        row = np.repeat(np.arange(len(number)), hours)
        return row, np.repeat(first[open_], hours) + offsets(hours), np.ones_like(row), edge.astype(np.float64), number

    def _other_rules(self, kernel: Kernel) -> Parts | None:
        if not self._others:
            return None
        layout, placed = self._book.layout, kernel.placed
        selection = kernel.selection_of(np.array(self._others, dtype=np.int64))
        found: list[tuple[int, Rule]] = []
        for number in self._others:
            bid = self._book.discrete[number]
            if placed[number]:
                found += [(number, rule) for rule in no_loss(selection, bid)[1:]]
            root = layout.roots[bid]
            if root.piece >= 0 and layout.pieces[root.piece].sign < 0:
                found += [(number, rule) for rule in unsold(selection, layout.pieces[root.piece], bid)]
        terms = [(row, item, factor) for row, (_, rule) in enumerate(found) for item, factor in rule.terms]
        table = np.array(terms, dtype=np.int64).reshape(len(terms), 3)
        bounds = np.array([float(rule.bound) for _, rule in found])
        owners = np.array([number for number, _ in found], dtype=np.int64)
        return table[:, 0], table[:, 1], table[:, 2], bounds, owners


class PriceRows:
    """All rows of one state. `owner` names the kernel's bid of each row, -1 where it is an hourly seller's; these
    begin at row `first_hourly`."""

    def __init__(self, book: CurveBook, kernel: Kernel, rules: BookRules) -> None:
        parts = [_placed(book, kernel), *rules.parts(kernel)]
        self.first_hourly = sum(len(bounds) for _, _, _, bounds, _ in parts)
        parts.append(_hourly(book, kernel, rules))
        begins = np.cumsum([0, *(len(bounds) for _, _, _, bounds, _ in parts)])
        row = np.concatenate([each[0] + begin for each, begin in zip(parts, begins, strict=False)])
        order = np.argsort(row, kind="stable")
        self._row: Ints = row[order]
        self._item: Ints = np.concatenate([each[1] for each in parts])[order]
        self._factor: Floats = np.concatenate([each[2] for each in parts])[order].astype(np.float64)
        self.bound: Floats = np.concatenate([each[3] for each in parts])
        self.owner: Ints = np.concatenate([each[4] for each in parts])
        self.count = len(self.bound)
        self._start = np.searchsorted(self._row, np.arange(self.count + 1))

    def excess(self, prices: Floats) -> Floats:
        """How far each row is broken (exact: whole numbers)."""
        sums = np.bincount(self._row, weights=self._factor * prices[self._item], minlength=self.count)
        return np.asarray(sums - self.bound)

    def of_item(self, item: int) -> tuple[Ints, Floats]:
        """The rows in which an item stands, with its factors."""
        at = np.flatnonzero(self._item == item)
        return self._row[at], self._factor[at]

    def items(self, row: int) -> Ints:
        """The items of a row."""
        return self._item[self._start[row] : self._start[row + 1]]

    def factors(self, row: int) -> Floats:
        """What their prices are multiplied by."""
        return self._factor[self._start[row] : self._start[row + 1]]

    def half_ticks(self, row: int, tick: Floats) -> float:
        """How far a row may move when its prices are rounded to the tick."""
        return float(0.5 * (np.abs(self.factors(row)) * tick[self.items(row)]).sum())


def _placed(book: CurveBook, kernel: Kernel) -> Parts:
    owner, item, units = kernel.traded_units()
    numbers = np.flatnonzero(kernel.placed)
    place = np.zeros(len(book.discrete) + 1, dtype=np.int64)
    place[numbers] = np.arange(len(numbers))
    return place[owner], item, units, kernel.values[numbers], numbers


def _hourly(book: CurveBook, kernel: Kernel, rules: BookRules) -> Parts:
    used = np.clip(kernel.positions[book.step_item] - (book.step_end - book.step_amount), 0, book.step_amount)
    sold = np.flatnonzero((used > 0) & rules.sells)
    owner: Ints = book.step_owner[sold]
    units: Ints = used[sold]
    costs = np.bincount(owner, weights=units * book.step_price[sold], minlength=len(book.hourly))
    bounds: Floats = -costs.astype(np.float64)
    return owner, book.step_item[sold], -units, bounds, np.full(len(costs), -1, dtype=np.int64)


def _inner_budget(root: Branch) -> bool:
    return any(child.budget is not None or _inner_budget(child) for child in root.children)


def _divisible_sale(layout: Layout, index: int) -> bool:
    piece = layout.pieces[index]
    return piece.sign < 0 and piece.least < piece.quantity
