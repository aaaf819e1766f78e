"""The auction calendar: open, indicative prices, no-cancel, gate, result; then the next auction.

An auction opens at the gate of the one before it. In the practice rhythm that is every 30 seconds. A stepped calendar
has the same phases on paper, but every auction stays open until `PracticeExchange.step` closes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from auction_client.exchange.protocol import AuctionPhase


@dataclass(frozen=True)
class Times:
    """When the phases of one auction begin. `result` is the latest instant at which the result is expected."""

    opens: datetime
    indicative: datetime
    no_cancel: datetime
    gate: datetime
    result: datetime


@dataclass(frozen=True)
class AuctionCalendar:
    """The rhythm: `cycle` from gate to gate, the shares of it after which the phases begin, and whether auctions are
    closed by the clock (`timed`) or by hand."""

    cycle: timedelta = timedelta(seconds=30)
    timed: bool = True
    indicative_share: float = 0.4
    no_cancel_share: float = 0.8
    clearing_share: float = 0.4

    def times(self, opens: datetime) -> Times:
        """The phases of an auction that opens at this instant. Gates lie on whole multiples of the cycle (UTC), so an
        auction that opens late is a short one, but never shorter than half a cycle."""
        midnight = opens.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        gate = midnight + self.cycle * ((opens - midnight) // self.cycle + 1)
        if gate - opens < self.cycle / 2:
            gate += self.cycle
        length = gate - opens
        return Times(
            opens,
            opens + length * self.indicative_share,
            opens + length * self.no_cancel_share,
            gate,
            gate + self.cycle * self.clearing_share,
        )

    def phase(self, opens: datetime, now: datetime) -> AuctionPhase:
        """The phase at `now` of the auction that opened at `opens` and has not been closed yet."""
        if not self.timed:
            return AuctionPhase.OPEN
        times = self.times(opens)
        if now >= times.gate:
            return AuctionPhase.CLOSED
        if now >= times.no_cancel:
            return AuctionPhase.NO_CANCEL
        return AuctionPhase.INDICATIVE if now >= times.indicative else AuctionPhase.OPEN


def horizon_start(now: datetime) -> datetime:
    """The first hour that can still be delivered: the next full hour, or this one if it is just beginning."""
    hour = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return hour if hour == now else hour + timedelta(hours=1)
