"""Winner determination among single-minded bids: the known optimum, with its proof."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from auction_client.clearing import Book, clear, verify
from auction_client.clearing.draw import lot_of
from auction_client.clearing.packing import as_packing
from tests.clearing.books import all_of, book, lot, product


def packing_book(goods: int, bids: list[tuple[int, list[int]]]) -> Book:
    products = [product(f"p{g}", tags=[f"g{g}"]) for g in range(goods)]
    sells = [lot("sell", 1, "0.00", (0, 1), asset={"tags": [f"g{g}"]}) for g in range(goods)]
    buys = [
        all_of(*[lot("buy", 1, None, (0, 1), asset={"tags": [f"g{g}"]}) for g in wanted], budget=f"{value}.00")
        for value, wanted in bids
    ]
    return book(*sells, *buys, slots=1, products=products, tokens=[])


def best_value(bids: list[tuple[int, list[int]]]) -> int:
    best = 0
    for size in range(len(bids) + 1):
        for chosen in combinations(bids, size):
            goods = [g for _, wanted in chosen for g in wanted]
            if len(set(goods)) == len(goods):
                best = max(best, sum(value for value, _ in chosen))
    return best


@pytest.mark.parametrize("seed", range(8))
def test_the_best_packing_is_found_and_proved(seed: int) -> None:
    chance = random.Random(seed)
    goods = 7
    bids = [(chance.randint(1, 40), sorted(chance.sample(range(goods), chance.randint(1, 4)))) for _ in range(11)]
    market = packing_book(goods, bids)
    assert as_packing(market, 0) is not None
    outcome = clear(market, objective="welfare")
    assert (outcome.status, int(outcome.surplus)) == ("optimal", best_value(bids))
    assert verify(market, outcome) == []


def test_a_bundle_of_more_lots_than_a_person_may_write_is_cleared() -> None:
    market = packing_book(200, [(100, list(range(200))), (60, [0]), (50, [199])])
    assert int(clear(market, objective="welfare").surplus) == 110


def test_books_with_choices_are_no_packing() -> None:
    assert as_packing(book(lot("sell", 2, "1.00"), lot("buy", 2, "2.00")), 0) is None
    two_starts = book(*[lot("sell", 1, "1.00", (h, h + 1)) for h in (0, 1)], lot("buy", 1, "2.00", (0, 4), hours=1))
    assert as_packing(two_starts, 0) is None


def test_a_lot_that_several_products_meet_is_a_packing_where_one_is_sold() -> None:
    products = [product("p1", tags=["a"]), product("p2", tags=["b"])]
    sell = lot("sell", 1, "1.00", (0, 1), asset={"tags": ["b"]})
    buys = [lot("buy", 1, "5.00", (0, 1)), lot("buy", 1, "3.00", (0, 4), hours=1)]
    market = book(sell, *buys, slots=4, products=products, tokens=[])
    assert as_packing(market, 0) is not None
    outcome = clear(market, objective="welfare")
    assert (str(outcome.surplus), [fill.bid for fill in outcome.fills]) == ("4", ["b1", "b2"])
    assert verify(market, outcome) == []


def test_limits_and_budgets_cap_what_a_bundle_is_worth() -> None:
    goods = [{"tags": [f"g{n}"]} for n in range(2)]
    sells = [lot("sell", 1, "1.00", (0, 1), asset=good) for good in goods]
    capped = all_of(*[lot("buy", 1, "4.00", (0, 1), asset=good) for good in goods], budget="7.00")
    single = [lot("buy", 1, "4.00", (0, 1), asset=good, budget="3.60") for good in goods]
    products = [product(f"p{n}", **good) for n, good in enumerate(goods)]
    market = book(*sells, capped, *single, slots=1, products=products, tokens=[])
    outcome = clear(market, objective="welfare")
    assert str(outcome.surplus) == "5.2"  # the two alone, 3.60 each, not 7.00 for both
    assert verify(market, outcome) == []


def test_of_bids_that_ask_for_the_same_the_draw_decides() -> None:
    bids = [(5, [0, 1]), (5, [0, 1]), (5, [0, 1])]
    market = packing_book(2, bids)
    for seed in range(4):
        winners = [
            fill.bid for fill in clear(market, objective="welfare", seed=seed).fills if fill.bid in ("b3", "b4", "b5")
        ]
        assert winners == [min(("b3", "b4", "b5"), key=lambda bid: lot_of(bid, seed))]
