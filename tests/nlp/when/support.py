"""Reads a text's time phrases and writes what they come to in a compact form."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from auction_client.model.bid import Delivery
from nlp.resolve import when

WEDNESDAY = "2026-03-11T10:00"
NEW_YORK = "America/New_York"
SEOUL = "Asia/Seoul"
BERLIN = "Europe/Berlin"


def context(now: str = WEDNESDAY, zone: str = NEW_YORK, **more: bool) -> when.TimeContext:
    return when.TimeContext(datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone)), ZoneInfo(zone), **more)


def phrases(text: str) -> list[when.TimeMatch]:
    """All time phrases, found from left to right."""
    text = text.lower()
    found, at = [], 0
    while at < len(text):
        match = when.match(text, at, korean=False)
        if match:
            found.append(match)
        at = match.end if match else at + 1
    return found


def unread(text: str) -> str:
    """What no phrase covers."""
    for match in reversed(phrases(text)):
        text = text[: match.start] + text[match.end :]
    return text.strip()


def reading(text: str, now: str = WEDNESDAY, zone: str = NEW_YORK, **more: bool) -> when.TimeReading:
    return when.resolve([match.expression for match in phrases(text)], context(now, zone, **more))


def wall(delivery: Delivery) -> str:
    """ "03-17 20:00/03-18 06:00", then hours and "spread" where they are set."""
    text = f"{delivery.start:%m-%d %H:%M}/{delivery.end:%m-%d %H:%M}"
    return text + (f" {delivery.hours}h" if delivery.hours else "") + ("" if delivery.contiguous else " spread")


def windows(text: str, now: str = WEDNESDAY, zone: str = NEW_YORK, **more: bool) -> str:
    """The windows, or "?" and the codes of what is asked; the mode in front where there are several."""
    found = reading(text, now, zone, **more)
    if found.asks:
        return "?" + ",".join(ask.code for ask in found.asks)
    written = ", ".join(map(wall, found.windows))
    return written if len(found.windows) == 1 else f"{found.mode}: {written}"
