"""Where people or things are, and what the writer has already, is asked about; languages are no places."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, shape


def read(text: str) -> str | list[str]:
    """The tree, or what is asked."""
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))
    assert found.bid
    return asked(found) or shape(found.bid.root)


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Monday, $3, our data lives in Frankfurt",
        "8 H100s Monday, $3, it was warm in Texas",
        "8 H100s Monday, $3, the team sits in Tokyo",
        "월요일 H100 8장 3불, 고객이 독일에 있어요",
        "월요일 H100 8장 3불, 본사가 도쿄에 있어서요",
        "H100 16장은 이미 있고 월요일에 16장 더 필요해요, 3불",
        "월요일 H100 총 16장 필요한데 8장은 있어요. 3불",
    ],
)
def test_what_is_only_told_is_asked_about(text: str) -> None:
    assert read(text) == ["unsupported"]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("8 H100s Monday, $3, it has to be in Texas", "8 H100 us-central 23T00-24T00 @3"),
        ("8 H100s Monday, $3, the location is Texas", "8 H100 us-central 23T00-24T00 @3"),
        ("8 H100s Monday, $3, we need it in Texas", "8 H100 us-central 23T00-24T00 @3"),
        ("월요일 H100 8장 3불, 서버가 서울에 있어야 해요", "8 H100 ap-korea 23T00-24T00 @3"),
        ("월요일 H100 8장 3불, 한국이요", "8 H100 ap-korea 23T00-24T00 @3"),
        ("월요일 H100 8장 3불, 한국어 모델 학습용", "8 H100 23T00-24T00 @3"),
        ("월요일 H100 8장 있으면 주세요 3불", "8 H100 23T00-24T00 @3"),
        ("H100 32장 있는데 월요일에 팔게요 2불 이상", "sell 32 H100 23T00-24T00 @2"),
    ],
)
def test_what_is_ordered_is_read(text: str, tree: str) -> None:
    assert read(text) == tree
