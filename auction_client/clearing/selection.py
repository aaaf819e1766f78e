"""What has been chosen from a book: the accepted pieces with their products, slots and quantities, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from auction_client.clearing.layout import Branch, Kind, Layout, Piece


@dataclass(frozen=True, slots=True)
class Taken:
    """One accepted piece: its product (of a token: its item) and the quantity in each slot it takes, slots rising.
    A token has the one slot 0."""

    product: int
    slots: tuple[int, ...]
    quantities: tuple[int, ...]

    @property
    def units(self) -> int:
        """GPU-slots (or tokens) in all."""
        return sum(self.quantities)


@dataclass(frozen=True)
class Selection:
    """The accepted pieces by index. A bid is accepted where one of its pieces is."""

    layout: Layout
    taken: Mapping[int, Taken]

    @cached_property
    def bids(self) -> tuple[int, ...]:
        """Accepted bids, rising."""
        return tuple(sorted({self.layout.pieces[index].bid for index in self.taken}))

    @cached_property
    def surplus(self) -> int:
        """Value of the accepted buys less cost of the accepted sells, in grains."""
        return sum(self.value_of(bid) for bid in self.bids)

    def value_of(self, bid: int) -> int:
        """Value less cost of one accepted bid, in grains."""
        value = value_of(self.layout, self.layout.roots[bid], self.taken)
        assert value is not None, "an accepted bid is priced"
        return value

    def items_of(self, piece: Piece) -> list[tuple[int, int]]:
        """(item, quantity) of an accepted piece."""
        return items_taken(self.layout, piece, self.taken[piece.index])


def items_taken(layout: Layout, piece: Piece, taken: Taken) -> list[tuple[int, int]]:
    """(item, quantity) of one piece as taken."""
    if piece.kind is Kind.TOKEN:
        return [(taken.product, taken.quantities[0])]
    base = taken.product * layout.slots
    return [(base + slot, quantity) for slot, quantity in zip(taken.slots, taken.quantities, strict=True)]


def value_of(layout: Layout, branch: Branch, taken: Mapping[int, Taken]) -> int | None:
    """Value of what is taken below this node: sums of the items, capped by the budgets on the way up; sells count as
    cost. None is "no price of its own": unlimited until a budget above caps it."""
    if branch.piece >= 0:
        piece = layout.pieces[branch.piece]
        if piece.index not in taken:
            return 0
        if piece.limit is None:
            return piece.budget
        value = piece.limit * taken[piece.index].units * piece.sign
        return value if piece.budget is None else min(value, piece.budget)
    if not any(accepted(child, taken) for child in branch.children):
        return 0
    values = [value_of(layout, child, taken) for child in branch.children]
    total = None if None in values else sum(v for v in values if v is not None)
    if branch.budget is None:
        return total
    return branch.budget if total is None else min(branch.budget, total)


def accepted(branch: Branch, taken: Mapping[int, Taken]) -> bool:
    """Whether anything below this node is taken."""
    if branch.piece >= 0:
        return branch.piece in taken
    return any(accepted(child, taken) for child in branch.children)
