"""What is owned and still ahead: which of it is offered already, what lies idle, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from app.services.marks import price_of
from app.services.views import FINAL_STATES, MarketView, Order, Position
from auction_client.model.bid import ComputeAsset, Lot, lots_of

HOUR = timedelta(hours=1)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Stretch:
    """Hours [start, end) in each of which so many GPUs lie idle."""

    start: datetime
    end: datetime
    quantity: int


@dataclass(frozen=True)
class Ahead:
    """GPU-hours of a position that have not begun, how many of them open orders offer, and what the rest would bring at
    the last clearing prices of its hours (USD; None where none is known). `lying_idle`: when the rest lies idle."""

    hours: int
    offered: int
    worth: Decimal | None
    lying_idle: tuple[Stretch, ...] = ()

    @property
    def idle(self) -> int:
        """GPU-hours ahead that nobody is offered."""
        return self.hours - self.offered


def ahead_of(position: Position, orders: Iterable[Order], market: MarketView | None, now: datetime) -> Ahead:
    """What of a position is still ahead. A position of tokens, or one that was sold, has nothing ahead."""
    if position.token is not None or position.quantity < 1:
        return Ahead(0, 0, None)
    starts = _hours(position, now)
    offers = [lot for order in orders if order.state not in FINAL_STATES for lot in _offers(order, position)]
    taken = {start: min(position.quantity, sum(_in_an_hour(lot, start) for lot in offers)) for start in starts}
    offered = sum(taken.values())
    hours = len(starts) * position.quantity
    price = price_of(position, starts, market)
    worth = (price * (hours - offered)).quantize(CENT) if price is not None else None
    return Ahead(hours, offered, worth, _stretches((start, position.quantity - taken[start]) for start in starts))


def _stretches(idle: Iterable[tuple[datetime, int]]) -> tuple[Stretch, ...]:
    """Hours one behind the other with the same number of idle GPUs, together."""
    found: list[Stretch] = []
    for start, quantity in idle:
        if found and (found[-1].end, found[-1].quantity) == (start, quantity):
            found[-1] = Stretch(found[-1].start, start + HOUR, quantity)
        elif quantity:
            found.append(Stretch(start, start + HOUR, quantity))
    return tuple(found)


def _hours(position: Position, now: datetime) -> list[datetime]:
    found = []
    for start, end in position.hours:
        at = start
        while at < end:
            if at >= now:
                found.append(at)
            at += HOUR
    return found


def _offers(order: Order, position: Position) -> list[Lot]:
    return [
        lot
        for _, lot in lots_of(order.bid.root)
        if lot.side == "sell"
        and isinstance(lot.asset, ComputeAsset)
        and lot.asset.gpu == position.gpu
        and (not lot.asset.regions or position.region in lot.asset.regions)
    ]


def _in_an_hour(lot: Lot, start: datetime) -> int:
    inside = lot.delivery is not None and lot.delivery.start <= start < lot.delivery.end
    return (lot.quantity or 0) if inside else 0
