"""Who gives and who takes, in words other than buying and selling."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    "text",
    [
        "who wants 8 H200s on Monday? $4/GPU-hr and they're yours",
        "8 H200s going spare Monday, $4",
        "free to a good home at $4/GPU-hr: 8 H200s Monday",
        "need buyers for 8 H200s Monday, $4+",
        "any takers for 8 H200s Monday at $4/GPU-hr",
        "would anyone take 8 H200s Monday at $4/GPU-hr?",
        "we want $4/GPU-hr for our 8 H200s on Monday",
        "looking for someone to take 8 H200s off our hands Monday, $4 per GPU-hour",
        "Our 8 H200s can be had Monday for $4 per GPU-hour",
        "Our 8 H200s are up for grabs Monday, $4 min.",
        "8 H200s available from us Monday, $4 per GPU-hour",
        "available: 8 H200s Monday at $4/GPU-hr",
        "You can have 8 H200s from us on Monday at $4/GPU-hr",
        "we'll let you have 8 H200s on Monday at $4/GPU-hr",
        "we can spare 8 H200s on Monday, asking $4/GPU-hr",
        "We have 8 H200s spare on Monday, want $4 for them",
        "I've got 8 H200s to let Monday at $4",
        "S 8 H200 Mon @4.00",
    ],
)
def test_what_is_offered_is_sold(text: str) -> None:
    assert read_shape(text) == "sell 8 H200 23T00-24T00 @4"


@pytest.mark.parametrize(
    "text",
    [
        "let us have 8 H200s on Monday at $4/GPU-hr",
        "can you spare 8 H200s on Monday, paying $4/GPU-hr",
        "is there anyone who can spare 8 H200s Monday at $4?",
        "looking for 8 H200s for rent on Monday, $4",
        "want 8 H200s for hire on Monday, $4",
        "are 8 H200s available Monday at $4?",
        "Need a rental: 8 H200s, available for hire Monday, $4",
    ],
)
def test_what_is_wanted_of_others_is_bought(text: str) -> None:
    assert read_shape(text) == "8 H200 23T00-24T00 @4"


@pytest.mark.parametrize(
    "text",
    [
        "Selling 8 H200s Monday at $4. We need 16 H100s Tuesday at $2.50",
        "Offering 8 H200s Mon at $4 and looking for 16 H100s Tuesday at 2.50",
        "For sale: 8 H200s Monday at $4. Wanted: 16 H100s Tuesday at $2.50",
        "We can lend out 8 H200s Monday at $4/GPU-hr but are short of 16 H100s on Tuesday, max $2.50/GPU-hr",
        "I've got 8 H200s to let Monday at $4; I want 16 H100s Tuesday at $2.50",
        "S 8 H200 Mon @4.00\nB 16 H100 Tue @2.50",
        "Our 8 H200s are up for grabs Monday, $4 min. Could use 16 H100s Tuesday, $2.50 max.",
        "We are selling 8 H200s Monday at $4. In exchange, we'd like 16 H100s Tuesday at $2.50",
        "8 H200s for sale Monday at $4, and we want to buy 16 H100s Tuesday at $2.50",
        "We'd part with 8 H200s Monday at $4, and in return we want to buy 16 H100s Tuesday at $2.50",
        "Trade: 8 H200s (Mon) for 16 H100s (Tue), $4 and $2.50",
    ],
)
def test_what_is_wanted_beside_what_is_offered_is_bought(text: str) -> None:
    assert read_shape(text) == "all(sell 8 H200 23T00-24T00 @4 | 16 H100 24T00-25T00 @2.5)"


def test_from_us_is_no_place() -> None:
    assert read_shape("Selling: 8 H200s from us on Monday at $4") == "sell 8 H200 23T00-24T00 @4"
    assert asked(draft("8 H200s Monday at $4, from the US only")) == []
    assert "us-east" in read_shape("8 H200s Monday at $4, from the US only")
