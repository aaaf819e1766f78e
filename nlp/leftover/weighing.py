"""How surely unknown words leave the draft right that the rules have read without them.

Words alone do not say it: "is where we stop" behind a price says of the price what every limit says, and the bid is
right without it. So what the table of asides and the language model make of the words is weighed together with where
they stand, by a logistic regression trained on requests as they came, before anything was mended for them
(`python -m nlp.training weighing`). Only where such words were found to be harmless are they weighed at all.
"""

from __future__ import annotations

import math
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nlp.leftover.hanging_words import is_conditional, is_dangerous, rules_ask
from nlp.linker.roles import Stretch
from nlp.models.errors import ModelError
from nlp.models.symbols import ASIDE, WISH
from nlp.patterns import lazy
from nlp.tagged import Role

SURE, SURE_KOREAN = 0.87, 0.9
"""How probable it must be that the draft is right without the words before they are passed. Held out set by set, of the
words that would have been asked about one in fifteen of those passed was missed."""
_HANGUL = lazy("[가-힣]")
_NAMES_WAY = lazy(r"[가-힣](?:에서|로)[.!~ ]*$")
_SEVERAL = lazy(r"[가-힣]\S* .*[가-힣]")
_CLOSES = lazy(r"(?:에|데|라|고|며|서|므로|니까|중|건)[.!~ ]*$")
_GOODS = frozenset({Role.ASSET, Role.QUANTITY})
_STARTS = frozenset({None, Role.SEPARATOR, Role.OPEN, Role.LABEL})
_ENDS = frozenset({None, Role.SEPARATOR, Role.CLOSE})
_FARTHEST = 8.0
"""Log odds beyond this count as this."""


class Weights(BaseModel):
    """A weight for each of what `features_of` finds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: dict[str, float]

    def probability(self, features: dict[str, float]) -> float:
        """The probability, 0 to 1, that a draft is right without the words."""
        score = sum(self.weights[name] * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def weights_in(path: Path) -> Weights:
    """The shipped weights. Raises ModelError where they cannot be read."""
    try:
        return Weights.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from None


def may_be_weighed(stretch: Stretch) -> bool:
    """Whether words stand where they were found to leave most drafts right.

    Those are words beside a price, which say how it is meant; in Korean, whose endings hang on what stands before
    them, also those beside any other part, in brackets and in a clause apart from the order. A clause of its own
    behind a lot mostly says how that is wanted ("cooled by seawater"). Words that lead into the first one may turn
    it around ("hands off"); in Korean, which says that last, several of them mostly tell what it is for, unless
    they run into the goods without a particle: they may be a kind of these. Where words have the form of a
    condition, one of them changes meanings, or Korean ones name how or where something is to be, they are not
    weighed.
    """
    if is_conditional(stretch) or is_dangerous(stretch) or _NAMES_WAY.search(stretch.text):
        return False
    if stretch.place == "leading":
        closed = stretch.beside[1] not in _GOODS or _CLOSES.search(stretch.text)
        return bool(_SEVERAL.match(stretch.text) and closed)
    priced, follows = Role.PRICE in stretch.beside, stretch.follows_lot
    if not _HANGUL.search(stretch.text):
        return priced and stretch.place != "between"
    if stretch.place == "between":
        return not priced and not _is_clause(stretch)
    return priced or not follows or stretch.beside[0] is Role.OPEN or not _is_clause(stretch)


def is_sure(stretch: Stretch, probability: float) -> bool:
    """Whether the words may be passed, at this probability that the draft is right without them."""
    return probability >= (SURE_KOREAN if _HANGUL.search(stretch.text) else SURE)


def features_of(stretch: Stretch, by_table: float, tells: float, role: str, probability: float) -> dict[str, float]:
    """What is weighed: `by_table` is the table's score, `tells` the model's log odds by the words alone, `role` and
    `probability` what it finds them to be where they stand."""
    korean, clause = bool(_HANGUL.search(stretch.text)), _is_clause(stretch)
    aside = min(max(probability if role == ASIDE else 1 - probability, 1e-9), 1 - 1e-9)
    alone, placed = _bounded(tells), _bounded(math.log(aside / (1 - aside)))
    found = {
        "any": 1.0,
        "korean": korean,
        "table": _bounded(by_table),
        "alone": alone,
        "alone in Korean": alone * korean,
        "placed": placed,
        "joins": role not in (ASIDE, WISH),
        "asked by the rules": rules_ask(stretch),
        "beside a price": Role.PRICE in stretch.beside,
        "in brackets": stretch.beside[0] is Role.OPEN,
        "a clause": clause,
        "a clause behind a lot": clause and stretch.follows_lot,
        **{place: stretch.place == place for place in ("leading", "between", "behind", "after")},
    }
    return {name: float(value) for name, value in found.items()}


def _is_clause(stretch: Stretch) -> bool:
    """Whether nothing of the order touches the words."""
    return stretch.beside[0] in _STARTS and stretch.beside[1] in _ENDS


def _bounded(odds: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, odds))
