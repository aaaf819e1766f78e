"""Everything about time in a request: finding time phrases, and turning those of one lot into delivery windows."""

from nlp.resolve.when.types import (
    Ask,
    TimeAssumption,
    TimeChoice,
    TimeContext,
    TimeExpression,
    TimeMatch,
    TimeReading,
)

__all__ = [
    "Ask",
    "TimeAssumption",
    "TimeChoice",
    "TimeContext",
    "TimeExpression",
    "TimeMatch",
    "TimeReading",
]
