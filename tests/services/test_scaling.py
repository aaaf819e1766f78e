"""All limits and budgets of a bid made larger or smaller together."""

from __future__ import annotations

from app.services.edits import with_changes
from app.services.scaling import scaled_changes
from auction_client.model.bid import Bid
from tests.services.sample_drafts import either, lot


def changes(bid: Bid, factor: float) -> dict[str, object]:
    return {change.path: change.value for change in scaled_changes(bid, factor)}


def test_every_limit_and_budget_goes_with_the_factor() -> None:
    bid = either(lot("H100", 8, "4.20"), lot("A100", 16, None, budget="300"), budget="900")
    assert changes(bid, 0.5) == {
        "root.budget": "450.00", "root.items[0].limit": "2.10", "root.items[1].budget": "150.00",
    }  # fmt: skip


def test_a_buyer_is_rounded_up_and_a_seller_down() -> None:
    assert changes(Bid(root=lot("H100", 8, "3.00")), 0.876667) == {"root.limit": "2.64"}
    assert changes(Bid(root=lot("H100", 8, "3.00", side="sell")), 0.876667) == {"root.limit": "2.63"}


def test_prices_below_a_dollar_keep_four_decimals() -> None:
    assert changes(Bid(root=lot("L40S", 8, "0.90")), 0.5001) == {"root.limit": "0.4501"}


def test_the_changes_fit_the_bid() -> None:
    bid = either(lot("H100", 8, "4.20"), lot("A100", 16, "1.90"))
    assert [item.limit for item in with_changes(bid, scaled_changes(bid, 1.1)).root.items] == [
        bid.root.items[0].limit * 11 / 10,
        bid.root.items[1].limit * 11 / 10,
    ]
