"""A book cleared once, against which drafts are set in milliseconds.

A draft is inserted into the cleared curves: it takes the cheapest hours that are left, or outbids those who hold them,
and pays the price of the last unit it needs. That misses what a new clearing would rearrange for it, which `with_draft`
then looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.curve_book import CurveBook, Floats, Ints
from auction_client.clearing.joining import joined, middles_of
from auction_client.clearing.kernel import NO_UNIT, Kernel
from auction_client.clearing.layout import Branch, Kind, Layout, lay_out
from auction_client.clearing.placing import Insertion, Placing
from auction_client.clearing.search import MarketSearch

_SEARCH_TURNS = 2
_NEAR_STEPS = 300
_NEAR_ROUNDS = 3


@dataclass(frozen=True)
class Around:
    """Whether a draft fills once the market around it is cleared again, and how it did when it last filled there."""

    fills: bool
    placed: Insertion | None = None


class ClearedMarket:
    """A cleared book, ready for drafts. Build it with `prepare`; it is not changed by asking."""

    def __init__(self, layout: Layout, kernel: Kernel, bound: float) -> None:
        self.layout = layout
        self.book = layout.book
        self.gap = max(0.0, 1.0 - kernel.welfare / bound) if 0 < bound < inf else 0.0
        self._kernel = kernel
        self.low, self.high = kernel.price_interval()
        item, price, units, in_use = self._token_steps()
        more = self._displaceable()
        self.curves = kernel.book.with_steps(
            np.concatenate([item, more[0]]), np.concatenate([price, more[1]]), np.concatenate([units, more[2]])
        )
        position = kernel.positions
        np.add.at(position, item[in_use], units[in_use])
        self.standing = (position, self.curves.segments_at(position))

    def _displaceable(self) -> tuple[Ints, Floats, Ints]:
        """(item, price, units) that accepted buyers would give up at their own value, were they outbid."""
        owner, item, units = self._kernel.traded_units()
        bought = units > 0
        owner, item, units = owner[bought], item[bought], units[bought]
        whole = np.bincount(owner, weights=units, minlength=len(self._kernel.values))
        worth = self._kernel.values[owner] / np.maximum(1.0, whole[owner])
        beyond = np.where(self.high[item] < NO_UNIT, self.high[item], self.low[item])
        return item, np.ceil(np.maximum(worth, beyond)), units

    def _token_steps(self) -> tuple[Ints, Floats, Ints, NDArray[np.bool_]]:
        """(item, price, units, whether in use) of the lone token lots, which the book's curves of hours do not hold.
        In use, in the curves' sense, is what a further sale could take the place of: sold tokens, and demand not
        served."""
        book, layout = self._kernel.book, self.layout
        owner, _, units = self._kernel.traded_units()
        filled = np.bincount(owner, weights=np.abs(units), minlength=len(book.discrete)).astype(np.int64)
        rows: list[tuple[int, float, int, bool]] = []
        for number, bid in enumerate(book.discrete):
            root = layout.roots[bid]
            piece = layout.pieces[root.piece] if root.piece >= 0 else None
            if piece is None or piece.kind is not Kind.TOKEN or piece.limit is None:
                continue
            item, done = piece.products[0], int(filled[number])
            if piece.sign < 0:
                rows.append((item, piece.limit, done, True))
                rows.append((item, piece.limit, piece.quantity - done, False))
            else:
                rows.append((item, piece.limit, piece.quantity - done, True))
        rows = [row for row in rows if row[2] > 0]
        items = np.array([row[0] for row in rows], dtype=np.int64)
        price = np.array([row[1] for row in rows], dtype=np.float64)
        in_use = np.array([row[3] for row in rows], dtype=np.bool_)
        # What is in use must stand before what is not: lots that only go whole can leave it otherwise.
        for token in np.unique(items[in_use]):
            highest = price[in_use & (items == token)].max()
            spare = ~in_use & (items == token)
            price[spare] = np.maximum(price[spare], highest)
        return items, price, np.array([row[2] for row in rows], dtype=np.int64), in_use

    @cached_property
    def _middles(self) -> Ints:
        return middles_of(self._kernel.book)

    def with_draft(self, draft: Draft, stopped: Callable[[], bool]) -> bool | None:
        """Whether the draft fills when its neighbourhood is searched again with it; None if stopped."""
        around = self.around(draft, stopped)
        return None if around is None else around.fills

    def around(self, draft: Draft, stopped: Callable[[], bool]) -> Around | None:
        """What becomes of the draft when its neighbourhood is searched again with it; None if stopped."""
        book = draft.beside(self._kernel.book)
        if not book.discrete:
            return Around(fills=False)
        curves = joined(self._kernel.book, book, self._middles)
        number = len(curves.discrete) - 1
        kernel = Kernel(curves)
        kernel.adopt(self._kernel)
        kernel.insert(np.array([number], dtype=np.int64))
        groups = curves.bid_group[curves.bid_groups_start[number] : curves.bid_groups_start[number + 1]]
        near = np.unique(
            np.concatenate([curves.group_bids[curves.group_start[g] : curves.group_start[g + 1]] for g in groups])
        )
        # Half of the steps begin at the draft itself: whether it fills is the question.
        pool = np.concatenate([near, np.full(len(near), number, dtype=np.int64)])
        votes = 0
        placed: Insertion | None = None
        for _ in range(_NEAR_ROUNDS):
            if stopped():
                return None
            kernel.search(_NEAR_STEPS, pool=pool)
            if kernel.placed[number] and not _loses(kernel, number):
                votes += 1
                placed = _placed(kernel, number, book)
        return Around(votes * 2 > _NEAR_ROUNDS, placed)


def _loses(kernel: Kernel, number: int) -> bool:
    """Whether an accepted bid pays more than its worth at the prices of the curves, even at their best for it."""
    low, high = kernel.price_interval()
    pay = sum(
        units * float((low if units > 0 else high)[item : item + length].sum())
        for _, item, length, units in kernel.tried(number, kernel.spans_of(number))
    )
    return pay > float(kernel.values[number])


def _placed(kernel: Kernel, number: int, draft: CurveBook) -> Insertion:
    """How the last bid of a kernel, which is this draft, is filled at the prices of the curves. Hours that no hourly
    offer serves, only a block does, have none: they count at the next offer's, or at what the bid itself would give."""
    before = len(kernel.book.lot_piece) - len(draft.lot_piece)
    low, high = kernel.price_interval()
    spans = tuple(
        (draft.lot_piece[lot - before], item, length, units)
        for lot, item, length, units in kernel.tried(number, kernel.spans_of(number))
    )
    value = float(kernel.values[number])
    item = np.concatenate([np.arange(first, first + length) for _, first, length, _ in spans])
    units = np.repeat([units for *_, units in spans], [length for _, _, length, _ in spans])
    price = np.where(units > 0, low[item], high[item])
    known = (price > 0) & (price < NO_UNIT)
    left = value - float((units * price)[known].sum())
    own = max(0.0, left / float(units[~known].sum())) if units[~known].sum() else 0.0
    price[~known] = np.where(units > 0, np.minimum(high[item], own), np.maximum(low[item], own))[~known]
    pay = float((units * price).sum())
    prices = low.copy()
    prices[item] = price
    return Insertion(True, value - pay, value, pay, spans, prices)


