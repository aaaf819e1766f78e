"""Scores answers with a local model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nlp.models.engine import Engine
from nlp.models.errors import ModelError
from nlp.models.search import Symbols
from nlp.models.symbols import ALPHABET

_ROOM = 96


class AnswerScorer:
    """Scores the answers to one prompt."""

    def __init__(self, engine: Engine, stopped: Callable[[], bool]) -> None:
        self._engine = engine
        self._stopped = stopped
        self._symbols = symbol_tokens(engine)
        self._prompt: list[int] = []

    def begin(self, prompt: str) -> int:
        """Takes the prompt; returns its number of tokens. Raises ModelError where it does not fit."""
        self._prompt = self._engine.tokens(prompt)
        if len(self._prompt) + _ROOM > self._engine.context:
            raise ModelError("the request is too long for the model")
        return len(self._prompt)

    def __call__(self, path: Symbols, options: Sequence[str]) -> list[float]:
        tokens = [*self._prompt, *(token for symbol in path for token in self._symbols[symbol])]
        firsts = [self._symbols[symbol][0] for symbol in options]
        return self._engine.logits(tokens, firsts, self._stopped)


def symbol_tokens(engine: Engine) -> dict[str, list[int]]:
    """The tokens of each symbol. Raises ModelError where two symbols begin with the same token."""
    found = {symbol: engine.tokens(symbol) for symbol in ALPHABET}
    if len({tuple(tokens[:1]) for tokens in found.values()}) != len(found):
        raise ModelError("this model's vocabulary has no tokens of their own for the letters that structures need")
    return found
