"""Ways of saying things in Korean: each phrasing is read as what it says, and what only looks like one is asked about.

The data is one file a field in `tests/data/phrasings_ko`: a line a request, with its tree in the notation of
`reading.shape`, or "?" where a person has to be asked; a line with # names the family of those behind it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.reading import asked, draft, shape

DATA = Path(__file__).parents[1] / "data" / "phrasings_ko"
HERE = {"now": "2027-01-13T11:05:00", "zone": "Asia/Seoul", "language": "ko"}
"""A Wednesday in Seoul."""


def _lines(path: Path) -> list[tuple[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    split = (line.rsplit(" => ", 1) for line in lines)
    return [(text.replace("\\n", "\n"), reading) for text, reading in split]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.stem)
def test_each_phrasing_is_read_as_what_it_says(path: Path) -> None:
    different = []
    for text, reading in _lines(path):
        if reading != "?":
            read = draft(text, **HERE)
            got = shape(read.bid.root) if read.bid else None
            if asked(read) or got != reading:
                different.append((text, got, [question.message for question in read.questions]))
    assert different == []


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.stem)
def test_what_only_looks_like_one_of_them_is_asked_about(path: Path) -> None:
    assert [text for text, reading in _lines(path) if reading == "?" and not asked(draft(text, **HERE))] == []
