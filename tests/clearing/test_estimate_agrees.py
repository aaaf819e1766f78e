"""The estimate of a known book is its outcome with the bid added; whatever is asked gets a sensible answer."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from auction_client.clearing import Estimator, clear, estimate
from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.estimates import Estimate
from auction_client.clearing.reasons import Reason
from auction_client.model.bid import Bid
from tests.clearing.books import all_of, book, linked, lot, one_of, product, token

SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)


def bid(root: dict[str, Any]) -> Bid:
    return Bid.model_validate({"root": root})


def asked(root: dict[str, Any], market: Book) -> Estimate:
    return estimate(bid(root), market, scenarios=3, time_limit=None)


def cleared(root: dict[str, Any], market: Book) -> Estimate:
    """The answer after clearing, before any changes are looked for."""
    answers = Estimator(market).answers(bid(root))
    return [next(answers), next(answers)][1]


def random_lot(chance: random.Random, side: str) -> dict[str, Any]:
    hours = chance.randint(1, 3)
    first = chance.randint(0, 8 - hours)
    last = min(8, first + hours + chance.randint(0, 3))
    fields: dict[str, Any] = {"min_quantity": chance.randint(1, 4)} if chance.random() < 0.3 else {}
    low, high = (1.2, 3.0) if side == "buy" else (0.8, 2.4)
    return lot(
        side, chance.choice([4, 8, 12]), f"{chance.uniform(low, high):.2f}", (first, last), hours=hours,
        gpu=chance.choice(["H100", "A100"]), **fields,
    )  # fmt: skip


def random_root(chance: random.Random) -> dict[str, Any]:
    side = "sell" if chance.random() < 0.3 else "buy"
    lots = [random_lot(chance, side) for _ in range(2)]
    return chance.choice([lots[0], lots[0], one_of(*lots), all_of(*lots), linked(*lots)])


@pytest.mark.parametrize("seed", range(12))
def test_the_estimate_of_a_known_book_is_its_outcome_with_the_bid_added(seed: int) -> None:
    chance = random.Random(seed)
    supply = [lot("sell", 12, f"{chance.uniform(1, 2):.2f}", (0, 8), gpu=g, gpu_hours=96) for g in ("H100", "A100")]
    others = [random_root(chance) for _ in range(8)]
    market = book(*supply, *others, products=[product(), product("p2", gpu="A100")])
    draft = random_root(chance)
    found = cleared(draft, market)
    added = BookBid.model_validate({"id": "draft", "account": "draft", "root": draft})
    fill = clear(market.with_bids((*market.bids, added))).fill_of("draft")
    assert found.basis.method == "cleared"
    assert found.fills == (fill is not None)
    assert found.payment == (None if fill is None else fill.pay)
    if fill is not None:
        (way,) = [each for each in found.alternatives if each.fills]
        assert {(each.path, each.product, each.slots) for each in way.lots} == {
            (each.path, each.product, each.slots) for each in fill.lots
        }


@pytest.mark.parametrize("seed", range(3))
def test_each_change_that_is_proposed_fills_for_what_it_says(seed: int) -> None:
    chance = random.Random(100 + seed)
    supply = lot("sell", 8, "1.50", (0, 8), gpu_hours=64)
    market = book(supply, *[random_lot(chance, "buy") | {"limit": "2.60"} for _ in range(5)])
    found = asked(lot("buy", 8, "1.60", (2, 5)), market)
    for change in (*found.changes, *found.savings):
        again = cleared(change.lot.model_dump(mode="json"), market)
        assert again.fills, change.message
        assert again.payment == change.payment, change.message


def test_tokens_are_bought_and_sold_without_hours() -> None:
    market = book(token("sell", 100, "0.40", min_quantity=1), tokens=["ATLAS-32B"])
    found = asked(token("buy", 10, "0.50"), market)
    assert found.fills
    assert found.alternatives[0].lots[0].slots == ()
    assert found.binding == ()
    dear = asked(token("buy", 10, "0.30"), market)
    assert [each.code for each in dear.why_not] == [Reason.PRICE]
    assert next(each for each in dear.changes if each.kind == "limit").payment == Decimal("4.00")
    other = asked(token("buy", 10, "0.50") | {"asset": {"type": "token", "symbol": "ELSE-7B"}}, market)
    assert [each.code for each in other.why_not] == [Reason.NOT_TRADED]
    sale = asked(token("sell", 10, "0.20"), book(token("buy", 100, "0.30", min_quantity=1), tokens=["ATLAS-32B"]))
    assert sale.fills
    assert sale.payment is not None
    assert sale.payment < 0


def test_a_sale_nobody_wants_is_told_what_it_would_bring() -> None:
    wanted = lot("buy", 8, "1.00", (0, 8), gpu_hours=64)
    found = asked(lot("sell", 8, "3.00", (0, 4)), book(wanted))
    assert not found.fills
    assert [each.code for each in found.why_not] == [Reason.PRICE]
    limit = next(each for each in found.changes if each.kind == "limit")
    assert Decimal(limit.after) <= Decimal("1.00")
    assert limit.payment < 0


def test_a_volume_lot_takes_its_hours_where_they_are_cheap() -> None:
    cheap = lot("sell", 16, "1.00", (4, 8), gpu_hours=64)
    found = asked(lot("buy", 8, "2.00", (0, 8), gpu_hours=16), book(SUPPLY, cheap))
    assert found.fills
    (served,) = found.alternatives[0].lots
    assert set(served.slots) <= {4, 5, 6, 7}
    assert found.payment == Decimal("16.00")


def test_a_budget_that_is_too_small_is_named_and_the_one_that_is_enough_fills() -> None:
    market = book(SUPPLY, lot("buy", 8, "2.00", (0, 4)))
    found = asked(lot("buy", 8, "2.00", (0, 4), budget="40.00"), market)
    assert not found.fills
    assert [each.code for each in found.why_not] == [Reason.BUDGET]
    change = next(each for each in found.changes if each.kind == "budget")
    assert Decimal("40.00") < Decimal(change.after) <= Decimal("49.00")
    assert cleared(lot("buy", 8, "2.00", (0, 4), budget=change.after), market).fills


def test_what_hangs_on_something_too_dear_is_told_so() -> None:
    root = linked(lot("buy", 8, "0.50", (0, 2)), lot("buy", 8, "2.00", (4, 6)))
    found = asked(root, book(SUPPLY, lot("buy", 8, "1.80", (0, 2))))
    assert not found.fills
    assert (Reason.LINKED, "root.then") in [(each.code, each.path) for each in found.why_not]


def test_another_gpu_of_enough_memory_is_proposed() -> None:
    products = [product(), product("p2", gpu="H200", memory_gb=141), product("p3", gpu="L40S", memory_gb=48)]
    offers = [lot("sell", 16, price, (0, 8), gpu=gpu, gpu_hours=128)
              for gpu, price in (("H100", "2.00"), ("H200", "1.00"), ("L40S", "0.50"))]  # fmt: skip
    found = asked(lot("buy", 8, "2.50", (0, 4)), book(*offers, products=products))
    assert [(each.kind, each.after, each.difference) for each in found.savings] == [("gpu", "H200", Decimal("-32.00"))]


@pytest.mark.parametrize(
    ("root", "code"),
    [
        (lot("buy", 8, "2.00", (6, 24)), Reason.UNCOVERED),
        (lot("buy", 8, "2.00", (20, 24)), Reason.OUTSIDE),
        (lot("buy", 8, "2.00", (20, 30), hours=4), Reason.OUTSIDE),
        (lot("buy", 8, "2.00", (6, 20), hours=6), Reason.TOO_LONG),
        (lot("buy", 8, "2.00", (20, 30), gpu_hours=8), Reason.OUTSIDE),
        (lot("buy", 64, "9.00", (0, 4)), Reason.NOT_ENOUGH),
        (lot("buy", 8, "2.00", (0, 4), asset={"regions": ["eu-west"]}), Reason.NO_PRODUCT),
    ],
)
def test_what_cannot_be_served_says_why_and_gets_a_small_chance(root: dict[str, Any], code: Reason) -> None:
    found = asked(root, book(SUPPLY, lot("buy", 1, "2.00", (0, 8))))
    assert not found.fills
    assert [each.code for each in found.why_not] == [code]
    assert found.probability is not None
    assert 0 < found.probability < 0.2


def test_an_empty_book_has_nothing_to_offer() -> None:
    found = asked(lot("buy", 8, "2.00", (0, 4)), book())
    assert not found.fills
    assert [each.code for each in found.why_not] == [Reason.NO_OFFERS]


def test_a_cancel_stops_between_scenarios_and_gives_what_is_known() -> None:
    asks = iter(range(10_000))
    answers = list(
        Estimator(book(SUPPLY), scenarios=400).answers(
            bid(lot("buy", 8, "2.00", (0, 4))), cancel=lambda: next(asks) > 60
        )
    )
    assert answers[-1].basis.scenarios < 400


def test_a_divisible_lot_has_a_ladder_on_both_sides_of_the_market() -> None:
    market = book(SUPPLY, lot("buy", 8, "2.00", (0, 8), gpu_hours=32))
    high, low = (asked(lot("buy", 8, limit, (0, 8), gpu_hours=16), market) for limit in ("2.50", "1.20"))
    assert high.fills
    assert not low.fills
    assert high.probability is not None
    assert low.probability is not None
    assert low.probability < 0.5 < high.probability
    assert high.ladder[0].limit == low.ladder[0].limit
    assert [each.code for each in low.why_not] == [Reason.PRICE]
