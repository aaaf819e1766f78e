"""Finds the likeliest of the answers that the grammar allows.

Few answers are all scored, sharing the work of common beginnings, so that their likelihoods are complete. Of many, the
likeliest are found by uniform-cost search in the tree of their beginnings: a log likelihood only falls as an answer
grows, so the first to be finished is the likeliest of all. Symbols without an alternative are scored together with the
next choice, which costs a fraction of a step.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Symbols = tuple[str, ...]

Scorer = Callable[[Sequence[str], int], list[dict[str, float]]]
"""(path, count) -> for each of the last `count` + 1 places, that before path[-count] first and that behind the path
last, the log likelihood of every symbol of the alphabet."""

FEW = 12
"""Up to so many answers are scored one by one."""


@dataclass(frozen=True)
class Answer:
    """An answer and its log likelihood over the alphabet."""

    symbols: Symbols
    log_likelihood: float


@dataclass(frozen=True)
class Found:
    """The answers, likeliest first. `steps`: how often the model was asked; `exact`: nothing likelier exists."""

    answers: tuple[Answer, ...]
    steps: int
    exact: bool


def find(answers: Sequence[Symbols], score: Scorer, *, wanted: int = 4, margin: float = 4.0, steps: int = 24) -> Found:
    """The likeliest `wanted` of the answers."""
    if len(answers) <= FEW:
        return Found(tuple(score_all(answers, score)[:wanted]), len(answers), exact=True)
    return search(answers, score, wanted=wanted, margin=margin, steps=steps)


def score_all(answers: Sequence[Symbols], score: Scorer) -> list[Answer]:
    """Every answer with its log likelihood, likeliest first."""
    scored: list[Answer] = []
    before: Symbols = ()
    logs: list[float] = []
    for symbols in sorted(answers):
        shared = 0
        while shared < min(len(before), len(symbols)) and before[shared] == symbols[shared]:
            shared += 1
        logs = [*logs[:shared], *_logs(score, symbols, shared)]
        before = symbols
        scored.append(Answer(symbols, sum(logs)))
    return sorted(scored, key=lambda answer: -answer.log_likelihood)


def search(answers: Sequence[Symbols], score: Scorer, *, wanted: int, margin: float, steps: int) -> Found:
    """Up to `wanted` answers within `margin` nats of the best.

    Where the model has been asked `steps` times and no answer is finished, the likeliest open beginning is finished by
    always taking the likeliest symbol, and `exact` is false.
    """
    tree = _Tree(answers)
    queue: list[tuple[float, int, Symbols]] = [(0.0, 0, ())]
    found: list[Answer] = []
    asked = pushed = 0
    while queue and len(found) < wanted:
        cost, _, path = heapq.heappop(queue)
        if found and -cost < found[0].log_likelihood - margin:
            break
        if path in tree.finished:
            found.append(Answer(path, -cost))
            continue
        if asked >= steps:
            if found:
                break
            queue, pushed = [], 0
        longer = tree.forced(path)
        asked += 1
        if longer in tree.finished:
            heapq.heappush(queue, (cost - sum(_logs(score, longer, len(path))), pushed := pushed + 1, longer))
            continue
        rows = score(longer, len(longer) - len(path))
        cost -= sum(row[symbol] for row, symbol in zip(rows, longer[len(path) :], strict=False))
        options = [(cost - rows[-1][symbol], (*longer, symbol)) for symbol in tree.following[longer]]
        for price, grown in options if asked < steps else [min(options)]:
            heapq.heappush(queue, (price, pushed := pushed + 1, grown))
    return Found(tuple(found), asked, exact=asked < steps)


def _logs(score: Scorer, symbols: Symbols, begin: int) -> list[float]:
    """The log likelihood of each symbol from `begin` on; the model need not read the last one."""
    rows = score(symbols[:-1], len(symbols) - 1 - begin)
    return [row[symbol] for row, symbol in zip(rows, symbols[begin:], strict=True)]


class _Tree:
    """The beginnings of the answers and what may follow each."""

    def __init__(self, answers: Sequence[Symbols]) -> None:
        self.finished = frozenset(answers)
        self.following: dict[Symbols, list[str]] = {}
        for symbols in answers:
            for at, symbol in enumerate(symbols):
                options = self.following.setdefault(symbols[:at], [])
                if symbol not in options:
                    options.append(symbol)

    def forced(self, path: Symbols) -> Symbols:
        """The path as far as it goes on without a choice."""
        while path not in self.finished and len(self.following[path]) == 1:
            path = (*path, self.following[path][0])
        return path
