"""Korean lists: times that lead several lots, verbs that close a clause, items named again, days counted."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

SEOUL = {"now": "2026-11-24T10:00:00", "zone": "Asia/Seoul", "language": "ko"}


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "목요일 밤과 금요일 밤에 H200 8장 또는 B200 8장",
            "all(one(8 H200 26T20-27T06 | 8 B200 26T20-27T06) | one(8 H200 27T20-28T06 | 8 B200 27T20-28T06))",
        ),
        (
            "목요일이나 금요일 밤, H100 8장과 A100 16장",
            "one(all(8 H100 26T20-27T06 | 16 A100 26T20-27T06) | all(8 H100 27T20-28T06 | 16 A100 27T20-28T06))",
        ),
        (
            "목요일 밤과 금요일 밤에 H200 8장 또는 B200 8장, 총 1200불",
            "all(one(8 H200 26T20-27T06 | 8 B200 26T20-27T06) | one(8 H200 27T20-28T06 | 8 B200 27T20-28T06)) $1200",
        ),
        (
            "토요일 오전이나 토요일 오후에 5시간만 H100 16장",
            "one(16 H100 28T06-28T12/5 | 16 H100 28T12-28T18/5)",
        ),
    ],
)
def test_times_that_lead_several_lots(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "A100 16장 목요일 밤 1불에 팔고 H100 8장 2.5불이나 H200 8장 4불에 사고 싶어요",
            "all(sell 16 A100 26T20-27T06 @1 | one(8 H100 26T20-27T06 @2.5 | 8 H200 26T20-27T06 @4))",
        ),
        (
            "A100 16장 목요일 밤 1불에 팔고 H100 8장이랑 L40S 4장 2불에 사주세요",
            "all(sell 16 A100 26T20-27T06 @1 | all(8 H100 26T20-27T06 | 4 L40S 26T20-27T06 @2))",
        ),
        (
            "A100 8장 수요일 밤에 팔고, 목요일 밤이나 금요일 밤에 H200 8장 삽니다",
            "all(sell 8 A100 25T20-26T06 | one(8 H200 26T20-27T06 | 8 H200 27T20-28T06))",
        ),
        (
            "메리디언 8천 개 0.16 이상 매도, 아틀라스 4천 개 0.43 이하 매수",
            "all(sell 8000 MERIDIAN-10B @0.16 | 4000 ATLAS-32B @0.43)",
        ),
    ],
)
def test_a_verb_governs_what_was_listed_since_the_one_before(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


def test_items_named_again_by_their_marks_are_alternatives_with_their_own_totals() -> None:
    text = (
        "① H200 8장, 목요일 하루, 총 1,000달러\n② H100 16장, 목요일 하루, 총 1,100달러\n①이 어려우면 ②로 진행해 주세요."
    )
    assert read_shape(text, **SEOUL) == "one(8 H200 26T00-27T00 $1000 | 16 H100 26T00-27T00 $1100)"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "H100 8장 다음 주 화요일 밤, 안 되면 수요일 밤, 그것도 안 되면 목요일 밤",
            "one(8 H100 01T20-02T06 | 8 H100 02T20-03T06 | 8 H100 03T20-04T06)",
        ),
        (
            "다음 주 화요일 밤과 목요일 밤에 H200 8장 또는 B200 8장",
            "all(one(8 H200 01T20-02T06 | 8 B200 01T20-02T06) | one(8 H200 03T20-04T06 | 8 B200 03T20-04T06))",
        ),
    ],
)
def test_the_week_said_with_the_first_weekday_is_the_others_too(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("said", "window"),
    [
        ("월요일부터 5일", "30T00-05T00"),
        ("12월 20일부터 5일", "20T00-25T00"),
        ("next Monday부터 5일", "30T00-05T00"),
        ("12월 20일부터 25일까지", "20T00-26T00"),
        ("12월 20일부터 22일 오후 6시까지", "20T00-22T18"),
        ("월요일부터 금요일 오후 6시까지", "30T00-04T18"),
        ("12월 1일부터 말일까지", "01T00-01T00"),
        ("12월 한 달 안에", "01T00-01T00"),
        ("20일부터 1월 3일까지", "20T00-04T00"),
    ],
)
def test_so_many_days_from_a_day_or_until_one(said: str, window: str) -> None:
    assert read_shape(f"L4 8장 {said}", **SEOUL) == f"8 L4 {window}"


def test_a_number_that_may_be_a_day_or_a_length_is_asked_about() -> None:
    assert asked(draft("L4 8장 12월 2일부터 5일", **SEOUL)) == ["ambiguous_time"]


def test_a_count_said_again_in_brackets_is_the_same_count() -> None:
    assert read_shape("H100 24장 (3노드) 목요일 밤", **SEOUL) == "24 H100 26T20-27T06"
    assert asked(draft("H100 24장 (2노드) 목요일 밤", **SEOUL)) == ["contradiction"]
