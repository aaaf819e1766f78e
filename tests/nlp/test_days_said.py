# ruff: noqa: E501
"""Days as speech has them: official Korean dates, zones that lead, weekdays that repeat, parts of periods."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_by_letters


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("H200 SXM 32장, 2027. 2. 15.(월) 00:00 ~ 2027. 2. 19.(금) 24:00, 총 18,000달러", "32 H200 SXM 15T00-20T00 $18000"),
        ("H200 32장 2027. 2. 15. ~ 2. 19. GPU시간당 4불", "32 H200 15T00-20T00 @4"),
        ("H200 8장 12. 8. 오전 9시부터 오후 5시까지 GPU시간당 4불", "8 H200 08T09-08T17 @4"),
        ("H200 8장 '27. 2. 15. 09:00부터 12시간, GPU시간당 4불", "8 H200 15T09-15T21 @4"),
        ("태평양 시간(PT) 기준 12월 8일 오전 9시부터 오후 5시까지 H200 8장, GPU시간당 4불", "8 H200 09T02-09T10 @4"),
        ("12월 8일 오전 9시부터 오후 5시까지(미국 중부시간) H200 8장, GPU시간당 4불", "8 H200 09T00-09T08 @4"),
        ("UTC 기준 12월 8일 0시~12시 H200 8장, GPU시간당 4불", "8 H200 08T09-08T21 @4"),
        ("8 H200s PT Nov 24 9am-5pm, $4/GPU-hr", "8 H200 24T12-24T20 @4"),
        ("L40S 16장 by Friday EOD, 연속 10시간, GPU시간당 0.9불", "16 L40S 21T10-28T00/10 @0.9"),
        ("16 L40S by end of day Friday, 10 hours straight, $0.9/GPU-hr", "16 L40S 21T10-28T00/10 @0.9"),
        ("16 L40S by Friday EOD, 10 hours, $0.9/GPU-hr", "16 L40S 21T10-28T00/10 @0.9"),
    ],
)  # fmt: skip
def test_official_dates_zones_and_ends_of_days(text: str, shape: str) -> None:
    assert read_by_letters(text) == shape


@pytest.mark.parametrize(
    ("text", "count", "first", "last"),
    [
        ("8 H100s Tuesdays and Thursdays in December 9am-5pm", 10, "01T09", "31T09"),
        ("8 H100s every Tuesday and Thursday in December 9am-5pm", 10, "01T09", "31T09"),
        ("8 H100s on Tuesdays in December", 5, "01T00", "29T00"),
        ("8 H100s tuesdyas till Dec 20, 9am-5pm", 4, "24T09", "15T09"),
        ("8 H100s every Mon, Wed and Friday night in December", 13, "02T20", "30T20"),
        ("H100 8장 12월 매주 화요일과 목요일 9시~17시", 10, "01T09", "31T09"),
        ("H100 8장 12월 동안 화요일과 목요일마다 9시~17시", 10, "01T09", "31T09"),
        ("H100 8장 매주 화요일, 12월 20일까지", 4, "24T00", "15T00"),
        ("H100 8장 12월 24~26일 매일 9시~18시", 3, "24T09", "26T09"),
        ("H100 8장 다음 주 하루 4시간씩", 7, "23T00", "29T00"),
    ],
)
def test_weekdays_that_repeat_are_all_of_them(text: str, count: int, first: str, last: str) -> None:
    shape = read_by_letters(text)
    assert shape.startswith("all(")
    assert (shape.count("8 H100"), shape[10:16].strip(), shape.split(" | ")[-1][7:12]) == (count, first, last), shape


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("H100 8장 내년 1월 3일", "03T00-04T00"),
        ("H100 8장 12월 28일부터 내년 1월 3일까지", "28T00-04T00"),
        ("8 H100s January 3 next year", "03T00-04T00"),
        ("H100 8장 앞으로 3일", "21T10-24T10"),
        ("H100 8장 다음 3시간", "21T10-21T13"),
        ("H100 8장 금 22:00~토 06:00", "27T22-28T06"),
        ("H100 8장 26/12/24", "24T00-25T00"),
        ("H100 8장 12월 마지막 날", "31T00-01T00"),
        ("H100 8장 이천이십육년 십이월 이십사일", "24T00-25T00"),
        ("8 H100s november 25 - 27 2026", "25T00-28T00"),
    ],
)
def test_days_are_found_however_they_are_written(text: str, window: str) -> None:
    assert read_by_letters(text) == f"8 H100 {window}"


@pytest.mark.parametrize("text", ["8 H100s beginning of next week", "8 H100s start of December", "8 H100s on Tuesdays"])
def test_a_part_of_a_period_or_an_endless_repetition_is_asked_about(text: str) -> None:
    assert asked(draft(text)) != []


def test_one_of_the_days_of_a_week() -> None:
    shape = read_by_letters("H100 8장 다음 주 아무 날이나 하루 4시간")
    assert shape.startswith("one(8 H100 23T00-24T00/4 | ")
    assert shape.count("/4") == 7
