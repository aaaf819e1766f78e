"""Lists whose labels say which part is wanted most: one of the parts, in that order."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

FIRST = "8 H100 Monday 9am-5pm at $2.80 per GPU-hour"
SECOND = "16 A100 Tuesday 9am-5pm at $1.40 per GPU-hour"
THIRD = "32 L40S Wednesday 9am-5pm at $0.80 per GPU-hour"
EITHER = "one(8 H100 23T09-23T17 @2.8 | 16 A100 24T09-24T17 @1.4)"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pref 1:", "Pref 2:"),
        ("Preference 1:", "Preference 2:"),
        ("preference one:", "preference two:"),
        ("Priority 1 -", "Priority 2 -"),
        ("prio 1:", "prio 2:"),
        ("Rank 1", "Rank 2"),
        ("Choice 1:", "Choice 2:"),
        ("Option no. 1:", "Option no. 2:"),
        ("Pref #1:", "Pref #2:"),
        ("1st choice:", "2nd choice:"),
        ("First preference:", "Second preference:"),
        ("Top choice:", "Next choice:"),
        ("Our first choice is", "Our second choice is"),
        ("Priority 1 is", "Priority 2 is"),
    ],
)
def test_labels_that_rank_make_alternatives(first: str, second: str) -> None:
    assert read_shape(f"{first} {FIRST}\n{second} {SECOND}") == EITHER


def test_three_ranks_stand_in_order() -> None:
    text = f"1st choice: {FIRST}. 2nd choice: {SECOND}. Last choice: {THIRD}."
    assert read_shape(text) == f"{EITHER[:-1]} | 32 L40S 25T09-25T17 @0.8)"


def test_a_rank_may_stand_behind_its_part() -> None:
    assert read_shape(f"{FIRST} (pref 1), {SECOND} (pref 2)") == EITHER


@pytest.mark.parametrize("label", ["First choice:", "Rank 2:"])
def test_a_rank_without_another_is_asked_about(label: str) -> None:
    assert asked(draft(f"{label} {FIRST}")) == ["unsupported"]


def test_numbered_jobs_are_all_wanted() -> None:
    assert read_shape(f"Job 1: {FIRST}\nJob 2: {SECOND}") == EITHER.replace("one(", "all(")
