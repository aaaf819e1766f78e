"""Ticks of a time axis at local midnights or round hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

STEPS_HOURS = (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720)


def time_ticks(start: datetime, end: datetime, most: int, zone: ZoneInfo) -> tuple[float, ...]:
    """At most `most` + 1 instants (POSIX seconds) inside [start, end], at local clock hours that a step divides."""
    hours = (end - start) / timedelta(hours=1)
    step = next((each for each in STEPS_HOURS if hours / each <= most), STEPS_HOURS[-1])
    local = start.astimezone(zone)
    days = max(1, step // 24)
    at = local.replace(hour=0, minute=0, second=0, microsecond=0)
    ticks = []
    while at <= end:
        for hour in range(0, 24, min(step, 24)):
            tick = at.replace(hour=hour)
            if start <= tick <= end:
                ticks.append(tick.astimezone(UTC).timestamp())
        at = (at + timedelta(days=days)).replace(hour=0)
    return tuple(ticks)
