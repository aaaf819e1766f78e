"""Lists of days and places: "and" binds tighter than "or", and a list of places behind a comma is everything's."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

FRIDAY = "2026-11-20T16:30:00"


def read(text: str) -> str:
    korean = any("가" <= letter <= "힣" for letter in text)
    where = {"zone": "Asia/Seoul", "language": "ko"} if korean else {}
    return read_shape(text, now=FRIDAY, **where)


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s either Saturday or both Monday and Tuesday, $3",
        "8 H100s Saturday or Monday and Tuesday, $3",
        "H100 8장 토요일이나 월요일과 화요일 3불",
    ],
)
def test_days_joined_by_and_are_one_choice(text: str) -> None:
    assert read(text) == "one(8 H100 21T00-22T00 @3 | all(8 H100 23T00-24T00 @3 | 8 H100 24T00-25T00 @3))"


def test_commas_stand_for_the_next_joining_word() -> None:
    assert read("8 H100s Monday, Tuesday or Wednesday and Saturday, $3") == (
        "one(8 H100 23T00-24T00 @3 | 8 H100 24T00-25T00 @3 | all(8 H100 25T00-26T00 @3 | 8 H100 21T00-22T00 @3))"
    )


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s or 4 H200s Saturday, Oregon or Virginia, $3",
        "8 H100s or 4 H200s Saturday, in Oregon, Virginia, $3",
        "H100 8장이나 H200 4장 토요일, 오리건이나 버지니아, 3불",
    ],
)
def test_places_set_off_behind_a_list_are_all_everythings(text: str) -> None:
    assert read(text) == "one(8 H100 us-east us-west 21T00-22T00 @3 | 4 H200 us-east us-west 21T00-22T00 @3)"


@pytest.mark.parametrize("places", ["Oregon, Texas or Virginia", "Oregon, Texas, Virginia"])
def test_places_inside_the_last_item_are_all_its_own(places: str) -> None:
    assert read(f"8 H100s or 4 H200s Saturday in {places}, $3") == (
        "one(8 H100 21T00-22T00 @3 | 4 H200 us-central us-east us-west 21T00-22T00 @3)"
    )


def test_a_number_that_may_be_hours_is_asked_about() -> None:
    assert asked(draft("8 H100s Monday or Tuesday for 4 hours and Wednesday for 2, $3", FRIDAY)) == ["unsupported"]
