"""The desk end to end, against a model exchange over real HTTP on loopback."""

from __future__ import annotations

import base64
import json
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.desk import DeskError, OrderDesk, OverLimit
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.outbox import Outbox
from auction_client.exchange.policy import Policy
from auction_client.exchange.protocol import MoneyLevels, SubmitRequest
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import FINAL, State
from auction_client.exchange.transport import Transport
from auction_client.exchange.views import Evidence
from auction_client.exchange.wire import read_message
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Lot
from tests.exchange.http_exchange import HttpExchange, running_exchange

GPU_PRICES = {"H100": Decimal("2.50")}


def a_bid(quantity: int = 8, limit: str = "2.60") -> Bid:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=5)
    return Bid(
        root=Lot(
            quantity=quantity,
            asset=ComputeAsset(gpu="H100"),
            delivery=Delivery(start=start, end=start + timedelta(hours=10)),
            limit=Decimal(limit),
        )
    )


@pytest.fixture
def exchange() -> Iterator[HttpExchange]:
    with running_exchange() as running:
        yield running


class Seat:
    """One person's program, which can be ended and begun again on the same folder with the same key."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url, self.keys = folder, url, SessionStore()
        self.desk = self.open()

    def open(self, timeout: float = 1.0) -> OrderDesk:
        self.desk = open_desk(self.folder, self.url, self.keys, gpu_prices=GPU_PRICES, token_prices={}, timeout=timeout)
        return self.desk

    def again(self) -> OrderDesk:
        self.desk.close()
        return self.open()


@pytest.fixture
def seat(tmp_path: Path, exchange: HttpExchange) -> Iterator[Seat]:
    made = Seat(tmp_path / "seat", exchange.url)
    yield made
    made.desk.close()


def pump_until(desk: OrderDesk, client_id: str, *states: State, timeout: float = 8.0) -> State:
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        desk.pump()
        state = desk.order(client_id).state
        if state in states:
            return state
        time.sleep(0.01)
    raise AssertionError(f"still {desk.order(client_id)} after {timeout} s; {desk.status()}")


def drop(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


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


def test_an_answer_lost_on_the_way_back_is_found_by_asking(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    lost = []

    def fault(handler: BaseHTTPRequestHandler, answer: object) -> bool:
        if handler.command == "PUT" and "/bids/" in handler.path and not lost:
            lost.append(handler.path)
            original, handler.wfile = handler.wfile, _Sink()
            answer()  # type: ignore[operator]
            handler.wfile = original
            drop(handler)
            return True
        return False

    exchange.fault = fault
    client_id = desk.confirm(a_bid())
    pump_until(desk, client_id, State.ACKED)
    assert exchange.model.held[client_id].effects == 1
    assert [method for method, path in exchange.requests if client_id in path] == ["PUT", "GET"]


class _Sink:
    def write(self, data: bytes) -> int:
        return len(data)

    def flush(self) -> None:
        pass


def test_a_request_that_never_arrived_is_sent_again_with_the_same_bytes(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    seen: list[str] = []

    def fault(handler: BaseHTTPRequestHandler, answer: object) -> bool:
        if handler.command == "PUT" and "/bids/" in handler.path:
            seen.append(handler.headers["content-digest"])
            if len(seen) < 3:
                drop(handler)
                return True
        return False

    exchange.fault = fault
    client_id = desk.confirm(a_bid())
    pump_until(desk, client_id, State.ACKED)
    assert len(seen) == 3
    assert len(set(seen)) == 1


def test_every_attempt_is_written_down_with_its_signature_before_it_leaves(seat: Seat, exchange: HttpExchange) -> None:
    arrived: list[str] = []
    written: list[list[str]] = []

    def attempts() -> list[str]:
        entries = json.loads(seat.desk.dossier(client_id))["entries"]
        kept = [json.loads(base64.b64decode(each["body"])) for each in entries if each["kind"] == "attempt"]
        return [each["signature"] for each in kept]

    def fault(handler: BaseHTTPRequestHandler, answer: object) -> bool:
        if handler.command == "PUT" and "/bids/" in handler.path:
            arrived.append(handler.headers["signature"])
            written.append(attempts())
            if len(arrived) < 3:
                drop(handler)
                return True
        return False

    exchange.fault = fault
    client_id = seat.desk.confirm(a_bid())
    pump_until(seat.desk, client_id, State.ACKED)
    assert written == [arrived[:1], arrived[:2], arrived[:3]]


@pytest.mark.parametrize("status", [200, 400, 403, 500, 503])
def test_unsigned_answers_prove_nothing(seat: Seat, exchange: HttpExchange, status: int) -> None:
    desk = seat.desk
    faults: list[int] = []

    def fault(handler: BaseHTTPRequestHandler, answer: object) -> bool:
        if handler.command == "PUT" and "/bids/" in handler.path and not faults:
            faults.append(1)
            body = b'{"code":"limit-exceeded","definite":true}'
            handler.send_response(status)
            handler.send_header("Content-Type", "application/problem+json")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
            return True
        return False

    exchange.fault = fault
    client_id = desk.confirm(a_bid())
    pump_until(desk, client_id, State.UNKNOWN)
    pump_until(desk, client_id, State.ACKED)


def test_a_signed_refusal_is_final(seat: Seat, exchange: HttpExchange) -> None:
    exchange.model.refuse_all = True
    client_id = seat.desk.confirm(a_bid())
    pump_until(seat.desk, client_id, State.REFUSED)
    assert seat.desk.order(client_id).reason == "limit-exceeded"


def test_nothing_is_sent_while_the_exchange_cannot_be_met_and_all_is_afterwards(
    tmp_path: Path, exchange: HttpExchange
) -> None:
    seat = Seat(tmp_path / "seat", exchange.url)
    pump_until(seat.desk, seat.desk.confirm(a_bid(1)), State.ACKED)
    exchange.fault = lambda handler, answer: (drop(handler), True)[1]
    desk = seat.again()
    client_id = desk.confirm(a_bid(2))
    for _ in range(20):
        desk.pump()
    assert desk.order(client_id).state is State.CONFIRMED
    assert not desk.status().connected
    assert "connection" in desk.status().trouble
    exchange.fault = None
    pump_until(desk, client_id, State.ACKED)
    desk.close()


def test_a_bid_sent_before_a_crash_is_asked_about_before_anything_else_is_sent(
    seat: Seat, exchange: HttpExchange
) -> None:
    desk = seat.desk
    first = desk.confirm(a_bid(1))
    _end_program_while_sending(desk)
    assert desk.order(first).state is State.SENDING
    desk = seat.again()
    second = desk.confirm(a_bid(2))
    exchange.requests.clear()
    pump_until(desk, second, State.ACKED)
    pump_until(desk, first, State.ACKED)
    about = [(method, path.rsplit("/", 1)[1]) for method, path in exchange.requests if "/bids/" in path]
    assert about.index(("GET", first)) < about.index(("PUT", second))
    assert all(exchange.model.held[client_id].effects == 1 for client_id in (first, second))


class _Crash(BaseException):
    pass


def _end_program_while_sending(desk: OrderDesk) -> None:
    """Ends the program, as far as this desk is concerned, when the bytes of a bid are about to leave."""

    def submit(*_args: object) -> object:
        raise _Crash

    desk.client.submit = submit  # type: ignore[method-assign,assignment]
    with pytest.raises(_Crash):
        desk.pump()


def test_a_bid_not_sent_in_time_expires_without_being_sent(seat: Seat, exchange: HttpExchange) -> None:
    exchange.clock_ahead = 3600.0
    desk = seat.desk
    client_id = desk.confirm(a_bid(), not_after=datetime.now(UTC) + timedelta(minutes=5))
    pump_until(desk, client_id, State.EXPIRED)
    assert exchange.model.held == {}
    assert desk.order(client_id).attempts == 0
    assert desk.status().clock_offset == pytest.approx(3600, abs=5)


def test_a_wrong_clock_is_corrected_by_the_exchanges_own(seat: Seat, exchange: HttpExchange) -> None:
    exchange.clock_ahead = -7200.0
    client_id = seat.desk.confirm(a_bid())
    pump_until(seat.desk, client_id, State.ACKED)


def test_a_cancelled_bid_that_was_never_sent_stays_unsent(seat: Seat, exchange: HttpExchange) -> None:
    client_id = seat.desk.confirm(a_bid())
    seat.desk.cancel(client_id)
    assert seat.desk.order(client_id).state is State.CANCELLED
    for _ in range(5):
        seat.desk.pump()
    assert exchange.model.held == {}


def test_a_cancel_is_pending_until_the_exchange_has_proven_it(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    client_id = desk.confirm(a_bid())
    pump_until(desk, client_id, State.ACKED)
    desk.cancel(client_id)
    assert desk.order(client_id).state is State.CANCEL_PENDING
    pump_until(desk, client_id, State.CANCELLED)


def test_a_cancel_in_the_no_cancel_phase_waits_for_the_auction(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    won, left = desk.confirm(a_bid(8)), desk.confirm(a_bid(9))
    for client_id in (won, left):
        pump_until(desk, client_id, State.ACKED)
    exchange.model.phase_no_cancel = True
    desk.cancel(won)
    desk.cancel(left)
    for _ in range(10):
        desk.pump()
    assert desk.order(won).state is desk.order(left).state is State.CANCEL_PENDING
    exchange.model.auction(exchange.now(), {won})
    pump_until(desk, won, State.WON)
    pump_until(desk, left, State.CANCELLED)


def test_the_stop_switch_holds_cancels_and_tells_the_exchange(seat: Seat, exchange: HttpExchange) -> None:
    desk = seat.desk
    standing = desk.confirm(a_bid(1))
    pump_until(desk, standing, State.ACKED)
    waiting = desk.confirm(a_bid(2))
    desk.stop()
    assert desk.order(waiting).state is State.HELD
    pump_until(desk, standing, State.CANCELLED)
    assert exchange.model.stopped
    desk.rearm()
    for _ in range(5):
        desk.pump()
    assert not exchange.model.stopped
    assert desk.order(waiting).state is State.HELD
    desk.release(waiting)
    pump_until(desk, waiting, State.ACKED)


def test_another_exchange_at_the_same_address_is_not_believed(tmp_path: Path, exchange: HttpExchange) -> None:
    seat = Seat(tmp_path / "seat", exchange.url)
    pump_until(seat.desk, seat.desk.confirm(a_bid(1)), State.ACKED)
    with running_exchange() as impostor:
        seat.url = impostor.url
        desk = seat.again()
        client_id = desk.confirm(a_bid(2))
        for _ in range(20):
            desk.pump()
        assert desk.order(client_id).state is State.CONFIRMED
        assert "not signed by the exchange" in desk.status().trouble
        assert impostor.model.held == {}
        desk.close()


def test_a_second_program_on_the_same_outbox_is_refused(seat: Seat) -> None:
    with pytest.raises(DeskError, match="another window"):
        open_desk(seat.folder, seat.url, seat.keys, gpu_prices={}, token_prices={})


def test_a_lost_key_is_said_and_not_papered_over(seat: Seat, exchange: HttpExchange) -> None:
    pump_until(seat.desk, seat.desk.confirm(a_bid()), State.ACKED)
    seat.keys = SessionStore()
    with pytest.raises(DeskError, match="bring the key back"):
        seat.again()
    seat.desk = _Closed()  # type: ignore[assignment]


class _Closed:
    def close(self) -> None:
        pass


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


def test_closing_does_not_wait_for_an_exchange_that_is_silent(tmp_path: Path, exchange: HttpExchange) -> None:
    seat = Seat(tmp_path / "seat", exchange.url)
    seat.desk.close()
    desk = seat.open(timeout=6.0)
    released = threading.Event()
    exchange.fault = lambda handler, answer: "/bids/" in handler.path and released.wait(5)
    desk.start()
    client_id = desk.confirm(a_bid())
    end = time.monotonic() + 5
    while desk.order(client_id).state is not State.SENDING and time.monotonic() < end:
        time.sleep(0.01)
    began = time.monotonic()
    desk.close()
    took = time.monotonic() - began
    released.set()
    assert took < 3
    desk = seat.open()
    assert desk.order(client_id).state in (State.SENDING, State.UNKNOWN)
    desk.close()


def test_a_fault_of_our_own_is_shown_and_sending_begins_anew(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = [True]
    original = seat.desk.client.submit

    def submit(*request: Any) -> object:
        if failing:
            failing.pop()
            raise KeyError("planted")
        return original(*request)

    monkeypatch.setattr(seat.desk.client, "submit", submit)
    notices: list[str] = []
    seat.desk.listen(lambda notice: notices.append(notice.text))
    seat.desk.start()
    client_id = seat.desk.confirm(a_bid())
    assert seat.desk.settle(client_id, 8.0).state is State.ACKED
    assert any("planted" in text for text in notices)


def test_a_jump_of_the_clock_is_checked_before_anything_else_is_sent(tmp_path: Path, exchange: HttpExchange) -> None:
    wall = [time.time()]
    seat = Seat(tmp_path / "seat", exchange.url)
    seat.desk.close()
    began = time.monotonic()
    desk = OrderDesk(
        Outbox(tmp_path / "outbox"),
        ExchangeClient(
            Transport(exchange.url), SigningKey.generate(), None, now=lambda: wall[0] + time.monotonic() - began
        ),
        keys=SessionStore(),
        gpu_prices=GPU_PRICES,
        token_prices={},
        wall=lambda: wall[0] + time.monotonic() - began,
    )
    desk.pump()
    assert desk.status().connected
    wall[0] -= 86_400
    exchange.requests.clear()
    client_id = desk.confirm(a_bid(), not_after=datetime.now(UTC) + timedelta(minutes=5))
    pump_until(desk, client_id, State.ACKED)
    paths = [path for _, path in exchange.requests]
    assert paths.index("/v1/time") < next(at for at, path in enumerate(paths) if client_id in path)
    assert desk.status().clock_offset == pytest.approx(86_400, abs=5)
    desk.close()


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
