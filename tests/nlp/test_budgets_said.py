"""Budgets of a day, budgets of other periods, and shares that must fill."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_by_letters


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("화요일과 수요일 매일 오전 10시~오후 6시 H100 4장, 하루 예산은 100달러입니다", 2),
        ("화요일과 수요일 매일 오전 10시~오후 6시 H100 4장, 일 예산 100달러", 2),
        ("4 H100s Tuesday and Wednesday 10am-6pm, daily budget $100", 2),
        ("4 H100s Tuesday and Wednesday 10am-6pm, budget $100/day", 2),
        ("4 H100s Tuesday and Wednesday 10am-6pm, max spend 100 a day", 2),
    ],
)
def test_a_budget_of_a_day_is_one_of_each_lot(text: str, each: int) -> None:
    assert read_by_letters(text).count("$100") == each


@pytest.mark.parametrize(
    "text",
    [
        "4 H100s Monday to Wednesday, budget $100/day",
        "H100 4장 월요일부터 수요일, 하루 예산 100달러",
        "8 H100s in December, monthly budget $20k",
        "8 H100s in December, max spend $5000 a week",
        "4 H100s tomorrow morning, budget $500 per node",
    ],
)
def test_a_budget_of_another_period_is_no_total(text: str) -> None:
    assert asked(draft(text)) == ["ambiguous_price_unit"]


@pytest.mark.parametrize(
    ("text", "minimum"),
    [
        ("H200 50장 화요일 오후. 75% 이상만 채워지면 받겠습니다. GPU시간당 4불", 38),
        ("H200 50장 화요일 오후. 80프로 이상 확보되면 진행. GPU시간당 4불", 40),
        ("50 H200s Tuesday afternoon, I'd take it if at least 75% fills, $4/GPU-hr", 38),
        ("50 H200s Tuesday afternoon, partial fills ok down to 60%, $4/GPU-hr", 30),
    ],
)
def test_a_share_that_must_fill_is_a_minimum(text: str, minimum: int) -> None:
    assert read_by_letters(text) == f"50 min{minimum} H200 24T12-24T18 @4"
