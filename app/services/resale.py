"""Owned hours and tokens as a bid that offers them again."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_FLOOR, Decimal

from app.services.marks import price_of
from app.services.views import MarketView, Position
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Lot, TokenAsset
from auction_client.model.catalogue import Catalogue


def resale_bid(position: Position, market: MarketView | None, catalogue: Catalogue, now: datetime) -> Bid | None:
    """One sell lot for each stretch still to come, any of which may fill, priced at what its hours cleared at last (the
    reference price where they did not); None where nothing is left to sell."""
    if position.token is not None:
        asset, price = TokenAsset(symbol=position.token), _token_price(position.token, market, catalogue)
        return Bid(root=Lot(side="sell", quantity=position.quantity, asset=asset, delivery=None, limit=price))
    lots = tuple(
        Lot(
            side="sell", quantity=position.quantity, asset=_asset(position), delivery=delivery,
            limit=_price(position, delivery, market, catalogue),
        )
        for start, end in position.hours
        if (delivery := _rest(start, end, now)) is not None
    )  # fmt: skip
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


def _price(position: Position, delivery: Delivery, market: MarketView | None, catalogue: Catalogue) -> Decimal | None:
    hours = [delivery.start + timedelta(hours=at) for at in range(int(delivery.window_hours))]
    price = price_of(position, hours, market)
    if price is None and position.gpu in catalogue.gpu_by_name:
        price = catalogue.gpu_by_name[position.gpu].reference_price
    return _asked(price)


def _token_price(symbol: str, market: MarketView | None, catalogue: Catalogue) -> Decimal | None:
    known = [token.last for token in market.tokens if token.symbol == symbol] if market else []
    price = next((price for price in known if price is not None), None)
    if price is None and symbol in catalogue.token_by_symbol:
        price = catalogue.token_by_symbol[symbol].reference_price
    return _asked(price)


def _asked(price: Decimal | None) -> Decimal | None:
    """In whole cents, not above the price: so that it would fill at it."""
    return price.quantize(Decimal("0.01"), ROUND_FLOOR) if price is not None else None
