"""A selection and its prices as an Outcome."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, inf
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.book import uncollected
from auction_client.clearing.curve_book import CurveBook, Floats
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import Kind, Layout
from auction_client.clearing.outcome import Fill, LotFill, Outcome, Proof
from auction_client.clearing.price_rules import priceable
from auction_client.clearing.proving import Proven, proven_at
from auction_client.clearing.response import best_response
from auction_client.clearing.selection import Selection

_MICRO = 1_000_000
_UNOFFERED = 1e15  # grains: what no bid can pay
NO_PRICE = -1  # of an item, where nothing has been worked out


@uncollected()
def outcome_of(
    selection: Selection,
    prices: NDArray[np.int64] | None,
    proven: Proven,
    searched: float,
    seconds: float,
    curves: CurveBook | None = None,
) -> Outcome:
    """prices: whole grains per item (None: welfare only, nobody pays). proven: by dual prices. searched: a bound in
    grains that a search over selections proved, infinite without one. curves: the book as curves, if known."""
    layout = selection.layout
    book = layout.book
    surplus = selection.surplus
    columns: dict[str, tuple[Decimal | None, ...]] = {}
    tokens: dict[str, Decimal | None] = {}
    left_out: tuple[str, ...] = ()
    grains: list[int] | None = None
    if prices is not None:
        grains = prices.tolist()
        offered = priceable(layout) & (prices != NO_PRICE)
        if offered.any():
            kernel = Kernel(curves or CurveBook(layout))
            asked = np.where(offered, prices, _UNOFFERED).astype(np.float64)
            left_out = _left_out(selection, prices, offered, kernel, kernel.dual(asked)[2])
            proven = min(proven, proven_at(kernel, asked), key=lambda each: each.bound)
        compute = len(book.products) * layout.slots
        shown: list[Decimal | None] = [
            layout.money(each) * (layout.slots_per_hour if item < compute else 1) if offered[item] else None
            for item, each in enumerate(grains)
        ]
        for index, product in enumerate(book.products):
            columns[product.id] = tuple(shown[index * layout.slots : (index + 1) * layout.slots])
        tokens = dict(zip(book.tokens, shown[compute:], strict=True))
    # A solver's bound is a floating-point number: what it leaves open within its tolerance is nothing.
    apart = searched - surplus > 1e-9 * abs(searched) + 1
    lower = proven.bound if searched == inf else ceil(searched - 1e-3) if apart else surplus
    bound = max(surplus, min(proven.bound, lower))
    return Outcome(
        status="optimal" if bound == surplus else "feasible",
        surplus=layout.money(surplus),
        bound=layout.money(bound),
        gap=float(Decimal(bound - surplus) / Decimal(bound)) if bound > 0 else 0.0,
        seconds=round(seconds, 3),
        prices=columns,
        token_prices=tokens,
        fills=tuple(_fill(selection, bid, grains) for bid in selection.bids),
        rejected_in_the_money=left_out,
        proof=_proof(layout, proven, by="prices" if bound == proven.bound else "search"),
    )


def _proof(layout: Layout, proven: Proven, by: Literal["prices", "search"]) -> Proof:
    book, grains = layout.book, proven.prices.tolist()
    compute = len(book.products) * layout.slots
    prices = [Decimal(each) / _MICRO for each in grains[:compute]]
    return Proof(
        by=by,
        bound=layout.money(proven.bound),
        prices={
            product.id: tuple(prices[index * layout.slots : (index + 1) * layout.slots])
            for index, product in enumerate(book.products)
        },
        token_prices=dict(zip(book.tokens, map(layout.money, grains[compute:]), strict=True)),
    )


def _left_out(
    selection: Selection, prices: NDArray[np.int64], offered: NDArray[np.bool_], kernel: Kernel, surplus: Floats
) -> tuple[str, ...]:
    """Rejected bids that would gain at the prices. Each discrete bid's surplus at them rules out most at once."""
    layout, curves = selection.layout, kernel.book
    taken = frozenset(selection.bids)
    hopeful = {bid for bid, part in zip(curves.discrete, surplus, strict=True) if part > 0}
    hopeful |= {  # the kernel does not look where no seller could serve them; prices may stand there all the same
        piece.bid
        for piece in layout.pieces
        if layout.openings[piece.index] != tuple((p, piece.first, piece.last) for p in piece.products)
    }
    for bid in curves.hourly:
        piece = layout.pieces[layout.roots[bid].piece]
        assert piece.limit is not None
        span = layout.items_of(piece, piece.products[0])
        if (piece.sign * (piece.limit - prices[span.start : span.stop]) > 0).any():
            hopeful.add(bid)
    found = [b for b in sorted(hopeful - taken) if best_response(layout, b, prices, offered) is not None]
    return tuple(layout.book.bids[b].id for b in found)


def _fill(selection: Selection, bid: int, prices: list[int] | None) -> Fill:
    layout: Layout = selection.layout
    book = layout.book
    lots = []
    pay = 0
    for index in layout.pieces_of[bid]:
        taken = selection.taken.get(index)
        if taken is None:
            continue
        piece = layout.pieces[index]
        if prices is not None:
            pay += piece.sign * sum(prices[item] * q for item, q in selection.items_of(piece))
        if piece.kind is Kind.TOKEN:
            symbol = book.tokens[taken.product - len(book.products) * layout.slots]
            lots.append(LotFill(path=piece.path, product=symbol, quantity=taken.quantities[0], slots=()))
        else:
            quantity = taken.quantities if piece.kind is Kind.VOLUME else taken.quantities[0]
            product = book.products[taken.product].id
            lots.append(LotFill(path=piece.path, product=product, quantity=quantity, slots=taken.slots))
    return Fill(bid=book.bids[bid].id, pay=layout.money(pay), lots=tuple(lots))
