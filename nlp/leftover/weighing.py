"""How surely unknown words leave the draft right that the rules have read without them.

Words alone do not say it: "is where we stop" behind a price says of the price what every limit says, and the bid is
right without it. So what the table of asides and the language model make of the words is weighed together with where
they stand and which form they have, by a logistic regression for each language, trained on the unknown words of
requests as they came (`python -m nlp.training weighing`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nlp.duties import obliges, requires
from nlp.leftover.hanging_words import (
    hangs_on,
    is_conditional,
    is_dangerous,
    is_fragment,
    names_work,
    opens_as_condition,
    rules_ask,
)
from nlp.linker.roles import Stretch
from nlp.models.errors import ModelError
from nlp.models.symbols import ASIDE, WISH
from nlp.patterns import lazy
from nlp.tagged import Role
from nlp.tagging.own.told import names_terms, states_purpose

SURE = 0.75
"""How probable it must be that the draft is right without the words before they are passed."""
_HANGUL = lazy("[가-힣]")
_NAMES_WAY = lazy(r"[가-힣](?:에서|로)[.!~ ]*$")
_SEVERAL = lazy(r"[가-힣]\S* .*[가-힣]")
_CLOSES = lazy(r"(?:에|데|라|고|며|서|므로|니까|중|건)[.!~ ]*$")
_STARTS = frozenset({None, Role.SEPARATOR, Role.OPEN, Role.LABEL})
_ENDS = frozenset({None, Role.SEPARATOR, Role.CLOSE})
_GOODS = ((Role.QUANTITY, Role.ASSET), (Role.ASSET, Role.QUANTITY))
_FARTHEST = 8.0
"""Log odds beyond this count as this."""
_SURELY = 3.0
"""Log odds from which the model is sure."""
_SURELY_WISHED = 0.995
_MOST_WORDS, _MOST_UNKNOWN = 10, 4


@dataclass(frozen=True)
class Judged:
    """What is made of a stretch: `table` is the table's score, `tells` the model's log odds that its words alone only
    tell, `role` and `probability` what the model finds it to be where it stands; `known`: whether all that is unknown
    of it is everyday words that only tell."""

    stretch: Stretch
    table: float
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


def may_be_weighed(judged: Judged) -> bool:
    """Whether words stand where they were found to leave most drafts right.

    A clause of its own behind a lot mostly says how that is wanted ("cooled by seawater"), unless a price touches it;
    words between the count and the product may tell its kind ("8 scuffed A100s"), English ones between two lots how
    these belong together; and a clause before the order that the model surely finds a wish is one. Words that lead into
    the first lot may turn it around ("hands off"); in Korean, which says that last, several of them mostly tell what it
    is for, unless they run into the goods without a particle: they may be a kind of these. Where words have the form of
    a condition, one of them changes meanings, or Korean ones name how or where something is to be, they are not
    weighed.
    """
    stretch = judged.stretch
    if is_conditional(stretch) or is_dangerous(stretch) or stretch.beside in _GOODS or _NAMES_WAY.search(stretch.text):
        return False
    priced, clause = Role.PRICE in stretch.beside, _is_clause(stretch)
    if not is_korean(stretch.text):
        wished = stretch.place == "apart" and judged.role == WISH and judged.probability >= _SURELY_WISHED
        where = stretch.place not in ("leading", "between") and not wished
        return where and (priced or not (clause and stretch.follows_lot))
    if stretch.place == "leading":
        closed = stretch.beside[1] not in (Role.ASSET, Role.QUANTITY) or _CLOSES.search(stretch.text)
        return bool(_SEVERAL.match(stretch.text) and closed)
    if stretch.place == "between":
        return not priced and not clause
    return priced or not stretch.follows_lot or stretch.beside[0] is Role.OPEN or not clause


def is_korean(words: str) -> bool:
    return bool(_HANGUL.search(words))


def features_of(judged: Judged) -> dict[str, float]:
    """What is weighed, by name; what is 0 is left out."""
    found = {**_heard(judged), **_form(judged.stretch), **_place(judged.stretch), "known": judged.known, "any": 1.0}
    return {name: float(value) for name, value in found.items() if value}


def _heard(judged: Judged) -> dict[str, float]:
    aside = judged.probability if judged.role == ASIDE else 1 - judged.probability
    aside = min(max(aside, 1e-9), 1 - 1e-9)
    heard = {
        "table": _bounded(judged.table),
        "alone": _bounded(judged.tells),
        "placed": _bounded(math.log(aside / (1 - aside))),
    }
    return {
        **heard,
        **{f"{name} {judged.stretch.place}": odds / 2 for name, odds in heard.items()},
        **{f"{name} for it": max(0.0, odds) for name, odds in heard.items()},
        "the doubtful of both": min(heard["alone"], heard["placed"]),
        "both sure": float(min(heard["alone"], heard["placed"]) > _SURELY),
        "joins": float(judged.role not in (ASIDE, WISH)),
    }


def _form(stretch: Stretch) -> dict[str, float]:
    words = len(stretch.text.split())
    return {
        "asked by the rules": rules_ask(stretch),
        "passed by the rules": stretch.passed,
        "conditional": is_conditional(stretch),
        "opens as a condition": opens_as_condition(stretch),
        "changes meanings": is_dangerous(stretch),
        "hangs on": hangs_on(stretch),
        "hangs on for sure": hangs_on(stretch, 1.0),
        "requires": requires(stretch.text),
        "obliges": bool(obliges(stretch.text)),
        "names terms": bool(names_terms(stretch.text)),
        "states a purpose": bool(states_purpose(stretch.text)),
        "names work": names_work(stretch),
        "a fragment": is_fragment(stretch),
        "one word": words == 1,
        "words": min(words, _MOST_WORDS) / _MOST_WORDS,
        "unknown words": min(sum(len(each.split()) for each in stretch.unknown), _MOST_UNKNOWN),
    }


def _place(stretch: Stretch) -> dict[str, float]:
    before, behind = stretch.beside
    clause = _is_clause(stretch)
    return {
        stretch.place: 1.0,
        "belongs to a time or place": stretch.belongs,
        "beside a price": Role.PRICE in stretch.beside,
        "within the goods": stretch.beside in _GOODS,
        "a clause": clause,
        "a clause behind a lot": clause and stretch.follows_lot,
        f"after {before.value if before else 'nothing'}": 1.0,
        f"before {behind.value if behind else 'nothing'}": 1.0,
    }


def _is_clause(stretch: Stretch) -> bool:
    """Whether nothing of the order touches the words."""
    return stretch.beside[0] in _STARTS and stretch.beside[1] in _ENDS


def _bounded(odds: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, odds))
