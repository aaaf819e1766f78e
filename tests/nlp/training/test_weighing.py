"""How words are weighed is fitted on requests as they came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nlp.leftover.asides import WEIGHING
from nlp.leftover.weighing import weights_in
from nlp.models.search import Answer, Symbols
from nlp.models.symbols import ASIDE, WISH
from nlp.training.weighing import CARD, fit_all, read_asked


def test_every_request_that_was_kept_has_words_and_can_be_read() -> None:
    asked = read_asked()
    assert all(each.stretches for each in asked)
    assert {True, False} == {each.right for each in asked} == {each.contrived for each in asked}


def test_what_the_model_says_counts_where_it_is_right(tmp_path: Path) -> None:
    asked = read_asked()[::4]
    wishes = {stretch.line for each in asked if not each.right for stretch in each.stretches}

    def ask(line: str, answers: Sequence[Symbols]) -> Answer:
        return Answer((WISH if line in wishes else ASIDE,), -0.001)

    lines = fit_all(asked, ask, tmp_path)
    weights = weights_in(tmp_path / WEIGHING).weights
    assert weights["placed"] > 0
    assert all(line in (tmp_path / CARD).read_text("utf-8") for line in lines)
