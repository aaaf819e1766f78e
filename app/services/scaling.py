"""All amounts of a bid made larger or smaller together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from auction_client.model.bid import Bid, Lot, walk
from auction_client.model.fields import money_text
from nlp.draft import FieldChange

CENT, SMALL_STEP = Decimal("0.01"), Decimal("0.0001")
"""USD: what amounts are rounded to, from one dollar on and below."""


def scaled_changes(bid: Bid, factor: float) -> tuple[FieldChange, ...]:
    """The edits that multiply every limit and budget by `factor`, each rounded to the side that fills sooner."""
    return tuple(_scaled(bid, Decimal(str(factor))))


def _scaled(bid: Bid, factor: Decimal) -> Iterator[FieldChange]:
    for path, node in walk(bid.root):
        if isinstance(node, Lot) and node.limit is not None:
            yield _change(f"{path}.limit", node.limit * factor, up=node.side == "buy")
        if node.budget is not None:
            yield _change(f"{path}.budget", node.budget * factor, up=True)


def _change(path: str, amount: Decimal, *, up: bool) -> FieldChange:
    step = CENT if amount >= 1 else SMALL_STEP
    return FieldChange(path=path, value=money_text(amount.quantize(step, ROUND_CEILING if up else ROUND_FLOOR)))
