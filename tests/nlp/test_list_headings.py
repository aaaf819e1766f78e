# ruff: noqa: E501, ISC004
"""Several lists with a heading each, a day that leads a choice, and lists of which any number is wanted."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "On Monday: 8 H100s, 16 A100s; on Tuesday: 4 L40S, 2 B200",
            "all(all(8 H100 23T00-24T00 | 16 A100 23T00-24T00) | all(4 L40S 24T00-25T00 | 2 B200 24T00-25T00))",
        ),
        (
            "On Monday, 8 H100s and 16 A100s; on Tuesday, 4 L40S and 2 B200s",
            "all(all(8 H100 23T00-24T00 | 16 A100 23T00-24T00) | all(4 L40S 24T00-25T00 | 2 B200 24T00-25T00))",
        ),
        (
            "In Oregon: 8 H100s Monday, 16 A100s Tuesday. In Virginia: 4 L40S Monday, 2 B200s Tuesday.",
            "all(all(8 H100 us-west 23T00-24T00 | 16 A100 us-west 24T00-25T00) | "
            "all(4 L40S us-east 23T00-24T00 | 2 B200 us-east 24T00-25T00))",
        ),
        (
            "Monday: 8 H100s at $2.50, 16 A100s at $1.30. Tuesday: 4 L40S at $0.80, 2 B200s at $4.",
            "all(all(8 H100 23T00-24T00 @2.5 | 16 A100 23T00-24T00 @1.3) | "
            "all(4 L40S 24T00-25T00 @0.8 | 2 B200 24T00-25T00 @4))",
        ),
        (
            "Oregon:\n- 8 H100s Monday\n- 16 A100s Tuesday\nVirginia:\n- 4 L40S Monday\n- 2 B200s Tuesday",
            "all(all(8 H100 us-west 23T00-24T00 | 16 A100 us-west 24T00-25T00) | "
            "all(4 L40S us-east 23T00-24T00 | 2 B200 us-east 24T00-25T00))",
        ),
        (
            "Monday:\n- 8 H100s at $2.50\n- 16 A100s at $1.30\nTuesday:\n- 4 L40S at $0.80\n\nTotal budget $2000",
            "all(all(8 H100 23T00-24T00 @2.5 | 16 A100 23T00-24T00 @1.3) | 4 L40S 24T00-25T00 @0.8) $2000",
        ),
        (
            "Monday: 8 H100s. Tuesday: 16 A100s or 8 H200s.",
            "all(8 H100 23T00-24T00 | one(16 A100 24T00-25T00 | 8 H200 24T00-25T00))",
        ),
        (
            "Please book for us:\n- 8 H100s, Oregon\n- 16 A100s, Virginia\nWhen: Tuesday 9am-5pm",
            "all(8 H100 us-west 24T09-24T17 | 16 A100 us-east 24T09-24T17)",
        ),
    ],
)
def test_what_heads_a_list_is_said_of_that_list(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s on Monday, and on Tuesday either 16 A100s or 8 H200s",
        "8 H100s on Monday, and on Tuesday, either 16 A100s or 8 H200s",
        "8 H100s on Monday and on Tuesday either 16 A100s or 8 H200s",
        "On Monday we need 8 H100s, on Tuesday either 16 A100s or 8 H200s",
        "Monday: 8 H100s. Tuesday: either 16 A100s or 8 H200s.",
        "8 H100s Monday, either 16 A100s or 8 H200s Tuesday",
    ],
)
def test_a_day_before_either_leads_the_choice(text: str) -> None:
    assert read_shape(text) == "all(8 H100 23T00-24T00 | one(16 A100 24T00-25T00 | 8 H200 24T00-25T00))"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "{}: 8 H100s Monday at $2.50; 16 A100s Tuesday at $1.30",
            "1-2(8 H100 23T00-24T00 @2.5 | 16 A100 24T00-25T00 @1.3)",
        )
    ],
)
@pytest.mark.parametrize(
    "heading",
    [
        "any of", "any of these", "any of the below", "any combination of", "fill any of these", "we'll take any of the following",
        "give us any of these", "any number of these", "some or all of these", "one or more of the following",
    ],
)  # fmt: skip
def test_any_of_a_list_is_one_or_more(heading: str, text: str, shape: str) -> None:
    assert read_shape(text.format(heading)) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "H100 ladder for Saturday, any of: 16 @ 2.90, 16 @ 2.50, 16 @ 2.10",
            "1-3(16 H100 28T00-29T00 @2.9 | 16 H100 28T00-29T00 @2.5 | 16 H100 28T00-29T00 @2.1)",
        ),
        (
            "H100 for Saturday: 16 @ 2.90, 8 @ 2.50",
            "all(16 H100 28T00-29T00 @2.9 | 8 H100 28T00-29T00 @2.5)",
        ),
        (
            "H100s Saturday 9am-5pm. One of: 16 at $2.10, 8 at $2.50",
            "one(16 H100 28T09-28T17 @2.1 | 8 H100 28T09-28T17 @2.5)",
        ),
        (
            "8 H100s Monday, plus any of: 4 L40S Tuesday, 4 L40S Wednesday",
            "all(8 H100 23T00-24T00 | 1-2(4 L40S 24T00-25T00 | 4 L40S 25T00-26T00))",
        ),
        (
            "any of 8 H100s Monday, 16 A100s Tuesday, 4 L40S Wednesday",
            "1-3(8 H100 23T00-24T00 | 16 A100 24T00-25T00 | 4 L40S 25T00-26T00)",
        ),
        (
            "either of these: 8 H100s Monday; 16 A100s Tuesday",
            "one(8 H100 23T00-24T00 | 16 A100 24T00-25T00)",
        ),
    ],
)
def test_counts_with_a_price_each_are_lots_of_the_product_before_them(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        "whichever of these you can fill: 8 H100s Monday at $2.50; 16 A100s Tuesday at $1.30",
        "some of these: 8 H100s Monday at $2.50; 16 A100s Tuesday at $1.30",
        "any of these will do: 8 H100s Monday at $2.50; 16 A100s Tuesday at $1.30",
        "we can use any of the following, in any mix: 8 H100s Monday at $2.50; 16 A100s Tuesday at $1.30",
        "8 H100s at $2.90, 16, Tuesday at $3",
    ],
)
def test_a_choice_that_the_words_leave_open_is_asked_about(text: str) -> None:
    assert "unsupported" in asked(draft(text))
