"""Items move between groups: nothing is lost, groups keep their meaning, and the way back exists."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.arranging import Beside, Onto, drops_of, moved, step_of
from auction_client.model.bid import Bid, Group, Linked, Lot, lots_of, walk
from auction_client.model.normal import normal_form
from tests.nlp.sayable import sayable_bids
from tests.services.sample_drafts import either, lot

A, B, C, D = lot("H100", 1), lot("H200", 2), lot("A100", 3), lot("B200", 4)


def group(*items: Lot | Group | Linked, low: int = 1, high: int = 1, **fields: object) -> Group:
    return Group.model_validate({"at_least": low, "at_most": high, "items": items, **fields})


def every(*items: Lot | Group | Linked, **fields: object) -> Group:
    return group(*items, low=len(items), high=len(items), **fields)


def sizes(node: Lot | Group | Linked) -> object:
    """The tree as quantities in nested lists."""
    if isinstance(node, Lot):
        return node.quantity
    if isinstance(node, Linked):
        return (sizes(node.first), sizes(node.then))
    return [sizes(item) for item in node.items]


def test_an_item_is_put_before_another_of_its_group() -> None:
    bid, path = moved(either(A, B, C), "root.items[2]", Beside("root", 0))
    assert (sizes(bid.root), path) == ([3, 1, 2], "root.items[0]")


def test_an_item_is_put_behind_the_last_of_its_group() -> None:
    bid, path = moved(either(A, B, C), "root.items[0]", Beside("root", 3))
    assert (sizes(bid.root), path) == ([2, 3, 1], "root.items[2]")


def test_an_alternative_goes_into_another_group_and_both_keep_their_meaning() -> None:
    bid = Bid(root=every(group(A, B, C), every(D, lot("L40S", 5))))
    after, path = moved(bid, "root.items[0].items[1]", Beside("root.items[1]", 1))
    assert (sizes(after.root), path) == ([[1, 3], [4, 2, 5]], "root.items[1].items[1]")
    assert isinstance(after.root, Group)
    first, second = after.root.items
    assert isinstance(first, Group)
    assert isinstance(second, Group)
    assert (first.at_least, first.at_most) == (1, 1)
    assert (second.at_least, second.at_most) == (3, 3)


def test_the_other_one_of_two_is_left_with_the_tighter_total_and_takes_the_groups_place() -> None:
    pair = group(A, B.model_copy(update={"budget": Decimal(50)}), budget="90")
    after, path = moved(Bid(root=every(pair, C)), "root.items[0].items[0]", Beside("root", 2))
    assert (sizes(after.root), path) == ([2, 3, 1], "root.items[2]")
    assert isinstance(after.root, Group)
    assert after.root.items[0].budget == 50
    assert (after.root.at_least, after.root.at_most) == (3, 3)


def test_an_item_dropped_on_a_lot_becomes_its_alternative() -> None:
    after, path = moved(Bid(root=every(A, B, C)), "root.items[2]", Onto("root.items[0]"))
    assert (sizes(after.root), path) == ([[1, 3], 2], "root.items[0].items[1]")
    assert isinstance(after.root, Group)
    inner = after.root.items[0]
    assert isinstance(inner, Group)
    assert (inner.at_least, inner.at_most) == (1, 1)


def test_the_second_of_a_link_leaves_the_first_alone() -> None:
    after, _ = moved(Bid(root=every(Linked(first=A, then=B), C)), "root.items[0].then", Beside("root", 2))
    assert sizes(after.root) == [1, 3, 2]


@pytest.mark.parametrize("place", [Beside("root.items[0]", 1), Onto("root.items[0].items[0]"), Onto("root.items[0]")])
def test_an_item_does_not_go_into_itself(place: Beside | Onto) -> None:
    with pytest.raises(KeyError):
        moved(Bid(root=every(group(A, B), C)), "root.items[0]", place)


@settings(deadline=None, max_examples=80)
@given(sayable_bids, st.data())
def test_no_move_loses_or_changes_a_lot(bid: Bid, data: st.DataObject) -> None:
    paths = [path for path, _ in walk(bid.root) if path != "root"]
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    drops = drops_of(bid, path)
    for place in drops:
        after, there = moved(bid, path, place)
        assert _lots(after) == _lots(bid)
        assert normal_form(dict(walk(after.root))[there])["kind"] == dict(walk(bid.root))[path].kind


def _lots(bid: Bid) -> list[str]:
    return sorted(f"{each.side} {each.quantity} {each.asset}" for _, each in lots_of(bid.root))


def test_the_keys_move_an_item_step_by_step() -> None:
    bid = Bid(root=every(group(A, B), C, D))
    assert step_of(bid, "root.items[1]", "down") == Beside("root", 3)
    assert step_of(bid, "root.items[2]", "up") == Beside("root", 1)
    assert step_of(bid, "root.items[1]", "in") == Beside("root.items[0]", 2), "into the group above it"
    assert step_of(bid, "root.items[2]", "in") == Onto("root.items[1]"), "with the lot above it"
    assert step_of(bid, "root.items[0].items[1]", "out") == Beside("root", 1), "behind the group it was in"
    assert step_of(bid, "root.items[0].items[0]", "up") == Beside("root", 0), "over the border of its group"
    assert step_of(bid, "root.items[0].items[1]", "down") == Beside("root", 1)


def test_where_there_is_nowhere_to_go_a_key_does_nothing() -> None:
    bid = either(A, B)
    assert step_of(bid, "root.items[0]", "up") is None
    assert step_of(bid, "root.items[1]", "down") is None
    assert step_of(bid, "root.items[0]", "out") is None
    assert step_of(bid, "root.items[0]", "in") is None
    assert step_of(Bid(root=A), "root", "down") is None
