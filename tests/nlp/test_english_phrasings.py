"""English requests in words of their own, a file for each family; what only looks like one is asked about.

The data lies in `tests/data/phrasings_en`, written as `tests.nlp.phrasings` tells.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.phrasings import fields_of, misread, unasked
from tests.nlp.reading import draft, shape

FILES = fields_of("phrasings_en")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_requests_are_read_as_they_are_said(path: Path) -> None:
    assert misread(path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_has_no_sure_reading_is_asked_about(path: Path) -> None:
    assert unasked(path) == []


@pytest.mark.parametrize(
    ("text", "now", "reading"),
    [
        (
            "4 H100 Mon 9-5, 4 H100 Tue 9-5, 4 H100 Wed 9-5",
            "2026-10-28T08:50:00",
            "all(4 H100 02T09-02T17 | 4 H100 03T09-03T17 | 4 H100 04T09-04T17)",
        ),
        ("4 H100 Wed 9-5", "2026-10-28T08:50:00", "4 H100 28T09-28T17"),
        (
            "4 H100 Wed 9-5, 4 H100 Thu 9-5",
            "2026-10-28T08:50:00",
            "all(4 H100 28T09-28T17 | 4 H100 29T09-29T17)",
        ),
        (
            "16 L40S Thursday, Friday and Saturday, 7pm to 1am",
            "2026-11-21T10:00:00",
            "all(16 L40S 26T19-27T01 | 16 L40S 27T19-28T01 | 16 L40S 28T19-29T01)",
        ),
        (
            "8 H100s Tuesday or Thursday night",
            "2026-10-28T08:50:00",
            "one(8 H100 03T20-04T06 | 8 H100 29T20-30T06)",
        ),
    ],
)  # fmt: skip
def test_today_comes_not_behind_a_day_of_next_week(text: str, now: str, reading: str) -> None:
    read = draft(text, now=now)
    assert read.bid is not None
    assert shape(read.bid.root) == reading
