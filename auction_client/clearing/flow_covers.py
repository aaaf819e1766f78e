"""Rows that tighten the relaxation of the exact model: flow covers with the units of exclusive lots on one side.

In an hour, lots of which at most one can be taken use what they take: all of it comes from the cheapest steps of the
hourly supply, which hold `A` units, or from the rest. So `amount - A * taken <= rest`, whatever is taken. The linear
relaxation breaks it by taking a fraction of a lot, which would be served from the cheap steps alone. Only rows that a
relaxation breaks are added (Padberg, Van Roy and Wolsey, Operations Research 33, 1985; Gu, Nemhauser and Savelsbergh,
Mathematical Programming 85, 1999).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from auction_client.clearing.exact_columns import PieceColumns, Terms
from auction_client.clearing.layout import Branch, Kind, Layout
from auction_client.clearing.solver import LinearModel

_ROUNDS = 3
_LEAST_BREACH = 1e-4  # relative to the amount


@dataclass(frozen=True)
class _Hour:
    """One balance row: `steps` of hourly supply, cheapest first, as (column, units); the lots' terms by who excludes
    whom, as (column, units, whether it is the binary); everything else that sells."""

    steps: list[tuple[int, float]]
    exclusive: list[list[tuple[int, float, bool]]]
    others: Terms


def add_flow_covers(
    layout: Layout, model: LinearModel, pieces: Mapping[int, PieceColumns], balance: list[Terms]
) -> None:
    """Adds to the model what its relaxation breaks of these rows. balance: the terms of each balance row."""
    hours = _hours(layout, model, pieces, balance)
    known: set[tuple[tuple[int, float], ...]] = set()
    for _ in range(_ROUNDS):
        relaxed = replace(model, integer=[False] * len(model.integer)).solve("glop")
        if relaxed.values is None:
            return
        values = relaxed.values.tolist()
        rows = {row for hour in hours for terms in hour.exclusive if (row := _broken(hour, terms, values))} - known
        for row in sorted(rows):
            model.row(-inf, 0.0, row)
        known |= rows
        if not rows:
            return


def _broken(hour: _Hour, terms: list[tuple[int, float, bool]], values: list[float]) -> tuple[tuple[int, float], ...]:
    """The row that these values break most; none where they break none."""
    amount = sum(units * values[column] for column, units, _ in terms)
    taken = sum(values[column] for column, _, chooses in terms if chooses)
    rest = sum(values[column] for column, _ in hour.steps) + sum(values[c] * units for c, units in hour.others)
    most, cut, cheap, inside = _LEAST_BREACH * max(1.0, amount), -1, 0.0, 0.0
    for count in range(len(hour.steps) + 1):
        breach = amount - inside * taken - rest
        if breach > most:
            most, cut, cheap = breach, count, inside
        if count < len(hour.steps):
            column, units = hour.steps[count]
            inside += units
            rest -= values[column]
    if cut < 0:
        return ()
    row = [(column, units - cheap if chooses else units) for column, units, chooses in terms]
    row += [(column, -1.0) for column, _ in hour.steps[cut:]] + [(column, -units) for column, units in hour.others]
    return tuple(sorted(row))


def _hours(layout: Layout, model: LinearModel, pieces: Mapping[int, PieceColumns], balance: list[Terms]) -> list[_Hour]:
    limit_of: dict[int, int] = {}  # of the columns of hourly supply
    buyer_of: dict[int, int] = {}  # of the columns of runs that buy
    binaries: set[int] = set()
    for index, columns in pieces.items():
        piece = columns.piece
        if columns.accepted < 0 and piece.sign < 0:
            limit_of.update((column, piece.limit or 0) for _, _, column in columns.amounts)
        elif piece.kind is Kind.RUN and piece.sign > 0:
            buyer_of.update((column, index) for column, _ in columns.quantity)
            binaries.update(column for _, _, column in columns.options)
    group_of = {
        index: number
        for number, group in enumerate(group for root in layout.roots for group in _exclusive(root))
        for index in group
    }
    found = []
    for terms in balance:
        steps = sorted((limit_of[column], column) for column, _ in terms if column in limit_of)
        groups: dict[int, list[tuple[int, float, bool]]] = {}
        for column, units in terms:
            if column in buyer_of:
                groups.setdefault(group_of[buyer_of[column]], []).append((column, units, column in binaries))
        others = [(column, -units) for column, units in terms if units < 0 and column not in limit_of]
        if groups:
            found.append(_Hour([(c, float(model.upper[c])) for _, c in steps], list(groups.values()), others))
    return found


def _exclusive(branch: Branch) -> list[list[int]]:
    """The pieces below a node in groups, of each of which at most one can be taken."""
    if branch.piece >= 0:
        return [[branch.piece]]
    parts = [_exclusive(child) for child in branch.children]
    if branch.linked or branch.at_most > 1:
        return [group for part in parts for group in part]
    return [[index for part in parts for index in part[0]], *(group for part in parts for group in part[1:])]
