"""What `estimate` prints."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

from app.cli.estimate_text import estimate_lines
from auction_client.clearing import Book, estimate
from auction_client.model.bid import Bid
from tests.clearing.books import START, book, lot, one_of, product, token

SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)


def told(root: dict[str, Any], market: Book) -> str:
    bid = Bid.model_validate({"root": root})
    result = estimate(bid, market, as_of=START, scenarios=8, time_limit=None)
    return "\n".join(estimate_lines(result, bid, market, START + timedelta(seconds=90)))


def test_every_part_of_an_estimate_is_printed() -> None:
    rivals = [lot("buy", 16, "3.00", (2, 3)), lot("buy", 8, "2.80", (2, 3))]
    text = told(lot("buy", 8, "1.60", (0, 4)), book(SUPPLY, *rivals))
    for part in (
        "Would not fill.", "Chance of a fill: ", "from 8 scenarios, between ", "Why not:", "sold out",
        "Hours that decide the price:",
        "Chance by price:", "Any one of these changes would win:", "pay up to ", "from 3 bids", "(90 s ago)",
        "not a promise",
    ):  # fmt: skip
        assert part in text, part
    assert "100%" not in text
    assert " 0%" not in text


def test_a_sale_reads_as_a_sale() -> None:
    text = told(lot("sell", 8, "1.00", (0, 4)), book(lot("buy", 8, "2.00", (0, 8), gpu_hours=64)))
    assert "it receives $" in text
    assert "asks for at least $32.00" in text


def test_lots_are_told_apart_and_tokens_have_no_hours() -> None:
    offers = [lot("sell", 24, "1.00", (0, 8), gpu="A100", gpu_hours=192), SUPPLY]
    draft = one_of(lot("buy", 8, "2.00", (0, 4)), lot("buy", 16, "1.20", (0, 4), gpu="A100"))
    text = told(draft, book(*offers, products=[product(), product("p2", gpu="A100")]))
    assert "8 x H100: " in text
    assert "16 x A100: " in text
    text = told(token("buy", 10, "0.50"), book(token("sell", 100, "0.40", min_quantity=1), tokens=["ATLAS-32B"]))
    assert "10 ATLAS-32B at $" in text
    assert "UTC" not in text.split("Ways to fill it:")[1].split("\n")[2]


def test_every_moment_is_told_in_the_zone_of_the_bid() -> None:
    seoul = timezone(timedelta(hours=9))
    start, end = ((START.astimezone(seoul) + timedelta(hours=hours)).isoformat() for hours in (0, 2))
    root = lot("buy", 8, "1.60") | {"delivery": {"start": start, "end": end, "hours": None}}
    text = told(root, book(SUPPLY, lot("buy", 16, "3.00", (0, 2))))
    assert "Tue 24 Nov 09:00 to Tue 24 Nov 11:00 UTC+09:00" in text
    assert "p1 Tue 24 Nov 09:00 UTC+09:00: " in text
    assert "let it end by Tue 24 Nov 17:00 UTC+09:00" in text


def test_a_part_is_told_as_a_part() -> None:
    text = told(lot("buy", 32, "2.00", (0, 4), min_quantity=8), book(SUPPLY))
    assert "64 of 128 GPU-hours" in text
    text = told(lot("buy", 16, "2.00", (0, 4)), book(SUPPLY))
    assert " of 64 GPU-hours" not in text


def test_a_choice_that_is_not_taken_says_why() -> None:
    products = [product(), product("p2", gpu="A100")]
    offers = [lot("sell", 24, "1.00", (0, 8), gpu="A100", gpu_hours=192), SUPPLY]
    draft = one_of(lot("buy", 8, "2.00", (0, 4)), lot("buy", 8, "2.20", (0, 4), gpu="A100"))
    text = told(draft, book(*offers, products=products))
    assert "8 x H100: does not fill, would pay $48.00; its limits allow $64.00; another choice is better" in text


def test_what_lies_outside_the_market_is_told_how_far_the_market_reaches() -> None:
    text = told(lot("buy", 8, "2.00", (20, 28)), book(SUPPLY))
    assert "no slot of the book lies inside its window; the book ends on Tue 24 Nov 08:00 UTC" in text
