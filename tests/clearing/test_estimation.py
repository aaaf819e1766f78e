from __future__ import annotations

import random
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from pydantic import ValidationError

from auction_client import clearing
from auction_client.clearing import Estimator
from auction_client.clearing.book import BookBid
from auction_client.clearing.market import Draft, prepare
from auction_client.model.bid import Bid
from tests.bench.market import buy_lot, market_book
from tests.clearing.books import all_of, book, lot, one_of, product

estimate = partial(clearing.estimate, time_limit=None)
A100 = product("a100", gpu="A100")
SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)


def bid(root: dict[str, Any]) -> Bid:
    return Bid.model_validate({"root": root})


def test_a_bid_above_the_market_fills_at_the_market_price() -> None:
    found = estimate(bid(lot("buy", 8, "2.00", (0, 4))), book(SUPPLY))
    assert found.fills
    assert found.payment == Decimal("48.00")
    assert found.alternatives[0].lots[0].price == Decimal("1.50")
    assert found.why_not == ()
    assert found.basis.book_bids == 1


def test_a_bid_below_the_market_learns_what_it_would_cost() -> None:
    found = estimate(bid(lot("buy", 8, "1.20", (0, 4))), book(SUPPLY, lot("buy", 1, "2.00", (0, 8))))
    assert not found.fills
    assert found.payment is None
    (only,) = found.alternatives
    assert (only.payment, only.worth) == (Decimal("48.00"), Decimal("38.40"))
    assert "costs 48.00 USD" in found.why_not[0].message


def test_each_alternative_has_its_own_price_and_the_one_that_fills_is_named() -> None:
    products = [product(), product("p2", gpu="A100")]
    cheap = lot("sell", 24, "0.50", (0, 8), gpu="A100", gpu_hours=192)
    draft = one_of(lot("buy", 8, "2.00", (0, 4)), lot("buy", 16, "1.20", (0, 4), gpu="A100"))
    found = estimate(bid(draft), book(SUPPLY, cheap, products=products))
    assert found.alternative == "root.items[1]"
    assert [a.fills for a in found.alternatives] == [False, True]
    assert [a.payment for a in found.alternatives] == [Decimal("48.00"), Decimal("32.00")]


def test_a_bid_for_hours_nobody_sells_is_told_so() -> None:
    found = estimate(bid(lot("buy", 8, "9.00", (0, 4), gpu="B200")), book(SUPPLY))
    assert [each.message for each in found.why_not] == ["no product of the book meets the requirements"]
    found = estimate(bid(lot("buy", 8, "9.00", (6, 12))), book(SUPPLY))
    assert "do not cover its whole window" in found.why_not[0].message


def test_a_bundle_is_priced_as_a_whole() -> None:
    found = estimate(bid(all_of(lot("buy", 8, "1.40", (0, 2)), lot("buy", 8, "2.00", (2, 4)))), book(SUPPLY))
    assert found.fills
    assert [each.path for each in found.alternatives[0].lots] == ["root.items[0]", "root.items[1]"]


def test_the_hours_that_bind_are_the_dear_ones() -> None:
    rivals = [lot("buy", 16, "3.00", (2, 3)), lot("buy", 8, "2.80", (2, 3))]
    found = estimate(bid(lot("buy", 8, "1.60", (0, 4))), book(SUPPLY, *rivals))
    assert not found.fills
    assert found.binding[0].slot == 2
    assert found.binding[0].ratio > 1.1


def test_a_draft_without_a_price_cannot_be_estimated() -> None:
    with pytest.raises(ValidationError, match="neither a limit nor a budget"):
        estimate(bid(lot("buy", 8, None)), book(SUPPLY))


MARKET = book(
    lot("sell", 16, "1.50", (0, 8), gpu_hours=128),
    *[lot("buy", 4, f"{1.5 + 0.1 * n:.2f}", (n % 4, 8), hours=2) for n in range(8)],
)


