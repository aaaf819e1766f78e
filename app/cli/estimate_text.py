"""An estimate as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from auction_client.clearing.book import Book
from auction_client.clearing.estimates import Alternative, Basis, Change, Estimate, LotEstimate, Rung
from auction_client.model.bid import Bid, Lot, walk

_METHODS = {
    "prices": "set against the cleared prices",
    "neighbourhood": "its products cleared again with it",
    "cleared": "the whole book cleared with it",
}
_MOST_RUNS = 3


def estimate_lines(result: Estimate, bid: Bid, book: Book, now: datetime | None = None) -> Iterator[str]:
    """Answer, chance, ways, what decides the price, why not, what would help, and what it all stands on."""
    names = {path: _lot_words(node) for path, node in walk(bid.root) if isinstance(node, Lot)}
    if result.fills:
        yield f"Would fill; it {paying(result.payment)}, as far as can be told now."
    else:
        yield "Would not fill."
    if result.probability is not None:
        between = ""
        if result.probability_low is not None and result.probability_high is not None:
            between = f", between {result.probability_low:.0%} and {result.probability_high:.0%}"
        yield f"Chance of a fill: {result.probability:.0%} (from {result.basis.scenarios} scenarios{between})."
    yield from _section("Ways to fill it", [line for way in result.alternatives for line in _way(way, names, book)])
    yield from _section("Why not", [f"{_name(each.path, names)}: {each.message}" for each in result.why_not])
    yield from _section(
        "Hours that decide the price",
        [
            f"{hour.product} {hour.starts:%a %d %b %H:%M}: ${hour.price} per GPU-hour, {hour.ratio:.2f} x the mean of "
            f"its hours{', sold out' if hour.sold_out else ''}"
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


def _way(way: Alternative, names: dict[str, str], book: Book) -> Iterator[str]:
    what = _name(way.path, names)
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
    yield f"{what}: {verb}, {would}{worth}"
    for lot in way.lots:
        yield f"  {_served(lot, book)}"


def _served(lot: LotEstimate, book: Book) -> str:
    if not lot.slots:
        return f"{lot.quantity:,} {lot.product} at ${lot.price} each: {_amount(lot.payment)}"
    step = timedelta(minutes=book.slot_minutes)
    runs: list[list[int]] = []
    for slot in lot.slots:
        if runs and slot == runs[-1][1]:
            runs[-1][1] = slot + 1
        else:
            runs.append([slot, slot + 1])
    shown = ", ".join(
        f"{book.start + first * step:%a %d %b %H:%M} to {book.start + last * step:%a %d %b %H:%M}"
        for first, last in runs[:_MOST_RUNS]
    )
    more = f" and {len(runs) - _MOST_RUNS} stretches more" if len(runs) > _MOST_RUNS else ""
    zone = f"{book.start:%Z}"
    return f"{lot.quantity:,} x {lot.product}, {shown}{more} {zone}, ${lot.price} per GPU-hour: {_amount(lot.payment)}"


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
