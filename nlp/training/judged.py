"""Unknown words of requests as people write them, each judged whether the bid is right without it.

The requests were written for this, by several writers in several voices, and read by the rules. Every stretch of
unknown words was then judged in its request: whether it only tells or restates, or says something that the bid lacks;
so was every clause in which parts of an order were recognised and that could yet only tell. The adapter has learnt some
of the writers, the others are kept for weighing what it makes of words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.linker.roles import Stretch
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


def read_judged(path: Path = JUDGED) -> tuple[JudgedStretch, ...]:
    """All stretches of a file. Raises ValueError where it is not of this form."""
    lines = path.read_text("utf-8").splitlines()
    return tuple(each for number, line in enumerate(lines) for each in _judged(number, json.loads(line)))


def _judged(number: int, raw: dict[str, object]) -> Iterator[JudgedStretch]:
    stretches = raw["stretches"]
    if not isinstance(stretches, list):
        raise ValueError("no list of stretches")
    for each in stretches:
        said = each.pop("said")
        yield JudgedStretch(
            str(raw["writer"]), number, bool(raw["learnt"]), _stretch(each), said == "tells", said == "part"
        )


def _stretch(raw: dict[str, object]) -> Stretch:
    before, behind = (Role(each) if each else None for each in raw.pop("beside"))  # type: ignore[attr-defined]
    answers = tuple((each,) for each in raw.pop("answers"))  # type: ignore[attr-defined]
    unknown: tuple[str, ...] = tuple(raw.pop("unknown"))  # type: ignore[arg-type]
    holds = frozenset(Role(each) for each in raw.pop("holds", ()))  # type: ignore[attr-defined]
    return Stretch(
        0,
        0,
        answers=answers,
        beside=(before, behind),
        unknown=unknown,
        holds=holds,
        **raw,  # type: ignore[arg-type]
    )
