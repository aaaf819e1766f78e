"""How surely unknown words leave the draft right that the rules have read without them.

Words alone do not say it: "is where we stop" behind a price says of the price what every limit says, and the bid is
right without it. So what the tables of asides and the language model make of the words alone, what the model makes of
them where they stand and what they touch are weighed together by a logistic regression for each language, trained on
the unknown words of requests as they came (`python -m nlp.training weighing`). The form of the words and the kind of
place were tried as well: they helped with the writers that were learnt, and harmed with others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nlp.linker.roles import Stretch
from nlp.models.errors import ModelError
from nlp.models.symbols import ASIDE, WISH
from nlp.patterns import lazy
from nlp.tagged import Role

_HANGUL = lazy("[가-힣]")
_WITHIN_GOODS = ((Role.QUANTITY, Role.ASSET), (Role.ASSET, Role.QUANTITY))
_FARTHEST = 8.0
"""Log odds beyond this count as this."""
_SURELY = 3.0
"""Log odds from which the model is sure."""


@dataclass(frozen=True)
class Judged:
    """What is made of a stretch: `table` is the table's score, `requests` that of the table of requests, `tells` the
    model's log odds that its words alone only tell, `role` and `probability` what the model finds it to be where it
    stands; `known`: whether all that is unknown of it is everyday words that only tell."""

    stretch: Stretch
    table: float
    requests: float
    tells: float
    role: str
    probability: float
    known: bool


class Weights(BaseModel):
    """For each language, a weight for each of what `features_of` finds; what has none weighs nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    english: dict[str, float]
    korean: dict[str, float]

    def probability(self, judged: Judged) -> float:
        """The probability, 0 to 1, that a draft is right without the words."""
        weights = self.korean if is_korean(judged.stretch.text) else self.english
        score = sum(weights.get(name, 0.0) * value for name, value in features_of(judged).items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def weights_in(path: Path) -> Weights:
    """The shipped weights. Raises ModelError where they cannot be read."""
    try:
        return Weights.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from None


def is_korean(words: str) -> bool:
    return bool(_HANGUL.search(words))


def features_of(judged: Judged) -> dict[str, float]:
    """What is weighed, by name; what is 0 is left out."""
    stretch = judged.stretch
    aside = judged.probability if judged.role == ASIDE else 1 - judged.probability
    aside = min(max(aside, 1e-9), 1 - 1e-9)
    alone, placed = _bounded(judged.tells), _bounded(math.log(aside / (1 - aside)))
    found = {
        "table": _bounded(judged.table),
        "requests": _bounded(judged.requests),
        "alone": alone,
        "placed": placed,
        "the doubtful of both": min(alone, placed),
        "both sure": min(alone, placed) > _SURELY,
        "joins": judged.role not in (ASIDE, WISH),
        "known": judged.known,
        "belongs to a time or place": stretch.belongs,
        "beside a price": Role.PRICE in stretch.beside,
        "within the goods": stretch.beside in _WITHIN_GOODS,
        "holds parts": bool(stretch.holds),
        **{f"holds {role.value}": True for role in stretch.holds},
        "any": 1.0,
    }
    return {name: float(value) for name, value in found.items() if value}


def _bounded(odds: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, odds))
