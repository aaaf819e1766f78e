"""What is only perhaps wanted, or would do as well, is asked about; courtesies with the same words are not."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, shape


def read(text: str) -> str | list[str]:
    """The tree, or what is asked."""
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, "2026-11-20T16:30:00", **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))
    assert found.bid
    return asked(found) or shape(found.bid.root)


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s tomorrow, Friday too if necessary, $3",
        "8 H100s tomorrow, and Friday if needed, $3",
        "8 H100s tomorrow and possibly Friday, $3",
        "8 H100s tomorrow, up to Friday if required, $3",
        "8 H100s tomorrow, I may want Friday too, $3",
        "내일 H100 8장 3불, 필요하면 모레까지",
        "내일 H100 8장 3불, 상황 봐서 모레도",
        "내일 H100 8장 3불, 모레는 아직 모르겠어요",
        "내일 H100 8장 3불, 늦어도 모레",
        "내일 H100 8장 3불, 금요일도 괜찮아요",
        "내일 H100 8장 3불, 모레여도 됩니다",
        "내일 H100 8장 3불, A100도 됩니다",
        "내일 H100 8장 3불, 서울도 괜찮아요",
    ],
)
def test_loose_parts_are_asked_about(text: str) -> None:
    assert read(text) == ["unsupported"]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("could you possibly get me 8 H100s tomorrow, $3", "8 H100 21T00-22T00 @3"),
        ("8 H100s tomorrow, $3, I can send a PO if needed", "8 H100 21T00-22T00 @3"),
        ("we could use 8 H100s tomorrow, $3", "8 H100 21T00-22T00 @3"),
        ("H100 8장 3불, 내일도 괜찮아요", "8 H100 21T00-22T00 @3"),
        ("내일 H100 8장 3불, 선점형도 괜찮아요", "8 H100 spot 21T00-22T00 @3"),
        ("내일 H100 8장 3불, 서울이나 도쿄도 괜찮아요", "8 H100 ap-korea ap-northeast 21T00-22T00 @3"),
        ("H100 8장 3불, 늦어도 모레까지 12시간", "8 H100 20T17-23T00/12 @3"),
        ("내일 H100 8장 3불, 인피니밴드 필수는 아님", "8 H100 21T00-22T00 @3"),
        ("내일 H100 8장 3불 -> 10장으로 정정합니다", "10 H100 21T00-22T00 @3"),
    ],
)
def test_what_looks_like_them_is_read(text: str, tree: str) -> None:
    assert read(text) == tree
