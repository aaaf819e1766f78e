"""Defects planted in sound outcomes: each must be caught, by name."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from auction_client.clearing import Outcome, clear, verify
from tests.clearing.books import all_of, book, linked, lot, one_of

SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)
MARKET = book(
    SUPPLY,
    lot("buy", 8, "2.00", (0, 8), hours=3),
    one_of(lot("buy", 2, "3.00", (0, 2)), lot("buy", 3, "2.00", (0, 2))),
    all_of(lot("buy", 1, "2.00", (0, 2)), lot("buy", 2, "2.00", (2, 4)), budget="20.00"),
    linked(lot("buy", 1, "2.00", (4, 6)), lot("buy", 1, "2.00", (6, 7))),
    lot("buy", 1, "1.20", (0, 1)),
)
SOUND = clear(MARKET)


def test_the_untouched_outcome_is_sound() -> None:
    assert verify(MARKET, SOUND) == []


def altered(change: Any) -> Outcome:
    raw = SOUND.model_dump(mode="json")
    change(raw)
    return Outcome.model_validate(raw)


def fill(raw: dict[str, Any], name: str) -> dict[str, Any]:
    return next(f for f in raw["fills"] if f["bid"] == name)


def shift_run(raw: dict[str, Any]) -> None:
    each = fill(raw, "b2")["lots"][0]
    each["slots"] = [slot + 1 for slot in each["slots"][:-1]] + [each["slots"][-1] + 2]


def cheaper(raw: dict[str, Any]) -> None:
    raw["prices"]["p1"] = ["1.40" if p else None for p in raw["prices"]["p1"]]


DEFECTS = {
    "oversold": (lambda raw: fill(raw, "b2")["lots"][0].update(quantity=9), "filled with"),
    "unbalanced": (lambda raw: fill(raw, "b1")["lots"][0]["quantity"].__setitem__(0, 1), "bought"),
    "broken run": (shift_run, "one run"),
    "last hour dropped": (lambda raw: fill(raw, "b2")["lots"][0]["slots"].pop(), "instead of 3"),
    "outside the book": (lambda raw: fill(raw, "b2")["lots"][0].update(slots=[6, 7, 8]), "outside"),
    "outside the window": (lambda raw: fill(raw, "b3")["lots"][0].update(slots=[2, 3]), "outside its window"),
    "both of one-of": (
        lambda raw: fill(raw, "b3")["lots"].append(
            {"path": "root.items[0]", "product": "p1", "quantity": 2, "slots": [0, 1]}
            if fill(raw, "b3")["lots"][0]["path"].endswith("[1]")
            else {"path": "root.items[1]", "product": "p1", "quantity": 3, "slots": [0, 1]}
        ),
        "allowed are 1 to 1",
    ),
    "half of all-of": (lambda raw: fill(raw, "b4")["lots"].pop(), "allowed are 2 to 2"),
    "then alone": (lambda raw: fill(raw, "b5")["lots"].pop(0), "without root.first"),
    "unknown bid": (lambda raw: fill(raw, "b2").update(bid="b99"), "not in the book"),
    "twice": (lambda raw: raw["fills"].append(fill(raw, "b2")), "filled twice"),
    "not a lot": (lambda raw: fill(raw, "b2")["lots"][0].update(path="root.items[7]"), "not a lot"),
    "unknown product": (lambda raw: fill(raw, "b2")["lots"][0].update(product="p9"), "does not have"),
    "wrong pay": (lambda raw: fill(raw, "b2").update(pay="36.01"), "pays 36.01"),
    "price off the tick": (lambda raw: raw["prices"]["p1"].__setitem__(0, "1.50005"), "off the tick"),
    "seller below cost": (cheaper, "loses"),
    "unsold supply priced above its cost": (
        lambda raw: raw["prices"]["p1"].__setitem__(7, "1.60"),
        "above its limit",
    ),
    "traded without a price": (lambda raw: raw["prices"]["p1"].__setitem__(0, None), "without a price"),
    "wrong surplus": (lambda raw: raw.update(surplus="1.00"), "the surplus is"),
    "bound below the surplus": (lambda raw: raw.update(bound="1.00"), "below the surplus"),
    "wrong gap": (lambda raw: raw.update(gap=0.5), "the gap is"),
    "wrong status": (lambda raw: raw.update(status="feasible"), "the status is"),
    "filled bid listed as left out": (lambda raw: raw.update(rejected_in_the_money=["b2"]), "listed as left out"),
    "losing bid listed as left out": (lambda raw: raw.update(rejected_in_the_money=["b6"]), "listed as left out"),
    "bound lower than the dual prices prove": (
        lambda raw: raw["proof"].update(bound="1.00"),
        "the dual prices prove a bound of",
    ),
    "bound above its proof": (lambda raw: raw.update(bound="9999.00"), "above the"),
    "bound said to be that of the prices": (
        lambda raw: raw["proof"].update(by="prices", bound="9999.00"),
        "what proves it proves",
    ),
    "dual prices of another product": (
        lambda raw: raw["proof"]["prices"].update(p9=raw["proof"]["prices"].pop("p1")),
        "do not name the book's products",
    ),
    "dual prices of fewer slots": (
        lambda raw: raw["proof"]["prices"].update(p1=raw["proof"]["prices"]["p1"][:-1]),
        "dual prices for 8 slots",
    ),
    "no proof": (lambda raw: raw.update(proof=None), "without a proof"),
    "product without prices": (lambda raw: raw["prices"].pop("p1"), "price list"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_caught(name: str) -> None:
    change, words = DEFECTS[name]
    faults = verify(MARKET, altered(change))
    assert any(words in fault for fault in faults), faults


def test_a_bid_that_pays_more_than_its_budget_is_caught() -> None:
    market = book(SUPPLY, lot("buy", 8, "2.00", (0, 4), budget="50.00"))
    outcome = clear(market)
    poor = book(SUPPLY, lot("buy", 8, "2.00", (0, 4), budget="47.00"))
    faults = verify(poor, outcome.model_copy(update={"surplus": Decimal(-1), "bound": Decimal(-1)}))
    assert any("more than its budget" in fault for fault in faults)


def test_a_bid_left_out_of_the_list_is_caught() -> None:
    market = book(SUPPLY, lot("buy", 8, "2.00", (0, 4)), lot("buy", 17, "2.00", (0, 2)))
    outcome = clear(market)
    assert outcome.rejected_in_the_money == ("b3",)
    silent = outcome.model_copy(update={"rejected_in_the_money": ()})
    assert any("b3 is not listed" in fault for fault in verify(market, silent))
