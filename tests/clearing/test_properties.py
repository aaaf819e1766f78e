"""What must hold for every book: checked on generated ones."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from auction_client.clearing import Book, clear, verify
from auction_client.clearing.book import BookBid
from auction_client.model.bid import Group, Linked, Lot, Node
from tests.clearing.books import book, lot, tiny_book

seeds = st.integers(1000, 5000)
few = settings(max_examples=8, deadline=None, derandomize=True)


def scaled(node: Node, factor: int) -> Node:
    if isinstance(node, Lot):
        prices = {"limit": node.limit and node.limit * factor, "budget": node.budget and node.budget * factor}
        return node.model_copy(update=prices)
    budget = {"budget": node.budget and node.budget * factor}
    if isinstance(node, Group):
        return node.model_copy(update={"items": tuple(scaled(item, factor) for item in node.items), **budget})
    assert isinstance(node, Linked)
    return node.model_copy(update={"first": scaled(node.first, factor), "then": scaled(node.then, factor), **budget})


@few
@given(seeds)
def test_every_outcome_is_sound(seed: int) -> None:
    market = tiny_book(seed)
    assert verify(market, clear(market)) == []


@few
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_and_the_names_of_bids_do_not_matter(seed: int, chance: random.Random) -> None:
    market = tiny_book(seed)
    bids = [bid.model_copy(update={"id": f"x{number}", "account": "?"}) for number, bid in enumerate(market.bids)]
    chance.shuffle(bids)
    assert clear(market.with_bids(bids)).surplus == clear(market).surplus


@few
@given(seeds)
def test_a_bid_that_cannot_fill_changes_nothing(seed: int) -> None:
    market = tiny_book(seed)
    idle = BookBid.model_validate({"id": "idle", "account": "?", "root": lot("buy", 1, "99.00", gpu="B200")})
    first, second = clear(market), clear(market.with_bids([*market.bids, idle]))
    assert (second.surplus, second.bound, second.rejected_in_the_money) == (
        first.surplus, first.bound, first.rejected_in_the_money,
    )  # fmt: skip
    assert [fill.bid for fill in second.fills] == [fill.bid for fill in first.fills]


@few
@given(seeds, st.sampled_from([2, 5, 10]))
def test_surplus_scales_with_money(seed: int, factor: int) -> None:
    market = tiny_book(seed)
    dearer = market.with_bids(bid.model_copy(update={"root": scaled(bid.root, factor)}) for bid in market.bids)
    outcome = clear(dearer)
    assert verify(dearer, outcome) == []
    assert outcome.surplus == clear(market).surplus * factor


@few
@given(seeds, st.integers(1, 3))
def test_a_higher_limit_never_turns_a_fill_into_a_loss(seed: int, step: int) -> None:
    market = tiny_book(seed)
    for index, bid in enumerate(market.bids):
        if not (isinstance(bid.root, Lot) and bid.root.side == "buy" and bid.root.limit is not None):
            continue
        higher = bid.root.model_copy(update={"limit": bid.root.limit + Decimal(step)})
        bids = [*market.bids]
        bids[index] = bid.model_copy(update={"root": higher})
        raised: Book = market.with_bids(bids)
        fill = clear(raised).fill_of(bid.id)
        if fill is not None:
            hours = sum(sum(each.quantities()) for each in fill.lots)
            assert fill.pay <= higher.limit * hours  # type: ignore[operator]
        return


def test_prices_scale_with_money() -> None:
    for factor in (1, 7):
        market = book(
            lot("sell", 16, f"{1.5 * factor:.2f}", (0, 8), gpu_hours=128), lot("buy", 8, f"{2 * factor:.2f}", (0, 4))
        )
        assert clear(market).prices["p1"][0] == Decimal("1.50") * factor
