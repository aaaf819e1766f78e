"""Each concept in many people's words: the order stays the same, nothing is asked, and what no field holds is asked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from auction_client.model.normal import same_bid
from tests.nlp.reading import asked, draft, shape

DATA = Path(__file__).parents[1] / "data"
FILES = ("wordings_en.toml", "wordings_told_en.toml", "wordings_everyday_en.toml")


def _concepts() -> list[dict[str, Any]]:
    return [each for file in FILES for each in tomllib.loads((DATA / file).read_text(encoding="utf-8"))["concept"]]


def _wordings(kind: str) -> list[Any]:
    found = []
    for concept in _concepts():
        between = "\n---\n" if concept.get("blocks") else "\n"
        wordings = [wording.strip() for wording in concept.get(kind, "").split(between) if wording.strip()]
        if wordings:
            found.append(pytest.param(concept["text"], concept["known"], wordings, id=concept["name"]))
    return found


@pytest.mark.parametrize(("text", "known", "wordings"), _wordings("same"))
def test_other_words_for_the_same_mean_the_same(text: str, known: str, wordings: list[str]) -> None:
    meant = draft(text.replace("{}", known))
    assert asked(meant) == []
    assert meant.bid is not None
    wrong = []
    for wording in wordings:
        read = draft(text.replace("{}", wording))
        same = read.bid is not None and same_bid(read.bid.root, meant.bid.root)
        if asked(read) or not same or (read.bid and read.bid.good_until != meant.bid.good_until):
            wrong.append((wording, asked(read), shape(read.bid.root) if read.bid else None))
    assert wrong == []


@pytest.mark.parametrize(("text", "known", "wordings"), _wordings("asked"))
def test_what_no_field_holds_is_asked_about(text: str, known: str, wordings: list[str]) -> None:
    del known
    silent = [wording for wording in wordings if not draft(text.replace("{}", wording)).questions]
    assert silent == []
