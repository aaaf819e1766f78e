"""The same product in the same hours again is one lot more only where the words say so; otherwise it is asked about."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, shape


def where(text: str) -> dict[str, str]:
    korean = any("가" <= letter <= "힣" for letter in text)
    return {"zone": "Asia/Seoul", "language": "ko"} if korean else {}


@pytest.mark.parametrize(
    "text",
    [
        "H100 x 8, Monday, x2 nodes, $3",
        "16 H100s or 24 A100s Monday, $3 an hour for the H100, 10 for the A100",
        "8 H100s Friday night or Saturday night, $2.50 for Friday, $3 for Saturday",
        "금요일이나 토요일 밤에 H100 8장, 금요일이면 2.5불, 토요일이면 3불",
        "H100 8장 x 2노드 월요일 3불",
        "월요일 H100 8장 여덟 장 다 해서 하루 480불",
    ],
)
def test_what_repeats_a_lot_is_asked_about(text: str) -> None:
    assert asked(draft(text, **where(text)))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("8 H100s Monday at $3 and 4 at $2.50", "all(8 H100 23T00-24T00 @3 | 4 H100 23T00-24T00 @2.5)"),
        ("8 H100s Monday, and 4 more, $3", "all(8 H100 23T00-24T00 @3 | 4 H100 23T00-24T00 @3)"),
        ("8 H100s Monday, 8 H100s Monday, $3", "all(8 H100 23T00-24T00 @3 | 8 H100 23T00-24T00 @3)"),
        ("월요일 H100 8장 3불, 4장 더 2.5불", "all(8 H100 23T00-24T00 @3 | 4 H100 23T00-24T00 @2.5)"),
        ("8 H100s Monday, 16 Tuesday, $3", "all(8 H100 23T00-24T00 @3 | 16 H100 24T00-25T00 @3)"),
    ],
)
def test_one_lot_more_is_read(text: str, tree: str) -> None:
    found = draft(text, **where(text))
    assert asked(found) == []
    assert found.bid
    assert shape(found.bid.root) == tree
