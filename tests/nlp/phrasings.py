"""Files of phrasings, a line each: a request and its tree in the notation of `reading.shape`, or "?" where a person has
to be asked, and perhaps the code of the question. A line with # names the family of those behind it.
"""

from __future__ import annotations

from pathlib import Path

from tests.nlp.reading import asked, draft, shape

DATA = Path(__file__).parents[1] / "data"


def fields_of(folder: str) -> list[Path]:
    """The files of a folder of the test data; never none."""
    found = sorted((DATA / folder).glob("*.txt"))
    assert found
    return found


def misread(path: Path, **here: str) -> list[tuple[str, str | None, list[str]]]:
    """The requests that are not read as what they say: with what came of them, and what was asked."""
    different = []
    for text, reading in _lines(path):
        if not reading.startswith("?"):
            read = draft(text, **here)
            got = shape(read.bid.root) if read.bid else None
            if asked(read) or got != reading:
                different.append((text, got, [question.message for question in read.questions]))
    return different


def unasked(path: Path, **here: str) -> list[str]:
    """The requests that have to be asked about and are not, or not as they have to be."""
    asks = {text: (reading[1:], asked(draft(text, **here))) for text, reading in _lines(path) if reading[0] == "?"}
    return [text for text, (code, codes) in asks.items() if not codes or (code and codes != [code])]


def _lines(path: Path) -> list[tuple[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    split = (line.rsplit(" => ", 1) for line in lines)
    return [(text.replace("\\n", "\n"), reading) for text, reading in split]
