"""Words that nothing recognised are put to the model before the linkers read the text.

Where it is sure what they are for (context, a joining word, a correction), the rules read the text with that role, and
the draft shows it as an assumption.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from nlp.linker.roles import Stretch, with_role
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.second_reading import Reading
from nlp.tagged import Tagged

LEAST_SURE = MappingProxyType({ASIDE: 0.985, FALLBACK: 0.92, TOGETHER: 0.97, INSTEAD: 0.99, WISH: 0.85})
LEAST_SURE_KOREAN = MappingProxyType({ASIDE: 0.99, FALLBACK: 0.998, TOGETHER: 1.01, INSTEAD: 0.99, WISH: 0.9})
"""How probable the model must find a role before unknown words are taken for it; over 1 is never.

Set on synthetic requests in voices that are not learnt from (`python -m nlp.training calibrate`); the model, which sees
Korean in pieces of letters, takes some Korean fallbacks for "and". Words that the rules ask about are asked about below
that; words that the rules pass as context stay context below that.
"""
_HANGUL = re.compile("[가-힣]")
_NO_CONTEXT = frozenset({WISH, FALLBACK, INSTEAD})
"""Roles of words that change the bid although the rules would read on without them; what is merely joined they list."""


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
