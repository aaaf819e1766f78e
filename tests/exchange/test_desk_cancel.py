"""Cancels and the stop switch of a desk, over real HTTP on loopback."""

from __future__ import annotations

from auction_client.exchange.states import State
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import Seat, a_bid, pump_until


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
