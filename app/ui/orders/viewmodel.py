"""What the blotter shows and does, without a widget."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.services.orders import OrdersState
from app.services.views import Order
from app.services.workbench import Workbench


class OrdersViewModel(QObject):
    """Holds which order is selected; everything else is the order service's."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._selected: str | None = None
        self._stop = bench.orders.on_change(self.changed.emit)

    def close(self) -> None:
        """Listens no more."""
        self._stop()

    @property
    def state(self) -> OrdersState:
        return self._bench.orders.state

    @property
    def selected(self) -> Order | None:
        return next((order for order in self.state.orders if order.id == self._selected), None)

    def select(self, order_id: str | None) -> None:
        if order_id != self._selected:
            self._selected = order_id
            self.changed.emit()

    def cancel(self, order_id: str) -> None:
        self._bench.orders.cancel(order_id, self.failed.emit)

    def set_stopped(self, on: bool) -> None:
        """Throws the stop switch, or re-arms."""
        self._bench.orders.set_stopped(on, self.failed.emit)

    def draft_again(self, order_id: str) -> None:
        """Opens a new draft with the order's words, or its bid where it had none."""
        order = next((order for order in self.state.orders if order.id == order_id), None)
        if order is not None:
            self._bench.drafts.new(order.text, None if order.text.strip() else order.bid)
