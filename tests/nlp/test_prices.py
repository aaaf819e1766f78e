"""What a price comes to when the product it is for, or its unit, is in doubt."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from auction_client.model.bid import Lot, lots_of
from nlp.draft import Draft
from tests.nlp.reading import asked, draft, read_shape


def _lot(read: Draft) -> Lot:
    assert read.bid is not None
    assert isinstance(read.bid.root, Lot)
    return read.bid.root


def _codes(read: Draft) -> list[str]:
    return [question.code for question in read.questions]


def test_a_total_said_of_a_misspelt_product_stays_a_total_when_the_product_is_chosen() -> None:
    lot = _lot(draft("8 H10s Tuesday night under $500"))
    assert (lot.limit, lot.budget) == (None, Decimal(500))


def test_a_price_an_hour_of_a_misspelt_product_is_not_lost() -> None:
    read = draft("8 H10s Tuesday night at $2.10/hr")
    assert _lot(read).limit == Decimal("2.10")
    assert _codes(read) == ["unknown_asset"]
    assert "price_unit" in [each.code for each in read.assumptions]


def test_a_price_whose_meaning_depends_on_the_product_chosen_is_asked() -> None:
    read = draft("8 RTX Tuesday night at $20")
    assert _codes(read) == ["ambiguous_asset", "ambiguous_price_unit"]
    assert (_lot(read).limit, _lot(read).budget) == (None, None)


@pytest.mark.parametrize("text", ["8 GPUs Tuesday night at $2", "8 GPUs Tuesday night at $2/hr"])
def test_without_a_product_its_price_waits_and_no_second_question_is_put(text: str) -> None:
    read = draft(text)
    assert _codes(read) == ["missing_asset"]
    assert _lot(read).limit is None


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        ("8 H100s Tuesday night at $40/hr", "en", ["$40 per GPU-hour", "$40 in total"]),
        ("H100 8장 화요일 밤 시간당 40달러", "ko", ["GPU 시간당 $40", "총 $40"]),
    ],
)
def test_a_doubtful_unit_is_offered_both_ways_in_the_readers_language(
    text: str, language: str, labels: list[str]
) -> None:
    read = draft(text, language=language)
    question = next(each for each in read.questions if each.code == "ambiguous_price_unit")
    assert [choice.label for choice in question.choices] == labels


def test_a_korean_budget_in_words_keeps_its_first_digit() -> None:
    assert read_shape("예산 이천 달러, B200 8장 내일") == "8 B200 22T00-23T00 $2000"
    assert read_shape("B200 8장 내일 만 이천 달러 예산") == "8 B200 22T00-23T00 $12000"


def test_a_korean_ceiling_without_a_unit_is_read_by_its_size() -> None:
    assert read_shape("H200 8장 내일 4.5불 한도") == "8 H200 22T00-23T00 @4.5"
    assert read_shape("H200 8장 내일 500불 한도로") == "8 H200 22T00-23T00 $500"


def test_a_bare_number_behind_at_is_never_a_count() -> None:
    found = draft("8 H100s Friday night at 2.5, else at 3")
    assert found.questions
    assert found.bid is None or all(lot.quantity == 8 for _, lot in lots_of(found.bid.root))


@pytest.mark.parametrize("prices", ["$400 total, $3 max per GPU-hour", "$3 max per GPU-hour, $400 total"])
def test_a_total_and_a_price_by_the_hour_behind_two_lots_are_said_of_both(prices: str) -> None:
    tree = read_shape(f"8 H100s Tuesday and 8 H200s Wednesday, {prices}")
    assert tree == "all(8 H100 24T00-25T00 @3 | 8 H200 25T00-26T00 @3) $400"


def test_two_totals_behind_two_lots_are_one_each() -> None:
    tree = read_shape("8 H100s Tuesday and 8 H200s Wednesday, $300 total and $400 total")
    assert tree == "all(8 H100 24T00-25T00 $300 | 8 H200 25T00-26T00 $400)"


FOREIGN_MONEY = """
CHF 2.40, 2.40 Swiss francs, SFr 2.40, Fr. 2.40 per hour, JPY 400, 400 yen, Rs. 200, 200 Indian rupees, AED 9, 9 dirhams
SEK 25, NOK 25, 25 kronor, 18 kr an hour, PLN 10, 10 zloty, HK$20, AU$3.50, A$3.50, 3.50 Australian dollars
3.50 Canadian dollars, NZ$3.50, S$3.50, CNY 18, RMB 18, 90 lira, THB 100, R$12, RM11 per hour, 200 rubles
9 shekels, 10 riyals, CZK 55, 0.0001 BTC, price (EUR): 2.40, price in CHF: 2.40
"""


@pytest.mark.parametrize("money", re.split(r", |\n", FOREIGN_MONEY.strip()))
def test_money_that_is_no_dollar_is_asked_about_by_its_name(money: str) -> None:
    assert "unsupported_currency" in asked(draft(f"32 H100s on Monday, {money}"))
