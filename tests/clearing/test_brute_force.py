"""The engine against an oracle that looks at every selection of a tiny book."""

from __future__ import annotations

import pytest

from auction_client.clearing import clear, verify
from tests.clearing.books import tiny_book
from tests.clearing.brute import best_priced, every_selection


def agree(seed: int) -> None:
    book = tiny_book(seed)
    welfare, priced = clear(book, objective="welfare"), clear(book)
    selections = every_selection(book)
    assert (welfare.surplus, welfare.status) == (max(selections), "optimal"), seed
    assert (priced.surplus, priced.status) == (best_priced(book, selections), "optimal"), seed
    assert verify(book, welfare) == [], seed
    assert verify(book, priced) == [], seed


def test_surplus_is_that_of_the_best_selection_that_prices_support() -> None:
    for seed in range(20):
        agree(seed)


@pytest.mark.slow
@pytest.mark.timeout(600)  # the oracle looks at every selection, which takes a minute for the largest of these books
@pytest.mark.parametrize("first", range(20, 1000, 70))
def test_a_thousand_tiny_books_agree_with_brute_force(first: int) -> None:
    for seed in range(first, first + 70):
        agree(seed)
