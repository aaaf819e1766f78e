"""Instants and counts as both languages print them."""

from __future__ import annotations

from datetime import datetime, tzinfo
from decimal import Decimal

from auction_client.model.fields import money_text


def local(at: datetime, zone: tzinfo | None) -> datetime:
    """The instant on the clock it is shown on: `zone`, or the offset it was written with."""
    return at if zone is None else at.astimezone(zone)


def clock(at: datetime) -> str:
    """20:00, or with seconds and microseconds where they are not zero."""
    if at.microsecond:
        return at.strftime("%H:%M:%S.%f")
    return at.strftime("%H:%M:%S" if at.second else "%H:%M")


def offset(at: datetime) -> str:
    """UTC+09:00."""
    return f"UTC{at.isoformat()[-6:]}"


def usd(amount: Decimal) -> str:
    """$1,500.00, with all decimals that matter."""
    whole, _, fraction = money_text(amount).partition(".")
    return f"${int(whole):,}.{fraction}"
