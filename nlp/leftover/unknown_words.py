"""Words that nothing recognised are put to the model and to the judge of asides before the linkers read the text.

Where it is sure enough what they are for (context; a joining word or a correction, which only the model hears), the
rules read the text with that role, and the draft shows it as an assumption. All others are asked about, also those that
the rules by themselves would pass as context.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from auction_client.model.bid import Bid
from nlp.confidence import LEAST_SHOWN
from nlp.leftover.hanging_words import (
    SURE_OF_WORK,
    hangs_on,
    has_form_of_condition,
    is_conditional,
    is_dangerous,
    names_work,
    rules_ask,
)
from nlp.leftover.second_reading import Reading
from nlp.leftover.weighing import is_korean
from nlp.linker.roles import Stretch, with_role
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.tagged import Role, Tagged

LEAST_SURE = MappingProxyType({FALLBACK: 0.9995, TOGETHER: 0.9995, INSTEAD: 0.99})
LEAST_SURE_KOREAN = MappingProxyType({FALLBACK: 0.9995, TOGETHER: 1.01, INSTEAD: 0.99})
"""How probable the model must find it that unknown words join or correct before they do; over 1 is never.

Of 3,336 unknown stretches of requests as people write them it found two to join with 0.9 or more, an "and" that was no
join each time; of the synthetic ones that it never learnt, what it found a fallback was one from 0.9996 on (its
card). Seeing Korean in pieces of letters, it takes some Korean fallbacks for "and". What is not taken is asked.
"""
SURE = 0.75
"""How probable it must be that the draft is right without the words before they are taken for context."""
SURE_OF_TURNING = 0.9
"""The same for words before the order one of which could turn it around ("we're kicking off ..."): of 3,336 stretches
that were judged, 12 of this kind were as probable, and all only told."""
SURE_OF_KNOWN = 0.99
"""How probable it is that a word which only tells by itself changes nothing where it stands."""
SURELY_JOINS = 0.9
"""How probable the model must find it that words join or correct before they are no longer weighed as context."""
LEAST_LEADING_ON = 0.97
"""How probable the model must find it that words which lead into another lot are context before they are weighed as it:
mostly such words say how the lots belong together."""
_GOODS = frozenset({Role.QUANTITY, Role.ASSET})
_APART = frozenset({"apart", "after"})
_JOINING = frozenset({FALLBACK, TOGETHER, INSTEAD})
_SAYS_HOW = re.compile(r"(?<![a-z])(?:in|on|under|with|at|by|as|into|onto) ")


class Taken(Protocol):
    """Unknown words and what they are taken for."""

    @property
    def stretch(self) -> Stretch: ...
    @property
    def role(self) -> str: ...
    @property
    def probability(self) -> float: ...


class Heard(Taken, Protocol):
    """What the model makes of some unknown words; `tells`: its log odds, by the words alone, that they only tell."""

    @property
    def tells(self) -> float: ...


class Judge(Protocol):
    """Tells whether words only tell: by themselves, or with what the model makes of them."""

    def is_sure(self, words: str) -> bool: ...
    def probability(self, words: str) -> float: ...
    def knows(self, words: str) -> bool: ...
    def restates(self, stretch: Stretch, tagged: Tagged, read: Callable[[], Bid | None]) -> bool: ...
    def harmless(self, stretch: Stretch, tells: float, role: str, probability: float) -> float: ...


@dataclass(frozen=True)
class Told:
    """A stretch that the judge took for context."""

    stretch: Stretch
    probability: float
    role: str = ASIDE


@dataclass(frozen=True)
class WithRoles:
    """A text, the unknown words that were taken for something, and how probably nothing was made wrong of any.

    `doubted`: stretches that a person has to decide about.
    """

    tagged: Tagged
    taken: tuple[Taken, ...] = ()
    trust: float = 1.0
    doubted: tuple[Stretch, ...] = ()


def with_roles(
    tagged: Tagged,
    stretches: Sequence[Stretch],
    heard: Sequence[Heard],
    judge: Judge,
    read: Callable[[Tagged], Reading],
) -> WithRoles:
    """The text with unknown words taken for what the model is sure they are, and the others to be asked about.

    A stretch of which no model was heard is asked about unless it is a sentence apart from the order. Where a role
    would raise another question, or a correction would correct nothing, its words are asked about.
    """
    restating = frozenset(each for each in stretches if judge.restates(each, tagged, lambda: read(tagged).assembly.bid))
    settling = _settled(stretches, heard, judge, restating)
    trust = math.prod(each.probability for each in settling)
    sure: list[Taken] = [each for each in settling if not each.stretch.passed]
    settled = {each.stretch for each in settling}
    answered = settled | {each.stretch for each in heard}
    doubted = [each for each in stretches if each not in answered and rules_ask(each)]
    found = {each.stretch: _found(each, judge) for each in heard if each.stretch not in settled}
    doubted += [stretch for stretch, taken in found.items() if taken is None]
    for each in sorted(filter(None, found.values()), key=lambda each: -each.probability):
        passed = each.role == ASIDE and each.stretch.passed
        leaves = passed and each.stretch.place in _APART
        if not leaves and trust * each.probability < LEAST_SHOWN:
            doubted.append(each.stretch)
            continue
        if not leaves:
            trust *= each.probability
        if not passed:
            sure.append(each)
    tagged = _asking(tagged, doubted)
    if not sure:
        return WithRoles(tagged, (), trust, tuple(doubted))
    taken: list[Taken] = []
    before = read(tagged)
    for one in sure:
        changed = with_role(tagged, one.stretch, one.role)
        after = read(changed)
        corrects = after.structure.dropped or one.role != INSTEAD
        if corrects and after.asks <= before.asks:
            tagged, before = changed, after
            taken.append(one)
        else:
            tagged = _asking(tagged, (one.stretch,))
            doubted.append(one.stretch)
    return WithRoles(tagged, tuple(taken), trust, tuple(doubted))


def _settled(
    stretches: Sequence[Stretch], heard: Sequence[Heard], judge: Judge, restating: frozenset[Stretch]
) -> list[Told]:
    """The stretches that restate a value, unless the model hears them join the parts, and of those of which no model
    was heard the ones that by their words only tell, unless they have the form of a condition."""
    joins = {each.stretch for each in heard if each.role in _JOINING and each.probability >= SURELY_JOINS}
    judged = {each.stretch for each in heard}
    found = []
    for each in stretches:
        if each not in joins and (each in restating or (each not in judged and _is_known(each, judge))):
            found.append(Told(each, SURE_OF_KNOWN))
        elif each not in judged:
            probability = judge.probability(each.words)
            sure = judge.is_sure(each.words) or (probability >= SURE_OF_WORK and names_work(each))
            if sure and not hangs_on(each, probability):
                found.append(Told(each, probability))
    return found


def _is_known(stretch: Stretch, judge: Judge) -> bool:
    """Whether all that is unknown of a stretch is everyday words that only tell, not used to say how a lot is wanted
    ("on the bench") or joined to the next."""
    known = bool(stretch.unknown) and all(map(judge.knows, stretch.unknown))
    if not known or stretch.place == "between" or stretch.belongs or is_dangerous(stretch) or is_conditional(stretch):
        return False
    return not (stretch.follows_lot and _SAYS_HOW.search(stretch.text.lower()))


def _found(each: Heard, judge: Judge) -> Taken | None:
    """What a stretch surely is: what the model hears it to be where that joins or corrects, or else context.

    None where a person has to say: always where words have the form of a condition or turn around what they lead into
    ("by no means 8 H100s"), and where they lead into another lot that nothing else joins, unless the model is nearly
    certain of context.
    """
    stretch = each.stretch
    if each.role in _JOINING and each.probability >= SURELY_JOINS:
        least = LEAST_SURE_KOREAN if is_korean(stretch.text) else LEAST_SURE
        return each if each.probability >= least[each.role] else None
    context = each.role == ASIDE and each.probability >= LEAST_LEADING_ON
    turns = stretch.place == "leading" and is_dangerous(stretch)
    if has_form_of_condition(stretch) or (turns and stretch.beside[1] in _GOODS):
        return None
    if _leads_on(stretch) and not context:
        return None
    found = told(each, judge)
    return found if found.probability >= (SURE_OF_TURNING if turns else SURE) else None


def _leads_on(stretch: Stretch) -> bool:
    """Whether words stand right before another lot, and may join it to the one before."""
    before, behind = stretch.beside
    joins = any(symbols[0] in _JOINING for symbols in stretch.answers)
    # Korean names the product first: a count behind it is the same lot's (동시에 쓰는 건 최대 64장)
    opens = behind is Role.ASSET or (behind is Role.QUANTITY and not is_korean(stretch.text))
    return stretch.place == "between" and joins and opens and before not in _GOODS


def told(each: Heard, judge: Judge) -> Told:
    """The stretch as context, by how probably the draft is right without it."""
    return Told(each.stretch, judge.harmless(each.stretch, each.tells, each.role, each.probability))


def _asking(tagged: Tagged, stretches: Sequence[Stretch]) -> Tagged:
    for each in stretches:
        if each.passed:
            tagged = with_role(tagged, each, WISH)
    return tagged
