"""How many, in dozens, pairs, shares and smallest fills; and numbers that count something of the writer's own."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("2 dozen H100 cards", "24"),
        ("two dozen H100s", "24"),
        ("three pairs of H100s", "6"),
        ("4 x 8xH100", "32"),
        ("4x8 H100", "32"),
        ("16 H100s or fewer", "16 min1"),
    ],
)
def test_a_count_is_read_however_it_is_said(words: str, count: str) -> None:
    assert read_shape(f"{words} Tuesday night") == f"{count} H100 24T20-25T06"


@pytest.mark.parametrize("words", ["8 apiece", "8 each", "8 of each"])
def test_a_count_of_each_product_is_no_price(words: str) -> None:
    read = read_shape(f"H100 and H200, {words}, Tuesday night")
    assert read == "all(8 H100 24T20-25T06 | 8 H200 24T20-25T06)"


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("at least 8 of them", 8),
        ("4 at the very least", 4),
        ("half of that is the minimum", 8),
        ("at least half", 8),
        ("three quarters at least", 12),
        ("partial fills fine from 12 up", 12),
        ("anything less than 12 is no use", 12),
    ],
)
def test_the_smallest_fill_is_read_however_it_is_said(words: str, least: int) -> None:
    assert read_shape(f"16 H100s Tuesday night, {words}") == f"16 min{least} H100 24T20-25T06"


@pytest.mark.parametrize(
    "words",
    [
        "8 of them with InfiniBand",
        "8 if the price goes above $3",
        "12 if you can",
        "in multiples of 4",
        "3 times",
        "with 12 TB of storage",
        "64 CPU cores each",
    ],
)
def test_what_only_looks_like_a_smallest_fill_is_asked_about(words: str) -> None:
    assert asked(draft(f"16 H100s Tuesday night, {words}")) != []


@pytest.mark.parametrize(
    "text",
    [
        "12 shots still open, so {} please",
        "It's crunch time (12 shots still open). {}",
        "{}. 3 reviewers are waiting for the numbers.",
        "{} (see page 14 of the plan)",
        "{}; chapter 5 of my thesis depends on it",
        "{} to train a 7B model on 2T tokens",
        "{} - 14 notebooks to re-run before the demo",
        "{}, our 3rd attempt at this run",
        "{}, 2 of our engineers will be on call",
        "{}, PO 88213",
        "Re ticket 4521: {}",
    ],
)
def test_a_number_of_the_writers_own_is_no_count(text: str) -> None:
    assert read_shape(text.replace("{}", "8 H100 Tuesday night")) == "8 H100 24T20-25T06"
