"""How often an account may ask: token buckets, told in the headers of every answer."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

_MOST_KEYS = 10_000


@dataclass(frozen=True)
class RateLimits:
    """`burst` requests at once, `per_second` in the long run, for each account."""

    per_second: float = 50.0
    burst: int = 200


@dataclass(frozen=True)
class Taken:
    """The headers that tell the caller what is left; `retry_after` seconds where there is nothing left."""

    headers: tuple[tuple[bytes, bytes], ...]
    retry_after: int | None


class Rates:
    """All buckets. `clock` is monotonic seconds."""

    def __init__(self, limits: RateLimits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}  # key -> (level, at)
        self._policy = f'"account";q={limits.burst};w={math.ceil(limits.burst / limits.per_second)}'.encode()

    def take(self, key: str) -> Taken:
        """Counts one request of an account."""
        now = self._clock()
        limits = self._limits
        level, at = self._buckets.get(key, (float(limits.burst), now))
        level = min(float(limits.burst), level + (now - at) * limits.per_second)
        allowed = level >= 1.0
        if allowed:
            level -= 1.0
        if len(self._buckets) >= _MOST_KEYS and key not in self._buckets:
            self._drop_full(now)
        self._buckets[key] = (level, now)
        wait = None if allowed else max(1, math.ceil((1.0 - level) / limits.per_second))
        state = f'"account";r={int(level)};t={math.ceil((limits.burst - level) / limits.per_second)}'.encode()
        return Taken(((b"ratelimit-policy", self._policy), (b"ratelimit", state)), wait)

    def _drop_full(self, now: float) -> None:
        limits = self._limits
        self._buckets = {
            key: (level, at)
            for key, (level, at) in self._buckets.items()
            if level + (now - at) * limits.per_second < limits.burst
        }
        if len(self._buckets) >= _MOST_KEYS:  # a flood of fresh keys: forget them rather than grow without end
            self._buckets.clear()
