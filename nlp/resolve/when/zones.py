"""Zones by name, and local wall-clock times as instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_MONTH_FIRST_ASIA = frozenset({"Asia/Seoul", "Asia/Tokyo", "Asia/Shanghai", "Asia/Taipei", "ROK", "Japan", "PRC"})
_AMERICAS = ("America/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/")
_AMERICAN_OCEANS = frozenset({
    "Pacific/Honolulu", "Pacific/Guam", "EST", "EST5EDT", "CST6CDT", "MST", "MST7MDT", "PST8PDT", "HST", "Cuba",
    "Jamaica",
})  # fmt: skip


@lru_cache(maxsize=1)
def _zone_names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() if "/" in name}


def iana_name(text: str) -> str | None:
    """The zone that is written so in any case, or None."""
    return _zone_names().get(text)


def month_first(zone: ZoneInfo, *, korean: bool) -> bool:
    """Rule `date_order`: 11/24 is month first in the Americas, Seoul, Tokyo, Shanghai, Taipei and in Korean text."""
    key = zone.key or ""
    return korean or key in _MONTH_FIRST_ASIA or key.startswith(_AMERICAS) or key in _AMERICAN_OCEANS


def at(day: date, hours: int, minutes: int, zone: ZoneInfo) -> datetime:
    """The instant of a wall-clock time; hours of 24 and more are the next days. A time the clock skips moves on."""
    extra, hour = divmod(hours, 24)
    local = datetime.combine(day + timedelta(days=extra), time(hour, minutes), tzinfo=zone)
    return local.astimezone(UTC).astimezone(zone)


def later(instant: datetime, elapsed: timedelta) -> datetime:
    """Elapsed time on, whatever the clocks do."""
    return (instant.astimezone(UTC) + elapsed).astimezone(instant.tzinfo)


def floor_hour(instant: datetime) -> datetime:
    """The slot that an instant lies in begins then."""
    past = timedelta(minutes=instant.minute, seconds=instant.second, microseconds=instant.microsecond)
    return later(instant, -past)


def ceil_hour(instant: datetime) -> datetime:
    """The first slot that begins then or after."""
    floor = floor_hour(instant)
    return floor if same_instant(floor, instant) else later(floor, timedelta(hours=1))


def same_instant(one: datetime, other: datetime) -> bool:
    """Whether two are the same instant (wall clocks of one zone can agree over a change of the clocks)."""
    return one.astimezone(UTC) == other.astimezone(UTC)


def before(one: datetime, other: datetime) -> bool:
    """Whether an instant comes before another, also where the wall clock shows the same hour twice."""
    return one.astimezone(UTC) < other.astimezone(UTC)


def elapsed_hours(start: datetime, end: datetime) -> float:
    """Hours that pass between two instants."""
    return (end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(hours=1)
