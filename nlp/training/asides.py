"""Trains the judge of asides (`nlp.asides`) on fragments written for it and on the wordings that the model learns from.

Fragments lie in `fragments/`, one a line: `aside` or `term`, a tab, the words. How sure the judge must be is set so
that of the terms it has not learnt, those of held-out fragments (five folds) and of the held-out voice, at most two in
a hundred pass for asides.
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

from nlp.asides import FOLDER, SIZE, Manifest, Table, buckets
from nlp.models.symbols import ASIDE
from nlp.training.wordings import HELD_OUT, TRAINING, Wordings

FRAGMENTS = Path(__file__).with_name("fragments")
_LABELS = {"aside": True, "term": False}
_FOLDS = 5
_PER_TEMPLATE = 3
_REGULARISATION = 1e-5

_CARD = """# The judge of asides

Tells from words that no rule recognised whether they only tell (context, courtesy, a reason) or say something of the
order. A logistic regression over hashed words, pairs and pieces of words; a table of one-byte weights a language.

Trained by `python -m nlp.training asides` (seed {seed}) on the fragments in `nlp/training/fragments`, written for it,
and on the wordings in `nlp/training/voices`. What it passes is shown as an assumption; what it is not sure of is asked
about. Nothing with a digit, nothing in the form of a condition and nothing that the language model hears join two parts
is left to it.

How sure it must be is set so that at most two in a hundred of the terms that it has not learnt pass:

```
{measured}
```
"""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Fragment:
    """Words, and whether they only tell."""

    words: str
    tells: bool


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
            f"{int((passed & self.tells).sum())} of {asides} asides pass, "
            f"{int((passed & ~self.tells).sum())} of {terms} terms"
        )


def joined(*parts: Measured) -> Measured:
    return Measured(np.concatenate([each.scores for each in parts]), np.concatenate([each.tells for each in parts]))


def read_fragments(path: Path) -> tuple[Fragment, ...]:
    """The fragments of a file. Raises ValueError, which names the line, where one is not of this form."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        label, tab, words = line.partition("\t")
        if not tab or label not in _LABELS or not words.strip():
            raise ValueError(f"{path.name}, line {number}: not `aside` or `term`, a tab and words")
        found.append(Fragment(words.strip(), _LABELS[label]))
    return tuple(dict.fromkeys(found))


def written(wordings: Wordings, chance: random.Random) -> tuple[Fragment, ...]:
    """Fragments from the templates of a voice: whatever is no aside says something of the order."""
    found: list[Fragment] = []
    for told in (wordings.roles, wordings.inside):
        for role, templates in told.items():
            found += [
                Fragment(wordings.write(template, chance), role == ASIDE)
                for template in templates
                for _ in range(_PER_TEMPLATE)
            ]
    return tuple(dict.fromkeys(found))


def train(out: Path = FOLDER, *, seed: int = 1, most_wrong: float = 0.02) -> tuple[str, ...]:
    """Trains both tables, writes them with their manifest, and tells how they were measured."""
    out.mkdir(parents=True, exist_ok=True)
    tables, lines = {}, []
    for name, learnt, held_out in zip(("english", "korean"), TRAINING, HELD_OUT, strict=True):
        chance = random.Random(seed)  # noqa: S311
        fragments = list(read_fragments(FRAGMENTS / f"{name}.tsv"))
        chance.shuffle(fragments)
        others, unseen = list(written(learnt, chance)), written(held_out, chance)
        weights = _fitted([*fragments, *others])
        apart = [_in_folds(fragments, others), Measured(_scores(weights, unseen), _tells(unseen))]
        sure = joined(*apart).least_sure(most_wrong)
        tables[name] = _written(out / f"{name}.weights", weights, sure)
        lines += [
            f"{name}: learnt {len(fragments)} fragments and {len(others)} wordings; sure from {sure:.2f}",
            f"  fragments of other folds: {apart[0].told(sure)}",
            f"  the held-out voice: {apart[1].told(sure)}",
        ]
    manifest = Manifest(english=tables["english"], korean=tables["korean"])
    (out / "manifest.json").write_text(manifest.model_dump_json(indent=1) + "\n", "utf-8")
    (out / "MODEL_CARD.md").write_text(_CARD.format(measured="\n".join(lines), seed=seed), "utf-8")
    return tuple(lines)


def _in_folds(fragments: Sequence[Fragment], others: Sequence[Fragment]) -> Measured:
    scores = np.empty(len(fragments))
    for fold in range(_FOLDS):
        kept = [each for at, each in enumerate(fragments) if at % _FOLDS != fold]
        scores[fold::_FOLDS] = _scores(_fitted([*kept, *others]), fragments[fold::_FOLDS])
    return Measured(scores, _tells(fragments))


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


def _written(path: Path, weights: Array, sure: float) -> Table:
    scale = float(np.abs(weights[:-1]).max()) / 127
    data = np.rint(weights[:-1] / scale).astype(np.int8).tobytes()
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return Table(file=path.name, sha256=digest, scale=scale, bias=float(weights[-1]), sure=sure)
