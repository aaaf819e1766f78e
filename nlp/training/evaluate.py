"""How well a model links examples: the same search and scoring as in the product."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.linker.prompts import ADAPTED, FEW_SHOT
from nlp.models.llama import LlamaEngine
from nlp.models.score import AnswerScorer
from nlp.models.search import search
from nlp.training.requests import Example

SURE = 0.9


@dataclass(frozen=True)
class Score:
    """`right`: the likeliest structure gives the intended bid. `sure`: those with a probability over 0.9.

    `nats`: mean log loss of the structures that give it; 5 at most.
    """

    examples: int
    right: int
    sure: int
    sure_right: int
    nats: float
    milliseconds_median: float
    milliseconds_p95: float

    def __str__(self) -> str:
        return (
            f"{self.right}/{self.examples} right ({self.right / self.examples:.1%}); sure of {self.sure}, "
            f"{self.sure_right} of them right; {self.nats:.3f} nats; {self.milliseconds_median:.0f} ms median, "
            f"{self.milliseconds_p95:.0f} ms p95"
        )


def evaluate(weights: Path, sha256: str, examples: Sequence[Example], adapter: tuple[Path, str] | None = None) -> Score:
    """Scores the model, with the adapter or with the worked examples in front."""
    engine = LlamaEngine(weights, sha256, adapter=adapter)
    prefix = ADAPTED if adapter else FEW_SHOT
    scorer = AnswerScorer(engine, lambda: False)
    right = sure = sure_right = 0
    nats: list[float] = []
    seconds: list[float] = []
    for example in examples:
        began = time.perf_counter()
        scorer.begin(prefix + example.line)
        found = search(example.answers, scorer)
        seconds.append(time.perf_counter() - began)
        best = found.answers[0]
        hit = best.symbols in example.alike
        right += hit
        if math.exp(best.log_likelihood) > SURE:
            sure += 1
            sure_right += hit
        known = sum(math.exp(answer.log_likelihood) for answer in found.answers if answer.symbols in example.alike)
        nats.append(min(5.0, -math.log(known)) if known else 5.0)
    engine.close()
    ordered = sorted(seconds)
    return Score(
        len(examples), right, sure, sure_right, sum(nats) / len(nats),
        1000 * ordered[len(ordered) // 2], 1000 * ordered[int(len(ordered) * 0.95)],
    )  # fmt: skip
