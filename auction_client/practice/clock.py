"""Where the exchange gets the time from: the machine, or a hand that tests move."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time, in UTC."""

    def now(self) -> datetime:
        """The present instant."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant."""
        return datetime.now(UTC)


class ManualClock:
    """A clock that stands still until it is moved. Safe to move from another thread."""

    def __init__(self, start: datetime) -> None:
        if start.utcoffset() is None:
            raise ValueError("the clock needs a start with a UTC offset")
        self._now = start.astimezone(UTC)
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The instant it was last moved to."""
        with self._lock:
            return self._now

    def advance(self, step: timedelta) -> datetime:
        """Moves the clock forward and returns the new instant. Raises ValueError for a step backwards."""
        if step < timedelta(0):
            raise ValueError("a clock does not run backwards")
        with self._lock:
            self._now += step
            return self._now
