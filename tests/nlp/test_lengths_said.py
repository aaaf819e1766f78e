"""Hours in a day said before, as long as possible, an hour without its half of the day."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("5 hours of 16 MI325X on Sunday, any time that day, one run", "16 MI325X 22T00-23T00/5"),
        ("5 hours of 16 MI325X on Sunday, any time on that day", "16 MI325X 22T00-23T00/5"),
        ("5 hours of 16 MI325X on Sunday, whenever that day", "16 MI325X 22T00-23T00/5"),
        ("16 MI325X for 5 hours Sunday, sometime during that day", "16 MI325X 22T00-23T00/5"),
        ("16 MI325X for 5 hours Sunday, at any point in the day", "16 MI325X 22T00-23T00/5"),
        ("16 MI325X for 5 hours Sunday, at any point that day", "16 MI325X 22T00-23T00/5"),
        ("16 MI325X for 5 hours Sunday, in one run", "16 MI325X 22T00-23T00/5"),
        ("16 MI325X for 5 hours on Sunday, all in one go, any time that day", "16 MI325X 22T00-23T00/5"),
        ("5 hours with 16 MI325X next week, any time that week", "16 MI325X 23T00-30T00/5"),
        ("6 hours of 8 H100 on Tuesday, any time that day, $2.50", "8 H100 24T00-25T00/6 @2.5"),
        ("6 hours of 8 H100 next weekend, at any point that weekend, $2.50", "8 H100 28T00-30T00/6 @2.5"),
        ("8 H100 for 6 hours Tuesday, sometime that same day, $2.50", "8 H100 24T00-25T00/6 @2.5"),
        ("8 H100 Tuesday for 6 hours, whenever during that day suits you", "8 H100 24T00-25T00/6"),
    ],
)
def test_any_time_of_a_day_said_before(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("8 B200 Friday, starting at 8am and running for 3 hours", "8 B200 27T08-27T11"),
        ("8 B200 Friday starting at 8am and going for 3 hours", "8 B200 27T08-27T11"),
        ("8 B200 Friday starting at 20:00 and lasting 3 hours", "8 B200 27T20-27T23"),
        ("8 H100 Tuesday, starting at 07:00 and lasting 5 hours", "8 H100 24T07-24T12"),
    ],
)
def test_an_hour_without_its_half_of_the_day_is_asked_about(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("16 MI325X for 5 hours Sunday, whichever hours that day", "missing_time"),
    ],
)
def test_any_time_of_a_day_said_before_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10 H100 for as long as you possibly can, from Saturday 8am", "unsupported"),
        ("10 H100 for as long as possible from Tuesday 8am", "unsupported"),
        ("10 H100 from Tuesday 8am as long as you can spare them", "unsupported"),
        ("10 H100 from Tuesday 8am for as long as we can get them", "unsupported"),
        ("10 H100 Tuesday 8am, as long as you'll let us", "unsupported"),
        ("10 H100 from Tuesday 8am, for however long you can", "unsupported"),
        ("keep 10 H100 going from Tuesday 8am for as long as you are able to", "unsupported"),
        ("10 H100 from Tuesday 8am for the longest time you can offer", "unsupported"),
        ("8 H100 from Tuesday 8am for as long as you can manage", "unsupported"),
        ("8 H100 starting Tuesday 8am, as long as you are able to lend them", "unsupported"),
        ("8 H100 starting Tuesday 8am for the longest stretch available", "unsupported"),
    ],
)
def test_as_long_as_possible_is_no_length_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 B200 on Friday, starting at 8 and running for 3 hours", "ambiguous_time"),
        ("8 B200 on Friday, starting at 8 for 3 hours", "ambiguous_time"),
        ("8 B200 on Friday, start at 8, run 3 hours", "ambiguous_time"),
        ("8 B200 Friday, beginning at 8, for 3 hours", "ambiguous_time"),
        ("8 B200 Friday at 8 for three hours", "ambiguous_time"),
        ("8 B200 Friday, kick off at 8 and go for 3 hours", "ambiguous_time"),
        ("8 B200 Friday, from 8 on, for 3 hours", "ambiguous_time"),
        ("8 H100 Tuesday, beginning at 7 and lasting 5 hours", "ambiguous_time"),
        ("8 H100 Tuesday with a start at 9 for 5 hours", "ambiguous_time"),
        ("8 H100 Tuesday from 7 onwards for 5 hours", "ambiguous_time"),
    ],
)
def test_an_hour_without_its_half_of_the_day_is_asked_about_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
