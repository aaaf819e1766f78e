"""A length of time that the words leave open is asked about, never taken as exact."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s Monday, up to 6 hours, $3", "unsupported"),
        ("8 H100s Monday, at most 6 hours, $3", "unsupported"),
        ("8 H100s from Monday for up to a week, $3", "unsupported"),
        ("16 A100s for a week or two from Monday, $1.40", "missing_time"),
        ("16 A100s Monday for an hour or two, $1.40", "missing_time"),
        ("월요일 H100 8장 6시간까지만 3불", "unsupported"),
        ("월요일 H100 8장 길어야 6시간 3불", "unsupported"),
        ("월요일 H100 8장 한두 시간 3불", "missing_time"),
    ],
)
def test_an_open_length_is_asked_about(text: str, code: str) -> None:
    korean = any("가" <= letter <= "힣" for letter in text)
    assert asked(draft(text, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))) == [code]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("8 H100s spread over 6 hours Monday, $3", "8 H100 23T00-24T00/6~ @3"),
        ("500 H100-hours over two days from Monday, $3", "500h H100 23T00-25T00 @3"),
        (
            "8 H100s Monday for an hour or two H100 nodes Tuesday, $3",
            "one(8 H100 23T00-24T00/1 @3 | 16 H100 24T00-25T00/1 @3)",
        ),
    ],
)
def test_a_length_beside_other_words_is_exact(text: str, tree: str) -> None:
    assert read_shape(text) == tree
