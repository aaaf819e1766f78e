"""How words are weighed is fitted on stretches that were judged in their requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from nlp.leftover.asides import WEIGHING
from nlp.leftover.weighing import weights_in
from nlp.models.search import Answer, Symbols
from nlp.models.symbols import ASIDE, WISH
from nlp.training.judged import read_judged
from nlp.training.weighing import CARD, fit_all


def test_what_the_model_says_counts_where_it_is_right(tmp_path: Path) -> None:
    judged = [each for each in read_judged() if not each.learnt][::4]
    wishes = {each.stretch.line for each in judged if not each.tells}

    def ask(line: str, answers: Sequence[Symbols]) -> Answer:
        return Answer((WISH if line in wishes else ASIDE,), -0.001)

    lines = fit_all(judged, ask, lambda _: defaultdict(float), tmp_path)
    weights = weights_in(tmp_path / WEIGHING)
    assert weights.english["placed"] > 0
    assert weights.korean["placed"] > 0
    assert all(line in (tmp_path / CARD).read_text("utf-8") for line in lines)
