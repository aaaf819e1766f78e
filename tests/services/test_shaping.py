"""One more alternative, one less: the rest of the bid stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.shaping import with_alternative, without_node
from auction_client.model.bid import Bid, Group
from auction_client.model.parse import parse_bid

LOT = (
    '{"kind": "lot", "side": "buy", "quantity": %d, "asset": {"type": "compute", "gpu": "H100"}, "delivery": '
    '{"start": "2026-12-01T20:00:00Z", "end": "2026-12-02T06:00:00Z"}, "limit": "2.10"}'
)


def _bid(root: str) -> Bid:
    return parse_bid(f'{{"version": 1, "root": {root}}}'.encode())


def _group(low: int, high: int, sizes: tuple[int, ...], budget: str = "null") -> str:
    items = ", ".join(LOT % size for size in sizes)
    return f'{{"kind": "group", "at_least": {low}, "at_most": {high}, "items": [{items}], "budget": {budget}}}'


def _sizes(bid: Bid) -> list[int]:
    assert isinstance(bid.root, Group)
    return [item.quantity for item in bid.root.items]


def test_a_lone_lot_becomes_one_of_two() -> None:
    wider = with_alternative(_bid(LOT % 8))
    assert isinstance(wider.root, Group)
    assert (wider.root.at_least, wider.root.at_most, _sizes(wider)) == (1, 1, [8, 8])


@pytest.mark.parametrize(("low", "high", "then"), [(1, 1, (1, 1)), (2, 2, (3, 3)), (1, 2, (1, 3))])
def test_a_group_keeps_its_meaning_when_an_item_is_added(low: int, high: int, then: tuple[int, int]) -> None:
    wider = with_alternative(_bid(_group(low, high, (8, 16))))
    assert isinstance(wider.root, Group)
    assert (wider.root.at_least, wider.root.at_most) == then


def test_of_two_the_other_is_left_with_the_total_of_both() -> None:
    left = without_node(_bid(_group(1, 1, (8, 16), '"900"')), "root.items[0]")
    assert left.root.kind == "lot"
    assert (left.root.quantity, left.root.budget) == (16, 900)


@given(st.integers(2, 6), st.data())
def test_removing_what_was_added_gives_the_bid_back(size: int, data: st.DataObject) -> None:
    low = data.draw(st.sampled_from([1, size]))
    bid = _bid(_group(low, data.draw(st.sampled_from([low, size])), tuple(range(1, size + 1))))
    assert without_node(with_alternative(bid), f"root.items[{size}]") == bid


def test_what_no_group_holds_cannot_be_removed() -> None:
    with pytest.raises(KeyError):
        without_node(_bid(LOT % 8), "root")
