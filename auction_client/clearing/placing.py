"""One draft on the curves of a cleared market: what it would take and pay, and the multiple of its limits at which it
just fills."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Floats
from auction_client.clearing.kernel import NO_UNIT, Kernel

if TYPE_CHECKING:
    from auction_client.clearing.market import ClearedMarket

_BREAK_EVEN_ROUNDS = 12
_PAYING_ROUNDS = 4
_WIDER = (1.0, 1.3, 2.0, 4.0, 16.0, 256.0)


@dataclass(frozen=True)
class Insertion:
    """A draft in the cleared market: `fills` where it gains and pays no more than its worth at the prices next to it.
    `spans` are (piece, item, length, quantity with its sign); money in grains; `prices` per item after it."""

    fills: bool
    gain: float
    value: float
    pay: float
    spans: tuple[tuple[int, int, int, int], ...]
    prices: Floats


class Placing:
    """A draft on the curves of one cleared market."""

    def __init__(self, curves: CurveBook, market: ClearedMarket) -> None:
        self.possible = bool(curves.discrete)
        self._kernel = Kernel(curves, standing=market.standing)

    def insert(self, multiplier: float = 1.0) -> Insertion | None:
        """The draft with its limits and budgets multiplied; None where nothing serves it at any price."""
        found = self._tried(multiplier)
        if found is None:
            return None
        gain, value, count = found
        kernel = self._kernel
        pay = kernel.pay_of(0)
        low, high = kernel.prices_after(0)
        pieces = kernel.book.lot_piece
        spans = tuple((pieces[lot], item, length, units) for lot, item, length, units in kernel.tried(0, count))
        # A buyer moves up to the last unit it uses, a seller down to the next one that is wanted.
        prices = np.where(high < NO_UNIT, high, low) if value < 0 else low
        return Insertion(gain >= 0 and pay <= value, gain, value, pay, spans, prices)

    def move_to(self, market: ClearedMarket) -> None:
        """Sets the draft against another cleared market of the same products and hours."""
        self._kernel.stand_on(market.curves, market.standing)

    def _tried(self, multiplier: float) -> tuple[float, float, int] | None:
        """(gain, value, number of spans) with limits and budgets multiplied."""
        if not self.possible:
            return None
        self._kernel.scale_prices(multiplier)
        gain, value, count = self._kernel.try_bid(0)
        return None if not count or gain < -NO_UNIT else (gain, value, count)

    @property
    def sells(self) -> bool:
        """Whether it is a sale, which a lower limit makes likelier; of a swap, what it comes to."""
        signs = self._kernel.book.lot_sign
        if len(signs) and (signs < 0).all():
            return True
        found = self._tried(1.0) if (signs < 0).any() else None
        return found is not None and found[1] < 0

    def break_even(self) -> float:
        """The multiplier of limits and budgets at which the draft just fills: it gains, and pays no more than its worth
        at the prices next to it. Infinite (a sale: 0) where none does. Dinkelbach's method on cost over value, then on
        payment over value."""
        multiplier = self._gaining()
        if multiplier in (0.0, inf):
            return multiplier
        for _ in range(_PAYING_ROUNDS):
            found = self._tried(multiplier * (1 + 1e-9)) or self._tried(multiplier)
            if found is None or found[1] == 0:
                return inf
            # A sale receives less than it asks for as long as its (negative) payment is the greater number.
            pay, value = self._kernel.pay_of(0), found[1]
            if pay <= value + 1e-9 * abs(value):
                break
            multiplier *= pay / value
        return multiplier

    def _gaining(self) -> float:
        multiplier = above = self._taking()
        for _ in range(_BREAK_EVEN_ROUNDS if multiplier < inf else 0):
            found = self._tried(multiplier)
            if found is None or found[1] == 0:
                return above  # a divisible lot: the last multiplier at which it takes anything
            gain, value, _ = found
            if value - gain > NO_UNIT:
                return inf
            better, above = multiplier * (value - gain) / value, multiplier
            if abs(better - multiplier) <= 1e-6 * multiplier:
                return better
            if better <= 0:
                return 0.0
            multiplier = better
        return multiplier

    def _taking(self) -> float:
        """A multiplier at which the draft takes anything: a divisible lot takes nothing where nothing gains."""
        for multiplier in (1 / step if self.sells else step for step in _WIDER):
            found = self._tried(multiplier)
            if found is not None and found[1] != 0:
                return multiplier
        return inf
