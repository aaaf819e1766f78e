"""The one door behind which a model ranks the structures of a request, wherever it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from nlp.models.search import Answer, Symbols


@dataclass(frozen=True)
class Ranking:
    """What a model answered: likeliest first. `tokens` of prompt and `steps` of asking are for benchmarks."""

    answers: tuple[Answer, ...]
    prompt: str
    raw: str
    exact: bool = True
    tokens: int = 0
    steps: int = 0


class Backend(Protocol):
    """A model that ranks answers."""

    @property
    def name(self) -> str:
        """The model's name, for the draft."""

    @property
    def sha256(self) -> str | None:
        """The digest of its weights; None where they cannot be seen."""

    @property
    def adapter_sha256(self) -> str | None:
        """The digest of the adapter on the weights; None without one."""

    @property
    def trained(self) -> bool:
        """Whether it was fine-tuned for this text form, so that its probabilities of roles were measured."""

    def rank(
        self,
        line: str,
        answers: Sequence[Symbols],
        *,
        deadline: float,
        cancelled: Callable[[], bool] | None = None,
    ) -> Ranking:
        """The likeliest of the answers to this line, before `deadline` (of `time.monotonic`). Raises NotHeard."""

    def warm(self) -> None:
        """Makes the next request quick. Raises NotHeard."""

    def close(self) -> None:
        """Frees what it holds."""
