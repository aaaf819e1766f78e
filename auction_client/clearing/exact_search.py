"""Solves the exact model: small ones here by SCIP, larger ones by HiGHS in a process of its own.

Larger models are tightened first, and only what is worth more than the best known selection is looked for: HiGHS then
needs neither its heuristics nor most of its tree.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from math import inf
from types import TracebackType
from typing import Self

import numpy as np

from auction_client.clearing.apart import Apart, Task
from auction_client.clearing.exact import ExactModel
from auction_client.clearing.layout import Kind, Layout
from auction_client.clearing.selection import Selection
from auction_client.clearing.solver import Solved
from auction_client.clearing.worth import value_step

_SCIP_PARAMETERS = "propagating/probing/maxprerounds = 0\n"
_NODES = 3000  # where no time is given
_APART_FROM = 300  # binaries: smaller models are solved before a process has started


class ExactSearch:
    """Solves models of one book, inside its context. left: the seconds that remain, None without a limit. stopped:
    asked often."""

    def __init__(self, layout: Layout, left: Callable[[], float | None], stopped: Callable[[], bool]) -> None:
        self._layout = layout
        self._left = left
        self._stopped = stopped
        self._step = value_step(layout) / layout.grains_per_dollar
        self._open = ExitStack()
        self._process: Apart | None = None

    def __enter__(self) -> Self:
        if _starts(self._layout) >= _APART_FROM:
            self._process = self._open.enter_context(Apart())  # while others still look for something good to beat
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def solve(self, ruled: frozenset[int], known: float) -> tuple[ExactModel, Solved]:
        """The best selection under the price rules of these bids. known: a value (USD) that is possible; the answer may
        have no values where nothing is worth more. Quantities are fractions first: they nearly always come out whole,
        and the model is far easier."""
        for whole in (False, True):
            model = ExactModel(self._layout, ruled, whole=whole)
            solved = self._here(model) if model.choices < _APART_FROM else self._apart(model, known)
            if solved.values is None or model.is_whole(solved.values):
                break
        return model, solved

    def selections(self, model: ExactModel, solved: Solved) -> list[Selection]:
        """What was solved for; before it, of a small model, the selection worth as much that takes the first items of
        choices where it can."""
        assert solved.values is not None
        found = [model.selection(solved.values)]
        if solved.optimal and model.choices < _APART_FROM and model.passes_over(solved.values):
            model.by_preference(solved.objective - self._step / 2)
            again = self._here(model)
            if again.values is not None and model.is_whole(again.values):
                found.insert(0, model.selection(again.values))
        return [each for each in found if each.surplus >= found[-1].surplus]

    def _here(self, model: ExactModel) -> Solved:
        left = self._left()
        return model.model.solve(
            "scip",
            time_limit=None if left is None else max(0.05, 0.92 * left),
            cancel=self._stopped,
            parameters=_SCIP_PARAMETERS + (f"limits/totalnodes = {_NODES}\n" if left is None else ""),
        )

    def _apart(self, model: ExactModel, known: float) -> Solved:
        if self._process is None:
            self._process = self._open.enter_context(Apart())
        model.tighten()
        left = self._left()
        task = Task(
            above=known,
            step=self._step,
            seconds=None if left is None else max(0.05, 0.95 * left - 0.2),
            nodes=_NODES if left is None else None,
            heuristics=False,
        )
        answer = self._process.solve(model.model, task, self._stopped)
        if answer is None:
            return Solved(None, -inf, inf, optimal=False)
        values = None if answer.values is None else np.array(answer.values)
        return Solved(values, known, answer.bound, answer.complete)


def _starts(layout: Layout) -> int:
    """How many starts the lots have to choose from: about as many binaries as the model will have."""
    return sum(
        last - first - piece.hours + 1
        for piece in layout.pieces
        if piece.kind is Kind.RUN
        for _, first, last in layout.openings[piece.index]
    )
