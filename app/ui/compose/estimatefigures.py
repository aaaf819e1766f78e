"""What the estimate panel picks out of an estimate's figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

HOUR = timedelta(hours=1)
LADDER_SHARES = (0.5, 0.8, 0.95)
CENT = Decimal("0.01")


def ladder_steps(ladder: Sequence[tuple[Decimal, float]]) -> list[tuple[float, Decimal]]:
    """The limits, to the cent, at which a fill is at least 50, 80 and 95 % likely: a buyer's lowest, a seller's
    highest. None for a share that the ladder does not reach, one for shares reached at the same limit."""
    falling = len(ladder) > 1 and ladder[0][0] > ladder[-1][0]
    found: dict[Decimal, float] = {}
    for share in LADDER_SHARES:
        price = next((price for price, reached in ladder if reached >= share), None)
        if price is not None:
            found[price.quantize(CENT, rounding=ROUND_FLOOR if falling else ROUND_CEILING)] = share
    return [(share, price) for price, share in found.items()]


def scale_steps(scales: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same of what all limits are multiplied by: (share, factor)."""
    found: dict[float, float] = {}
    for share in LADDER_SHARES:
        factor = next((factor for factor, reached in scales if reached >= share), None)
        if factor is not None:
            found[factor] = share
    return [(share, factor) for factor, share in found.items()]


def stretches(hours: Sequence[tuple[str, datetime]]) -> list[tuple[str, datetime, datetime]]:
    """Consecutive hours of one product as [start, end), in the order of their first hours."""
    found: list[tuple[str, datetime, datetime]] = []
    for product, start in sorted(hours, key=lambda each: (each[0], each[1])):
        if found and found[-1][0] == product and found[-1][2] == start:
            found[-1] = (product, found[-1][1], start + HOUR)
        else:
            found.append((product, start, start + HOUR))
    return sorted(found, key=lambda each: each[1])
