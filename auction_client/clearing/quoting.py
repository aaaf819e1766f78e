"""Reads an estimate off a cleared market: what each alternative costs, which hours bind, and why it does not fill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from math import inf

import numpy as np

from auction_client.clearing.book import BookBid
from auction_client.clearing.estimates import Alternative, Basis, BindingHour, Estimate, LotEstimate
from auction_client.clearing.kernel import NO_UNIT
from auction_client.clearing.layout import Branch, Kind, Layout, Piece
from auction_client.clearing.market import ClearedMarket, Draft, layout_node
from auction_client.clearing.outcome import Fill, Outcome
from auction_client.clearing.placing import Insertion
from auction_client.clearing.reasons import Reason, WhyNot

_TICK = Decimal("0.0001")
_MOST_BINDING = 5
_MUCH_MORE = 256.0
_NOTHING_FITS = (Reason.NO_OFFERS, Reason.NOT_ENOUGH)


class Quoter:
    """One draft against one cleared market."""

    def __init__(self, market: ClearedMarket, draft: BookBid) -> None:
        self._market = market
        self._draft = draft
        self._shape = Draft(market.book, draft)
        self._layout: Layout = self._shape.layout
        self._root = self._layout.roots[0]

    def estimate(
        self, *, fills: bool, basis: Basis, outcome: Outcome | None = None, around: Insertion | None = None
    ) -> Estimate:
        """outcome: of the book with the draft; what it says about the draft goes before the market's own answer.
        around: how the draft was filled when the market around it was cleared again, for where it finds no place in
        the market as it stands."""
        fill = None if outcome is None else outcome.fill_of(self._draft.id)
        placed = self._shape.against(self._market).insert() if fills and fill is None else None
        if around is not None and (placed is None or not placed.fills):
            placed = around
        chosen = self._chosen(fill, placed) if fills else None
        ways = tuple(self._alternative(branch, chosen, fill, outcome, placed) for branch in alternatives(self._root))
        taken = next((way for way in ways if way.fills), None)
        shown = taken or min(
            (way for way in ways if way.payment is not None),
            key=lambda way: (way.payment or Decimal(0)) - (way.worth or Decimal(0)),
            default=None,
        )
        left_out = outcome is not None and self._draft.id in outcome.rejected_in_the_money
        reasons = tuple(way.why_not for way in ways if way.why_not)
        reasons += tuple(self._tied(self._root)) if not fills else ()
        if left_out and not any(way.why_not and way.why_not.code in _NOTHING_FITS for way in ways):
            reasons = (WhyNot(code=Reason.WOULD_MOVE_PRICE, path=self._root.path),)
        return Estimate(
            fills=fills,
            alternative=taken.path if taken else None,
            payment=(fill.pay if fill else taken.payment) if taken else None,
            alternatives=ways,
            binding=() if shown is None else self._binding(shown, outcome),
            why_not=() if fills else reasons,
            basis=basis,
        )

    # -- parts

    def _chosen(self, fill: Fill | None, placed: Insertion | None) -> frozenset[str]:
        if fill is not None:
            return frozenset(lot.path for lot in fill.lots)
        return frozenset(self._layout.pieces[piece].path for piece, *_ in placed.spans) if placed else frozenset()

    def _alternative(
        self,
        branch: Branch,
        chosen: frozenset[str] | None,
        fill: Fill | None,
        outcome: Outcome | None,
        placed: Insertion | None,
    ) -> Alternative:
        if chosen is not None and any(_under(path, branch.path) for path in chosen):
            if fill is not None and outcome is not None:
                lots = tuple(self._lot_of_fill(fill, number, outcome) for number in range(len(fill.lots)))
                lots = tuple(lot for lot in lots if _under(lot.path, branch.path))
                return self._filled(branch, lots)
            assert placed is not None
            return self._filled(branch, self._lots(placed))
        if why := self._missing(branch):
            return Alternative(path=branch.path, fills=False, lots=(), payment=None, worth=None, why_not=why)
        shape = Draft(self._market.book, self._draft, branch)
        placing = shape.against(self._market)
        edge = placing.break_even()
        quote = None if edge in (0.0, inf) else placing.insert(edge * (1 + 1e-9)) or placing.insert(edge)
        if quote is None:
            return Alternative(
                path=branch.path, fills=False, lots=(), payment=None, worth=None,
                why_not=WhyNot(code=Reason.NOT_ENOUGH, path=branch.path),
            )  # fmt: skip
        lots, payment, worth = self._quoted(quote, edge)
        too_dear = payment > worth
        # What just fills may be a small part of it: what all of it would cost says more, or what would be taken.
        further = edge * (_MUCH_MORE if quote.value > 0 else 1 / _MUCH_MORE) if too_dear else 1.0
        more = placing.insert(further)
        if more is not None and _pieces(more) == _pieces(quote):
            lots, payment, worth = self._quoted(more, further)
        if too_dear:
            allowed = self._worth(branch, lots, budgets=False)
            code = Reason.BUDGET if allowed is None or payment <= allowed else Reason.PRICE
            why = WhyNot(code=code, path=branch.path, payment=payment, worth=worth)
        else:
            why = WhyNot(code=Reason.SECOND_BEST, path=branch.path)
        return Alternative(path=branch.path, fills=False, lots=lots, payment=payment, worth=worth, why_not=why)

    def _quoted(self, quote: Insertion, multiplier: float) -> tuple[tuple[LotEstimate, ...], Decimal, Decimal]:
        """Lots, payment and worth of what was inserted with limits and budgets multiplied."""
        lots = self._lots(quote)
        payment = sum((lot.payment for lot in lots), Decimal(0))
        return lots, payment, self._layout.money(round(quote.value / multiplier))

    def _filled(self, branch: Branch, lots: tuple[LotEstimate, ...]) -> Alternative:
        payment = sum((lot.payment for lot in lots), Decimal(0))
        return Alternative(
            path=branch.path, fills=True, lots=lots, payment=payment, worth=self._worth(branch, lots), why_not=None
        )

    def _tied(self, branch: Branch) -> Iterator[WhyNot]:
        """What would fill by itself, but hangs on something that does not."""
        if branch.linked:
            first, then = (
                Draft(self._market.book, self._draft, child).against(self._market).insert() for child in branch.children
            )
            if then is not None and then.fills and not (first is not None and first.fills):
                yield WhyNot(code=Reason.LINKED, path=branch.children[1].path)
        for child in branch.children:
            yield from self._tied(child)

    def _worth(self, branch: Branch, lots: tuple[LotEstimate, ...], *, budgets: bool = True) -> Decimal | None:
        """The most that these lots may pay; without budgets: as far as their limits alone say."""
        by_path = {lot.path: lot for lot in lots}
        node = layout_node(self._root, branch.path)

        def worth(at: Branch) -> int | None:
            if at.piece >= 0:
                piece = self._layout.pieces[at.piece]
                lot = by_path.get(piece.path)
                if lot is None:
                    return 0
                units = lot.quantity * max(1, len(lot.slots))
                value = None if piece.limit is None else piece.limit * units * piece.sign
            else:
                parts = [worth(child) for child in at.children]
                value = None if None in parts else sum(part for part in parts if part is not None)
            caps = [each for each in (value, at.budget if budgets else None) if each is not None]
            return min(caps, default=None)

        found = worth(node)
        above = [b for b in _budgets_above(self._root, branch.path) if b is not None and budgets]
        caps = [each for each in (found, *above) if each is not None]
        return self._layout.money(min(caps)) if caps else None

    def _missing(self, branch: Branch) -> WhyNot | None:
        """Why some lot that the alternative cannot do without has nothing on sale in the book."""
        for piece in _needed(self._layout, branch):
            if piece.why is not None:
                return WhyNot(code=piece.why, path=piece.path)
            spans = [self._layout.items_of(piece, product) for product in piece.products]
            steps = np.diff(self._market.curves.step_start)
            if piece.sign > 0 and not any(steps[s.start : s.stop].any() for s in spans):
                return WhyNot(code=Reason.NO_OFFERS, path=piece.path)
        return None

    def _lots(self, placed: Insertion) -> tuple[LotEstimate, ...]:
        layout = self._layout
        rows: dict[int, list[tuple[int, int, int]]] = {}
        for piece, item, length, quantity in placed.spans:
            rows.setdefault(piece, []).append((item, length, quantity))
        return tuple(self._lot(layout.pieces[index], sorted(spans), placed) for index, spans in sorted(rows.items()))

    def _lot(self, piece: Piece, spans: list[tuple[int, int, int]], placed: Insertion) -> LotEstimate:
        layout, book = self._layout, self._market.book
        units = sum(length * abs(quantity) for _, length, quantity in spans)
        paid = sum(quantity * float(placed.prices[item : item + length].sum()) for item, length, quantity in spans)
        payment = layout.money(round(paid / layout.tick) * layout.tick)
        if piece.kind is Kind.TOKEN:
            name = book.tokens[spans[0][0] - len(book.products) * layout.slots]
            slots: tuple[int, ...] = ()
            quantities: tuple[int, ...] = (units,)
            hours = Decimal(units)
        else:
            product = spans[0][0] // layout.slots
            name = book.products[product].id
            slots = tuple(i - product * layout.slots + t for i, length, _ in spans for t in range(length))
            quantities = tuple(abs(quantity) for _, length, quantity in spans for _ in range(length))
            hours = Decimal(units) / layout.slots_per_hour
        return LotEstimate(
            path=piece.path, product=name, slots=slots, quantities=quantities, quantity=max(quantities),
            price=(abs(payment) / hours).quantize(_TICK, ROUND_HALF_EVEN), payment=payment,
        )  # fmt: skip

    def _lot_of_fill(self, fill: Fill, number: int, outcome: Outcome) -> LotEstimate:
        lot = fill.lots[number]
        piece = next(p for p in self._layout.pieces if p.path == lot.path)
        quantities = lot.quantities()
        if lot.slots:
            hours = Decimal(1) / self._layout.slots_per_hour
            prices = [outcome.prices[lot.product][slot] or Decimal(0) for slot in lot.slots]
        else:
            hours = Decimal(1)
            prices = [outcome.token_prices[lot.product] or Decimal(0)]
        paid = sum((p * q for p, q in zip(prices, quantities, strict=True)), Decimal(0)) * hours
        return LotEstimate(
            path=lot.path, product=lot.product, slots=lot.slots, quantities=quantities, quantity=max(quantities),
            price=(paid / (hours * sum(quantities))).quantize(_TICK, ROUND_HALF_EVEN), payment=paid * piece.sign,
        )  # fmt: skip

    def _binding(self, way: Alternative, outcome: Outcome | None) -> tuple[BindingHour, ...]:
        """The dearest hours of the alternative, dearest first."""
        layout, book = self._layout, self._market.book
        index = {product.id: number for number, product in enumerate(book.products)}
        found: dict[tuple[str, int], BindingHour] = {}
        for lot in way.lots:
            if not lot.slots:
                continue
            base = index[lot.product] * layout.slots
            high = self._market.high[base : base + layout.slots]
            low = self._market.low[base : base + layout.slots]
            standing = np.where(high < NO_UNIT, high, low)
            if outcome is not None:
                listed = [float(p or 0) * 1e6 for p in outcome.prices[lot.product]]
                standing = np.array(listed)
            known = standing[standing > 0]
            mean = float(known.mean()) if len(known) else 0.0
            for slot in lot.slots:
                price = Decimal(round(standing[slot] / layout.tick)) * _TICK
                found[lot.product, slot] = BindingHour(
                    product=lot.product, slot=slot,
                    starts=book.start + timedelta(minutes=book.slot_minutes) * slot,
                    price=price, ratio=round(float(standing[slot]) / mean, 3) if mean else 1.0,
                    sold_out=bool(high[slot] >= NO_UNIT),
                )  # fmt: skip
        ranked = sorted(found.values(), key=lambda hour: (-hour.price, hour.product, hour.slot))
        return tuple(ranked[:_MOST_BINDING])


def alternatives(root: Branch) -> list[Branch]:
    """The items of the outermost one-of, else the whole bid."""
    if root.piece < 0 and not root.linked and root.at_most == 1:
        return [each for child in root.children for each in alternatives(child)]
    return [root]


def _pieces(placed: Insertion) -> frozenset[int]:
    return frozenset(piece for piece, *_ in placed.spans)


def _needed(layout: Layout, branch: Branch) -> list[Piece]:
    """The lots that an alternative cannot do without."""
    if branch.piece >= 0:
        return [layout.pieces[branch.piece]]
    if branch.linked:
        return _needed(layout, branch.children[0])
    if branch.at_least < len(branch.children):
        return []
    return [piece for child in branch.children for piece in _needed(layout, child)]


def _budgets_above(branch: Branch, path: str) -> list[int | None]:
    if branch.path == path:
        return []
    below = next((child for child in branch.children if _under(path, child.path)), None)
    return [branch.budget] if below is None else [branch.budget, *_budgets_above(below, path)]


def _under(path: str, root: str) -> bool:
    return path == root or path.startswith(f"{root}.")
