"""Orders and drafts as CSV, for spreadsheets. What a spreadsheet would run as a formula gets a quote before it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.services.store import DraftRow
from app.services.views import Order
from auction_client.model.parse import bid_bytes

WORDS_COLUMNS = ("text", "request", "words")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def orders_csv(orders: Iterable[Order]) -> bytes:
    """One line an order, as the desk knows it. Amounts are USD, instants carry their offset."""
    head = ("id", "confirmed", "state", "reason", "at_most_usd", "paid_usd", "receipt", "auction", "bid")
    return _csv(
        head,
        (
            (
                order.id, order.created.isoformat(), order.state, order.reason, _plain(order.worst_case),
                _plain(order.pay), str(order.proof.sequence) if order.proof else "",
                order.proof.auction if order.proof else "", bid_bytes(order.bid).decode(),
            )
            for order in orders
        ),
    )  # fmt: skip


def drafts_csv(drafts: Iterable[DraftRow]) -> bytes:
    """One line a draft: when it was begun and last changed, and its words."""
    return _csv(
        ("id", "created", "updated", "text"),
        ((row.id, row.created.isoformat(), row.updated.isoformat(), row.text) for row in drafts),
    )


def texts_of(table: str) -> tuple[str, ...]:
    """The words of each row, where a table has a column of words (drafts that were saved have one); empty for any other
    text."""
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    named = [name.strip().casefold() for name in rows[0]] if rows else []
    if len(named) < 2 or len(set(named) & set(WORDS_COLUMNS)) != 1:
        return ()
    at = next(place for place, name in enumerate(named) if name in WORDS_COLUMNS)
    cells = (row[at].strip() for row in rows[1:] if len(row) > at)
    return tuple(_unsafe(cell) for cell in cells if cell)


def _plain(amount: object) -> str:
    return "" if amount is None else str(amount)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    for cells in rows:
        writer.writerow([_safe(cell) for cell in cells])
    return made.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    if cell.startswith(FORMULA) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _unsafe(cell: str) -> str:
    """A cell as it was before it was made safe."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit()