class Draft:
    """One bid, ready to be set against cleared markets of the same products and hours. root: only this part of it."""

    def __init__(self, book: Book, bid: BookBid, root: Branch | None = None) -> None:
        layout = lay_out(book.with_bids((bid,)))
        self.layout = layout if root is None else layout.only(layout_node(layout.roots[0], root.path))
        # A draft is not cut by what others want now.
        self.layout.__dict__["openings"] = [
            tuple((p, piece.first, piece.last) for p in piece.products) for piece in layout.pieces
        ]
        self._curves: CurveBook | None = None

    def against(self, market: ClearedMarket) -> Placing:
        """The draft on a market's curves as they stand."""
        if self._curves is None:
            self._curves = CurveBook(self.layout, market.curves)
        return Placing(self._curves.on_curves(market.curves), market)

    def break_evens(self, markets: Sequence[ClearedMarket]) -> list[float]:
        """The break-even in each of these markets."""
        found: list[float] = []
        placing: Placing | None = None
        for market in markets:
            if placing is None:
                placing = self.against(market)
            else:
                placing.move_to(market)
            found.append(placing.break_even())
        return found

    def beside(self, book: CurveBook) -> CurveBook:
        """The draft alone, on the curves of a book of the same market."""
        if self._curves is None:
            self._curves = CurveBook(self.layout, book)
        return self._curves.on_curves(book)


def layout_node(branch: Branch, path: str) -> Branch:
    """The node of a tree at a path."""
    if branch.path == path:
        return branch
    return next(
        found for child in branch.children if path.startswith(child.path) and (found := layout_node(child, path))
    )


def prepare(
    book: Book, *, seed: int = 0, time_limit: float | None = None, stopped: Callable[[], bool] = lambda: False
) -> ClearedMarket:
    """Clears a book for drafts. Deterministic without a time limit."""
    layout = lay_out(book)
    search = MarketSearch(layout, priced=True, seed=seed, stopped=stopped)
    search.run(time_limit, lambda: None, turns=1, most=_SEARCH_TURNS)
    kernel = Kernel(search.book, seed)
    if search.best is not None:
        kernel.restore(search.best.state)
    return ClearedMarket(layout, kernel, search.bound)
