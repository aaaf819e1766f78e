"""Where prices lie: the level of a product in each hour, its shape over day and week, its drift and its jumps.

All of it is a pure function of the seed, the product and the hour, so the same seed gives the same market.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from auction_client.practice.products import Listing

NIGHT = 0.88
BUSINESS = 1.03
EVENING = 0.98
WEEKEND = 0.97
_DRIFT_PER_DAY = 0.012
_DRIFT_LIMIT = 0.03
_JUMP_CHANCE = 0.03
_HOUR = timedelta(hours=1)
_ZONES = {
    "us-east": "America/New_York",
    "us-central": "America/Chicago",
    "us-west": "America/Los_Angeles",
    "ca-central": "America/Toronto",
    "uk-south": "Europe/London",
    "eu-west": "Europe/Paris",
    "eu-central": "Europe/Berlin",
    "eu-north": "Europe/Stockholm",
    "me-central": "Asia/Dubai",
    "in-west": "Asia/Kolkata",
    "ap-northeast": "Asia/Tokyo",
    "ap-korea": "Asia/Seoul",
    "ap-southeast": "Asia/Singapore",
}


def generator(seed: int, *what: object) -> np.random.Generator:
    """Random numbers that depend on the seed and on what they are for, and on nothing else."""
    name = "/".join(str(each) for each in (seed, *what))
    return np.random.default_rng(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big"))


@dataclass(frozen=True)
class Horizon:
    """The hours that one auction sells."""

    start: datetime
    slots: int

    def hour(self, slot: int) -> datetime:
        """When a slot begins."""
        return self.start + slot * _HOUR

    def local(self, region: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Local hour of day and weekday (Monday 0) of every slot in a region."""
        return _local(self, region)


@lru_cache(maxsize=256)
def _local(horizon: Horizon, region: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    zone = ZoneInfo(_ZONES[region])
    hours = [horizon.hour(slot).astimezone(zone) for slot in range(horizon.slots)]
    return np.array([at.hour for at in hours]), np.array([at.weekday() for at in hours])


def is_night(hour_of_day: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The hours from 20:00 to 06:00."""
    return (hour_of_day >= 20) | (hour_of_day < 6)


@lru_cache(maxsize=512)
def shape(listing: Listing, horizon: Horizon) -> NDArray[np.float64]:
    """What an hour costs beside the product's level: nights and weekends are cheaper, business hours dearer."""
    hour, weekday = horizon.local(listing.product.region)
    weekend = weekday >= 5
    factor = np.full(horizon.slots, EVENING)
    factor[(hour >= 9) & (hour < 18) & ~weekend] = BUSINESS
    factor[is_night(hour)] = NIGHT
    factor[weekend] *= WEEKEND
    return factor


def drift(seed: int, gpu: str, at: datetime) -> float:
    """How far a GPU's whole market has moved by an instant: a bounded walk over the days, smooth within a day."""
    day = at.astimezone(UTC).toordinal()
    share = (at.astimezone(UTC) - datetime.fromordinal(day).replace(tzinfo=UTC)) / timedelta(days=1)
    return float((1 - share) * _walk(seed, gpu, day) + share * _walk(seed, gpu, day + 1))


@lru_cache(maxsize=4096)
def _walk(seed: int, gpu: str, day: int) -> float:
    moves = [generator(seed, "drift", gpu, day - back).normal(0.0, _DRIFT_PER_DAY) * 0.8**back for back in range(12)]
    return 1.0 + float(np.clip(sum(moves), -_DRIFT_LIMIT, _DRIFT_LIMIT))


@lru_cache(maxsize=256)
def jumps(seed: int, gpu: str, horizon: Horizon) -> NDArray[np.float64]:
    """Delivery days on which a GPU is suddenly scarce (1 elsewhere)."""
    factor = np.ones(horizon.slots)
    days = np.array([horizon.hour(slot).toordinal() for slot in range(horizon.slots)])
    for day in np.unique(days):
        draw = generator(seed, "jump", gpu, int(day))
        if draw.random() < _JUMP_CHANCE:
            factor[days == day] = 1.0 + draw.uniform(0.10, 0.35)
    return factor


def levels(seed: int, listing: Listing, horizon: Horizon, at: datetime) -> NDArray[np.float64]:
    """The typical price of every slot, in USD per GPU-hour, as the market sees it at an instant."""
    gpu = listing.product.gpu
    factor = shape(listing, horizon) * jumps(seed, gpu, horizon) * drift(seed, gpu, at)
    return float(listing.level) * factor
