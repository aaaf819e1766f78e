"""Which lots hang together, stand for each other or wait for one another, sides, second thoughts and least fills in
everyday English: each phrasing is read as what it says; what only looks like one of them is asked about.

The data is one file a field in `tests/data/structure_en`: a request and its tree in the notation of `reading.shape`,
"?" where a person has to be asked, or "?" and the code of the question.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.phrasings import fields_of, misread, unasked


@pytest.mark.parametrize("path", fields_of("structure_en"), ids=lambda path: path.stem)
def test_each_phrasing_is_read_as_what_it_says(path: Path) -> None:
    assert misread(path) == []


@pytest.mark.parametrize("path", fields_of("structure_en"), ids=lambda path: path.stem)
def test_what_only_looks_like_one_of_them_is_asked_about(path: Path) -> None:
    assert unasked(path) == []
