"""Scores answers with a local model: the alphabet's log likelihoods at the places that the search asks about."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from nlp.linker.symbols import ALPHABET
from nlp.models.engine import Engine
from nlp.models.errors import ModelError


class AnswerScorer:
    """Scores the answers to one prompt. The likelihoods are over the alphabet, not over the whole vocabulary."""

    def __init__(self, engine: Engine, stopped: Callable[[], bool]) -> None:
        self._engine = engine
        self._stopped = stopped
        self._symbols = symbol_tokens(engine)
        self._firsts = [self._symbols[symbol][0] for symbol in ALPHABET]
        self._prompt: list[int] = []

    def begin(self, prompt: str) -> int:
        """Takes the prompt; returns its number of tokens. Raises ModelError where it does not fit."""
        self._prompt = self._engine.tokens(prompt)
        if len(self._prompt) + 96 > self._engine.context:
            raise ModelError("the request is too long for the model")
        return len(self._prompt)

    def __call__(self, path: Sequence[str], count: int) -> list[dict[str, float]]:
        tokens = list(self._prompt)
        ends = [len(tokens) - 1]
        for symbol in path:
            tokens.extend(self._symbols[symbol])
            ends.append(len(tokens) - 1)
        rows = self._engine.logits(tokens, ends[len(path) - count :], self._firsts, self._stopped)
        return [dict(zip(ALPHABET, _log_softmax(row), strict=True)) for row in rows]


def symbol_tokens(engine: Engine) -> dict[str, list[int]]:
    """The tokens of each symbol. Raises ModelError where two symbols begin with the same token."""
    found = {symbol: engine.tokens(symbol) for symbol in ALPHABET}
    if len({tuple(tokens[:1]) for tokens in found.values()}) != len(found):
        raise ModelError("this model's vocabulary has no tokens of their own for the letters that structures need")
    return found


def _log_softmax(row: Sequence[float]) -> list[float]:
    top = max(row)
    total = top + math.log(sum(math.exp(value - top) for value in row))
    return [value - total for value in row]
