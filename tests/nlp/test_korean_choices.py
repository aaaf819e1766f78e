"""How many of the days or parts are wanted, which part waits for which, prices of either side, fills in part, and work
the goods are for, in Korean: each phrasing is read as what it says; what only looks like one of them is asked about.

The data is one file a field in `tests/data/choices_ko`: a request and its tree in the notation of `reading.shape`, "?"
where a person has to be asked, or "?" and the code of the question.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.phrasings import fields_of, misread, unasked

HERE = {"now": "2026-11-23T10:00:00", "zone": "Asia/Seoul", "language": "ko"}
"""A Monday in Seoul."""


@pytest.mark.parametrize("path", fields_of("choices_ko"), ids=lambda path: path.stem)
def test_each_phrasing_is_read_as_what_it_says(path: Path) -> None:
    assert misread(path, **HERE) == []


@pytest.mark.parametrize("path", fields_of("choices_ko"), ids=lambda path: path.stem)
def test_what_only_looks_like_one_of_them_is_asked_about(path: Path) -> None:
    assert unasked(path, **HERE) == []
