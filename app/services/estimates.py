"""Estimates of the open bid: always of the latest one, made off the window's thread, the last one kept while the next
is being made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import CancelToken, Dispatcher, Executor, Job, Later, LatestWins, Listeners
from app.services.ports import Estimator
from app.services.views import EstimateView
from auction_client.model.bid import Bid

DELAY = 0.15
"""Seconds without a further change of the bid before it is estimated."""


@dataclass(frozen=True)
class EstimateState:
    """`estimate` belongs to `bid`; while `busy`, a newer bid is being estimated and this one is out of date; while
    `refining`, it is the right bid's, and better figures are on their way."""

    bid: Bid | None = None
    estimate: EstimateView | None = None
    busy: bool = False
    refining: bool = False
    error: UserFacing | None = None


class EstimateService:
    """Estimates the bid it was told of last. All methods are for the dispatcher's thread."""

    def __init__(self, *, estimator: Later[Estimator], executor: Executor, dispatcher: Dispatcher) -> None:
        self._estimator = estimator
        self._dispatcher = dispatcher
        self._latest = LatestWins(executor, dispatcher)
        self._listeners = Listeners()
        self._asked: Bid | None = None
        self._state = EstimateState()

    @property
    def state(self) -> EstimateState:
        return self._state

    def on_change(self, listener: Job) -> Job:
        return self._listeners.add(listener)

    def show(self, bid: Bid | None) -> None:
        """Estimates this bid, unless it is the one that is shown or under way; None clears the estimate."""
        if bid == self._asked:
            return
        self._asked = bid
        if bid is None:
            self._latest.cancel()
            self._set(EstimateState())
            return
        self._start(bid, DELAY)

    def again(self) -> None:
        """The market has moved: estimates the same bid anew."""
        if self._asked is not None:
            self._start(self._asked, 0.0)

    def _start(self, bid: Bid, delay: float) -> None:
        self._set(replace(self._state, busy=True, error=None))

        def done(estimate: EstimateView) -> None:
            self._set(EstimateState(bid=bid, estimate=estimate))

        def failed(error: Exception) -> None:
            told = as_user_facing(error, "estimate_failed", "This bid could not be estimated")
            self._set(EstimateState(bid=bid, error=told))

        def work(cancel: CancelToken) -> EstimateView:
            def update(rough: EstimateView) -> None:
                self._dispatcher.post(lambda: self._refine(bid, rough, cancel))

            return self._estimator.get().estimate(bid, cancel, update)

        self._latest.request(work, done, failed, delay=delay)

    def _refine(self, bid: Bid, rough: EstimateView, cancel: CancelToken) -> None:
        if not cancel.cancelled:
            self._set(EstimateState(bid=bid, estimate=rough, refining=True))

    def _set(self, state: EstimateState) -> None:
        self._state = state
        self._listeners.tell()

    def close(self) -> None:
        self._latest.cancel()
