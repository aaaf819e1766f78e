"""The one thread that writes: jobs queue up and share commits.

A job is a function of the open session. All jobs waiting at a moment run in one transaction; their callers hear of
them only after its commit. If one of them fails, the transaction is taken back and each runs again alone, so a faulty
job harms nobody else.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Sequence
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

import structlog
from sqlalchemy import Engine

from auction_client.practice.store.session import Key, Memory, Session

Result = TypeVar("Result")
Job = Callable[[Session], Result]
_GATHERING = 0.004
_BUSY = 4
_log = structlog.get_logger(__name__)


class WriterStopped(RuntimeError):
    """The writer has ended; the job was not run."""


class Pending(Generic[Result]):
    """A queued job. Made in an event loop it is awaited, elsewhere `result` waits for it."""

    def __init__(self, job: Job[Result], key: Key | None) -> None:
        self.job = job
        self.key = key
        self._answer: tuple[Result] | None = None
        self._error: BaseException | None = None
        self._done: threading.Event | None = None
        self.waiter: asyncio.Future[None] | None = None
        try:
            self.waiter = asyncio.get_running_loop().create_future()
        except RuntimeError:
            self._done = threading.Event()

    def settle(self, answer: tuple[Result] | None, error: BaseException | None) -> None:
        """The writer's word: an answer, once it is durable, or an error. Whoever awaits is woken by `wake`."""
        self._answer, self._error = answer, error
        if self._done is not None:
            self._done.set()

    def result(self) -> Result:
        """Waits for the answer; raises what the job raised."""
        if self._done is not None:
            self._done.wait()
        return self._settled()

    def __await__(self) -> Generator[Any, None, Result]:
        assert self.waiter is not None, "made outside an event loop"
        yield from self.waiter.__await__()
        return self._settled()

    def _settled(self) -> Result:
        if self._error is not None:
            raise self._error
        assert self._answer is not None
        return self._answer[0]


class Writer:
    """Runs jobs in order, at most `most` to a commit. `commits` counts the transactions that were made durable."""

    def __init__(self, engine: Engine, *, most: int = 256) -> None:
        self._engine = engine
        self._memory = Memory()
        self._most = most
        self._queue: SimpleQueue[Pending[Any] | None] = SimpleQueue()
        self._gate = threading.Lock()
        self._open = True
        self.commits = 0
        self._thread = threading.Thread(target=self._run, name="exchange-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[Result], key: Key | None = None) -> Pending[Result]:
        """Queues a job; `key` names the bid that it will ask for, if it knows. Raises WriterStopped."""
        pending = Pending(job, key)
        with self._gate:
            if not self._open:
                raise WriterStopped("the exchange has stopped")
            self._queue.put(pending)
        return pending

    def run(self, job: Job[Result], key: Key | None = None) -> Result:
        """Queues a job and waits for it."""
        return self.submit(job, key).result()

    @property
    def waiting(self) -> int:
        """Jobs that are queued now."""
        return self._queue.qsize()

    def close(self) -> None:
        """Finishes what is queued and ends the thread."""
        with self._gate:
            if self._open:
                self._open = False
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        ended = False
        busy = False
        while not ended:
            batch: list[Pending[Any]] = []
            pending = self._queue.get()
            if busy:  # many are asking at once: a moment more lets them share a commit
                time.sleep(_GATHERING)
            while pending is not None:
                batch.append(pending)
                if len(batch) >= self._most or self._queue.empty():
                    break
                pending = self._queue.get()
            ended = pending is None
            busy = len(batch) >= _BUSY
            if batch:
                self._commit(batch)
                _wake(batch)

    def _commit(self, batch: Sequence[Pending[Any]]) -> None:
        session: Session | None = None
        try:
            with self._engine.begin() as connection:
                session = Session(connection, self._memory, [pending.key for pending in batch if pending.key])
                results = [pending.job(session) for pending in batch]
                session.flush()
        except Exception as error:  # noqa: BLE001 (every failure belongs to the waiting callers)
            if session is not None:
                session.taken_back()
            # After a failed sync the file's state is unknown to this connection: the next one reads it afresh.
            self._engine.dispose()
            if len(batch) == 1:
                _log.error("write failed", error=repr(error))
                batch[0].settle(None, error)
            else:
                for pending in batch:
                    self._commit([pending])
            return
        self.commits += 1
        session.committed()
        for pending, result in zip(batch, results, strict=True):
            pending.settle((result,), None)


def _wake(batch: Sequence[Pending[Any]]) -> None:
    """Wakes all who await, each event loop once."""
    loops: defaultdict[asyncio.AbstractEventLoop, list[asyncio.Future[None]]] = defaultdict(list)
    for pending in batch:
        if pending.waiter is not None:
            loops[pending.waiter.get_loop()].append(pending.waiter)
    for loop, waiters in loops.items():
        try:
            loop.call_soon_threadsafe(_finish, waiters)
        except RuntimeError:  # the loop has ended; nobody listens any more
            _log.warning("answers of a stopped server dropped", count=len(waiters))


def _finish(waiters: Sequence[asyncio.Future[None]]) -> None:
    for waiter in waiters:
        if not waiter.done():
            waiter.set_result(None)
