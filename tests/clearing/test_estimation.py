from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from auction_client.clearing import estimate
from auction_client.model.bid import Bid
from tests.clearing.books import all_of, book, lot, one_of, product

SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)


def bid(root: dict[str, Any]) -> Bid:
    return Bid.model_validate({"root": root})


def test_a_bid_above_the_market_fills_at_the_market_price() -> None:
    found = estimate(bid(lot("buy", 8, "2.00", (0, 4))), book(SUPPLY))
    assert found.fills
    assert found.payment == Decimal("48.00")
    assert found.alternatives[0].lots[0].price == Decimal("1.50")
    assert found.why_not == ()
    assert found.basis.book_bids == 1


def test_a_bid_below_the_market_learns_what_it_would_cost() -> None:
    found = estimate(bid(lot("buy", 8, "1.20", (0, 4))), book(SUPPLY, lot("buy", 1, "2.00", (0, 8))))
    assert not found.fills
    assert found.payment is None
    (only,) = found.alternatives
    assert (only.payment, only.worth) == (Decimal("48.00"), Decimal("38.40"))
    assert "costs 48.00 USD" in found.why_not[0]


def test_each_alternative_has_its_own_price_and_the_one_that_fills_is_named() -> None:
    products = [product(), product("p2", gpu="A100")]
    cheap = lot("sell", 24, "0.50", (0, 8), gpu="A100", gpu_hours=192)
    draft = one_of(lot("buy", 8, "2.00", (0, 4)), lot("buy", 16, "1.20", (0, 4), gpu="A100"))
    found = estimate(bid(draft), book(SUPPLY, cheap, products=products))
    assert found.alternative == "root.items[1]"
    assert [a.fills for a in found.alternatives] == [False, True]
    assert [a.payment for a in found.alternatives] == [Decimal("48.00"), Decimal("32.00")]


def test_a_bid_for_hours_nobody_sells_is_told_so() -> None:
    found = estimate(bid(lot("buy", 8, "9.00", (0, 4), gpu="B200")), book(SUPPLY))
    assert found.why_not == ("root: root: no product of the book meets the requirements",)
    found = estimate(bid(lot("buy", 8, "9.00", (6, 12))), book(SUPPLY))
    assert "do not cover its whole window" in found.why_not[0]


def test_a_bundle_is_priced_as_a_whole() -> None:
    found = estimate(bid(all_of(lot("buy", 8, "1.40", (0, 2)), lot("buy", 8, "2.00", (2, 4)))), book(SUPPLY))
    assert found.fills
    assert [each.path for each in found.alternatives[0].lots] == ["root.items[0]", "root.items[1]"]


def test_the_hours_that_bind_are_the_dear_ones() -> None:
    rivals = [lot("buy", 16, "3.00", (2, 3)), lot("buy", 8, "2.80", (2, 3))]
    found = estimate(bid(lot("buy", 8, "1.60", (0, 4))), book(SUPPLY, *rivals))
    assert not found.fills
    assert found.binding[0].slot == 2
    assert found.binding[0].ratio > 1.1


def test_a_draft_without_a_price_cannot_be_estimated() -> None:
    with pytest.raises(ValidationError, match="neither a limit nor a budget"):
        estimate(bid(lot("buy", 8, None)), book(SUPPLY))
