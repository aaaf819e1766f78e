"""Words beside a value that leave it what it is: they name its field, its kind or its bearer, or say what it says.

"SOC 2 hosts", "a 14-hour block" and "the not-to-exceed amount is $150" come to the same without these words, which
elsewhere could mean anything ("hosts" of whom?). The lists in `lexicon/field_words` hold, for each field of a bid,
single words that leave a value of that field unchanged whatever order they touch it in; what a word may bound,
negate, scope, move or prefer is in none. Words that say how a price is meant or that one of several is wanted are
passed only where the bid says just that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from auction_client.model.bid import Bid, Group
from nlp.leftover.hanging_words import changes_meaning, opens_as_condition
from nlp.leftover.telling_words import NOUN_PARTICLES
from nlp.lexicon import idle
from nlp.linker.roles import Stretch
from nlp.tagged import Attribute, Place, Price, Product, Quantity, Role, Span, Tagged

FOLDER = Path(__file__).resolve().parents[1] / "lexicon" / "field_words"
Field = Literal["limit", "total", "unit", "place", "attribute", "time", "count", "product", "either"]
FIELDS: tuple[Field, ...] = ("limit", "total", "unit", "place", "attribute", "time", "count", "product", "either")
_BOUND: frozenset[Field] = frozenset(("place", "attribute"))
"""Fields whose values are demands, of which "only" says nothing more."""
_PASSED = frozenset((Role.CHOICE, Role.SCOPE))
"""What may stand between a value and its words: "SOC 2 and HIPAA, both certified"."""
_PARTICLES = re.compile(rf"(?:{NOUN_PARTICLES.pattern})(?:요|(?:으로|로|에서)(?:는|도|요)?)?")
_WORD = re.compile(r"[^\s,;:!?()\"~]+")
_TOTALS = frozenset(("total", "day_total", "item", "window"))


@dataclass(frozen=True)
class FieldWords:
    """The words of both languages by field; Korean nouns without particles, other words as they are written."""

    words: Mapping[Field, frozenset[str]]

    def fields(self, stretch: Stretch) -> frozenset[Field]:
        """The fields whose values the words leave as they are: all that are unknown, or where none is, all that mean
        something."""
        unknown = _words(" ".join(stretch.unknown))
        said = [word for word in _words(stretch.text) if word in unknown or (not unknown and word not in idle.FUNCTION)]
        return frozenset(
            field
            for field in FIELDS
            if said and all(self._holds(field, word) for word in said) and not self._turns(field, stretch)
        )

    def _holds(self, field: Field, word: str) -> bool:
        listed = self.words[field]
        return word in listed or any(
            word[:end] in listed and _PARTICLES.fullmatch(word, end) for end in range(len(word) - 1, 0, -1)
        )

    def _turns(self, field: Field, stretch: Stretch) -> bool:
        """Whether a word that is not listed changes what the others mean."""
        rest = [word for word in _words(stretch.text) if not self._holds(field, word)]
        return any(changes_meaning(word) and not (word == "only" and field in _BOUND) for word in rest)

    def leave(self, stretch: Stretch, tagged: Tagged, read: Callable[[], Bid | None]) -> bool:
        """Whether the stretch leaves a value that it touches what it is, or the choice of the bid that the text is read
        as."""
        fields = self.fields(stretch)
        if not fields or opens_as_condition(stretch):
            return False
        return bool(fields & _touched(stretch, tagged)) or ("either" in fields and _takes_one(read()))


def _words(text: str) -> list[str]:
    return [word for each in _WORD.findall(text.lower()) if (word := each.strip(".'"))]


def _touched(stretch: Stretch, tagged: Tagged) -> frozenset[Field]:
    """The fields of the values right before and right behind; a price also across a comma or a colon."""
    found: set[Field] = set()
    before = [span for span in tagged.spans if span.end <= stretch.start][::-1]
    behind = [span for span in tagged.spans if span.start >= stretch.end]
    for side in (before, behind):
        beside = [span for span in side[:3] if span.role not in _PASSED]
        if beside:
            found |= _fields_of(beside[0])
        if len(beside) > 1 and beside[0].role is Role.SEPARATOR and beside[1].role is Role.PRICE:
            found |= _fields_of(beside[1])
    return frozenset(found)


def _fields_of(span: Span) -> set[Field]:
    match span.value:
        case Price(unit=unit):
            kinds: set[Field] = {"total"} if unit in _TOTALS else {"unit"} if unit in ("gpu_hour", "token") else set()
            return {"limit", *kinds}
        case Place(excluded=False):
            return {"place"}
        case Attribute(field="tags" | "interconnect" | "min_uptime"):
            return {"attribute"}
        case Quantity(unit="gpu"):
            return {"count"}
        case Product(vague=False):
            return {"product"}
    return {"time"} if span.role is Role.TIME else set()


def _takes_one(bid: Bid | None) -> bool:
    root = bid.root if bid else None
    return isinstance(root, Group) and root.at_least == root.at_most == 1


@cache
def load_field_words() -> FieldWords:
    """The shipped lists."""
    return FieldWords({field: frozenset(_lines(field)) for field in FIELDS})


def _lines(field: Field) -> list[str]:
    return [
        word for each in ("english", "korean") for word in (FOLDER / each / f"{field}.txt").read_text("utf-8").split()
    ]
