"""Corrections, answers and additions to an open draft."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nlp.draft import Draft
from tests.nlp.reading import SATURDAY, asked, draft, reader, shape

ZONE = ZoneInfo("America/New_York")
NIGHT = "24T20-25T06"


def amend(text: str, *amendments: str) -> Draft:
    read = draft(text)
    for amendment in amendments:
        read = reader().amend(read, amendment, now=datetime.fromisoformat(SATURDAY).replace(tzinfo=ZONE), zone=ZONE)
    return read


@pytest.mark.parametrize(
    ("text", "amendment", "tree"),
    [
        ("8 H100s Tuesday night", "make that 16", f"16 H100 {NIGHT}"),
        ("8 H100s Tuesday night", "same but Thursday", "8 H100 26T20-27T06"),
        ("8 H100s Tuesday night", "$2.10 an hour", f"8 H100 {NIGHT} @2.1"),
        ("8 H100s Tuesday night at $3", "limit $2.10", f"8 H100 {NIGHT} @2.1"),
        ("8 H100s Tuesday night", "A100s instead", f"8 A100 {NIGHT}"),
        ("8 H100s Tuesday night", "or 16 A100s", f"one(8 H100 {NIGHT} | 16 A100 {NIGHT})"),
        ("8 H100s Tuesday night", "in Oregon please", f"8 H100 us-west {NIGHT}"),
        ("H100s Tuesday night", "8", f"8 H100 {NIGHT}"),
        ("8 H100s", "Tuesday night", f"8 H100 {NIGHT}"),
        ("8 H100s Tuesday night or 16 A100s", "drop the A100s", f"8 H100 {NIGHT}"),
        ("8 H100s Tuesday night or 16 A100s", "scratch the second option", f"8 H100 {NIGHT}"),
        ("8 H100s or 16 A100s Tuesday night", "make the A100s 32", f"one(8 H100 {NIGHT} | 32 A100 {NIGHT})"),
        ("화요일 밤 H100 8장", "16장으로 바꿔줘", f"16 H100 {NIGHT}"),
        ("화요일 밤 H100 8장", "똑같이 목요일로", "8 H100 26T20-27T06"),
        ("화요일 밤 H100 8장 또는 A100 16장", "두 번째 건 빼줘", f"8 H100 {NIGHT}"),
    ],
)
def test_an_amendment_changes_what_it_names(text: str, amendment: str, tree: str) -> None:
    amended = amend(text, amendment)
    assert asked(amended) == []
    assert amended.bid is not None
    assert shape(amended.bid.root) == tree


def test_amendments_follow_each_other() -> None:
    amended = amend("8 H100s Tuesday night", "make that 16", "$2.10 an hour", "make it 24")
    assert amended.bid is not None
    assert shape(amended.bid.root) == f"24 H100 {NIGHT} @2.1"


def test_a_change_that_could_be_of_two_items_is_asked_about_and_changes_nothing() -> None:
    amended = amend("8 H100s or 16 A100s Tuesday night", "make that 32")
    assert "contradiction" in asked(amended)
    assert amended.bid is not None
    assert shape(amended.bid.root) == f"one(8 H100 {NIGHT} | 16 A100 {NIGHT})"


def test_words_that_change_nothing_are_asked_about() -> None:
    assert "unsupported" in asked(amend("8 H100s Tuesday night", "hmm nicer"))


@pytest.mark.parametrize(
    ("text", "amendment", "tree"),
    [
        ("8 H100s with InfiniBand Tuesday night", "no InfiniBand needed", "8 H100 24T20-25T06"),
        ("8 H100s Tuesday at 9 for 3 hours", "in the morning", "8 H100 24T09-24T12"),
        (
            "8 H100s Tuesday night, $900 total",
            "add 8 L40S as a fallback",
            "one(8 H100 24T20-25T06 $900 | 8 L40S 24T20-25T06)",
        ),
    ],
)
def test_an_amendment_takes_out_settles_or_adds(text: str, amendment: str, tree: str) -> None:
    amended = amend(text, amendment)
    assert asked(amended) == []
    assert shape(amended.bid.root) == tree


@pytest.mark.parametrize(
    ("text", "amendment"),
    [
        ("8 H100s Tuesday night", "2 hours later"),
        ("8 H100s Tuesday night or 16 A100s at $2", "the A100s at 1.50"),
        ("8 H100s Tuesday night", "10 cents less"),
    ],
)
def test_what_would_change_more_or_less_than_said_is_asked_about(text: str, amendment: str) -> None:
    amended = amend(text, amendment)
    assert asked(amended) != []
    assert amended.text == text
