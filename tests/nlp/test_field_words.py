"""Words that touch a value and leave it what it is need no question; elsewhere, or where they change it, they do."""

from __future__ import annotations

import pytest

from nlp.leftover.field_words import FIELDS, FOLDER, load_field_words
from nlp.lexicon import idle
from tests.nlp.reading import asked, draft, shape

ORDER = "8 H100s tomorrow from 20:00 to 06:00"
KOREAN = "내일 20시부터 24시까지 H100 8장"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (f"{ORDER}, SOC 2 hosts only, $2.50 per GPU-hour", f"{ORDER}, SOC 2, $2.50 per GPU-hour"),
        (f"{ORDER}, SOC 2 vendor required, $2.50 per GPU-hour", f"{ORDER}, SOC 2, $2.50 per GPU-hour"),
        (f"{ORDER}. Not-to-exceed amount is $150.", f"{ORDER}. Limit $150."),
        ("8 H100s, a 6-hour continuous block tomorrow", "8 H100s, 6 hours in one run tomorrow"),
        (f"{ORDER}, in Frankfurt facilities", f"{ORDER}, in Frankfurt"),
        (f"{ORDER}, US regions, $2.50 per GPU-hour", f"{ORDER}, US region, $2.50 per GPU-hour"),
    ],
)
def test_words_that_touch_a_value_and_restate_it_need_no_question(said, plain):
    read = draft(said)
    assert asked(read) == []
    assert shape(read.bid.root) == shape(draft(plain).bid.root)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (f"{KOREAN}, 총 200달러, 총액으로요", f"{KOREAN}, 총 200달러"),
        (f"SOC2랑 HIPAA 둘 다 만족하는 데로 {KOREAN}", f"{KOREAN}, SOC2, HIPAA"),
        (f"서울이나 도쿄 중에서 {KOREAN}", f"서울이나 도쿄, {KOREAN}"),
    ],
)
def test_korean_words_that_touch_a_value_and_restate_it_need_no_question(said, plain):
    read = draft(said, language="ko")
    assert asked(read) == []
    assert shape(read.bid.root) == shape(draft(plain, language="ko").bid.root)


@pytest.mark.parametrize(
    "said",
    [
        f"{ORDER} hosts only",
        f"{ORDER}, vendor required",
        f"{ORDER}, not SOC 2 hosts",
        f"{ORDER}, in Frankfurt, accredited",
        f"{ORDER}, half the amount $150",
    ],
)
def test_the_same_words_away_from_their_value_or_turned_around_are_asked_about(said):
    assert "unsupported" in asked(draft(said))


def test_words_of_a_total_are_passed_only_beside_a_total():
    assert asked(draft(f"{KOREAN}, 장당 시간당 2.5달러, 총액으로요", language="ko")) != []


@pytest.mark.parametrize("language", ["english", "korean"])
@pytest.mark.parametrize("field", FIELDS)
def test_the_lists_are_sorted_and_without_numbers(language, field):
    lines = (FOLDER / language / f"{field}.txt").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert not any(character.isdigit() for line in lines for character in line)


def test_no_word_that_bounds_or_denies_is_in_a_list():
    listed = frozenset().union(*load_field_words().words.values())
    assert not listed & (idle.NEGATION | idle.CONDITION | idle.BEFORE_COUNT)
