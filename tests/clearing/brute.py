"""The oracle: every selection of a tiny book, best surplus first, until one has prices. Shares no code with the engine.

Prices are found by a linear programme (scipy) over all items, with the rules written out again from the bid language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import combinations, product

import numpy as np
from scipy.optimize import linprog

from auction_client.clearing.book import Book, Product
from auction_client.model.bid import Group, Linked, Lot, Node

Item = tuple[str, int]


@dataclass(frozen=True)
class Choice:
    """One way to accept a node: goods per lot (buys positive), value (None: no price of its own), budgets to keep."""

    goods: tuple[tuple[str, tuple[tuple[Item, int], ...]], ...]  # lot path -> item, signed quantity
    value: Fraction | None
    budgets: tuple[tuple[Fraction, frozenset[str]], ...]
    regions: frozenset[str]


Selections = dict[Fraction, list[tuple[Choice | None, ...]]]


def choices(node: Node, path: str, book: Book) -> list[Choice]:
    if isinstance(node, Lot):
        return _lot_choices(node, path, book)
    if isinstance(node, Linked):
        first = choices(node.first, f"{path}.first", book)
        then = choices(node.then, f"{path}.then", book)
        raw = [(a,) for a in first] + [(a, b) for a in first for b in then]
    else:
        assert isinstance(node, Group)
        items = [choices(item, f"{path}.items[{i}]", book) for i, item in enumerate(node.items)]
        raw = [
            combination
            for size in range(node.at_least, node.at_most + 1)
            for chosen in combinations(items, size)
            for combination in product(*chosen)
        ]
    found = []
    for parts in raw:
        goods = tuple(g for part in parts for g in part.goods)
        value: Fraction | None = None
        if all(part.value is not None for part in parts):
            value = sum((part.value for part in parts if part.value is not None), Fraction(0))
        regions = frozenset().union(*(part.regions for part in parts))
        if isinstance(node, Group) and node.same_region and len(regions) > 1:
            continue
        budgets = tuple(b for part in parts for b in part.budgets)
        if node.budget is not None:
            cap = Fraction(node.budget)
            value = cap if value is None else min(cap, value)
            budgets += ((cap, frozenset(name for name, _ in goods)),)
        found.append(Choice(goods, value, budgets, regions))
    return found


def _lot_choices(lot: Lot, path: str, book: Book) -> list[Choice]:
    delivery = lot.delivery
    assert delivery is not None
    step = timedelta(hours=1)
    first = max(0, int((delivery.start - book.start) / step))
    last = min(book.slots, int((delivery.end - book.start) / step))
    sign = 1 if lot.side == "buy" else -1
    found = []
    served = [p for p in book.products if _fits(lot, p)]
    for each in served[:1] if sign < 0 else served:
        for slots, quantities in _shapes(lot, first, last):
            goods = tuple(((each.id, slot), sign * q) for slot, q in zip(slots, quantities, strict=True) if q)
            units = sum(quantities)
            value = None if lot.limit is None else sign * Fraction(lot.limit) * units
            budgets: tuple[tuple[Fraction, frozenset[str]], ...] = ()
            if lot.budget is not None:
                cap = Fraction(lot.budget)
                value = cap if value is None else min(value, cap)
                budgets = ((cap, frozenset([path])),)
            found.append(Choice(((path, goods),), value, budgets, frozenset([each.region])))
    return found


def _shapes(lot: Lot, first: int, last: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    delivery = lot.delivery
    assert delivery is not None
    assert lot.quantity is not None
    window = range(first, last)
    if lot.gpu_hours is not None:
        most = lot.quantity
        levels = [0, *range(lot.min_quantity or 1, most + 1)]
        return [
            (tuple(window), amounts)
            for amounts in product(levels, repeat=len(window))
            if 0 < sum(amounts) <= lot.gpu_hours
        ]
    hours = delivery.hours or int(delivery.window_hours)
    if delivery.contiguous or delivery.hours is None:
        runs = [tuple(range(s, s + hours)) for s in range(first, last - hours + 1)]
    else:
        runs = list(combinations(window, hours))
    least = lot.min_quantity or lot.quantity
    return [(run, (q,) * hours) for run in runs for q in range(least, lot.quantity + 1)]


def _fits(lot: Lot, each: Product) -> bool:
    asset = lot.asset
    assert asset.type == "compute"
    return asset.gpu == each.gpu and (not asset.regions or each.region in asset.regions)


def every_selection(book: Book) -> Selections:
    """The selections that balance and are worth no less than nothing, by their surplus."""
    per_bid: list[list[Choice | None]] = [[None, *choices(bid.root, "root", book)] for bid in book.bids]
    selections: Selections = {}
    _collect(per_bid, _reach(per_bid), 0, {}, Fraction(0), [], selections)
    return selections


def best_priced(book: Book, selections: Selections) -> Fraction:
    """The greatest surplus of the selections that have prices; choosing nothing always has."""
    return next(
        surplus
        for surplus in sorted(selections, reverse=True)
        if any(_has_prices(book, selection) for selection in selections[surplus])
    )


def _collect(per_bid, reach, index, load, surplus, chosen, found) -> None:  # type: ignore[no-untyped-def]
    # What the bids to come can still bring or take bounds what may be open now.
    if any(not -reach[index].get(i, (0, 0))[1] <= o <= -reach[index].get(i, (0, 0))[0] for i, o in load.items()):
        return
    if index == len(per_bid):
        if surplus >= 0:
            found.setdefault(surplus, []).append(tuple(chosen))
        return
    for choice in per_bid[index]:
        after = dict(load)
        for item, quantity in _amounts(choice).items():
            after[item] = after.get(item, 0) + quantity
        value = 0 if choice is None else choice.value
        _collect(per_bid, reach, index + 1, after, surplus + value, [*chosen, choice], found)


def _amounts(choice: Choice | None) -> dict[Item, int]:
    amounts: dict[Item, int] = {}
    for _, goods in choice.goods if choice else ():
        for item, quantity in goods:
            amounts[item] = amounts.get(item, 0) + quantity
    return amounts


def _reach(per_bid: list[list[Choice | None]]) -> list[dict[Item, tuple[int, int]]]:
    """For every index: the least and greatest load that the bids from there on can add, item by item."""
    reach: list[dict[Item, tuple[int, int]]] = [{}]
    for options in reversed(per_bid):
        own: dict[Item, tuple[int, int]] = {}
        for option in options:
            for item, quantity in _amounts(option).items():
                low, high = own.get(item, (0, 0))
                own[item] = (min(low, quantity), max(high, quantity))
        later = reach[-1]
        items = own.keys() | later.keys()
        zero = (0, 0)
        reach.append(
            {
                i: (own.get(i, zero)[0] + later.get(i, zero)[0], own.get(i, zero)[1] + later.get(i, zero)[1])
                for i in items
            }
        )
    return reach[::-1]


def _has_prices(book: Book, selection: tuple[Choice | None, ...]) -> bool:
    items = {(p.id, s): i for i, (p, s) in enumerate(product(book.products, range(book.slots)))}
    rows: list[np.ndarray] = []
    bounds: list[float] = []

    def add(terms: list[tuple[Item, int]], bound: Fraction) -> None:
        row = np.zeros(len(items))
        for item, factor in terms:
            row[items[item]] += factor
        rows.append(row)
        bounds.append(float(bound))

    for bid, choice in zip(book.bids, selection, strict=True):
        if choice is not None:
            assert choice.value is not None
            goods = dict(choice.goods)
            add([g for each in goods.values() for g in each], choice.value)
            for cap, paths in choice.budgets:
                add([g for path in paths for g in goods[path]], cap)
        if isinstance(bid.root, Lot) and bid.root.side == "sell":
            for terms, bound in _unsold(book, bid.root, choice):
                add(terms, bound)
    if not rows:
        return True
    solved = linprog(np.zeros(len(items)), A_ub=np.array(rows), b_ub=np.array(bounds) + 1e-9, bounds=(0, None))
    return bool(solved.status == 0)


def _unsold(book: Book, lot: Lot, choice: Choice | None) -> list[tuple[list[tuple[Item, int]], Fraction]]:
    delivery = lot.delivery
    assert delivery is not None
    assert lot.limit is not None
    assert lot.quantity is not None
    served = next((p for p in book.products if _fits(lot, p)), None)
    if served is None:
        return []
    first = max(0, int((delivery.start - book.start) / timedelta(hours=1)))
    last = min(book.slots, int((delivery.end - book.start) / timedelta(hours=1)))
    sold = {slot: -q for (_, slot), q in choice.goods[0][1]} if choice else {}
    limit = Fraction(lot.limit)
    if lot.gpu_hours is not None:
        if sum(sold.values()) == lot.gpu_hours:
            return []
        return [
            ([((served.id, slot), 1)], limit)
            for slot in range(first, last)
            if sold.get(slot, 0) < lot.quantity and (sold.get(slot, 0) > 0 or (lot.min_quantity or 1) == 1)
        ]
    hours = delivery.hours or int(delivery.window_hours)
    spread = not delivery.contiguous and delivery.hours is not None and hours < last - first
    if lot.min_quantity is None or lot.min_quantity == lot.quantity or spread:
        return []
    if sold:
        starts = [min(sold)] if max(sold.values()) < lot.quantity else []
    else:
        starts = list(range(first, last - hours + 1)) if lot.min_quantity == 1 else []
    return [([((served.id, s), 1) for s in range(start, start + hours)], limit * hours) for start in starts]
