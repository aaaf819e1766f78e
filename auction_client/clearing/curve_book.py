"""A book as the kernel sees it: curves of hourly supply and demand, and discrete bids with their alternatives."""

from __future__ import annotations

from copy import copy
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.alternatives import Alternative, alternatives_of
from auction_client.clearing.book import uncollected
from auction_client.clearing.layout import Kind, Layout

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_MOST_SPANS = 4096
KIND_CODES = {Kind.RUN: 0, Kind.TOKEN: 0, Kind.SPREAD: 1, Kind.VOLUME: 2}


def is_hourly(layout: Layout, bid: int) -> bool:
    """Whether a bid is a lone volume lot that each hour decides by itself: it becomes part of the curves."""
    root = layout.roots[bid]
    if root.piece < 0:
        return False
    piece = layout.pieces[root.piece]
    return (
        piece.kind is Kind.VOLUME
        and piece.limit is not None
        and piece.budget is None
        and piece.least == 1
        and len(piece.products) == 1
        and piece.volume >= piece.quantity * (piece.last - piece.first)
    )


class CurveBook:
    """A book as curves and discrete bids. `discrete[n]` is the book's index of the kernel's bid n."""

    @uncollected()
    def __init__(self, layout: Layout, curves: CurveBook | None = None) -> None:
        """curves: another book of the same market whose curves are used; then every bid of this layout is discrete."""
        self.layout = layout
        self.hourly = [b for b in range(len(layout.roots)) if is_hourly(layout, b)] if curves is None else []
        hourly = frozenset(self.hourly)
        self.alternatives: list[list[Alternative]] = []
        self.discrete: list[int] = []
        for bid, root in enumerate(layout.roots):
            if bid in hourly:
                continue
            found = alternatives_of(layout, root)
            if any(not a.only_bounds for a in found):
                self.discrete.append(bid)
                self.alternatives.append(found)
        if curves is None:
            self._build_curves()
        else:
            self.borrow_curves(curves)
        self._build_bids()

    def _build_curves(self) -> None:
        layout = self.layout
        pieces = [layout.pieces[layout.roots[b].piece] for b in self.hourly]
        widths = np.array([p.last - p.first for p in pieces], dtype=np.int64)
        total = int(widths.sum())
        bases = np.array([p.products[0] * layout.slots + p.first for p in pieces], dtype=np.int64)
        owner = np.repeat(np.arange(len(pieces)), widths)
        offset = np.arange(total) - np.repeat(np.cumsum(widths) - widths, widths)
        items = bases[owner] + offset if total else np.zeros(0, dtype=np.int64)
        prices = np.array([p.limit for p in pieces], dtype=np.float64)[owner] if total else np.zeros(0)
        signs = np.array([p.sign for p in pieces], dtype=np.int64)[owner] if total else np.zeros(0, dtype=np.int64)
        amounts = (
            np.array([p.quantity for p in pieces], dtype=np.int64)[owner] if total else np.zeros(0, dtype=np.int64)
        )
        # Merit order; at one price demand stands first, so that it is the last to be served.
        order = np.lexsort((owner, -signs, prices, items))
        self.step_item: Ints = items[order]
        self.step_owner: Ints = owner[order].astype(np.int64)
        self.step_price: Floats = np.ascontiguousarray(prices[order])
        self.step_amount: Ints = amounts[order]
        self.count_steps()
        wanted = signs > 0
        self.demand: Ints = np.bincount(
            items[wanted], weights=amounts[wanted], minlength=layout.items
        ).astype(np.int64) if total else np.zeros(layout.items, dtype=np.int64)  # fmt: skip
        self.demand_value = float((prices[wanted] * amounts[wanted]).sum()) if total else 0.0

    def segments_at(self, position: Ints) -> Ints:
        """For every item, the first step that is not wholly below its position."""
        below = self.step_end <= position[self.step_item]
        counts = np.bincount(self.step_item, weights=below, minlength=self.layout.items)
        return np.asarray(self.step_start[:-1] + counts.astype(np.int64))

    def edges_at(self, position: Ints, segment: Ints) -> dict[str, NDArray[Any]]:
        """For every item, the price of the next unit and how many cost the same, and of the last unit in use; no units
        beyond an end. segment: as `segments_at` has it."""
        first, last, begin = self.step_start[:-1], self.step_start[1:], self.step_end - self.step_amount
        begin, end = np.append(begin, 0), np.append(self.step_end, 0)
        price = np.append(self.step_price, 0.0)
        total = np.where(first < last, end[last - 1], 0)
        step = segment - ((segment == last) | (position == begin[segment]))
        return {
            "next_price": price[segment],
            "last_price": price[step],
            "next_units": np.where((position >= 0) & (segment < last), end[segment] - position, 0),
            "last_units": np.where((position > 0) & (position <= total), position - begin[step], 0),
        }

    def with_steps(self, item: Ints, price: Floats, units: Ints) -> CurveBook:
        """The same curves with further steps, behind the ones of equal price."""
        other = copy(self)
        items = np.concatenate([self.step_item, item])
        prices = np.concatenate([self.step_price, price])
        amounts = np.concatenate([self.step_amount, units])
        owners = np.concatenate([self.step_owner, np.full(len(item), -1, dtype=np.int64)])
        order = np.lexsort((np.arange(len(items)), prices, items))
        other.step_item, other.step_price = items[order], np.ascontiguousarray(prices[order])
        other.step_amount, other.step_owner = amounts[order], owners[order]
        other.count_steps()
        return other

    def count_steps(self) -> None:
        """Where each item's steps begin, and their running totals."""
        counts = np.bincount(self.step_item, minlength=self.layout.items)
        self.step_start: Ints = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        running = np.cumsum(self.step_amount)
        before = np.concatenate(([0], running))[self.step_start[:-1]]
        self.step_end: Ints = (running - np.repeat(before, counts)).astype(np.int64)

    def users_of(self, items: Ints) -> tuple[Ints, Ints]:
        """(discrete bid, item) for each of these items (rising) and each bid that could be served there."""
        lots, options = np.diff(self.alternative_lots), np.diff(self.lot_options)
        bids = np.repeat(np.arange(len(self.discrete)), np.diff(self.bid_alternatives))
        bid_of_option = np.repeat(np.repeat(bids, lots), options)
        first = self.option_item[: len(bid_of_option)]
        last = first + self.option_width[: len(bid_of_option)]
        found = [np.unique(bid_of_option[(first <= item) & (item < last)]) for item in items]
        users = np.concatenate([np.zeros(0, dtype=np.int64), *found])
        return users, np.repeat(items, np.array([len(each) for each in found], dtype=np.int64))

    def on_curves(self, curves: CurveBook) -> CurveBook:
        """The same bids on the curves of another book of the same market."""
        other = copy(self)
        other.borrow_curves(curves)
        other.lot_limit, other.cap_amount = self.lot_limit.copy(), self.cap_amount.copy()
        return other

    def borrow_curves(self, curves: CurveBook) -> None:
        """Uses the curves of another book of the same market."""
        self.step_item, self.step_owner, self.step_amount = curves.step_item, curves.step_owner, curves.step_amount
        self.step_price, self.step_start, self.step_end = curves.step_price, curves.step_start, curves.step_end
        self.demand, self.demand_value = curves.demand, curves.demand_value

    def _build_bids(self) -> None:
        layout = self.layout
        bid_alternatives, alternative_lots, alternative_caps = [0], [0], [0]
        kinds: list[int] = []
        cap_amount: list[float] = []
        cap_parent: list[int] = []
        lots: list[tuple[float, ...]] = []
        limits: list[float] = []
        options_start: list[int] = [0]
        option_item: list[int] = []
        option_width: list[int] = []
        openings = layout.openings
        self.lot_piece: list[int] = []
        spans = [0]
        for found in self.alternatives:
            room = 0
            for alternative in found:
                kinds.append(int(alternative.only_bounds))
                here = 0
                for index, products, cap in alternative.lots:
                    piece = layout.pieces[index]
                    self.lot_piece.append(index)
                    width = 1 if piece.kind is Kind.TOKEN else piece.last - piece.first
                    lots.append((KIND_CODES[piece.kind], piece.sign, piece.quantity, piece.least, piece.hours,
                                 piece.volume, cap))  # fmt: skip
                    limits.append(inf if piece.limit is None else float(piece.limit))
                    for product, first, last in openings[index]:
                        if product in products:
                            token = piece.kind is Kind.TOKEN
                            option_item.append(product if token else product * layout.slots + first)
                            option_width.append(last - first)
                    options_start.append(len(option_item))
                    here += 1 if piece.kind in (Kind.RUN, Kind.TOKEN) else min(width, _MOST_SPANS)
                room = max(room, here)
                cap_amount += [float(cap.amount) for cap in alternative.caps]
                cap_parent += [cap.parent for cap in alternative.caps]
                alternative_lots.append(len(lots))
                alternative_caps.append(len(cap_amount))
            bid_alternatives.append(len(kinds))
            spans.append(spans[-1] + room)
        table = np.array(lots, dtype=np.int64).reshape(len(lots), 7)
        self.bid_alternatives = whole_numbers(bid_alternatives)
        self.alternative_lots = whole_numbers(alternative_lots)
        self.alternative_caps = whole_numbers(alternative_caps)
        self.alternative_kind = np.array(kinds or [0], dtype=np.int8)
        self.cap_amount = np.array(cap_amount or [0.0])
        self.cap_parent = whole_numbers(cap_parent or [0])
        self.lot_kind = table[:, 0].astype(np.int8)
        self.lot_sign = table[:, 1].astype(np.int8)
        columns = [np.ascontiguousarray(table[:, c]) for c in range(2, 7)]
        (self.lot_quantity, self.lot_least, self.lot_hours, self.lot_volume, self.lot_cap) = columns
        self.lot_limit = np.array(limits)
        self.lot_options = whole_numbers(options_start)
        self.option_item = whole_numbers(option_item or [0])
        self.option_width = whole_numbers(option_width or [1])
        self.span_start = whole_numbers(spans)
        self._build_neighbourhoods()

    def _build_neighbourhoods(self) -> None:
        layout = self.layout
        products = len(layout.regions)
        self.item_group = np.concatenate(
            [np.repeat(np.arange(products), layout.slots), np.arange(products, products + len(layout.book.tokens))]
        ).astype(np.int64)
        groups: list[list[tuple[int, int]]] = [[] for _ in range(products + len(layout.book.tokens))]
        for number, found in enumerate(self.alternatives):
            centre: dict[int, int] = {}
            for alternative in found:
                for index, served, _ in alternative.lots:
                    piece = layout.pieces[index]
                    for product in served:
                        group = product if piece.kind is not Kind.TOKEN else int(self.item_group[product])
                        centre.setdefault(group, piece.first + piece.last)
            for group, middle in centre.items():
                groups[group].append((middle, number))
        places: list[list[tuple[int, int]]] = [[] for _ in self.alternatives]
        flat: list[int] = []
        start = [0]
        for group, members in enumerate(groups):
            for place, (_, number) in enumerate(sorted(members)):
                places[number].append((group, place))
                flat.append(number)
            start.append(len(flat))
        self.group_start, self.group_bids = whole_numbers(start), whole_numbers(flat or [0])
        self.bid_groups_start = whole_numbers(np.concatenate(([0], np.cumsum([len(p) for p in places]))))
        self.bid_group = whole_numbers([g for p in places for g, _ in p] or [0])
        self.bid_place = whole_numbers([n for p in places for _, n in p] or [0])


def whole_numbers(values: Any) -> Ints:
    """Values as the array of whole numbers that the kernel reads."""
    return np.ascontiguousarray(values, dtype=np.int64)
