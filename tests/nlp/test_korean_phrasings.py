"""Ways of saying things in Korean: each phrasing is read as what it says, and what only looks like one is asked about.

The data is one file a field in `tests/data/phrasings_ko`: a line a request, with its tree in the notation of
`reading.shape`, or "?" where a person has to be asked; a line with # names the family of those behind it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.phrasings import fields_of, misread, unasked

HERE = {"now": "2027-01-13T11:05:00", "zone": "Asia/Seoul", "language": "ko"}
"""A Wednesday in Seoul."""


@pytest.mark.parametrize("path", fields_of("phrasings_ko"), ids=lambda path: path.stem)
def test_each_phrasing_is_read_as_what_it_says(path: Path) -> None:
    assert misread(path, **HERE) == []


@pytest.mark.parametrize("path", fields_of("phrasings_ko"), ids=lambda path: path.stem)
def test_what_only_looks_like_one_of_them_is_asked_about(path: Path) -> None:
    assert unasked(path, **HERE) == []
