"""Moments as the sentence says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_NEAR = timedelta(days=300)
"""Dates that near need no year: the next such date is meant."""

UNCLEAR_HOURS = (10, 11)
"""Of the hours without a leading zero those that may be meant in the evening too."""


@dataclass(frozen=True)
class Clock:
    """The clock that times are said on. `now`: what near dates are near to; without it every date has its year."""

    zone: ZoneInfo
    now: datetime | None

    def local(self, at: datetime) -> datetime:
        """The instant on this clock."""
        return at.astimezone(self.zone)

    def needs_year(self, at: datetime) -> bool:
        """Whether the date would not be the next one of its name."""
        return self.now is None or not timedelta(0) < at - self.now < _NEAR

    @property
    def suffix(self) -> str:
        """What follows a clock time: nothing for the user's own zone."""
        return " UTC" if self.zone.key == "UTC" and self.now is None else ""
