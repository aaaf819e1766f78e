"""Proven bounds: the separable dual, minimised over prices.

Relax the balance of every item with its price; curves and bids then decide for themselves, and the sum of their best
surpluses bounds the surplus of every selection from above, whatever the prices. The subgradient is the net load.
What is bought is sold and nothing is thrown away, so prices may be below zero: where whole blocks are on offer of which
one hour is hardly wanted, taking that hour must be paid for, and the bound without it is up to half a percent higher.

Loads of items differ by orders of magnitude while prices move on one scale, so steps are taken in relative prices with
running moments of the load (Adam; Kingma and Ba, ICLR 2015), which comes closer in 300 evaluations than steps of
Polyak's length. A few prices end far from the others: each one's stride grows while its load keeps its sign and
shrinks when it turns (delta-bar-delta; Jacobs, Neural Networks 1, 1988).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from auction_client.clearing.curve_book import Floats
from auction_client.clearing.kernel import NO_UNIT, Kernel

_STRIDE = (0.1, 0.0005)  # relative price change of a step, first and last
_MEAN, _SPREAD = 0.9, 0.999  # decay of the running moments
_GROWTH, _TURN = 1.1, 0.7  # of one price's stride
_LEAST_STRIDE, _MOST_STRIDE = 0.3, 50.0
_LEAST_PRICE = 0.05  # of the median price: what steps of unpriced items are measured by


@dataclass(frozen=True)
class Dual:
    """A bound in grains, the prices that prove it, and each discrete bid's surplus at them."""

    bound: float
    prices: Floats
    surplus: Floats


def minimise_dual(kernel: Kernel, steps: int, target: float, stopped: Callable[[], bool]) -> Dual:
    """At most this many steps from the middle of the curves' prices. target: a surplus known to be possible; a bound
    that meets it ends the search. stopped: asked at every step."""
    low, high = kernel.price_interval()
    prices = np.where(high < NO_UNIT, (low + high) / 2, low)
    scale = np.maximum(prices, _LEAST_PRICE * _median(prices))
    own = np.ones_like(prices)
    best = Dual(inf, prices, np.zeros(0))
    mean, spread, before = np.zeros_like(prices), np.zeros_like(prices), np.zeros_like(prices)
    for step in range(max(1, steps)):
        bound, load, surplus = kernel.dual(prices)
        if bound < best.bound:
            best = Dual(bound, prices.copy(), surplus)
        if bound <= target or not load.any() or stopped():
            break
        mean = _MEAN * mean + (1 - _MEAN) * load
        spread = _SPREAD * spread + (1 - _SPREAD) * load * load
        direction = mean / (1 - _MEAN ** (step + 1)) / (np.sqrt(spread / (1 - _SPREAD ** (step + 1))) + 1e-9)
        stride = _STRIDE[0] * (_STRIDE[1] / _STRIDE[0]) ** (step / steps)
        turned = direction * before <= 0
        own = np.clip(own * np.where(turned, _TURN, _GROWTH), _LEAST_STRIDE, _MOST_STRIDE)
        before = direction
        prices = prices + stride * own * scale * direction
    return best


def _median(prices: Floats) -> float:
    """Of the prices that are above zero; one dollar where there are none."""
    known = prices[prices > 0]
    return float(np.median(known)) if len(known) else 1e6
