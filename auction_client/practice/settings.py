"""What can be set when a practice exchange is started."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from auction_client.exchange.limits import DEFAULT_LIMITS
from auction_client.exchange.protocol import AccountLimits
from auction_client.practice.calendar import AuctionCalendar


@dataclass(frozen=True)
class Settings:
    """How one exchange runs.

    `seed` decides the market of a fresh store (an old one keeps its own). `gpus` narrows the market to these (None:
    all). `clear_seconds` is the longest that one clearing may search. `distribution_every`: auctions from one token
    pay-out to the next.
    """

    name: str = "Bidwright practice exchange"
    seed: int = 1
    calendar: AuctionCalendar = field(default_factory=AuctionCalendar)
    horizon: timedelta = timedelta(days=15)
    gpus: frozenset[str] | None = None
    clear_seconds: float = 15.0
    distribution_every: int = 10
    limits: AccountLimits = DEFAULT_LIMITS

    @property
    def slots(self) -> int:
        """Hours of the horizon."""
        return self.horizon // timedelta(hours=1)
