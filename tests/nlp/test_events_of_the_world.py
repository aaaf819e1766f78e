# ruff: noqa: E501
"""Days of the writer's world in a sentence of its own are no days of the order."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "The museum opens its interactive hall tomorrow. Ten RTX 5090 from 9am until 9pm tomorrow, $0.70 per GPU-hour.",
            "10 RTX5090 22T09-22T21 @0.7",
        ),
        (
            "The gallery unveils its new wing on Wednesday. 8 L40S Wednesday 9am-6pm, 90 cents.",
            "8 L40S 25T09-25T18 @0.9",
        ),
        ("Our channel airs the final on Sunday. 16 L40S Sunday 2pm to 11pm.", "16 L40S 22T14-22T23"),
        ("The band drops its new video tomorrow. I need 4 RTX 4090 tonight, 40 cents.", "4 RTX4090 21T20-22T06 @0.4"),
        ("The school holds its science fair on Tuesday. 4 L4 Tuesday 8am to 4pm please.", "4 L4 24T08-24T16"),
        ("My startup pitches to investors on Thursday. 8 H100s Wednesday night, $2.50.", "8 H100 25T20-26T06 @2.5"),
        ("The city votes on Tuesday. 8 H100s Tuesday 6am-10pm for live forecasts, $2.50", "8 H100 24T06-24T22 @2.5"),
        ("The new telescope sees first light on Friday. 8 A100 Friday night, $1.20", "8 A100 27T20-28T06 @1.2"),
        ("Our store goes on sale on Black Friday. 8 L4 Friday all day, 60 cents", "8 L4 27T00-28T00 @0.6"),
        ("8 H100s Tuesday night at $2.50. The paper is due on Wednesday.", "8 H100 24T20-25T06 @2.5"),
        (
            "20 L40S from Monday noon until Tuesday noon, Malaysia or Singapore, interruptible, 65 cents. It's for my thesis runs, defence is in April.",
            "20 L40S ap-southeast spot 23T12-24T12 @0.65",
        ),
        ("8 H100s Tuesday at $2.50. My defense is in March.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Viva in February.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Graduation is in June.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, we launch in January", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Camera-ready is in December.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. It's for a paper, submission is in January.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Our product ships in spring.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. My contract ends in March.", "8 H100 24T00-25T00 @2.5"),
        ("Our booth opens at the trade fair on Friday. 8 L40S Friday 8am-8pm, 80 cents", "8 L40S 27T08-27T20 @0.8"),
        (
            "Our rival ships its model on Thursday. I need 32 H100s from Monday to Wednesday, $2.60.",
            "32 H100 23T00-26T00 @2.6",
        ),
        ("8 H100s Tuesday at $2.50. The orchestra records its album on Wednesday.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. The satellite passes over us on Wednesday.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, our journal closes its issue on Friday", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, my oral exam is in December", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Thesis due in May!", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. The new dorm opens in September.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. The council votes on the budget next week.", "8 H100 24T00-25T00 @2.5"),
        ("The mayor visits tomorrow. 8 H100s tomorrow 8am to 6pm at $2.50.", "8 H100 22T08-22T18 @2.5"),
        ("A customer inspects our lab on Monday; 8 H100s Monday 8am to 6pm at $2.50.", "8 H100 23T08-23T18 @2.5"),
        ("8 H100s Tuesday at $2.50. The choir is on tour next week.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. My defense is on Wednesday.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. The professor flies home on Wednesday.", "8 H100 24T00-25T00 @2.5"),
    ],
)
def test_a_day_of_the_writers_world_is_none_of_the_order(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s Tuesday night at $2.50. The delivery starts on Wednesday.", "contradiction"),
        ("8 H100s Tuesday at $2.50. The team prefers Wednesday.", "unsupported"),
        ("8 H100s Tuesday at $2.50. The other half starts on Wednesday.", "contradiction"),
        ("8 H100s Tuesday at $2.50. The bidding closes on Monday.", "unsupported"),
        ("8 H100s Tuesday at $2.50. The handover is Wednesday.", "unsupported"),
        ("8 H100s Tuesday at $2.50. The maximum is Wednesday.", "unsupported"),
        ("8 H100s Tuesday at $2.50. The client pays on Friday.", "unsupported"),
        ("8 H100s Tuesday at $2.50. The cards arrive on Wednesday.", "unsupported"),
    ],
)
def test_a_day_of_the_writers_world_is_none_of_the_order_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
