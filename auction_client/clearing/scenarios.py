"""What the book may look like at the gate: resampled rivals and supply, cleared once each.

Each scenario keeps the bids of the present book and adds arrivals drawn from the market's history, with one price shock
for every kind of GPU: a bootstrap in the sense of Efron (1979). Seeded: the same book gives the same scenarios.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from math import ceil

import numpy as np

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.kernel import NO_UNIT, Kernel
from auction_client.clearing.layout import Layout, lay_out
from auction_client.clearing.market import ClearedMarket
from auction_client.model.bid import Group, Linked, Lot, Node, TokenAsset, lots_of

SCENARIOS = 24
_ARRIVALS = 0.4  # of the bids known now: what still comes until the gate
_SHOCK = 0.05
_STEPS = 1500
_PARTS = 30
_STEP = Decimal("0.0001")


def scenarios(
    book: Book, history: Sequence[BookBid], count: int, seed: int, arrivals: int | None = None
) -> Iterator[ClearedMarket]:
    """`count` cleared markets, one by one. history: earlier bids to draw from (none: the book's own), with windows in
    the book's hours: see `moved`. arrivals: how many bids are still to come (None: two fifths of those known)."""
    coming = ceil(_ARRIVALS * len(book.bids)) if arrivals is None else arrivals
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - a simulation, not a secret
        yield _cleared(lay_out(_resampled(book, history or book.bids, coming, chance)), seed)


def _cleared(layout: Layout, seed: int) -> ClearedMarket:
    """A quick clearing: inserted by surplus at the curves' prices, then ruin and recreate with a falling threshold."""
    kernel = Kernel(CurveBook(layout), seed)
    size = len(kernel.book.discrete)
    low, high = kernel.price_interval()
    idle = kernel.welfare
    kernel.insert(np.argsort(-kernel.dual(np.where(high < NO_UNIT, (low + high) / 2, 0.0))[2], kind="stable"))
    steps = min(_STEPS, 300 + 10 * size)
    threshold = max(0.0, kernel.welfare - idle) / max(1, int(kernel.placed.sum()))
    for part in range(_PARTS):
        left = 1.0 - part / _PARTS
        kernel.search(ceil(steps / _PARTS), temperature=threshold * left * left)
    kernel.search(steps // 4)
    return ClearedMarket(layout, kernel, kernel.welfare)


def moved(bid: BookBid, by: timedelta) -> BookBid:
    """An earlier bid with its windows as much later: asked of the present hours instead of its own."""
    return BookBid.model_construct(id=bid.id, account=bid.account, root=_moved(bid.root, by))


def _moved(node: Node, by: timedelta) -> Node:
    if isinstance(node, Lot):
        delivery = node.delivery
        if delivery is None:
            return node
        later = delivery.model_copy(update={"start": delivery.start + by, "end": delivery.end + by})
        return node.model_copy(update={"delivery": later})
    if isinstance(node, Group):
        return node.model_copy(update={"items": tuple(_moved(item, by) for item in node.items)})
    assert isinstance(node, Linked)
    return node.model_copy(update={"first": _moved(node.first, by), "then": _moved(node.then, by)})


def _resampled(book: Book, history: Sequence[BookBid], count: int, chance: random.Random) -> Book:
    shocks: dict[str, Decimal] = {}
    arrivals = []
    for number in range(count):
        drawn = chance.choice(history)
        names = sorted({_name(lot) for _, lot in lots_of(drawn.root)})
        for name in names:
            shocks.setdefault(name, Decimal(repr(round(chance.lognormvariate(0.0, _SHOCK), 6))))
        root = _shocked(drawn.root, shocks)
        arrivals.append(BookBid.model_construct(id=f"arrival-{number}", account="arrivals", root=root))
    return book.with_bids([*book.bids, *arrivals])


def _name(lot: Lot) -> str:
    return (lot.asset.symbol if isinstance(lot.asset, TokenAsset) else lot.asset.gpu) or ""


def _shocked(node: Node, shocks: dict[str, Decimal]) -> Node:
    if isinstance(node, Lot):
        shock = shocks[_name(node)]
        return node.model_copy(
            update={
                "limit": None if node.limit is None else _times(node.limit, shock),
                "budget": None if node.budget is None else _times(node.budget, shock),
            }
        )
    if isinstance(node, Group):
        return node.model_copy(update={"items": tuple(_shocked(item, shocks) for item in node.items)})
    assert isinstance(node, Linked)
    return node.model_copy(update={"first": _shocked(node.first, shocks), "then": _shocked(node.then, shocks)})


def _times(amount: Decimal, shock: Decimal) -> Decimal:
    return max(_STEP, (amount * shock).quantize(_STEP, ROUND_HALF_EVEN)) if amount else amount
