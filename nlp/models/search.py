"""Finds the likeliest of the answers that the grammar allows.

The answers form a tree of their beginnings. At each fork the model's scores are normalised over the symbols that the
tree offers there, so the likelihoods of all the answers together are one, and a symbol without an alternative costs no
score of its own. A log likelihood only falls as an answer grows, so in uniform-cost search the first answer to be
finished is the likeliest of all.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Symbols = tuple[str, ...]

Scorer = Callable[[Symbols, Sequence[str]], Sequence[float]]
"""(path, options) -> how well each option goes on from the path, as logits."""


@dataclass(frozen=True)
class Answer:
    """An answer and its log likelihood among all the allowed ones."""

    symbols: Symbols
    log_likelihood: float


@dataclass(frozen=True)
class Found:
    """The answers, likeliest first. `steps`: how often the model was asked; `exact`: nothing likelier exists."""

    answers: tuple[Answer, ...]
    steps: int
    exact: bool


class Tree:
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


def search(
    answers: Sequence[Symbols], score: Scorer, *, wanted: int = 4, margin: float = 3.0, steps: int = 12
) -> Found:
    """Up to `wanted` answers within `margin` nats of the best.

    Once the model has been asked `steps` times and no answer is finished, the likeliest beginning is finished by always
    taking the likeliest symbol, and `exact` is false.
    """
    tree = Tree(answers)
    queue: list[tuple[float, int, Symbols]] = [(0.0, 0, ())]
    found: list[Answer] = []
    asked = pushed = 0
    while queue and len(found) < wanted:
        cost, _, path = heapq.heappop(queue)
        if found and -cost < found[0].log_likelihood - margin:
            break
        path = tree.forced(path)
        if path in tree.finished:
            found.append(Answer(path, -cost))
            continue
        if asked >= steps:
            if found:
                break
            queue = []
        options = tree.following[path]
        grown = [
            (cost - log, (*path, symbol))
            for symbol, log in zip(options, log_softmax(score(path, options)), strict=True)
        ]
        asked += 1
        for price, longer in grown if asked <= steps else [min(grown)]:
            pushed += 1
            heapq.heappush(queue, (price, pushed, longer))
    return Found(tuple(found), asked, exact=bool(found) and asked <= steps)


def log_softmax(row: Sequence[float]) -> list[float]:
    """The logs of the probabilities that these logits stand for."""
    top = max(row)
    total = top + math.log(sum(math.exp(value - top) for value in row))
    return [value - total for value in row]
