"""`clear`: from a book to its outcome."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import inf
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.book import Book
from auction_client.clearing.exact import ExactModel
from auction_client.clearing.layout import Kind, Layout, lay_out
from auction_client.clearing.outcome import Fill, LotFill, Outcome
from auction_client.clearing.pricing import find_prices, priceable
from auction_client.clearing.response import best_response
from auction_client.clearing.selection import Selection

Objective = Literal["priced", "welfare"]


@dataclass(frozen=True)
class Progress:
    """Where the clearing stands: seconds since its start, surplus found and bound proven so far (USD)."""

    seconds: float
    surplus: float
    bound: float


def clear(
    book: Book,
    *,
    objective: Objective = "priced",
    time_limit: float | None = None,
    seed: int = 0,
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> Outcome:
    """Clears a book.

    objective: "priced" maximises surplus among the selections that uniform prices support; "welfare" drops prices.
    time_limit: seconds; the best outcome found by then is given, with its proven bound. None: until it is optimal.
    cancel: asked often; once it is true, the best outcome so far is given within 100 ms.
    The same book, seed and limits give the same outcome as long as the time limit does not cut the search.
    """
    return _Clearing(book, objective, time_limit, seed, progress, cancel).run()


class _Clearing:
    def __init__(
        self,
        book: Book,
        objective: Objective,
        time_limit: float | None,
        seed: int,
        progress: Callable[[Progress], None] | None,
        cancel: Callable[[], bool] | None,
    ) -> None:
        self._begun = time.monotonic()
        self._layout = lay_out(book)
        self._objective = objective
        self._time_limit = time_limit
        self._seed = seed
        self._progress = progress
        self._cancel = cancel
        self._best = Selection(self._layout, {})
        self._bound = inf

    def run(self) -> Outcome:
        self._solve_exactly()
        prices = None
        if self._objective == "priced":
            prices = find_prices(self._best).grains
            assert prices is not None, "the kept selection has prices"
        return outcome_of(self._best, prices, self._bound_grains(), time.monotonic() - self._begun)

    def _left(self) -> float | None:
        return None if self._time_limit is None else self._time_limit - (time.monotonic() - self._begun)

    def _stopped(self) -> bool:
        left = self._left()
        return (left is not None and left <= 0) or (self._cancel is not None and self._cancel())

    def _bound_grains(self) -> int:
        if self._bound == inf:
            return _value_of_everything(self._layout)
        grains = int(np.ceil(self._bound * 1e6 * self._layout.slots_per_hour - 1e-3))
        return max(self._best.surplus, grains)

    def _solve_exactly(self) -> None:
        ruled: frozenset[int] = frozenset()
        while not self._stopped():
            model = ExactModel(self._layout, ruled)
            solved = model.model.solve("scip", time_limit=self._left(), cancel=self._cancel)
            if not model.restricted:
                self._bound = min(self._bound, solved.bound)
            if solved.values is None:
                return
            selection = model.selection(solved.values)
            if self._objective == "welfare":
                self._keep(selection)
                return
            found = find_prices(selection, regret=False)
            if found.grains is not None:
                self._keep(selection)
                return
            wider = ruled | found.conflict
            if wider == ruled:
                wider = frozenset(range(len(self._layout.roots)))
                if wider == ruled:
                    return
            ruled = wider

    def _keep(self, selection: Selection) -> None:
        if selection.surplus > self._best.surplus:
            self._best = selection
        if self._progress is not None:
            dollar = 1e-6 / self._layout.slots_per_hour
            self._progress(Progress(time.monotonic() - self._begun, self._best.surplus * dollar, self._bound))


def outcome_of(selection: Selection, prices: NDArray[np.int64] | None, bound: int, seconds: float) -> Outcome:
    """A selection with its prices (grains; None: welfare only) as an Outcome."""
    layout = selection.layout
    book = layout.book
    surplus = selection.surplus
    bound = max(bound, surplus)
    in_the_money: tuple[str, ...] = ()
    columns: dict[str, tuple[Decimal | None, ...]] = {}
    tokens: dict[str, Decimal | None] = {}
    if prices is not None:
        offered = priceable(layout)
        taken = set(selection.bids)
        in_the_money = tuple(
            book.bids[b].id
            for b in range(len(layout.roots))
            if b not in taken and best_response(layout, b, prices, offered) is not None
        )
        per_hour = layout.slots_per_hour

        def price(item: int) -> Decimal | None:
            return layout.money(int(prices[item])) * (per_hour if item < len(book.products) * layout.slots else 1)

        for index, product in enumerate(book.products):
            base = index * layout.slots
            columns[product.id] = tuple(price(base + s) if offered[base + s] else None for s in range(layout.slots))
        for index, symbol in enumerate(book.tokens):
            item = len(book.products) * layout.slots + index
            tokens[symbol] = price(item) if offered[item] else None
    gap = float(Decimal(bound - surplus) / Decimal(bound)) if bound > 0 else 0.0
    return Outcome(
        status="optimal" if bound == surplus else "feasible",
        surplus=layout.money(surplus),
        bound=layout.money(bound),
        gap=gap,
        seconds=round(seconds, 3),
        prices=columns,
        token_prices=tokens,
        fills=tuple(_fill(selection, bid, prices) for bid in selection.bids),
        rejected_in_the_money=in_the_money,
    )


def _fill(selection: Selection, bid: int, prices: NDArray[np.int64] | None) -> Fill:
    layout = selection.layout
    book = layout.book
    lots = []
    pay = 0
    for index in layout.pieces_of[bid]:
        taken = selection.taken.get(index)
        if taken is None:
            continue
        piece = layout.pieces[index]
        if prices is not None:
            pay += piece.sign * sum(int(prices[item]) * q for item, q in selection.items_of(piece))
        if piece.kind is Kind.TOKEN:
            symbol = book.tokens[taken.product - len(book.products) * layout.slots]
            lots.append(LotFill(path=piece.path, product=symbol, quantity=taken.quantities[0], slots=()))
        else:
            quantity = taken.quantities if piece.kind is Kind.VOLUME else taken.quantities[0]
            product = book.products[taken.product].id
            lots.append(LotFill(path=piece.path, product=product, quantity=quantity, slots=taken.slots))
    return Fill(bid=book.bids[bid].id, pay=layout.money(pay), lots=tuple(lots))


def _value_of_everything(layout: Layout) -> int:
    from auction_client.clearing.exact import worst_budget

    return int(sum(worst_budget(layout, root) for root in layout.roots) * 1e6 * layout.slots_per_hour) + 1
