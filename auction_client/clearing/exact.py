"""The whole auction as one mixed-integer programme, with prices as variables: exact, for small books.

Without price rules it is winner determination. Price rules are added bid by bid, as the engine finds that they matter
(a cutting loop over a complete model: it ends because there are finitely many bids); see exact_prices.py. A bid picks
options: a product and a start, or hours, at a quantity; hour by hour, what is bought is what is sold.
"""

from __future__ import annotations

from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.curve_book import is_hourly
from auction_client.clearing.exact_columns import PieceColumns, Terms, items_of, pieces_below
from auction_client.clearing.exact_prices import PriceRules
from auction_client.clearing.flow_covers import add_flow_covers
from auction_client.clearing.hopeless import Start, hopeless_starts
from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.selection import Selection, Taken
from auction_client.clearing.solver import LinearModel
from auction_client.clearing.worth import price_caps, worst_budget


class ExactModel:
    """Welfare model of a book, with price rules for the bids given in `ruled`. Money in the model is USD."""

    def __init__(self, layout: Layout, ruled: frozenset[int] = frozenset(), *, whole: bool = True) -> None:
        self.layout = layout
        self._whole = whole
        # Where prices matter, a bid that gains nothing may still be what supports them.
        self._hopeless: frozenset[Start] = frozenset() if ruled else hopeless_starts(layout)
        self.model = LinearModel()
        self._dollar = 1 / layout.grains_per_dollar
        self._ranks: Terms = []  # of the items of choices that are taken: their place behind the first
        self._balance: dict[int, Terms] = {}
        self._pieces: dict[int, PieceColumns] = {}
        prices = PriceRules(layout, self.model, self._pieces, price_caps(layout) * self._dollar) if ruled else None
        hourly: list[Piece] = []
        for bid, root in enumerate(layout.roots):
            if not any(layout.openings[index] for index in layout.pieces_of[bid]):
                continue
            if bid not in ruled and is_hourly(layout, bid):
                hourly.append(layout.pieces[root.piece])
                continue
            accepted = self.model.binary()
            self._costs = (
                sum(
                    layout.pieces[i].volume * (layout.pieces[i].limit or 0)
                    for i in layout.pieces_of[bid]
                    if layout.pieces[i].sign < 0
                )
                * self._dollar
            )
            value, _ = self._node(root, accepted, worst_budget(layout, root) + self._costs)
            self.model.cost[value] = 1.0
            if prices is not None and bid in ruled:
                prices.add(bid, root, value)
        self.restricted = prices is not None and prices.restricted
        self._hourly_lots(hourly)
        for terms in self._balance.values():
            self.model.row(0.0, 0.0, terms)

    def tighten(self, *, several: bool = False) -> None:
        """Adds rows that bring the model's relaxation nearer to its best selection. several: rows of several buyers,
        too, for a bound alone: they bring it two or three per cent nearer, but a search for the best takes longer."""
        add_flow_covers(self.layout, self.model, self._pieces, list(self._balance.values()), several=several)

    @property
    def choices(self) -> int:
        """How many columns are whole numbers."""
        return sum(self.model.integer)

    def passes_over(self, values: NDArray[np.float64]) -> bool:
        """Whether a solution takes an item of a choice of which others come before it."""
        return any(values[column] > 0.5 for column, _ in self._ranks)

    def by_preference(self, least: float) -> None:
        """From now on looks for the first items of choices, among the selections worth at least this (USD)."""
        worth = [(column, cost) for column, cost in enumerate(self.model.cost) if cost]
        self.model.row(least, inf, worth)
        self.model.cost = [0.0] * len(self.model.cost)
        for column, rank in self._ranks:
            self.model.cost[column] = -rank

    def selection(self, values: NDArray[np.float64]) -> Selection:
        """Reads a solution of the model."""
        taken: dict[int, Taken] = {}
        for index, columns in self._pieces.items():
            piece = columns.piece
            if columns.accepted >= 0 and values[columns.accepted] < 0.5:
                continue
            if piece.kind in (Kind.VOLUME, Kind.SPREAD):
                rows = sorted((p, s, round(values[c])) for p, s, c in columns.amounts if values[c] > 0.5)
                if rows:
                    taken[index] = Taken(rows[0][0], tuple(r[1] for r in rows), tuple(r[2] for r in rows))
                continue
            product, start = next((p, s) for p, s, c in columns.options if values[c] > 0.5)
            quantity = round(sum(values[c] * a for c, a in columns.quantity))
            slots = tuple(range(start, start + piece.hours))
            taken[index] = Taken(product, slots, (quantity,) * len(slots))
        return Selection(self.layout, taken)

    def is_whole(self, values: NDArray[np.float64]) -> bool:
        """Whether every quantity of a solution is a whole number."""
        columns = [c for each in self._pieces.values() for c, _ in each.units]
        columns += [c for each in self._pieces.values() for _, _, c in each.amounts]
        found = values[np.array(columns, dtype=np.int64)]
        return bool(np.abs(found - np.rint(found)).max(initial=0.0) < 1e-5)

    # -- primal part

    def _hourly_lots(self, hourly: list[Piece]) -> None:
        """Lone volume lots that each hour decides by itself: amounts with their money, and nothing to accept. Hours in
        which the same lots may run beside the same hourly lots are one: equal amounts are best in all of them."""
        at: dict[int, list[Piece]] = {}
        for piece in hourly:
            self._pieces[piece.index] = PieceColumns(piece, -1)
            for product, first, last in self.layout.openings[piece.index]:
                for slot in range(first, last):
                    at.setdefault(product * self.layout.slots + slot, []).append(piece)
        alike: dict[tuple[object, ...], list[int]] = {}
        for item, pieces in at.items():
            lots = tuple(sorted(self._balance.get(item, ())))
            alike.setdefault((lots, tuple(piece.index for piece in pieces)), []).append(item)
        for items in alike.values():
            terms = self._balance.get(items[0], [])
            for item in items:
                self._balance.pop(item, None)
            self._balance[items[0]] = terms
            for piece in at[items[0]]:
                assert piece.limit is not None
                per_unit = piece.sign * piece.limit * self._dollar * len(items)
                amount = self.model.column(0.0, piece.quantity, integer=self._whole, cost=per_unit)
                terms.append((amount, float(piece.sign)))
                self._pieces[piece.index].amounts += [(*divmod(i, self.layout.slots), amount) for i in items]

    def _node(self, branch: Branch, accepted: int, cap: float) -> tuple[int, Terms]:
        """Columns of one node. Returns its value column, and the terms that add up to the unit count (of a lot)."""
        model = self.model
        if branch.piece >= 0:
            return self._lot(self.layout.pieces[branch.piece], accepted, cap)
        value = model.column(-inf, inf)
        total: Terms = [(value, 1.0)]
        if branch.budget is not None:
            cap = min(cap, branch.budget * self._dollar + self._costs)
            model.row(-inf, 0.0, [(value, 1.0), (accepted, -branch.budget * self._dollar)])
        flags = [accepted if branch.linked and i == 0 else model.binary() for i in range(len(branch.children))]
        for child, flag in zip(branch.children, flags, strict=True):
            child_value, _ = self._node(child, flag, cap)
            total.append((child_value, -1.0))
            if flag != accepted:
                model.row(-inf, 0.0, [(flag, 1.0), (accepted, -1.0)])
        model.row(-inf, 0.0, total)
        if not branch.linked:
            self._ranks += [(flag, float(rank)) for rank, flag in enumerate(flags) if rank]
            model.row(0.0, inf, [(f, 1.0) for f in flags] + [(accepted, -float(branch.at_least))])
            model.row(-inf, 0.0, [(f, 1.0) for f in flags] + [(accepted, -float(branch.at_most))])
        if branch.same_region:
            self._same_region(branch)
        return value, []

    def _same_region(self, branch: Branch) -> None:
        layout, model = self.layout, self.model
        pieces = [p for p in pieces_below(branch, layout) if p.kind is not Kind.TOKEN]
        chosen = {r: model.binary() for r in sorted({layout.regions[p] for piece in pieces for p in piece.products})}
        model.row(-inf, 1.0, [(c, 1.0) for c in chosen.values()])
        for piece in pieces:
            columns = self._pieces.get(piece.index)
            if columns is None:
                continue
            by_region: dict[int, Terms] = {}
            for product, _, column in columns.options:
                by_region.setdefault(layout.regions[product], []).append((column, 1.0))
            for region, terms in by_region.items():
                model.row(-inf, 0.0, [*terms, (chosen[region], -1.0)])

    def _lot(self, piece: Piece, accepted: int, cap: float) -> tuple[int, Terms]:
        model = self.model
        value = model.column(-inf, inf)
        if not self.layout.openings[piece.index]:
            model.row(0.0, 0.0, [(accepted, 1.0)])
            model.row(0.0, 0.0, [(value, 1.0)])
            return value, []
        columns = PieceColumns(piece, accepted)
        self._pieces[piece.index] = columns
        if piece.kind is Kind.VOLUME:
            self._volume(columns)
        elif piece.kind is Kind.SPREAD:
            self._spread(columns)
        else:
            self._run(columns)
        if piece.limit is not None:
            per_unit = piece.sign * piece.limit * self._dollar
            model.row(-inf, 0.0, [(value, 1.0)] + [(c, -per_unit * a) for c, a in columns.units])
        if piece.budget is not None:
            model.row(-inf, 0.0, [(value, 1.0), (accepted, -piece.budget * self._dollar)])
        elif piece.limit is None:
            model.row(-inf, 0.0, [(value, 1.0), (accepted, -cap)])
        return value, columns.units

    def _run(self, columns: PieceColumns) -> None:
        piece, model = columns.piece, self.model
        for product, first, last in self.layout.openings[piece.index]:
            for start in range(first, last - piece.hours + 1):
                if (piece.index, product, start) in self._hopeless:
                    continue
                option = model.binary()
                columns.options.append((product, start, option))
                amounts: Terms = [(option, float(piece.least))]
                if piece.least < piece.quantity:
                    room = float(piece.quantity - piece.least)
                    more = model.column(0.0, room, integer=self._whole)
                    model.row(-inf, 0.0, [(more, 1.0), (option, -room)])
                    amounts.append((more, 1.0))
                columns.quantity += amounts
                columns.units += [(column, amount * piece.hours) for column, amount in amounts]
                for item in items_of(self.layout, piece, product, range(start, start + piece.hours)):
                    self._balance.setdefault(item, []).extend((c, piece.sign * a) for c, a in amounts)
        model.row(0.0, 0.0, [(o, 1.0) for _, _, o in columns.options] + [(columns.accepted, -1.0)])

    def _spread(self, columns: PieceColumns) -> None:
        piece, model = columns.piece, self.model
        quantity = model.column(0.0, piece.quantity, integer=self._whole)
        model.row(0.0, inf, [(quantity, 1.0), (columns.accepted, -float(piece.least))])
        model.row(-inf, 0.0, [(quantity, 1.0), (columns.accepted, -float(piece.quantity))])
        columns.quantity = [(quantity, 1.0)]
        columns.units = [(quantity, float(piece.hours))]
        for product, _, _ in self.layout.openings[piece.index]:
            option = model.binary()
            columns.options.append((product, piece.first, option))
            covers = []
            for slot in range(piece.first, piece.last):
                cover, amount = model.binary(), model.column(0.0, piece.quantity, integer=self._whole)
                covers.append((cover, 1.0))
                columns.covers.append((product, slot, cover))
                columns.amounts.append((product, slot, amount))
                model.row(-inf, 0.0, [(amount, 1.0), (cover, -float(piece.quantity))])
                model.row(-inf, 0.0, [(amount, 1.0), (quantity, -1.0)])
                model.row(
                    -float(piece.quantity), inf, [(amount, 1.0), (quantity, -1.0), (cover, -float(piece.quantity))]
                )
                self._balance.setdefault(product * self.layout.slots + slot, []).append((amount, float(piece.sign)))
            model.row(0.0, 0.0, [*covers, (option, -float(piece.hours))])
        model.row(0.0, 0.0, [(o, 1.0) for _, _, o in columns.options] + [(columns.accepted, -1.0)])

    def _volume(self, columns: PieceColumns) -> None:
        piece, model = columns.piece, self.model
        openings = self.layout.openings[piece.index]
        for product, _, _ in openings:
            option = columns.accepted if len(openings) == 1 else model.binary()
            columns.options.append((product, piece.first, option))
            for slot in range(piece.first, piece.last):
                amount = model.column(0.0, piece.quantity, integer=self._whole)
                columns.amounts.append((product, slot, amount))
                columns.units.append((amount, 1.0))
                model.row(-inf, 0.0, [(amount, 1.0), (option, -float(piece.quantity))])
                if piece.least > 1:
                    cover = columns.cover(model, product, slot, amount)
                    model.row(0.0, inf, [(amount, 1.0), (cover, -float(piece.least))])
                self._balance.setdefault(product * self.layout.slots + slot, []).append((amount, float(piece.sign)))
        model.row(-inf, 0.0, [*columns.units, (columns.accepted, -float(piece.volume))])
        model.row(0.0, inf, [*columns.units, (columns.accepted, -1.0)])
        if len(openings) > 1:
            model.row(0.0, 0.0, [(o, 1.0) for _, _, o in columns.options] + [(columns.accepted, -1.0)])
