"""What an estimate says of bids that may be filled in part, of limits between cents, and of what stands outside."""

from __future__ import annotations

import random
from datetime import timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from auction_client.clearing import Estimator, estimate
from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.chances import Chances, chance_of
from auction_client.clearing.changes import edits_of
from auction_client.clearing.estimates import Estimate
from auction_client.clearing.market import Draft, prepare
from auction_client.clearing.reasons import Reason
from auction_client.model.bid import Bid, Lot
from tests.bench.market import buy_lot, market_book
from tests.clearing.books import book, lot, one_of, product, token

SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)


def asked(root: dict[str, Any], market: Book) -> Estimate:
    return estimate(Bid.model_validate({"root": root}), market, scenarios=3, time_limit=None)


def rungs(
    root: dict[str, Any], needs: list[float], *, sells: bool = False
) -> list[tuple[Decimal | None, float, float]]:
    """The ladder of a bid that fills in each of some scenarios at so many times its price: (limit, multiplier,
    probability)."""
    draft = BookBid.model_validate({"id": "draft", "account": "d", "root": root})
    market = prepare(book(SUPPLY))
    chances = Chances(Draft(market.book, draft), [market] * len(needs), sells=sells)
    chances.needs = needs
    first = asked(root, book(SUPPLY))
    found = chances.added_to(first, draft.root if isinstance(draft.root, Lot) else None)
    return [(rung.limit, rung.multiplier, rung.probability) for rung in found.ladder]


def test_a_volume_lot_too_dear_is_told_what_all_of_it_would_cost() -> None:
    dear = lot("sell", 16, "2.50", (0, 8), gpu_hours=128)
    found = asked(lot("buy", 32, "1.20", (0, 4), gpu_hours=96), book(SUPPLY, dear))
    (only,) = found.alternatives
    assert not only.fills
    assert sum(only.lots[0].quantities) == 96
    assert (only.payment, only.worth) == (Decimal("208.00"), Decimal("115.20"))
    assert only.why_not is not None
    assert (only.why_not.payment, only.why_not.worth) == (only.payment, only.worth)


def test_a_lot_that_takes_a_part_says_how_much() -> None:
    found = asked(lot("buy", 32, "2.00", (0, 4), min_quantity=8), book(SUPPLY))
    assert found.fills
    assert found.alternatives[0].lots[0].quantities == (16, 16, 16, 16)
    found = asked(lot("buy", 8, "2.00", (0, 8), gpu_hours=20), book(SUPPLY))
    assert sum(found.alternatives[0].lots[0].quantities) == 20
    found = asked(token("buy", 10, "0.50"), book(token("sell", 4, "0.40", min_quantity=1), tokens=["ATLAS-32B"]))
    assert not found.fills
    found = asked(
        token("buy", 10, "0.50", min_quantity=1), book(token("sell", 4, "0.40", min_quantity=1), tokens=["ATLAS-32B"])
    )
    assert found.alternatives[0].lots[0].quantities == (4,)


def test_a_divisible_alternative_that_is_only_second_best_is_told_so() -> None:
    products = [product(), product("p2", gpu="A100")]
    cheap = lot("sell", 16, "0.50", (0, 8), gpu="A100", gpu_hours=128)
    root = one_of(lot("buy", 8, "2.00", (0, 4), gpu="A100"), lot("buy", 8, "1.60", (0, 4), gpu_hours=16))
    found = asked(root, book(SUPPLY, cheap, products=products))
    assert found.alternative == "root.items[0]"
    other = found.alternatives[1]
    assert other.why_not is not None
    assert other.why_not.code is Reason.SECOND_BEST
    assert (other.payment, other.worth) == (Decimal("24.00"), Decimal("25.60"))


def test_no_two_rungs_of_a_ladder_have_one_limit() -> None:
    found = rungs(lot("buy", 8, "4.50", (0, 4)), [1.0600, 1.0604, 1.0608, 1.0612, 1.0616, 1.0620, 1.09])
    limits = [limit for limit, *_ in found]
    assert len(set(limits)) == len(limits)


def test_the_chance_of_a_rung_is_the_one_of_its_limit_in_whole_cents() -> None:
    found = rungs(lot("buy", 8, "2.00", (0, 4)), [1.001, 1.002, 1.003, 1.004])
    assert found == [(Decimal("2.01"), 1.005, chance_of(4, 4)[0])]


def test_a_sales_ladder_is_rounded_down_to_the_cent() -> None:
    found = rungs(lot("sell", 8, "2.00", (0, 4)), [1.001, 1.002, 1.003, 1.004], sells=True)
    assert found == [(Decimal("1.99"), 0.995, chance_of(4, 4)[0])]


def test_a_chance_rises_with_the_scenarios_that_fill_and_keeps_its_interval_around_it() -> None:
    for count in (1, 8, 24):
        found = [chance_of(fills, count) for fills in range(count + 1)]
        assert [middle for middle, *_ in found] == sorted({middle for middle, *_ in found})
        assert all(0.0 < low <= middle <= high < 1.0 for middle, low, high in found)


def test_what_no_scenario_could_serve_has_the_least_chance() -> None:
    assert chance_of(0, 24, served=False)[0] == 0.02
    assert chance_of(0, 24, served=False)[0] < chance_of(0, 24)[0]


def test_prices_below_a_dollar_have_four_decimals() -> None:
    market = book(token("sell", 100, "0.4011", min_quantity=1), tokens=["ATLAS-32B"])
    limit = next(each for each in asked(token("buy", 10, "0.30"), market).changes if each.kind == "limit")
    assert Decimal("0.4011") <= Decimal(limit.after) < Decimal("0.4020")


