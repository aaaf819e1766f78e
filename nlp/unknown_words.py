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

from nlp.confidence import LEAST_SHOWN
from nlp.linker.roles import Stretch, with_role
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.second_reading import Reading
from nlp.tagged import Tagged
from nlp.tagger_told import names_terms, states_purpose

LEAST_SURE = MappingProxyType({ASIDE: 0.985, FALLBACK: 0.985, TOGETHER: 0.998, INSTEAD: 0.99})
LEAST_SURE_KOREAN = MappingProxyType({ASIDE: 0.99, FALLBACK: 0.998, TOGETHER: 1.01, INSTEAD: 0.99})
"""How probable the model must find a role before unknown words are taken for it; over 1 is never.

The model, which sees Korean in pieces of letters, takes some Korean fallbacks for "and". What is not taken is asked.
"""
LEAST_CONTEXT = MappingProxyType({"apart": 0.2, "leading": LEAST_SHOWN, "between": 0.985, "behind": LEAST_SHOWN})
"""How probable the model must find it that words are context before they stay what the rules pass them as.

By place: a clause apart from the order hardly ever says how its parts belong together, words between two of them
mostly do. One apart that opens like a condition has to be as sure as words that lead into the order. Set on the
requests of `tests/data/unseen_setting.jsonl` against the needless questions on the ordinary test data; judged on
`unseen_judging.jsonl` and `unseen_blind.jsonl`, each scored before anything was changed for it.
"""
SURELY_JOINS = 0.9
"""How probable the model must find it that words join or correct before the judge of asides is not listened to."""
_HANGUL = re.compile("[가-힣]")
_KOREAN_WHOLE = re.compile(r"(?:[다요죠까네지음함임됨용]|용도|바람|요망|위해서?|때문에|덕분에|드림|올림)$")
"""How a Korean afterthought ends that is a sentence or a purpose of its own; any other ending hangs on the order."""
_KOREAN_CONDITION = re.compile(r"(?:[가-힣]야|[가-힣]면|거든|경우|때|조건|전제|시)(?:에는|에만|에|엔|으로|만)?$")
_SAID_OF_IT = re.compile(r"(?:은|는|만|도) ")
_CONDITION = re.compile(
    r"(?:in case|should|unless|where|when|once|provided|supposing|pending|subject to|as long as)(?![a-z])"
    r"|(?:and |but )?(?:only |right |just |straight |not )?(?:after|before|during|until|till|following|outside|around)"
    r" (?:the|our|my|their|his|her) [a-z-]+(?: [a-z-]+){0,2}$"
)
_REQUIRES = re.compile(
    r"(?:(?:^|(?<=[,;.] )|(?<=and )|(?<=but ))"
    r"(?:they|these|those|it|(?:the |all )?(?:machines|hosts|nodes|servers|cards|boxes))(?: all| both)?"
    r" (?:must|mustn't|ha(?:s|ve) to|needs? to|should|shouldn't|may not)(?![a-z])"
    r"|(?:must|ha(?:s|ve) to|needs? to) (?:[a-z]+ ){0,2}"
    r"(?:agree|approve|sign|confirm|accept|consent|first|beforehand)(?![a-z]))"
)
"""What is required of the goods, or what somebody has to do first."""


class Heard(Protocol):
    """What the model makes of some unknown words."""

    @property
    def stretch(self) -> Stretch: ...
    @property
    def role(self) -> str: ...
    @property
    def probability(self) -> float: ...


