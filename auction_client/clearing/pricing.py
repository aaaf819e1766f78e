"""Prices for a selection: one per item, at which no accepted bid loses; of those the least regret, then the middle.

A linear programme over the items that some seller can offer. Rows are written in ticks; prices are rounded to the
tick and the result is checked in whole numbers, so money balances exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.layout import Kind
from auction_client.clearing.price_rules import Rule, priceable, rules_of
from auction_client.clearing.response import answer_of, best_response
from auction_client.clearing.selection import Selection, Taken
from auction_client.clearing.solver import LinearModel, Solved
from auction_client.clearing.worth import price_caps

_REGRET_ROUNDS = 20
_ACCEPTED_WEIGHT = 0.001  # rejected bids come first; accepted ones (a better start, an hour sold below its cost) next
_LEVEL_WEIGHT = 0.01
_OPEN_REGRET = 1e-5  # relative; with less room, the solver finds some of the next problems infeasible


@dataclass(frozen=True)
class Prices:
    """Whole grains per item, each a whole number of ticks; `conflict` names the bids whose rules cannot all hold (then
    there are no prices)."""

    grains: NDArray[np.int64] | None
    conflict: frozenset[int] = frozenset()


def find_prices(selection: Selection, *, regret: bool = True) -> Prices:
    """Prices that support the selection, or the bids in conflict."""
    return _Pricer(selection).find(regret=regret)


class _Pricer:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._layout = layout = selection.layout
        self._rules = rules_of(selection)
        self._live = np.flatnonzero(priceable(layout))
        self._column = {int(item): index for index, item in enumerate(self._live)}
        self._ticks = np.array([layout.tick_of(int(item)) for item in self._live], dtype=np.int64)
        caps = price_caps(layout)[self._live]
        self._caps = np.floor(caps / self._ticks)

    def find(self, *, regret: bool) -> Prices:
        for margin in (0.5, 0.0):
            base = self._model(margin)
            solved = base.solve("glop")
            if solved.values is not None:
                break
        else:
            return Prices(None, self._conflict())
        if regret:
            solved = self._least_regret(base, solved)
        prices = self._rounded(solved)
        if prices is None:
            again = self._model(0.0, integer=True).solve("scip", time_limit=5.0)
            prices = None if again.values is None else self._rounded(again)
        if prices is None:
            return Prices(None, self._conflict(slack_free=True))
        return Prices(prices)

    def _model(self, margin: float, *, integer: bool = False) -> LinearModel:
        model = LinearModel(maximise=False)
        for cap in self._caps:
            model.column(0.0, float(cap), integer=integer)
        for rule in self._rules:
            terms, bound = self._in_ticks(rule)
            single = len(terms) == 1
            slack = 0.0 if single else margin * sum(abs(factor) for _, factor in terms)
            if single and abs(terms[0][1]) > 0:  # a bound on one price: rounded to the tick, no margin needed
                column, factor = terms[0]
                edge = bound / factor
                if factor > 0:
                    model.upper[column] = min(model.upper[column], np.floor(edge + 1e-9))
                else:
                    model.lower[column] = max(model.lower[column], np.ceil(edge - 1e-9))
                if model.lower[column] > model.upper[column]:
                    model.row(1.0, 1.0, [])
                    model.lower[column] = model.upper[column]
                continue
            model.row(-inf, bound - slack, terms)
        return model

    def _in_ticks(self, rule: Rule) -> tuple[list[tuple[int, float]], float]:
        scale = self._layout.tick_of(rule.terms[0][0]) if rule.terms else 1
        terms = [(self._column[i], f * self._layout.tick_of(i) / scale) for i, f in rule.terms]
        return terms, rule.bound / scale

    def _least_regret(self, base: LinearModel, solved: Solved) -> Solved:
        """Row generation: each bid's best answer to the prices adds one row to its regret."""
        layout, selection = self._layout, self._selection
        accepted = frozenset(selection.bids)
        waiting = [b for b in range(len(layout.roots)) if not self._hourly_regret(base, b, accepted)]
        columns: dict[int, int] = {}
        for _ in range(_REGRET_ROUNDS):
            assert solved.values is not None
            prices = self._grains(solved.values)
            added = False
            for bid in waiting:
                answer = best_response(layout, bid, prices)
                if answer is None:
                    continue
                own = answer_of(layout, bid, _taken_by(selection, bid), prices) if bid in accepted else None
                regret = answer.surplus - (own.surplus if own else 0)
                known = solved.values[columns[bid]] * layout.tick if bid in columns else 0.0
                if regret <= known + 0.5 * layout.tick:
                    continue
                if bid not in columns:
                    columns[bid] = base.column(0.0, inf, cost=_ACCEPTED_WEIGHT if own else 1.0)
                terms: dict[int, float] = {columns[bid]: 1.0}
                for sign, items in ((1, answer.items), (-1, own.items if own else ())):
                    for item, quantity in items:
                        if item in self._column:
                            key = self._column[item]
                            amount = sign * quantity * layout.tick_of(item) / layout.tick
                            terms[key] = terms.get(key, 0.0) + amount
                base.row((answer.value - (own.value if own else 0)) / layout.tick, inf, list(terms.items()))
                added = True
            if not added:
                break
            again = base.solve("glop")
            if again.values is None:
                break
            solved = again
        return self._middle(base, solved)

    def _hourly_regret(self, base: LinearModel, bid: int, accepted: frozenset[int]) -> bool:
        """A lone volume lot whose total does not bind regrets hour by hour; False where the bid is another kind."""
        layout = self._layout
        if layout.roots[bid].piece < 0:
            return False
        piece = layout.pieces[layout.roots[bid].piece]
        taken = self._selection.taken.get(piece.index)
        if piece.kind is not Kind.VOLUME or piece.limit is None or piece.budget is not None or not piece.products:
            return False
        if len(piece.products) > 1 or piece.volume < piece.quantity * (piece.last - piece.first):
            return False
        sold = {} if taken is None else dict(zip(taken.slots, taken.quantities, strict=True))
        weight = _ACCEPTED_WEIGHT if bid in accepted else 1.0
        for slot in range(piece.first, piece.last):
            column = self._column.get(piece.products[0] * layout.slots + slot)
            if column is None:
                continue
            limit = piece.limit / layout.tick
            inside, outside = sold.get(slot, 0), piece.quantity - sold.get(slot, 0)
            if inside:  # regrets what it took at a loss
                loss = base.column(0.0, inf, cost=weight * inside)
                base.row(-piece.sign * limit, inf, [(loss, 1.0), (column, -float(piece.sign))])
            if outside:  # regrets what it could have gained
                miss = base.column(0.0, inf, cost=weight * outside)
                base.row(piece.sign * limit, inf, [(miss, 1.0), (column, float(piece.sign))])
        return True

    def _middle(self, base: LinearModel, solved: Solved) -> Solved:
        """The mean of the lowest and the highest of the prices that are left, each as level over time as can be. Where
        nothing is traded, the highest: what the next buyer would pay."""
        live, slots = len(self._live), self._layout.slots
        traded = {i for index in self._selection.taken for i, _ in self._selection.items_of(self._layout.pieces[index])}
        base.row(
            -inf,
            solved.objective + _OPEN_REGRET * max(1.0, abs(solved.objective)),
            [(i, c) for i, c in enumerate(base.cost) if c],
        )
        base.cost = [0.0] * len(base.cost)
        compute = len(self._layout.regions) * slots
        for left in range(live - 1):
            item, after = int(self._live[left]), int(self._live[left + 1])
            if after == item + 1 and after < compute and after % slots:
                step = base.column(0.0, inf, cost=_LEVEL_WEIGHT)
                base.row(0.0, inf, [(step, 1.0), (left, 1.0), (left + 1, -1.0)])
                base.row(0.0, inf, [(step, 1.0), (left, -1.0), (left + 1, 1.0)])
        found = []
        for direction in (1.0, -1.0):
            base.cost[:live] = [direction if int(item) in traded else -1.0 for item in self._live]
            again = base.solve("glop")
            if again.values is None:
                return solved
            found.append(again.values)
        return Solved((found[0] + found[1]) / 2, solved.objective, solved.bound, optimal=True)

    def _grains(self, ticks: NDArray[np.float64]) -> NDArray[np.int64]:
        grains = np.zeros(self._layout.items, dtype=np.int64)
        grains[self._live] = np.rint(ticks[: len(self._live)]).astype(np.int64) * self._ticks
        return grains

    def _rounded(self, solved: Solved) -> NDArray[np.int64] | None:
        assert solved.values is not None
        prices = self._grains(solved.values)
        return prices if all(rule.holds(prices) for rule in self._rules) else None

    def _conflict(self, *, slack_free: bool = False) -> frozenset[int]:
        """The bids whose rules have a price in the cheapest way to break rules."""
        if slack_free:
            return frozenset(rule.bid for rule in self._rules)
        model = LinearModel(maximise=False)
        for cap in self._caps:
            model.column(0.0, float(cap))
        for rule in self._rules:
            terms, bound = self._in_ticks(rule)
            size = max(1.0, sum(abs(f) for _, f in terms))
            slack = model.column(0.0, inf, cost=1.0)
            model.row(-inf, bound / size, [(c, f / size) for c, f in terms] + [(slack, -1.0)])
        solved = model.solve("glop")
        assert solved.duals is not None
        used = frozenset(r.bid for r, dual in zip(self._rules, solved.duals, strict=True) if abs(dual) > 1e-9)
        return used or frozenset(rule.bid for rule in self._rules)


def _taken_by(selection: Selection, bid: int) -> dict[int, Taken]:
    return {i: selection.taken[i] for i in selection.layout.pieces_of[bid] if i in selection.taken}
