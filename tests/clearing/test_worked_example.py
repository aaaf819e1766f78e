"""The figures of docs/auction.md, recomputed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from app.cli.estimate_text import estimate_lines
from auction_client.clearing import Book, Outcome, clear, estimate, parse_book, verify
from auction_client.clearing.verifier.answers import BestAnswers
from auction_client.clearing.verifier.reach import Reach
from auction_client.clearing.verifier.sheet import Sheet
from auction_client.clearing.verifier.terms import Terms
from auction_client.model.bid import Bid
from auction_client.model.parse import parse_bid

DOCS = Path(__file__).parents[2] / "docs"


def test_the_worked_example_of_the_documentation_is_what_clears() -> None:
    market = parse_book((DOCS / "auction-example.json").read_bytes())
    outcome = clear(market)
    assert verify(market, outcome) == []
    text = (DOCS / "auction.md").read_text(encoding="utf-8")
    shown = text.split("<!-- example -->")[1].split("<!-- /example -->")[0].strip()
    assert shown == table(outcome)


def test_the_gains_at_the_prices_prove_the_worked_example_best() -> None:
    market = parse_book((DOCS / "auction-example.json").read_bytes())
    outcome = clear(market)
    terms = Terms(market)
    reach = Reach(terms)
    answers = BestAnswers(terms, Sheet(terms, outcome.prices, outcome.token_prices))
    gains = {
        bid.id: Decimal(max(0, answers.gain(bid.root, reach.of(number)))) / 1_000_000
        for number, bid in enumerate(market.bids)
    }
    listed = ", ".join(f"{name} {gain:.2f}" for name, gain in gains.items())
    text = (DOCS / "auction.md").read_text(encoding="utf-8")
    shown = text.split("<!-- proof -->")[1].split("<!-- /proof -->")[0].strip()
    assert shown == f"{listed}: together {sum(gains.values()):.2f}."
    assert outcome.proof is not None
    assert (outcome.proof.by, outcome.proof.bound) == ("prices", outcome.surplus)
    assert sum(gains.values()) == outcome.surplus


def test_the_worked_estimate_of_the_documentation_is_what_is_estimated() -> None:
    market = parse_book((DOCS / "auction-example.json").read_bytes())
    bid = parse_bid((DOCS / "estimate-example.json").read_bytes())
    text = (DOCS / "auction.md").read_text(encoding="utf-8")
    shown = text.split("<!-- estimate -->")[1].split("<!-- /estimate -->")[0].strip()
    assert shown == f"```\n{told(bid, market)}\n```"


def told(bid: Bid, market: Book) -> str:
    """The estimate without its chances."""
    result = estimate(bid, market, scenarios=1, time_limit=None)
    plain = result.model_copy(update={"probability": None, "ladder": ()})
    return "\n".join(estimate_lines(plain, bid, market))


def table(outcome: Outcome) -> str:
    lines = ["| bid | gets | pays |", "|---|---|---|"]
    for fill in outcome.fills:
        (lot,) = fill.lots
        if fill.pay < 0:
            gets = f"sells {sum(lot.quantities())} GPU-hours"
        else:
            gets = f"{lot.quantity} GPUs, hours {lot.slots[0]}-{lot.slots[-1]}"
        lines.append(f"| {fill.bid} | {gets} | {fill.pay:.2f} |")
    prices = outcome.prices["p1"]
    spans: list[list[int]] = []
    for hour, price in enumerate(prices):
        if spans and prices[spans[-1][1]] == price:
            spans[-1][1] = hour
        else:
            spans.append([hour, hour])
    listed = ", ".join(f"{prices[first]:.2f} in hours {first}-{last}" for first, last in spans)
    left_out = ", ".join(outcome.rejected_in_the_money) or "none"
    return "\n".join(
        [*lines, "", f"Prices: {listed}. Surplus: {outcome.surplus:.2f}. Left out in the money: {left_out}."]
    )
