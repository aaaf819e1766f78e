"""What the estimate panel picks out of an estimate's figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal

HOUR = timedelta(hours=1)
LADDER_SHARES = (0.5, 0.8, 0.95)
CENT = Decimal("0.01")


def ladder_steps(ladder: Sequence[tuple[Decimal, float]]) -> list[tuple[float, Decimal]]:
    """The lowest limits, to the cent, at which a fill is at least 50, 80 and 95 % likely; none for a share that the
    ladder does not reach, one for shares reached at the same limit."""
    found: dict[Decimal, float] = {}
    for share in LADDER_SHARES:
        price = next((price for price, reached in ladder if reached >= share), None)
        if price is not None:
            found[price.quantize(CENT, rounding=ROUND_CEILING)] = share
    return [(share, price) for price, share in found.items()]


def stretches(hours: Sequence[tuple[str, datetime]]) -> list[tuple[str, datetime, datetime]]:
    """Consecutive hours of one product as [start, end), in the order of their first hours."""
    found: list[tuple[str, datetime, datetime]] = []
    for product, start in sorted(hours, key=lambda each: (each[0], each[1])):
        if found and found[-1][0] == product and found[-1][2] == start:
            found[-1] = (product, found[-1][1], start + HOUR)
        else:
            found.append((product, start, start + HOUR))
    return sorted(found, key=lambda each: each[1])
