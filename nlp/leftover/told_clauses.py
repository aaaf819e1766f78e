"""Clauses that hold words of an order and yet only tell: "yesterday's eval crashed at 3am".

The rules recognise single words, so a time, place or number in such a clause is taken for a part of the order. A clause
can be taken out of the text whole: nothing in it is then read. Where the model is sure that it only tells and the order
is whole without it, what the clause would have asked is not asked. Where both ways are clean and differ, neither is
clearly right: a person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import prod

from nlp.leftover.hanging_words import has_form_of_condition
from nlp.leftover.second_reading import meaning_of
from nlp.leftover.understood import Understood
from nlp.leftover.unknown_words import Heard, Judge, Told, told
from nlp.linker.roles import Stretch, clause_at
from nlp.resolve.when import TimeExpression
from nlp.tagged import Joiner, Leftover, Role, Tagged
from nlp.tagging.own.told import names_day

_EDGES = frozenset({Role.SEPARATOR, Role.OPEN, Role.CLOSE, Role.LABEL})
_RELATES = frozenset({Role.CORRECTION, Role.CHOICE, Role.REFUSAL})
_LINKS = frozenset({"only_if", "if_filled", "without", "else"})
_ASKS = re.compile(
    r"(?<![a-z])(?:must|needs?|required?|requires|only|has to|have to|should|please|pls|want(?:s|ed)?)(?![a-z])"
    r"|필수|필요|필히|준수|[가-힣]야(?:만)? ?(?:합|해|함|됩|돼|됨)|여야|어야|해야|돼야|되야"
    r"|바랍니다|바람|주세요|주십시오|부탁|한도|까지만|밖에"
)
"""Words of asking and requiring: a clause with one of them says something of the order, whatever else it tells."""
_WORD = re.compile(r"[^\W\d_]{2,}")
SURE_OF_CLAUSE = 0.85
"""How probable it must be that a clause only tells before what was recognised in it is not read."""


def clauses_of(tagged: Tagged) -> list[Stretch]:
    """The clauses that could only tell although something of an order was found in them, in order.

    Those that correct, choose, refuse, link, ask or require, and those that name a price or how many of which product,
    always say something.
    """
    found = (clause_at(tagged, start, end) for start, end in _cut(tagged))
    return [clause for clause in found if _could_tell(tagged, clause)]


def times_told(tagged: Tagged) -> bool:
    """Whether a clause behind the first says a time, nothing else of an order, and something besides: that time may be
    one that is only told of ("오늘도 화창하네요")."""
    for start, end in list(_cut(tagged))[1:]:
        roles = {span.role for span in tagged.spans if start <= span.start and span.end <= end}
        if roles == {Role.TIME} and any(start <= each.start and each.end <= end for each in tagged.leftovers):
            return True
    return False


def without(tagged: Tagged, clause: Stretch) -> Tagged:
    """The text with nothing of the clause read."""
    spans = [span for span in tagged.spans if not _inside(clause, span.start, span.end)]
    rest = [words for words in tagged.leftovers if not _inside(clause, words.start, words.end)]
    told = Leftover(clause.start, clause.end, clause.text, matters=False, told=True)
    return replace(
        tagged,
        spans=tuple(replace(span, id=number) for number, span in enumerate(spans, 1)),
        leftovers=tuple(sorted([*rest, told], key=lambda words: words.start)),
    )


def _cut(tagged: Tagged) -> Iterator[tuple[int, int]]:
    edges = [(0, 0), *((span.start, span.end) for span in tagged.spans if span.role in _EDGES)]
    for (_, start), (end, _) in pairwise([*edges, (len(tagged.text), len(tagged.text))]):
        text = tagged.text[start:end]
        begin = start + len(text) - len(text.lstrip())
        if text.strip():
            yield begin, begin + len(text.strip())


def _could_tell(tagged: Tagged, clause: Stretch) -> bool:
    spans = [span for span in tagged.spans if _inside(clause, span.start, span.end)]
    roles = {span.role for span in spans}
    if not clause.holds or roles & _RELATES or Role.PRICE in roles or {Role.QUANTITY, Role.ASSET} <= roles:
        return False
    if _ASKS.search(clause.words.lower()):
        return False
    if any(isinstance(span.value, Joiner) and span.value.kind in _LINKS for span in spans):
        return False
    if _names_the_only_day(tagged, clause):
        return False
    words = [each.text for each in tagged.leftovers if _inside(clause, each.start, each.end)]
    return bool(_WORD.search(" ".join(words)))


def _names_the_only_day(tagged: Tagged, clause: Stretch) -> bool:
    """Whether the order's hours are on a day that only this clause names: "Game day is Sunday: 24 L4s, noon to 6pm"."""
    times = [span for span in tagged.spans if isinstance(span.value, TimeExpression)]
    inside = [span for span in times if _inside(clause, span.start, span.end)]
    outside = [span for span in times if span not in inside]
    return (
        bool(outside)
        and any(names_day(span.value) for span in inside)
        and not any(names_day(span.value) for span in outside)
    )


def _inside(clause: Stretch, start: int, end: int) -> bool:
    return clause.start <= start and end <= clause.end


def told_clauses(heard: Sequence[Heard], judge: Judge) -> list[Told]:
    """The clauses that only tell, as surely as must be, likeliest first."""
    found = [told(each, judge) for each in heard if not has_form_of_condition(each.stretch)]
    return sorted((each for each in found if each.probability >= SURE_OF_CLAUSE), key=lambda each: -each.probability)


def without_told(
    tagged: Tagged,
    first: Understood,
    told: Sequence[Told],
    understand: Callable[[Tagged], Understood],
) -> Understood:
    """The text understood without the clauses that only tell, where that asks less; `first` where it would not."""
    for out in _tried(told):
        shorter = tagged
        for each in out:
            shorter = without(shorter, each.stretch)
        second = understand(shorter)
        if second.asked < first.asked:
            return _with_told(second, out)
        if first.clean and second.clean and meaning_of(first.chosen.reading) != meaning_of(second.chosen.reading):
            return replace(first, chosen=replace(first.chosen, other=second.chosen.reading))
    return first


def _tried(told: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """All of them together, then each alone."""
    if told:
        yield told
    if len(told) > 1:
        yield from ([each] for each in told)


def _with_told(second: Understood, out: Sequence[Told]) -> Understood:
    """With the clauses shown among what was taken for something."""
    trust = second.roles.trust * prod(each.probability for each in out)
    return replace(second, roles=replace(second.roles, taken=(*second.roles.taken, *out), trust=trust))
