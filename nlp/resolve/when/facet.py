"""One facet of a phrase, as a grammar rule returns it."""

from __future__ import annotations

from typing import NamedTuple

from nlp.resolve.when.types import TimeExpression

DAYS_OF_WORK = frozenset(range(5))
EVERY_DAY = frozenset(range(7))


class Facet(NamedTuple):
    """What one rule read; it ends before token `end`. `doubtful`: the characters may be a price or a count."""

    end: int
    expression: TimeExpression
    doubtful: bool = False
