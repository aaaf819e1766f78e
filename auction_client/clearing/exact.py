"""The whole auction as one mixed-integer programme, with prices as variables: exact, for small books.

Without price rules it is winner determination. Price rules are added bid by bid, as `solve_priced` finds that they
matter (a cutting loop over a complete model: it ends because there are finitely many bids). The rule "no accepted bid
loses money as a whole" multiplies prices by quantities; a product with a binary is linearised exactly, whole
quantities by their binary digits. Where those would be too many (volume lots of more than `DIGITS_UP_TO` GPUs) each
hour is held to the limit by itself, which is stricter; the model then says that it is `restricted`.
Price variables beside primal ones follow Madani and Van Vyve (EJOR 2015) and Martin, Mueller and Pokutta (2014).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.curve_book import is_hourly
from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.selection import Selection, Taken
from auction_client.clearing.solver import LinearModel

DIGITS_UP_TO = 8
Terms = list[tuple[int, float]]


@dataclass
class _PieceColumns:
    piece: Piece
    accepted: int
    options: list[tuple[int, int, int]] = field(default_factory=list)  # product, start slot, binary
    amounts: list[tuple[int, int, int]] = field(default_factory=list)  # product, slot, quantity column
    covers: list[tuple[int, int, int]] = field(default_factory=list)  # product, slot, binary "takes this slot"
    quantity: Terms = field(default_factory=list)  # the one quantity of a run, spread or token
    units: Terms = field(default_factory=list)


class ExactModel:
    """Welfare model of a book, with price rules for the bids given in `ruled`. Money in the model is USD."""

    def __init__(self, layout: Layout, ruled: frozenset[int] = frozenset(), *, whole: bool = True) -> None:
        self.layout = layout
        self._whole = whole
        self.restricted = False
        self.model = LinearModel()
        self._dollar = 1e-6 / layout.slots_per_hour
        self._balance: dict[int, Terms] = {}
        self._pieces: dict[int, _PieceColumns] = {}
        self._prices: dict[int, int] = {}
        self._caps = price_caps(layout) * self._dollar if ruled else np.zeros(0)
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
            if bid in ruled:
                self._no_loss(bid, root, value)
        self._hourly_lots(hourly)
        for terms in self._balance.values():
            self.model.row(0.0, 0.0, terms)

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
            self._pieces[piece.index] = _PieceColumns(piece, -1)
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
            model.row(0.0, inf, [(f, 1.0) for f in flags] + [(accepted, -float(branch.at_least))])
            model.row(-inf, 0.0, [(f, 1.0) for f in flags] + [(accepted, -float(branch.at_most))])
        if branch.same_region:
            self._same_region(branch)
        return value, []

    def _same_region(self, branch: Branch) -> None:
        layout, model = self.layout, self.model
        pieces = [p for p in _pieces_below(branch, layout) if p.kind is not Kind.TOKEN]
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
        columns = _PieceColumns(piece, accepted)
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

    def _run(self, columns: _PieceColumns) -> None:
        piece, model = columns.piece, self.model
        for product, first, last in self.layout.openings[piece.index]:
            for start in range(first, last - piece.hours + 1):
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
                for item in self._items(piece, product, range(start, start + piece.hours)):
                    self._balance.setdefault(item, []).extend((c, piece.sign * a) for c, a in amounts)
        model.row(0.0, 0.0, [(o, 1.0) for _, _, o in columns.options] + [(columns.accepted, -1.0)])

    def _spread(self, columns: _PieceColumns) -> None:
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

    def _volume(self, columns: _PieceColumns) -> None:
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
                    cover = self._cover(columns, product, slot, amount)
                    model.row(0.0, inf, [(amount, 1.0), (cover, -float(piece.least))])
                self._balance.setdefault(product * self.layout.slots + slot, []).append((amount, float(piece.sign)))
        model.row(-inf, 0.0, [*columns.units, (columns.accepted, -float(piece.volume))])
        model.row(0.0, inf, [*columns.units, (columns.accepted, -1.0)])
        if len(openings) > 1:
            model.row(0.0, 0.0, [(o, 1.0) for _, _, o in columns.options] + [(columns.accepted, -1.0)])

    def _cover(self, columns: _PieceColumns, product: int, slot: int, amount: int) -> int:
        for known_product, known_slot, column in columns.covers:
            if (known_product, known_slot) == (product, slot):
                return column
        cover = self.model.binary()
        columns.covers.append((product, slot, cover))
        self.model.row(-inf, 0.0, [(amount, 1.0), (cover, -float(columns.piece.quantity))])
        return cover

    def _items(self, piece: Piece, product: int, slots: range) -> list[int]:
        return [product] if piece.kind is Kind.TOKEN else [product * self.layout.slots + slot for slot in slots]

    # -- price part

    def _price(self, item: int) -> int:
        column = self._prices.get(item)
        if column is None:
            column = self._prices[item] = self.model.column(0.0, float(self._caps[item]))
        return column

    def _no_loss(self, bid: int, root: Branch, value: int) -> None:
        pays: dict[int, Terms] = {}
        single = root.piece >= 0
        for index in self.layout.pieces_of[bid]:
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
        self.model.row(-inf, upper, list(merged.items()))

    def _budgets(self, branch: Branch, pays: dict[int, Terms], *, top: bool = False) -> None:
        """What is paid below a node stays within its budget (the root's is in its value already)."""
        if branch.budget is not None and not top:
            below = [t for p in _pieces_below(branch, self.layout) for t in pays.get(p.index, [])]
            if below:
                self._row_of_pay(below, [], branch.budget * self._dollar)
        for child in branch.children:
            self._budgets(child, pays)

    def _pay(self, columns: _PieceColumns, single: bool) -> Terms:
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
                self.model.row(-inf, at_limit, [(unit_price, 1.0)])
            else:
                self.model.row(0.0, inf, [(unit_price, 1.0), (columns.accepted, -at_limit)])
            return []
        return self._times_quantity(unit_price, self._top(piece), columns.quantity, piece)

    def _top(self, piece: Piece) -> float:
        """The highest price of a whole run or spread of this piece."""
        if piece.kind is Kind.TOKEN:
            return float(max(self._caps[p] for p in piece.products))
        spans = [
            self._caps[p * self.layout.slots + piece.first : p * self.layout.slots + piece.last] for p in piece.products
        ]
        return float(max(np.sort(span)[-piece.hours :].sum() for span in spans))

    def _price_of_run(self, columns: _PieceColumns) -> int:
        piece, top = columns.piece, self._top(columns.piece)
        unit_price = self.model.column(0.0, top)
        if piece.sign < 0:
            self.model.row(-inf, 0.0, [(unit_price, 1.0), (columns.accepted, -top)])
        for product, start, option in columns.options:
            items = self._items(piece, product, range(start, start + piece.hours))
            span = [(self._price(item), -1.0) for item in items]
            big = top if piece.sign < 0 else float(sum(self._caps[item] for item in items))
            if piece.sign > 0:  # unit_price >= sum of prices, if chosen
                self.model.row(-big, inf, [(unit_price, 1.0), (option, -big), *span])
            else:  # unit_price <= sum of prices, if chosen
                self.model.row(-inf, big, [(unit_price, 1.0), (option, big), *span])
        return unit_price

    def _price_of_spread(self, columns: _PieceColumns) -> int:
        piece, model, top = columns.piece, self.model, self._top(columns.piece)
        unit_price = model.column(0.0, top)
        if piece.sign < 0:
            model.row(-inf, 0.0, [(unit_price, 1.0), (columns.accepted, -top)])
        parts: Terms = []
        for product, slot, cover in columns.covers:
            item = product * self.layout.slots + slot
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
        model = self.model
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

    def _pay_by_slot(self, columns: _PieceColumns) -> Terms:
        piece, model = columns.piece, self.model
        if piece.quantity <= DIGITS_UP_TO or piece.limit is None:
            pay: Terms = []
            for product, slot, amount in columns.amounts:
                item = product * self.layout.slots + slot
                pay += self._times_quantity(self._price(item), float(self._caps[item]), [(amount, 1.0)], piece)
            return pay
        self.restricted = True
        limit = piece.limit * self._dollar
        for product, slot, amount in columns.amounts:
            item = product * self.layout.slots + slot
            cover = self._cover(columns, product, slot, amount)
            cap = float(self._caps[item])
            if piece.sign > 0:
                model.row(-inf, max(limit, cap), [(self._price(item), 1.0), (cover, max(0.0, cap - limit))])
            else:
                model.row(0.0, inf, [(self._price(item), 1.0), (cover, -limit)])
        return [(c, limit * a * piece.sign) for c, a in columns.units]

    def _unsold(self, columns: _PieceColumns) -> None:
        """Divisible supply that is left over is never priced above its cost."""
        piece, model = columns.piece, self.model
        assert piece.limit is not None
        limit = piece.limit * self._dollar
        if piece.kind is Kind.VOLUME:
            spent = None
            if piece.volume < piece.quantity * (piece.last - piece.first):
                spent = model.binary()
                model.row(0.0, inf, [*columns.units, (spent, -float(piece.volume))])
            for product, slot, amount in columns.amounts:
                item = product * self.layout.slots + slot
                big = max(0.0, float(self._caps[item]) - limit)
                full = model.binary()
                model.row(0.0, inf, [(amount, 1.0), (full, -float(piece.quantity))])
                terms = [(self._price(item), 1.0), (full, -big)] + ([] if spent is None else [(spent, -big)])
                if piece.least > 1:  # an hour not taken at all cannot be taken in part
                    cover = self._cover(columns, product, slot, amount)
                    model.row(-inf, limit + big, [*terms, (cover, big)])
                else:
                    model.row(-inf, limit, terms)
        elif piece.kind is not Kind.SPREAD and piece.least < piece.quantity:
            full = model.binary()
            model.row(0.0, inf, [*columns.quantity, (full, -float(piece.quantity))])
            for product, start, option in columns.options:
                items = self._items(piece, product, range(start, start + piece.hours))
                big = max(0.0, float(sum(self._caps[i] for i in items)) - limit * piece.hours)
                span = [(self._price(i), 1.0) for i in items]
                model.row(-inf, limit * piece.hours + big, [*span, (full, -big), (option, big)])
                if piece.least == 1:
                    model.row(-inf, limit * piece.hours, [*span, (columns.accepted, -big)])


def price_caps(layout: Layout) -> NDArray[np.float64]:
    """The highest price, in grains, that any supported selection could need at each item: what the bid that can pay
    most for one GPU there could pay, were all its other hours free; at most ten times the book's highest limit."""
    caps = np.zeros(layout.items)
    highest = 0.0
    for piece in layout.pieces:
        if piece.sign < 0 or not piece.products:
            if piece.limit is not None:
                highest = max(highest, float(piece.limit))
            continue
        whole = worst_budget(layout, layout.roots[piece.bid]) * 1e6 * layout.slots_per_hour
        per_gpu = min(whole / max(1, piece.least), 10.0 * (piece.limit if piece.limit is not None else whole))
        if piece.limit is not None:
            highest = max(highest, float(piece.limit))
        else:
            highest = max(highest, whole / max(1, piece.least * piece.hours))
        for product in piece.products:
            span = layout.items_of(piece, product)
            np.maximum(caps[span.start : span.stop], per_gpu, out=caps[span.start : span.stop])
    return np.maximum(np.minimum(caps, 10.0 * highest), highest) + max(layout.tick, layout.token_tick)


def worst_budget(layout: Layout, branch: Branch) -> float:
    """The most that anything below this node can be worth, in USD."""
    dollar = 1e-6 / layout.slots_per_hour
    if branch.piece >= 0:
        piece = layout.pieces[branch.piece]
        if piece.sign < 0:
            return 0.0
        value = inf if piece.limit is None else piece.limit * piece.volume * dollar
    else:
        value = sum(worst_budget(layout, child) for child in branch.children)
    return min(value, inf if branch.budget is None else branch.budget * dollar)


def _pieces_below(branch: Branch, layout: Layout) -> list[Piece]:
    if branch.piece >= 0:
        return [layout.pieces[branch.piece]]
    return [piece for child in branch.children for piece in _pieces_below(child, layout)]
