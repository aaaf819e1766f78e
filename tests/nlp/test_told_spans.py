# ruff: noqa: ISC004
"""Spans of time that tell how the writer fares, rows with the hours of a day, and hours said in a roundabout way."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

_ORDER = "8 H100s Monday 9am-5pm, $2.50/GPU-hr"
_READ = read_shape(_ORDER)


@pytest.mark.parametrize(
    "told",
    [
        "We lost 3 days of training last week.",
        "Our intern deleted 3 weeks of checkpoints on Friday.",
        "We're 2 weeks behind schedule.",
        "With 10 days to go,",
        "It's 3am and I can't sleep.",
        "I've been awake for 30 hours.",
        "The queue is 3 days long.",
        "Our allocation ends on Tuesday.",
        "Results are due Friday.",
        "If you'd be so kind:",
    ],
)
def test_how_the_writer_fares_is_no_time_of_the_order(told: str) -> None:
    assert read_shape(f"{told} {_ORDER}") == _READ


@pytest.mark.parametrize(
    "text",
    [
        f"Our own nodes are busy until Thursday. {_ORDER}",
        f"{_ORDER}, like Friday",
        f"{_ORDER}. We lose our allocation on Tuesday.",
    ],
)
def test_what_may_be_meant_for_the_order_is_asked_about(text: str) -> None:
    assert "unsupported" in asked(draft(text))


@pytest.mark.parametrize(
    "text",
    [
        "H100 / 8 / Mon 23 Nov / 09-17 / 2.50",
        "8 H100 Mon 23 Nov / 9-17 / 2.50",
        "8 H100 Mon 23 Nov, 09-17, 2.50",
        "Buy 8 H100s on Monday between the hours of 9 and 5 for no more than $2.50",
        "I require eight (8) units of H100 for the period 23 November 2026 09:00 to 23 November 2026 17:00 at a price "
        "not exceeding two US dollars and fifty cents (USD 2.50) per GPU-hour.",
    ],
)
def test_the_hours_of_a_day_stay_hours(text: str) -> None:
    assert read_shape(text) == "8 H100 23T09-23T17 @2.5"


def test_a_row_with_a_start_and_an_end_stays_one_window() -> None:
    assert read_shape("H100 | 8 | 12/01 | 12/03 | 2.50") == "8 H100 01T00-04T00 @2.5"


def test_a_weekday_and_a_number_that_do_not_meet_soon_disagree() -> None:
    assert "contradiction" in asked(draft("8 H100s Tue 23rd, $2.50"))
    assert read_shape("8 H100s Mon 23rd, $2.50") == "8 H100 23T00-24T00 @2.5"
    assert read_shape("8 H100s Sunday the 6th, $2.50") == "8 H100 06T00-07T00 @2.5"
