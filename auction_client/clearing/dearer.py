"""The limits and budgets at which a losing bid would win."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice
from math import inf

from auction_client.clearing.book import BookBid
from auction_client.clearing.changes import replaced
from auction_client.clearing.estimates import Change
from auction_client.clearing.market import ClearedMarket, Draft
from auction_client.clearing.quoting import alternatives
from auction_client.model.bid import Lot, Node, lots_of, walk

_CENT = Decimal("0.01")
_FINE = Decimal("0.0001")
_LEAST_RAISE = 1.01
_STEPS = 7
_BISECTIONS = 5
_MOST_LOTS = 4


def dearer(
    market: ClearedMarket, draft: BookBid, checked: Callable[[BookBid, Decimal], Decimal | None]
) -> Iterator[Change]:
    """For each way to fill the bid: the limit, or the budget where that is what binds, at which it fills; of a bundle,
    the budget over it, else the limit of each of its lots alone. checked: given a changed draft and what it pays at
    the cleared prices, what it pays on closer inspection, None where it does not fill after all."""
    nodes = dict(walk(draft.root))
    for branch in alternatives(Draft(market.book, draft).layout.roots[0]):
        edge = Draft(market.book, draft, branch).against(market).break_even()
        if edge in (0.0, inf):
            continue
        for path, field in _amounts(nodes[branch.path], branch.path):
            node = nodes[path]
            sells = isinstance(node, Lot) and node.side == "sell"
            start = min(edge, 1 / _LEAST_RAISE) if sells else max(edge, _LEAST_RAISE)
            if (found := _dearer(market, draft, node, field, start, path, checked)) is not None:
                yield found
                if path == branch.path:
                    break


def _amounts(node: Node, path: str) -> Iterator[tuple[str, str]]:
    """The amounts that could be raised, one of which may be enough: (path, field)."""
    if isinstance(node, Lot):
        yield from ((path, "limit"), (path, "budget"))
        return
    yield path, "budget"
    yield from ((at, "limit") for at, _ in islice(lots_of(node, path), _MOST_LOTS))


def _dearer(
    market: ClearedMarket,
    draft: BookBid,
    node: Node,
    field: str,
    edge: float,
    path: str,
    checked: Callable[[BookBid, Decimal], Decimal | None],
) -> Change | None:
    amount: Decimal | None = getattr(node, field, None)
    if amount is None:
        return None
    buys = not isinstance(node, Lot) or node.side == "buy"

    def at(multiplier: float) -> Change | None:
        now = amount_times(amount, multiplier, up=buys)
        changed = node.model_copy(update={field: now})
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
            message=f"{words} {_per(node) if field == 'limit' else 'in total'}",
            payment=payment, difference=None, lot=changed if isinstance(changed, Lot) else None,
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


def _per(node: Node) -> str:
    return "per token" if isinstance(node, Lot) and node.asset.type == "token" else "per GPU-hour"


def amount_times(amount: Decimal, multiplier: float, *, up: bool) -> Decimal:
    """An amount of USD times a multiplier, rounded to the cent, below a dollar to the fourth decimal: up for a
    purchase, down for a sale."""
    exact = amount * Decimal(repr(round(multiplier, 9)))
    return exact.quantize(_CENT if exact >= 1 else _FINE, ROUND_CEILING if up else ROUND_FLOOR)


def with_root(draft: BookBid, root: Node) -> BookBid:
    """The draft with another tree."""
    return BookBid.model_construct(id=draft.id, account=draft.account, root=root)
