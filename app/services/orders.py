"""Orders and positions as the exchange's desk knows them: confirm, cancel, and look again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import Dispatcher, Executor, Job, Later, Listeners, run_for
from app.services.ports import Confirmation, OrderDesk
from app.services.views import FINAL_STATES, Order, OrderState, Position

POLL_SECONDS = 1.0

NEXT: dict[OrderState, frozenset[OrderState]] = {
    "saved": frozenset(
        {"sending", "unknown", "accepted", "rejected", "cancelling", "cancelled", "expired", "filled", "lost"}
    ),
    "sending": frozenset({"unknown", "accepted", "rejected", "cancelling", "cancelled", "expired", "filled", "lost"}),
    "unknown": frozenset({"sending", "accepted", "rejected", "cancelling", "cancelled", "expired", "filled", "lost"}),
    "accepted": frozenset({"cancelling", "cancelled", "filled", "lost", "expired"}),
    "cancelling": frozenset({"accepted", "cancelled", "filled", "lost", "rejected", "expired"}),
    **dict.fromkeys(FINAL_STATES, frozenset[OrderState]()),
}
"""Which state may be seen after which. Looking once a second may skip states, never go back from a final one."""


@dataclass(frozen=True)
class OrdersState:
    """`ready` once the desk has answered for the first time; `error` while it does not."""

    orders: tuple[Order, ...] = ()
    positions: tuple[Position, ...] = ()
    ready: bool = False
    confirming: bool = False
    error: UserFacing | None = None


class OrderService:
    """The blotter's truth. All methods are for the dispatcher's thread."""

    def __init__(self, *, desk: Later[OrderDesk], executor: Executor, dispatcher: Dispatcher) -> None:
        self._desk = desk
        self._executor = executor
        self._dispatcher = dispatcher
        self._listeners = Listeners()
        self._finished = Listeners()
        self._state = OrdersState()
        self._asking = False
        self._closed = False
        self._call_off: Job = _nothing
        self._news: tuple[Order, ...] = ()

    @property
    def state(self) -> OrdersState:
        return self._state

    @property
    def news(self) -> tuple[Order, ...]:
        """Orders that ended with the last answer of the desk."""
        return self._news

    def on_change(self, listener: Job) -> Job:
        return self._listeners.add(listener)

    def on_finished(self, listener: Job) -> Job:
        """Calls the listener when orders have ended; `news` has them."""
        return self._finished.add(listener)

    def start(self) -> None:
        """Asks the desk now, and then again and again."""
        self.refresh()

    def refresh(self) -> None:
        """Asks the desk once, unless it is being asked."""
        if self._asking or self._closed:
            return
        self._asking = True
        self._call_off()

        def ask() -> tuple[tuple[Order, ...], tuple[Position, ...]]:
            desk = self._desk.get()
            return desk.orders(), desk.positions()

        run_for(self._executor, self._dispatcher, ask, self._answered, self._not_answered)

    def _answered(self, answer: tuple[tuple[Order, ...], tuple[Position, ...]]) -> None:
        orders, positions = answer
        before = {order.id: order.state for order in self._state.orders}
        self._news = tuple(
            order
            for order in orders
            if order.state in FINAL_STATES and before.get(order.id, order.state) not in FINAL_STATES
        )
        self._set(replace(self._state, orders=orders, positions=positions, ready=True, error=None))
        if self._news:
            self._finished.tell()
        self._ask_later()

    def _not_answered(self, error: Exception) -> None:
        told = as_user_facing(error, "orders_unavailable", "Your orders could not be looked up")
        self._set(replace(self._state, error=told))
        self._ask_later()

    def _ask_later(self) -> None:
        self._asking = False
        if not self._closed:
            self._call_off = self._dispatcher.after(POLL_SECONDS, self.refresh)

    def confirm(
        self, confirmation: Confirmation, done: Callable[[str], None], failed: Callable[[UserFacing], None]
    ) -> None:
        """Hands the bid over to be made durable and sent; `done` gets the order's id. While one confirmation is under
        way another is ignored, so a double click cannot confirm twice."""
        if self._state.confirming:
            return
        self._set(replace(self._state, confirming=True))

        def confirmed(order_id: str) -> None:
            self._set(replace(self._state, confirming=False))
            done(order_id)
            self.refresh()

        def refused(error: Exception) -> None:
            self._set(replace(self._state, confirming=False))
            failed(as_user_facing(error, "confirm_failed", "The bid was not submitted"))

        run_for(self._executor, self._dispatcher, lambda: self._desk.get().confirm(confirmation), confirmed, refused)

    def cancel(self, order_id: str, failed: Callable[[UserFacing], None]) -> None:
        """Asks the exchange to cancel; the order shows how it went."""

        def refused(error: Exception) -> None:
            failed(as_user_facing(error, "cancel_failed", "The order could not be cancelled"))

        run_for(
            self._executor,
            self._dispatcher,
            lambda: self._desk.get().cancel(order_id),
            lambda _none: self.refresh(),
            refused,
        )

    def _set(self, state: OrdersState) -> None:
        if state != self._state:
            self._state = state
            self._listeners.tell()

    def close(self) -> None:
        """Stops asking."""
        self._closed = True
        self._call_off()


def _nothing() -> None:
    """No look is planned."""
