"""The limit or budget at which a losing bid would win."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import inf

from auction_client.clearing.book import BookBid
from auction_client.clearing.changes import replaced
from auction_client.clearing.estimates import Change
from auction_client.clearing.market import ClearedMarket, Draft
from auction_client.clearing.quoting import alternatives
from auction_client.model.bid import Lot, Node, lots_of

_CENT = Decimal("0.01")
_LEAST_RAISE = 1.01
_STEPS = 7
_BISECTIONS = 4


def dearer(
    market: ClearedMarket, draft: BookBid, checked: Callable[[BookBid, Decimal], Decimal | None]
) -> Iterator[Change]:
    """For each lot that could stand alone: the limit, or the budget where that is what binds, at which it fills.
    checked: given a changed draft and what it pays at the cleared prices, what it pays on closer inspection, None
    where it does not fill after all."""
    lots = dict(lots_of(draft.root))
    for branch in alternatives(Draft(market.book, draft).layout.roots[0]):
        lot = lots.get(branch.path)
        if lot is None:
            continue
        edge = Draft(market.book, draft, branch).against(market).break_even()
        if edge in (0.0, inf):
            continue
        edge = max(edge, _LEAST_RAISE) if lot.side == "buy" else min(edge, 1 / _LEAST_RAISE)
        for field in ("limit", "budget"):
            if (found := _dearer(market, draft, lot, field, edge, branch.path, checked)) is not None:
                yield found
                break


def _dearer(
    market: ClearedMarket,
    draft: BookBid,
    lot: Lot,
    field: str,
    edge: float,
    path: str,
    checked: Callable[[BookBid, Decimal], Decimal | None],
) -> Change | None:
    amount: Decimal | None = getattr(lot, field)
    if amount is None:
        return None
    buys = lot.side == "buy"

    def at(multiplier: float) -> Change | None:
        now = amount_times(amount, multiplier, up=buys)
        changed = lot.model_copy(update={field: now})
        raised = with_root(draft, replaced(draft.root, path, changed))
        placed = Draft(market.book, raised).against(market).insert()
        if placed is None or not placed.fills:
            return None
        payment = checked(raised, market.layout.money(round(placed.pay)))
        if payment is None:
            return None
        words = f"pay up to {now} USD" if buys else f"take from {now} USD"
        return Change(
            kind=field, path=path, before=str(amount), after=str(now),
            message=words if field == "limit" else f"{words} in total",
            payment=payment, difference=None, lot=changed,
        )  # fmt: skip

    # The break-even covers the cost of the units. The price of the last one may lie above it, and who must be
    # outbid as a whole may be worth more than the units that are taken from him.
    failed, wanted = 1.0, edge
    for step in range(_STEPS):
        if (found := at(wanted)) is not None:
            break
        growth = 1 + 0.02 * 2**step
        failed, wanted = wanted, wanted * growth if buys else wanted / growth
    else:
        return None
    for _ in range(_BISECTIONS if failed != 1.0 else 0):
        middle = (failed + wanted) / 2
        if (nearer := at(middle)) is not None:
            found, wanted = nearer, middle
        else:
            failed = middle
    return found


def amount_times(amount: Decimal, multiplier: float, *, up: bool) -> Decimal:
    """An amount of USD times a multiplier, rounded to the cent: up for a purchase, down for a sale."""
    exact = amount * Decimal(repr(round(multiplier, 9)))
    return exact.quantize(_CENT, ROUND_CEILING if up else ROUND_FLOOR)


def with_root(draft: BookBid, root: Node) -> BookBid:
    """The draft with another tree."""
    return BookBid.model_construct(id=draft.id, account=draft.account, root=root)
