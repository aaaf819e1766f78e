"""Runs the auctions by the clock, on a thread of its own, so that clearing never holds up a request."""

from __future__ import annotations

import threading
from datetime import timedelta

import structlog

from auction_client.practice.exchange import PracticeExchange

_LONGEST_WAIT = 1.0
_PAUSE_AFTER_FAILURE = 5.0
_log = structlog.get_logger(__name__)


class AuctionRunner:
    """Publishes indicative prices and closes auctions when their time has come. A failed clearing is tried again."""

    def __init__(self, exchange: PracticeExchange) -> None:
        self._exchange = exchange
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="auction-runner", daemon=True)
        self._indicated: str | None = None

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends; a clearing that is under way is finished first."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                wait = self._tick()
            except Exception:  # noqa: BLE001 (the market must go on)
                _log.exception("auction failed; it will be tried again")
                wait = _PAUSE_AFTER_FAILURE
            self._stop.wait(wait)

    def _tick(self) -> float:
        """Does what is due; returns the seconds until the next look."""
        exchange = self._exchange
        floor = exchange.floor
        if floor.state.clearing is not None:  # left over from before a restart
            exchange.step()
        times = floor.calendar.times(floor.state.opens_at)
        now = exchange.now()
        if now >= times.gate:
            exchange.step()
            return 0.0
        if now >= times.indicative and self._indicated != floor.open_auction():
            self._indicated = floor.open_auction()
            exchange.refresh_indicative()
            return 0.0
        due = times.gate if now >= times.indicative else times.indicative
        return min(_LONGEST_WAIT, max(0.0, (due - now) / timedelta(seconds=1)))
