"""Finding the likeliest answers."""

import itertools
import math
import random
from collections.abc import Sequence

import pytest

from nlp.linker.grammar import Grammar
from nlp.linker.interface import request_of
from nlp.linker.search import Answer, Symbols, find, score_all, search
from nlp.linker.symbols import ALPHABET
from tests.nlp.linker.tags import tag

LONG = "8 H100 and 4 A100 or 16 H200 and 2 A100 , tue , $900!"


class Dice:
    """A made-up model: any prefix gives a fixed distribution over the alphabet. `sure` sharpens it."""

    def __init__(self, seed: int, sure: float = 1.0) -> None:
        self._seed, self._sure = seed, sure
        self.calls = 0

    def row(self, path: Sequence[str]) -> dict[str, float]:
        chance = random.Random(f"{self._seed}{path}")
        weights = [chance.gauss(0, 1) * self._sure for _ in ALPHABET]
        total = math.log(sum(map(math.exp, weights)))
        return {symbol: weight - total for symbol, weight in zip(ALPHABET, weights, strict=True)}

    def __call__(self, path: Sequence[str], count: int) -> list[dict[str, float]]:
        self.calls += 1
        return [self.row(tuple(path[: len(path) - count + at])) for at in range(count + 1)]

    def of(self, symbols: Sequence[str]) -> float:
        return sum(self.row(tuple(symbols[:at]))[symbol] for at, symbol in enumerate(symbols))


def answers(text: str) -> list[Symbols]:
    found = Grammar(request_of(tag(text))).answers(500)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("sure", [0.5, 3.0])
def test_best_first_search_finds_what_trying_all_finds(seed: int, sure: float) -> None:
    every = answers(LONG)
    assert len(every) > 20
    dice = Dice(seed, sure)
    best = sorted((Answer(symbols, dice.of(symbols)) for symbols in every), key=lambda answer: -answer.log_likelihood)
    found = search(every, dice, wanted=3, margin=1000, steps=10_000)
    assert found.exact
    assert [answer.symbols for answer in found.answers] == [answer.symbols for answer in best[:3]]
    for answer, truth in zip(found.answers, best, strict=False):
        assert answer.log_likelihood == pytest.approx(truth.log_likelihood)


def test_few_answers_are_all_scored_with_shared_work() -> None:
    every = answers("8 H100 and 4 A100 or 16 H200")
    dice = Dice(3)
    scored = score_all(every, dice)
    assert {answer.symbols for answer in scored} == set(every)
    for answer in scored:
        assert answer.log_likelihood == pytest.approx(dice.of(answer.symbols))
    assert all(one.log_likelihood >= two.log_likelihood for one, two in itertools.pairwise(scored))


def test_a_search_that_runs_out_of_steps_still_answers_and_says_so() -> None:
    dice = Dice(1, 0.1)
    found = search(answers(LONG), dice, wanted=3, margin=4, steps=3)
    assert found.answers
    assert not found.exact
    assert found.answers[0].log_likelihood == pytest.approx(dice.of(found.answers[0].symbols))


@pytest.mark.parametrize("favourite", range(0, 22, 3))
def test_a_sure_model_is_asked_less_than_there_are_answers(favourite: int) -> None:
    every = answers(LONG)
    liked = every[favourite]
    calls = 0

    def score(path: Sequence[str], count: int) -> list[dict[str, float]]:
        nonlocal calls
        calls += 1
        rows = []
        for at in range(len(path) - count, len(path) + 1):
            best = liked[at] if tuple(path[:at]) == liked[:at] else None
            rows.append({symbol: math.log(0.9 if symbol == best else 0.005) for symbol in ALPHABET})
        return rows

    found = search(every, score, wanted=1, margin=4, steps=100)
    assert found.exact
    assert found.answers[0].symbols == liked
    assert calls == found.steps < len(every) / 2


def test_find_returns_the_wanted_number() -> None:
    assert len(find(answers("8 H100 and 4 A100 or 16 H200"), Dice(2), wanted=2).answers) == 2
