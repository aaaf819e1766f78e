"""An estimate as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from auction_client.clearing.book import Book
from auction_client.clearing.estimates import Alternative, Basis, Change, Estimate, LotEstimate, Rung
from auction_client.clearing.reasons import Reason, WhyNot
from auction_client.model.bid import Bid, Lot, lots_of, walk
from auction_client.model.totals import most_units

_METHODS = {
    "prices": "set against the cleared prices",
    "neighbourhood": "its products cleared again with it",
    "cleared": "the whole book cleared with it",
}
_MOST_RUNS = 3


def estimate_lines(result: Estimate, bid: Bid, book: Book, now: datetime | None = None) -> Iterator[str]:
    """Answer, chance, ways, what decides the price, why not, what would help, and what it all stands on."""
    lots = {path: node for path, node in walk(bid.root) if isinstance(node, Lot)}
    names = {path: _lot_words(lot) for path, lot in lots.items()}
    clock = _Clock(bid, book)
    if result.fills:
        yield f"Would fill; it {paying(result.payment)}, as far as can be told now."
    else:
        yield "Would not fill."
    if result.probability is not None:
        between = ""
        if result.probability_low is not None and result.probability_high is not None:
            between = f", between {result.probability_low:.0%} and {result.probability_high:.0%}"
        yield f"Chance of a fill: {result.probability:.0%} (from {result.basis.scenarios} scenarios{between})."
    yield from _section("Ways to fill it", [line for way in result.alternatives for line in _way(way, lots, clock)])
    yield from _section(
        "Why not",
        [f"{_name(each.path, names)}: {each.message}{clock.reach(each)}" for each in result.why_not],
    )
    yield from _section(
        "Hours that decide the price",
        [
            f"{hour.product} {clock.moment(hour.starts)} {clock.zone}: ${hour.price} per GPU-hour, {hour.ratio:.2f} x "
            f"the mean of its hours{', sold out' if hour.sold_out else ''}"
            for hour in result.binding
        ],
    )
    alone = len(names) == 1
    yield from _section(
        "Chance by price",
        [
            f"{_rung_price(rung, alone)}: {rung.probability:.0%}, between {rung.low:.0%} and {rung.high:.0%}"
            for rung in result.ladder
        ],
    )
    yield from _section("Any one of these changes would win", [_change(each, names) for each in result.changes])
    yield from _section("Any one of these would be cheaper", [_change(each, names) for each in result.savings])
    yield _basis(result.basis, now)


class _Clock:
    """The book's hours in the zone of the bid."""

    def __init__(self, bid: Bid, book: Book) -> None:
        self._book = book
        self._lots = dict(lots_of(bid.root))
        starts = (lot.delivery.start for lot in self._lots.values() if lot.delivery is not None)
        self._zone = next(starts, book.start).tzinfo
        self._step = timedelta(minutes=book.slot_minutes)

    @property
    def zone(self) -> str:
        return f"{self._book.start.astimezone(self._zone):%Z}"

    def moment(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone):%a %d %b %H:%M}"

    def slot(self, number: int) -> str:
        return self.moment(self._book.start + number * self._step)

    def gpu_hours(self, slots: int) -> Decimal:
        whole = Decimal(slots * self._book.slot_minutes) / 60
        return whole.to_integral_value() if whole == whole.to_integral_value() else whole

    def reach(self, why: WhyNot) -> str:
        """How far the book reaches, where it does not reach as far as the lot."""
        if why.code not in (Reason.OUTSIDE, Reason.UNCOVERED, Reason.TOO_LONG) or why.path not in self._lots:
            return ""
        delivery, opens = self._lots[why.path].delivery, self._book.start
        closes = opens + self._book.slots * self._step
        if delivery is not None and delivery.end > closes:
            return f"; the book ends on {self.moment(closes)} {self.zone}"
        if delivery is not None and delivery.start < opens:
            return f"; the book begins on {self.moment(opens)} {self.zone}"
        return ""


