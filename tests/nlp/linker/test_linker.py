"""The linker with a made-up model behind it."""

import math
from collections.abc import Callable, Sequence

import pytest

from nlp.linker import ModelLinker, NotHeard
from nlp.models.backend import Ranking
from nlp.models.search import Answer, Symbols
from nlp.structure import Structure, render
from tests.nlp.linker.tags import tag


class Fixed:
    """A model that always says the same."""

    name = "fixed"
    sha256: str | None = "0" * 64
    adapter_sha256: str | None = "1" * 64
    trained = True

    def __init__(self, *answers: tuple[str, ...], silent: bool = False) -> None:
        self._answers, self._silent = answers, silent
        self.asked = 0
        self.closed = False

    def rank(
        self, line: str, answers: Sequence[Symbols], *, deadline: float, cancelled: Callable[[], bool] | None = None
    ) -> Ranking:
        self.asked += 1
        if self._silent:
            raise NotHeard("gone")
        told = tuple(Answer(symbols, -float(at)) for at, symbols in enumerate(self._answers))
        return Ranking(told, line, "raw")

    def warm(self) -> None: ...

    def close(self) -> None:
        self.closed = True


def test_the_model_is_not_asked_where_the_words_decide() -> None:
    model = Fixed()
    answer = ModelLinker(model).link(tag("8 H100 , tue or 16 A100"))
    assert (answer.heard, answer.asked, model.asked) == (True, False, 0)
    assert render(answer.candidates[0][0]) == "one(lot 1 2 4 | lot 6 7)"


def test_candidates_are_structures_over_the_spans() -> None:
    model = Fixed((" all", " A", " |", " B", " )", " C", "\n"), (" all", " A", " |", " B", " C", " )", "\n"))
    answer = ModelLinker(model).link(tag("8 H100 and 4 A100 , tue"))
    assert [(render(structure), likelihood) for structure, likelihood in answer.candidates] == [
        ("all(lot 1 2 | lot 4 5) 7", 0.0),
        ("all(lot 1 2 | lot 4 5 7)", -1.0),
    ]
    assert (answer.model, answer.sha256, answer.adapter_sha256) == ("fixed", "0" * 64, "1" * 64)


def test_a_silent_model_is_said_to_be_silent() -> None:
    answer = ModelLinker(Fixed(silent=True)).link(tag("8 H100 and 4 A100 , tue"))
    assert (answer.heard, answer.candidates, answer.reason) == (False, (), "gone")


def test_an_unreadable_answer_is_not_heard() -> None:
    answer = ModelLinker(Fixed((" A", " )"))).link(tag("8 H100 and 4 A100 , tue"))
    assert not answer.heard
    assert "nothing" in answer.reason or "read" in answer.reason


@pytest.mark.parametrize("text", ["hello there", " , ".join(["8 H100"] * 30)])
def test_a_text_that_cannot_be_shown_to_a_model_is_not_heard(text: str) -> None:
    answer = ModelLinker(Fixed()).link(tag(text))
    assert (answer.heard, answer.asked) == (False, False)
    assert answer.reason


def test_a_closed_linker_is_not_heard() -> None:
    model = Fixed()
    linker = ModelLinker(model)
    linker.close()
    assert model.closed
    assert not linker.link(tag("8 H100 and 4 A100 , tue")).heard


def test_the_model_is_not_asked_where_all_structures_mean_the_same() -> None:
    answer = ModelLinker(Fixed()).link(tag("8 H100 and 4 A100 , tue"), meaning=lambda _: "the same bid")
    assert (answer.heard, answer.asked, len(answer.candidates)) == (True, False, 1)


def test_likelihoods_of_one_meaning_are_added() -> None:
    first = (" one", " all", " A", " |", " B", " )", " |", " C", " )", "\n")
    second = (" all", " A", " |", " one", " B", " |", " C", " )", " )", "\n")
    third = (" one", " all", " A", " |", " B", " )", " |", " C", " D", " )", "\n")
    tagged = tag("8 H100 and 4 A100 or 2 H200 , tue")
    model = Fixed((*second[:-1], " D", "\n"), (*first[:-1], " D", "\n"), third)

    def meaning(structure: Structure) -> str:
        return render(structure)[:3]

    apart = ModelLinker(model).link(tagged)
    assert [likelihood for _, likelihood in apart.candidates] == [0.0, -1.0, -2.0]
    merged = ModelLinker(model).link(tagged, meaning=meaning)
    assert [render(structure)[:3] for structure, _ in merged.candidates] == ["all", "one"]
    assert merged.candidates[1][1] == pytest.approx(math.log(math.exp(-1) + math.exp(-2)))
