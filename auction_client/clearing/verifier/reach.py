"""In which slots a lot can be served at all, whatever the prices: where enough of the other side is in the book.

A run of 256 GPUs needs, in each of its hours, sellers of 256 GPUs together. Slots that cannot give that are no part of
any selection, and so none of a bound. What is left for one lot bounds what the others can find: a few rounds of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.verifier.terms import Terms
from auction_client.model.bid import ComputeAsset, Group, Lot, Node, children_of, lots_of

_ROUNDS = 8
_MOST_LOTS = 10_000  # deeper books have something of everything in every hour

Mask = NDArray[np.bool_]
Amounts = dict[str, NDArray[np.int64]]


@dataclass
class Span:
    """Where one lot may be served by one product (or token): the slots of its window that are `open`."""

    first: int
    open: Mask


@dataclass
class Place:
    """A lot's terms in slots. `length`: of its run, or how many slots a spread takes; 1 for volume and tokens.
    `one_run`: the slots are one run. No spans: it can never be served."""

    lot: Lot
    least: int
    most: int
    volume: int
    length: int
    one_run: bool
    spans: dict[str, Span] = field(default_factory=dict)


class Reach:
    """The places of every lot of a book; `cut`: without what the book cannot serve."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._places = [
            {path: self._place(lot) for path, lot in lots_of(bid.root)} for bid in terms.book.bids
        ]  # fmt: skip

    def of(self, number: int) -> dict[str, Place]:
        """The places of the book's bid of this number, by path."""
        return self._places[number]

    def cut(self) -> None:
        """Closes slots until nothing more changes."""
        every = [place for places in self._places for place in places.values()]
        if len(every) > _MOST_LOTS:
            return
        for _ in range(_ROUNDS):
            offered = {side: self._capacity(side) for side in ("buy", "sell")}
            if not sum(self._close(place, offered[_other(place.lot.side)]) for place in every):
                return

    # -- places

    def _place(self, lot: Lot) -> Place:
        if not isinstance(lot.asset, ComputeAsset):
            most = lot.quantity or 0
            spans = {lot.asset.symbol or "": Span(0, np.ones(1, dtype=np.bool_))}
            known = lot.asset.symbol in self._terms.book.tokens
            return Place(lot, lot.min_quantity or most, most, most, 1, True, spans if known else {})
        assert lot.delivery is not None
        window = self._terms.window(lot.delivery)
        if lot.gpu_hours is not None:
            volume = int(lot.gpu_hours / self._terms.slot_hours)
            most = volume if lot.quantity is None else min(lot.quantity, volume)
            place = Place(lot, lot.min_quantity or 1, most, volume, 1, False)
            fits = bool(window) and place.least <= most
        else:
            most = lot.quantity or 0
            length = self._terms.run_length(lot.delivery)
            one_run = self._terms.is_one_run(lot.delivery) or length == len(window)
            place = Place(lot, lot.min_quantity or most, most, int(most * length), int(length), one_run)
            whole = length.denominator == 1 and (lot.delivery.hours is not None or length == len(window))
            fits = whole and 0 < length <= len(window)
        if fits:
            for product in self._terms.servers(lot, lot.asset):
                place.spans[product.id] = Span(window.start, np.ones(len(window), dtype=np.bool_))
        return place

    # -- cuts

    def _capacity(self, side: str) -> Amounts:
        """The most that all bids together could buy (or sell) of everything, slot by slot."""
        total: Amounts = {}
        for bid, places in zip(self._terms.book.bids, self._places, strict=True):
            for name, amounts in self._amounts("root", bid.root, places, side).items():
                if name in total:
                    total[name] += amounts
                else:
                    total[name] = amounts.copy()
        return total

    def _amounts(self, path: str, node: Node, places: dict[str, Place], side: str) -> Amounts:
        if isinstance(node, Lot):
            return self._of_lot(places[path]) if node.side == side else {}
        parts = [self._amounts(child_path, child, places, side) for child_path, child in children_of(node, path)]
        join = np.maximum if isinstance(node, Group) and node.at_most == 1 else np.add
        joined: Amounts = {}
        for part in parts:
            for name, amounts in part.items():
                joined[name] = join(joined[name], amounts) if name in joined else amounts
        return joined

    def _of_lot(self, place: Place) -> Amounts:
        found: Amounts = {}
        for name, span in place.spans.items():
            amounts = np.zeros(self._terms.book.slots, dtype=np.int64)
            amounts[span.first : span.first + len(span.open)][span.open] = place.most
            found[name] = amounts
        return found

    def _close(self, place: Place, offered: Amounts) -> bool:
        """Closes what cannot be served; tells whether anything changed."""
        changed = False
        for name, span in list(place.spans.items()):
            amounts = offered.get(name)
            there = None if amounts is None else amounts[span.first : span.first + len(span.open)] >= place.least
            still = np.zeros_like(span.open) if there is None else span.open & there
            if place.one_run:
                still = _in_long_stretches(still, place.length)
            if int(still.sum()) < place.length:
                del place.spans[name]
                changed = True
            elif (still != span.open).any():
                span.open = still
                changed = True
        return changed


def _in_long_stretches(open_slots: Mask, length: int) -> Mask:
    """Only the slots in unbroken stretches of at least this length."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], open_slots.astype(np.int8), [0]))))
    kept = np.zeros_like(open_slots)
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        kept[start:end] = end - start >= length
    return kept


def _other(side: str) -> str:
    return "sell" if side == "buy" else "buy"
