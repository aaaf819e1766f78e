"""What the positions screen shows and does, without a widget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from app.services.holdings import Ahead, ahead_of
from app.services.resale import resale_bid
from app.services.views import Position, TokenQuote
from app.services.workbench import Workbench

HOUR = timedelta(hours=1)
WEEK = 7
"""Days of the calendar that are seen at once."""


@dataclass(frozen=True)
class Holding:
    """One position with what is still ahead of it, and the quote of its token where it is one."""

    position: Position
    ahead: Ahead
    token: TokenQuote | None

    @property
    def gpu_hours(self) -> Decimal:
        """GPU-hours in all, begun or not."""
        hours = sum((end - start for start, end in self.position.hours), timedelta())
        return Decimal(hours // timedelta(seconds=1)) / 3600 * self.position.quantity

    @property
    def paid_each(self) -> Decimal | None:
        """What was paid or received for each GPU-hour or token, USD."""
        units = self.gpu_hours if self.position.hours else Decimal(self.position.quantity)
        paid = self.position.paid
        return abs(paid) / abs(units) if paid is not None and units else None

    @property
    def can_resell(self) -> bool:
        return self.position.quantity > 0


@dataclass(frozen=True)
class Idle:
    """GPU-hours ahead that nobody is offered, and what they would bring at the last clearing prices, USD."""

    hours: int
    worth: Decimal


class PositionsViewModel(QObject):
    """Ties what is owned to the open orders that offer it and to the market's prices."""

    changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._week = 0
        self._stop = (bench.orders.on_change(self.changed.emit), bench.market.on_change(self.changed.emit))

    def close(self) -> None:
        """Listens no more."""
        for stop in self._stop:
            stop()

    @property
    def holdings(self) -> tuple[Holding, ...]:
        state, market = self._bench.orders.state, self._bench.market.state.market
        now = self._bench.clock.now()
        quotes = {token.symbol: token for token in market.tokens} if market is not None else {}
        return tuple(
            Holding(position, ahead_of(position, state.orders, market, now), quotes.get(position.token or ""))
            for position in state.positions
        )

    @property
    def stretches(self) -> tuple[tuple[Position, datetime, datetime, int], ...]:
        """Each stretch of hours that is owned, with the GPU-hours that lie idle in it."""
        return tuple(
            (holding.position, start, end, _idle_within(holding.ahead, start, end))
            for holding in self.holdings
            for start, end in holding.position.hours
        )

    # -- the calendar ------------------------------------------------------------------------------------------------

    @property
    def week(self) -> int:
        """The week that the calendar shows, counted from the one that begins today; never beyond the last one with
        hours of one's own."""
        return min(self._week, self.last_week)

    @property
    def last_week(self) -> int:
        """The last week with hours of one's own."""
        ends = [end for position in self._bench.orders.state.positions for _, end in position.hours]
        if not ends:
            return 0
        last = (max(ends) - timedelta(microseconds=1)).astimezone(self._bench.clock.zone).date()
        today = self._bench.clock.now().astimezone(self._bench.clock.zone).date()
        return max(0, (last - today).days // WEEK)

    def go(self, weeks: int) -> None:
        """Shows a later or an earlier week."""
        wanted = max(0, min(self.week + weeks, self.last_week))
        if wanted != self.week:
            self._week = wanted
            self.changed.emit()

    def resell(self, position: Position) -> bool:
        """Makes the rest of a position the open draft, as an offer; False where nothing is left to sell."""
        market = self._bench.market.state.market
        bid = resale_bid(position, market, self._bench.ports.catalogue, self._bench.clock.now())
        if bid is None:
            return False
        self._bench.drafts.new(source=bid)
        return True


def idle_of(holdings: tuple[Holding, ...]) -> Idle | None:
    """What lies idle in all; None where no hours are ahead."""
    if not any(each.ahead.hours for each in holdings):
        return None
    worth = sum((each.ahead.worth for each in holdings if each.ahead.worth is not None), Decimal(0))
    return Idle(sum(each.ahead.idle for each in holdings), worth)


def _idle_within(ahead: Ahead, start: datetime, end: datetime) -> int:
    """Idle GPU-hours in [start, end)."""
    inside = ((max(start, idle.start), min(end, idle.end), idle.quantity) for idle in ahead.lying_idle)
    return sum((last - first) // HOUR * quantity for first, last, quantity in inside if last > first)
