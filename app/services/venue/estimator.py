"""Estimates from the exchange's anonymous book, cleared on this machine."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from app.services.venue.market import label_of
from app.services.venue.reach import reach_of
from app.services.views import Alternative, EstimateView, Fix, Obstacle, PartialFill
from auction_client.clearing import Estimate
from auction_client.clearing.book import Book
from auction_client.clearing.estimates import Alternative as Way
from auction_client.clearing.estimates import Change
from auction_client.clearing.reasons import WhyNot
from auction_client.model.bid import Bid, Lot, Node, lots_of, walk
from auction_client.model.totals import most_units

_REQUIREMENTS = ("form", "memory_gb", "interconnect")


def estimate_view(bid: Bid, book: Book, result: Estimate, as_of: datetime) -> EstimateView:
    """The engine's estimate as the window shows it: products by their names for people, words left to the window."""
    names = dict(walk(bid.root))
    labels = {product.id: label_of(product) for product in book.products}
    alternatives = tuple(
        Alternative(
            path=way.path,
            label=_label(names.get(way.path)),
            price=way.lots[0].price if len(way.lots) == 1 else None,
            pay=way.payment,
            taken=way.fills,
            limit=_limit(names.get(way.path)),
            partial=_partial(way, names, book),
        )
        for way in result.alternatives
    )
    taken = next((way for way in result.alternatives if way.fills and len(way.lots) == 1), None)
    limits = [lot.limit for _, lot in lots_of(bid.root) if lot.limit is not None]
    limit = limits[0] if len(limits) == 1 else None
    return EstimateView(
        fills=result.fills,
        probability=result.probability,
        pay=result.payment,
        price=taken.lots[0].price if taken else None,
        limit=limit,
        alternatives=alternatives,
        ladder=tuple((rung.limit, rung.probability) for rung in result.ladder if rung.limit is not None)
        if limit is not None
        else (),
        scales=tuple((rung.multiplier, rung.probability) for rung in result.ladder) if limit is None else (),
        binding=tuple((labels[each.product], each.starts) for each in result.binding),
        fixes=tuple(_fix(change, names) for change in (*result.changes, *result.savings)),
        obstacles=tuple(_obstacle(why, names) for why in result.why_not),
        bids=result.basis.book_bids,
        hours=book.slots * book.slot_minutes // 60,
        as_of=as_of,
        likely=None
        if result.probability_low is None or result.probability_high is None
        else (result.probability_low, result.probability_high),
        scenarios=result.basis.scenarios,
        gap=result.basis.gap,
        reach=reach_of(bid, book, result),
        partial=next(
            (_partial(way, names, book) for way in result.alternatives if way.path == result.alternative), None
        ),
    )


def _partial(way: Way, names: dict[str, Node], book: Book) -> PartialFill | None:
    """How much of what its lots ask for a way would fill; None for all, or where nothing could be served."""
    asked = {lot.path: node for lot in way.lots if isinstance(node := names.get(lot.path), Lot)}
    tokens = {lot.asset.type == "token" for lot in asked.values()}
    wanted = [most_units(lot) for lot in asked.values()]
    known = [units for units in wanted if units is not None]
    if len(tokens) != 1 or len(known) < len(wanted):
        return None
    slot = Decimal(1) if tokens == {True} else Decimal(book.slot_minutes) / 60
    units, total = int(sum(sum(lot.quantities) for lot in way.lots) * slot), int(sum(known))
    return PartialFill(units, total, tokens=tokens == {True}) if units < total else None


def _fix(change: Change, names: dict[str, Node]) -> Fix:
    before, lot = names[change.path], change.lot
    if lot is None:
        return Fix("budget", change.path, change.before, None, change.payment, budget=Decimal(change.after))
    assert isinstance(before, Lot)
    return Fix(
        code=_code(change, before, lot),
        path=change.path,
        before=change.before,
        lot=lot,
        pay=change.payment,
        of=_label(before) if _several(names) else "",
    )


def _code(change: Change, before: Lot, lot: Lot) -> str:
    """The engine's kind of change, told apart where it needs other words: which requirement, a purchase or a sale."""
    if change.kind == "limit":
        return f"limit_{lot.side}"
    if change.kind == "requirement":
        return next(name for name in _REQUIREMENTS if getattr(lot.asset, name) != getattr(before.asset, name))
    return change.kind


def _obstacle(why: WhyNot, names: dict[str, Node]) -> Obstacle:
    selling = why.payment is not None and why.payment < 0
    return Obstacle(
        code=f"{why.code}_sell" if selling else str(why.code),
        of=_label(names.get(why.path)) if _several(names) else "",
        pay=None if why.payment is None else abs(why.payment),
        worth=None if why.worth is None else abs(why.worth),
    )


def _several(names: dict[str, Node]) -> bool:
    return sum(isinstance(node, Lot) for node in names.values()) > 1


def _limit(node: object) -> Decimal | None:
    return node.limit if isinstance(node, Lot) else None


def _label(node: object) -> str:
    if not isinstance(node, Lot):
        return ""
    units = most_units(node)
    name = node.asset.gpu if node.asset.type == "compute" else node.asset.symbol
    return f"{node.quantity if node.quantity is not None else units} × {name}"
