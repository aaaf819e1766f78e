"""A text as it was understood: the reading that stands, its unknown words, and what the model answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from nlp.leftover.second_reading import Choice
from nlp.leftover.unknown_words import WithRoles
from nlp.structure import Structure


class LinkerAnswer(Protocol):
    """What a model's linker returns: structures with their log likelihoods, likeliest first."""

    @property
    def candidates(self) -> tuple[tuple[Structure, float], ...]: ...
    @property
    def heard(self) -> bool: ...
    @property
    def model(self) -> str | None: ...
    @property
    def sha256(self) -> str | None: ...
    @property
    def adapter_sha256(self) -> str | None: ...
    @property
    def asked(self) -> bool: ...
    @property
    def prompt(self) -> str: ...
    @property
    def raw(self) -> str: ...


@dataclass(frozen=True)
class Understood:
    """One way to understand a text; `answer` is None where there is no model."""

    chosen: Choice
    roles: WithRoles
    answer: LinkerAnswer | None = None

    @property
    def asked(self) -> frozenset[tuple[str, str]]:
        """What would be asked, by code and message."""
        doubts = {(doubt.code, doubt.message) for doubt, _ in self.chosen.reading.doubts}
        return frozenset(doubts | ({("unsupported", "two_structures")} if self.chosen.other else set()))

    @property
    def clean(self) -> bool:
        """Whether nothing would be asked but the limit, which the order may lack."""
        return not {code for code, _ in self.asked} - {"missing_limit"}
