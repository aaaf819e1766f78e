"""Owned hours and tokens as a bid that offers them again."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from app.services.views import MarketView, Position
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Lot, TokenAsset
from auction_client.model.catalogue import Catalogue


def resale_bid(position: Position, market: MarketView | None, catalogue: Catalogue, now: datetime) -> Bid | None:
    """One sell lot for each stretch still to come, any of which may fill, priced at the last clearing (the reference
    price where there was none); None where nothing is left to sell."""
    price = _price(position, market, catalogue)
    if position.token is not None:
        asset = TokenAsset(symbol=position.token)
        return Bid(root=Lot(side="sell", quantity=position.quantity, asset=asset, delivery=None, limit=price))
    lots = tuple(
        Lot(side="sell", quantity=position.quantity, asset=_asset(position), delivery=delivery, limit=price)
        for start, end in position.hours
        if (delivery := _rest(start, end, now)) is not None
    )
    if not lots or position.quantity < 1:
        return None
    return Bid(root=lots[0] if len(lots) == 1 else Group(at_least=1, at_most=len(lots), items=lots))


def _rest(start: datetime, end: datetime, now: datetime) -> Delivery | None:
    whole_hours = -((start - now) // timedelta(hours=1))
    if whole_hours > 0:
        start += timedelta(hours=whole_hours)
    return Delivery(start=start, end=end) if start < end else None


def _asset(position: Position) -> ComputeAsset:
    return ComputeAsset.model_validate(
        {
            "gpu": position.gpu,
            "form": position.form,
            "memory_gb": position.memory_gb,
            "interconnect": position.interconnect,
            "regions": (position.region,) if position.region else (),
            "min_uptime": position.min_uptime,
        }
    )


def _price(position: Position, market: MarketView | None, catalogue: Catalogue) -> Decimal | None:
    if position.token is not None:
        known = [token.last for token in market.tokens if token.symbol == position.token] if market else []
        reference = catalogue.token_by_symbol.get(position.token)
    else:
        quotes = [quote for quote in market.quotes if quote.gpu == position.gpu] if market else []
        here = [quote for quote in quotes if quote.region == position.region]
        known = [quote.last for quote in here or quotes]
        reference = catalogue.gpu_by_name.get(position.gpu or "")  # type: ignore[assignment]
    price = next((price for price in known if price is not None), None)
    if price is None and reference is not None:
        price = reference.reference_price
    return price.quantize(Decimal("0.01"), ROUND_HALF_UP) if price is not None else None
