"""What can be wrong with a bid, as values and as the one exception of this room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where (``root.items[0].limit``), a stable code, and words for a person."""

    path: str
    code: str
    message: str


class InvalidBid(ValueError):
    """The input is not a bid. ``problems`` lists every fault found, never empty."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.path}: {p.message}" if p.path else p.message for p in problems))
