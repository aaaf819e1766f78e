"""Orders and positions as the exchange's desk knows them: confirm, cancel, and look again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import Dispatcher, Executor, Job, Later, Listeners, run_for
from app.services.ports import Confirmation, OrderDesk
from app.services.views import FINAL_STATES, Caution, Order, OrderState, Position, Rules
from auction_client.model.bid import Bid

Answer = TypeVar("Answer")
POLL_SECONDS = 1.0
POSITIONS_EVERY = 15
"""Looks at the orders from one look at the positions to the next, unless an order has just ended."""

NEXT: dict[OrderState, frozenset[OrderState]] = {
    "saved": frozenset(
        {"held", "sending", "unknown", "accepted", "rejected", "cancelling", "cancelled", "expired", "filled", "lost"}
    ),
    "held": frozenset(
        {"saved", "sending", "unknown", "accepted", "rejected", "cancelled", "expired", "filled", "lost"}
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
    """`ready` once the desk has answered for the first time; `error` while it does not; `stopped` while the stop switch
    is on."""

    orders: tuple[Order, ...] = ()
    positions: tuple[Position, ...] = ()
    ready: bool = False
    confirming: bool = False
    stopped: bool = False
    error: UserFacing | None = None


@dataclass(frozen=True)
class _Answer:
    orders: tuple[Order, ...]
    positions: tuple[Position, ...] | None
    stopped: bool


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
        self._looks = 0

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

        with_positions = self._looks % POSITIONS_EVERY == 0
        self._looks += 1

        def ask() -> _Answer:
            desk = self._desk.get()
            return _Answer(desk.orders(), desk.positions() if with_positions else None, desk.stopped())

        run_for(self._executor, self._dispatcher, ask, self._answered, self._not_answered)

    def _answered(self, answer: _Answer) -> None:
        orders = answer.orders
        positions = answer.positions if answer.positions is not None else self._state.positions
        before = {order.id: order.state for order in self._state.orders}
        self._news = tuple(
            order
            for order in orders
            if order.state in FINAL_STATES and before.get(order.id, order.state) not in FINAL_STATES
        )
        now = replace(self._state, orders=orders, positions=positions, stopped=answer.stopped, ready=True, error=None)
        self._set(now)
        if self._news:
            self._looks = 0
            self._finished.tell()
        self._ask_later(0.0 if self._news else POLL_SECONDS)

    def _not_answered(self, error: Exception) -> None:
        told = as_user_facing(error, "orders_unavailable", "Your orders could not be looked up")
        self._set(replace(self._state, error=told))
        self._ask_later(POLL_SECONDS)

    def _ask_later(self, seconds: float) -> None:
        """Asks again in so many seconds: at once where an order has just ended, since what is owned changes with it."""
        self._asking = False
        if not self._closed:
            self._call_off = self._dispatcher.after(seconds, self.refresh)

    def check(self, bid: Bid, done: Callable[[tuple[Caution, ...]], None]) -> None:
        """Asks the desk's limits about a bid; where they cannot be asked there is nothing to say, since `confirm` asks
        them again."""
        run_for(self._executor, self._dispatcher, lambda: self._desk.get().check(bid), done, lambda _error: done(()))

    def set_stopped(self, on: bool, failed: Callable[[UserFacing], None]) -> None:
        """Throws the stop switch, or re-arms."""

        def act() -> None:
            desk = self._desk.get()
            if on:
                desk.stop()
            else:
                desk.rearm()

        def refused(error: Exception) -> None:
            failed(as_user_facing(error, "stop_failed", "The stop switch could not be moved"))

        run_for(self._executor, self._dispatcher, act, lambda _none: self.refresh(), refused)

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

    def release(self, order_id: str, failed: Callable[[UserFacing], None]) -> None:
        """Lets a bid go that the stop switch had held back."""
        self._act(lambda desk: desk.release(order_id), failed, "The order could not be let go")

    def accept_signature(self, order_id: str, document: bytes, failed: Callable[[UserFacing], None]) -> None:
        """Takes a second person's signature; the order goes."""
        self._act(lambda desk: desk.approvals.accept(order_id, document), failed, "The signature was not taken")

    def ask_rules(self, done: Callable[[Rules], None], failed: Callable[[UserFacing], None]) -> None:
        """Asks for the desk's rules and this account's key."""
        self.ask(lambda desk: desk.approvals.rules(), done, failed, "The desk's rules could not be asked")

    def _act(self, act: Callable[[OrderDesk], None], failed: Callable[[UserFacing], None], title: str) -> None:
        self.ask(act, lambda _none: self.refresh(), failed, title)

    def ask(
        self,
        question: Callable[[OrderDesk], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[UserFacing], None],
        title: str,
    ) -> None:
        """Asks the desk something that changes nothing here; `title` says what failed if it does not answer."""
        run_for(
            self._executor,
            self._dispatcher,
            lambda: question(self._desk.get()),
            done,
            lambda error: failed(as_user_facing(error, "desk_failed", title)),
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
