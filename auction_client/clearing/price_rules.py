"""The rules that prices must keep to support a selection, as linear rows over the items.

No accepted bid pays more than its value or an inner budget, and divisible supply that is left over is never priced
above its cost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.selection import Selection


@dataclass(frozen=True)
class Rule:
    """sum of coefficient * price <= bound (grains), held for the sake of `bid`."""

    bid: int
    terms: tuple[tuple[int, int], ...]
    bound: int

    def holds(self, prices: NDArray[np.int64]) -> bool:
        """Whether it holds at these prices (grains), exactly."""
        return sum(factor * int(prices[item]) for item, factor in self.terms) <= self.bound


def rules_of(selection: Selection) -> list[Rule]:
    """Every rule that prices must keep for this selection."""
    layout = selection.layout
    rules: list[Rule] = []
    for bid in selection.bids:
        rules += no_loss(selection, bid)
    for bid, root in enumerate(layout.roots):
        if root.piece >= 0 and layout.pieces[root.piece].sign < 0:
            rules += unsold(selection, layout.pieces[root.piece], bid)
    return rules


def priceable(layout: Layout) -> NDArray[np.bool_]:
    """The items that some seller of the book can offer; the others have no price."""
    offered = np.zeros(layout.items, dtype=bool)
    for piece in layout.pieces:
        if piece.sign < 0:
            for product in piece.products:
                span = layout.items_of(piece, product)
                offered[span.start : span.stop] = True
    return offered


def no_loss(selection: Selection, bid: int) -> list[Rule]:
    """What an accepted bid may pay at most: first as a whole, then for its inner budgets."""
    layout = selection.layout
    pays: dict[int, list[tuple[int, int]]] = {}
    for index in layout.pieces_of[bid]:
        if index in selection.taken:
            piece = layout.pieces[index]
            pays[index] = [(item, piece.sign * quantity) for item, quantity in selection.items_of(piece)]
    rules = [Rule(bid, _merge(pays.values()), selection.value_of(bid))]

    def budgets(branch: Branch) -> None:
        for child in branch.children:
            below = [pays[i] for i in _below(child) if i in pays]
            if child.budget is not None and below:
                rules.append(Rule(bid, _merge(below), child.budget))
            budgets(child)

    budgets(layout.roots[bid])
    return rules


def _merge(parts: Iterable[list[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    merged: dict[int, int] = {}
    for part in parts:
        for item, factor in part:
            merged[item] = merged.get(item, 0) + factor
    return tuple((item, factor) for item, factor in merged.items() if factor)


def _below(branch: Branch) -> list[int]:
    return [branch.piece] if branch.piece >= 0 else [i for child in branch.children for i in _below(child)]


def unsold(selection: Selection, piece: Piece, bid: int) -> list[Rule]:
    """Divisible supply that is left over is never priced above its cost (to the tick)."""
    layout = selection.layout
    taken = selection.taken.get(piece.index)
    if not piece.products or piece.limit is None:
        return []
    product = piece.products[0]
    if piece.kind is Kind.VOLUME:
        if taken is not None and taken.units == piece.volume:
            return []
        sold = {} if taken is None else dict(zip(taken.slots, taken.quantities, strict=True))
        edge = -(-piece.limit // layout.tick) * layout.tick
        return [
            Rule(bid, ((product * layout.slots + slot, 1),), edge)
            for slot in range(piece.first, piece.last)
            if sold.get(slot, 0) < piece.quantity and (slot in sold or piece.least == 1)
        ]
    if piece.kind is Kind.SPREAD or piece.least == piece.quantity:
        return []
    if piece.kind is Kind.TOKEN:
        if piece.least > 1 if taken is None else taken.units == piece.quantity:
            return []
        return [Rule(bid, ((product, 1),), -(-piece.limit // layout.token_tick) * layout.token_tick)]
    base = product * layout.slots
    if taken is not None:
        starts = [taken.slots[0]] if taken.quantities[0] < piece.quantity else []
    else:
        starts = list(piece.starts) if piece.least == 1 else []
    edge = -(-piece.limit * piece.hours // layout.tick) * layout.tick
    return [Rule(bid, tuple((base + s, 1) for s in range(start, start + piece.hours)), edge) for start in starts]
