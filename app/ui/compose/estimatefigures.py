"""What the estimate panel picks out of an estimate's figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeVar

from app.services.views import Fix, Quote

HOUR = timedelta(hours=1)
LADDER_SHARES = (0.5, 0.8, 0.95)
NEARLY = 0.015
"""How far below its share a step may lie: of 24 scenarios, 23 make 94 %."""
CENT = Decimal("0.01")
OF_OFFERS = frozenset({"limit_sell", "quantity", "min_quantity"})
Rung = TypeVar("Rung", Decimal, float)


def ladder_steps(ladder: Sequence[tuple[Decimal, float]]) -> list[tuple[float, Decimal]]:
    """The limits, to the cent, that give an even, a good and a near certain chance, with the chance each really gives:
    a buyer's lowest, a seller's highest. None for a chance that the ladder does not reach, one for chances reached at
    the same limit."""
    falling = len(ladder) > 1 and ladder[0][0] > ladder[-1][0]
    rounding = ROUND_FLOOR if falling else ROUND_CEILING
    return [(chance, price.quantize(CENT, rounding=rounding)) for chance, price in _steps(ladder)]


def scale_steps(scales: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same of what all limits are multiplied by: (chance, factor)."""
    return _steps(scales)


def _steps(rungs: Sequence[tuple[Rung, float]]) -> list[tuple[float, Rung]]:
    found: dict[Rung, float] = {}
    for share in LADDER_SHARES:
        rung = next(((at, chance) for at, chance in rungs if chance >= share - NEARLY), None)
        if rung is not None:
            found[rung[0]] = rung[1]
    return [(chance, at) for at, chance in found.items()]


def stretches(hours: Sequence[tuple[str, datetime]]) -> list[tuple[str, datetime, datetime]]:
    """Consecutive hours of one product as [start, end), in the order of their first hours."""
    found: list[tuple[str, datetime, datetime]] = []
    for product, start in sorted(hours, key=lambda each: (each[0], each[1])):
        if found and found[-1][0] == product and found[-1][2] == start:
            found[-1] = (product, found[-1][1], start + HOUR)
        else:
            found.append((product, start, start + HOUR))
    return sorted(found, key=lambda each: each[1])


def cheapest(quotes: Sequence[Quote]) -> list[Quote]:
    """Each GPU's cheapest product, in the order of the market's list: a first look at what is to be had."""
    found: dict[str, Quote] = {}
    for quote in quotes:
        known = found.setdefault(quote.gpu, quote)
        if quote.last is not None and (known.last is None or quote.last < known.last):
            found[quote.gpu] = quote
    return list(found.values())


def sensible_fixes(fixes: Sequence[Fix]) -> list[tuple[int, Fix]]:
    """The proposals that somebody would take, with their places: who sells can ask for less or offer fewer, but has no
    other hours or products to offer."""
    return [
        (at, fix) for at, fix in enumerate(fixes) if fix.lot is None or fix.lot.side == "buy" or fix.code in OF_OFFERS
    ]
