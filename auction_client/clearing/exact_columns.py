"""The columns of one lot in the exact model."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.solver import LinearModel

Terms = list[tuple[int, float]]


@dataclass
class PieceColumns:
    piece: Piece
    accepted: int
    options: list[tuple[int, int, int]] = field(default_factory=list)  # product, start slot, binary
    amounts: list[tuple[int, int, int]] = field(default_factory=list)  # product, slot, quantity column
    covers: list[tuple[int, int, int]] = field(default_factory=list)  # product, slot, binary "takes this slot"
    quantity: Terms = field(default_factory=list)  # the one quantity of a run, spread or token
    units: Terms = field(default_factory=list)

    def cover(self, model: LinearModel, product: int, slot: int, amount: int) -> int:
        """The binary that is 1 where this amount is above zero, made when first asked for."""
        for known_product, known_slot, column in self.covers:
            if (known_product, known_slot) == (product, slot):
                return column
        cover = model.binary()
        self.covers.append((product, slot, cover))
        model.row(-inf, 0.0, [(amount, 1.0), (cover, -float(self.piece.quantity))])
        return cover


def items_of(layout: Layout, piece: Piece, product: int, slots: range) -> list[int]:
    """The items of these slots; of a token its one item."""
    return [product] if piece.kind is Kind.TOKEN else [product * layout.slots + slot for slot in slots]


def pieces_below(branch: Branch, layout: Layout) -> list[Piece]:
    """The lots at or below a node."""
    if branch.piece >= 0:
        return [layout.pieces[branch.piece]]
    return [piece for child in branch.children for piece in pieces_below(child, layout)]
