"""What is refused, cancelled or swapped away is never read as wanted, in whatever words."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

NIGHT = "24T20-25T06"

REFUSALS = (
    "any region but {}", "anywhere but {}", "steer clear of {}", "{} is a no-go", "{}'s off the table",
    "we can't use {}",     "sans {}", "{} won't work", "{} is ruled out for us", "please avoid {}", "not {}",
    "stay away from {}", "({} excluded)",
)  # fmt: skip
KOREAN_REFUSALS = ("{}는 빼고", "{} 제외", "{} 쪽은 피해주세요", "{}만 아니면 됨", "{}는 안 돼요", "{} 말고")
PLACES = {"Oregon": "us-west", "Virginia": "us-east", "Tokyo": "ap-northeast", "Ireland": "eu-west"}
KOREAN_PLACES = {"버지니아": "us-east", "텍사스": "us-central", "시애틀": "us-west", "오사카": "ap-northeast"}


@pytest.mark.parametrize("words", REFUSALS)
@pytest.mark.parametrize("place", PLACES)
def test_a_refused_place_is_excluded(words: str, place: str) -> None:
    text = f"8 H100s Tuesday night, {words.format(place)}"
    assert read_shape(text) == f"8 H100 not:{PLACES[place]} {NIGHT}"


@pytest.mark.parametrize("words", KOREAN_REFUSALS)
@pytest.mark.parametrize("place", KOREAN_PLACES)
def test_a_place_refused_in_korean_is_excluded(words: str, place: str) -> None:
    text = f"화요일 밤 H100 8장, {words.format(place)}"
    assert read_shape(text) == f"8 H100 not:{KOREAN_PLACES[place]} {NIGHT}"


@pytest.mark.parametrize("words", ["but in {}", "but {} only", "{} is fine", "{} works", "in {} please"])
def test_a_place_that_is_wanted_is_not_excluded(words: str) -> None:
    assert read_shape(f"8 H100s Tuesday night, {words.format('Oregon')}") == f"8 H100 us-west {NIGHT}"


def test_an_exclusion_before_the_order_is_an_exclusion() -> None:
    assert read_shape("anyone but Virginia: 8 H100s Tuesday night") == f"8 H100 not:us-east {NIGHT}"


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s, any night but Tuesday",
        "8 H100s Tuesday night, hold the Oregon sites",
        "8 H100s Tuesday night, our office is in Virginia",
        "8 H100s Tuesday night, I hate Texas",
        "8 H100s Tuesday night, no Brazil please",
        "화요일 밤 H100 8장, 베이징은 빼고",
        "화요일 밤 H100 8장 모스크바에서",
        "I no longer need 8 H100s Tuesday night",
        "8 H100s Tuesday night except A100s",
        "화요일 밤 H100 8장, A100은 말고요",
        "Nobody wants 8 H100s Tuesday night",
        "8 H100s Tuesday night, hardly any A100s",
        "화요일 밤 H100 8장은 사양할게요",
        "A100 8장 화요일 밤은 됐습니다",
        "Most of 8 H100s Tuesday night",
        "We have a glut: 16 A100s Tuesday night at $1.50",
        "화요일 밤 H100 8장 필요 없어졌어요",
    ],
)
def test_what_may_turn_an_order_around_is_asked_about(text: str) -> None:
    assert "unsupported" in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Either of these works: 8 H100s or 16 A100s Tuesday night", f"one(8 H100 {NIGHT} | 16 A100 {NIGHT})"),
        ("Either of these works: 8 H100s Tuesday night, 16 A100s", f"one(8 H100 {NIGHT} | 16 A100 {NIGHT})"),
        ("화요일 밤 H100 8장 잡히면 A100 16장도", f"then(8 H100 {NIGHT} | 16 A100 {NIGHT})"),
        ("give up 16 A100s for 8 H100s, Tuesday night", f"all(sell 16 A100 {NIGHT} | 8 H100 {NIGHT})"),
        ("Not A100s but 8 H100s Tuesday night", f"8 H100 {NIGHT}"),
        ("16 H100s Tuesday night, two grand all in", f"16 H100 {NIGHT} $2000"),
        ("16 H100s Tuesday night, 9 grand total", f"16 H100 {NIGHT} $9000"),
    ],
)  # fmt: skip
def test_what_was_once_read_as_something_else(text: str, tree: str) -> None:
    assert read_shape(text) == tree


@pytest.mark.parametrize("question", ["얼마면 될까요", "얼마에 살 수 있나요", "얼마나 들까요?"])
def test_a_korean_price_that_is_asked_for_is_no_order(question: str) -> None:
    assert asked(draft(f"H100 8장 내일 밤 {question}")) == ["unsupported"]
