"""What the blotter shows and does, without a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.services.afterwards import Outbid, why_lost
from app.services.errors import UserFacing
from app.services.orders import OrdersState
from app.services.resubmitting import draft_again
from app.services.views import Order, SignRequest, TrailEntry
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

    def release(self, order_id: str) -> None:
        """Lets a bid go that the stop switch had held back."""
        self._bench.orders.release(order_id, self.failed.emit)

    def ask_trail(self, order_id: str, show: Callable[[tuple[TrailEntry, ...]], None]) -> None:
        """Shows what the audit chain holds about an order."""
        title = "The audit trail could not be read"
        self._bench.orders.ask(lambda desk: desk.trail(order_id), show, self.failed.emit, title)

    def ask_proof(self, order_id: str, show: Callable[[bytes], None]) -> None:
        """Hands over the order's dossier."""
        title = "The proof could not be put together"
        self._bench.orders.ask(lambda desk: desk.dossier(order_id), show, self.failed.emit, title)

    def ask_for_signature(self, order_id: str, show: Callable[[bytes], None]) -> None:
        """Hands over the document that a second person signs."""
        title = "The request could not be written"
        self._bench.orders.ask(lambda desk: desk.approvals.request(order_id), show, self.failed.emit, title)

    def take_signature(self, order_id: str, document: bytes) -> None:
        """Takes a second person's signature."""
        self._bench.orders.accept_signature(order_id, document, self.failed.emit)

    def look_at(self, document: bytes, show: Callable[[SignRequest], None]) -> None:
        """Reads somebody else's request for a signature."""
        title = "This is no request for a signature"
        self._bench.orders.ask(lambda desk: desk.approvals.look(document), show, self.failed.emit, title)

    def sign(
        self, request: SignRequest, name: str, done: Callable[[bytes], None], failed: Callable[[UserFacing], None]
    ) -> None:
        """Signs somebody else's bid with this account's key."""
        self._bench.orders.ask(lambda desk: desk.approvals.sign(request, name), done, failed, "Nothing was signed")

    def why_lost(self, order: Order) -> tuple[Outbid, ...]:
        """What the published prices say about an order that was not filled."""
        market = self._bench.market.state.market
        return why_lost(order, market.quotes, market.tokens) if market is not None else ()

    def set_stopped(self, on: bool) -> None:
        """Throws the stop switch, or re-arms."""
        self._bench.orders.set_stopped(on, self.failed.emit)

    def draft_again(self, order_id: str) -> None:
        """Opens a new draft with the order's words and its bid."""
        order = next((order for order in self.state.orders if order.id == order_id), None)
        if order is not None:
            draft_again(order, self._bench.drafts, self._bench.clock)
