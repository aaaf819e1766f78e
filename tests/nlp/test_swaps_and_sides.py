"""Both ends of a swap have their side, and a choice or a condition between sides or prices is one."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

SATURDAY_KOREA = {"zone": "Asia/Seoul", "language": "ko"}


@pytest.mark.parametrize(
    "text",
    [
        "we give 16 A100s Friday at 1.20 and get 8 H100s at 2.90",
        "we give up 16 A100s Friday at 1.20 and take 8 H100s at 2.90",
        "giving 16 A100s Friday at 1.20, taking 8 H100s at 2.90",
    ],
)
def test_what_is_given_is_sold_and_what_is_taken_bought(text: str) -> None:
    assert read_shape(text) == "all(sell 16 A100 27T00-28T00 @1.2 | 8 H100 27T00-28T00 @2.9)"


def test_giving_alone_is_asking() -> None:
    assert read_shape("can you give 8 H100s Friday, $3") == "8 H100 27T00-28T00 @3"


def test_selling_on_either_of_two_days() -> None:
    text = "월요일 H100 8장 2.4불에 팔거나 금요일에 2.6불에 팔게요"
    assert read_shape(text, **SATURDAY_KOREA) == ("one(sell 8 H100 23T00-24T00 @2.4 | sell 8 H100 27T00-28T00 @2.6)")


@pytest.mark.parametrize(
    "text",
    [
        "금요일 H100 8장, 3불 넘으면 A100 8장으로",
        "금요일 H100 8장 3불, 토요일은 쉬어요",
        "금요일 하루 종일 말고 오후만 H100 8장 3불",
        "크리스마스 전 금요일 H100 16장 3불",
    ],
)
def test_conditions_and_days_left_out_are_asked_about(text: str) -> None:
    assert asked(draft(text, **SATURDAY_KOREA))


def test_a_day_before_another_is_asked_about() -> None:
    assert asked(draft("16 H100s the Friday before Christmas, $3")) == ["ambiguous_time"]
    assert read_shape("8 H100s Friday before noon, $3") == "8 H100 27T00-27T12 @3"


def test_and_either_begins_a_choice_of_its_own() -> None:
    assert read_shape("16 H100s on the 10th and either the 11th or the 14th, $3") == (
        "all(16 H100 10T00-11T00 @3 | one(16 H100 11T00-12T00 @3 | 16 H100 14T00-15T00 @3))"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Swap, both sides or none: I hand over 16 A100s Friday at 1.20, I get 8 H100s Friday at 2.90",
        "I give you 16 A100s Friday at $1.20, you give me 8 H100s Friday at $2.90",
        "You get 16 A100s Friday at $1.20, we get 8 H100s Friday at $2.90",
        "Exchange of 16 A100s ($1.20) for 8 H100s ($2.90), both on Friday",
        "We'd part with 16 A100s Friday at $1.20 in exchange for 8 H100s Friday at $2.90",
        "Our lab gives up 16 A100s Friday at $1.20 and takes 8 H100s Friday at $2.90",
        "Handing over 16 A100s Friday at $1.20, taking 8 H100s Friday at $2.90",
    ],
)
def test_each_end_of_a_swap_has_its_own_verb(text: str) -> None:
    assert read_shape(text) == "all(sell 16 A100 27T00-28T00 @1.2 | 8 H100 27T00-28T00 @2.9)"


@pytest.mark.parametrize(
    "text",
    [
        "We can make 16 A100s available on Friday at $1.20",
        "Will release 16 A100s on Friday at $1.20 or more per GPU-hour",
        "Putting up 16 A100s on Friday, floor $1.20 per GPU-hour",
        "16 A100s are sitting idle with us on Friday, so we're selling them, $1.20 per GPU-hour",
        "16 A100s on Friday, idle, we could let them go for $1.20 per GPU-hour",
        "16 A100s surplus to requirements on Friday, asking price $1.20 per GPU-hour",
        "Anyone wanting 16 A100s on Friday? We ask $1.20 per GPU-hour.",
        "We have no use for 16 A100s on Friday and are selling them at $1.20 per GPU-hour",
        "Unloading 16 A100s on Friday, not a cent under $1.20 per GPU-hour",
    ],
)
def test_what_is_let_go_of_is_sold(text: str) -> None:
    assert read_shape(text) == "sell 16 A100 27T00-28T00 @1.2"


@pytest.mark.parametrize(
    "words", ["they sit", "the machines stand", "the cards are racked", "they're housed", "hosted"]
)
def test_where_what_is_sold_stands_is_its_place(words: str) -> None:
    assert (
        read_shape(f"Selling 16 A100s on Friday at $1.20, {words} in Frankfurt")
        == "sell 16 A100 eu-central 27T00-28T00 @1.2"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Please provide 16 A100s on Friday at $1.20 per GPU-hour",
        "Make 16 A100s available to us on Friday at $1.20 per GPU-hour",
        "Can you supply 16 A100s on Friday at $1.20 per GPU-hour?",
        "Happy to take 16 A100s off your hands on Friday at $1.20 per GPU-hour",
    ],
)
def test_what_others_let_go_of_is_bought(text: str) -> None:
    assert read_shape(text) == "16 A100 27T00-28T00 @1.2"


def test_a_position_alone_says_no_side() -> None:
    assert asked(draft("We're short 32 A100s on Monday and long 16 H100s on Monday")) == ["unsupported"]
