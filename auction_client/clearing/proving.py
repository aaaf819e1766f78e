"""Bounds that anybody can recompute: dual prices in whole grains, and what they prove, exactly.

The verifier recomputes the bound from an outcome's dual prices in whole numbers. So the prices that the engine found
are rounded first and their bound is evaluated at what is left: the kernel's sums are whole numbers then, and exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from auction_client.clearing.curve_book import Floats, Ints
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Layout
from auction_client.clearing.worth import worst_budget

_EXACT_BELOW = 2.0**53
_MARGIN = 1e-12  # relative, beyond the whole numbers that a double tells apart
_HIGHEST = 1e17  # grains; no price is written with more than twelve digits before the point


@dataclass(frozen=True)
class Proven:
    """Dual prices in whole grains per item, and the bound in grains that they prove."""

    prices: Ints
    bound: int


def proven_at(kernel: Kernel, prices: Floats) -> Proven:
    """What prices (grains) prove once they are whole: of tokens, whole millionths of a dollar."""
    layout = kernel.book.layout
    compute = len(layout.regions) * layout.slots
    unit = np.ones(layout.items)
    unit[compute:] = layout.slots_per_hour
    whole = np.rint(np.clip(prices, -_HIGHEST, _HIGHEST) / unit) * unit
    bound = kernel.dual(whole)[0]
    exact = bound if bound < _EXACT_BELOW else bound * (1 + _MARGIN)
    return Proven(whole.astype(np.int64), ceil(exact))


def proven_by_values(layout: Layout) -> Proven:
    """What is known before anything is solved: nothing is worth more than its limits and budgets."""
    most = sum(worst_budget(layout, root) for root in layout.roots) * layout.grains_per_dollar
    return Proven(np.zeros(layout.items, dtype=np.int64), ceil(most * (1 + _MARGIN)))
