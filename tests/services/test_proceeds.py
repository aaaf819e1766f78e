"""What a filled offer brings at least."""

from __future__ import annotations

from decimal import Decimal

from app.services.proceeds import least_proceeds, only_sells
from auction_client.model.bid import Bid, Group, Linked
from tests.services.sample_drafts import either, lot

WHOLE = lot("H100", 8, "2.00", side="sell")  # ten hours
DEARER = lot("H200", 8, "4.00", side="sell")


def test_a_lot_brings_its_limit_for_all_of_it() -> None:
    assert least_proceeds(WHOLE) == Decimal("160.00")


def test_a_lot_that_may_fill_in_part_brings_its_smallest_part() -> None:
    assert least_proceeds(WHOLE.model_copy(update={"min_quantity": 2})) == Decimal("40.00")


def test_a_group_brings_its_cheapest_ways_to_fill() -> None:
    any_of = Group(at_least=1, at_most=2, items=(WHOLE, DEARER))
    assert least_proceeds(any_of) == Decimal("160.00")
    assert least_proceeds(any_of.model_copy(update={"at_least": 2})) == Decimal("480.00")


def test_a_link_brings_what_may_stand_alone() -> None:
    assert least_proceeds(Linked(first=DEARER, then=WHOLE)) == Decimal("320.00")


def test_without_a_limit_nothing_is_promised() -> None:
    assert least_proceeds(WHOLE.model_copy(update={"limit": None})) is None
    assert (
        least_proceeds(Group(at_least=1, at_most=2, items=(WHOLE, DEARER.model_copy(update={"limit": None})))) is None
    )


def test_an_offer_is_a_bid_that_buys_nothing() -> None:
    assert only_sells(Bid(root=WHOLE))
    assert not only_sells(either(lot("H100", 8, "2.60"), WHOLE))
