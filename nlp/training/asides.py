"""Trains the judge of asides (`nlp.leftover.asides`) on fragments written for it and on the model's wordings, and the
tables of requests besides on the unknown words of judged requests.

How sure the judge must be is set on words that it has not learnt, the held-out fragments and the held-out voice: of
those that say something of the order, at most so many pass for asides.
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

from nlp.leftover.asides import FOLDER, SIZE, Manifest, SureTable, Table, buckets
from nlp.leftover.weighing import is_korean
from nlp.training.fragments import Fragment, clauses_of, fragments_of, learnt, written
from nlp.training.judged import JudgedStretch, read_judged
from nlp.training.wordings import HELD_OUT, TRAINING

LANGUAGES = ("english", "korean")
_REGULARISATION = 1e-5
_NATURAL_TIMES = 3

_CARD = """# The judge of asides

Tells from words that no rule recognised whether they only tell (context, courtesy, a reason) or say something of the
order. A logistic regression over hashed words, pairs and pieces of words; a table of one-byte weights a language.
Where the language model is heard, the table's score is one of the things that are weighed (WEIGHING_CARD.md), and so is
that of a second table, which has also learnt the words of judged requests (`nlp/training/judged.jsonl`, each three
times).

Trained by `python -m nlp.training asides` (seed {seed}) on nine tenths of the fragments in `nlp/training/fragments`,
written for it, and on the wordings in `nlp/training/voices`. Without the language model, what it passes is shown as an
assumption, and what it is not sure of is asked about; nothing with a digit and nothing in the form of a condition is
left to it.

How sure it must be is set on words that it has not learnt so that at most {most_wrong:.1%} of the terms pass, a share
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


def train(out: Path = FOLDER, *, seed: int = 1, most_wrong: float = 0.02) -> tuple[str, ...]:
    """Trains both tables, writes them with their manifest, and tells how they were measured."""
    out.mkdir(parents=True, exist_ok=True)
    tables: dict[str, Table] = {}
    lines, judged = [], read_judged()
    for name, held_out_voice in zip(LANGUAGES, HELD_OUT, strict=True):
        chance = random.Random(seed)  # noqa: S311
        known = _known(name, (), chance)
        fragments = (*fragments_of(name), *clauses_of(name))
        unseen = [
            *(each for each in fragments if each.held_out),
            *written(held_out_voice, chance),
        ]
        table = _fitted(known)
        measured = Measured(_scores(table, unseen), _tells(unseen))
        sure = measured.least_sure(most_wrong)
        written_as = _written(out / f"{name}.weights", table)
        tables[name] = SureTable(**written_as.model_dump(), sure=sure)
        of_requests = _fitted(_known(name, judged, random.Random(seed)))  # noqa: S311
        tables[f"{name}_requests"] = _written(out / f"{name}_requests.weights", of_requests)
        lines += [f"{name}: learnt {len(known)}, measured on {len(unseen)}", f"  {measured.told(sure)}"]
    manifest = Manifest.model_validate(tables)
    (out / "manifest.json").write_text(manifest.model_dump_json(indent=1) + "\n", "utf-8")
    card = _CARD.format(measured="\n".join(lines), seed=seed, most_wrong=most_wrong)
    (out / "MODEL_CARD.md").write_text(card, "utf-8")
    return tuple(lines)


def scores_without(writer: str, judged: Sequence[JudgedStretch], seed: int = 1) -> dict[str, float]:
    """What a table that has not learnt this writer makes of the writer's words."""
    own = [each for each in judged if each.writer == writer]
    language = "korean" if any(is_korean(each.stretch.text) for each in own) else "english"
    table = _fitted(_known(language, [each for each in judged if each.writer != writer], random.Random(seed)))  # noqa: S311
    words = list(dict.fromkeys(each.stretch.words for each in own))
    return dict(zip(words, map(float, _scores(table, [Fragment(each, tells=True) for each in words])), strict=True))


def _known(language: str, judged: Sequence[JudgedStretch], chance: random.Random) -> list[Fragment]:
    """What the table of a language learns; words of judged requests several times, for these are what it is asked."""
    natural = [
        Fragment(each.stretch.words, each.tells)
        for each in judged
        if not each.parted and is_korean(each.stretch.text) == (language == "korean")
    ]
    fragments = learnt((*fragments_of(language), *clauses_of(language)))
    voice = TRAINING[LANGUAGES.index(language)]
    return [*fragments, *written(voice, chance), *natural * _NATURAL_TIMES]


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


def _written(path: Path, weights: Array) -> Table:
    scale = float(np.abs(weights[:-1]).max()) / 127
    data = np.rint(weights[:-1] / scale).astype(np.int8).tobytes()
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return Table(file=path.name, sha256=digest, scale=scale, bias=float(weights[-1]))
