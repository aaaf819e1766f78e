"""Trains the judge of asides (`nlp.leftover.asides`) on fragments written for it and on the model's wordings.

How sure the judge must be, alone and together with the language model, is set on words that neither has learnt, the
held-out fragments and the held-out voice: of those that say something of the order, at most so many pass for asides.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from nlp.leftover.asides import FOLDER, SIZE, Blend, Manifest, Table, buckets
from nlp.linker.prompts import ADAPTED
from nlp.linker.roles import BY_WORDS, log_odds, words_line
from nlp.models.llama import LlamaEngine
from nlp.models.score import AnswerScorer
from nlp.models.search import search
from nlp.training.fragments import Fragment, clauses_of, fragments_of, learnt, written
from nlp.training.wordings import HELD_OUT, TRAINING

_REGULARISATION = 1e-5

_CARD = """# The judge of asides

Tells from words that no rule recognised whether they only tell (context, courtesy, a reason) or say something of the
order. A logistic regression over hashed words, pairs and pieces of words; a table of one-byte weights a language.
Where the language model is heard, its log odds and the table's score are blended by another logistic regression.

Trained by `python -m nlp.training asides` (seed {seed}) on nine tenths of the fragments in `nlp/training/fragments`,
written for it, and on the wordings in `nlp/training/voices`. What it passes is shown as an assumption; what it is not
sure of is asked about. Nothing with a digit, nothing in the form of a condition and nothing that the language model
hears join two parts is left to it.

How sure it must be is set on words that neither has learnt so that at most {most_wrong:.1%} of the terms pass, a share
that the fragments overstate: many were written to be taken for asides.

```
{measured}
```
"""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Measured:
    """How asides (scores where true) stand apart from terms that were not learnt."""

    scores: Array
    tells: NDArray[np.bool_]

    def least_sure(self, most_wrong: float) -> float:
        """The lowest score above which at most this share of the terms lies."""
        terms = np.sort(self.scores[~self.tells])
        return float(terms[max(0, math.ceil(len(terms) * (1 - most_wrong)) - 1)])

    def told(self, sure: float) -> str:
        passed = self.scores > sure
        asides, terms = int(self.tells.sum()), int((~self.tells).sum())
        return (
            f"sure from {sure:.2f}: {int((passed & self.tells).sum())} of {asides} asides pass, "
            f"{int((passed & ~self.tells).sum())} of {terms} terms"
        )


def train(
    weights: Path,
    sha256: str,
    adapter: tuple[Path, str],
    out: Path = FOLDER,
    *,
    seed: int = 1,
    most_wrong: float = 0.02,
) -> tuple[str, ...]:
    """Trains both tables and blends them with the model; writes them with their manifest, and tells how they were
    measured. Raises ModelError where the model cannot be loaded."""
    out.mkdir(parents=True, exist_ok=True)
    engine = LlamaEngine(weights, sha256, adapter=adapter)
    tables, lines = {}, []
    for name, voice, held_out_voice in zip(("english", "korean"), TRAINING, HELD_OUT, strict=True):
        chance = random.Random(seed)  # noqa: S311
        fragments = (*fragments_of(name), *clauses_of(name))
        known = [*learnt(fragments), *written(voice, chance)]
        unseen = [*(each for each in fragments if each.held_out), *written(held_out_voice, chance)]
        table = _fitted(known)
        alone = Measured(_scores(table, unseen), _tells(unseen))
        blend, blended = _blended(alone, [heard_by(engine, each.words) for each in unseen], most_wrong)
        sure = alone.least_sure(most_wrong)
        tables[name] = _written(out / f"{name}.weights", table, sure, blend)
        lines += [
            f"{name}: learnt {len(known)}, measured on {len(unseen)}",
            f"  the table alone, {alone.told(sure)}",
            f"  with the model, {blended.told(blend.sure)}",
        ]
    engine.close()
    manifest = Manifest(english=tables["english"], korean=tables["korean"])
    (out / "manifest.json").write_text(manifest.model_dump_json(indent=1) + "\n", "utf-8")
    card = _CARD.format(measured="\n".join(lines), seed=seed, most_wrong=most_wrong)
    (out / "MODEL_CARD.md").write_text(card, "utf-8")
    return tuple(lines)


def heard_by(engine: LlamaEngine, words: str) -> float:
    """The model's log odds that words only tell, by themselves."""
    scorer = AnswerScorer(engine, lambda: False)
    scorer.begin(ADAPTED + words_line(words))
    best = search(BY_WORDS, scorer).answers[0]
    return log_odds(best.symbols, best.log_likelihood)


def _blended(alone: Measured, heard: Sequence[float], most_wrong: float) -> tuple[Blend, Measured]:
    """The logistic regression of whether words only tell on the table's score and the model's log odds."""
    rows = np.column_stack([alone.scores, np.asarray(heard), np.ones(len(heard))])
    sign = np.where(alone.tells, 1.0, -1.0)
    share = np.where(alone.tells, 0.5 / alone.tells.sum(), 0.5 / (~alone.tells).sum())
    found = optimize.minimize(lambda at: (share * np.logaddexp(0, -sign * (rows @ at))).sum(), np.zeros(3))
    blended = Measured(rows @ found.x, alone.tells)
    table, model, bias = (float(each) for each in found.x)
    return Blend(table=table, model=model, bias=bias, sure=blended.least_sure(most_wrong)), blended


def _fitted(fragments: Sequence[Fragment]) -> Array:
    """Weights, the bias last, of the regularised logistic regression in which asides and terms weigh the same."""
    rows, tells = _rows(fragments), _tells(fragments)
    share = np.where(tells, 0.5 / tells.sum(), 0.5 / (~tells).sum())
    sign = np.where(tells, 1.0, -1.0)

    def loss(at: Array) -> tuple[float, Array]:
        margin = sign * (rows @ at[:-1] + at[-1])
        slope = -share * sign / (1 + np.exp(np.clip(margin, -50, 50)))
        value = (share * np.logaddexp(0, -margin)).sum() + _REGULARISATION * (at[:-1] @ at[:-1])
        return float(value), np.append(rows.T @ slope + 2 * _REGULARISATION * at[:-1], slope.sum())

    found = optimize.minimize(loss, np.zeros(SIZE + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x, dtype=np.float64)


def _rows(fragments: Sequence[Fragment]) -> sparse.csr_matrix:
    found = [sorted(buckets(each.words)) for each in fragments]
    ends = np.cumsum([0, *map(len, found)])
    values = np.concatenate([np.full(len(each), 1 / math.sqrt(len(each))) for each in found])
    return sparse.csr_matrix((values, np.concatenate(found), ends), shape=(len(found), SIZE))


def _scores(weights: Array, fragments: Sequence[Fragment]) -> Array:
    return np.asarray(_rows(fragments) @ weights[:-1] + weights[-1])


def _tells(fragments: Sequence[Fragment]) -> NDArray[np.bool_]:
    return np.array([each.tells for each in fragments])


def _written(path: Path, weights: Array, sure: float, blend: Blend) -> Table:
    scale = float(np.abs(weights[:-1]).max()) / 127
    data = np.rint(weights[:-1] / scale).astype(np.int8).tobytes()
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return Table(file=path.name, sha256=digest, scale=scale, bias=float(weights[-1]), sure=sure, blend=blend)
