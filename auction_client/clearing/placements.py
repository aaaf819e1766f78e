"""What the kernel has placed, read off its arrays as accepted pieces with their slots."""

from __future__ import annotations

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Ints
from auction_client.clearing.layout import Kind, Layout, Piece
from auction_client.clearing.selection import Taken


def placed_pieces(book: CurveBook, lots: Ints, items: Ints, lengths: Ints, quantities: Ints) -> dict[int, Taken]:
    """The pieces of discrete bids from their spans: one entry of each array for every span."""
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for lot, *span in zip(lots.tolist(), items.tolist(), lengths.tolist(), quantities.tolist(), strict=True):
        spans.setdefault(book.lot_piece[lot], []).append(tuple(span))
    layout = book.layout
    return {index: _taken(layout, layout.pieces[index], rows) for index, rows in spans.items()}


def hourly_pieces(book: CurveBook, position: Ints) -> dict[int, Taken]:
    """The hourly lots' share of the curves at these positions."""
    if not book.hourly:
        return {}
    layout = book.layout
    pieces = [layout.pieces[layout.roots[bid].piece] for bid in book.hourly]
    used = np.clip(position[book.step_item] - (book.step_end - book.step_amount), 0, book.step_amount)
    signs = np.array([piece.sign for piece in pieces])[book.step_owner]
    traded = np.where(signs > 0, book.step_amount - used, used)
    order = np.lexsort((book.step_item, book.step_owner))
    kept = order[traded[order] > 0]
    bounds = np.searchsorted(book.step_owner[kept], np.arange(len(pieces) + 1))
    taken: dict[int, Taken] = {}
    for number, piece in enumerate(pieces):
        rows = kept[bounds[number] : bounds[number + 1]]
        if len(rows):
            slots = book.step_item[rows] - piece.products[0] * layout.slots
            taken[piece.index] = Taken(piece.products[0], tuple(slots.tolist()), tuple(traded[rows].tolist()))
    return taken


def span_rows(start: Ints, count: Ints, bids: Ints) -> Ints:
    """Where the spans of these bids stand, bid after bid."""
    many = count[bids]
    return np.asarray(np.repeat(start[bids], many) + offsets(many))


def offsets(counts: Ints) -> Ints:
    """0, 1, ... within each of consecutive groups of these sizes."""
    return np.asarray(np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts), dtype=np.int64)


def _taken(layout: Layout, piece: Piece, rows: list[tuple[int, int, int]]) -> Taken:
    rows.sort()
    if piece.kind is Kind.TOKEN:
        return Taken(rows[0][0], (0,), (abs(rows[0][2]),))
    product = rows[0][0] // layout.slots
    slots = tuple(item - product * layout.slots + t for item, length, _ in rows for t in range(length))
    return Taken(product, slots, tuple(abs(q) for _, length, q in rows for _ in range(length)))
