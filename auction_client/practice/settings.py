"""What can be set when a practice exchange is started."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from auction_client.exchange.limits import DEFAULT_LIMITS
from auction_client.exchange.protocol import AccountLimits
from auction_client.practice.calendar import AuctionCalendar


@dataclass(frozen=True)
class Settings:
    """`seed` decides the market of a fresh store (an old one keeps its own); `clear_seconds` bounds the search of one
    clearing; `gpus` narrows the market to these (None: all); `distribution_every`: auctions from one token pay-out to
    the next."""

    name: str = "Bidwright practice exchange"
    seed: int = 1
    calendar: AuctionCalendar = field(default_factory=AuctionCalendar)
    horizon: timedelta = timedelta(days=15)
    gpus: frozenset[str] | None = None
    clear_seconds: float = 5.0
    distribution_every: int = 10
    limits: AccountLimits = DEFAULT_LIMITS

    @property
    def slots(self) -> int:
        """Hours of the horizon."""
        return self.horizon // timedelta(hours=1)
