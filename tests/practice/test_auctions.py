"""From the gate to the result: what fills, at which price, what it turns into, and what survives a crash in between."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from auction_client.clearing import search, verifier
from auction_client.exchange.protocol import CancelOutcome
from auction_client.exchange.wire import write_message
from auction_client.practice import auctions
from auction_client.practice.auctions import shut_gate
from auction_client.practice.clock import ManualClock
from auction_client.practice.exchange import PracticeExchange
from tests.practice.trading import SMALL, START, Trader, lot, open_exchange, token_lot

EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)


def test_a_bid_near_the_market_fills_and_one_far_below_does_not(exchange: PracticeExchange, trader: Trader) -> None:
    near, _ = trader.submit(lot(limit="3.30"))
    far, _ = trader.submit(lot(limit="2.25"))
    exchange.step()
    assert (trader.status(near), trader.status(far)) == ("won", "open")
    record = exchange.views.record(trader.account, far)
    assert record is not None
    assert record.auction == "A000026"


def test_a_fill_becomes_owned_hours_at_the_clearing_price(exchange: PracticeExchange, trader: Trader) -> None:
    client_id, _ = trader.submit(lot(limit="3.30"))
    clearing = exchange.step().clearing
    record = exchange.views.record(trader.account, client_id)
    positions = exchange.views.positions(trader.account)
    assert record is not None
    [held] = positions.compute
    prices = [clearing.prices[held.product][slot] for slot in record.fills[0].slots]
    assert None not in prices
    assert (held.quantity, held.start, held.end) == (8, EVENING, EVENING + timedelta(hours=4))
    assert held.paid == record.pay == sum(8 * price for price in prices if price is not None)
    assert positions.cash == -held.paid
    assert held.paid <= Decimal("3.30") * 32


def test_every_outcome_passes_the_verifier(exchange: PracticeExchange, trader: Trader) -> None:
    trader.submit(lot(limit="3.30"))
    number, book = exchange.open_book()
    outcome = auctions.search(book, number, 10.0)
    assert verifier.verify(book, outcome) == []
    assert len(outcome.fills) > 50


def test_an_outcome_that_the_verifier_refuses_changes_nothing(
    exchange: PracticeExchange, trader: Trader, monkeypatch: pytest.MonkeyPatch
) -> None:
    client_id, _ = trader.submit(lot(limit="3.30"))
    monkeypatch.setattr(verifier, "verify", lambda *_: ["a broken rule"])
    result = exchange.step()
    assert result.clearing.filled == 0
    assert trader.status(client_id) == "open"
    assert exchange.views.positions(trader.account).compute == ()


@pytest.mark.slow
def test_the_same_seed_clock_and_bids_give_the_same_auctions(tmp_path: Path) -> None:
    seen = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        exchange = open_exchange(tmp_path / name, ManualClock(START))
        trader = Trader(exchange)
        trader.submit(lot(limit="3.30"))
        seen.append(write_message(exchange.step().clearing))
        exchange.close()
    assert seen[0] == seen[1]


@pytest.mark.slow
def test_a_slow_machine_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    for pace in (0.0001, 1.0):
        clock = count(0.0, pace)
        monkeypatch.setattr(search, "time", SimpleNamespace(monotonic=time.monotonic, perf_counter=clock.__next__))
        exchange = open_exchange(tmp_path / str(pace), ManualClock(START))
        Trader(exchange).submit(lot(limit="3.30"))
        seen.append(write_message(exchange.step().clearing))
        exchange.close()
    assert seen[0] == seen[1]


def test_another_seed_gives_another_market(tmp_path: Path) -> None:
    seen = []
    for seed in (1, 2):
        (tmp_path / str(seed)).mkdir()
        exchange = open_exchange(tmp_path / str(seed), settings=replace(SMALL, seed=seed))
        seen.append(exchange.views.clearings(None, 1).clearings[0].averages)
        exchange.close()
    assert seen[0] != seen[1]


def test_a_fresh_exchange_has_a_past(exchange: PracticeExchange) -> None:
    history = exchange.views.clearings(None, 32)
    assert [each.sequence for each in history.clearings] == list(range(1, 25))
    reference = {gpu.gpu: gpu.reference_price for gpu in exchange.catalogue.gpus}
    for each in history.clearings:
        assert all(Decimal("0.7") < price / reference[gpu] < Decimal("1.3") for gpu, price in each.averages.items())
        assert set(each.prices) == {product.id for product in history.products}


@pytest.mark.slow
def test_owned_hours_can_be_resold_once(exchange: PracticeExchange, trader: Trader) -> None:
    trader.submit(lot(limit="3.30"))
    exchange.step()
    sale, answer = trader.submit(lot(side="sell", limit="1.90"))
    assert answer.status == 200
    _, second = trader.submit(lot(side="sell", limit="1.80"))
    assert second.status == 403
    exchange.step()
    assert trader.status(sale) == "won"
    positions = exchange.views.positions(trader.account)
    assert sum(each.quantity for each in positions.compute) == 0
    assert {each.product for each in positions.compute} == {positions.compute[0].product}
    record = exchange.views.record(trader.account, sale)
    assert record is not None
    assert record.pay is not None
    assert record.pay < 0
    assert trader.submit(lot(side="sell", limit="1.70"))[1].status == 403


def test_either_or_sells_need_only_the_larger_holding(exchange: PracticeExchange, trader: Trader) -> None:
    trader.submit(lot(limit="3.30"))
    exchange.step()
    items = [lot(side="sell", limit="4.00"), lot(side="sell", limit="4.10", quantity=4)]
    both = {"kind": "group", "at_least": 2, "at_most": 2, "items": items}
    assert trader.submit(both)[1].status == 403
    either = {"kind": "group", "at_least": 1, "at_most": 1, "items": items}
    assert trader.submit(either)[1].status == 200


@pytest.mark.slow
def test_gpu_hours_can_be_given_for_tokens(exchange: PracticeExchange, trader: Trader) -> None:
    trader.submit(lot(limit="3.30"))
    exchange.step()
    swap = {
        "kind": "group",
        "at_least": 2,
        "at_most": 2,
        "items": [lot(side="sell", limit="1.90"), token_lot("MERIDIAN-10B", quantity=120, limit="0.25")],
    }
    client_id, answer = trader.submit(swap)
    assert answer.status == 200
    exchange.step()
    assert trader.status(client_id) in ("won", "partly_won")
    positions = exchange.views.positions(trader.account)
    [held] = positions.tokens
    assert (held.symbol, held.quantity > 0) == ("MERIDIAN-10B", True)
    assert sum(each.quantity for each in positions.compute) == 0


@pytest.mark.slow
def test_token_revenue_is_paid_to_those_who_hold(tmp_path: Path, clock: ManualClock) -> None:
    exchange = open_exchange(tmp_path, clock, replace(SMALL, distribution_every=1))
    trader = Trader(exchange)
    trader.submit(token_lot(limit="0.60"))
    exchange.step()
    clock.advance(timedelta(minutes=1))
    before = exchange.views.positions(trader.account)
    exchange.step()
    after = exchange.views.positions(trader.account)
    [token] = after.tokens
    distribution = next(each for each in exchange.tokens().tokens if each.symbol == "ATLAS-32B").distributions[-1]
    gained = distribution.per_token * token.quantity
    assert after.cash - before.cash == gained > 0
    assert token.distributions - before.tokens[0].distributions == gained
    kinds = [event.kind for event in exchange.views.event_page(trader.account, 0, 50).events]
    assert kinds[-1] == "distribution"
    exchange.close()


def test_scores_are_published_week_by_week(exchange: PracticeExchange) -> None:
    for token in exchange.tokens().tokens:
        assert len(token.scores) == 12
        assert all(0 < score.score < 1 for score in token.scores)
        assert token.scores[-1].at <= START


def test_a_crash_between_gate_and_result_is_made_good(tmp_path: Path, clock: ManualClock) -> None:
    exchange = open_exchange(tmp_path, clock)
    trader = Trader(exchange)
    client_id, _ = trader.submit(lot(limit="3.30"))
    exchange._writer.run(lambda session: shut_gate(session, exchange.floor, SMALL.slots))
    exchange.close()
    reopened = open_exchange(tmp_path, clock)
    assert reopened.floor.state.clearing == 25
    assert reopened.step().number == 25
    record = reopened.views.record(trader.account, client_id)
    assert record is not None
    assert record.status.value == "won"
    assert len(reopened.views.positions(trader.account).compute) == 1
    assert reopened.step().number == 26
    reopened.close()


def test_while_an_auction_is_cleared_new_bids_enter_the_next_and_cancels_wait(
    exchange: PracticeExchange, trader: Trader
) -> None:
    early, _ = trader.submit(lot(limit="3.30"))
    exchange._writer.run(lambda session: shut_gate(session, exchange.floor, SMALL.slots))
    late, _ = trader.submit(lot(limit="3.30", quantity=16))
    assert exchange.cancel(trader.account, early).result().outcome is CancelOutcome.AFTER_AUCTION
    assert exchange.cancel(trader.account, late).result().outcome is CancelOutcome.CANCELLED
    exchange.step()
    assert trader.status(early) == "won"  # the no-cancel rule: the auction had it


@pytest.mark.slow
def test_a_bid_fills_in_one_auction_only(exchange: PracticeExchange, trader: Trader) -> None:
    client_id, _ = trader.submit(token_lot(limit="0.60", quantity=50_000))
    exchange.step()
    assert trader.status(client_id) == "partly_won"
    first = exchange.views.positions(trader.account).tokens
    exchange.step()
    assert exchange.views.positions(trader.account).tokens[0].quantity == first[0].quantity


def test_the_simulated_traders_are_the_same_again_after_a_restart(tmp_path: Path, clock: ManualClock) -> None:
    exchange = open_exchange(tmp_path, clock)
    exchange.step()
    before = exchange.open_book()
    exchange.close()
    reopened = open_exchange(tmp_path, clock)
    assert reopened.open_book() == before
    reopened.close()


@pytest.mark.slow
def test_on_the_whole_market_prices_near_the_level_fill_and_low_ones_do_not(tmp_path: Path) -> None:
    exchange = open_exchange(tmp_path, settings=replace(SMALL, gpus=None, horizon=timedelta(days=15)))
    near, far = Trader(exchange), Trader(exchange)
    bids: dict[Trader, list[str]] = {near: [], far: []}
    for gpu in ("H100", "A100", "H200", "B200", "L40S", "RTX4090"):
        reference = exchange.catalogue.reference_price(gpu)
        for day, hours in ((1, 8), (2, 10), (4, 24), (9, 10)):
            start = EVENING + timedelta(days=day)
            for trader, share in ((near, Decimal("1.10")), (far, Decimal("0.75"))):
                limit = f"{reference * share:.2f}"
                client_id, answer = trader.submit(lot(gpu=gpu, limit=limit, start=start, hours=hours))
                assert answer.status == 200, answer.body
                bids[trader].append(client_id)
    exchange.step()
    filled = [near.status(client_id) == "won" for client_id in bids[near]]
    assert sum(filled) >= 0.9 * len(filled)
    assert not any(far.status(client_id) == "won" for client_id in bids[far])
    exchange.close()
