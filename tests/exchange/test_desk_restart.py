"""A desk that is ended and begun again, alone on its outbox, and never at another exchange. Over real HTTP."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from auction_client.exchange.desk import DeskError, OrderDesk
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.states import State
from tests.exchange.http_exchange import HttpExchange, running_exchange
from tests.exchange.seats import Seat, a_bid, drop, pump_until


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


def test_closing_does_not_wait_for_an_exchange_that_is_silent(tmp_path: Path, exchange: HttpExchange) -> None:
    seat = Seat(tmp_path / "seat", exchange.url)
    seat.desk.close()
    desk = seat.open(timeout=60.0)
    released = threading.Event()
    exchange.fault = lambda handler, answer: "/bids/" in handler.path and released.wait(60)
    desk.start()
    client_id = desk.confirm(a_bid())
    end = time.monotonic() + 5
    while desk.order(client_id).state is not State.SENDING and time.monotonic() < end:
        time.sleep(0.01)
    began = time.monotonic()
    desk.close()
    took = time.monotonic() - began
    released.set()
    assert took < 20, "it is silent for a minute"
    desk = seat.open()
    assert desk.order(client_id).state in (State.SENDING, State.UNKNOWN)
    desk.close()
