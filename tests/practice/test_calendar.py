"""The rhythm of auctions, and the runner that keeps it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from auction_client.exchange.protocol import AuctionPhase
from auction_client.practice.calendar import AuctionCalendar, horizon_start
from auction_client.practice.clock import ManualClock
from auction_client.practice.runner import AuctionRunner
from tests.practice.trading import SMALL, START, Trader, lot, open_exchange

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "phase"),
    [
        (0, AuctionPhase.OPEN),
        (11.9, AuctionPhase.OPEN),
        (12, AuctionPhase.INDICATIVE),
        (23.9, AuctionPhase.INDICATIVE),
        (24, AuctionPhase.NO_CANCEL),
        (29.9, AuctionPhase.NO_CANCEL),
        (30, AuctionPhase.CLOSED),
    ],
)
def test_an_auction_passes_through_its_phases(seconds: float, phase: AuctionPhase) -> None:
    assert AuctionCalendar().phase(NOON, NOON + timedelta(seconds=seconds)) is phase


def test_gates_lie_on_the_grid_and_no_auction_is_shorter_than_half_a_cycle() -> None:
    calendar = AuctionCalendar()
    assert calendar.times(NOON + timedelta(seconds=7)).gate == NOON + timedelta(seconds=30)
    assert calendar.times(NOON + timedelta(seconds=16)).gate == NOON + timedelta(seconds=60)


def test_a_stepped_auction_stays_open() -> None:
    assert AuctionCalendar(timed=False).phase(NOON, NOON + timedelta(days=9)) is AuctionPhase.OPEN


def test_the_horizon_begins_at_the_next_full_hour() -> None:
    assert horizon_start(NOON) == NOON
    assert horizon_start(NOON + timedelta(seconds=1)) == NOON + timedelta(hours=1)


def test_a_clock_does_not_run_backwards() -> None:
    clock = ManualClock(NOON)
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="UTC offset"):
        ManualClock(datetime(2026, 11, 22))


@pytest.mark.slow
def test_the_runner_publishes_prices_and_closes_auctions_when_their_time_has_come(tmp_path: Path) -> None:
    clock = ManualClock(START)
    exchange = open_exchange(tmp_path, clock, replace(SMALL, calendar=AuctionCalendar()))
    trader = Trader(exchange)
    client_id, _ = trader.submit(lot(limit="3.30"))
    runner = AuctionRunner(exchange)
    runner.start()
    try:
        assert exchange.floor.open_auction() == "A000025"
        clock.advance(timedelta(seconds=13))
        wait_until(lambda: exchange.latest_indicative().as_of == clock.now())
        assert exchange.latest_indicative().auction == "A000025"
        clock.advance(timedelta(seconds=17))
        wait_until(lambda: trader.status(client_id) == "won")
        calendar = exchange.views.calendar()
        phases = {auction.id: auction.phase for auction in calendar.auctions}
        assert (phases["A000025"], phases["A000026"]) == (AuctionPhase.RESULT, AuctionPhase.OPEN)
    finally:
        runner.stop()
        exchange.close()


def wait_until(happened: object) -> None:
    """Waits for another thread, a minute at most."""
    assert callable(happened)
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)
