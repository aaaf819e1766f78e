"""Words that nothing recognised are put to the model and to the judge of asides before the linkers read the text.

Where one is sure what they are for (context; for the model also a joining word, a correction), the rules read the text
with that role, and the draft shows it as an assumption. Words that may change how the parts belong together are asked
about unless one is: also those that the rules would pass as context, by how much they could change where they stand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol

from auction_client.model.bid import Bid
from nlp.confidence import LEAST_SHOWN
from nlp.leftover.hanging_words import (
    SURE_OF_WORK,
    hangs_on,
    is_conditional,
    is_dangerous,
    is_fragment,
    names_work,
    opens_as_condition,
    rules_ask,
)
from nlp.leftover.second_reading import Reading
from nlp.linker.roles import Stretch, with_role
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.tagged import Tagged
from nlp.tagging.own.told import states_purpose

LEAST_SURE = MappingProxyType({ASIDE: 0.99, FALLBACK: 0.999, TOGETHER: 0.9995, INSTEAD: 0.999})
LEAST_SURE_KOREAN = MappingProxyType({ASIDE: 0.99, FALLBACK: 0.9995, TOGETHER: 1.01, INSTEAD: 0.999})
"""How probable the model must find a role before unknown words are taken for it; over 1 is never.

The model, which sees Korean in pieces of letters, takes some Korean fallbacks for "and". What is not taken is asked.
"""
LEAST_TELLING = 0.9
"""How probable it must be by the words alone that they only tell before the model's finding them context is enough."""
LEAST_BETWEEN = 0.985
"""How probable the model must find it that words between two lots are context before they stay what the rules pass them
as: mostly such words say how the lots belong together."""
LEAST_PASSED = MappingProxyType({"apart": 0.2, "leading": 0.8, "behind": 0.9, "after": 0.2})
"""How probable it must be that words elsewhere, which the rules pass as context, only tell.

A clause apart from the order is hardly ever more than context; words behind a lot mostly say how it is wanted. Set on
the requests of `tests/data/unseen_setting.jsonl` against the needless questions on the ordinary test data.
"""
LEAST_OF_DUTY = 0.95
"""How probable it must be of what somebody has to do."""
SURE_OF_KNOWN = 0.99
"""How probable it is that a word which only tells by itself changes nothing where it stands."""
SURELY_JOINS = 0.9
"""How probable the model must find it that words join or correct before the judge of asides is not listened to."""
_APART = frozenset({"apart", "after"})
_JOINING = frozenset({FALLBACK, TOGETHER, INSTEAD})
_HANGUL = re.compile("[가-힣]")
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
    """Tells by the words alone whether they only tell; `heard` are the model's log odds of it, where it was heard."""

    def is_sure(self, words: str, heard: float | None = None) -> bool: ...
    def probability(self, words: str, heard: float | None = None) -> float: ...
    def knows(self, words: str) -> bool: ...
    def restates(self, stretch: Stretch, tagged: Tagged, read: Callable[[], Bid | None]) -> bool: ...
    def harmless(self, stretch: Stretch, tells: float, role: str, probability: float) -> float | None: ...


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
    told = _told(stretches, heard, judge, restating)
    trust = math.prod(each.probability for each in told)
    sure: list[Taken] = [each for each in told if not each.stretch.passed]
    settled = {each.stretch for each in told}
    answered = settled | {each.stretch for each in heard}
    doubted = [each for each in stretches if each not in answered and rules_ask(each)]
    for each in sorted(heard, key=lambda each: -_sureness(each, judge)):
        if each.stretch in settled:
            continue
        verdict, sureness = _verdict(each, judge), _sureness(each, judge)
        if verdict != "ask" and trust * sureness >= LEAST_SHOWN:
            trust *= sureness
            if verdict == "take":
                sure.append(each)
            continue
        harmless = _harmless(each, judge)
        if harmless is None or trust * harmless.probability < LEAST_SHOWN:
            doubted.append(each.stretch)
            continue
        trust *= harmless.probability
        if not each.stretch.passed:
            sure.append(harmless)
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


