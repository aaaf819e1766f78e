from __future__ import annotations

import json
import subprocess
import sys

import pytest

from auction_client.clearing import Book, InvalidBook, book_bytes, parse_book
from tests.clearing.books import all_of, book, lot, token


def test_a_book_survives_the_way_to_json_and_back() -> None:
    original = book(lot(), all_of(lot("sell", 4, "1.00"), token()))
    assert parse_book(book_bytes(original)) == original


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda raw: raw.update(slots=0), "slots"),
        (lambda raw: raw.update(slot_minutes=45), "slot_minutes"),
        (lambda raw: raw.update(version=2), "version"),
        (lambda raw: raw.update(colour="red"), "colour: unknown field"),
        (lambda raw: raw["products"].append(raw["products"][0]), "the product id 'p1' stands twice"),
        (lambda raw: raw["bids"].append(raw["bids"][0]), "the bid id 'b1' stands twice"),
        (lambda raw: raw["bids"][0]["root"].update(limit=None), "neither a limit nor a budget"),
        (lambda raw: raw["bids"][0]["root"].update(quantity=None), "root has no quantity"),
        (lambda raw: raw["bids"][0]["root"].update(limit=2), "money is written as a decimal string"),
        (lambda raw: raw["bids"][0]["root"]["asset"].update(gpu=None), "names no GPU"),
        (lambda raw: raw["bids"][0]["root"].update(delivery=None), "no delivery window"),
        (lambda raw: raw["bids"][0]["root"].update(side="sell", limit=None, budget=None), "sells without a limit"),
        (lambda raw: raw["products"][0].update(uptime="0.95"), "uptime"),
    ],
)
def test_a_faulty_book_is_refused_with_the_place_and_the_reason(change, words) -> None:  # type: ignore[no-untyped-def]
    raw = book(lot()).model_dump(mode="json")
    change(raw)
    with pytest.raises(InvalidBook, match=words):
        parse_book(json.dumps(raw))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        (b"\xff", "UTF-8"),
        ('{"version": 1, "version": 1}', "stands twice"),
        ('{"slots": 1.5}', "floating-point"),
        ("[]", "dictionary"),
        ("[" * 100_000, "48 deep"),
    ],
)
def test_bytes_that_are_no_book_are_refused(text: str | bytes, words: str) -> None:
    with pytest.raises(InvalidBook, match=words):
        parse_book(text)


def test_many_faults_are_summed_up() -> None:
    raw = book(*[lot() for _ in range(9)]).model_dump(mode="json")
    for bid in raw["bids"]:
        bid["root"]["limit"] = None
    with pytest.raises(InvalidBook, match="and 4 more faults") as caught:
        parse_book(json.dumps(raw))
    assert len(caught.value.problems) == 9


def test_reading_books_loads_no_solver() -> None:
    code = "import auction_client.clearing.book, sys; sys.exit('ortools' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_another_set_of_bids_keeps_the_market() -> None:
    first = book(lot(), lot())
    assert first.with_bids(first.bids[:1]) == Book.model_validate({**first.model_dump(), "bids": first.bids[:1]})
