"""What a local model must offer to the worker, whatever runs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol


class Stopped(Exception):
    """The evaluation was withdrawn before it ended."""


class Engine(Protocol):
    """A causal language model. One thread at a time; keeps what it computed of the last text."""

    @property
    def context(self) -> int:
        """The most tokens of one text."""

    def tokens(self, text: str) -> list[int]:
        """The text's tokens, with none added; special tokens in the text are plain text."""

    def logits(self, tokens: Sequence[int], vocabulary: Sequence[int], stopped: Callable[[], bool]) -> list[float]:
        """The logits of what follows these tokens, of the given vocabulary entries only.

        Raises Stopped where `stopped` turns true between two pieces of work.
        """

    def close(self) -> None:
        """Frees the model's memory."""
