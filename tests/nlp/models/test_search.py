"""Finding the likeliest answers."""

import math
import random
from collections.abc import Sequence

import pytest

from nlp.linker.grammar import Grammar
from nlp.linker.interface import request_of
from nlp.models.search import Answer, Symbols, Tree, log_softmax, search
from tests.nlp.linker.tags import tag

LONG = "8 H100 and 4 A100 or 16 H200 and 2 A100 , tue , $900!"


class Dice:
    """A made-up model: each beginning and symbol has a fixed score. `sure` sharpens it."""

    def __init__(self, seed: int, sure: float = 1.0) -> None:
        self._seed, self._sure = seed, sure
        self.calls = 0

    def __call__(self, path: Symbols, options: Sequence[str]) -> list[float]:
        self.calls += 1
        return [random.Random(f"{self._seed}{path}{option}").gauss(0, self._sure) for option in options]

    def ranked(self, every: Sequence[Symbols]) -> list[Answer]:
        tree = Tree(every)
        answers = []
        for symbols in every:
            total = 0.0
            for at, symbol in enumerate(symbols):
                options = tree.following[symbols[:at]]
                total += log_softmax(self(symbols[:at], options))[options.index(symbol)]
            answers.append(Answer(symbols, total))
        return sorted(answers, key=lambda answer: -answer.log_likelihood)


def answers(text: str) -> list[Symbols]:
    found = Grammar(request_of(tag(text))).answers(500)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("sure", [0.5, 3.0])
def test_search_finds_what_trying_all_finds(seed: int, sure: float) -> None:
    every = answers(LONG)
    assert len(every) > 20
    best = Dice(seed, sure).ranked(every)
    found = search(every, Dice(seed, sure), wanted=3, margin=1000, steps=10_000)
    assert found.exact
    assert [answer.symbols for answer in found.answers] == [answer.symbols for answer in best[:3]]
    for answer, truth in zip(found.answers, best, strict=False):
        assert answer.log_likelihood == pytest.approx(truth.log_likelihood)


def test_the_likelihoods_of_all_answers_are_one_together() -> None:
    every = answers(LONG)
    found = search(every, Dice(3), wanted=500, margin=1000, steps=10_000)
    assert {answer.symbols for answer in found.answers} == set(every)
    assert sum(math.exp(answer.log_likelihood) for answer in found.answers) == pytest.approx(1.0)


def test_a_search_that_runs_out_of_steps_still_answers_and_says_so() -> None:
    every = answers(LONG)
    found = search(every, Dice(1, 0.1), steps=1)
    truth = {answer.symbols: answer.log_likelihood for answer in Dice(1, 0.1).ranked(every)}
    assert not found.exact
    assert found.answers[0].log_likelihood == pytest.approx(truth[found.answers[0].symbols])


@pytest.mark.parametrize("favourite", range(0, 22, 3))
def test_a_sure_model_is_asked_at_the_forks_of_one_answer_only(favourite: int) -> None:
    every = answers(LONG)
    liked = every[favourite]
    tree = Tree(every)
    forks = sum(len(tree.following[liked[:at]]) > 1 for at in range(len(liked)))

    def score(path: Symbols, options: Sequence[str]) -> list[float]:
        at = len(path)
        return [9.0 if path == liked[:at] and option == liked[at] else 0.0 for option in options]

    found = search(every, score)
    assert [answer.symbols for answer in found.answers] == [liked]
    assert found.steps == forks


def test_answers_far_behind_the_best_are_left_out() -> None:
    every = answers("8 H100 and 4 A100 , tue")
    assert len(every) == 2
    sharp = search(every, lambda path, options: [9.0 * at for at in range(len(options))])
    assert len(sharp.answers) == 1
    assert len(search(every, lambda path, options: [0.0] * len(options)).answers) == 2
