"""How far the model's probabilities of roles can be trusted, and how sure it must be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from nlp.linker.prompts import ADAPTED, FEW_SHOT
from nlp.models.llama import LlamaEngine
from nlp.models.score import AnswerScorer
from nlp.models.search import search
from nlp.models.symbols import ROLES, WISH
from nlp.training.requests import Example

_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)


@dataclass(frozen=True)
class Guess:
    """The model's likeliest role, its probability, and the true one."""

    role: str
    probability: float
    true: str

    @property
    def right(self) -> bool:
        """Whether it is the true role."""
        return self.role == self.true


def guesses(
    weights: Path, sha256: str, examples: Sequence[Example], adapter: tuple[Path, str] | None = None
) -> list[Guess]:
    """What the model makes of each example that asks for a role."""
    engine = LlamaEngine(weights, sha256, adapter=adapter)
    scorer = AnswerScorer(engine, lambda: False)
    found = []
    for example in examples:
        if example.target[0] not in ROLES or len(example.target) > 1:
            continue
        scorer.begin((ADAPTED if adapter else FEW_SHOT) + example.line)
        best = search(example.answers, scorer).answers[0]
        found.append(Guess(best.symbols[0], math.exp(min(0.0, best.log_likelihood)), example.target[0]))
    engine.close()
    return found


def reliability(found: Sequence[Guess]) -> Iterator[str]:
    """A line for each band of probability: how many, how probable on average, and how often right."""
    for low, high in pairwise(_EDGES):
        inside = [each for each in found if low < each.probability <= high]
        if inside:
            mean = sum(each.probability for each in inside) / len(inside)
            right = sum(each.right for each in inside) / len(inside)
            yield f"  {low:.3f}-{high:.3f}: {len(inside):5d}  said {mean:.3f}  right {right:.3f}"


def thresholds(found: Sequence[Guess], most_wrong: float) -> Iterator[str]:
    """For each role the least probability above which at most `most_wrong` are wrong, and what that keeps.

    What is really a wish counts as wrong for every other role; confusing the rest with a wish only costs a question.
    """
    for role in ROLES:
        said = sorted((each for each in found if each.role == role), key=lambda each: -each.probability)
        kept, wrong, best = 0, 0, None
        for number, each in enumerate(said, 1):
            wrong += not each.right
            if wrong <= most_wrong * number:
                kept, best = number, each.probability
        true = sum(each.true == role for each in found)
        share = sum(each.right for each in said[:kept]) / true if true else 0.0
        least = f"{best:.4f}" if best is not None else "none"
        kind = "asked" if role == WISH else "taken"
        yield f"  {role.strip():8} from {least}: {kept} of {len(said)} {kind}, {share:.1%} of the true ones"
