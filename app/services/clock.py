"""The time and the user's zone, injected so that tests and screenshots can hold them still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """This instant, aware."""

    @property
    def zone(self) -> ZoneInfo:
        """The user's zone, in which times are read and shown."""


class SystemClock:
    """The machine's clock."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(self._zone)

    @property
    def zone(self) -> ZoneInfo:
        return self._zone


class OwnClock:
    """Another clock in the zone that the user has set, if any."""

    def __init__(self, clock: Clock, zone: Callable[[], str | None]) -> None:
        self._clock = clock
        self._zone = zone

    def now(self) -> datetime:
        return self._clock.now().astimezone(self.zone)

    @property
    def zone(self) -> ZoneInfo:
        name = self._zone()
        return ZoneInfo(name) if name is not None else self._clock.zone


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime, zone: ZoneInfo) -> None:
        self._now = now
        self._zone = zone

    def now(self) -> datetime:
        return self._now.astimezone(self._zone)

    @property
    def zone(self) -> ZoneInfo:
        return self._zone

    def move_to(self, now: datetime) -> None:
        """Puts the hands."""
        self._now = now