@pytest.mark.parametrize("fields", [{}, {"hours": 4}, {"gpu_hours": 8}])
def test_what_lies_wholly_outside_the_market_is_told_so(fields: dict[str, Any]) -> None:
    found = asked(lot("buy", 8, "2.00", (20, 28), **fields), book(SUPPLY))
    assert [each.code for each in found.why_not] == [Reason.OUTSIDE]


def test_moments_are_told_in_the_zone_of_the_bid() -> None:
    seoul = timezone(timedelta(hours=9))
    market = book(SUPPLY)
    start, end = (market.start.astimezone(seoul) + timedelta(hours=hours) for hours in (3, 5))
    lots = Lot.model_validate(
        lot("buy") | {"delivery": {"start": start.isoformat(), "end": end.isoformat(), "hours": None}}
    )
    edits = [edit for edit in edits_of(lots, market) if edit.kind.startswith("window")]
    assert len(edits) > 2
    for edit in edits:
        assert edit.after.endswith("+09:00")
        assert edit.lot.delivery is not None
        assert edit.lot.delivery.start.utcoffset() == edit.lot.delivery.end.utcoffset() == timedelta(hours=9)


def test_another_gpu_is_proposed_only_where_it_is_of_the_same_class() -> None:
    products = [product("p1", gpu="M4MAX", memory_gb=128), product("p2", gpu="TPUv6e", memory_gb=64),
                product("p3", gpu="H100"), product("p4", gpu="A100", memory_gb=40),
                product("p5", gpu="L40S", memory_gb=48)]  # fmt: skip
    prices = {"M4MAX": "0.30", "TPUv6e": "0.40", "H100": "1.20", "A100": "2.00", "L40S": "1.00"}
    offers = [lot("sell", 16, price, (0, 8), gpu=gpu, gpu_hours=128) for gpu, price in prices.items()]
    found = asked(lot("buy", 8, "2.50", (0, 4), gpu="A100"), book(*offers, products=products))
    assert [(each.kind, each.after) for each in found.savings] == [("gpu", "L40S")]


def test_the_first_answer_is_the_same_however_often_it_is_asked() -> None:
    estimator = Estimator(book(SUPPLY))
    draft = BookBid.model_validate({"id": "d", "account": "d", "root": lot("buy", 8, "2.00", (0, 4), hours=2)})
    assert estimator.from_prices(draft) == estimator.from_prices(draft)


@pytest.mark.slow
def test_what_fills_once_its_neighbourhood_is_cleared_again_says_how_and_for_how_much() -> None:
    chance = random.Random(5)
    estimator = Estimator(market_book(250, seed=1))
    found_only_around = 0
    for _ in range(90):
        root = buy_lot(chance, None, 0.9, 1.1)
        draft = BookBid.model_validate({"id": "draft", "account": "d", "root": root})
        first = estimator.from_prices(draft)
        found = estimator.cleared(draft, first, None, lambda: False)
        assert found.basis.method == "neighbourhood"
        (only,) = found.alternatives
        assert only.fills == found.fills
        if found.fills:
            assert found.payment == only.payment
            assert only.payment is not None
            assert only.worth is not None
            assert Decimal(0) < only.payment <= only.worth
            assert sum(only.lots[0].quantities) >= (root.get("min_quantity") or root["quantity"])
            found_only_around += not first.fills
    assert found_only_around > 0


def test_a_slow_machine_still_tells_a_chance_and_from_how_many_scenarios() -> None:
    root = lot("buy", 8, "1.60", (0, 4), hours=2)
    found = estimate(Bid.model_validate({"root": root}), book(SUPPLY), time_limit=0.0)
    assert found.probability is not None
    assert 0 < found.basis.scenarios < 24


def test_a_cancelled_estimate_clears_no_scenarios() -> None:
    asks = iter(range(100))
    found = estimate(
        Bid.model_validate({"root": lot("buy", 8, "1.60", (0, 4))}), book(SUPPLY), cancel=lambda: next(asks) > 2
    )
    assert found.basis.scenarios == 0


@pytest.mark.slow
def test_hours_that_only_a_block_serves_are_not_free_around_a_bid() -> None:
    chance = random.Random(8)
    market = prepare(market_book(250, seed=3))
    served_by_blocks = 0
    for _ in range(77):
        root = buy_lot(chance, None, 0.8, 1.1)
        hours = root["delivery"].pop("hours")
        root |= {"gpu_hours": root["quantity"] * hours, "quantity": max(1, root["quantity"] // 2)}
        root.pop("min_quantity", None)
        draft = BookBid.model_validate({"id": "draft", "account": "d", "root": root})
        around = market.around(Draft(market.book, draft), lambda: False)
        assert around is not None
        if around.placed is None:
            continue
        assert around.placed.pay <= around.placed.value
        prices = [around.placed.prices[item + t] for _, item, length, _ in around.placed.spans for t in range(length)]
        assert min(prices) > 0
        served_by_blocks += any(market.low[item] <= 0 for _, item, *_ in around.placed.spans)
    assert served_by_blocks > 0


def test_changes_of_a_sale_are_told_in_the_words_of_a_sale() -> None:
    for side, others in (("sell", "take"), ("buy", "sell")):
        root = Lot.model_validate(lot(side, 8, "2.00", (0, 6), hours=4))
        messages = [edit.message for edit in edits_of(root, book(SUPPLY))]
        assert {"hours", "quantity", "min_quantity", "contiguous"} <= {e.kind for e in edits_of(root, book(SUPPLY))}
        assert not any(message.startswith(others) for message in messages)
