"""The market's prices as rows of hours, with a bid drawn in: what a heat map and its table show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from app.services.views import Quote, Reach

HOUR = timedelta(hours=1)
MARGIN = timedelta(hours=6)
LEAST_SPAN, MOST_SPAN = timedelta(hours=24), timedelta(hours=168)
MOST_ROWS = 6


@dataclass(frozen=True)
class HeatCell:
    """One hour of a product: USD per GPU-hour (None: nothing known), whether the bid may take it, and whether the
    estimate does."""

    start: datetime
    price: Decimal | None
    wanted: bool = False
    taken: bool = False


@dataclass(frozen=True)
class HeatRow:
    """One product's hours, one after the other."""

    product: str
    label: str
    cells: tuple[HeatCell, ...]

    @property
    def prices(self) -> tuple[Decimal, ...]:
        """The prices that are known."""
        return tuple(cell.price for cell in self.cells if cell.price is not None)


def market_rows(quotes: Sequence[Quote]) -> tuple[HeatRow, ...]:
    """Every product with a known price ahead."""
    rows = (
        HeatRow(quote.product, quote.label, tuple(HeatCell(start, price) for start, price in quote.ahead))
        for quote in quotes
    )
    return tuple(row for row in rows if row.prices)


def bid_rows(reach: Sequence[Reach], quotes: Sequence[Quote]) -> tuple[HeatRow, ...]:
    """The products that may serve a bid, over its windows with some hours around them: those it would take first, then
    the cheapest. Empty where the market's prices do not reach the windows."""
    known = {quote.product: quote for quote in quotes}
    found = [(each, known[each.product]) for each in reach if each.product in known]
    windows = [window for each, _ in found for window in each.wanted]
    hours = [start for _, quote in found for start, _ in quote.ahead]
    if not windows or not hours:
        return ()
    first, last = _span(windows, min(hours), max(hours) + HOUR)
    rows = [_row(each, quote, first, last) for each, quote in found]
    rows = [row for row in rows if row.prices and any(cell.wanted for cell in row.cells)]
    return tuple(sorted(rows, key=_rank)[:MOST_ROWS])


def _span(windows: Sequence[tuple[datetime, datetime]], low: datetime, high: datetime) -> tuple[datetime, datetime]:
    first = max(low, min(start for start, _ in windows) - MARGIN)
    last = max(first + LEAST_SPAN, max(end for _, end in windows) + MARGIN)
    return first, min(high, last, first + MOST_SPAN)


def _row(reach: Reach, quote: Quote, first: datetime, last: datetime) -> HeatRow:
    cells = tuple(
        HeatCell(start, price, _inside(start, reach.wanted), _inside(start, reach.taken))
        for start, price in quote.ahead
        if first <= start < last
    )
    return HeatRow(quote.product, quote.label, cells)


def _inside(hour: datetime, stretches: Sequence[tuple[datetime, datetime]]) -> bool:
    return any(start < hour + HOUR and hour < end for start, end in stretches)


def _rank(row: HeatRow) -> tuple[bool, Decimal]:
    wanted = [cell.price for cell in row.cells if cell.wanted and cell.price is not None]
    return not any(cell.taken for cell in row.cells), min(wanted, default=Decimal("Infinity"))
