"""The bid's windows against the auction calendar: when each lot may run, would run, and can still be bought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.services.views import AuctionTimes, EstimateView, MarketView
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Lot, lots_of

Span = tuple[datetime, datetime]
Sale = Literal["now", "later", "over", "unknown"]


@dataclass(frozen=True)
class LotTimes:
    """One lot's time. `runs`: the hours that the estimate would take, none where it takes none. `sale`: whether the
    running auction sells the whole window, or has yet to, or whether its hours can no longer be bought. `last_gate`:
    the last announced gate at which the lot can be bought before its window's last start."""

    path: str
    lot: Lot
    delivery: Delivery
    runs: tuple[Span, ...]
    sale: Sale
    last_gate: datetime | None


@dataclass(frozen=True)
class Schedule:
    """All lots with a window, the announced gates, and the hours [first, last) that the running auction sells."""

    lots: tuple[LotTimes, ...] = ()
    gates: tuple[datetime, ...] = ()
    selling: Span | None = None

    @property
    def rhythm(self) -> timedelta | None:
        """The time from gate to gate where the announced ones are evenly spaced."""
        steps = {later - gate for gate, later in zip(self.gates, self.gates[1:], strict=False)}
        return steps.pop() if len(steps) == 1 else None


def schedule_of(bid: Bid | None, market: MarketView | None, estimate: EstimateView | None, now: datetime) -> Schedule:
    """The schedule of a bid; without a market its windows alone."""
    if bid is None:
        return Schedule()
    auctions = tuple(each for each in market.auctions if each.gate > now) if market is not None else ()
    running = auctions[0] if auctions else None
    lots = tuple(
        LotTimes(
            path,
            lot,
            lot.delivery,
            _runs(lot, lot.delivery, market, estimate),
            _sale(lot.delivery, running, now),
            _last_gate(lot.delivery, auctions),
        )
        for path, lot in lots_of(bid.root)
        if lot.delivery is not None
    )
    selling = (running.first, running.last) if running is not None else None
    return Schedule(lots, tuple(each.gate for each in auctions), selling)


def latest_start(delivery: Delivery) -> datetime:
    """The latest instant at which the hours that are needed can begin."""
    if delivery.hours is None:
        return delivery.start
    return delivery.end - timedelta(hours=delivery.hours)


def _runs(lot: Lot, delivery: Delivery, market: MarketView | None, estimate: EstimateView | None) -> tuple[Span, ...]:
    """The hours that the estimate takes of this lot's product inside its window."""
    if market is None or estimate is None or not estimate.fills or not isinstance(lot.asset, ComputeAsset):
        return ()
    gpus = {quote.product: quote.gpu for quote in market.quotes}
    found: list[Span] = []
    for reach in estimate.reach:
        if gpus.get(reach.product) == lot.asset.gpu:
            clipped = [(max(first, delivery.start), min(last, delivery.end)) for first, last in reach.taken]
            found += [(first, last) for first, last in clipped if first < last]
    return tuple(sorted(set(found)))


def _sale(delivery: Delivery, running: AuctionTimes | None, now: datetime) -> Sale:
    if latest_start(delivery) < now:
        return "over"
    if running is None:
        return "unknown"
    return "now" if delivery.end <= running.last else "later"


def _last_gate(delivery: Delivery, auctions: Sequence[AuctionTimes]) -> datetime | None:
    """The last announced gate whose auction still sells the lot's latest start."""
    start = latest_start(delivery)
    fitting = [each.gate for each in auctions if each.first <= start and delivery.start < each.last]
    return max(fitting, default=None)
