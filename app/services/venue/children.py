"""Work that would hold up the window, in processes of its own: the practice exchange, and clearing for the estimate.

A child lives as long as the pipe to its parent: when the parent goes, however it goes, the child sees the end of the
pipe and ends too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.services.errors import UserFacing
from app.services.jobs import CancelToken
from app.services.venue.endpoint import announced, running_exchange
from app.services.views import EstimateView
from auction_client.model.bid import Bid
from auction_client.model.parse import bid_bytes, parse_bid

if TYPE_CHECKING:
    from auction_client.practice.settings import Settings

START_SECONDS = 60.0
POLL_SECONDS = 0.02
CLOSE_SECONDS = 0.5
STOP_SECONDS = 3.0
NICE = 5
SCENARIO_SECONDS = 30.0


class Child:
    """One process and the pipe to it. Raises EOFError or OSError from `ask` once the process is gone."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, *arguments), daemon=True)
        self._process.start()
        theirs.close()

    def stop(self, wait_seconds: float) -> None:
        """Closes the pipe, waits, and ends the process if it is still there."""
        self.pipe.close()
        self._process.join(wait_seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(1.0)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)


@contextmanager
def practice_process(folder: Path, settings: Settings | None = None) -> Iterator[str]:
    """The address of this folder's practice exchange: the one that runs already, or one in a child process that ends
    with the block. Raises UserFacing where it does not come up."""
    running = running_exchange(folder)
    if running is not None:
        yield running
        return
    child = Child(_serve_practice, folder, settings)
    try:
        if not child.pipe.poll(START_SECONDS):
            raise EOFError
        said = child.pipe.recv()
    except EOFError:
        child.stop(1.0)
        raise UserFacing("practice_failed", "The practice exchange did not start") from None
    if not said["url"]:
        child.stop(1.0)
        raise UserFacing("practice_failed", "The practice exchange did not start", said["error"])
    try:
        yield said["url"]
    finally:
        child.stop(STOP_SECONDS)


def _serve_practice(pipe: Connection, folder: Path, settings: Settings | None) -> None:
    _begin()
    from auction_client.practice.embedded import PracticeServer
    from auction_client.practice.store.database import StoreDamaged, StoreInUse

    try:
        with PracticeServer(folder, settings=settings) as server, announced(folder, server.url):
            _say(pipe, server.url, "")
            _until_closed(pipe)
    except StoreInUse as error:
        _say(pipe, running_exchange(folder), str(error))
        _until_closed(pipe)
    except (OSError, RuntimeError, StoreDamaged) as error:
        _say(pipe, None, str(error))


def _say(pipe: Connection, url: str | None, error: str) -> None:
    with suppress(OSError):  # the parent is gone already
        pipe.send({"url": url, "error": error})


def _until_closed(pipe: Connection) -> None:
    try:
        while True:
            pipe.recv()
    except EOFError:
        return


class ChildEstimator:
    """Estimates in a child process, which is made again if it dies. `book` gives the bytes of the running auction's
    anonymous book, at most every `fresh_seconds`."""

    def __init__(self, book: Callable[[], bytes], monotonic: Callable[[], float], fresh_seconds: float = 10.0) -> None:
        self._book = book
        self._monotonic = monotonic
        self._fresh_seconds = fresh_seconds
        self._lock = Lock()
        self._child: Child | None = None
        self._number = 0
        self._sent: bytes | None = None
        self._sent_at = 0.0

    def estimate(self, bid: Bid, cancel: CancelToken, update: Callable[[EstimateView], None]) -> EstimateView:
        with self._lock:
            try:
                return self._ask(bid, cancel, update)
            except (EOFError, OSError):
                self._drop()
                raise UserFacing(
                    "estimate_died",
                    "The estimate stopped unexpectedly",
                    fix="It is started again with the next change.",
                ) from None

    def _ask(self, bid: Bid, cancel: CancelToken, update: Callable[[EstimateView], None]) -> EstimateView:
        if self._child is None:
            self._child = Child(_serve_estimates)
            self._sent = None
        pipe = self._child.pipe
        self._send_book(pipe)
        cancel.raise_if_cancelled()
        self._number += 1
        pipe.send(("estimate", self._number, bid_bytes(bid)))
        while True:
            while not pipe.poll(POLL_SECONDS):
                if cancel.cancelled:
                    pipe.send(("cancel", self._number, b""))
                    cancel.raise_if_cancelled()
            number, answer, final = pipe.recv()
            if number == self._number and final:
                break
            if number == self._number:
                update(answer)
        if isinstance(answer, EstimateView):
            return answer
        raise UserFacing("not_estimated", "This bid cannot be estimated yet", str(answer))

    def _send_book(self, pipe: Connection) -> None:
        now = self._monotonic()
        if self._sent is not None and now - self._sent_at <= self._fresh_seconds:
            return
        try:
            book = self._book()
        except UserFacing:
            if self._sent is None:
                raise
            return
        if book != self._sent:
            pipe.send(("book", 0, book))
        self._sent, self._sent_at = book, now

    def _drop(self) -> None:
        if self._child is not None:
            self._child.stop(0.2)
        self._child = None

    def close(self) -> None:
        """Ends the child, also under an estimate that does not end by itself."""
        free = self._lock.acquire(timeout=CLOSE_SECONDS)
        try:
            self._drop()
        finally:
            if free:
                self._lock.release()


def _serve_estimates(pipe: Connection) -> None:
    _begin()
    from app.services.venue.estimator import estimate_view
    from auction_client.clearing import Estimator
    from auction_client.exchange.market_data import AnonymousBook

    taken: AnonymousBook | None = None
    estimator: Estimator | None = None
    waiting: list[Any] = []
    try:
        while True:
            kind, number, data = waiting.pop(0) if waiting else pipe.recv()
            if kind == "book":
                taken = AnonymousBook.model_validate_json(data)
                estimator = Estimator(taken.book, as_of=taken.as_of)
            elif kind == "estimate" and taken is not None and estimator is not None:

                def cancelled(number: int = number) -> bool:
                    while pipe.poll(0):
                        waiting.append(pipe.recv())
                    return any(each[0] == "cancel" and each[1] == number for each in waiting)

                bid = parse_bid(data)
                try:
                    view = None
                    for result in estimator.answers(bid, time_limit=SCENARIO_SECONDS, cancel=cancelled):
                        view = estimate_view(bid, taken.book, result, taken.as_of)
                        pipe.send((number, view, False))
                    pipe.send((number, view, True))
                except ValueError as error:
                    pipe.send((number, str(error), True))
    except (EOFError, OSError):
        return
