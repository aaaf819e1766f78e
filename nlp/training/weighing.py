"""Trains how the judges of words and what the words touch are weighed together (`nlp.leftover.weighing`).

It is fitted on the stretches of `judged.jsonl` by writers whom the adapter has not learnt; so that the table of asides
knows them no better, each writer's words are scored by one that was trained without them. Each language has weights of
its own, which are drawn towards common ones, as far as its stretches do not speak for others. Words that are parts of
the order which the rules did not read count half: some are innocent words beside a number that was read wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from nlp.leftover.asides import FOLDER, ODDS, WEIGHING, AsideJudge, load_asides
from nlp.leftover.hanging_words import has_form_of_condition
from nlp.leftover.told_clauses import SURE_OF_CLAUSE
from nlp.leftover.unknown_words import SURE
from nlp.leftover.weighing import Judged, Weights, features_of, is_korean
from nlp.linker.prompts import ADAPTED
from nlp.linker.roles import BY_WORDS, Stretch, log_odds, words_line
from nlp.models.llama import LlamaEngine
from nlp.models.score import AnswerScorer
from nlp.models.search import Answer, Symbols, search
from nlp.training.asides import scores_without
from nlp.training.judged import JudgedStretch, read_judged

CARD = "WEIGHING_CARD.md"
_REGULARISATION = 3.0
_PART_WEIGHT = 0.5
_CARD = """# How words are weighed

`weighing.json`: a logistic regression for each language that tells how probably a draft is right without some unknown
words, from what the tables of asides and the language model make of them and from what they touch and hold
(`nlp/leftover/weighing.py` names the features). Trained by `python -m nlp.training weighing` on {stretches} stretches
of unknown words in {requests} requests (`nlp/training/judged.jsonl`), by writers whom neither the adapter nor the
table of asides that scores them has learnt. The requests were written for it by several writers, a third of them with
wishes that a bid has no field for: far more than in ordinary orders.

Held out writer by writer, from the probabilities at which the product passes words, and clauses in which parts of an
order were recognised; those in the form of a condition never pass:

```
{measured}
```
"""

Array = NDArray[np.float64]
Ask = Callable[[str, Sequence[Symbols]], Answer]


def train(weights: Path, sha256: str, adapter: tuple[Path, str], out: Path = FOLDER) -> tuple[str, ...]:
    """Hears the model on all words, fits the weights, writes them and their card; tells how they were measured."""
    engine = LlamaEngine(weights, sha256, adapter=adapter)
    scorer = AnswerScorer(engine, lambda: False)

    def ask(line: str, answers: Sequence[Symbols]) -> Answer:
        scorer.begin(ADAPTED + line)
        return search(tuple(answers), scorer).answers[0]

    judged = read_judged()
    try:
        return fit_all(
            [each for each in judged if not each.learnt], ask, lambda each: scores_without(each, judged), out
        )
    finally:
        engine.close()


def fit_all(
    judged: Sequence[JudgedStretch], ask: Ask, scores: Callable[[str], Mapping[str, float]], out: Path
) -> tuple[str, ...]:
    """Fits the weights on what `ask` makes of the words, and on the scores of a writer's words by a table that has not
    learnt them; writes the weights and their card."""
    judge = load_asides()
    by_table = {writer: scores(writer) for writer in sorted({each.writer for each in judged})}
    heard = [
        replace(_heard(each.stretch, judge, ask), requests=by_table[each.writer][each.stretch.words]) for each in judged
    ]
    lines = tuple(_held_out(judged, heard))
    (out / WEIGHING).write_text(_fitted(judged, heard).model_dump_json(indent=1) + "\n", "utf-8")
    requests = len({each.request for each in judged})
    card = _CARD.format(stretches=len(judged), requests=requests, measured="\n".join(lines))
    (out / CARD).write_text(card, "utf-8")
    return lines


def _heard(stretch: Stretch, judge: AsideJudge, ask: Ask) -> Judged:
    alone, placed = ask(words_line(stretch.words), BY_WORDS), ask(stretch.line, stretch.answers)
    tells = log_odds(alone.symbols, alone.log_likelihood)
    probability = float(np.exp(min(0.0, placed.log_likelihood)))
    return judge.judged(stretch, tells, placed.symbols[0], probability)


def _fitted(judged: Sequence[JudgedStretch], heard: Sequence[Judged]) -> Weights:
    """The weights that make the verdicts likeliest: common ones, and for each language how it differs from them. Those
    that only tell weigh as much more as they are oftener in ordinary orders."""
    rows = [features_of(each) for each in heard]
    names = sorted({name for row in rows for name in row})
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            matrix[number, column[name]] = value
    korean = np.array([is_korean(each.stretch.text) for each in judged])
    whole = np.hstack([matrix, matrix * ~korean[:, None], matrix * korean[:, None]])
    sign = np.array([1.0 if each.tells else -1.0 for each in judged])
    share = np.array([_PART_WEIGHT if each.parted and not each.stretch.holds else 1.0 for each in judged])

    for language in (korean, ~korean):
        tells, others = language & (sign > 0), language & (sign < 0)
        share[tells] *= ODDS * share[others].sum() / max(1.0, share[tells].sum())

    def loss(at: Array) -> tuple[float, Array]:
        margin = sign * (whole @ at)
        slope = -share * sign / (1 + np.exp(np.clip(margin, -50, 50)))
        value = (share * np.logaddexp(0, -margin)).sum() + _REGULARISATION * (at @ at)
        return float(value), whole.T @ slope + 2 * _REGULARISATION * at

    found = optimize.minimize(loss, np.zeros(whole.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    common, english, own = np.split(found.x, 3)
    return Weights(english=_named(names, common + english), korean=_named(names, common + own))


def _named(names: Sequence[str], values: Array) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def _held_out(judged: Sequence[JudgedStretch], heard: Sequence[Judged]) -> Iterable[str]:
    """How many of the stretches pass that only tell, and of the others, each by weights of the other writers."""
    passed: dict[str, list[bool]] = {}
    for writer in sorted({each.writer for each in judged}):
        rest = [number for number, each in enumerate(judged) if each.writer != writer]
        weights = _fitted([judged[number] for number in rest], [heard[number] for number in rest])
        for each, found in zip(judged, heard, strict=True):
            if each.writer == writer:
                language = "Korean" if is_korean(each.stretch.text) else "English"
                kind, sure = ("clauses", SURE_OF_CLAUSE) if each.stretch.holds else ("words", SURE)
                said = "only tell" if each.tells else "are of the order" if each.parted else "are wishes"
                passes = weights.probability(found) >= sure and not has_form_of_condition(each.stretch)
                passed.setdefault(f"{language} {kind} that {said}", []).append(passes)
    for name, verdicts in sorted(passed.items()):
        yield f"{name}: {sum(verdicts)} of {len(verdicts)} pass"
