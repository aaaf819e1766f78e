# ruff: noqa: E501, ISC004
"""Tables, read by their headings."""

from __future__ import annotations

import pytest

from tests.nlp.reading import draft, read_by_letters


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "RFQ 2211\nProduct | Qty | From | To | Max USD per GPU-hour\nB200 | 32 | 2026-12-07 00:00 | 2026-12-11 00:00 | 5.35\n"
            "H200 | 16 | 2026-12-07 00:00 | 2026-12-09 00:00 | 4.20",
            "all(32 B200 07T00-11T00 @5.35 | 16 H200 07T00-09T00 @4.2)",
        ),
        (
            "| GPU | Count | When | Region | Limit ($/GPU-hr) |\n|---|---|---|---|---|\n| H100 | 8 | Tuesday 9am-5pm | Virginia | 3.00 |",
            "8 H100 us-east 24T09-24T17 @3",
        ),
        ("품목 | 수량 | 시작 | 종료 | 단가\nH200 | 8 | 2026-12-01 00:00 | 2026-12-03 00:00 | $4.40/GPU-h", "8 H200 01T00-03T00 @4.4"),
        ("Hi,\n\nGPU\tQty\tDate\tMax price\nH100\t8\tNov 24\t$3/GPU-hr\n\nThanks,\nSam", "8 H100 24T00-25T00 @3"),
        ("gpu=H100 form=NVL memory=94GB qty=16 start=2026-12-01T08:00 end=2026-12-02T20:00 limit=3.05", "16 H100 NVL 94 01T08-02T20 @3.05"),
        ("side=sell product=A100 count=32 from=Monday to=Wednesday floor=1.20", "sell 32 A100 23T00-26T00 @1.2"),
    ],
)  # fmt: skip
def test_a_table_is_read_by_its_headings(text: str, shape: str) -> None:
    assert read_by_letters(text) == shape


def test_the_spans_of_a_table_are_those_of_its_cells() -> None:
    text = "GPU | Qty | From | To\nH100 | 8 | Nov 24 09:00 | Nov 24 17:00"
    read = draft(text)
    said = {text[tie.start : tie.end].strip() for tie in read.spans if tie.path.startswith("root")}
    assert {"H100", "8"} <= said
    assert any("Nov 24 09:00" in words for words in said)
