"""A part of the day that is said with the hour it ends at begins where the part begins."""

from __future__ import annotations

import pytest

from tests.nlp.reading import draft, shape


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("tomorrow night until midnight", "22T20-23T00"),
        ("tomorrow night until 2am", "22T20-23T02"),
        ("tomorrow evening until 9", "22T18-22T21"),
        ("tonight until 3am", "21T20-22T03"),
    ],
)
def test_an_hour_it_ends_at_leaves_a_part_of_the_day_its_beginning(words, window):
    assert shape(draft(f"8 H100 {words}").bid.root) == f"8 H100 {window}"


def test_so_it_does_in_korean():
    assert shape(draft("H100 8장 내일 밤 3불, 자정까지").bid.root) == "8 H100 22T20-23T00 @3"
