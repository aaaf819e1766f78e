"""Judged stretches are read as they were written, and become what the model learns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.models.symbols import ASIDE, WISH
from nlp.tagged import Role
from nlp.training.judged import read_judged

STRETCH = {
    "text": "for 3 reviewers", "passed": True, "place": "behind", "line": " item, < for reviewers > ?",
    "answers": [ASIDE, WISH], "beside": ["asset", None], "unknown": ["reviewers"], "belongs": False,
}  # fmt: skip


def written(folder: Path, *said: str) -> Path:
    file = folder / "judged.jsonl"
    line = {"writer": "one", "learnt": False, "stretches": [{**STRETCH, "said": each} for each in said]}
    file.write_text(json.dumps(line) + "\n", "utf-8")
    return file


def test_all_that_were_kept_can_be_read_and_say_both() -> None:
    judged = read_judged()
    assert {each.tells for each in judged} == {True, False}
    assert not any(each.tells and each.parted for each in judged)


def test_a_stretch_keeps_where_it_stood(tmp_path: Path) -> None:
    (found,) = read_judged(written(tmp_path, "tells"))
    assert found.stretch.beside == (Role.ASSET, None)
    assert found.stretch.unknown == ("reviewers",)
    assert found.tells


def test_an_unread_part_of_the_order_is_told_from_a_wish(tmp_path: Path) -> None:
    wish, part = read_judged(written(tmp_path, "wish", "part"))
    assert (wish.tells, wish.parted) == (False, False)
    assert (part.tells, part.parted) == (False, True)


def test_a_line_without_stretches_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text('{"writer": "one", "stretches": 3}\n', "utf-8")
    with pytest.raises(ValueError, match="no list of stretches"):
        read_judged(file)
