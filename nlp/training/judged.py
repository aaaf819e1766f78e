"""Unknown words of requests as people write them, each judged whether the bid is right without it.

The requests were written for this, by several writers in several voices, and read by the rules. Every stretch of
unknown words was then judged in its request: whether it only tells or restates, or says something that the bid lacks;
so was every clause in which parts of an order were recognised and that could yet only tell. The adapter has learnt some
of the writers, the others are kept for weighing what it makes of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from nlp.linker.roles import Place, Stretch
from nlp.tagged import Role

JUDGED = Path(__file__).with_name("judged.jsonl")


@dataclass(frozen=True)
class JudgedStretch:
    """`writer` and `request` tell where it is from; `learnt`: whether the adapter has learnt that writer; `tells`:
    whether the bid is right without it; `parted`: whether it is a part of the order, and by itself no wish."""

    writer: str
    request: int
    learnt: bool
    stretch: Stretch
    tells: bool
    parted: bool


class _Stretch(BaseModel):
    """A stretch with its verdict, as the file has it; where it stood in the text is not kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    passed: bool
    place: Place
    line: str
    answers: tuple[str, ...]
    beside: tuple[Role | None, Role | None]
    unknown: tuple[str, ...]
    belongs: bool
    said: Literal["tells", "wish", "part"]
    holds: frozenset[Role] = frozenset()

    def stretch(self) -> Stretch:
        return Stretch(
            0, 0, self.text, self.passed, self.line, tuple((each,) for each in self.answers), self.place, self.unknown,
            self.beside, self.belongs, self.holds,
        )  # fmt: skip


class _Line(BaseModel):
    """One request of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    writer: str
    learnt: bool
    stretches: tuple[_Stretch, ...]

    @field_validator("stretches", mode="before")
    @classmethod
    def _is_list(cls, value: object) -> object:
        if not isinstance(value, list):
            raise ValueError("no list of stretches")
        return value


def read_judged(path: Path = JUDGED) -> tuple[JudgedStretch, ...]:
    """All stretches of a file. Raises ValueError where it is not of this form."""
    lines = map(_Line.model_validate_json, path.read_text("utf-8").splitlines())
    return tuple(
        JudgedStretch(line.writer, number, line.learnt, each.stretch(), each.said == "tells", each.said == "part")
        for number, line in enumerate(lines)
        for each in line.stretches
    )
