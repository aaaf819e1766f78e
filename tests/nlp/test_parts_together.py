# ruff: noqa: E501
"""Lots that lean on another, and which of several lots are wanted, in the words people say it in."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

LOTS = "24 H200s and 8 L40S on Wednesday night"
TIED = "then(24 H200 25T20-26T06 | 8 L40S 25T20-26T06)"
APART = "16 H100s Tuesday, 32 A100s Tuesday"
ONE = "one(16 H100 24T00-25T00 | 32 A100 24T00-25T00)"
ALL = "all(16 H100 24T00-25T00 | 32 A100 24T00-25T00)"


@pytest.mark.parametrize(
    "words",
    [
        "The L40S ride on the H200s.",
        "The L40S are only worth it if we get the H200s.",
        "No point in the L40S without the H200s.",
        "The L40S are conditional on the H200s.",
        "L40S contingent on H200",
        "Skip the L40S unless the H200s fill.",
        "I have no use for the L40S unless I get the H200s.",
        "Without the H200s we don't want the L40S.",
        "If the H200s don't fill, drop the L40S as well.",
        "If we miss out on the H200s we don't need the L40S either.",
        "If you can't find the H200s, leave out the L40S too.",
        "We'd only take the L40S if we got the H200s.",
        "The L40S are pointless unless the H200s come through.",
        "The L40S stand or fall with the H200s.",
        "The L40S are an add-on to the H200s.",
        "No H200s, no L40S.",
        "The latter depends on the former.",
    ],
)
def test_a_lot_is_wanted_only_with_another(words: str) -> None:
    assert read_shape(f"{LOTS}. {words}") == TIED


@pytest.mark.parametrize(
    "text",
    [
        "24 H200s Wednesday night, plus 8 L40S Wednesday night that only make sense with the H200s",
        "24 H200s Wednesday night. 8 L40S Wednesday night, dependent on the H200s being filled.",
        "the 8 L40S on Wednesday night hinge on getting the 24 H200s on Wednesday night",
        "24 H200s on Wednesday night; the 8 L40S on Wednesday night depend on those",
        "24 H200s on Wednesday night. On that basis also 8 L40S on Wednesday night.",
        "24 H200s on Wednesday night; with those, and only with those, 8 L40S on Wednesday night",
        "24 H200s Wednesday night. If and only if we get them: 8 L40S, same night.",
        "Please don't buy the L40S without the H200s. 24 H200s Wednesday night, 8 L40S Wednesday night.",
    ],
)
def test_the_lot_that_leans_is_told_where_it_stands(text: str) -> None:
    assert read_shape(text) == TIED


@pytest.mark.parametrize(
    "words",
    [
        "The L40S depend on the weather.",
        "The L40S are useless without NVLink.",
        "Skip the L40S if the H200s fill.",
        "No L40S without the A100s.",
        "Forget the L40S if the H200s are in Virginia.",
        "Skip the L40S unless the H200s are under $2.",
        "The L40S only with at least 16 of the H200s.",
        "The L40S only if half the H200s fill.",
        "The L40S are useless if the H200s fill.",
        "The L40S are only worth it if the training job gets approved.",
    ],
)
def test_what_no_link_can_say_is_asked_about(words: str) -> None:
    assert asked(draft(f"{LOTS}. {words}"))


@pytest.mark.parametrize(
    "words",
    ["take your pick", "only one of the two", "whichever comes first", "we don't mind which", "either would do",
     "one or the other, not both", "we only need one of them", "I can use just one"],
)  # fmt: skip
def test_one_of_the_lots_will_do(words: str) -> None:
    assert read_shape(f"{APART}; {words}") == ONE


@pytest.mark.parametrize(
    "words",
    ["we need both", "as a package", "it's both or nothing", "I need the pair", "all of it or none of it",
     "treat them as one unit", "neither is any good without the other", "the two belong together"],
)  # fmt: skip
def test_all_of_the_lots_are_wanted(words: str) -> None:
    assert read_shape(f"{APART}; {words}") == ALL


def test_a_choice_of_another_number_stays() -> None:
    text = "16 H100s Tuesday, 32 A100s Tuesday, 16 H200s Tuesday: any two of them, we don't mind which"
    assert read_shape(text) == "2-2(16 H100 24T00-25T00 | 32 A100 24T00-25T00 | 16 H200 24T00-25T00)"
    assert read_shape("16 H100s Tuesday, 32 A100s Tuesday or both") == "1-2(16 H100 24T00-25T00 | 32 A100 24T00-25T00)"


@pytest.mark.parametrize(
    "words",
    [
        "If you're out of those,",
        "Where that is not possible,",
        "Should they already be taken,",
        "If those are gone then",
    ],
)
def test_what_stands_in_for_a_lot_is_a_fallback(words: str) -> None:
    assert read_shape(f"16 H100s Tuesday. {words} 32 A100s Tuesday.") == ONE


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Monday or 16 A100s Monday, whichever you think is best",
        "if nothing else works: 16 A100s Friday. Preferred: 8 H100s Friday.",
        "8 H100s Monday. If my boss says no, 16 A100s Monday.",
    ],
)
def test_a_choice_the_words_leave_open_is_asked_about(text: str) -> None:
    assert asked(draft(text))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("The H200 will do: 8 of them for Friday night at $4", "8 H200 27T20-28T06 @4"),
        ("B200 would be perfect here - 8 of those on Friday night at $5.50", "8 B200 27T20-28T06 @5.5"),
        ("H200s: half a dozen of them for Friday night", "6 H200 27T20-28T06"),
        ("Blackwell B200s, and 16 of them at that, on Friday", "16 B200 27T00-28T00"),
        ("We were going to take A100s but need H100s: 16 of them, Tuesday night", "16 H100 24T20-25T06"),
        ("8 H200s on Wednesday afternoon. Same again on Thursday afternoon.", "all(8 H200 25T12-25T18 | 8 H200 26T12-26T18)"),
        ("16 H100s on Tuesday night in Oregon. In the same place that night also 8 L40S.", "all(16 H100 us-west 24T20-25T06 | 8 L40S us-west 24T20-25T06)"),
    ],
)  # fmt: skip
def test_what_was_named_before_is_spoken_of_again(text: str, shape: str) -> None:
    assert read_shape(text) == shape


def test_a_number_of_parts_that_no_list_of_the_bid_chooses_is_asked_about() -> None:
    days = "8 H100 tomorrow, 16 A100 tomorrow, 4 B200 tomorrow"
    assert asked(draft(f"at least 2 of these: {days}, and if that fills, 4 L40S tomorrow"))
    assert read_shape(f"(at least 2 of these: {days}) and, if that fills, 4 L40S tomorrow").startswith("then(2-3(")
