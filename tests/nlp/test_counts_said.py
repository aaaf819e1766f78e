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
        ("2 (two) nodes of H100", "16"),
        ("two servers w/ 8 H100 each", "16"),
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
        ("8 is the minimum we can use", 8),
        ("with a floor of 8 cards", 8),
        ("three quarters at least", 12),
        ("partial fills fine from 12 up", 12),
        ("anything less than 12 is no use", 12),
    ],
)
def test_the_smallest_fill_is_read_however_it_is_said(words: str, least: int) -> None:
    assert read_shape(f"16 H100s Tuesday night, {words}") == f"16 min{least} H100 24T20-25T06"


@pytest.mark.parametrize("words", ["at least 2", "two at minimum", "min 2", "at least 2 nodes"])
def test_a_smallest_fill_without_a_unit_counts_what_the_order_counts(words: str) -> None:
    assert read_shape(f"3 nodes of A100 Tuesday night, {words}") == "24 min16 A100 24T20-25T06"


def test_a_smallest_fill_of_more_than_the_nodes_counts_gpus() -> None:
    assert read_shape("3 nodes of A100 Tuesday night, minimum fill 8") == "24 min8 A100 24T20-25T06"


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
        "{}. 3 of the 5 reviewers have already replied.",
        "{}. I'm on extension 5521.",
        "{}. JIRA-4412 has the details.",
        "{}, it's for v3.2 of the model",
        "{}. We're fine-tuning llama 3.1.",
        "{}, it's the 2nd of 3 runs",
        "{}. This is run 7 of 12.",
        "{}, this is attempt number 4",
        "{}. Our company is 12 years old.",
        "{}, my daughter turned 5",
        "{}. The class has 25 students.",
        "{}, accuracy is stuck at 91%",
        "{}. Loss is at 1.84.",
        "{}. Grant no. 101-22.",
        "{}. Expect 20 epochs.",
        "{}, I'm in room 12 until noon",
    ],
)
def test_a_number_of_the_writers_own_is_no_count(text: str) -> None:
    assert read_shape(text.replace("{}", "8 H100 Tuesday night")) == "8 H100 24T20-25T06"


@pytest.mark.parametrize(
    "words",
    [
        "It is 12.",
        "We are 12.",
        "This is 12 now.",
        "The count is 12.",
        "Our order is 12 cards.",
        "We have 12 more to add.",
        "The site must have 12 racks.",
        "8 of them on Tuesday.",
        "8 at a time.",
    ],
)
def test_a_number_that_may_be_the_orders_is_asked_about(words: str) -> None:
    assert asked(draft(f"24 H100s Monday night. {words}")) != []
