"""Two ways to understand a clause in which parts of an order were found: by its words, and as one that only tells.

Where the model is sure that it only tells and the order is whole without it, what the clause would have asked is not
asked. Where both ways are clean and differ, neither is clearly right: a person chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from nlp.clauses import Clause, without
from nlp.hanging_words import hangs_on
from nlp.linker.roles import Stretch, words_line
from nlp.second_reading import meaning_of
from nlp.tagged import Tagged
from nlp.understood import Understood
from nlp.unknown_words import Judge, Told

SURELY_TOLD = 0.99
"""How probable it must be that clauses only tell before a reading that is clean with them is doubted for it."""


def told_clauses(clauses: Sequence[Clause], heard: Mapping[str, float], judge: Judge) -> list[tuple[Clause, float]]:
    """The clauses that surely only tell, likeliest first, each with its probability."""
    sure = [
        (clause, judge.probability(clause.text, heard[clause.text]))
        for clause in clauses
        if clause.text in heard and judge.is_sure(clause.text, heard[clause.text]) and not hangs_on(_stretch(clause))
    ]
    return sorted(sure, key=lambda each: -each[1])


def without_told(
    tagged: Tagged,
    first: Understood,
    told: Sequence[tuple[Clause, float]],
    understand: Callable[[Tagged], Understood],
) -> Understood:
    """The text understood without the clauses that only tell, where that asks less; `first` where it would not."""
    for out in _tried(told):
        shorter = tagged
        for clause, _ in out:
            shorter = without(shorter, clause)
        second = understand(shorter)
        if second.asked < first.asked:
            return _with_told(second, out)
        if (
            not first.asked
            and not second.asked
            and meaning_of(first.chosen.reading) != meaning_of(second.chosen.reading)
        ):
            return replace(first, chosen=replace(first.chosen, other=second.chosen.reading))
    return first


def _tried(told: Sequence[tuple[Clause, float]]) -> Iterator[Sequence[tuple[Clause, float]]]:
    """All of them together, then each alone."""
    if told:
        yield told
    if len(told) > 1:
        yield from ([each] for each in told)


def _with_told(second: Understood, out: Sequence[tuple[Clause, float]]) -> Understood:
    """With the clauses shown among what was taken for something."""
    taken = tuple(Told(_stretch(clause), probability) for clause, probability in out)
    trust = second.roles.trust
    for each in taken:
        trust *= each.probability
    return replace(second, roles=replace(second.roles, taken=(*second.roles.taken, *taken), trust=trust))


def _stretch(clause: Clause) -> Stretch:
    return Stretch(
        clause.start, clause.end, clause.text, passed=False, line=words_line(clause.text), answers=(), place="apart"
    )
