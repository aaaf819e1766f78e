"""Starts of runs that can gain nothing: the exact model leaves them out where prices do not matter.

A start is hopeless where its bid, with the best of everything else, is not worth what its units cost at the least. What
an hour's units cost is counted from below: indivisible sellers give theirs for nothing, since they may be needed for
others' sake anyway, and divisible ones at their limits, cheapest first. Taking such a bid out of a selection, and
leaving its divisible units unsold, loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

import numpy as np

from auction_client.clearing.curve_book import Floats, is_hourly
from auction_client.clearing.layout import Branch, Kind, Layout, Piece

Start = tuple[int, int, int]  # piece, product, slot
_SMALLEST = 1e-9  # relative gain that counts as one


def hopeless_starts(layout: Layout) -> frozenset[Start]:
    """The starts of runs that no best selection needs."""
    sold = _supply(layout)
    found: set[Start] = set()
    for bid, root in enumerate(layout.roots):
        pieces = [layout.pieces[index] for index in layout.pieces_of[bid]]
        if any(piece.sign < 0 or piece.limit is None for piece in pieces):
            continue
        gains = {p.index: _gains(layout, sold, p) for p in pieces if p.kind is Kind.RUN}
        best = {p.index: _worth(p) for p in pieces if p.kind is not Kind.RUN}
        best |= {index: max((float(g.max()) for g in each.values()), default=-inf) for index, each in gains.items()}
        for index, each in gains.items():
            worth = _worth(layout.pieces[index])
            for (product, first), gain in each.items():
                others = _with(root, index, {**best, index: 0.0})
                hopeless = np.flatnonzero(gain + others <= _SMALLEST * worth)
                found.update((index, product, first + int(offset)) for offset in hopeless)
    return frozenset(found)


def _worth(piece: Piece) -> float:
    assert piece.limit is not None
    return float(piece.limit) * piece.volume


def _supply(layout: Layout) -> dict[int, list[tuple[float, int]]]:
    """(least cost of a unit, units) of every item, cheapest first."""
    found: dict[int, list[tuple[float, int]]] = {}
    for piece in layout.pieces:
        if piece.sign > 0 or piece.kind is Kind.TOKEN:
            continue
        cost = float(piece.limit or 0) if is_hourly(layout, piece.bid) else 0.0
        for product, first, last in layout.openings[piece.index]:
            for item in range(product * layout.slots + first, product * layout.slots + last):
                found.setdefault(item, []).append((cost, piece.quantity))
    return {item: sorted(steps) for item, steps in found.items()}


def _gains(layout: Layout, sold: Mapping[int, list[tuple[float, int]]], piece: Piece) -> dict[tuple[int, int], Floats]:
    """The most that each start of each opening (product, first slot) could gain by itself, grains. Hour by hour at its
    own best quantity: never less than at one quantity for all."""
    found: dict[tuple[int, int], Floats] = {}
    for product, first, last in layout.openings[piece.index]:
        base = product * layout.slots
        hours = np.array([_hour(piece, sold.get(base + slot, [])) for slot in range(first, last)])
        running = np.concatenate(([0.0], np.cumsum(hours)))
        found[product, first] = running[piece.hours :] - running[: -piece.hours]
    return found


def _hour(piece: Piece, steps: list[tuple[float, int]]) -> float:
    assert piece.limit is not None
    gain, taken = 0.0, 0
    for cost, units in steps:
        forced = min(units, max(0, piece.least - taken))
        willing = min(units, piece.quantity - taken) if cost < piece.limit else forced
        gain += (piece.limit - cost) * willing
        taken += willing
    return gain if taken >= piece.least else -_worth(piece)


def _best(branch: Branch, best: Mapping[int, float]) -> float:
    """The most that a node could gain if it is taken."""
    if branch.piece >= 0:
        return best.get(branch.piece, -inf)
    gains = [_best(child, best) for child in branch.children]
    if branch.linked:
        return gains[0] + max(0.0, gains[1])
    gains.sort(reverse=True)
    return max(sum(gains[:count]) for count in range(branch.at_least, branch.at_most + 1))


def _with(branch: Branch, piece: int, best: Mapping[int, float]) -> float:
    """The most that a node could gain with this piece taken; -inf where it is not below the node."""
    if branch.piece >= 0:
        return best[piece] if branch.piece == piece else -inf
    inside = [_with(child, piece, best) for child in branch.children]
    number = max(range(len(inside)), key=inside.__getitem__)
    rest = [_best(child, best) for index, child in enumerate(branch.children) if index != number]
    if branch.linked:
        return inside[number] + (max(0.0, rest[0]) if number == 0 else rest[0])
    rest.sort(reverse=True)
    return inside[number] + max(
        sum(rest[:count]) for count in range(max(0, branch.at_least - 1), max(1, branch.at_most))
    )
