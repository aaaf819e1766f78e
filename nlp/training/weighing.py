"""Trains how the judges of words and the place of the words are weighed together (`nlp.leftover.weighing`).

`asked.jsonl` holds requests whose unknown words were all passed, with whether the bid was right: ordinary ones as the
rules read them before anything was mended for them, and contrived ones, whose words were chosen to be no context. How
often the bid is right differs between the two kinds, so the contrived ones have an intercept of their own, which is not
shipped. Misreadings that had nothing to do with the unknown words are left out.

A bid is right only if none of its unknown words matters, so the probability of that is the product over them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from nlp.leftover.asides import FOLDER, WEIGHING, AsideJudge, load_asides
from nlp.leftover.weighing import Weights, features_of, is_sure, may_be_weighed
from nlp.linker.prompts import ADAPTED
from nlp.linker.roles import BY_WORDS, Stretch, log_odds, words_line
from nlp.models.llama import LlamaEngine
from nlp.models.score import AnswerScorer
from nlp.models.search import Answer, Symbols, search
from nlp.tagged import Role

ASKED = Path(__file__).with_name("asked.jsonl")
CARD = "WEIGHING_CARD.md"
_REGULARISATION = 0.002
_KINDS = {
    (False, False): "ordinary English", (False, True): "ordinary Korean",
    (True, False): "contrived English", (True, True): "contrived Korean",
}  # fmt: skip
_CARD = """# How words are weighed

`weighing.json`: a logistic regression that tells how probably a draft is right without some unknown words, from what
the table of asides and the language model make of them and from where they stand (`nlp/leftover/weighing.py` names the
features). Trained by `python -m nlp.training weighing` on {requests} requests in `nlp/training/asked.jsonl`.

Held out set by set, of unknown words that stand where they may be weighed:

```
{measured}
```

The ordinary requests are those of the sets in `tests/data` from the sixth on, read by the rules as they were before
they were mended for each; the contrived ones are `unseen_setting`. No other set was used.
"""

Array = NDArray[np.float64]
Ask = Callable[[str, Sequence[Symbols]], Answer]


@dataclass(frozen=True)
class Asked:
    """A request's unknown words, and whether its bid was right without them. `origin` is the set it is from."""

    origin: str
    contrived: bool
    right: bool
    stretches: tuple[Stretch, ...]


def read_asked(path: Path = ASKED) -> tuple[Asked, ...]:
    """The requests of a file. Raises ValueError where it is not of this form."""
    return tuple(_asked(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def train(weights: Path, sha256: str, adapter: tuple[Path, str], out: Path = FOLDER) -> tuple[str, ...]:
    """Hears the model on all words, fits the weights, writes them and their card; tells how they were measured."""
    engine = LlamaEngine(weights, sha256, adapter=adapter)
    scorer = AnswerScorer(engine, lambda: False)

    def ask(line: str, answers: Sequence[Symbols]) -> Answer:
        scorer.begin(ADAPTED + line)
        return search(tuple(answers), scorer).answers[0]

    try:
        return fit_all(read_asked(), ask, out)
    finally:
        engine.close()


def fit_all(asked: Sequence[Asked], ask: Ask, out: Path) -> tuple[str, ...]:
    """Fits the weights on what `ask` makes of the words; writes them and their card."""
    judge = load_asides()
    rows = [[_features(each, judge, ask) for each in request.stretches] for request in asked]
    lines = tuple(_held_out(asked, rows))
    fitted = Weights(weights={name: round(value, 4) for name, value in _fitted(asked, rows).items()})
    (out / WEIGHING).write_text(fitted.model_dump_json(indent=1) + "\n", "utf-8")
    (out / CARD).write_text(_CARD.format(requests=len(asked), measured="\n".join(lines)), "utf-8")
    return lines


def _asked(raw: dict[str, object]) -> Asked:
    stretches = raw["stretches"]
    if not isinstance(stretches, list):
        raise ValueError("no list of stretches")
    return Asked(str(raw["set"]), bool(raw["contrived"]), bool(raw["right"]), tuple(map(_stretch, stretches)))


def _stretch(raw: dict[str, object]) -> Stretch:
    before, behind = (Role(each) if each else None for each in raw.pop("beside"))  # type: ignore[attr-defined]
    answers = tuple((each,) for each in raw.pop("answers"))  # type: ignore[attr-defined]
    return Stretch(0, 0, answers=answers, beside=(before, behind), **raw)  # type: ignore[arg-type]


def _features(stretch: Stretch, judge: AsideJudge, ask: Ask) -> dict[str, float]:
    alone, placed = ask(words_line(stretch.words), BY_WORDS), ask(stretch.line, stretch.answers)
    tells = log_odds(alone.symbols, alone.log_likelihood)
    by_table = judge.by_table(stretch.words)
    return features_of(stretch, by_table, tells, placed.symbols[0], float(np.exp(min(0.0, placed.log_likelihood))))


def _fitted(asked: Sequence[Asked], rows: Sequence[Sequence[dict[str, float]]]) -> dict[str, float]:
    """The weights that make the verdicts likeliest; the intercept of the contrived requests is left out."""
    names = list(rows[0][0])
    of = np.concatenate([np.full(len(row), number) for number, row in enumerate(rows)])
    matrix = np.array(
        [[*each.values(), float(asked[number].contrived)] for number, row in enumerate(rows) for each in row]
    )
    right = np.array([each.right for each in asked], dtype=np.float64)

    def loss(at: Array) -> tuple[float, Array]:
        score = matrix @ at
        together = np.bincount(of, weights=-np.logaddexp(0, -score), minlength=len(rows))
        together = np.minimum(together, -1e-9)
        wrong = -np.expm1(together)
        value = -(right * together + (1 - right) * np.log(wrong)).mean() + _REGULARISATION * (at[1:] @ at[1:])
        slope = -(right - (1 - right) * np.exp(together) / wrong) / len(rows)
        gradient = matrix.T @ (slope[of] / (1 + np.exp(np.clip(score, -50, 50))))
        gradient[1:] += 2 * _REGULARISATION * at[1:]
        return float(value), gradient

    found = optimize.minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B")
    return dict(zip(names, map(float, found.x[:-1]), strict=True))


def _held_out(asked: Sequence[Asked], rows: Sequence[Sequence[dict[str, float]]]) -> Iterable[str]:
    """How many of the words that may be weighed pass, and how many of those in requests that go wrong, by kind."""
    passed = dict.fromkeys(_KINDS, (0, 0, 0, 0))
    for origin in sorted({each.origin for each in asked}):
        rest = [number for number, each in enumerate(asked) if each.origin != origin]
        weights = Weights(weights=_fitted([asked[number] for number in rest], [rows[number] for number in rest]))
        for request, row in zip(asked, rows, strict=True):
            for stretch, features in zip(request.stretches, row, strict=True):
                if request.origin == origin and may_be_weighed(stretch):
                    kind = request.contrived, bool(features["korean"])
                    sure = is_sure(stretch, weights.probability(features))
                    new = (request.right and sure, request.right, sure and not request.right, not request.right)
                    passed[kind] = tuple(map(sum, zip(passed[kind], new, strict=True)))  # type: ignore[assignment]
    for kind, (told, tell, missed, matter) in passed.items():
        yield f"{_KINDS[kind]}: {told} of {tell} pass where the bid is right, {missed} of {matter} where it is not"
