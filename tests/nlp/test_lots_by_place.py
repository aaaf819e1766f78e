# ruff: noqa: E501
"""Lots that are counted off or spoken of again by their places; such an ordinal is never a day of the month."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

TWO = "all(16 H100 24T20-25T06 | 8 L40S 25T06-25T12)"
PRICED = "all(8 H100 25T20-26T06 @2.9 | 8 A100 25T20-26T06 @1.35)"
MONDAYS = "all(8 H100 23T00-24T00 | 16 A100 24T00-25T00)"
CHOICE = "one(8 H200 27T00-28T00 | 16 H100 27T00-28T00)"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Two lots, both wanted. The first is 16 H100s on Tuesday night. The second is 8 L40S on Wednesday morning.", TWO),
        ("Two jobs: the first takes 16 H100s on Tuesday night, the second takes 8 L40S on Wednesday morning.", TWO),
        ("We have two pieces of work. For the first we want 16 H100s on Tuesday night, for the second 8 L40S on Wednesday morning.", TWO),
        ("The first of the two is 16 H100s on Tuesday night; the second of the two is 8 L40S on Wednesday morning.", TWO),
        ("Lot 1 is 16 H100s on Tuesday night and lot 2 is 8 L40S on Wednesday morning", TWO),
        ("The 1st is 8 H100s on Monday and the 2nd is 16 A100s on Tuesday", MONDAYS),
        ("Order one is for 8 H100s Monday. Order two is for 16 A100s Tuesday.", MONDAYS),
        ("first off, 8 H100s for Monday. then secondly, 16 A100s for Tuesday.", MONDAYS),
        ("1. 8 H100s Monday\n2. 16 A100s Tuesday\nWe need both 1 and 2.", MONDAYS),
        ("My first choice is 8 H200s on Friday, my second is 16 H100s on Friday", CHOICE),
        ("Alternative 1 would be 8 H200s on Friday, alternative 2 would be 16 H100s on Friday", CHOICE),
        ("(a) 8 H200s Friday; (b) 16 H100s Friday. Either (a) or (b).", CHOICE),
        ("Two options: 8 H200s Friday, 16 H100s Friday.", CHOICE),
        ("Leg 1 buys 8 H100s on Monday, leg 2 sells 16 A100s on Tuesday", "all(8 H100 23T00-24T00 | sell 16 A100 24T00-25T00)"),
    ],
)  # fmt: skip
def test_ordinals_count_off_lots(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        "8 each of H100 and A100 for Wednesday night, the first at $2.90, the second at $1.35",
        "8 H100s and 8 A100s for Wednesday night, former max $2.90/gpu-hr, latter max $1.35/gpu-hr",
        "8 H100s and 8 A100s for Wednesday night. First one max $2.90 per GPU-hour, second one max $1.35 per GPU-hour.",
        "Batch one, 8 H100s Wednesday night; batch two, 8 A100s Wednesday night. $2.90 on the first, $1.35 on the second.",
    ],
)
def test_prices_go_to_the_lot_in_that_place(text: str) -> None:
    assert read_shape(text) == PRICED


def test_places_of_equal_lots_tell_their_prices_but_nothing_else() -> None:
    lots = "8 H100s Monday night, 8 H100s Tuesday night"
    assert (
        read_shape(f"{lots}, the first at $3, the second at $2.50")
        == "all(8 H100 23T20-24T06 @3 | 8 H100 24T20-25T06 @2.5)"
    )
    assert asked(draft(f"{lots}, the first in Oregon, the second in Virginia")) == ["unsupported"]
    assert asked(draft(f"{lots}. The first has to have InfiniBand.")) == ["unsupported"]


def test_what_is_said_of_a_place_in_the_list_goes_to_that_lot() -> None:
    shape = "all(8 H100 us-west 23T20-24T06 | 16 A100 us-east 23T20-24T06)"
    assert read_shape("8 H100s and 16 A100s Monday night; the first in Oregon, the second in Virginia") == shape
    shape = "then(24 H200 25T20-26T06 | 8 L40S 25T20-26T06)"
    assert read_shape("24 H200s and 8 L40S Wednesday night, the second being useless without the first") == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("8 H100s for December 1st and 8 A100s for the 2nd", "all(8 H100 01T00-02T00 | 8 A100 02T00-03T00)"),
        ("16 H100s on the 3rd, 16 A100s on the 4th", "all(16 H100 03T00-04T00 | 16 A100 04T00-05T00)"),
        ("16 H100s from the first to the third of December", "16 H100 01T00-04T00"),
        ("8 H100s on the 1st or the 2nd, $3", "one(8 H100 01T00-02T00 @3 | 8 H100 02T00-03T00 @3)"),
        ("8 H100s on Monday the 23rd or the second of December", "one(8 H100 23T00-24T00 | 8 H100 02T00-03T00)"),
    ],
)
def test_ordinals_of_days_stay_days(text: str, shape: str) -> None:
    assert read_shape(text) == shape


def test_at_least_two_of_three_lots_counts_lots() -> None:
    text = "8 H100s Monday, 8 H100s Tuesday, 8 H100s Wednesday; at least two of them"
    assert read_shape(text) == "2-3(8 H100 23T00-24T00 | 8 H100 24T00-25T00 | 8 H100 25T00-26T00)"
