"""The best that a bid could do at given prices: a bound on its value less what it would pay, exact without budgets.

Every node has answers, each a value, a cost and a gain. A lot's gain is that of its cheapest run or hours at the
quantity that suits it. A budget caps the value of what is below it, so a node under one keeps the answers apart that
differ in value and cost. Where they would be too many, one answer stands for all: no worse than any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

import numpy as np

from auction_client.clearing.verifier.reach import Place, Span
from auction_client.clearing.verifier.sheet import Column, Sheet
from auction_client.clearing.verifier.terms import Terms
from auction_client.model.bid import ComputeAsset, Group, Linked, Lot, Node, children_of, lots_of

_MOST_ANSWERS = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Bounds in grains: value (None: it has no price of its own) and gain from above, cost from below. `region`: where
    one region must be kept to, else None."""

    value: int | None
    cost: int
    gain: int | None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands over a node: the most that a buy below it can be worth by itself (grains), whether there is any
    budget, and whether one region must be kept to."""

    cap: int | None = None
    budget: bool = False
    region: bool = False


class BestAnswers:
    """Best answers of bids at one sheet of prices."""

    def __init__(self, terms: Terms, sheet: Sheet) -> None:
        self._terms = terms
        self._sheet = sheet

    def gain(self, root: Node, places: dict[str, Place]) -> int:
        """The most that the bid gains, in grains; 0 where it gains nothing."""
        found = self._answers("root", root, places, _Above())
        return max((answer.gain for answer in found if answer.gain is not None), default=0) if found else 0

    # -- nodes

    def _answers(self, path: str, node: Node, places: dict[str, Place], above: _Above) -> list[Answer]:
        budget = None if node.budget is None else self._sheet.money(node.budget)
        cap = min((each for each in (above.cap, budget) if each is not None), default=None)
        if isinstance(node, Lot):
            return self._of_lot(node, places[path], cap, above)
        one_region = above.region or (isinstance(node, Group) and node.same_region)
        budgeted = above.budget or budget is not None
        children = children_of(node, path)
        parts = [
            self._answers(at, child, places, _Above(_cap_of(node, child, cap), budgeted, one_region))
            for at, child in children
        ]  # fmt: skip
        if not budgeted and not one_region:
            return _freely(node, parts)
        found = _together(node, parts, one_region=one_region)
        if budget is not None:
            found = [_capped(answer, budget) for answer in found]
        if not above.region:
            found = [Answer(answer.value, answer.cost, answer.gain) for answer in found]
        return _best_of(found, apart=above.budget)

    # -- lots

    def _of_lot(self, lot: Lot, place: Place, cap: int | None, above: _Above) -> list[Answer]:
        compute = isinstance(lot.asset, ComputeAsset)
        limit = None if lot.limit is None else self._sheet.unit(lot.limit, compute=compute)
        found: list[Answer] = []
        for name, span in place.spans.items():
            column = self._sheet.column(name) if compute else self._sheet.token(name)
            answer = (_volume if lot.gpu_hours is not None else _fixed)(place, span, column, limit, cap)
            if answer is not None:
                region = self._terms.products[name].region if compute and above.region else None
                found.append(Answer(answer.value, answer.cost, answer.gain, region))
        regions = dict.fromkeys(answer.region for answer in found)
        return [_merged([answer for answer in found if answer.region == region], region) for region in regions]


def _fixed(place: Place, span: Span, column: Column, limit: int | None, cap: int | None) -> Answer | None:
    """A run, a spread or tokens: one quantity in each of its slots."""
    buys = place.lot.side == "buy"
    prices, open_slots = _prices(span, column)
    length = place.length
    if place.one_run:
        sums = np.concatenate(([0], np.cumsum(prices)))
        closed = np.concatenate(([0], np.cumsum(~open_slots)))
        runs = (sums[length:] - sums[:-length])[closed[length:] == closed[:-length]]
        if not len(runs):
            return None
        unit = int(runs.min() if buys else runs.max())
    else:
        known = np.sort(prices[open_slots])
        if len(known) < length:
            return None
        unit = sum(int(price) for price in (known[:length] if buys else known[-length:]))
    if not buys:
        assert limit is not None
        floor = limit * length
        gain = max((unit - floor) * place.least, (unit - floor) * place.most)
        return Answer(-floor * place.least, min(-unit * place.least, -unit * place.most), gain)
    cost = min(unit * place.least, unit * place.most)
    if limit is None:
        return Answer(cap, cost, None if cap is None else cap - cost)
    worth = limit * length
    fills = {place.least, place.most}
    if cap is not None and worth:
        fills |= {q for q in (cap // worth, cap // worth + 1) if place.least <= q <= place.most}
    values = {q: worth * q if cap is None else min(worth * q, cap) for q in fills}
    return Answer(values[place.most], cost, max(values[q] - unit * q for q in fills))


def _volume(place: Place, span: Span, column: Column, limit: int | None, cap: int | None) -> Answer | None:
    """Hour by hour, up to a volume: the hours that gain, or else as little as may be of the best. (Where several hours
    gain, the smallest quantity in each is left out of account.)"""
    buys = place.lot.side == "buy"
    prices, open_slots = _prices(span, column)
    known = np.sort(prices[open_slots])
    if not len(known):
        return None
    full, rest = divmod(min(place.volume, place.most * len(known)), place.most)
    if not buys:
        assert limit is not None
        dearest = [int(price) for price in known[::-1][: full + 1]]
        amounts = [*[place.most] * full, rest]
        receipts = sum(max(0, p) * q for p, q in zip(dearest, amounts, strict=False)) or place.least * dearest[0]
        gain = sum((p - limit) * q for p, q in zip(dearest, amounts, strict=False) if p > limit)
        gain = gain or place.least * (dearest[0] - limit)
        return Answer(-limit * place.least, -receipts, gain)
    cheapest = known[: full + 1]
    paid = np.minimum(cheapest, 0)  # for being taken off the market
    cost = place.most * sum(int(each) for each in paid[:full]) + rest * sum(int(each) for each in paid[full:])
    cost = cost or place.least * int(known[0])
    if limit is None:
        return Answer(cap, cost, None if cap is None else cap - cost)
    gains = np.maximum(limit - cheapest, 0)
    gain = place.most * sum(int(each) for each in gains[:full]) + rest * sum(int(each) for each in gains[full:])
    gain = gain or place.least * (limit - int(known[0]))
    value = limit * place.volume if cap is None else min(limit * place.volume, cap)
    return Answer(value, cost, min(gain, value - cost))


def _prices(span: Span, column: Column) -> tuple[np.ndarray, np.ndarray]:
    window = slice(span.first, span.first + len(span.open))
    return column.grains[window], span.open & column.priced[window]


# -- putting answers together


def _cap_of(node: Node, child: Node, cap: int | None) -> int | None:
    """A budget caps what a child is worth, unless a sale that is accepted with it makes room in the budget."""
    if isinstance(node, Group) and node.at_most == 1:
        return cap
    beside = (each for _, each in children_of(node, "") if each is not child)
    return None if any(lot.side == "sell" for each in beside for _, lot in lots_of(each)) else cap


def _freely(node: Node, parts: list[list[Answer]]) -> list[Answer]:
    """Without a budget or a region to keep to, every item answers for itself."""
    gains = [max(answer.gain for answer in part if answer.gain is not None) if part else None for part in parts]
    if isinstance(node, Linked):
        return [] if gains[0] is None else [Answer(None, 0, gains[0] + max(0, gains[1] or 0))]
    assert isinstance(node, Group)
    known = sorted((gain for gain in gains if gain is not None), reverse=True)
    if len(known) < node.at_least:
        return []
    return [Answer(None, 0, _most(known, node.at_least, node.at_most))]


def _most(falling: Sequence[int], at_least: int, at_most: int) -> int:
    """The greatest sum of as many as must be, and of further ones as long as they add to it."""
    return sum(falling[:at_least]) + sum(max(0, each) for each in falling[at_least:at_most])


def _together(node: Node, parts: list[list[Answer]], *, one_region: bool) -> list[Answer]:
    """Every way to answer with the items together."""
    found: list[Answer] = []
    for answers in islice(_ways(node, parts), _MOST_ANSWERS + 1):
        regions = {answer.region for answer in answers if answer.region is not None}
        if not one_region or len(regions) <= 1:
            found.append(_sum_of(answers, next(iter(regions), None)))
    return found if len(found) <= _MOST_ANSWERS else _relaxed(node, parts)


def _ways(node: Node, parts: list[list[Answer]]) -> Iterator[tuple[Answer, ...]]:
    if isinstance(node, Linked):
        yield from product(parts[0])
        yield from product(*parts)
        return
    assert isinstance(node, Group)
    for size in range(node.at_least, node.at_most + 1):
        for picked in combinations(parts, size):
            yield from product(*picked)


def _sum_of(answers: Sequence[Answer], region: str | None) -> Answer:
    return Answer(
        _total([answer.value for answer in answers]),
        sum(answer.cost for answer in answers),
        _total([answer.gain for answer in answers]),
        region,
    )


def _total(amounts: Sequence[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def _relaxed(node: Node, parts: list[list[Answer]]) -> list[Answer]:
    """One answer that is no worse than any: greatest values and gains and least costs, each chosen for itself."""
    able = [_merged(part, None) for part in parts if part]
    least, most = (node.at_least, node.at_most) if isinstance(node, Group) else (1, 2)
    if len(able) < least:
        return []

    def greatest(amounts: list[int | None]) -> int | None:
        known = sorted((amount for amount in amounts if amount is not None), reverse=True)
        return _most(known, least, most) if len(known) == len(amounts) else None

    cost = -_most(sorted((-answer.cost for answer in able), reverse=True), least, most)
    return [Answer(greatest([a.value for a in able]), cost, greatest([a.gain for a in able]))]


def _capped(answer: Answer, budget: int) -> Answer:
    value = budget if answer.value is None else min(budget, answer.value)
    gain = value - answer.cost if answer.gain is None else min(answer.gain, value - answer.cost)
    return Answer(value, answer.cost, gain, answer.region)


def _best_of(found: list[Answer], *, apart: bool) -> list[Answer]:
    """What matters above: all answers that differ under a budget, else the one of greatest gain, region by region."""
    if apart:
        return list(dict.fromkeys(found))
    best: dict[str | None, Answer] = {}
    for answer in found:
        known = best.get(answer.region)
        if known is None or (known.gain or 0) < (answer.gain or 0):
            best[answer.region] = answer
    return list(best.values())


def _merged(answers: Sequence[Answer], region: str | None) -> Answer:
    """One answer that is no worse than any of these."""
    values = [answer.value for answer in answers if answer.value is not None]
    gains = [answer.gain for answer in answers if answer.gain is not None]
    return Answer(
        max(values) if len(values) == len(answers) else None,
        min(answer.cost for answer in answers),
        max(gains) if len(gains) == len(answers) else None,
        region,
    )
