"""The market as last seen: asked for every few seconds, kept and marked old while it cannot be reached."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.services.clock import Clock
from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import Dispatcher, Executor, Job, Later, Listeners, run_for
from app.services.ports import OrderDesk
from app.services.views import MarketView

POLL_SECONDS = 12.0
RETRY_SECONDS = 1.0
AFTER_GATE = 2.0
"""Seconds after a gate at which the result may be there."""


@dataclass(frozen=True)
class MarketState:
    """`market` is the last answer; with an `error` it is out of date."""

    market: MarketView | None = None
    error: UserFacing | None = None


class MarketService:
    """All methods are for the dispatcher's thread."""

    def __init__(self, *, desk: Later[OrderDesk], executor: Executor, dispatcher: Dispatcher, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._executor = executor
        self._dispatcher = dispatcher
        self._listeners = Listeners()
        self._state = MarketState()
        self._asking = False
        self._closed = False
        self._call_off: Job = _nothing

    @property
    def state(self) -> MarketState:
        return self._state

    def on_change(self, listener: Job) -> Job:
        return self._listeners.add(listener)

    def start(self) -> None:
        """Asks now, and then again and again."""
        self.refresh()

    def refresh(self) -> None:
        if self._asking or self._closed:
            return
        self._asking = True
        self._call_off()
        run_for(self._executor, self._dispatcher, lambda: self._desk.get().market(), self._answered, self._failed)

    def _answered(self, market: MarketView) -> None:
        self._set(MarketState(market=market))

    def _failed(self, error: Exception) -> None:
        told = as_user_facing(error, "market_unavailable", "The market could not be reached")
        self._set(replace(self._state, error=told))

    def _set(self, state: MarketState) -> None:
        self._asking = False
        if state != self._state:
            self._state = state
            self._listeners.tell()
        if not self._closed:
            self._call_off = self._dispatcher.after(self._pause(state), self.refresh)

    def _pause(self, state: MarketState) -> float:
        if state.error is not None:
            return RETRY_SECONDS
        gate = state.market.next_gate if state.market is not None else None
        if gate is None:
            return POLL_SECONDS
        to_result = (gate - self._clock.now()).total_seconds() + AFTER_GATE
        return min(POLL_SECONDS, max(to_result, RETRY_SECONDS))

    def close(self) -> None:
        """Stops asking."""
        self._closed = True
        self._call_off()


def _nothing() -> None:
    """No look is planned."""
