"""Where a lot can be served at all: hours in which enough of the other side is in the book.

A run of 256 GPUs needs, in each of its hours, sellers of 256 GPUs together. Hours that cannot give that are cut out of
the lot's window before anything is solved; it is what makes thin books' bounds tight.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.layout import Branch, Kind, Layout, Piece

Opening = tuple[int, int, int]  # product, first slot, last slot (behind)
_ROUNDS = 4
_MOST_PIECES = 10_000  # deeper books have something of everything in every hour


def openings_of(layout: Layout) -> list[tuple[Opening, ...]]:
    """For every piece, the stretches of slots in which it may be served; tokens have (item, 0, 1)."""
    found: list[tuple[Opening, ...]] = [
        tuple((p, piece.first, piece.last) for p in piece.products) for piece in layout.pieces
    ]
    for _ in range(_ROUNDS if len(found) <= _MOST_PIECES else 0):
        offered = {sign: _capacity(layout, found, sign) for sign in (1, -1)}
        changed = False
        for index, piece in enumerate(layout.pieces):
            if not found[index] or (piece.sign < 0 and piece.least == 1):
                continue  # divisible supply bounds prices in every hour that it is offered for
            cut = tuple(each for opening in found[index] for each in _cut(layout, piece, opening, offered[-piece.sign]))
            changed |= cut != found[index]
            found[index] = cut
        if not changed:
            break
    return found


def _capacity(layout: Layout, openings: list[tuple[Opening, ...]], sign: int) -> NDArray[np.int64]:
    """The most that all bids together could buy (or sell) of every item."""
    total = np.zeros(layout.items, dtype=np.int64)
    for bid, root in enumerate(layout.roots):
        pieces = [layout.pieces[i] for i in layout.pieces_of[bid] if layout.pieces[i].sign == sign and openings[i]]
        if not pieces:
            continue
        if len(pieces) == 1:
            for opening in openings[pieces[0].index]:
                span = _items(layout, pieces[0], opening)
                total[span] += pieces[0].quantity
            continue
        exclusive = root.at_most == 1 and not root.linked and all(_is_lot(child) for child in root.children)
        own = np.zeros(layout.items, dtype=np.int64)
        for piece in pieces:
            for opening in openings[piece.index]:
                span = _items(layout, piece, opening)
                if exclusive:
                    np.maximum(own[span], piece.quantity, out=own[span])
                else:
                    own[span] += piece.quantity
        total += own
    return total


def _is_lot(branch: Branch) -> bool:
    return branch.piece >= 0


def _items(layout: Layout, piece: Piece, opening: Opening) -> slice:
    product, first, last = opening
    if piece.kind is Kind.TOKEN:
        return slice(product, product + 1)
    return slice(product * layout.slots + first, product * layout.slots + last)


def _cut(layout: Layout, piece: Piece, opening: Opening, other: NDArray[np.int64]) -> list[Opening]:
    product, first, _ = opening
    enough = other[_items(layout, piece, opening)] >= piece.least
    if enough.all():
        return [opening]
    if piece.kind in (Kind.VOLUME, Kind.SPREAD):
        return [opening] if int(enough.sum()) >= piece.hours else []
    if piece.kind is Kind.TOKEN:
        return []
    edges = np.flatnonzero(np.diff(np.concatenate(([0], enough.astype(np.int8), [0]))))
    return [
        (product, first + int(start), first + int(end))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if end - start >= piece.hours
    ]
