"""A bid's tree as a list of alternatives: which lots are taken together, in which region, and the budgets over them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product

from auction_client.clearing.layout import Branch, Kind, Layout

MOST_ALTERNATIVES = 96


@dataclass(frozen=True, slots=True)
class Cap:
    """A budget: its amount in grains and the cap above it (-1: none). Caps stand children first."""

    amount: int
    parent: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """Lots (piece index, products, index of the nearest cap or -1) that are taken together. `only_bounds`: not a
    choice; it stands for those left out of the list, and each of its lots may stay out."""

    lots: tuple[tuple[int, tuple[int, ...], int], ...]
    caps: tuple[Cap, ...]
    only_bounds: bool = False


def alternatives_of(layout: Layout, root: Branch) -> list[Alternative]:
    """Every alternative that some product can serve; where there are too many, the first ones by preference and one
    that only bounds the rest."""
    chosen, complete = _choices(layout, root, MOST_ALTERNATIVES)
    regions = _region_groups(root)
    found: list[Alternative] = []
    for paths in chosen:
        found += _in_regions(layout, root, paths, regions)
        if len(found) > MOST_ALTERNATIVES:
            complete = False
            found = found[:MOST_ALTERNATIVES]
            break
    if not complete:
        found.append(_alternative(layout, root, frozenset(_leaves(root)), {}, only_bounds=True))
    return found


def _choices(layout: Layout, branch: Branch, most: int) -> tuple[list[frozenset[int]], bool]:
    """Sets of pieces that satisfy the node, in order of preference; whether they are all."""
    if branch.piece >= 0:
        return ([frozenset([branch.piece])] if layout.openings[branch.piece] else []), True
    parts = [_choices(layout, child, most) for child in branch.children]
    complete = all(whole for _, whole in parts)
    found: list[frozenset[int]] = []
    if branch.linked:
        first, then = parts[0][0], parts[1][0]
        pairs = [first, [a | b for a in first for b in then]]
        found = [each for group in pairs for each in group]
        return found[:most], complete and len(found) <= most
    for size in range(branch.at_least, branch.at_most + 1):
        for members in combinations([options for options, _ in parts], size):
            for picked in product(*members):
                if len(found) >= most:
                    return found, False
                found.append(frozenset().union(*picked))
    return found, complete


def _leaves(branch: Branch) -> list[int]:
    return [branch.piece] if branch.piece >= 0 else [leaf for child in branch.children for leaf in _leaves(child)]


def _region_groups(branch: Branch) -> list[frozenset[int]]:
    own = [frozenset(_leaves(branch))] if branch.same_region else []
    return own + [group for child in branch.children for group in _region_groups(child)]


def _in_regions(
    layout: Layout, root: Branch, pieces: frozenset[int], groups: list[frozenset[int]]
) -> list[Alternative]:
    """The alternative once for every way to give its same-region groups a region."""
    ways: list[dict[int, int]] = [{}]
    for group in groups:
        members = [i for i in pieces & group if layout.pieces[i].kind is not Kind.TOKEN]
        if len(members) < 2:
            continue
        regions = set.intersection(*[{layout.regions[p] for p in layout.pieces[i].products} for i in members])
        ways = [
            {**way, **dict.fromkeys(members, region)}
            for way in ways
            for region in sorted(regions)
            if all(way.get(i, region) == region for i in members)
        ]
        if len(ways) > MOST_ALTERNATIVES:
            ways = ways[: MOST_ALTERNATIVES + 1]
    return [_alternative(layout, root, pieces, way) for way in ways]


def _alternative(
    layout: Layout, root: Branch, pieces: frozenset[int], regions: dict[int, int], *, only_bounds: bool = False
) -> Alternative:
    caps: list[Cap] = []
    nearest: dict[int, int] = {}

    def walk(branch: Branch) -> list[int]:
        """Caps in children-first order; returns what hangs free below: pieces as they are, caps as ~index."""
        if branch.piece >= 0:
            below = [branch.piece] if branch.piece in pieces else []
        else:
            below = [each for child in branch.children for each in walk(child)]
        if branch.budget is None or not below:
            return below
        caps.append(Cap(branch.budget, -1))
        here = len(caps) - 1
        for each in below:
            if each >= 0:
                nearest[each] = here
            else:
                caps[~each] = Cap(caps[~each].amount, here)
        return [~here]

    walk(root)
    lots = []
    for index in sorted(pieces):
        piece = layout.pieces[index]
        if not layout.openings[index]:
            continue
        wanted = regions.get(index)
        served = tuple(p for p in piece.products if wanted is None or layout.regions[p] == wanted)
        lots.append((index, served, nearest.get(index, -1)))
    return Alternative(tuple(lots), tuple(caps), only_bounds)
