"""Ties between equal bids: a draw by seed and id, and nothing else."""

from __future__ import annotations

import random
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auction_client.clearing import Book, Outcome, clear, verify
from auction_client.clearing.book import BookBid
from tests.bench.market import market_book
from tests.clearing.books import book, lot, one_of
from tests.clearing.kinds import book_with, every_kind

seeds = st.integers(0, 1_000_000)
few = settings(
    max_examples=3, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def shown(outcome: Outcome) -> dict[str, object]:
    """All of an outcome but the clock and the order in which it lists bids."""
    found = outcome.model_dump(exclude={"seconds"})
    found["fills"] = sorted(found["fills"], key=lambda fill: fill["bid"])
    found["rejected_in_the_money"] = sorted(found["rejected_in_the_money"])
    return found


def first_drawn(names: list[str], seed: int) -> str:
    return min(names, key=lambda name: sha256(f"{seed}\n{name}".encode()).hexdigest())


def scarce(*names: str) -> Book:
    """Equal buyers for eight GPUs that only one of them can have."""
    market = book(*(lot(quantity=8, limit="2.00", window=(0, 2)) for _ in names), lot("sell", 8, "1.00", (0, 2)))
    bids = [bid.model_copy(update={"id": name}) for bid, name in zip(market.bids, names, strict=False)]
    return market.with_bids([*bids, market.bids[-1].model_copy(update={"id": "seller"})])


@pytest.mark.parametrize("seed", range(6))
def test_of_equal_bids_the_one_that_is_drawn_first_fills(seed: int) -> None:
    names = ["anna", "ben", "chris", "dora"]
    outcome = clear(scarce(*names), seed=seed)
    assert {fill.bid for fill in outcome.fills} == {first_drawn(names, seed), "seller"}


def test_every_equal_bid_wins_some_draws() -> None:
    market = scarce("anna", "ben", "chris")
    winners = {fill.bid for seed in range(20) for fill in clear(market, seed=seed).fills}
    assert winners == {"anna", "ben", "chris", "seller"}


def test_equal_bids_that_both_fill_get_the_earlier_hours_by_the_draw() -> None:
    wanted = lot(quantity=8, limit="2.00", window=(0, 4), hours=2)
    market = book(wanted, wanted, lot("sell", 8, "1.00", (0, 4), gpu_hours=32))
    for seed in range(4):
        outcome = clear(market, seed=seed)
        starts = {fill.bid: fill.lots[0].slots[0] for fill in outcome.fills}
        first = first_drawn(["b1", "b2"], seed)
        assert starts[first] == min(starts["b1"], starts["b2"])


@every_kind(2)
@few
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_the_book_changes_nothing_at_all(kind: str, seed: int, chance: random.Random) -> None:
    market = book_with(kind, seed)
    bids = list(market.bids)
    chance.shuffle(bids)
    assert shown(clear(market, seed=seed)) == shown(clear(market.with_bids(bids), seed=seed))


@few
@given(seeds, st.sampled_from([12, 160]))
def test_other_names_change_nothing_where_no_two_bids_are_equal(seed: int, size: int) -> None:
    market = market_book(size, seed)
    names = {bid.id: f"x{(7919 * number) % 1000}" for number, bid in enumerate(market.bids)}
    renamed = market.with_bids(bid.model_copy(update={"id": names[bid.id], "account": "?"}) for bid in market.bids)
    before, after = clear(market, seed=seed), clear(renamed, seed=seed)
    assert {names[fill.bid]: fill.lots for fill in before.fills} == {fill.bid: fill.lots for fill in after.fills}
    assert (after.surplus, after.prices) == (before.surplus, before.prices)


@few
@given(seeds)
def test_another_name_changes_who_of_equals_wins_and_nothing_else(seed: int) -> None:
    before = clear(scarce("anna", "ben"), seed=seed)
    after = clear(scarce("anna", "zoe"), seed=seed)
    assert (after.surplus, after.prices) == (before.surplus, before.prices)
    assert {fill.bid for fill in after.fills} == {first_drawn(["anna", "zoe"], seed), "seller"}


@every_kind(0)
@few
@given(seeds)
def test_settling_equal_bids_of_every_kind_leaves_the_outcome_sound(kind: str, seed: int) -> None:
    market = book_with(kind, seed)
    twin = BookBid(id="twin", account="?", root=market.bids[0].root)
    doubled = market.with_bids([*market.bids, twin])
    outcome = clear(doubled, seed=seed)
    assert verify(doubled, outcome) == []
    filled = [name for name in (market.bids[0].id, "twin") if outcome.fill_of(name) is not None]
    if len(filled) == 1:
        assert filled == [first_drawn([market.bids[0].id, "twin"], seed)]


def test_a_choice_is_equal_to_the_same_choice_only() -> None:
    pair = [lot(quantity=8, limit="2.00", window=(0, 2)), lot(quantity=8, limit="2.00", window=(2, 4))]
    market = book(one_of(*pair), one_of(*reversed(pair)), lot("sell", 8, "1.00", (0, 2)))
    outcome = clear(market, seed=1)
    assert verify(market, outcome) == []
    assert len(outcome.fills) == 2


@pytest.mark.parametrize("seed", range(5))
def test_between_equally_good_items_the_first_is_taken(seed: int) -> None:
    hours = [(4, 6), (0, 2), (2, 4)]
    market = book(
        one_of(*(lot(quantity=8, limit="2.00", window=each) for each in hours)),
        one_of(*(lot(quantity=8, limit="2.00", window=each) for each in reversed(hours))),
        lot("sell", 16, "1.00", (0, 6), gpu_hours=96),
    )
    outcome = clear(market, seed=seed)
    assert [outcome.fill_of(name).lots[0].path for name in ("b1", "b2")] == ["root.items[0]"] * 2  # type: ignore[union-attr]


def test_the_draw_of_the_documentation_is_what_decides() -> None:
    text = (Path(__file__).parents[2] / "docs" / "auction.md").read_text(encoding="utf-8")
    shown = text.split("<!-- draw -->")[1].split("<!-- /draw -->")[0].strip().splitlines()[2:]
    for line in shown:
        seed, *lots, first = (cell.strip() for cell in line.strip("|").split("|"))
        names = ["anna", "ben"]
        assert lots == [sha256(f"{seed}\n{name}".encode()).hexdigest()[:8] + "..." for name in names]
        assert {fill.bid for fill in clear(scarce(*names), seed=int(seed)).fills} == {first, "seller"}
    assert len(shown) == 2
