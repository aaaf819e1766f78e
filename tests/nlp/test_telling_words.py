"""An everyday word left over in an order needs no question; one that could say something of it is asked about."""

from __future__ import annotations

import pytest

from nlp.leftover.telling_words import FOLDER, load_telling_words
from nlp.lexicon import idle
from tests.nlp.reading import asked, draft

ORDER = "8 H100s tomorrow from 20:00 to 06:00 at $2.50 per GPU-hour"
KOREAN = "내일 20시부터 24시까지 H100 8장, 장당 시간당 2.5달러"


@pytest.mark.parametrize("words", ["for my professor", "for the choir", "would be marvellous", "for fluid dynamics"])
def test_an_everyday_word_needs_no_question(words):
    assert asked(draft(f"{ORDER} {words}")) == []


@pytest.mark.parametrize("words", ["감독님이 급하세요", "편집실에서 씁니다", "핫픽스입니다"])
def test_an_everyday_korean_word_needs_no_question(words):
    assert asked(draft(f"{KOREAN}. {words}", language="ko")) == []


@pytest.mark.parametrize(
    "words", ["refurbished", "in stealth", "on the bench", "with a choir", "unless Mozart", "in Vienna"]
)
def test_how_a_lot_is_wanted_is_asked_about_in_everyday_words_too(words):
    assert asked(draft(f"{ORDER}, {words}")) == ["unsupported"]


@pytest.mark.parametrize("words", ["편집실로만", "감독님 승인 후에", "없던 일로"])
def test_how_a_lot_is_wanted_is_asked_about_in_everyday_korean_too(words):
    assert asked(draft(f"{KOREAN}, {words}", language="ko")) != []


def test_a_word_is_told_with_an_article_or_a_particle_but_not_with_what_says_more():
    words = load_telling_words()
    assert all(map(words.hold, ("The Professor,", "my professor's", "machine learning", "교수님이", "교수님입니다")))
    assert not any(map(words.hold, ("professor only", "learning machine")))
    assert not any(map(words.hold, ("교수님만", "교수님까지", "교수님마다", "교수님보다")))


@pytest.mark.parametrize("language", ["english", "korean"])
def test_the_lists_are_sorted_and_without_numbers(language):
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert not any(character.isdigit() for line in lines for character in line)


def test_no_word_that_may_change_an_order_is_in_the_list():
    assert not load_telling_words().english & (idle.DANGER | idle.RISKY | idle.NEGATION)
