"""Korean wordings by concept: each of them says the same as the one that is known to be read right.

The data is one file a field in `tests/data/wordings_ko`: a request with a gap, the known wording, and the others. What
only looks like one of them is in `asked.toml`: whole requests that have to be asked about.
"""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from auction_client.model.normal import same_bid
from nlp.draft import Draft
from tests.nlp.reading import asked, reader, shape

DATA = Path(__file__).parents[1] / "data" / "wordings_ko"
NOW = "2026-11-24T10:00:00"
"""A Tuesday; in Seoul until told otherwise."""


def _concepts() -> list[Any]:
    return [
        pytest.param(concept, id=f"{file.stem}: {concept['name']}")
        for file in sorted(DATA.glob("*.toml"))
        for concept in tomllib.loads(file.read_text(encoding="utf-8")).get("concept", ())
    ]


def _asked() -> list[Any]:
    lines = tomllib.loads((DATA / "asked.toml").read_text(encoding="utf-8"))
    return [pytest.param(text, id=text) for text in lines["asked"]]


def _read(text: str, concept: dict[str, Any]) -> Draft:
    zone = ZoneInfo(concept.get("zone", "Asia/Seoul"))
    now = datetime.fromisoformat(concept.get("now", NOW)).replace(tzinfo=zone)
    return reader().read(text, now=now, zone=zone, language="ko")


def _filled(concept: dict[str, Any], wording: str | list[str]) -> str:
    return str(concept["text"]).format(*([wording] if isinstance(wording, str) else wording))


@pytest.mark.parametrize("concept", _concepts())
def test_wordings_of_a_concept_give_the_same_bid(concept: dict[str, Any]) -> None:
    known = _read(_filled(concept, concept["known"]), concept)
    assert known.bid is not None
    assert asked(known) == []
    different = []
    for wording in concept["same"]:
        read = _read(_filled(concept, wording), concept)
        same = read.bid is not None and same_bid(read.bid.root, known.bid.root)
        if asked(read) or not same or (read.bid and read.bid.good_until != known.bid.good_until):
            questions = [question.message for question in read.questions if question.code != "missing_limit"]
            different.append((wording, shape(read.bid.root) if read.bid else None, questions))
    assert different == []


@pytest.mark.parametrize("text", _asked())
def test_what_no_field_holds_is_asked_about(text: str) -> None:
    assert asked(_read(text, {})), text
