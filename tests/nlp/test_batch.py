"""One pasted text, several requests: e-mails, lists and tables, each request tied to its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.batch import MOST_REQUESTS, NotSeveral
from tests.nlp.reading import asked, draft, reader, shape

MAIL = """Hi team,

For Tuesday night please:
- 8 H100s, max $2.50
- 16 A100s in Oregon,
  no more than $1.60

Thanks,
Dana
"""
TABLE = """qty,gpu,start,end,region,limit
8,H100,2026-12-01 20:00,2026-12-02 06:00,us-west,2.50
16,A100,2026-12-03 09:00,2026-12-03 17:00,,1.60
"""
KOREAN_TABLE = "수량\t품목\t기간\t상한가\n8\tH100\t12월 1일 밤\t2.5달러\n16\tA100\t12월 3일 09:00~18:00\t1.6달러\n"
MARKED_UP = "| GPU | Count | When | Max price |\n|---|---|---|---|\n| H200 | 8 | Friday 9am-5pm | 4.5 |\n"
OF_ALL = "8 H100s Friday night\n16 A100s Sunday night\n\nAll at most $2"


def _shapes(text: str) -> list[str]:
    found = []
    for request in reader().requests_in(text):
        read = draft(request.text)
        assert asked(read) == [], request.text
        found.append(shape(read.bid.root))
    return found


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        (MAIL, ["8 H100 24T20-25T06 @2.5", "16 A100 us-west 24T20-25T06 @1.6"]),
        (TABLE, ["8 H100 us-west 01T20-02T06 @2.5", "16 A100 03T09-03T17 @1.6"]),
        (KOREAN_TABLE, ["8 H100 01T20-02T06 @2.5", "16 A100 03T09-03T18 @1.6"]),
        (MARKED_UP, ["8 H200 27T09-27T17 @4.5"]),
        (OF_ALL, ["8 H100 27T20-28T06 @2", "16 A100 22T20-23T06 @2"]),
    ],
    ids=["mail", "csv", "korean", "markdown", "of all"],
)  # fmt: skip
def test_every_request_of_a_text_is_read_by_itself(text: str, shapes: list[str]) -> None:
    assert _shapes(text) == shapes


def test_a_request_knows_its_lines() -> None:
    assert [(each.first_line, each.last_line) for each in reader().requests_in(MAIL)] == [(4, 4), (5, 6)]
    assert [(each.first_line, each.last_line) for each in reader().requests_in(TABLE)] == [(2, 2), (3, 3)]


def test_an_unknown_column_is_said_and_so_asked_about() -> None:
    (request,) = reader().requests_in("qty,gpu,when,remark\n8,H100,Friday night,wibble\n")
    assert "wibble" in request.text
    assert "unsupported" in asked(draft(request.text))


@pytest.mark.parametrize("text", ["", "Hello there.", "8 H100s\n" * (MOST_REQUESTS + 1), "x" * 200_000])
def test_what_holds_no_requests_or_too_many_is_refused(text: str) -> None:
    with pytest.raises(NotSeveral):
        reader().requests_in(text)


@given(st.text(max_size=400))
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        found = reader().requests_in(text)
    except NotSeveral:
        return
    lines = len(text.splitlines())
    assert all(1 <= each.first_line <= each.last_line <= lines for each in found)
