"""Price rules of the exact model: no accepted bid loses, budgets hold, unsold supply is not priced above its cost.

The rule "no accepted bid loses money as a whole" multiplies prices by quantities; a product with a binary is linearised
exactly, whole quantities by their binary digits. Where those would be too many (volume lots of more than `DIGITS_UP_TO`
GPUs) each hour is held to the limit by itself, which is stricter; the rules then say that they are `restricted`. Price
variables beside primal ones follow Madani and Van Vyve (EJOR 2015) and Martin, Mueller and Pokutta (2014).
"""

from __future__ import annotations

from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.exact_columns import PieceColumns, Terms, items_of, pieces_below
from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.solver import LinearModel

DIGITS_UP_TO = 8


class PriceRules:
    """The price variables of one model, and the rules over them. Money in the model is USD."""

    def __init__(
        self, layout: Layout, model: LinearModel, pieces: dict[int, PieceColumns], caps: NDArray[np.float64]
    ) -> None:
        """pieces: the columns of the model's lots, filled as they are made. caps: the highest price of every item."""
        self._layout = layout
        self._model = model
        self._pieces = pieces
        self._caps = caps
        self._dollar = 1 / layout.grains_per_dollar
        self._prices: dict[int, int] = {}
        self.restricted = False

    def _price(self, item: int) -> int:
        column = self._prices.get(item)
        if column is None:
            column = self._prices[item] = self._model.column(0.0, float(self._caps[item]))
        return column

    def add(self, bid: int, root: Branch, value: int) -> None:
        """The rule for one bid, whose value is in this column."""
        pays: dict[int, Terms] = {}
        single = root.piece >= 0
        for index in self._layout.pieces_of[bid]:
            columns = self._pieces.get(index)
            if columns is not None:
                pays[index] = self._pay(columns, single)
        if any(pays.values()):
            self._row_of_pay([t for terms in pays.values() for t in terms], [(value, -1.0)])
        self._budgets(root, pays, top=True)
        if single and root.piece in self._pieces and self._pieces[root.piece].piece.sign < 0:
            self._unsold(self._pieces[root.piece])

    def _row_of_pay(self, pay: Terms, other: Terms, upper: float = 0.0) -> None:
        merged: dict[int, float] = {}
        for column, factor in [*pay, *other]:
            merged[column] = merged.get(column, 0.0) + factor
        self._model.row(-inf, upper, list(merged.items()))

    def _budgets(self, branch: Branch, pays: dict[int, Terms], *, top: bool = False) -> None:
        """What is paid below a node stays within its budget (the root's is in its value already)."""
        if branch.budget is not None and not top:
            below = [t for p in pieces_below(branch, self._layout) for t in pays.get(p.index, [])]
            if below:
                self._row_of_pay(below, [], branch.budget * self._dollar)
        for child in branch.children:
            self._budgets(child, pays)

    def _pay(self, columns: PieceColumns, single: bool) -> Terms:
        """Terms that add up to at least what the piece pays (or at most what it receives, then negative)."""
        piece = columns.piece
        if piece.kind is Kind.VOLUME:
            return self._pay_by_slot(columns)
        unit_price = self._price_of_spread(columns) if piece.kind is Kind.SPREAD else self._price_of_run(columns)
        if piece.least == piece.quantity:
            return [(unit_price, float(piece.sign * piece.quantity))]
        if single and piece.limit is not None and piece.budget is None:
            # No GPU of it loses: then no quantity of it does, and the other way round.
            at_limit = piece.limit * piece.hours * self._dollar
            if piece.sign > 0:
                self._model.row(-inf, at_limit, [(unit_price, 1.0)])
            else:
                self._model.row(0.0, inf, [(unit_price, 1.0), (columns.accepted, -at_limit)])
            return []
        return self._times_quantity(unit_price, self._top(piece), columns.quantity, piece)

    def _top(self, piece: Piece) -> float:
        """The highest price of a whole run or spread of this piece."""
        if piece.kind is Kind.TOKEN:
            return float(max(self._caps[p] for p in piece.products))
        spans = [
            self._caps[p * self._layout.slots + piece.first : p * self._layout.slots + piece.last]
            for p in piece.products
        ]
        return float(max(np.sort(span)[-piece.hours :].sum() for span in spans))

    def _price_of_run(self, columns: PieceColumns) -> int:
        piece, top = columns.piece, self._top(columns.piece)
        unit_price = self._model.column(0.0, top)
        if piece.sign < 0:
            self._model.row(-inf, 0.0, [(unit_price, 1.0), (columns.accepted, -top)])
        for product, start, option in columns.options:
            items = items_of(self._layout, piece, product, range(start, start + piece.hours))
            span = [(self._price(item), -1.0) for item in items]
            big = top if piece.sign < 0 else float(sum(self._caps[item] for item in items))
            if piece.sign > 0:  # unit_price >= sum of prices, if chosen
                self._model.row(-big, inf, [(unit_price, 1.0), (option, -big), *span])
            else:  # unit_price <= sum of prices, if chosen
                self._model.row(-inf, big, [(unit_price, 1.0), (option, big), *span])
        return unit_price

    def _price_of_spread(self, columns: PieceColumns) -> int:
        piece, model, top = columns.piece, self._model, self._top(columns.piece)
        unit_price = model.column(0.0, top)
        if piece.sign < 0:
            model.row(-inf, 0.0, [(unit_price, 1.0), (columns.accepted, -top)])
        parts: Terms = []
        for product, slot, cover in columns.covers:
            item = product * self._layout.slots + slot
            cap = float(self._caps[item])
            part = model.column(0.0, cap)
            parts.append((part, -1.0))
            if piece.sign > 0:
                model.row(-cap, inf, [(part, 1.0), (self._price(item), -1.0), (cover, -cap)])
            else:
                model.row(-inf, 0.0, [(part, 1.0), (self._price(item), -1.0)])
                model.row(-inf, 0.0, [(part, 1.0), (cover, -cap)])
        if piece.sign > 0:
            model.row(0.0, inf, [(unit_price, 1.0), *parts])
        else:
            model.row(-inf, 0.0, [(unit_price, 1.0), *parts])
        return unit_price

    def _times_quantity(self, price: int, top: float, quantity: Terms, piece: Piece) -> Terms:
        """price * quantity by the binary digits of the quantity: from above for a buy, from below for a sell."""
        model = self._model
        digits = [model.binary() for _ in range(piece.quantity.bit_length())]
        model.row(0.0, 0.0, [*quantity, *[(d, -float(2**k)) for k, d in enumerate(digits)]])
        pay: Terms = []
        for power, digit in enumerate(digits):
            part = model.column(0.0, top)
            if piece.sign > 0:
                model.row(-top, inf, [(part, 1.0), (price, -1.0), (digit, -top)])
            else:
                model.row(-inf, 0.0, [(part, 1.0), (price, -1.0)])
                model.row(-inf, 0.0, [(part, 1.0), (digit, -top)])
            pay.append((part, float(piece.sign * 2**power)))
        return pay

    def _pay_by_slot(self, columns: PieceColumns) -> Terms:
        piece, model = columns.piece, self._model
        if piece.quantity <= DIGITS_UP_TO or piece.limit is None:
            pay: Terms = []
            for product, slot, amount in columns.amounts:
                item = product * self._layout.slots + slot
                pay += self._times_quantity(self._price(item), float(self._caps[item]), [(amount, 1.0)], piece)
            return pay
        self.restricted = True
        limit = piece.limit * self._dollar
        for product, slot, amount in columns.amounts:
            item = product * self._layout.slots + slot
            cover = columns.cover(model, product, slot, amount)
            cap = float(self._caps[item])
            if piece.sign > 0:
                model.row(-inf, max(limit, cap), [(self._price(item), 1.0), (cover, max(0.0, cap - limit))])
            else:
                model.row(0.0, inf, [(self._price(item), 1.0), (cover, -limit)])
        return [(c, limit * a * piece.sign) for c, a in columns.units]

    def _unsold(self, columns: PieceColumns) -> None:
        """Divisible supply that is left over is never priced above its cost."""
        piece, model = columns.piece, self._model
        assert piece.limit is not None
        limit = piece.limit * self._dollar
        if piece.kind is Kind.VOLUME:
            spent = None
            if piece.volume < piece.quantity * (piece.last - piece.first):
                spent = model.binary()
                model.row(0.0, inf, [*columns.units, (spent, -float(piece.volume))])
            for product, slot, amount in columns.amounts:
                item = product * self._layout.slots + slot
                big = max(0.0, float(self._caps[item]) - limit)
                full = model.binary()
                model.row(0.0, inf, [(amount, 1.0), (full, -float(piece.quantity))])
                terms = [(self._price(item), 1.0), (full, -big)] + ([] if spent is None else [(spent, -big)])
                if piece.least > 1:  # an hour not taken at all cannot be taken in part
                    cover = columns.cover(model, product, slot, amount)
                    model.row(-inf, limit + big, [*terms, (cover, big)])
                else:
                    model.row(-inf, limit, terms)
        elif piece.kind is not Kind.SPREAD and piece.least < piece.quantity:
            full = model.binary()
            model.row(0.0, inf, [*columns.quantity, (full, -float(piece.quantity))])
            for product, start, option in columns.options:
                items = items_of(self._layout, piece, product, range(start, start + piece.hours))
                big = max(0.0, float(sum(self._caps[i] for i in items)) - limit * piece.hours)
                span = [(self._price(i), 1.0) for i in items]
                model.row(-inf, limit * piece.hours + big, [*span, (full, -big), (option, big)])
                if piece.least == 1:
                    model.row(-inf, limit * piece.hours, [*span, (columns.accepted, -big)])
