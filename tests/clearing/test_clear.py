"""What clearing does with every kind of node, one small market each."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from auction_client.clearing import Book, Outcome, clear, verify
from auction_client.clearing.outcome import outcome_bytes, parse_outcome
from tests.clearing.books import all_of, book, group, linked, lot, one_of, product, tiny_book, token


def cleared(market: Book) -> Outcome:
    outcome = clear(market)
    assert verify(market, outcome) == []
    assert outcome.status == "optimal"
    return outcome


def filled(outcome: Outcome) -> dict[str, list[tuple[str, str, object, tuple[int, ...]]]]:
    return {f.bid: [(each.path, each.product, each.quantity, each.slots) for each in f.lots] for f in outcome.fills}


SUPPLY = lot("sell", 16, "1.50", (0, 8), gpu_hours=128)


def test_an_empty_book_clears_to_nothing() -> None:
    outcome = cleared(book())
    assert (outcome.surplus, outcome.bound, outcome.gap, outcome.fills) == (Decimal(0), Decimal(0), 0.0, ())


def test_a_buyer_above_the_sellers_limit_trades_between_the_limits() -> None:
    outcome = cleared(book(SUPPLY, lot("buy", 8, "2.00", (0, 4))))
    assert filled(outcome)["b2"] == [("root", "p1", 8, (0, 1, 2, 3))]
    assert outcome.surplus == Decimal("16.00")
    assert outcome.prices["p1"][0] == Decimal("1.50"), "supply is left, so its limit is the price"
    pay = {fill.bid: fill.pay for fill in outcome.fills}
    assert pay == {"b1": Decimal(-48), "b2": Decimal(48)}


def test_a_scarce_hour_costs_more_than_its_supply() -> None:
    outcome = cleared(book(SUPPLY, lot("buy", 16, "2.00", (0, 2)), lot("buy", 16, "1.80", (0, 2))))
    assert "b3" not in filled(outcome)
    assert Decimal("1.80") <= outcome.prices["p1"][0] <= Decimal("2.00")  # type: ignore[operator]


def test_a_buyer_below_the_sellers_limit_does_not_trade() -> None:
    outcome = cleared(book(SUPPLY, lot("buy", 8, "1.40")))
    assert outcome.fills == ()
    assert outcome.rejected_in_the_money == ()


def test_a_run_finds_the_free_hours_of_its_window() -> None:
    busy = lot("buy", 16, "3.00", (0, 3))
    outcome = cleared(book(SUPPLY, busy, lot("buy", 8, "2.00", (0, 8), hours=5)))
    assert filled(outcome)["b3"] == [("root", "p1", 8, (3, 4, 5, 6, 7))]


def test_hours_that_need_not_be_contiguous_go_around_a_busy_one() -> None:
    busy = lot("buy", 16, "3.00", (1, 2))
    outcome = cleared(book(SUPPLY, busy, lot("buy", 8, "2.00", (0, 4), hours=3, contiguous=False)))
    assert filled(outcome)["b3"] == [("root", "p1", 8, (0, 2, 3))]


def test_a_volume_lot_takes_what_is_left_hour_by_hour() -> None:
    busy = lot("buy", 10, "3.00", (1, 2))
    outcome = cleared(book(SUPPLY, busy, lot("buy", 16, "2.00", (0, 3), gpu_hours=48)))
    assert filled(outcome)["b3"] == [("root", "p1", (16, 6, 16), (0, 1, 2))]


def test_a_partial_fill_is_within_its_smallest_quantity() -> None:
    busy = lot("buy", 10, "3.00", (0, 2))
    outcome = cleared(book(SUPPLY, busy, lot("buy", 8, "2.00", (0, 2), min_quantity=4)))
    assert filled(outcome)["b3"] == [("root", "p1", 6, (0, 1))]
    assert "b3" not in filled(cleared(book(SUPPLY, busy, lot("buy", 8, "2.00", (0, 2), min_quantity=7))))


def test_one_of_takes_the_better_item_and_only_one() -> None:
    a100 = product("p2", gpu="A100")
    market = book(
        SUPPLY,
        lot("sell", 16, "0.50", (0, 8), gpu="A100", gpu_hours=128),
        one_of(lot("buy", 8, "2.00", (0, 4)), lot("buy", 16, "1.20", (0, 4), gpu="A100")),
        products=[product(), a100],
    )
    assert filled(cleared(market))["b3"] == [("root.items[1]", "p2", 16, (0, 1, 2, 3))]


def test_all_of_is_both_or_nothing() -> None:
    both = all_of(lot("buy", 8, "3.00", (0, 2)), lot("buy", 8, "3.00", (6, 12)))
    assert cleared(book(SUPPLY, both)).fills == (), "the second lies beyond the hours on sale"
    assert len(filled(cleared(book(SUPPLY, all_of(lot(), lot("buy", 8, "1.20", (4, 6))))))["b2"]) == 2


def test_two_of_three_takes_the_best_two() -> None:
    items = [lot("buy", 8, limit, (0, 2)) for limit in ("1.80", "2.20", "2.00")]
    taken = filled(cleared(book(SUPPLY, group(2, 2, *items))))["b2"]
    assert [path for path, *_ in taken] == ["root.items[1]", "root.items[2]"]


def test_then_needs_first() -> None:
    pair = linked(lot("buy", 8, "1.60", (0, 2)), lot("buy", 8, "2.00", (2, 4)))
    assert len(filled(cleared(book(SUPPLY, pair)))["b2"]) == 2
    poor = linked(lot("buy", 8, "1.00", (0, 2)), lot("buy", 8, "1.60", (2, 4)))
    assert cleared(book(SUPPLY, poor)).fills == ()
    alone = linked(lot("buy", 8, "1.60", (0, 2)), lot("buy", 8, "1.00", (2, 4)))
    assert [path for path, *_ in filled(cleared(book(SUPPLY, alone)))["b2"]] == ["root.first"]


def test_same_region_keeps_the_lots_together() -> None:
    products = [product("east"), product("west", region="eu-west")]
    east = lot("sell", 8, "1.00", (0, 8), gpu_hours=64, asset={"regions": ["us-east"]})
    west = lot("sell", 16, "1.50", (0, 8), gpu_hours=128, asset={"regions": ["eu-west"]})
    lots = [lot("buy", 8, "2.00", (0, 2)), lot("buy", 8, "2.00", (0, 2))]
    apart = filled(cleared(book(east, west, all_of(*lots), products=products)))["b3"]
    assert {served for _, served, *_ in apart} == {"east", "west"}
    together = filled(cleared(book(east, west, all_of(*lots, same_region=True), products=products)))["b3"]
    assert {served for _, served, *_ in together} == {"west"}


def test_a_budget_caps_the_value_of_a_group() -> None:
    lots = (lot("buy", 8, "2.00", (0, 2)), lot("buy", 8, "2.00", (2, 4)))
    assert cleared(book(SUPPLY, all_of(*lots, budget="50.00"))).surplus == Decimal("2.00")
    assert cleared(book(SUPPLY, all_of(*lots, budget="47.00"))).fills == ()


def test_a_budget_alone_prices_lots_without_a_limit() -> None:
    lots = (lot("buy", 8, None, (0, 2)), lot("buy", 8, None, (2, 4)))
    assert cleared(book(SUPPLY, all_of(*lots, budget="60.00"))).surplus == Decimal("12.00")


def test_a_swap_pays_the_difference() -> None:
    products = [product(), product("p2", gpu="A100")]
    swap = all_of(lot("sell", 16, "0.50", (0, 2), gpu="A100"), lot("buy", 8, "2.50", (0, 2)))
    buyer = lot("buy", 16, "1.00", (0, 2), gpu="A100")
    assert len(filled(cleared(book(SUPPLY, swap, buyer, products=products)))["b2"]) == 2


def test_tokens_trade_without_hours() -> None:
    outcome = cleared(book(token("sell", 100, "0.30", min_quantity=1), token("buy", 40, "0.50")))
    assert filled(outcome) == {
        "b1": [("root", "ATLAS-32B", 40, ())],
        "b2": [("root", "ATLAS-32B", 40, ())],
    }
    assert outcome.token_prices == {"ATLAS-32B": Decimal("0.30")}


@pytest.mark.parametrize(
    ("asset", "fields", "serves"),
    [
        ({"min_uptime": "0.999"}, {}, True),
        ({"min_uptime": "0.9999"}, {}, False),
        ({"form": "SXM"}, {}, True),
        ({"form": "NVL"}, {}, False),
        ({"memory_gb": 94}, {}, False),
        ({"interconnect": "infiniband"}, {}, False),
        ({"regions": ["us-east", "eu-west"]}, {}, True),
        ({"regions": ["eu-west"]}, {}, False),
        ({"not_regions": ["us-east"]}, {}, False),
        ({"tags": ["hipaa"]}, {}, False),
        ({"tags": ["hipaa"]}, {"tags": ["hipaa", "soc2"]}, True),
        ({}, {"interruptible": True}, False),
        ({"interruptible": True}, {"interruptible": True}, True),
        ({"interruptible": True}, {}, True),
    ],
)
def test_a_lot_is_served_only_by_a_product_that_meets_it(
    asset: dict[str, object], fields: dict[str, object], serves: bool
) -> None:
    market = book(SUPPLY, lot("buy", 8, "2.00", asset=asset), products=[product(**fields)])
    assert ("b2" in filled(cleared(market))) == serves


def test_windows_are_cut_to_the_book_and_whole_windows_must_fit() -> None:
    market = book(
        SUPPLY,
        lot("buy", 1, "2.00", (-4, 2), hours=2),
        lot("buy", 1, "2.00", (-4, 2)),
        lot("buy", 1, "2.00", (6, 20), gpu_hours=100),
        lot("buy", 1, "2.00", (0.5, 3.5), hours=2),
        lot("buy", 1, "2.00", (0.5, 3.5), hours=3),
    )
    taken = filled(cleared(market))
    assert {name: each[0][3] for name, each in taken.items() if name != "b1"} == {
        "b2": (0, 1), "b4": (6, 7), "b5": (1, 2),
    }  # fmt: skip


def test_quarter_hours_are_paid_by_the_quarter() -> None:
    market = book(SUPPLY, lot("buy", 8, "2.00", (0, 1)), slots=32, slot_minutes=15)
    outcome = cleared(market)
    assert filled(outcome)["b2"] == [("root", "p1", 8, (0, 1, 2, 3))]
    assert outcome.fills[1].pay == Decimal("12.00")


def test_a_bid_that_would_move_the_price_past_a_limit_is_left_out_and_listed() -> None:
    block = lot("sell", 10, "1.00", (0, 1))
    market = book(block, lot("buy", 8, "2.00", (0, 1)), lot("buy", 2, "0.90", (0, 1)))
    outcome = cleared(market)
    assert len(outcome.fills) == 0 or outcome.prices["p1"][0] <= Decimal("0.90")  # type: ignore[operator]
    welfare = clear(market, objective="welfare")
    assert len(welfare.fills) == 3
    assert welfare.surplus >= outcome.surplus


def test_the_same_book_gives_the_same_outcome() -> None:
    market = tiny_book(11)
    first, second = clear(market, seed=3), clear(market, seed=3)
    assert first.model_copy(update={"seconds": 0.0}) == second.model_copy(update={"seconds": 0.0})


def test_an_outcome_survives_the_way_to_json_and_back() -> None:
    outcome = clear(book(SUPPLY, lot("buy", 8, "2.00", (0, 4))))
    assert parse_outcome(outcome_bytes(outcome)) == outcome


def test_a_cancelled_clearing_still_gives_a_sound_outcome_at_once() -> None:
    market = book(SUPPLY, *[lot("buy", 3, "2.00", (0, 8), hours=3) for _ in range(30)])
    begun = time.monotonic()
    outcome = clear(market, cancel=lambda: True)
    assert time.monotonic() - begun < 2.0
    assert verify(market, outcome) == []
    assert outcome.bound >= outcome.surplus


def test_amounts_beyond_any_budget_clear_like_small_ones() -> None:
    """A run of many GPUs at a very high price costs more than any mark of impossibility may be."""
    sale = lot("sell", 1_000_000, "99999.99", (0, 8), gpu_hours=8_000_000)
    buys = [lot("buy", 9_999 + number, "999999.99", (0, 8), hours=3) for number in range(130)]
    market = book(sale, *buys)
    outcome = clear(market)
    assert verify(market, outcome) == []
    assert len(outcome.fills) > 100


def test_no_price_is_below_zero_where_only_that_would_carry_a_trade() -> None:
    # The block of hours 1 and 2 needs a buyer of hour 1; he has to take hour 0 at 10.00 as well, and has 5.00.
    hour = [lot("sell", 1, "10.00", (0, 1)), lot("sell", 1, "5.00", (1, 3))]
    both = all_of(lot("buy", 1, None, (0, 1)), lot("buy", 1, None, (1, 2)), budget="5.00")
    market = book(*hour, both, lot("buy", 1, "16.00", (2, 3)), slots=3)
    outcome = clear(market)
    assert (outcome.status, outcome.surplus, outcome.fills) == ("optimal", 0, ())
    assert clear(market, objective="welfare").surplus == 1
