"""What owned hours and tokens are worth at the market's last prices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from app.services.views import MarketView, Position, Quote

TICK = Decimal("0.0001")


def quote_of(position: Position, market: MarketView | None) -> Quote | None:
    """The quote of the product that the hours are of: in its region, of its GPU, and of the names and terms that agree
    with it the best; None where its region trades none."""
    here = [
        quote
        for quote in (market.quotes if market is not None else ())
        if quote.gpu == position.gpu and quote.region == position.region
    ]
    return max(here, key=lambda quote: _agreement(quote, position), default=None)


def price_of(position: Position, hours: Iterable[datetime], market: MarketView | None) -> Decimal | None:
    """USD per GPU-hour at which these hours (their starts) of a position cleared last, on average; its product's last
    clearing where they did not trade; None where nothing is known."""
    quote = quote_of(position, market)
    if quote is None:
        return None
    ahead = dict(quote.ahead)
    known = [price for start in hours if (price := ahead.get(start)) is not None]
    return (sum(known, Decimal(0)) / len(known)).quantize(TICK) if known else quote.last


def _agreement(quote: Quote, position: Position) -> int:
    name, *terms = quote.label.split(", ")
    words = position.product.split()
    same_words = sum(word in words for word in name.split())
    return 2 * same_words - len(name.split()) + (_uptime(position) in terms)


def _uptime(position: Position) -> str:
    return f"{(Decimal(position.min_uptime) * 100).normalize():f} %" if position.min_uptime else ""
