"""The blotter as a table model: newest first, one row an order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.services.views import Order
from app.ui.compose.lotwords import bid_headline, deliveries_words
from app.ui.kit import Kit
from app.ui.orders.words import STATE_LOOKS, next_step
from app.ui.theme.fonts import BODY, font

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEAST_ROOM = Decimal("8888.88")
COLUMNS = ("time", "bid", "state", "most", "paid")
UNDER = Qt.ItemDataRole.UserRole
"""The role of a cell's second, smaller line."""
STATES = tuple(STATE_LOOKS)
"""From a bid that was just confirmed to one of which nothing more comes."""
BELOW = {"bid": "bid below", "state": "state below"}


class OrderTable(QAbstractTableModel):
    """Rows are replaced in place, so selection and scrolling stay where they are."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._told: tuple[Order, ...] = ()
        self._orders: tuple[Order, ...] = ()
        self._sort: tuple[str, bool] | None = None
        self._written: dict[str, tuple[Order, dict[str, str]]] = {}
        self._figures = font(BODY * kit.scale, tabular=True)
        self._colours = {look.tone: QColor(getattr(kit.tokens, look.tone)) for look in STATE_LOOKS.values()}
        t = kit.t
        zone = kit.fmt.zone_name(kit.clock.now())
        self._headers = (
            t("Time ({zone})", zone=zone), t("Bid"), t("State"), f"{t('At most')}\nUSD", f"{t('Paid')}\nUSD",
        )  # fmt: skip

    def show_orders(self, orders: tuple[Order, ...]) -> None:
        """Takes the newest orders; only what differs is announced."""
        self._told = orders
        orders = self._in_order(orders)
        if [order.id for order in orders] != [order.id for order in self._orders]:
            self.beginResetModel()
            self._orders = orders
            self.endResetModel()
            return
        changed = [
            row for row, order in enumerate(orders) if order is not self._orders[row] and order != self._orders[row]
        ]
        self._orders = orders
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def sort_by(self, sort: tuple[str, bool] | None) -> None:
        """Orders rows by a column, the largest first where that is said; None: as they are told, the newest first."""
        if sort != self._sort:
            self._sort = sort
            self.show_orders(self._told)

    def _in_order(self, orders: tuple[Order, ...]) -> tuple[Order, ...]:
        if self._sort is None:
            return orders
        column, largest_first = self._sort
        ranked = [(self._rank(order, column), order) for order in orders]
        known = [each for each in ranked if each[0] is not None]
        known.sort(key=lambda each: each[0], reverse=largest_first)
        return (*(order for _, order in known), *(order for rank, order in ranked if rank is None))

    def _rank(self, order: Order, column: str) -> Any:
        """By what a column's cell is compared; None for an empty one, which comes last either way."""
        if column == "state":
            return STATES.index(order.state)
        if column == "bid":
            return self._text(order, "bid").casefold()
        return {"time": order.created, "most": order.worst_case or None, "paid": order.pay}[column]

    @property
    def largest(self) -> tuple[Decimal, Decimal]:
        """The amounts that need the most room: of what orders may cost, and of what was paid (received: negative)."""
        most = max((order.worst_case or Decimal(0) for order in self._orders), default=Decimal(0))
        paid = max((order.pay or Decimal(0) for order in self._orders), key=abs, default=Decimal(0))
        return max(most, LEAST_ROOM), max(paid, LEAST_ROOM, key=abs)

    def widths(self, width_of: Callable[[str], int]) -> dict[int, int]:
        """The widths of all columns but the bid's, wide enough for any order: measuring every row would take its time
        at each step of scrolling."""
        kit = self._kit
        months = [datetime(2000, month, 28, 20, 48, tzinfo=kit.clock.zone) for month in range(1, 13)]
        widest = {
            "time": max((kit.fmt.table_moment(moment) for moment in months), key=width_of),
            "state": max(
                (kit.t(word) for look in STATE_LOOKS.values() for word in (look.word, look.short) if word), key=width_of
            ),
            "most": _amount(self.largest[0]),
            "paid": _amount(self.largest[1]),
        }
        icon = 24
        return {
            at: max(
                max(map(width_of, self._headers[at].split("\n"))) + 8,
                width_of(widest[column]) + (icon if column == "state" else 0),
            )
            for at, column in enumerate(COLUMNS)
            if column in widest
        }

    def order_at(self, row: int) -> Order | None:
        return self._orders[row] if 0 <= row < len(self._orders) else None

    def row_of(self, order_id: str) -> int:
        """The order's row, -1 where it is not listed."""
        return next((row for row, order in enumerate(self._orders) if order.id == order_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._orders)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                RIGHT
                if COLUMNS[section] in ("most", "paid")
                else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        order = self.order_at(index.row()) if index.isValid() else None
        if order is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(order, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                RIGHT if column in ("most", "paid") else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            )
        if role == Qt.ItemDataRole.FontRole and column in ("time", "most", "paid"):
            return self._figures
        if role == UNDER:
            return self._text(order, BELOW[column]) if column in BELOW else ""
        if column == "state":
            return self._state(order, role)
        if role == Qt.ItemDataRole.ToolTipRole and column == "time":
            return self._kit.fmt.both_zones(order.created)
        if role == Qt.ItemDataRole.ToolTipRole and column == "bid":
            return order.text or self._text(order, "bid")
        return None

    def _text(self, order: Order, column: str) -> str:
        """The cell's words, written once for each order as it stands."""
        kept = self._written.get(order.id)
        if kept is None or kept[0] is not order:
            kept = self._written[order.id] = (order, {})
        if column not in kept[1]:
            kept[1][column] = self._write(order, column)
        return kept[1][column]

    def _write(self, order: Order, column: str) -> str:
        kit = self._kit
        if column == "bid below":
            return deliveries_words(order.bid, kit.t, kit.fmt)
        if column == "state below":
            short = STATE_LOOKS[order.state].short
            return kit.t(short) if short else ""
        if column == "time":
            return kit.fmt.table_moment(order.created)
        if column == "bid":
            return bid_headline(order.bid, kit.t, kit.fmt)
        if column == "state":
            return kit.t(STATE_LOOKS[order.state].word)
        amount = (order.worst_case or None) if column == "most" else order.pay
        return _amount(amount) if amount is not None else "–"

    def _state(self, order: Order, role: int) -> Any:
        look = STATE_LOOKS[order.state]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._kit.icons.pixmap(look.icon, getattr(self._kit.tokens, look.tone), 16)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colours[look.tone]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._kit.t(next_step(order))
        return None


def _amount(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace("-", "−")
