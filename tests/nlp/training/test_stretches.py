"""Requests with words whose role is known, and what is measured on them."""

import random

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.linking.rules import link
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, ROLES, WISH
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from nlp.training.calibrate import Guess, reliability, thresholds
from nlp.training.intended import Checker
from nlp.training.phrases import HELD_OUT, TRAINING
from nlp.training.stretches import stretch_example, told
from nlp.training.wordings import HELD_OUT as HELD_OUT_WORDINGS
from nlp.training.wordings import TRAINING as TRAINING_WORDINGS


@pytest.fixture(scope="module")
def checker() -> Checker:
    catalogue = load_catalogue()
    lexis = build_lexis(catalogue)
    return Checker(catalogue, lambda text: tag(text, lexis))


@pytest.mark.slow
@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("held_out", [False, True])
def test_every_role_is_written_and_its_stretch_is_the_wording(checker: Checker, language: int, held_out: bool) -> None:
    voices, wordings = (HELD_OUT, HELD_OUT_WORDINGS) if held_out else (TRAINING, TRAINING_WORDINGS)
    chance = random.Random(3)
    found = [
        made for _ in range(150) if (made := told(voices[language], wordings[language], chance, checker, known=True))
    ]
    assert {made.role for made in found} >= set(ROLES) - {INSTEAD}  # corrections are rare
    for made in found:
        assert made.text[made.stretch.start : made.stretch.end] == made.stretch.text
        assert (made.role,) in made.stretch.answers
        assert not any(character.isdigit() for character in made.stretch.line)


@pytest.mark.slow
def test_the_rules_read_the_intended_bid_once_the_role_is_known(checker: Checker) -> None:
    chance = random.Random(8)
    joined = 0
    for _ in range(200):
        made = told(TRAINING[0], TRAINING_WORDINGS[0], chance, checker, known=True)
        if made is None or made.role != FALLBACK:
            continue
        joined += 1
        assert "else" in {getattr(span.value, "kind", None) for span in made.taken.spans}
        assert checker.bid_of(made.taken, link(made.taken)) is not None
    assert joined > 10


def test_an_example_asks_for_one_of_the_roles(checker: Checker) -> None:
    chance = random.Random(5)
    examples = [
        made
        for _ in range(80)
        if (made := stretch_example(TRAINING[0], TRAINING_WORDINGS[0], chance, checker, known=False))
    ]
    assert examples
    for made in examples:
        assert made.target in made.answers
        assert made.line.count("<") == made.line.count(">") == 1
        assert made.line.endswith(" ?")


def test_the_held_out_voice_shares_no_template_with_the_learnt_one() -> None:
    for learnt, held_out in zip(TRAINING_WORDINGS, HELD_OUT_WORDINGS, strict=True):
        for role in ROLES:
            assert not set(learnt.roles[role]) & set(held_out.roles[role])
        for role in (ASIDE, WISH):
            assert not set(learnt.inside[role]) & set(held_out.inside[role])


def test_every_wording_can_be_written_out() -> None:
    chance = random.Random(1)
    for wordings in (*TRAINING_WORDINGS, *HELD_OUT_WORDINGS):
        for templates in (*wordings.roles.values(), *wordings.inside.values(), wordings.behind_or):
            for template in templates:
                written = wordings.write(template, chance)
                assert written
                assert not set(written) & set("{}|<>")


GUESSES = [Guess(ASIDE, 0.99, ASIDE)] * 98 + [Guess(ASIDE, 0.6, WISH)] * 30 + [Guess(WISH, 0.7, WISH)] * 10


def test_reliability_tells_how_often_each_band_was_right() -> None:
    lines = list(reliability(GUESSES))
    assert [line.split(":")[0].strip() for line in lines] == ["0.500-0.700", "0.980-0.990"]
    assert lines[0].endswith(f"right {10 / 40:.3f}")
    assert lines[1].endswith("right 1.000")


def test_a_threshold_keeps_as_much_as_the_errors_allow() -> None:
    strict = list(thresholds(GUESSES, 0.01))
    assert strict[0].startswith("  aside    from 0.9900: 98 of 128 taken")
    assert strict[ROLES.index(FALLBACK)].startswith("  or       from none: 0 of 0")
    assert next(iter(thresholds(GUESSES, 0.5))).startswith("  aside    from 0.6000: 128 of 128")
