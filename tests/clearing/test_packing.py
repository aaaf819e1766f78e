"""Winner determination among single-minded bids: the known optimum, with its proof."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from auction_client.clearing import Book, clear, verify
from auction_client.clearing.layout import lay_out
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
    assert as_packing(lay_out(market)) is not None
    outcome = clear(market, objective="welfare")
    assert (outcome.status, int(outcome.surplus)) == ("optimal", best_value(bids))
    assert verify(market, outcome) == []


def test_a_bundle_of_more_lots_than_a_person_may_write_is_cleared() -> None:
    market = packing_book(200, [(100, list(range(200))), (60, [0]), (50, [199])])
    assert int(clear(market, objective="welfare").surplus) == 110


def test_books_with_choices_are_no_packing() -> None:
    assert as_packing(lay_out(book(lot("sell", 2, "1.00"), lot("buy", 2, "2.00")))) is None
    two_starts = book(*[lot("sell", 1, "1.00", (h, h + 1)) for h in (0, 1)], lot("buy", 1, "2.00", (0, 4), hours=1))
    assert as_packing(lay_out(two_starts)) is None
