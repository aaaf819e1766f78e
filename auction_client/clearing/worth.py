"""What a bid can be worth at most, and how high a price can be: bounds from limits and budgets alone."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd, inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.layout import Branch, Layout


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
        whole = worst_budget(layout, layout.roots[piece.bid]) * layout.grains_per_dollar
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
    dollar = 1 / layout.grains_per_dollar
    if branch.piece >= 0:
        piece = layout.pieces[branch.piece]
        if piece.sign < 0:
            return 0.0
        value = inf if piece.limit is None else piece.limit * piece.volume * dollar
    else:
        value = sum(worst_budget(layout, child) for child in branch.children)
    return min(value, inf if branch.budget is None else branch.budget * dollar)


def value_step(layout: Layout) -> int:
    """Grains that the values of any two selections differ by at least, if they differ."""
    budgets = [branch.budget for root in layout.roots for branch in _below(root)]
    limits = [piece.limit for piece in layout.pieces]
    return gcd(*(amount for amount in (*budgets, *limits) if amount)) or 1


def _below(branch: Branch) -> Iterator[Branch]:
    yield branch
    for child in branch.children:
        yield from _below(child)
