"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlp.numbers import number_at


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("8 gpus", "8", 1),
        ("1,500 tokens", "1500", 5),
        ("2.10", "2.10", 4),
        (".45", "0.45", 3),
        ("10k", "10000", 3),
        ("1.5k", "1500", 4),
        ("eight", "8", 5),
        ("twenty-four h100", "24", 11),
        ("a hundred", "100", 9),
        ("two hundred and fifty", "250", 21),
        ("three thousand", "3000", 14),
        ("a dozen", "12", 7),
        ("half a dozen", "6", 12),
        ("two dozen", "24", 9),
        ("thirty-two (32)", "32", 15),
        ("여덟 장", "8", 2),
        ("열여섯 장", "16", 3),
        ("스물 네 장", "24", 4),
        ("3천 개", "3000", 2),
        ("이십사", "24", 3),
        ("천 시간", "1000", 1),
        ("오만", "50000", 2),
    ],
)
def test_a_number_is_read_to_its_end(text: str, value: str, end: int) -> None:
    found = number_at(text, 0)
    assert found is not None
    assert (found.value, found.end) == (Decimal(value), end)


@pytest.mark.parametrize("text", ["h100", "만요", "onerous", "tenant", "٣", "", "gpu"])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert number_at(text, 0) is None


def test_a_gloss_that_disagrees_is_not_swallowed() -> None:
    found = number_at("eight (9)", 0)
    assert found is not None
    assert found.end == 5


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("이천 달러", 2000),
        ("만 이천 달러", 12_000),
        ("만이천 달러", 12_000),
        ("삼천 오백 달러", 3500),
        ("이만 오천 달러", 25_000),
        ("오만 삼천이백 달러", 53_200),
        ("백 이십 팔 장", 128),
        ("이십 사 장", 24),
    ],
)
def test_korean_numbers_may_have_spaces_between_their_parts(said: str, value: int) -> None:
    found = number_at(said, 0)
    assert found
    assert (found.value, said[found.end :].strip()) == (value, said.split()[-1])


@pytest.mark.parametrize("said", ["만 이유로", "만 천천히"])
def test_the_particle_for_only_is_no_number(said: str) -> None:
    assert number_at(said, 0) is None
