"""Goods and money: nothing oversold, one price for everybody, nobody loses, what is paid is received."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from auction_client.clearing.book import BookBid
from auction_client.clearing.outcome import LotFill, Outcome
from auction_client.clearing.verifier.acceptance import is_filled
from auction_client.clearing.verifier.terms import Terms
from auction_client.model.bid import Lot, Node, children_of, walk

TICK = Fraction(1, 10_000)


class PriceList:
    """An outcome's prices, USD per GPU-hour or per token."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.stated = bool(outcome.prices or outcome.token_prices)

    def at(self, product: str, slot: int) -> Fraction | None:
        """The price of a product in a slot (of a token: whatever the slot); None: it has none."""
        if product in self._outcome.token_prices:
            price = self._outcome.token_prices[product]
        else:
            column = self._outcome.prices.get(product, ())
            price = column[slot] if slot < len(column) else None
        return None if price is None else Fraction(price)

    def faults(self, terms: Terms) -> Iterator[str]:
        """What is wrong with the list itself."""
        outcome = self._outcome
        if set(outcome.prices) != set(terms.products):
            yield "the price list does not name the book's products"
        if set(outcome.token_prices) != set(terms.book.tokens):
            yield "the price list does not name the book's tokens"
        for name, column in outcome.prices.items():
            if len(column) != terms.book.slots:
                yield f"{name} has {len(column)} prices for {terms.book.slots} slots"
            if any(price is not None and Fraction(price) % TICK for price in column):
                yield f"{name} has a price off the tick of 0.0001 USD"
        if any(price is not None and Fraction(price) % TICK for price in outcome.token_prices.values()):
            yield "a token's price is off the tick of 0.0001 USD"


class Ledger:
    """Who takes what, and what that costs. The fills must have passed `Acceptance`."""

    def __init__(self, terms: Terms, outcome: Outcome) -> None:
        self._terms = terms
        self._outcome = outcome
        self._bids = {bid.id: bid for bid in terms.book.bids}
        self._prices = PriceList(outcome)

    def faults(self) -> Iterator[str]:
        """Balance and payments, and prices where there are any."""
        yield from self._balance()
        if self._prices.stated:
            yield from self._prices.faults(self._terms)
            yield from self._payments()
        elif any(fill.pay for fill in self._outcome.fills):
            yield "somebody pays although there are no prices"

    def surplus(self) -> Fraction:
        """Value of the accepted buys less cost of the accepted sells, USD."""
        total = Fraction(0)
        for fill in self._outcome.fills:
            total += self._value("root", self._bids[fill.bid].root, {each.path: each for each in fill.lots}) or 0
        return total

    def _filled_lots(self) -> Iterator[tuple[BookBid, Lot, LotFill]]:
        for fill in self._outcome.fills:
            nodes = dict(walk(self._bids[fill.bid].root))
            for each in fill.lots:
                lot = nodes[each.path]
                assert isinstance(lot, Lot)
                yield self._bids[fill.bid], lot, each

    def _balance(self) -> Iterator[str]:
        traded: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: {"buy": 0, "sell": 0})
        for _, lot, filled in self._filled_lots():
            for slot, quantity in zip(filled.slots or (0,), filled.quantities(), strict=True):
                traded[filled.product, slot][lot.side] += quantity
        for (product, slot), sides in traded.items():
            if sides["buy"] != sides["sell"]:
                yield f"{product} in slot {slot}: {sides['buy']} bought, {sides['sell']} sold"
            elif self._prices.stated and self._prices.at(product, slot) is None:
                yield f"{product} in slot {slot} is traded without a price"

    def _paid(self, filled: LotFill, lot: Lot) -> Fraction:
        hours = self._terms.slot_hours if filled.slots else Fraction(1)
        paid = Fraction(0)
        for slot, quantity in zip(filled.slots or (0,), filled.quantities(), strict=True):
            paid += (self._prices.at(filled.product, slot) or Fraction(0)) * quantity * hours
        return paid if lot.side == "buy" else -paid

    def _payments(self) -> Iterator[str]:
        for fill in self._outcome.fills:
            bid = self._bids[fill.bid]
            lots = {each.path: each for each in fill.lots}
            due = {at: self._paid(lots[at], lot) for at, lot in walk(bid.root) if at in lots and isinstance(lot, Lot)}
            if sum(due.values()) != Fraction(fill.pay):
                yield f"{fill.bid} pays {fill.pay}; at the prices it is {float(sum(due.values())):.6f}"
            value = self._value("root", bid.root, lots)
            if value is not None and sum(due.values()) > value:
                yield f"{fill.bid} loses: it pays {fill.pay} for a value of {float(value):.6f}"
            for at, node in walk(bid.root):
                below = sum(paid for path, paid in due.items() if path == at or path.startswith(f"{at}."))
                if node.budget is not None and below > Fraction(node.budget):
                    yield f"{fill.bid}: {at} pays {float(below):.6f}, more than its budget of {node.budget}"
        if sum(Fraction(fill.pay) for fill in self._outcome.fills) != 0:
            yield "what buyers pay is not what sellers receive"

    def _value(self, path: str, node: Node, lots: dict[str, LotFill]) -> Fraction | None:
        """Value of what is filled below a node; None: without a price of its own."""
        cap = None if node.budget is None else Fraction(node.budget)
        if isinstance(node, Lot):
            if path not in lots:
                return Fraction(0)
            filled = lots[path]
            if node.limit is None:
                return cap
            hours = self._terms.slot_hours if filled.slots else Fraction(1)
            worth = Fraction(node.limit) * sum(filled.quantities()) * hours
            worth = worth if node.side == "buy" else -worth
            return worth if cap is None else min(worth, cap)
        if not is_filled(path, node, lots):
            return Fraction(0)
        total: Fraction | None = Fraction(0)
        for child_path, child in children_of(node, path):
            part = self._value(child_path, child, lots)
            total = None if total is None or part is None else total + part
        if cap is None:
            return total
        return cap if total is None else min(cap, total)
