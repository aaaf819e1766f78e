"""Ties between bids are decided by a draw that anybody can repeat.

A bid's lot in the draw is the SHA-256 digest of the seed in decimal digits, a line feed and the bid's id, in UTF-8; the
smaller goes first. Of bids that ask for the same in every respect, those drawn first are filled first, and get what
comes first by product, hour and quantity. Otherwise clearing reads the bids in an order that hangs on the seed and on
what they ask for alone: neither their names nor their order in the book change anything else.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from hashlib import sha256

from auction_client.clearing.book import Book
from auction_client.clearing.layout import Layout
from auction_client.clearing.outcome import Outcome
from auction_client.clearing.selection import Selection, Taken
from auction_client.model.bid import Asset, Delivery, Lot, lots_of

_NOTHING = Decimal(0)


def drawn(book: Book, seed: int) -> Book:
    """The book with its bids in the order in which they are read: by what they ask for, equal ones by the draw."""
    said = _Said()
    lots = [[lot for _, lot in lots_of(bid.root)] for bid in book.bids]
    outlines = [_outline(each, said) for each in lots]
    often = Counter(outlines)
    keys = [
        (
            sha256(f"{seed}\n{outline}".encode()).digest(),
            [amount or _NOTHING for lot in own for amount in (lot.limit, lot.budget)],
            bid.root.model_dump_json() if often[outline] > 1 else "",
            lot_of(bid.id, seed),
        )
        for bid, own, outline in zip(book.bids, lots, outlines, strict=True)
    ]
    return book.with_bids(book.bids[n] for n in sorted(range(len(keys)), key=keys.__getitem__))


def _outline(lots: list[Lot], said: _Said) -> str:
    """What tells most bids apart, written quickly, but for money: in another currency the order is the same."""
    return ";".join(
        f"{lot.side} {said[lot.asset]} {lot.quantity} {lot.min_quantity} {lot.gpu_hours} {said[lot.delivery]}"
        for lot in lots
    )


class _Said:
    """Assets and deliveries in words. Many lots ask for the same, and writing a model takes long."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], str] = {}

    def __getitem__(self, part: Asset | Delivery | None) -> str:
        if part is None:
            return "None"
        key = tuple(map(repr, part.__dict__.values()))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = str(part)
        return found


def listed(outcome: Outcome, book: Book) -> Outcome:
    """The outcome with its bids in the order of the book."""
    place = {bid.id: number for number, bid in enumerate(book.bids)}
    return outcome.model_copy(
        update={
            "fills": tuple(sorted(outcome.fills, key=lambda fill: place[fill.bid])),
            "rejected_in_the_money": tuple(sorted(outcome.rejected_in_the_money, key=place.__getitem__)),
        }
    )


def lot_of(bid: str, seed: int) -> bytes:
    """What a bid has drawn; the smaller comes first."""
    return sha256(f"{seed}\n{bid}".encode()).digest()


def settled(selection: Selection) -> Selection:
    """The selection with what equal bids get handed out anew, in the order of the layout's bids: that of the draw."""
    layout = selection.layout
    taken = dict(selection.taken)
    for bids in _equals(layout, selection.bids):
        got = sorted(
            (_got(layout, selection, bid) for bid in bids if any(i in taken for i in layout.pieces_of[bid])),
            key=lambda each: [(place, part.product, part.slots, part.quantities) for place, part in each],
        )
        for bid in bids:
            for index in layout.pieces_of[bid]:
                taken.pop(index, None)
        for bid, parts in zip(bids, got, strict=False):
            taken.update((layout.pieces_of[bid][place], part) for place, part in parts)
    return Selection(layout, taken)


def _got(layout: Layout, selection: Selection, bid: int) -> list[tuple[int, Taken]]:
    """What a bid gets, by the place of its lots."""
    return [
        (place, selection.taken[index]) for place, index in enumerate(layout.pieces_of[bid]) if index in selection.taken
    ]


def _equals(layout: Layout, accepted: tuple[int, ...]) -> list[list[int]]:
    """Groups of two bids or more with the same tree, one of which is accepted."""
    alike: dict[object, list[int]] = {}
    for bid, indexes in enumerate(layout.pieces_of):
        pieces = [layout.pieces[index] for index in indexes]
        key = tuple((p.sign, p.kind, p.quantity, p.limit, p.first, p.last, p.products) for p in pieces)
        alike.setdefault(key, []).append(bid)
    inside = frozenset(accepted)
    groups: list[list[int]] = []
    for bids in alike.values():
        if len(bids) < 2 or inside.isdisjoint(bids):
            continue
        by_tree: dict[str, list[int]] = {}
        for bid in bids:
            by_tree.setdefault(layout.book.bids[bid].root.model_dump_json(), []).append(bid)
        groups += [each for each in by_tree.values() if len(each) > 1]
    return groups
