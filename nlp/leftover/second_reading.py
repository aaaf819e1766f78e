"""Two linkers read the same spans: which reading stands, and when a person must decide.

The rules' reading stands where it uses every span consistently. Where it leaves trouble and a structure that the model
finds likely leaves less, that one stands and is shown as an assumption. Where both are clean, differ, and the model all
but rules out the rules' reading while the rules themselves had to guess, neither is clearly right: the draft asks. The
rules guess where "and" and "or" both join items, and where unknown words stand between items that nothing joins, or one
may be made of a time that is only told of. Where
they know every word between them the model's certainty says nothing: of five such requests in an ordinary set it was
right about none, while of six with unknown words between the items it rightly doubted all. A
structure of the model that leaves a product, a count or a time unsaid is no second reading.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from auction_client.model.normal import normal_form
from nlp.assemble import Assembly
from nlp.linking.lots import Doubt
from nlp.structure import GroupNode, LinkedNode, Structure
from nlp.tagged import Joiner, Role, Tagged

LIKELY = 0.9
CERTAIN = 0.97
RULED_OUT = 0.01
MOST_CANDIDATES = 4
_STRUCTURAL = frozenset({"unused", ""})
"""Messages of doubts that another structure could settle; "" is a code's own message."""
_SETTLED_BY_STRUCTURE = frozenset({"unsupported", "missing_asset", "missing_quantity", "missing_time"})


@dataclass(frozen=True)
class Reading:
    """One structure, what it came to, and what must be asked about it."""

    structure: Structure
    assembly: Assembly
    doubts: tuple[tuple[Doubt, str], ...]

    @property
    def trouble(self) -> int:
        """How many doubts another structure might settle."""
        return sum(doubt.code in _SETTLED_BY_STRUCTURE and doubt.message in _STRUCTURAL for doubt, _ in self.doubts)

    @property
    def asks(self) -> frozenset[tuple[str, str]]:
        """What would be asked, by code and message, but for a limit."""
        return frozenset((doubt.code, doubt.message) for doubt, _ in self.doubts if doubt.code != "missing_limit")

    @property
    def lacks(self) -> frozenset[str]:
        """Which parts of an order are not said, but for a limit."""
        return frozenset(code for code, _ in self.asks if code.startswith("missing_"))


@dataclass(frozen=True)
class Choice:
    """The reading that stands. `confidence`: the model's probability of it, None where the model was not heard.

    `other` is a second reading between which and this one a person must choose. `by_model`: the rules' was replaced.
    """

    reading: Reading
    confidence: float | None = None
    other: Reading | None = None
    by_model: bool = False


def meaning_of(reading: Reading) -> Hashable:
    """Equal for readings that come to the same bid."""
    root = reading.assembly.root
    return json.dumps(normal_form(root), sort_keys=True, default=str) if root is not None else None


def choose(
    tagged: Tagged,
    rules: Reading,
    candidates: tuple[tuple[Structure, float], ...],
    read: Callable[[Structure], Reading],
    *,
    parted: bool,
) -> Choice:
    """Weighs the rules' reading against the model's candidates (structures with log likelihoods, likeliest first).
    `parted`: whether unknown words stand between lots, or one may be made of a time that is only told of."""
    shares = [math.exp(min(likelihood, 0.0)) for _, likelihood in candidates]
    if not any(shares):
        return Choice(rules)
    readings = [read(structure) for structure, _ in candidates[:MOST_CANDIDATES]]
    same = meaning_of(rules)
    agreed = sum(share for reading, share in zip(readings, shares, strict=False) if meaning_of(reading) == same)
    for reading, share in zip(readings, shares, strict=False):
        if rules.trouble and reading.trouble < rules.trouble and share >= LIKELY:
            return Choice(reading, confidence=share, by_model=True)
    first, share = readings[0], shares[0]
    torn = share >= CERTAIN and agreed <= RULED_OUT and not first.trouble and not rules.trouble
    if (
        torn
        and first.lacks <= rules.lacks
        and meaning_of(first) != same
        and guessed(tagged, rules.structure, parted=parted)
    ):
        return Choice(rules, confidence=agreed, other=first)
    return Choice(rules, confidence=min(agreed, 1.0))


def guessed(tagged: Tagged, structure: Structure, *, parted: bool) -> bool:
    """Whether the rules had little to go by: items with nothing but unknown words to join them, or both "and" and "or"
    between items.

    A sale beside a purchase is joined by what it is.
    """
    if not isinstance(structure.root, (GroupNode, LinkedNode)):
        return False
    kinds = set(_joining_kinds(tagged))
    grouped = any(span.role in (Role.LABEL, Role.OPEN) for span in tagged.spans) or "either" in kinds
    mixed = "and" in kinds and bool(kinds & {"or", "else"}) and not grouped
    return mixed or (parted and not kinds and not grouped and not _swaps(tagged))


def _joining_kinds(tagged: Tagged) -> Iterator[str]:
    """The kinds of the joining words but for those between places of one lot ("Norway or Sweden")."""
    spans = tagged.spans
    for number, span in enumerate(spans):
        if isinstance(span.value, Joiner):
            beside = {each.role for each in (*spans[max(0, number - 1) : number], *spans[number + 1 : number + 2])}
            if beside != {Role.PLACE}:
                yield span.value.kind


def _swaps(tagged: Tagged) -> bool:
    return {"buy", "sell"} <= {span.value for span in tagged.spans if span.role is Role.SIDE}
