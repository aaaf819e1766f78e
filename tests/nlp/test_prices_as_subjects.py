# ruff: noqa: E501
"""Prices and budgets that are the subject of a sentence."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "8 L40S this Tuesday from noon until 10pm. 75 cents a GPU-hour is what the sponsor pays.",
            "8 L40S 24T12-24T22 @0.75",
        ),
        ("8 H100s Tuesday. $2.50 per GPU-hour is what we can pay.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is all the grant allows.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 an hour per GPU is as high as I can go.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50/GPU-hr is what finance has signed off on.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 a GPU-hour is the most our sponsor covers.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. 2.50 is what we budgeted per GPU-hour.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is where we draw the line.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. What we can pay is $2.50 per GPU-hour.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is what my PI approved.", "8 H100 24T00-25T00 @2.5"),
        (
            "My boss says 30k is the absolute most for the lot, so: 40 H200 all of next week and 40 L40S all of next week",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "The CFO says $30k is the ceiling for everything: 40 H200 all of next week and 40 L40S all of next week",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "$30k is the most we can pay for all of it: 40 H200 all of next week and 40 L40S all of next week",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. 30k is the absolute maximum for both together.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week; my boss won't go over 30k for the lot",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. We have 30k for the whole thing and not a dollar more.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. 30k is as far as the boss will go for everything.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week, the lot for 30k at the very most",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. Boss drew the line at 30k for the lot.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. Finance gave us 30k, tops, for the pair.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. We've 30k to spend on the whole lot.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week, 30k being the outer limit for everything",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        ("8 H100s Tuesday. $2.40 per GPU-hour is what our department allows.", "8 H100 24T00-25T00 @2.4"),
        ("8 H100s Tuesday. $2.40/GPU-hr is all we can afford.", "8 H100 24T00-25T00 @2.4"),
        ("8 H100s Tuesday. 2.40 is as far as I can stretch.", "8 H100 24T00-25T00 @2.4"),
        (
            "8 H100s and 8 A100s Tuesday. $700 is the ceiling for the pair.",
            "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) $700",
        ),
        (
            "8 H100s and 8 A100s Tuesday. The dean says 700 is the limit for everything.",
            "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) $700",
        ),
    ],
)
def test_a_price_may_be_the_subject(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s Tuesday. $2.50 per GPU-hour is what the others charge.", "unsupported"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is what we paid last time.", "unsupported"),
        ("8 H100s Tuesday. $2.40 per GPU-hour is what the competition charges.", "unsupported"),
    ],
)
def test_a_price_may_be_the_subject_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
