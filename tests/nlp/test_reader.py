"""Whole requests, as people type them, and the bids they become."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape, shape

NIGHT = "24T20-25T06"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("8 H100s, Tuesday night, or 16 A100s", f"one(8 H100 {NIGHT} | 16 A100 {NIGHT})"),
        ("8 H100s or H200s Tuesday night", f"one(8 H100 {NIGHT} | 8 H200 {NIGHT})"),
        ("8 each of H100 and H200, Tuesday night", f"all(8 H100 {NIGHT} | 8 H200 {NIGHT})"),
        ("8 H100s Tuesday or Wednesday night", f"one(8 H100 {NIGHT} | 8 H100 25T20-26T06)"),
        ("8, I mean 18 H100s Tuesday night", f"18 H100 {NIGHT}"),
        ("16xH100 Tuesday night @2.50", f"16 H100 {NIGHT} @2.5"),
        ("H100x8 Tuesday night, $900 total", f"8 H100 {NIGHT} $900"),
        ("2 nodes of H100 Tuesday night in Europe except the UK", f"16 H100 eu-central eu-north eu-west {NIGHT}"),
        ("give up 16 A100 Tuesday night, get 8 H100", f"all(sell 16 A100 {NIGHT} | 8 H100 {NIGHT})"),
        ("preferably 8 H100 Tuesday night, else 16 A100", f"one(8 H100 {NIGHT} | 16 A100 {NIGHT})"),
        ("화요일 밤 H100 8장, 아니 16장", f"16 H100 {NIGHT}"),
        ("8 H100s mon and wed night next week", "all(8 H100 23T20-24T06 | 8 H100 25T20-26T06)"),
        ("5 hours of 8 H100s or 3 hours of 16 H100s, Friday", "one(8 H100 27T00-28T00/5 | 16 H100 27T00-28T00/3)"),
        ("any 2 of the next 3 nights, 8 H100s", "2-2(8 H100 21T20-22T06 | 8 H100 22T20-23T06 | 8 H100 23T20-24T06)"),
        ("trade 16 A100 for 8 H100, Friday", "all(sell 16 A100 27T00-28T00 | 8 H100 27T00-28T00)"),
        ("16 h100 fri. plan b: 24 a100 fri", "one(16 H100 27T00-28T00 | 24 A100 27T00-28T00)"),
        (
            "8 H100 fri night ($400 total) or 16 A100 fri night ($300 total)",
            "one(8 H100 27T20-28T06 $400 | 16 A100 27T20-28T06 $300)",
        ),
        ("sell 64 H100 by the hour next week at $2", "sell 64 10752h H100 23T00-30T00 @2"),
        (
            "16 B200 Friday at $5.50 for the B200, or 8 H100 Friday, $2.60 for the H100",
            "one(16 B200 27T00-28T00 @5.5 | 8 H100 27T00-28T00 @2.6)",
        ),
        ("H100이나 H200 8장 화요일 밤", f"one(8 H100 {NIGHT} | 8 H200 {NIGHT})"),
        ("화요일 밤 H100 8장 말고 16장", f"16 H100 {NIGHT}"),
        (
            "옵션1: 화요일 밤 H100 16장\n옵션2: 화요일 밤 A100 32장\n둘 중 하나만 체결되면 됩니다",
            f"one(16 H100 {NIGHT} | 32 A100 {NIGHT})",
        ),
        ("화요일 밤 A100 16장 내주고 H100 8장 받고 싶어요", f"all(sell 16 A100 {NIGHT} | 8 H100 {NIGHT})"),
        ("화요일 밤 H100 8장을 GPU당 시간당 2.5달러에 삽니다", f"8 H100 {NIGHT} @2.5"),
    ],
)
def test_a_request_becomes_its_bid(text: str, tree: str) -> None:
    assert read_shape(text) == tree


def test_the_first_example_asks_only_for_a_limit() -> None:
    read = draft("8 H100s, Tuesday night, or 16 A100s")
    assert [question.code for question in read.questions] == ["missing_limit"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("8 Tuesday night", ["missing_asset"]),
        ("H100s Tuesday night", ["missing_quantity"]),
        ("8 H100s", ["missing_time"]),
        ("8 H100s Tuesday from 7 to 11", ["ambiguous_time"]),
        ("8 Hopper Tuesday night", ["ambiguous_asset"]),
        ("8 H100s Tuesday night, $20/hr", ["ambiguous_price_unit"]),
        ("8 H100s yesterday", ["past_time"]),
        ("up to 8, at least 16 H100s Tuesday night", ["contradiction"]),
        ("8 H1000 Tuesday night", ["unknown_asset"]),
        ("8 H100s Tuesday night at €2", ["unsupported_currency"]),
        ("8 H100s Tuesday night, ideally in Oregon", ["unsupported"]),
        ("good morning", ["not_an_order"]),
    ],
)
def test_what_is_not_clear_is_asked(text: str, codes: list[str]) -> None:
    assert asked(draft(text)) == codes


def test_spans_tie_characters_to_fields() -> None:
    text = "8 H100s, Tuesday night, or 16 A100s"
    ties = {(text[tie.start : tie.end], tie.path) for tie in draft(text).spans if tie.path}
    assert ("8", "root.items[0].quantity") in ties
    assert ("A100s", "root.items[1].asset.gpu") in ties
    assert ("Tuesday night", "root.items[1].delivery") in ties


def test_an_unknown_product_is_never_replaced_but_the_nearest_is_offered() -> None:
    question = next(each for each in draft("8 H1000 Tuesday night").questions if each.code == "unknown_asset")
    assert [choice.label for choice in question.choices] == ["H100"]


def test_a_text_beyond_the_limit_is_refused_with_what_to_do() -> None:
    read = draft("8 H100s " * 1000)
    assert read.bid is None
    assert asked(read) == ["unsupported"]
    assert "Shorten" in read.questions[0].message


def test_questions_speak_the_language_asked_for() -> None:
    read = draft("H100 8장", language="ko")
    assert any("언제" in question.message for question in read.questions)


def test_a_doubtful_part_leaves_the_rest_of_the_tree() -> None:
    read = draft("8 H100s")
    assert read.bid is not None
    assert shape(read.bid.root) == "8 H100"