def test_a_losing_bid_learns_the_limit_and_the_changes_that_would_win() -> None:
    found = estimate(bid(lot("buy", 8, "1.40", (2, 4), asset={"min_uptime": "0.9999"})), MARKET)
    assert found.changes == (), "no product has that uptime, so no price helps"
    found = estimate(bid(lot("buy", 8, "1.40", (2, 4))), MARKET)
    limit = next(change for change in found.changes if change.kind == "limit")
    raised = estimate(bid(lot("buy", 8, limit.after, (2, 4))), MARKET)
    assert Decimal(limit.after) > Decimal("1.40")
    assert raised.fills
    assert estimate(bid(lot("buy", 8, "1.49", (2, 4))), MARKET).fills is False


def test_a_bid_in_dear_hours_learns_that_a_wider_window_would_win() -> None:
    market = book(lot("sell", 8, "1.00", (0, 8), gpu_hours=64), lot("buy", 8, "3.00", (0, 2)))
    found = estimate(bid(lot("buy", 8, "1.50", (0, 2))), market, scenarios=1)
    assert not found.fills
    window = next(change for change in found.changes if change.kind == "window_end")
    assert (window.path, window.payment) == ("root", Decimal("16.00"))


def test_a_filling_bid_learns_what_flexibility_would_save() -> None:
    products = [product("east"), product("west", region="eu-west")]
    market = book(
        lot("sell", 16, "1.50", (0, 8), gpu_hours=128, asset={"regions": ["us-east"]}),
        lot("sell", 16, "1.00", (0, 8), gpu_hours=128, asset={"regions": ["eu-west"]}),
        products=products,
    )
    found = estimate(bid(lot("buy", 8, "2.00", (0, 4), asset={"regions": ["us-east"]})), market)
    assert found.fills
    assert [(s.kind, s.difference) for s in found.savings] == [("regions", Decimal("-16.00"))]


def test_the_chance_rises_with_the_limit_and_is_never_certain() -> None:
    chances = [
        estimate(bid(lot("buy", 8, limit, (0, 4), hours=2)), MARKET).probability for limit in ("0.50", "1.60", "9.00")
    ]
    assert all(chance is not None and 0 < chance < 1 for chance in chances)
    assert chances == sorted(chances)  # type: ignore[type-var]
    assert chances[0] < 0.1  # type: ignore[operator]
    assert chances[2] > 0.9  # type: ignore[operator]


def test_the_ladder_climbs() -> None:
    found = estimate(bid(lot("buy", 8, "1.60", (0, 4), hours=2)), MARKET)
    assert found.basis.scenarios == 24
    assert len(found.ladder) >= 2
    assert [r.multiplier for r in found.ladder] == sorted(r.multiplier for r in found.ladder)
    assert [r.probability for r in found.ladder] == sorted(r.probability for r in found.ladder)
    assert all(r.low <= r.probability <= r.high for r in found.ladder)


def test_a_sale_is_likelier_at_a_lower_limit() -> None:
    wanted = [lot("buy", 4, f"{2.0 + 0.1 * n:.2f}", (0, 8), gpu_hours=32) for n in range(6)]
    market = book(lot("sell", 8, "2.20", (0, 8), gpu_hours=64), *wanted)
    cheap, dear = (estimate(bid(lot("sell", 4, limit, (0, 2))), market) for limit in ("1.00", "3.00"))
    assert cheap.fills
    assert not dear.fills
    assert cheap.payment is not None
    assert cheap.payment < 0
    assert cheap.probability > dear.probability  # type: ignore[operator]


def test_answers_come_from_prices_first_and_get_better() -> None:
    answers = list(Estimator(MARKET, scenarios=5).answers(bid(lot("buy", 8, "1.40", (0, 4), hours=2))))
    assert [(a.basis.method, a.basis.scenarios, bool(a.savings or a.changes)) for a in answers] == [
        ("prices", 0, False), ("cleared", 0, False), ("cleared", 0, True), ("cleared", 5, True),
        ("cleared", 5, True),
    ]  # fmt: skip


