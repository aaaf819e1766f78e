"""Two linkers read the same spans: which reading stands, and when a person must decide.

Before that, words that nothing recognised are put to the model: where it is sure what they are for (context, a joining
word, a correction), the rules read the text with that role, and the draft shows it as an assumption.

The rules' reading stands where it uses every span consistently. Where it leaves trouble and a structure that the model
finds likely leaves less, that one stands and is shown as an assumption. Where both are clean, differ, and the model all
but rules out the rules' reading while the rules themselves had to guess, neither is clearly right: the draft asks.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from auction_client.model.normal import normal_form
from nlp.assemble import Assembly
from nlp.linker.roles import Stretch, with_role
from nlp.lots import Doubt
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.structure import GroupNode, LinkedNode, Structure, StructureNode
from nlp.tagged import Joiner, Role, Tagged

LIKELY = 0.9
CERTAIN = 0.97
RULED_OUT = 0.01
MOST_CANDIDATES = 4
LEAST_SURE = MappingProxyType({ASIDE: 0.985, FALLBACK: 0.92, TOGETHER: 0.97, INSTEAD: 0.99, WISH: 0.85})
LEAST_SURE_KOREAN = MappingProxyType({ASIDE: 0.99, FALLBACK: 0.998, TOGETHER: 1.01, INSTEAD: 0.99, WISH: 0.9})
"""How probable the model must find a role before unknown words are taken for it; over 1 is never.

Set on synthetic requests in voices that are not learnt from (`python -m nlp.training calibrate`); the model, which sees
Korean in pieces of letters, takes some Korean fallbacks for "and". Words that the rules ask about are asked about below
that; words that the rules pass as context stay context below that.
"""
_STRUCTURAL = frozenset({"unused", ""})
"""Messages of doubts that another structure could settle; "" is a code's own message."""
_SETTLED_BY_STRUCTURE = frozenset({"unsupported", "missing_asset", "missing_quantity", "missing_time"})
_HANGUL = re.compile("[가-힣]")
_NO_CONTEXT = frozenset({WISH, FALLBACK, INSTEAD})
"""Roles of words that change the bid although the rules would read on without them; what is merely joined they list."""


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


class Heard(Protocol):
    """What the model makes of some unknown words."""

    @property
    def stretch(self) -> Stretch: ...
    @property
    def role(self) -> str: ...
    @property
    def probability(self) -> float: ...


@dataclass(frozen=True)
class WithRoles:
    """A text, the unknown words that were taken for something, and how probably nothing was made wrong of any."""

    tagged: Tagged
    taken: tuple[Heard, ...] = ()
    trust: float = 1.0


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


def with_roles(tagged: Tagged, heard: Sequence[Heard], read: Callable[[Tagged], Reading]) -> WithRoles:
    """The text with unknown words taken for what the model is sure they are.

    Words that the rules pass as context are asked about where the model is nearly sure that they are none. Where a role
    would raise another question, or a correction would correct nothing, the model was wrong and the words stay.
    """
    trust = 1.0
    taken: list[Heard] = []
    for each in heard:
        passed = each.stretch.passed
        least = LEAST_SURE_KOREAN if _HANGUL.search(each.stretch.text) else LEAST_SURE
        if each.role != WISH and each.probability >= least[each.role]:
            trust *= each.probability
            if not (passed and each.role == ASIDE):
                taken.append(each)
        elif passed and each.role in _NO_CONTEXT and each.probability >= least[WISH]:
            tagged = with_role(tagged, each.stretch, WISH)
        elif passed:
            trust *= each.probability if each.role == ASIDE else 1 - each.probability
    changed = tagged
    for each in taken:
        changed = with_role(changed, each.stretch, each.role)
    if taken:
        before, after = read(tagged), read(changed)
        corrects = after.structure.dropped or all(each.role != INSTEAD for each in taken)
        if not corrects or not _asked(after) <= _asked(before):
            return WithRoles(tagged, (), trust)
    return WithRoles(changed, tuple(taken), trust)


def _asked(reading: Reading) -> frozenset[tuple[str, str]]:
    return frozenset((doubt.code, doubt.message) for doubt, _ in reading.doubts if doubt.code != "missing_limit")


def choose(
    tagged: Tagged,
    rules: Reading,
    candidates: tuple[tuple[Structure, float], ...],
    read: Callable[[Structure], Reading],
) -> Choice:
    """Weighs the rules' reading against the model's candidates (structures with log likelihoods, likeliest first)."""
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
    if torn and meaning_of(first) != same and guessed(tagged, rules.structure):
        return Choice(rules, confidence=agreed, other=first)
    return Choice(rules, confidence=min(agreed, 1.0))


def guessed(tagged: Tagged, structure: Structure) -> bool:
    """Whether the rules had little to go by: items without a joining word, or both "and" and "or" between items."""
    if not isinstance(structure.root, (GroupNode, LinkedNode)):
        return False
    kinds = {span.value.kind for span in tagged.spans if isinstance(span.value, Joiner)}
    grouped = any(span.role in (Role.LABEL, Role.OPEN) for span in tagged.spans) or "either" in kinds
    mixed = "and" in kinds and bool(kinds & {"or", "else"}) and not grouped
    return mixed or (not kinds and not grouped and _depth(structure.root) > 1)


def _depth(node: StructureNode) -> int:
    parts = (
        node.items if isinstance(node, GroupNode) else (node.first, node.then) if isinstance(node, LinkedNode) else ()
    )
    return 1 + max(map(_depth, parts), default=0)
