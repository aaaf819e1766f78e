"""How many of some items are wanted, and units that stand without a number."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "pick any 3, all for Friday: 8 H100, 8 H200, 8 MI300X, 8 MI325X",
            "3-3(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00 | 8 MI325X 27T00-28T00)",
        ),
        (
            "any 3, Friday: 8 H100, 8 H200, 8 MI300X, 8 MI325X",
            "3-3(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00 | 8 MI325X 27T00-28T00)",
        ),
        (
            "any two please, all Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "choose 2, on Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick two (all Friday): 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick one, all on Friday: 8 H100, 8 H200, 8 MI300X",
            "one(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick any 2 for Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "Give me any 2, both for Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "Friday, pick any 2: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "Exactly 2, everything on Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "8 H100, 8 H200, 8 MI300X - any 2, all for Friday",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick two, both on Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "any 2, all tomorrow: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 22T00-23T00 | 8 H200 22T00-23T00 | 8 MI300X 22T00-23T00)",
        ),
        (
            "Choose any three, all for Monday night: 8 H100, 8 H200, 8 MI300X, 8 L40S",
            "3-3(8 H100 23T20-24T06 | 8 H200 23T20-24T06 | 8 MI300X 23T20-24T06 | 8 L40S 23T20-24T06)",
        ),
        (
            "I need exactly two, everything Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "8 H100, 8 H200, 8 MI300X, pick any 2, all Friday",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
    ],
)
def test_how_many_of_the_items_are_wanted_stands_before_their_day(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("node of H100s, 5 days starting Monday, $432 per node-day", "8 H100 23T00-28T00 @2.25"),
        ("rack of GB200 for Tuesday", "72 GB200 24T00-25T00"),
        ("server of H100s Tuesday, 2.20", "8 H100 24T00-25T00 @2.2"),
        ("need node of H200 Tuesday", "8 H200 24T00-25T00"),
        ("box of H100s, Tuesday", "8 H100 24T00-25T00"),
        ("full node of H100s Tuesday please", "8 H100 24T00-25T00"),
        ("single node of H100s Tuesday", "8 H100 24T00-25T00"),
        ("one entire rack of GB200 Tuesday", "72 GB200 24T00-25T00"),
        ("Looking for node of H100 in Tokyo, Tuesday", "8 H100 ap-northeast 24T00-25T00"),
        ("pair of H100 nodes Tuesday", "16 H100 24T00-25T00"),
        ("need box of H100 tuesday 2.20", "8 H100 24T00-25T00 @2.2"),
        ("rack of GB300, Tuesday", "72 GB300 24T00-25T00"),
        ("sell server of A100, Sunday, 1.10", "sell 8 A100 22T00-23T00 @1.1"),
        ("reserve node of B200 for friday night", "8 B200 27T20-28T06"),
    ],
)
def test_a_unit_without_a_number_is_one(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nodes of H100s, Tuesday", "missing_quantity"),
        ("part of node of H100s, Tuesday", "missing_quantity"),
    ],
)
def test_a_unit_without_a_number_is_one_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