class Judge(Protocol):
    """Tells by the words alone whether they only tell."""

    def is_sure(self, words: str) -> bool: ...
    def probability(self, words: str) -> float: ...


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
    taken: tuple[Heard, ...] = ()
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
    would raise another question, or a correction would correct nothing, the model was wrong and its words are asked.
    """
    told = _told(stretches, heard, judge)
    trust = math.prod(each.probability for each in told)
    taken: list[Heard] = [each for each in told if not each.stretch.passed]
    settled = {each.stretch for each in told}
    answered = settled | {each.stretch for each in heard}
    doubted = [each for each in stretches if each not in answered and _is_doubtful(each)]
    for each in sorted(heard, key=_sureness, reverse=True):
        if each.stretch in settled:
            continue
        verdict = _verdict(each)
        if verdict == "ask" or trust * _sureness(each) < LEAST_SHOWN:
            doubted.append(each.stretch)
            continue
        trust *= _sureness(each)
        if verdict == "take":
            taken.append(each)
    tagged = _asking(tagged, doubted)
    changed = tagged
    for each in taken:
        changed = with_role(changed, each.stretch, each.role)
    if taken:
        before, after = read(tagged), read(changed)
        corrects = after.structure.dropped or all(each.role != INSTEAD for each in taken)
        if not corrects or not _asked(after) <= _asked(before):
            mistaken = [each.stretch for each in taken]
            return WithRoles(_asking(tagged, mistaken), (), trust, (*doubted, *mistaken))
    return WithRoles(changed, tuple(taken), trust, tuple(doubted))


def _told(stretches: Sequence[Stretch], heard: Sequence[Heard], judge: Judge) -> list[Told]:
    """The stretches that by their words only tell, unless they have the form of a condition or the model hears them
    join the parts."""
    joins = {
        each.stretch
        for each in heard
        if each.role in (FALLBACK, TOGETHER, INSTEAD) and each.probability >= SURELY_JOINS
    }
    return [
        Told(each, judge.probability(each.text))
        for each in stretches
        if each not in joins and judge.is_sure(each.text) and not hangs_on(each)
    ]


def _is_doubtful(stretch: Stretch) -> bool:
    """Whether words of which no model was heard have to be asked about."""
    if states_purpose(stretch.text):
        return False
    sentence = stretch.place == "behind" and bool(_HANGUL.search(stretch.text))
    return hangs_on(stretch) or (stretch.follows_lot and not sentence)


def hangs_on(stretch: Stretch) -> bool:
    """Whether words have the form of what hangs on the order, whatever they say.

    English ones open like a condition; Korean ones end like one ("허가가 떨어져야") or, where they follow a lot, in
    any way that closes no sentence or purpose of their own. A particle before them ties them to what they follow.
    """
    if stretch.follows_lot and _CONDITION.match(stretch.text.lower()):
        return True
    if _SAID_OF_IT.match(stretch.text) or _REQUIRES.search(stretch.text.lower()) or names_terms(stretch.text):
        return True
    word = stretch.text.rstrip(" .!~").rsplit(" ", 1)[-1]
    if not _HANGUL.search(word[-1:]):
        return False
    return not _KOREAN_WHOLE.search(word) if stretch.follows_lot else bool(_KOREAN_CONDITION.search(word))


def _verdict(each: Heard) -> Literal["take", "pass", "ask"]:
    """What becomes of a stretch; words that the rules do not pass are taken or asked about."""
    stretch = each.stretch
    least = LEAST_SURE_KOREAN if _HANGUL.search(stretch.text) else LEAST_SURE
    if stretch.passed and states_purpose(stretch.text):
        return "pass"
    joins = each.role in (FALLBACK, TOGETHER, INSTEAD)
    if joins and each.probability >= least[each.role]:
        return "take"
    if stretch.passed and not (joins and stretch.follows_lot):
        sure = _as_context(each) >= _least_context(stretch)
        return "pass" if sure and not hangs_on(stretch) else "ask"
    sure = each.role == ASIDE and each.probability >= least[ASIDE]
    return "take" if sure and not hangs_on(stretch) else "ask"


def _least_context(stretch: Stretch) -> float:
    conditional = stretch.place == "apart" and _CONDITION.match(stretch.text.lower())
    return LEAST_CONTEXT["leading" if conditional else stretch.place]


def _asking(tagged: Tagged, stretches: Sequence[Stretch]) -> Tagged:
    for each in stretches:
        if each.passed:
            tagged = with_role(tagged, each, WISH)
    return tagged


def _sureness(each: Heard) -> float:
    """The probability of what a stretch is taken for: its role, or context where it is passed. A clause apart from
    the order, which changes none of its parts, leaves the draft as sure as it was."""
    if _verdict(each) != "pass":
        return each.probability
    return 1.0 if each.stretch.place == "apart" else _as_context(each)


def _as_context(each: Heard) -> float:
    return each.probability if each.role == ASIDE else 1 - each.probability


def _asked(reading: Reading) -> frozenset[tuple[str, str]]:
    return frozenset((doubt.code, doubt.message) for doubt, _ in reading.doubts if doubt.code != "missing_limit")
