"""Proven bounds: the separable dual, minimised over prices.

Relax the balance of every item with its price; curves and bids then decide for themselves, and the sum of their best
surpluses bounds the surplus of every selection from above, whatever the prices. Subgradient steps of Polyak's length
towards the best known surplus (Polyak, USSR Computational Mathematics 9, 1969), on a running mean of directions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from auction_client.clearing.curve_book import Floats
from auction_client.clearing.kernel import Kernel

_PATIENCE = 12


@dataclass(frozen=True)
class Dual:
    """A bound in grains, the prices that prove it, and each discrete bid's surplus at them."""

    bound: float
    prices: Floats
    surplus: Floats


def minimise_dual(kernel: Kernel, steps: int, target: float, stopped: Callable[[], bool]) -> Dual:
    """At most this many steps from the middle of the curves' prices. target: a surplus known to be possible."""
    low, high = kernel.price_interval()
    prices = np.where(high < 1e14, (low + high) / 2, low)
    best = Dual(inf, prices, np.zeros(0))
    mean = np.zeros_like(prices)
    stride, stalled = 1.0, 0
    for step in range(max(1, steps)):
        bound, load, surplus = kernel.dual(prices)
        if bound < best.bound * (1 - 1e-6) or best.bound == inf:
            best, stalled = Dual(bound, prices.copy(), surplus), 0
        else:
            stalled += 1
            if stalled >= _PATIENCE:
                stride, stalled = stride * 0.6, 0
                prices = best.prices.copy()
        mean = 0.6 * mean + 0.4 * load if step else load
        length = float((mean * mean).sum())
        if length < 1e-9 or stride < 1e-3 or bound <= target or stopped():
            break
        prices = np.maximum(0.0, prices + stride * (bound - target) / length * mean)
    return best