def _told(
    stretches: Sequence[Stretch], heard: Sequence[Heard], judge: Judge, restating: frozenset[Stretch]
) -> list[Told]:
    """The stretches that restate a value, and those that by their words only tell, unless they have the form of a
    condition or the model hears them join the parts."""
    joins = {each.stretch for each in heard if each.role in _JOINING and each.probability >= SURELY_JOINS}
    tells = {each.stretch: each.tells for each in heard}
    told = []
    for each in stretches:
        if each not in joins and (each in restating or _is_known(each, judge)):
            told.append(Told(each, SURE_OF_KNOWN))
            continue
        probability = judge.probability(each.words, tells.get(each))
        sure = judge.is_sure(each.words, tells.get(each)) or (probability >= SURE_OF_WORK and names_work(each))
        if each not in joins and sure and not hangs_on(each, probability):
            told.append(Told(each, probability))
    return told


def _is_known(stretch: Stretch, judge: Judge) -> bool:
    """Whether all that is unknown of a stretch is everyday words that only tell, not used to say how a lot is wanted
    ("on the bench") or joined to the next."""
    known = bool(stretch.unknown) and all(map(judge.knows, stretch.unknown))
    if not known or stretch.place == "between" or stretch.belongs or is_dangerous(stretch) or is_conditional(stretch):
        return False
    return not (stretch.follows_lot and _SAYS_HOW.search(stretch.text.lower()))


def _harmless(each: Heard, judge: Judge) -> Told | None:
    """The stretch as told where the draft is right without it, by its words and by where it stands."""
    if each.role in _JOINING and each.probability >= SURELY_JOINS:
        return None
    probability = judge.harmless(each.stretch, each.tells, each.role, each.probability)
    return Told(each.stretch, probability) if probability is not None else None


def _verdict(each: Heard, judge: Judge) -> Literal["take", "pass", "ask"]:
    """What becomes of a stretch; words that the rules do not pass are taken or asked about."""
    stretch = each.stretch
    least = LEAST_SURE_KOREAN if _HANGUL.search(stretch.text) else LEAST_SURE
    if stretch.passed and states_purpose(stretch.text):
        return "pass"
    joins = each.role in _JOINING
    if joins and each.probability >= least[each.role]:
        return "take"
    if hangs_on(stretch):
        return "ask"
    if not stretch.passed:
        context = each.role == ASIDE and each.probability >= least[ASIDE]
        return "take" if context and judge.probability(stretch.words, each.tells) >= LEAST_TELLING else "ask"
    if opens_as_condition(stretch) or (joins and stretch.follows_lot):
        return "ask"
    least_sure = LEAST_BETWEEN if stretch.place == "between" else LEAST_PASSED[stretch.place]
    if is_fragment(stretch):
        least_sure = LEAST_TELLING
    if stretch.words != stretch.text and stretch.place not in _APART:
        least_sure = max(least_sure, LEAST_OF_DUTY)
    return "pass" if _as_context(each, judge) >= least_sure else "ask"


def _asking(tagged: Tagged, stretches: Sequence[Stretch]) -> Tagged:
    for each in stretches:
        if each.passed:
            tagged = with_role(tagged, each, WISH)
    return tagged


def _sureness(each: Heard, judge: Judge) -> float:
    """The probability of what a stretch is taken for: its role, or context where it is passed. A clause apart from
    the order, which changes none of its parts, leaves the draft as sure as it was."""
    if _verdict(each, judge) != "pass":
        return each.probability
    return 1.0 if each.stretch.place in _APART else _as_context(each, judge)


def _as_context(each: Heard, judge: Judge) -> float:
    """How probable it is that words which the rules pass are context."""
    if each.stretch.place == "between":
        return each.probability if each.role == ASIDE else 1 - each.probability
    return judge.probability(each.stretch.words, each.tells)
