"""The desk end to end, against a model exchange over real HTTP on loopback: bids, limits, what is told."""

from __future__ import annotations

import base64
import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from auction_client.exchange.desk import OverLimit
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.policy import Policy
from auction_client.exchange.protocol import MoneyLevels, SubmitRequest
from auction_client.exchange.states import FINAL, State
from auction_client.exchange.views import Evidence
from auction_client.exchange.wire import read_message
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import GPU_PRICES, Seat, a_bid, pump_until


def test_a_confirmed_bid_is_accepted_and_its_receipt_kept(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    bid = a_bid()
    client_id = desk.confirm(bid, Evidence(text="8 H100", screen="Buy 8 x H100"))
    assert desk.order(client_id).state is State.CONFIRMED
    assert exchange.model.held == {}
    assert pump_until(desk, client_id, State.ACKED)
    order = desk.order(client_id)
    assert order.bid == bid
    assert order.attempts == 1
    assert exchange.model.held[client_id].effects == 1
    assert desk.status().connected
    assert desk.status().account == exchange.model.account


def test_the_outcome_of_an_auction_arrives_with_proof(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    won, left = desk.confirm(a_bid(8)), desk.confirm(a_bid(9))
    for client_id in (won, left):
        pump_until(desk, client_id, State.ACKED)
    exchange.model.auction(exchange.now(), {won})
    pump_until(desk, won, State.WON)
    record = desk.order(won).record
    assert record is not None
    assert record.status == "won"
    assert desk.order(left).state is State.ACKED


def test_a_bid_over_a_limit_is_neither_stored_nor_sent(seat: Seat) -> None:
    with pytest.raises(OverLimit) as caught:
        seat.desk.confirm(a_bid(limit="90.00"), acknowledged=["collar@root", "price@root"])
    assert {finding.code for finding in caught.value.findings} >= {"collar"}
    assert seat.desk.orders() == ()


def test_each_warning_is_acknowledged_by_its_id(seat: Seat) -> None:
    bid = a_bid(1_025, limit="6.00")
    with pytest.raises(OverLimit) as caught:
        seat.desk.confirm(bid)
    assert [(finding.level, finding.id) for finding in caught.value.findings] == [
        ("warn", "collar@root"),
        ("warn", "quantity@root"),
    ]
    for some in (["collar@root"], ["quantity@root"], ["collar@root", "quantity"], ["quantity@", "rate@"]):
        with pytest.raises(OverLimit):
            seat.desk.confirm(bid, acknowledged=some)
    assert seat.desk.orders() == ()
    client_id = seat.desk.confirm(bid, acknowledged=["quantity@root", "collar@root"])
    entries = json.loads(seat.desk.dossier(client_id))["entries"]
    limits = next(base64.b64decode(each["body"]) for each in entries if each["kind"] == "limits")
    assert [each["acknowledged"] for each in json.loads(limits)] == ["collar@root", "quantity@root"]
    assert seat.desk.order(client_id).state is State.CONFIRMED


def test_bids_of_another_seat_are_seen_as_such(seat: Seat, exchange: HttpExchange) -> None:
    stranger = "0192f000-0000-7000-8000-00000000beef"
    exchange.model.submit(stranger, "a" * 64, exchange.now() + 1000, exchange.now())
    pump_until(seat.desk, seat.desk.confirm(a_bid()), State.ACKED)
    assert seat.desk.status().external == {stranger}


def test_the_background_does_it_all_alone(seat: Seat, exchange: HttpExchange) -> None:
    notices: list[str] = []
    seat.desk.listen(lambda notice: notices.append(notice.text))
    seat.desk.start()
    ids = [seat.desk.confirm(a_bid(n)) for n in (1, 2, 3)]
    for client_id in ids:
        assert seat.desk.settle(client_id, 8.0).state is State.ACKED
    exchange.model.auction(exchange.now(), set(ids))
    end = time.monotonic() + 8
    while time.monotonic() < end and any(seat.desk.order(client_id).state not in FINAL for client_id in ids):
        time.sleep(0.02)
    assert {seat.desk.order(client_id).state for client_id in ids} == {State.WON}
    assert {"CONFIRMED", "ACKED", "WON"} - set(notices) <= {"CONFIRMED"}


def test_the_receipt_carries_the_audit_head_that_was_signed(seat: Seat, exchange: HttpExchange) -> None:
    client_id = seat.desk.confirm(a_bid(), Evidence(text="eight"))
    body = seat.desk.frozen_bytes(client_id)
    sent = read_message(SubmitRequest, body)
    assert sent.audit_head is not None
    pump_until(seat.desk, client_id, State.ACKED)
    receipt = exchange.model.held[client_id].record.receipt
    assert receipt is not None
    assert receipt.audit_head == sent.audit_head


def test_market_prices_move_the_collar(seat: Seat) -> None:
    seat.desk.pump()
    seat.desk.market()
    assert seat.desk.check(a_bid(limit="2.60")) == ()


def test_what_was_won_counts_against_the_budget(tmp_path: Path, exchange: HttpExchange) -> None:
    policy = Policy(budget=MoneyLevels(block=Decimal(300)))
    desk = open_desk(
        tmp_path / "d", exchange.url, SessionStore(), gpu_prices=GPU_PRICES, token_prices={}, policy=policy
    )
    client_id = desk.confirm(a_bid(8))  # at worst 208 USD
    pump_until(desk, client_id, State.ACKED)
    with pytest.raises(OverLimit, match=r"468\.00 spent and bid"):
        desk.confirm(a_bid(10))
    exchange.model.auction(exchange.now(), {client_id}, pay=Decimal("30.00"))
    pump_until(desk, client_id, State.WON)
    desk.confirm(a_bid(10))
    desk.close()
