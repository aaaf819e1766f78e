"""Prices, counts, hours and chat spellings in Korean: each phrasing is read as what it says.

What only looks like one of them is asked about. The data is one file a field in `tests/data/values_ko`: a request and
its tree in the notation of `reading.shape`, or "?" where a person has to be asked.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.phrasings import fields_of, misread, unasked
from tests.nlp.reading import asked, draft, read_shape, shape

HERE = {"now": "2026-11-24T10:00:00", "zone": "Asia/Seoul", "language": "ko"}
"""A Tuesday in Seoul."""


@pytest.mark.parametrize("path", fields_of("values_ko"), ids=lambda path: path.stem)
def test_each_phrasing_is_read_as_what_it_says(path: Path) -> None:
    assert misread(path, **HERE) == []


@pytest.mark.parametrize("path", fields_of("values_ko"), ids=lambda path: path.stem)
def test_what_only_looks_like_one_of_them_is_asked_about(path: Path) -> None:
    assert unasked(path, **HERE) == []


@pytest.mark.parametrize(
    ("said", "count"), [("한 장에 시간당 2.5불", "1"), ("노드 하나 시간당 20불", ""), ("1노드, 노드 시간당 20불", "8")]
)
def test_a_unit_of_one_is_the_count_where_nothing_else_is(said: str, count: str) -> None:
    read = draft(f"내일 밤 H100 {said}", **HERE)
    if count:
        assert read.bid is not None
        assert shape(read.bid.root) == f"{count} H100 25T20-26T06 @2.5"
    else:
        assert asked(read)


def test_a_sum_behind_the_list_of_one_plan_is_of_that_plan() -> None:
    text = (
        "A안: 금요일 밤 H200 16장 + 토요일 밤 H200 16장 (합계 1,400달러). "
        "B안: 일요일 종일 B200 16장 (합계 2,000달러). 한 가지만."
    )
    assert read_shape(text, **HERE) == (
        "one(all(16 H200 27T20-28T06 | 16 H200 28T20-29T06) $1400 | 16 B200 29T00-30T00 $2000)"
    )


@pytest.mark.parametrize("said", ["단가는 지난번과 동일", "시장가와 동일한 단가로", "가격은 옆 팀처럼"])
def test_a_price_that_only_the_past_or_others_know_is_asked_about(said: str) -> None:
    assert "unsupported" in asked(draft(f"내일 밤 H100 8장 2노드분. {said}", **HERE))


@pytest.mark.parametrize(
    "text",
    [
        "내일 오전부터 저녁까지",
        "지금부터 내일 이 시간까지",
        "명일 주간",
        "내일 밤늦게",
        "내일 오후 2시~다음날 3시",
        "저번 주 금요일",
    ],
)
def test_hours_that_no_convention_fixes_are_not_dropped(text: str) -> None:
    assert asked(draft(f"H100 8장 {text}", **HERE))
