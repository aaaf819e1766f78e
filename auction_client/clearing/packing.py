"""Winner determination among single-minded bids, as weighted set packing.

Where every buyer wants one fixed set of single units and every unit has one seller, clearing is a set-packing problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import gcd

import numpy as np

from auction_client.clearing.layout import Kind, Layout
from auction_client.clearing.proving import Proven
from auction_client.clearing.selection import Selection, Taken


@dataclass(frozen=True)
class Packing:
    """Buyers with their sets of goods and their net values (grains). Goods are items with one `seller` each, at a
    `cost`; `most` is what nobody would pay for a unit."""

    layout: Layout
    buyers: tuple[int, ...]
    goods: tuple[frozenset[int], ...]
    values: tuple[int, ...]
    seller: dict[int, int]
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
        column = np.full(self.layout.items, self.most, dtype=np.int64)
        for good, cost in self.cost.items():
            column[good] = cost + prices.get(good, 0)
        return Proven(column, sum(gains) + sum(prices.values()))

    def selection(self, winners: list[int]) -> Selection:
        """The winners (positions in `buyers`) with the sellers of their goods."""
        taken: dict[int, Taken] = {}
        bids = [self.buyers[n] for n in winners] + [self.seller[g] for n in winners for g in self.goods[n]]
        for bid in bids:
            for index in self.layout.pieces_of[bid]:
                piece = self.layout.pieces[index]
                product, first, _ = self.layout.openings[index][0]
                slots = tuple(range(first, first + piece.hours))
                taken[index] = Taken(product, slots, (1,) * len(slots))
        return Selection(self.layout, taken)


def as_packing(layout: Layout) -> Packing | None:
    """The book as set packing, None where it is anything more."""
    buyers: list[int] = []
    goods: list[frozenset[int]] = []
    values: list[int] = []
    seller: dict[int, int] = {}
    cost: dict[int, int] = {}
    for bid, root in enumerate(layout.roots):
        pieces = [layout.pieces[i] for i in layout.pieces_of[bid]]
        whole = root.piece >= 0 or (not root.linked and root.at_least == len(root.children) and not root.same_region)
        if not whole or any(child.children for child in root.children):
            return None
        if any(p.quantity != 1 or p.hours != 1 or p.kind not in (Kind.RUN, Kind.TOKEN) for p in pieces):
            return None
        openings = [layout.openings[p.index] for p in pieces]
        if any(len(o) > 1 or (o and o[0][2] - o[0][1] != 1) for o in openings):
            return None
        if any(not o for o in openings):
            continue
        items = [
            o[0][0] if p.kind is Kind.TOKEN else o[0][0] * layout.slots + o[0][1]
            for p, o in zip(pieces, openings, strict=True)
        ]
        if all(p.sign < 0 for p in pieces):
            if len(items) != 1 or items[0] in seller:
                return None
            seller[items[0]] = bid
            cost[items[0]] = pieces[0].limit or 0
        elif all(p.sign > 0 for p in pieces):
            if len(set(items)) != len(items):
                return None  # wants one unit twice
            taken = {p.index: Taken(o[0][0], (o[0][1],), (1,)) for p, o in zip(pieces, openings, strict=True)}
            buyers.append(bid)
            goods.append(frozenset(items))
            values.append(Selection(layout, taken).value_of(bid))
        else:
            return None
    able = [n for n in range(len(buyers)) if goods[n] <= seller.keys()]
    return Packing(
        layout,
        tuple(buyers[n] for n in able),
        tuple(goods[n] for n in able),
        tuple(values[n] - sum(cost[g] for g in goods[n]) for n in able),
        seller,
        cost,
        1 + max((abs(value) for value in values), default=0),
    )