def test_a_cancelled_estimate_still_has_its_first_answer() -> None:
    answers = list(Estimator(MARKET).answers(bid(lot("buy", 8, "1.60", (0, 4))), cancel=lambda: True))
    assert len(answers) == 1
    assert answers[0].basis.method == "prices"


def test_the_same_book_and_seed_give_the_same_estimate() -> None:
    draft = bid(one_of(lot("buy", 8, "1.60", (0, 4)), lot("buy", 4, "1.80", (4, 8))))
    assert estimate(draft, MARKET, scenarios=4) == estimate(draft, MARKET, scenarios=4)


def test_a_large_book_is_answered_from_its_neighbourhood() -> None:
    market = market_book(400, seed=3)
    found = estimate(bid(buy_lot(random.Random(1), "H100", 1.5, 1.6)), market, scenarios=2)
    assert found.basis.method == "neighbourhood"
    assert found.basis.book_bids == 400


def test_a_bundle_learns_which_single_limit_or_budget_would_win() -> None:
    market = book(SUPPLY, lot("sell", 8, "1.20", (0, 8), gpu="A100", gpu_hours=64), products=[product(), A100])
    parts = (lot("buy", 8, "1.40", (0, 4)), lot("buy", 4, "1.30", (0, 4), gpu="A100"))
    limits = [c for c in estimate(bid(all_of(*parts)), market).changes if c.kind == "limit"]
    assert {c.path for c in limits} == {"root.items[0]", "root.items[1]"}
    assert all(c.lot is not None and c.lot.limit is not None for c in limits)
    rich = tuple({**part, "limit": "9.00"} for part in parts)
    (budget,) = (c for c in estimate(bid(all_of(*rich, budget="60.00")), market).changes if c.kind == "budget")
    assert (budget.path, budget.lot, budget.before) == ("root", None, "60.00")
    raised = bid(all_of(*rich, budget=budget.after))
    assert estimate(raised, market).fills
    assert Decimal(budget.after) < Decimal("70.00")


def test_both_ends_of_the_window_are_proposed() -> None:
    market = book(lot("sell", 8, "1.00", (0, 8), gpu_hours=64), lot("buy", 8, "3.00", (3, 5)))
    found = estimate(bid(lot("buy", 8, "1.50", (3, 5))), market)
    assert {"window_start", "window_end"} <= {change.kind for change in found.changes}


def test_a_sale_that_asks_too_much_is_told_in_the_words_of_a_sale() -> None:
    market = book(lot("buy", 8, "2.00", (0, 4), gpu_hours=32), lot("sell", 8, "3.00", (0, 8), gpu_hours=64))
    found = estimate(bid(lot("sell", 8, "2.50", (0, 4))), market)
    assert not found.fills
    assert found.why_not[0].message.startswith("brings ")


def test_a_draft_set_against_market_after_market_finds_what_it_finds_in_each_alone() -> None:
    volume = lot("buy", 8, "1.60", (0, 8), gpu_hours=24)
    drafts = [lot("buy", 8, "1.60", (0, 6), hours=2), volume, lot("sell", 4, "1.00", (0, 4), hours=2)]
    steps = [lot("sell", 4, f"{price:.2f}", (0, 8), gpu_hours=32) for price in (1.1, 1.3, 1.7)]
    wanted = lot("buy", 8, "1.40", (0, 8), gpu_hours=64)
    markets = [prepare(book(*bids)) for bids in ((SUPPLY, wanted), steps, (*steps, wanted), (SUPPLY, *steps, wanted))]
    for root in drafts:
        draft = BookBid.model_validate({"id": "draft", "account": "d", "root": root})
        alone = [Draft(MARKET, draft).against(each).break_even() for each in markets]
        assert Draft(MARKET, draft).break_evens(markets) == alone
        assert len(set(alone)) > 1


def test_a_lot_too_large_for_the_market_learns_what_would_fit() -> None:
    found = estimate(bid(lot("buy", 200, "4.00", (0, 4))), MARKET)
    assert not found.fills
    assert {"quantity", "min_quantity"} & {change.kind for change in found.changes}