def paying(amount: Decimal | None) -> str:
    """``pays $48.00``, ``receives $12.00``."""
    if amount is None:
        return "pays nothing"
    return f"pays ${amount:,.2f}" if amount >= 0 else f"receives ${-amount:,.2f}"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _rung_price(rung: Rung, alone: bool) -> str:
    if alone and rung.limit is not None:
        return f"limit ${rung.limit}"
    return f"all limits and budgets x {rung.multiplier:.3f}"


def _name(path: str, names: dict[str, str]) -> str:
    return names.get(path, "the bid as a whole" if path == "root" else path)


def _way(way: Alternative, lots: dict[str, Lot], clock: _Clock) -> Iterator[str]:
    what = _lot_words(lots[way.path]) if way.path in lots else _name(way.path, {})
    verb = "fills" if way.fills else "does not fill"
    if way.payment is None:
        yield f"{what}: {verb}"
        return
    worth = "" if way.worth is None else f"; its limits allow ${abs(way.worth):,.2f}"
    if way.payment < 0:
        worth = "" if way.worth is None else f"; it asks for at least ${abs(way.worth):,.2f}"
    would = (
        paying(way.payment)
        if way.fills
        else paying(way.payment).replace("pays", "would pay").replace("receives", "would receive")
    )
    better = way.why_not is not None and way.why_not.code is Reason.SECOND_BEST
    yield f"{what}: {verb}, {would}{worth}{'; another choice is better' if better else ''}"
    for lot in way.lots:
        yield f"  {_served(lot, lots[lot.path], clock)}"


def _served(lot: LotEstimate, asked: Lot, clock: _Clock) -> str:
    if not lot.slots:
        of = f" of {asked.quantity:,}" if asked.quantity is not None and lot.quantity < asked.quantity else ""
        return f"{lot.quantity:,}{of} {lot.product} at ${lot.price} each: {_amount(lot.payment)}"
    runs: list[list[int]] = []
    for slot in lot.slots:
        if runs and slot == runs[-1][1]:
            runs[-1][1] = slot + 1
        else:
            runs.append([slot, slot + 1])
    shown = ", ".join(f"{clock.slot(first)} to {clock.slot(last)}" for first, last in runs[:_MOST_RUNS])
    more = f" and {len(runs) - _MOST_RUNS} more" if len(runs) > _MOST_RUNS else ""
    units, all_units = clock.gpu_hours(sum(lot.quantities)), most_units(asked)
    part = f", {units:,} of {all_units:,} GPU-hours" if all_units is not None and units < all_units else ""
    return (
        f"{lot.quantity:,} x {lot.product}, {shown} {clock.zone}{more}{part}, ${lot.price} per GPU-hour: "
        f"{_amount(lot.payment)}"
    )


def _amount(amount: Decimal) -> str:
    return f"${abs(amount):,.2f}"


def _change(change: Change, names: dict[str, str]) -> str:
    of = f"{_name(change.path, names)}: " if len(names) > 1 else ""
    saved = ""
    if change.difference is not None:
        whole = abs(change.payment - change.difference)
        share = f" ({change.difference / whole:+.0%})" if whole else ""
        saved = f", {_amount(change.difference)} {'less' if change.difference < 0 else 'more'}{share}"
    return f"{of}{change.message}; then it {paying(change.payment)}{saved}"


def _basis(basis: Basis, now: datetime | None) -> str:
    age = ""
    if basis.as_of is not None:
        age = f" of {basis.as_of:%a %d %b %H:%M:%S %Z}"
        if now is not None:
            age += f" ({max(0, round((now - basis.as_of).total_seconds()))} s ago)"
    return (
        f"An estimate from {basis.book_bids:,} bids{age}, {_METHODS[basis.method]}, "
        f"within {basis.gap:.2%} of the best that is possible; not a promise."
    )


def _lot_words(lot: Lot) -> str:
    name = lot.asset.gpu if lot.asset.type == "compute" else lot.asset.symbol
    sell = "sell " if lot.side == "sell" else ""
    if lot.gpu_hours is not None:
        return f"{sell}{lot.gpu_hours:,} GPU-hours of {name}"
    return f"{sell}{lot.quantity} x {name}"
