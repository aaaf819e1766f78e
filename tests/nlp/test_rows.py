# ruff: noqa: E501
"""Rows pasted without a heading: cells of one lot, with a start beside an end."""

from __future__ import annotations

import pytest

from tests.nlp.reading import draft, read_shape


@pytest.mark.parametrize(
    "text",
    [
        "H100\t16\t2026-12-07 09:00\t2026-12-07 17:00\t$2.60/GPU-hr",
        "H100,16,2026-12-07 09:00,2026-12-07 17:00,$2.60/GPU-hr",
        "H100 | 16 | 2026-12-07 09:00 | 2026-12-07 17:00 | $2.60/GPU-hr",
        "H100; 16; 2026-12-07 09:00; 2026-12-07 17:00; $2.60/GPU-hr",
        "H100 | 16 | Dec 7 | 09:00 | 17:00 | $2.60",
        "H100 / 16 / 2026-12-07 09:00-17:00 / $2.60 per GPU-hour",
    ],
)
def test_a_row_is_one_lot_with_start_and_end(text: str) -> None:
    assert read_shape(text) == "16 H100 07T09-07T17 @2.6"


def test_a_korean_row() -> None:
    text = "H100 / 40장 / 2026-12-15 09:00~18:00 / GPU시간당 $2.65"
    assert read_shape(text, zone="Asia/Seoul", language="ko") == "40 H100 15T09-15T18 @2.65"


def test_two_dates_of_a_row_are_the_ends_of_one_window() -> None:
    assert read_shape("buy\tH200\t32\tDec 7\tDec 9\t$3.10/GPU-hr") == "32 H200 07T00-10T00 @3.1"


@pytest.mark.parametrize(
    "text", ["8 H100 / 16 A100 / 32 L40S tomorrow, $2/GPU-hr", "Mon, Tue, 8, H100, $2/GPU-hr"]
)  # fmt: skip
def test_lists_of_prose_are_no_rows(text: str) -> None:
    found = draft(text)
    assert found.bid
    assert found.bid.root.kind == "group"


def test_spans_of_a_row_point_at_its_own_characters() -> None:
    text = "H100\t16\t2026-12-07 09:00\t2026-12-07 17:00\t$2.60/GPU-hr"
    found = draft(text)
    said = {text[span.start : span.end] for span in found.spans}
    assert {"H100", "16", "$2.60/GPU-hr"} <= said


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("GPU: B200\n수량: 2노드\n시작: 2027-01-20 09:00\n종료: 2027-01-22 18:00\n예산: 5000달러", "16 B200 20T09-22T18 $5000"),
        ("품목: B200\n수량: 16장\n시작일: 1월 20일\n종료일: 1월 22일\n예산: 5000달러", "16 B200 20T00-23T00 $5000"),
    ],
)  # fmt: skip
def test_start_and_end_of_a_korean_form_are_one_window(text: str, shape: str) -> None:
    assert read_shape(text, zone="Asia/Seoul", language="ko") == shape
