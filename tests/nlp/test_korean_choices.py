"""How many of the days or parts are wanted, which part waits for which, prices of either side, fills in part, and work
the goods are for, in Korean: each phrasing is read as what it says; what only looks like one of them is asked about.

The data is one file a field in `tests/data/choices_ko`: a request and its tree in the notation of `reading.shape`, "?"
where a person has to be asked, or "?" and the code of the question.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.reading import asked, draft, shape

DATA = Path(__file__).parents[1] / "data" / "choices_ko"
FIELDS = tuple(sorted(path.stem for path in DATA.glob("*.txt")))
HERE = {"now": "2026-11-23T10:00:00", "zone": "Asia/Seoul", "language": "ko"}
"""A Monday in Seoul."""


def _lines(field: str) -> list[tuple[str, str]]:
    lines = (DATA / f"{field}.txt").read_text(encoding="utf-8").splitlines()
    split = (line.rsplit(" => ", 1) for line in lines)
    return [(text.replace("\\n", "\n"), reading) for text, reading in split]


@pytest.mark.parametrize("field", FIELDS)
def test_each_phrasing_is_read_as_what_it_says(field: str) -> None:
    different = []
    for text, reading in _lines(field):
        if not reading.startswith("?"):
            read = draft(text, **HERE)
            got = shape(read.bid.root) if read.bid else None
            if asked(read) or got != reading:
                different.append((text, got, [question.message for question in read.questions]))
    assert different == []


@pytest.mark.parametrize("field", FIELDS)
def test_what_only_looks_like_one_of_them_is_asked_about(field: str) -> None:
    asks = {text: (reading[1:], asked(draft(text, **HERE))) for text, reading in _lines(field) if reading[0] == "?"}
    assert [text for text, (code, codes) in asks.items() if not codes or (code and codes != [code])] == []
