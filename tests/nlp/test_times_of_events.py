"""Times and numbers of the writer's own world beside an order: let go where they only tell, asked about where they may
be meant for it."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

_ORDER = "8 H100s Monday 9am to 5pm, $2.50"
_READ = read_shape(_ORDER)


@pytest.mark.parametrize(
    "text",
    [
        f"Our demo is Tuesday so we need {_ORDER}",
        f"Deadline is Friday so we need {_ORDER}",
        f"Demo Tuesday 2pm. {_ORDER}",
        f"{_ORDER}, ahead of the Tuesday launch",
        f"{_ORDER}, so that we're done before Tuesday's board meeting",
        f"{_ORDER}, Tuesday would be too late",
        f"{_ORDER}. I'll be on a plane till 6pm today.",
        f"{_ORDER}. Call me before 6pm if anything's unclear.",
        f"{_ORDER}. We've been customers since 2019.",
        f"{_ORDER}. We're a team of 12.",
        f"{_ORDER}. It's 40 epochs.",
        f"{_ORDER}. Each epoch takes 12 minutes.",
        f"{_ORDER}. We process 2 million images.",
        f"{_ORDER}. It's a 70B model with 128k context.",
        f"{_ORDER}. Batch size 512.",
        f"{_ORDER}. Queue length: 340.",
        f"{_ORDER}. Version 2.3 ships next month.",
        f"{_ORDER}. Grant no. 101057529.",
        f"{_ORDER}. Room 4.12, Building B.",
        f"{_ORDER}. Our grant ends in March.",
        f"One more for the road: {_ORDER}",
        f"Subject: capacity for Tuesday's launch\n\nHi,\nplease book {_ORDER}.\nThanks, Dana",
        f"Hi Sam,\n\nfollowing our call on Friday: {_ORDER}.\n\nBest\nDana",
        "My boss Ana says to get 8 H100s Monday 9am to 5pm and not to pay over $2.50",
        "I've $2.50 per GPU-hour to offer for 8 H100s Monday 9am to 5pm",
    ],
)
def test_what_is_told_of_the_writers_own_world_changes_nothing(text: str) -> None:
    assert read_shape(text) == _READ


@pytest.mark.parametrize(
    "text",
    [
        f"{_ORDER}. We pay within 30 days.",
        f"{_ORDER}. The contract runs until March.",
        f"{_ORDER}. It usually takes 6 hours.",
        "8 H100s Monday, $2.50. The workshop is from 9am to 5pm.",
        "8 H100s Monday, $2.50. Our students come in at 9am and leave at 5pm.",
    ],
)
def test_a_time_that_may_or_may_not_be_of_the_order_is_asked_about(text: str) -> None:
    assert "unsupported" in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("8 H100s Monday, $2.50. They are needed until 5pm.", "8 H100 23T00-23T17 @2.5"),
        ("8 H100s, $2.50. The job runs Monday from 9am to 5pm.", "8 H100 23T09-23T17 @2.5"),
        ("8 H100s, $2.50. Our training is scheduled for Monday 9am to 5pm.", "8 H100 23T09-23T17 @2.5"),
        ("8 H100s, $2.50. The demo is Monday 9am to 5pm.", "8 H100 23T09-23T17 @2.5"),
        ("8 H100s for the Monday workshop from 9am to 5pm, $2.50", "8 H100 23T09-23T17 @2.5"),
        (
            "24 L40S for the workshop on 9 Feb, 08:00-12:00, plus 4 L40S on 8 Feb, in the evening",
            "all(24 L40S 09T08-09T12 | 4 L40S 08T18-08T22)",
        ),
        (
            "we have only $160 left in the grant for 8 H100s Monday 9am to 5pm",
            "8 H100 23T09-23T17 $160",
        ),
        ("8+ H100s Monday at $2.50", "8 H100 23T00-24T00 @2.5"),
        ("16 H100s Monday, 8 is the minimum, $2.50", "16 min8 H100 23T00-24T00 @2.5"),
        (
            "8 H100s Monday at $2.50, or if that's too rich 16 A100s at $1.30",
            "one(8 H100 23T00-24T00 @2.5 | 16 A100 23T00-24T00 @1.3)",
        ),
    ],
)
def test_what_is_said_of_the_order_stays(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "told",
    [
        "last time it was $2.80",
        "the market's at $2.30",
        "list price is $3.90",
        "AWS wants $3.90",
        "others charge $3.10 per hour",
        "I saw some at $2.30 yesterday",
    ],
)
def test_what_others_ask_or_asked_before_is_no_price_of_the_order(told: str) -> None:
    assert read_shape(f"8 H100s Monday at $2.50; {told}.") == "8 H100 23T00-24T00 @2.5"


def test_a_correction_marked_behind_is_asked_about() -> None:
    assert "unsupported" in asked(draft("8 A100s - H100s I mean - tomorrow at $2.50"))


def test_both_before_a_place_is_of_both_whatever_prices_follow() -> None:
    read = read_shape("8 H100s and 4 L40S tomorrow, both in Oregon, $2.50 and $0.80")
    assert read == "all(8 H100 us-west 22T00-23T00 @2.5 | 4 L40S us-west 22T00-23T00 @0.8)"


def test_a_place_that_names_an_event_is_asked_about() -> None:
    assert "unsupported" in asked(draft("8 H100s tomorrow for the Paris conference, $2.50"))
