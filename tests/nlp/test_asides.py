"""Unknown words that surely only tell need no question; what may say something of the order is still asked about."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nlp.leftover.asides import FOLDER, SIZE, BadTable, buckets, load_asides
from nlp.training.wordings import HELD_OUT
from tests.nlp.reading import asked, draft

ORDER = "8 H100s tomorrow from 20:00 to 06:00 at $2.50 per GPU-hour"
KOREAN = "내일 20시부터 24시까지 H100 8장, 장당 시간당 2.5달러"

ASIDES = [
    "Our intern dropped a screwdriver into the chassis.",
    "The choir rehearses next door and I cannot hear myself think.",
    "My supervisor keeps nagging about the figures.",
]
TERMS = [
    "with immersion cooling",
    "once the ministry has ratified it",
    "unless the rival tender wins",
    "in separate failure domains",
    "with a refundable deposit",
]
KOREAN_ASIDES = ["저희 막내가 서버에 커피를 쏟았어요.", "지도교수님이 재촉하셔서요."]
KOREAN_TERMS = ["수랭식으로", "이사회 승인이 나면", "환불 가능해야 합니다"]


@pytest.mark.parametrize("words", ASIDES)
def test_what_only_tells_needs_no_question(words):
    assert asked(draft(f"{ORDER}. {words}")) == []


@pytest.mark.parametrize("words", TERMS)
def test_what_no_field_holds_is_asked_about(words):
    assert asked(draft(f"{ORDER}, {words}")) == ["unsupported"]


@pytest.mark.parametrize("words", KOREAN_ASIDES)
def test_korean_that_only_tells_needs_no_question(words):
    assert asked(draft(f"{KOREAN}. {words}", language="ko")) == []


@pytest.mark.parametrize("words", KOREAN_TERMS)
def test_korean_that_no_field_holds_is_asked_about(words):
    assert asked(draft(f"{KOREAN}, {words}", language="ko")) == ["unsupported"]


def test_words_that_it_never_saw_leave_it_unsure():
    judge = load_asides()
    assert not judge.is_sure("zxqv wrfl")
    assert not judge.is_sure("뷁쀍")


@pytest.mark.parametrize("wordings", HELD_OUT, ids=["english", "korean"])
def test_of_a_voice_it_never_learnt_it_passes_more_asides_than_terms(wordings):
    judge = load_asides()
    passed = {
        role.strip(): sum(judge.is_sure(words) for words in templates) / len(templates)
        for role, templates in wordings.roles.items()
    }
    assert passed["aside"] >= 0.4
    assert passed["wish"] <= 0.15


def test_buckets_lie_in_the_table_and_there_is_always_one():
    assert buckets("")
    assert all(0 <= each < SIZE for each in buckets("for our 수랭 x" * 50))


def test_a_table_that_was_altered_is_refused(tmp_path: Path):
    folder = tmp_path / "asides"
    shutil.copytree(FOLDER, folder)
    table = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["english"]["file"]
    table.write_bytes(b"\x01" + table.read_bytes()[1:])
    with pytest.raises(BadTable, match=r"english\.weights is not the file that was measured"):
        load_asides(folder)


def test_a_table_that_is_missing_is_named(tmp_path: Path):
    with pytest.raises(BadTable, match=r"manifest\.json"):
        load_asides(tmp_path)
