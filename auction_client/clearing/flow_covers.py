"""Rows that tighten the relaxation of the exact model: flow covers, with exclusive lots as one buyer each.

In an hour, lots of which at most one can be taken are one buyer. Buyers who together could use more than some of the
supply holds, by an excess, cannot all be served from it: the sum of `amount + max(0, most - excess) * (1 - taken)` is
at most what that supply holds and the rest sells. The linear relaxation breaks this by taking fractions of lots, which
would be served from the cheap supply alone. A solver, to which the lots of one buyer are so many, finds weaker rows.
Only rows that a relaxation breaks are added (Padberg, Van Roy and Wolsey, Operations Research 33, 1985; Gu, Nemhauser
and Savelsbergh, Mathematical Programming 85, 1999).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from auction_client.clearing.exact_columns import PieceColumns, Terms
from auction_client.clearing.layout import Branch, Kind, Layout
from auction_client.clearing.solver import LinearModel

_ROUNDS = 3
_LEAST_BREACH = 1e-4  # relative to the amounts

Row = tuple[float, tuple[tuple[int, float], ...]]
"""What the terms (column, coefficient) may add up to at most, and they."""


@dataclass(frozen=True)
class _Buyer:
    """Lots of which one can be taken: their terms as (column, units, whether it is the binary); most units of any."""

    terms: list[tuple[int, float, bool]]
    most: float

    def amount(self, values: list[float]) -> float:
        return sum(units * values[column] for column, units, _ in self.terms)

    def taken(self, values: list[float]) -> float:
        return sum(values[column] for column, _, chooses in self.terms if chooses)


@dataclass(frozen=True)
class _Hour:
    """One balance row: buyers, and all that sells as (column, units of one, most units), cheap hourly supply first."""

    buyers: list[_Buyer]
    supply: list[tuple[int, float, float]]


def add_flow_covers(
    layout: Layout, model: LinearModel, pieces: Mapping[int, PieceColumns], balance: list[Terms], *, several: bool
) -> None:
    """Adds to the model what its relaxation breaks of these rows. balance: the terms of each balance row. several: rows
    of several buyers too."""
    hours = _hours(layout, model, pieces, balance)
    known: set[Row] = set()
    for _ in range(_ROUNDS):
        relaxed = replace(model, integer=[False] * len(model.integer)).solve("glop")
        if relaxed.values is None:
            return
        values = relaxed.values.tolist()
        rows = {row for hour in hours for row in _broken(hour, values, several=several)} - known
        for most, terms in sorted(rows):
            model.row(-inf, most, terms)
        known |= rows
        if not rows:
            return


def _broken(hour: _Hour, values: list[float], *, several: bool) -> list[Row]:
    """The rows that these values break most: one of each buyer alone, and one of several; none where they break none.
    Buyers who are taken and supply that is used come first: there the row is tight."""
    supply = sorted(hour.supply, key=lambda each: -each[1] * values[each[0]] / each[2])
    buyers = sorted(hour.buyers, key=lambda buyer: (-buyer.taken(values), -buyer.most))
    found = [_cover([buyer], supply, values) for buyer in buyers]
    if several:
        found.append(_cover(buyers, supply, values))
    return [row for row in found if row is not None]


def _cover(buyers: list[_Buyer], supply: list[tuple[int, float, float]], values: list[float]) -> Row | None:
    """Of the first buyers and the first supply, however many of each, those whose row is broken most."""
    parts = [(buyer.amount(values), 1.0 - buyer.taken(values), buyer.most) for buyer in buyers]
    breach, best = _LEAST_BREACH * max(1.0, sum(amount for amount, _, _ in parts)), None
    inside, rest = 0.0, sum(units * values[column] for column, units, _ in supply)
    for cut in range(len(supply) + 1):
        wanted = 0.0
        for count, part in enumerate(parts, 1):
            wanted += part[2]
            excess = wanted - inside
            if excess > 0:
                here = (
                    sum(amount + max(0.0, most - excess) * out for amount, out, most in parts[:count]) - inside - rest
                )
                if here > breach:
                    breach, best = here, (cut, count, inside, excess)
        if cut < len(supply):
            column, units, room = supply[cut]
            inside += room
            rest -= units * values[column]
    if best is None:
        return None
    cut, count, inside, excess = best
    row = [(column, -units) for column, units, _ in supply[cut:]]
    for buyer in buyers[:count]:
        spare = max(0.0, buyer.most - excess)
        inside -= spare
        row += [(column, units - spare if chooses else units) for column, units, chooses in buyer.terms]
    return inside, tuple(sorted(row))


def _hours(layout: Layout, model: LinearModel, pieces: Mapping[int, PieceColumns], balance: list[Terms]) -> list[_Hour]:
    limit_of: dict[int, int] = {}  # of the columns of hourly supply
    buyer_of: dict[int, int] = {}  # of the columns of runs that buy
    most_of: dict[int, float] = {}  # units of one of them
    binaries: set[int] = set()
    for index, columns in pieces.items():
        piece = columns.piece
        if columns.accepted < 0 and piece.sign < 0:
            limit_of.update((column, piece.limit or 0) for _, _, column in columns.amounts)
        elif piece.kind is Kind.RUN and piece.sign > 0:
            buyer_of.update((column, index) for column, _ in columns.quantity)
            most_of[index] = float(piece.quantity)
            binaries.update(column for _, _, column in columns.options)
    group_of = {
        index: number
        for number, group in enumerate(group for root in layout.roots for group in _exclusive(root))
        for index in group
    }
    found = []
    for terms in balance:
        groups: dict[int, list[tuple[int, float, bool]]] = {}
        for column, units in terms:
            if column in buyer_of:
                groups.setdefault(group_of[buyer_of[column]], []).append((column, units, column in binaries))
        steps = sorted((limit_of[column], column) for column, _ in terms if column in limit_of)
        selling = [(column, 1.0) for _, column in steps]
        selling += [(column, -units) for column, units in terms if units < 0 and column not in limit_of]
        if groups:
            buyers = [
                _Buyer(group, max(most_of[buyer_of[column]] for column, _, _ in group)) for group in groups.values()
            ]
            found.append(_Hour(buyers, [(column, units, units * model.upper[column]) for column, units in selling]))
    return found


def _exclusive(branch: Branch) -> list[list[int]]:
    """The pieces below a node in groups, of each of which at most one can be taken."""
    if branch.piece >= 0:
        return [[branch.piece]]
    parts = [_exclusive(child) for child in branch.children]
    if branch.linked or branch.at_most > 1:
        return [group for part in parts for group in part]
    return [[index for part in parts for index in part[0]], *(group for part in parts for group in part[1:])]
