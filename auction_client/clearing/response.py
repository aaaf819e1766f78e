"""What a bid would take at given prices, were it alone in deciding: its best answer to the market."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.selection import Taken, accepted, items_taken, value_of


@dataclass(frozen=True)
class Answer:
    """A choice of pieces with its value and surplus at the prices (grains) and its (item, quantity), buys positive."""

    taken: dict[int, Taken]
    value: int
    surplus: int
    items: tuple[tuple[int, int], ...]


def best_response(
    layout: Layout, bid: int, prices: NDArray[np.int64], offered: NDArray[np.bool_] | None = None
) -> Answer | None:
    """The choice with the greatest surplus, None where nothing gains. Items that are not `offered` cannot be bought.
    Exact where no budget lies above several lots; there, the best of the choices with and without the budget."""
    found: Answer | None = None
    root = layout.roots[bid]
    for region in _regions(layout, root):
        for weight in (1.0, 0.0) if _has_budget(root) else (1.0,):
            searcher = _Searcher(layout, prices, offered, region, weight)
            taken = searcher.node(root)[1]
            if not taken:
                continue
            answer = answer_of(layout, bid, taken, prices)
            if answer.surplus > 0 and (found is None or answer.surplus > found.surplus):
                found = answer
    return found


def answer_of(layout: Layout, bid: int, taken: dict[int, Taken], prices: NDArray[np.int64]) -> Answer:
    """Value, payment and items of a choice."""
    value = value_of(layout, layout.roots[bid], taken)
    assert value is not None
    items: dict[int, int] = {}
    for index, each in taken.items():
        piece = layout.pieces[index]
        for item, quantity in items_taken(layout, piece, each):
            items[item] = items.get(item, 0) + piece.sign * quantity
    pay = sum(int(prices[item]) * quantity for item, quantity in items.items())
    return Answer(taken, value, value - pay, tuple(items.items()))


def _regions(layout: Layout, root: Branch) -> list[int | None]:
    # One region for the whole bid is a restriction where only a part asks for it: found answers are still choices.
    if not _asks_region(root):
        return [None]
    return sorted(set(layout.regions))  # type: ignore[return-value]


def _asks_region(branch: Branch) -> bool:
    return branch.same_region or any(_asks_region(child) for child in branch.children)


def _has_budget(branch: Branch) -> bool:
    return bool(branch.children) and (branch.budget is not None or any(_has_budget(c) for c in branch.children))


class _Searcher:
    def __init__(
        self,
        layout: Layout,
        prices: NDArray[np.int64],
        offered: NDArray[np.bool_] | None,
        region: int | None,
        weight: float,
    ) -> None:
        self._layout = layout
        self._prices = prices
        self._offered = offered
        self._region = region
        self._weight = weight  # 1: lots count at their own limits; 0: a budget above decides, so cheapest wins

    def node(self, branch: Branch) -> tuple[float, dict[int, Taken]]:
        """(surplus, choice); no choice where the node cannot be served."""
        if branch.piece >= 0:
            return self._lot(self._layout.pieces[branch.piece])
        found = [self.node(child) for child in branch.children]
        if branch.linked:
            first, then = found
            if not first[1]:
                return 0.0, {}
            return (first[0] + then[0], {**first[1], **then[1]}) if then[0] > 0 and then[1] else first
        able = sorted((i for i, f in enumerate(found) if f[1]), key=lambda i: -found[i][0])
        if len(able) < branch.at_least:
            return 0.0, {}
        chosen = [i for rank, i in enumerate(able[: branch.at_most]) if rank < branch.at_least or found[i][0] > 0]
        taken: dict[int, Taken] = {}
        for index in sorted(chosen):
            taken.update(found[index][1])
        surplus = sum(found[i][0] for i in chosen)
        if branch.budget is not None and self._weight == 0.0:
            surplus += branch.budget
        return surplus, taken

    def _lot(self, piece: Piece) -> tuple[float, dict[int, Taken]]:
        best: tuple[float, Taken] | None = None
        for product in piece.products:
            if piece.kind is not Kind.TOKEN and self._region not in (None, self._layout.regions[product]):
                continue
            found = self._serve(piece, product)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return (0.0, {}) if best is None else (best[0], {piece.index: best[1]})

    def _serve(self, piece: Piece, product: int) -> tuple[float, Taken] | None:
        span = self._layout.items_of(piece, product)
        prices = self._prices[span.start : span.stop].astype(np.float64)
        if self._offered is not None and piece.sign > 0:
            prices = np.where(self._offered[span.start : span.stop], prices, np.inf)
        if piece.kind is Kind.VOLUME:
            return self._volume(piece, product, prices)
        if piece.kind is Kind.SPREAD:
            order = np.argsort(piece.sign * prices, kind="stable")[: piece.hours]
            slots = tuple(int(s) + piece.first for s in sorted(order))
            unit = float(prices[order].sum())
        else:
            sums = (
                np.convolve(prices, np.ones(piece.hours), "valid")
                if np.isfinite(prices).all()
                else _sums(prices, piece.hours)
            )
            start = int(np.argmin(piece.sign * sums))
            unit = float(sums[start])
            slots = tuple(range(piece.first + start, piece.first + start + piece.hours))
        if not np.isfinite(unit):
            return None
        surplus, quantity = max((self._surplus(piece, q, unit), q) for q in self._fills(piece))
        return surplus, Taken(product, slots, (quantity,) * len(slots))

    def _fills(self, piece: Piece) -> list[int]:
        fills = {piece.least, piece.quantity}
        if piece.budget is not None and piece.limit:
            edge = piece.budget // (piece.limit * piece.hours)
            fills |= {q for q in (edge, edge + 1) if piece.least <= q <= piece.quantity}
        return sorted(fills)

    def _surplus(self, piece: Piece, quantity: int, unit: float) -> float:
        value = float("inf") if piece.limit is None else float(piece.sign * piece.limit * piece.hours * quantity)
        if piece.budget is not None:
            value = min(value, float(piece.budget))
        value = 0.0 if value == float("inf") or self._weight == 0.0 else value
        return value - piece.sign * quantity * unit

    def _volume(self, piece: Piece, product: int, prices: NDArray[np.float64]) -> tuple[float, Taken] | None:
        order = np.argsort(piece.sign * prices, kind="stable")
        left = piece.volume
        if piece.budget is not None and piece.limit:
            left = min(left, piece.budget // piece.limit + 1)
        surplus = 0.0
        got: list[tuple[int, int]] = []
        for position in order:
            price = float(prices[position])
            gain = -price if piece.limit is None else piece.sign * (piece.limit - price)
            quantity = min(piece.quantity, left)
            if not np.isfinite(price) or quantity < piece.least or (got and gain <= 0):
                break
            if gain <= 0 or (piece.limit is None):
                quantity = piece.least
            got.append((piece.first + int(position), quantity))
            surplus += gain * quantity
            left -= quantity
            if gain <= 0 or left <= 0 or piece.limit is None:
                break
        if not got:
            return None
        got.sort()
        return surplus, Taken(product, tuple(s for s, _ in got), tuple(q for _, q in got))


def _sums(prices: NDArray[np.float64], hours: int) -> NDArray[np.float64]:
    return np.array([prices[i : i + hours].sum() for i in range(len(prices) - hours + 1)])


__all__ = ["Answer", "accepted", "answer_of", "best_response"]
