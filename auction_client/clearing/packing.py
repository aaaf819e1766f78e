"""Winner determination among single-minded bids, as weighted set packing.

Where every buyer wants one fixed set of single units and every unit has one seller, clearing is a set-packing problem.
It is read from the book without laying the book out: of all lots that ask for the same, one is laid out. Books of
bundle auctions have a hundred thousand lots that ask for a few hundred things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from math import gcd

import numpy as np

from auction_client.clearing.book import Book, BookBid, uncollected
from auction_client.clearing.draw import lot_of
from auction_client.clearing.layout import Kind, Layout, Piece, lay_out
from auction_client.clearing.proving import Proven
from auction_client.clearing.selection import Selection, Taken
from auction_client.model.bid import Group, Lot, Node


@dataclass(frozen=True)
class Packing:
    """Buyers with their sets of goods and their net values (grains), in an order that hangs on the draw and on what
    they ask for. Goods are items with one `seller` each, at a `cost`; `most` is what nobody would pay for a unit.
    market: the layout of the book's market without a bid."""

    book: Book
    market: Layout
    buyers: tuple[BookBid, ...]
    goods: tuple[frozenset[int], ...]
    values: tuple[int, ...]
    seller: dict[int, BookBid]
    cost: dict[int, int]
    most: int

    @cached_property
    def unit(self) -> int:
        """The greatest amount of which every value is a multiple."""
        return gcd(*self.values) or 1

    def amounts(self, kept: Sequence[int]) -> list[int]:
        """What these buyers' values come to in units."""
        return [self.values[n] // self.unit for n in kept]

    def rivals(self, kept: Sequence[int]) -> dict[int, list[int]]:
        """For every good that these buyers want, the positions in `kept` of those who want it."""
        wanting: dict[int, list[int]] = {}
        for column, n in enumerate(kept):
            for good in self.goods[n]:
                wanting.setdefault(good, []).append(column)
        return wanting

    def proven_at(self, prices: dict[int, int]) -> Proven:
        """What prices of goods beyond their sellers' limits (grains) prove. Units that nobody sells cost more than
        anybody could pay for them."""
        gains = [max(0, v - sum(prices.get(g, 0) for g in own)) for v, own in zip(self.values, self.goods, strict=True)]
        column = np.full(self.market.items, self.most, dtype=np.int64)
        for good, cost in self.cost.items():
            column[good] = cost + prices.get(good, 0)
        return Proven(column, sum(gains) + sum(prices.values()))

    def selection(self, winners: Iterable[int]) -> Selection:
        """The winners (positions in `buyers`) with the sellers of their goods, laid out without the others."""
        bids = [self.buyers[n] for n in winners] + [self.seller[g] for n in winners for g in self.goods[n]]
        layout = lay_out(self.book.with_bids(bids))
        taken: dict[int, Taken] = {}
        for piece in layout.pieces:
            item = next(item for item in _items(layout, piece) if item in self.seller)
            product, slot = (item, 0) if piece.kind is Kind.TOKEN else divmod(item, layout.slots)
            taken[piece.index] = Taken(product, (slot,), (1,))
        return Selection(layout, taken)


def as_packing(book: Book, seed: int) -> Packing | None:
    """The book as set packing, None where it is anything more."""
    kinds = _Kinds()
    wants: list[_Wanted] = []
    with uncollected():
        for bid in book.bids:
            lots = _all_of(bid.root)
            if not lots or any(lot.quantity != 1 for lot in lots):
                return None
            wants.append(_Wanted(bid, lots, [kinds.of(lot) for lot in lots]))
        layout = kinds.laid_out(book)
        if any(piece.hours != 1 or piece.kind not in (Kind.RUN, Kind.TOKEN) for piece in layout.pieces):
            return None
        return _Reader(layout, seed).read(book, wants)


class _Kinds:
    """Numbers of what lots ask for."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._firsts: list[Lot] = []

    def of(self, lot: Lot) -> int:
        """But for its quantity and money. A model's own hash takes several times as long."""
        delivery = lot.delivery
        asked = (lot.side, lot.gpu_hours, *lot.asset.__dict__.values())
        key = asked if delivery is None else (*asked, *delivery.__dict__.values())
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._firsts)
            self._firsts.append(lot)
        return found

    def laid_out(self, book: Book) -> Layout:
        """The market of the book with one lot for every number."""
        bids = [
            BookBid.model_construct(id=str(number), account="", root=lot) for number, lot in enumerate(self._firsts)
        ]
        return lay_out(book.with_bids(bids))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A bid for all of its lots or nothing, with the numbers of what they ask for."""

    bid: BookBid
    lots: tuple[Lot, ...]
    kinds: list[int]


def _all_of(root: Node) -> tuple[Lot, ...]:
    """The lots of a bid that takes all of them or nothing; none where it is anything more."""
    if isinstance(root, Lot):
        return (root,)
    if not isinstance(root, Group) or root.same_region or root.at_least < len(root.items):
        return ()
    lots = tuple(item for item in root.items if isinstance(item, Lot))
    return lots if len(lots) == len(root.items) else ()


def _items(layout: Layout, piece: Piece) -> list[int]:
    """Every item that could serve a lot of one unit and one slot."""
    if piece.kind is Kind.TOKEN:
        return list(piece.products)
    return [product * layout.slots + slot for product in piece.products for slot in piece.starts]


class _Reader:
    """From bids with the kinds of their lots to a packing. layout: has one lot of every kind."""

    def __init__(self, layout: Layout, seed: int) -> None:
        self._layout = layout
        self._seed = seed
        self._items = [_items(layout, piece) for piece in layout.pieces]
        self._seller: dict[int, BookBid] = {}
        self._cost: dict[int, int] = {}

    def read(self, book: Book, wants: list[_Wanted]) -> Packing | None:
        buys = [piece.sign > 0 for piece in self._layout.pieces]
        buyers: list[_Wanted] = []
        for each in wants:
            if all(buys[kind] for kind in each.kinds):
                buyers.append(each)
            elif not self._sells(each):
                return None
        sold = [[item for item in items if item in self._seller] for items in self._items]
        if any(len(items) > 1 for items, bought in zip(sold, buys, strict=True) if bought):
            return None
        found: list[tuple[bytes, int, bytes, BookBid, frozenset[int]]] = []
        most = 1
        for each in buyers:
            worth = self._worth(each)
            most = max(most, worth + 1)
            items = [item for kind in each.kinds for item in sold[kind]]
            if len(items) < len(each.lots):
                continue
            goods = frozenset(items)
            if len(goods) < len(items):
                return None  # wants one unit twice
            digest = sha256(f"{self._seed}\n{sorted(goods)}".encode()).digest()
            value = worth - sum([self._cost[good] for good in goods])
            found.append((digest, value, lot_of(each.bid.id, self._seed), each.bid, goods))
        found.sort(key=lambda each: each[:3])
        return Packing(
            book=book,
            market=replace(self._layout, pieces=(), roots=(), pieces_of=()),
            buyers=tuple(each[3] for each in found),
            goods=tuple(each[4] for each in found),
            values=tuple(each[1] for each in found),
            seller=self._seller,
            cost=self._cost,
            most=most,
        )

    def _sells(self, wanted: _Wanted) -> bool:
        """Takes a seller, unless it is more than a packing's."""
        items = self._items[wanted.kinds[0]]
        if len(wanted.lots) > 1 or len(items) > 1 or any(item in self._seller for item in items):
            return False
        lot = wanted.lots[0]
        for item in items:
            self._seller[item] = wanted.bid
            self._cost[item] = self._limit(lot, lot.limit or Decimal(0))
        return True

    def _worth(self, wanted: _Wanted) -> int:
        """What a buyer's lots together are worth to it, grains."""
        budget = wanted.bid.root.budget
        amounts = [] if budget is None else [self._grains(budget)]
        values = [value for lot in wanted.lots if (value := self._lot_worth(lot)) is not None]
        return min([*amounts, sum(values)] if len(values) == len(wanted.lots) else amounts)

    def _lot_worth(self, lot: Lot) -> int | None:
        if lot.limit is None:
            return None if lot.budget is None else self._grains(lot.budget)
        worth = self._limit(lot, lot.limit)
        return worth if lot.budget is None else min(worth, self._grains(lot.budget))

    def _limit(self, lot: Lot, limit: Decimal) -> int:
        """Of one unit for one slot."""
        return self._grains(limit) // (1 if lot.delivery is None else self._layout.slots_per_hour)

    def _grains(self, usd: Decimal) -> int:
        return int(usd * self._layout.grains_per_dollar)
