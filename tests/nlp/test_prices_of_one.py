"""A price that names its item stays with it, what each day or item may cost is no total, and a total stays one."""

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
        "8 H100s Monday and 16 A100s Tuesday; not more than $500 on the H100s",
        "8 H100s Monday and 16 A100s Tuesday, at most $500 for the first, in total",
    ],
)
def test_a_budget_of_one_item_is_not_the_requests(text: str) -> None:
    assert read(text) == "all(8 H100 23T00-24T00 $500 | 16 A100 24T00-25T00)"


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Monday and 16 A100s Tuesday; $900 in all, of which at most $500 on the H100s",
        "8 H100s Monday and 16 A100s Tuesday, $900 total but at most $500 for the H100s",
        "8 H100s Monday and 16 A100s Tuesday, total $900, the H100s no more than $500",
    ],
)
def test_a_total_beside_it_is_the_requests(text: str) -> None:
    assert read(text) == "all(8 H100 23T00-24T00 $500 | 16 A100 24T00-25T00) $900"


def test_a_limit_of_one_item_is_not_the_others() -> None:
    assert (
        read("8 H100s Monday, 16 A100s Tuesday, limit $3 on the first")
        == "all(8 H100 23T00-24T00 @3 | 16 A100 24T00-25T00)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Monday and Tuesday, no more than $500 for each",
        "월요일이랑 화요일 H100 8장, 하루 500불씩",
        "월요일이랑 화요일 H100 8장, 하루 최대 500불",
        "월요일이랑 화요일 H100 8장, 500불씩",
        "월요일부터 수요일까지 H100 8장 하루 480불",
    ],
)
def test_what_each_day_may_cost_is_asked_about(text: str) -> None:
    assert read(text) == ["ambiguous_price_unit"]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("H100 8장 내일 하루 3불", "8 H100 22T00-23T00 @3"),
        ("H100 8장 토요일 하루 500불", "8 H100 28T00-29T00 $500"),
        ("H100 8장 3불씩 월요일", "8 H100 23T00-24T00 @3"),
        ("H100 8장 A100 16장 월요일 예산 500불씩", "all(8 H100 23T00-24T00 $500 | 16 A100 23T00-24T00 $500)"),
    ],
)
def test_korean_amounts_beside_a_day(text: str, tree: str) -> None:
    assert read(text) == tree


def test_an_hourly_price_names_its_product() -> None:
    assert (
        read("16 H100s or 24 A100s Monday, $3 an hour for the H100, $1.50 an hour for the A100")
        == "one(16 H100 23T00-24T00 @3 | 24 A100 23T00-24T00 @1.5)"
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "1) Either 8 H100s on Monday or 8 H200s on Tuesday, $900 total. 2) 4 L4s Friday, $0.45 per GPU-hour",
            "all(one(8 H100 23T00-24T00 | 8 H200 24T00-25T00) $900 | 4 L4 27T00-28T00 @0.45)",
        ),
        (
            "8 H100s Monday, $300 total. 4 L4s Friday, $0.45 per GPU-hour",
            "all(8 H100 23T00-24T00 $300 | 4 L4 27T00-28T00 @0.45)",
        ),
        (
            "8 H100s Monday and 4 A100s Friday, $1.45 per GPU-hour",
            "all(8 H100 23T00-24T00 @1.45 | 4 A100 27T00-28T00 @1.45)",
        ),
    ],
)
def test_a_price_an_hour_does_not_reach_what_has_a_total(text: str, tree: str) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    "behind", ["No more than $550 total for both together.", "$550 total for the two together.", "Total: $550."]
)
def test_the_last_of_three_totals_is_of_both_items(behind: str) -> None:
    text = f"8 H100s Monday, $300 total, and 16 A100s Tuesday, $320 total. {behind}"
    assert read(text) == "all(8 H100 23T00-24T00 $300 | 16 A100 24T00-25T00 $320) $550"


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Monday with a $300 budget, 4 A100s Tuesday, both at $1.45 per GPU-hour",
        "8 H100s Monday, $300 total, and 4 A100s Tuesday, $1.45 per GPU-hour for both",
        "8 H100s Monday, $300 total, and 4 A100s Tuesday, $1.45 per GPU-hour each",
    ],
)
def test_a_price_an_hour_said_of_both_reaches_what_has_a_total(text: str) -> None:
    assert read(text) == "all(8 H100 23T00-24T00 @1.45 $300 | 4 A100 24T00-25T00 @1.45)"
