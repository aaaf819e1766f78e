"""The blotter: every order with its state, and the selected one in full."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QStackedWidget, QTableView, QWidget

from app.ui.kit import Kit, column, frame, row
from app.ui.orders.detail import OrderDetail
from app.ui.orders.model import COLUMNS, OrderTable
from app.ui.orders.rows import RowDelegate
from app.ui.orders.viewmodel import OrdersViewModel
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty import EmptyState

NARROW = 940
"""Pixels at 100 % below which an order stands under the list."""
WIDGET_MOST = 16_777_215
"""Qt's own bound of a width: none."""
ROW = 52
"""Pixels: two lines and their room."""


def plain_table(name: str) -> QTableView:
    """A table view in the window's look: rows of one height, selected whole, not edited."""
    table = QTableView()
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setMinimumHeight(48)
    table.setIconSize(QSize(16, 16))
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


class OrdersScreen(QWidget):
    """Renders the orders' view-model."""

    compose_asked = Signal()
    drafted = Signal()
    positions_asked = Signal()
    stop_asked = Signal()
    trail_asked = Signal(str)
    proof_asked = Signal(str)
    request_asked = Signal(str)
    signature_taken = Signal(str)

    def __init__(self, kit: Kit, model: OrdersViewModel) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self.setProperty("look", "ground")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(28, 20, 28, 24)
        self._halves.setSpacing(20)
        card = frame("card")
        inside = column(card, margins=(2, 6, 2, 6))
        head = row(margins=(14, 6, 10, 2), gap=8)
        head.addWidget(kit.label(kit.t("All orders, the newest first"), "caption", wrap=True), 1)
        stop = kit.button(kit.t("Stop all …"), "quiet", icon="ban", tip="Ctrl+Shift+X")
        stop.clicked.connect(self.stop_asked)
        head.addWidget(stop)
        inside.addLayout(head)
        self.table = plain_table(kit.t("Orders"))
        self.table.verticalHeader().setDefaultSectionSize(round(ROW * max(1.0, kit.scale)))
        self.rows = OrderTable(kit)
        self.table.setModel(self.rows)
        header = self.table.horizontalHeader()
        self._delegate = RowDelegate(kit, self.table)
        self.table.setItemDelegate(self._delegate)
        self.columns = Columns(kit, header, "orders", COLUMNS, stretch="bid")
        self.columns.sort_changed.connect(self._sort)
        self.rows.sort_by(self.columns.sort)
        self._fitted: object = None
        self._awaits_list = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                kit, "list-checks", kit.t("No orders yet"),
                kit.t("A bid that you submit stands here, from the moment it is sent until it is filled or lapses."),
                kit.t("Write a bid"), self.compose_asked.emit,
            )
        )  # fmt: skip
        self._stack.addWidget(EmptyState(kit, "hourglass", kit.t("Looking up your orders …"), ""))
        inside.addWidget(self._stack)
        self._halves.addWidget(card, 1)
        self.detail = OrderDetail(kit, model.why_lost)
        self._halves.addWidget(self.detail)
        self.table.selectionModel().selectionChanged.connect(self._picked)
        self.detail.cancel_asked.connect(model.cancel)
        self.detail.again_asked.connect(self._again)
        self.detail.release_asked.connect(model.release)
        self.detail.positions_asked.connect(self.positions_asked)
        self.detail.trail_asked.connect(self.trail_asked)
        self.detail.proof_asked.connect(self.proof_asked)
        self.detail.request_asked.connect(self.request_asked)
        self.detail.signature_taken.connect(self.signature_taken)
        model.changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The order stands beside the list, or under it where both would be too narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW * max(1.0, self._kit.scale)
        if narrow:
            self._halves.setDirection(QBoxLayout.Direction.TopToBottom)
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(WIDGET_MOST)
        else:
            self._halves.setDirection(QBoxLayout.Direction.LeftToRight)
            self.detail.setFixedWidth(self.detail.side_width)
        self._halves.setStretchFactor(self.detail, 1 if narrow else 0)

    def _fit(self) -> None:
        """Columns as wide as the longest of their words; anew only where an amount has become longer."""
        largest = self.rows.largest
        if largest != self._fitted:
            self._fitted = largest
            self.columns.fit(self.rows.widths(self._delegate.width_of))

    def _sort(self) -> None:
        self.rows.sort_by(self.columns.sort)
        self._show()

    def focus_table(self) -> None:
        """Puts the keyboard into the list, or there as soon as there is one; without a choice the newest order is
        chosen."""
        listed = self._stack.currentIndex() == 0
        self._awaits_list = not listed
        (self.table if listed else self).setFocus(Qt.FocusReason.OtherFocusReason)
        newest = self.rows.order_at(0)
        if self._model.selected is None and newest is not None:
            self._model.select(newest.id)

    def _again(self, order_id: str) -> None:
        self._model.draft_again(order_id)
        self.drafted.emit()

    def _picked(self, chosen: QItemSelection, _left: QItemSelection) -> None:
        indexes = chosen.indexes()
        order = self.rows.order_at(indexes[0].row()) if indexes else None
        if order is not None:
            self._model.select(order.id)

    def _show(self) -> None:
        state = self._model.state
        selected = self._model.selected
        self.rows.show_orders(state.orders)
        self._fit()
        self._stack.setCurrentIndex(0 if state.orders else 1 if state.ready or state.error is not None else 2)
        if state.orders and self._awaits_list and self.hasFocus():
            self.focus_table()
        self.detail.show_order(selected)
        wanted = self.rows.row_of(selected.id) if selected is not None else -1
        if wanted >= 0 and not self.table.selectionModel().isRowSelected(wanted, QModelIndex()):
            self.table.selectRow(wanted)
