"""How a bid is sent: answers that are lost, forged or refused, late bids, wrong clocks. Over real HTTP on loopback."""

from __future__ import annotations

import base64
import json
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.outbox import Outbox
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import State
from auction_client.exchange.transport import Transport
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import GPU_PRICES, Seat, a_bid, drop, pump_until


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
