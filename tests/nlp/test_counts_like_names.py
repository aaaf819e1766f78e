"""Counts that could also name a card count the product that stands behind them."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize("count", [3090, 4090, 5090])
def test_a_count_before_a_product_is_no_card(count: int) -> None:
    assert read_shape(f"{count} H100s tomorrow, $2/GPU-hr") == f"{count} H100 22T00-23T00 @2"


def test_a_count_before_a_token_is_no_card() -> None:
    found = draft("buy 3090 ASCLEPIUS-7B tokens, at most $0.01 per token")
    assert not found.questions
    assert found.bid
    assert found.bid.root.kind == "lot"
    assert found.bid.root.quantity == 3090


def test_a_card_behind_its_count_stays_a_card() -> None:
    assert read_shape("8 4090 tomorrow, $0.4/GPU-hr") == "8 RTX4090 22T00-23T00 @0.4"


@pytest.mark.parametrize(
    "card", ["GTX-9900", "GeForce GTX 1080 Ti", "Titan V", "Radeon VII", "Arc A770", "RTX 9090 Ti"]
)
def test_a_card_of_no_catalogue_is_asked_about_as_one(card: str) -> None:
    assert "unknown_asset" in asked(draft(f"16 {card} Friday afternoon, $2"))
