"""What people say about an order as they place it: what names or measures something else is no part of it, and what
changes it is read or asked about."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

_ORDER = "8 H100s tomorrow 9am to 5pm"
_READ = read_shape(_ORDER)


@pytest.mark.parametrize(
    "text",
    [
        f"Scene 12 keeps blowing up. {_ORDER}",
        f"our backlog is 1200 and growing, {_ORDER}",
        f"CRUNCH WEEK! {_ORDER}",
        f"our render can't be paused, {_ORDER}",
        f"{_ORDER}, during our maintenance window",
        f"{_ORDER}, first come first served",
        f"{_ORDER}. Best, Dana (tel. 555-0142)",
        f"for 8 keen students, one GPU each, so {_ORDER}",
        f"8 A100s, scratch that, {_ORDER}, sorry I changed my mind mid-message",
        f"Happy Friday! {_ORDER}",
        f"{_ORDER}, our department counts its carbon",
        f"{_ORDER}. The city reports all our emissions.",
        f"{_ORDER}, can't go to bed until this is queued",
        f"{_ORDER}. We cannot go home before it's booked!",
        f"{_ORDER}, i won't sleep till it is sorted",
        f"Sorry for the Sunday ping! {_ORDER}",
        f"Guten Tag! {_ORDER}",
        f"The lab argued about this for an hour and here is where we landed: {_ORDER}",
        f"{_ORDER}. Any help appreciated",
        f"we really don't mind when it gets done, {_ORDER}",
        f"The cut is final, almost there! {_ORDER}",
    ],
)
def test_what_goes_on_around_an_order_changes_nothing_of_it(text: str) -> None:
    assert read_shape(text) == _READ


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (f"{_ORDER} in the US ex California", "8 H100 us-central us-east 22T09-22T17"),
        (f"{_ORDER} in the US but not on the West Coast", "8 H100 us-central us-east 22T09-22T17"),
        ("8 H100s for 20 hours, no earlier than Monday 8am and done by Wednesday 8am", "8 H100 23T08-25T08/20"),
        ("8 H100s for 20 hours without interruption next week", "8 H100 23T00-30T00/20"),
        ("8 H100s for tomorrow afternoon's lecture", "8 H100 22T12-22T18"),
        (f"{_ORDER}, total is 1 200 dollars", "8 H100 22T09-22T17 $1200"),
        (f"{_ORDER}, we never want to pay more than $300 total", "8 H100 22T09-22T17 $300"),
        (
            "8 H100s Monday, 4 L40S Tuesday, $2 per GPU-hour across the board",
            "all(8 H100 23T00-24T00 @2 | 4 L40S 24T00-25T00 @2)",
        ),
        ("listing: 8 h100 tomorrow, ask 2.20", "sell 8 H100 22T00-23T00 @2.2"),
        (
            "The Ministry offers 16 A100 at its Ohio site tomorrow, min $1.20/GPU-hr",
            "sell 16 A100 us-east 22T00-23T00 @1.2",
        ),
        (
            "Line 001: 8 H100 tomorrow. Line 002: 4 L40S tomorrow.",
            "all(8 H100 22T00-23T00 | 4 L40S 22T00-23T00)",
        ),
        (
            "please take these in order of preference, stop at the first fill: 8 H100 Monday; 8 A100 Tuesday",
            "one(8 H100 23T00-24T00 | 8 A100 24T00-25T00)",
        ),
        (
            "if the 8 H100s for Monday night fill, add 4 L40S that same night. If not, skip the L40S.",
            "then(8 H100 23T20-24T06 | 4 L40S 23T20-24T06)",
        ),
        (
            "8 H100s mon 9am-5pm. 4 more tue 9am-5pm, only if the monday ones fill",
            "then(8 H100 23T09-23T17 | 4 H100 24T09-24T17)",
        ),
    ],
)
def test_terms_told_in_whole_sentences_are_read(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Sunday during the maintenance window",
        "for 16 keen students, one GPU each, so 24 L4s tomorrow 9am to 5pm",
        "if the 8 H100s for Monday night fill, add 4 L40S that same night. If not, skip the H100s.",
        "8 H100s sun 9am-5pm, 8 A100 mon 9am-5pm. 4 more tue 9am-5pm, only if the monday ones fill",
        f"I changed my mind mid-message, {_ORDER}",
    ],
)
def test_what_would_change_the_order_is_asked_about(text: str) -> None:
    assert asked(draft(text))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (f"{_ORDER}, 42 cents per GPU-hour, nothing pricier please", "8 H100 22T09-22T17 @0.42"),
        (f"{_ORDER}. Two bucks a GPU-hour is all I can stretch to", "8 H100 22T09-22T17 @2"),
        (
            "sell 48 H100s tomorrow 9am to 5pm at $2 or more per GPU-hour. The smallest piece we'd part with is 16.",
            "sell 48 min16 H100 22T09-22T17 @2",
        ),
        ("8 H100s for 10 hours any time next week, one unbroken stretch please", "8 H100 23T00-30T00/10"),
        (
            "Both, $2.60 per GPU-hour throughout: 8 H100s Monday, 8 H100s Tuesday; so no drama about the rest",
            "all(8 H100 23T00-24T00 @2.6 | 8 H100 24T00-25T00 @2.6)",
        ),
    ],
)
def test_limits_said_again_in_passing_are_read(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        f"{_ORDER}, nothing pricier than last week",
        f"{_ORDER}, no drama if it is late",
    ],
)
def test_what_only_resembles_such_a_remark_is_asked_about(text: str) -> None:
    assert asked(draft(text)) == ["unsupported"]
