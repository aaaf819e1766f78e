"""What the resolver can't decide, and what it decided by default."""

from __future__ import annotations

from typing import NamedTuple

from nlp.resolve.when.messages import Value
from nlp.resolve.when.resolution import TimeQuestion


class Doubt(Exception):
    """The words can't be resolved without asking."""

    def __init__(self, code: TimeQuestion, facet: str, key: str, *values: Value) -> None:
        super().__init__(key)
        self.code: TimeQuestion = code
        self.facet = facet
        self.key = key
        self.values = values


class Remark(NamedTuple):
    """A default that was applied: its code, the facet it was applied to, and its sentence."""

    code: str
    facet: str
    key: str
    values: tuple[Value, ...]
