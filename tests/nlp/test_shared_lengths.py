"""A length that opens or closes a list of times is each one's."""

from __future__ import annotations

import pytest

from tests.nlp.reading import read_shape

FRIDAY = "2026-11-20T16:30:00"


def read(text: str) -> str:
    korean = any("가" <= letter <= "힣" for letter in text)
    where = {"zone": "Asia/Seoul", "language": "ko"} if korean else {}
    return read_shape(text, now=FRIDAY, **where)


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Saturday morning or Sunday afternoon for 4 hours, $3",
        "8 H100s, 4 hours on Saturday morning or Sunday afternoon, $3",
        "토요일 오전이나 일요일 오후에 4시간 H100 8장 3불",
        "4시간 동안 토요일 오전이나 일요일 오후 H100 8장 3불",
    ],
)
def test_a_length_is_of_all_parts_of_days(text: str) -> None:
    assert read(text) == "one(8 H100 21T06-21T12/4 @3 | 8 H100 22T12-22T18/4 @3)"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("8 H100s Saturday or Sunday for 4 hours, $3", "one(8 H100 21T00-22T00/4 @3 | 8 H100 22T00-23T00/4 @3)"),
        ("토요일이나 일요일에 4시간 H100 8장 3불", "one(8 H100 21T00-22T00/4 @3 | 8 H100 22T00-23T00/4 @3)"),
        ("8 H100s Saturday and Sunday for 4 hours, $3", "all(8 H100 21T00-22T00/4 @3 | 8 H100 22T00-23T00/4 @3)"),
        ("8 H100s Monday or Tuesday for 3 days, $3", "one(8 H100 23T00-26T00 @3 | 8 H100 24T00-27T00 @3)"),
    ],
)
def test_a_length_is_of_all_days(text: str, tree: str) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "8 H100s Saturday or 16 A100s Sunday for 4 hours, $3",
            "one(8 H100 21T00-22T00 @3 | 16 A100 22T00-23T00/4 @3)",
        ),
        ("8 H100s all day Saturday or Sunday for 4 hours, $3", "one(8 H100 21T00-22T00 @3 | 8 H100 22T00-23T00/4 @3)"),
        ("8 H100s tonight or from Saturday 9am for 12 hours, $3", "one(8 H100 20T20-21T06 @3 | 8 H100 21T09-21T21 @3)"),
    ],
)
def test_a_length_of_one_time_is_not_the_others(text: str, tree: str) -> None:
    assert read(text) == tree
