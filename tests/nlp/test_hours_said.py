"""Windows wanted whole, hours counted back from an end, ends of periods, and days that may be meant in two ways."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("next weekend, right through", "28T00-30T00"),
        ("Tuesday to Thursday, full days", "24T00-27T00"),
        ("Tuesday to Thursday, day and night", "24T00-27T00"),
        ("Tuesday through Thursday 24/7", "24T00-27T00"),
        ("Tuesday from start to finish", "24T00-25T00"),
        ("8 hours ending 5pm tomorrow", "22T09-22T17"),
        ("tomorrow, 8 hours ending at 5pm", "22T09-22T17"),
        ("10 hours finishing at 6pm Wednesday", "25T08-25T18"),
        ("for the 6 hours ending 10pm Monday", "23T16-23T22"),
        ("5 hours, Tuesday at the latest", "21T10-25T00/5"),
        ("4 hours any time during the day Tuesday", "24T00-25T00/4"),
        ("Monday noon till close of business", "23T12-23T17"),
        ("the 8 hours up to 5pm tomorrow", "22T09-22T17"),
        ("10 hours by 6pm Wednesday", "21T10-25T18/10"),
        ("10 hours finishing by 6pm Wednesday", "21T10-25T18/10"),
        ("Tuesday from close of business until Wednesday 9am", "24T17-25T09"),
        ("from end of play Monday until Tuesday 8am", "23T17-24T08"),
        ("from Friday COB to Monday 8am", "27T17-30T08"),
        ("overnight Wednesday into Thursday", "25T20-26T06"),
        ("the night of Wednesday to Thursday", "25T20-26T06"),
        ("from 8pm Wednesday until 8 the next morning", "25T20-26T08"),
        ("Tuesday 20h to Wednesday 8h", "24T20-25T08"),
        ("Monday nine to five", "23T09-23T17"),
        ("Monday 9 to 5 local time", "23T09-23T17"),
        ("from Monday until the end of the quarter", "23T00-01T00"),
        ("from Monday until year end", "23T00-01T00"),
        ("until quarter-end", "21T10-01T00"),
    ],
)
def test_a_window_is_read_however_it_is_said(words: str, window: str) -> None:
    assert read_shape(f"8 H100s {words}") == f"8 H100 {window}"


@pytest.mark.parametrize(
    "words",
    [
        "Tuesday, at the latest Wednesday",
        "Tuesday, by Wednesday at the very latest",
        "Tuesday all day and night",
        "Tuesday day and night",
        "all day and night Tuesday",
        "Tuesday, Wednesday at the latest",
        "Monday all day and Monday night",
        "Monday during the day",
        "Wednesday mid-morning",
        "Tuesday, small hours",
        "first thing Tuesday for 4 hours",
        "in Frankfurt, Monday 9am to 5pm local time",
        "in Frankfurt, Monday 9am to 5pm their time",
    ],
)
def test_a_time_that_may_be_meant_in_two_ways_is_asked_about(words: str) -> None:
    assert asked(draft(f"8 H100s {words}")) != []


def test_the_end_of_a_year_alone_names_an_occasion() -> None:
    assert read_shape("Year-end close: 8 H100s Tuesday night") == "8 H100 24T20-25T06"
