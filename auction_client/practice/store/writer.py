"""The one thread that writes: jobs queue up and share commits.

A job is a function of the open session. All jobs waiting at a moment run in one transaction; their callers hear of
them only after its commit. If one of them fails, the transaction is taken back and each runs again alone, so a faulty
job harms nobody else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

import structlog
from sqlalchemy import Engine

from auction_client.practice.store.session import Key, Memory, Session

Result = TypeVar("Result")
Job = Callable[[Session], Result]
_log = structlog.get_logger(__name__)


class WriterStopped(RuntimeError):
    """The writer has ended; the job was not run."""


class _Ticket(Generic[Result]):
    def __init__(self, job: Job[Result], key: Key | None) -> None:
        self.job = job
        self.key = key
        self.future: Future[Result] = Future()


class Writer:
    """Runs jobs in order, at most `most` to a commit. `commits` counts the transactions that were made durable."""

    def __init__(self, engine: Engine, *, most: int = 256) -> None:
        self._engine = engine
        self._memory = Memory()
        self._most = most
        self._queue: SimpleQueue[_Ticket[Any] | None] = SimpleQueue()
        self._gate = threading.Lock()
        self._open = True
        self.commits = 0
        self._thread = threading.Thread(target=self._run, name="exchange-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[Result], key: Key | None = None) -> Future[Result]:
        """Queues a job; `key` names the bid that it will ask for, if it knows. The future has its result once the
        commit is durable, or its error. Raises WriterStopped."""
        ticket = _Ticket(job, key)
        with self._gate:
            if not self._open:
                raise WriterStopped("the exchange has stopped")
            self._queue.put(ticket)
        return ticket.future

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
        while not ended:
            batch: list[_Ticket[Any]] = []
            ticket = self._queue.get()
            while ticket is not None:
                batch.append(ticket)
                if len(batch) >= self._most or self._queue.empty():
                    break
                ticket = self._queue.get()
            ended = ticket is None
            if batch:
                self._commit(batch)

    def _commit(self, batch: Sequence[_Ticket[Any]]) -> None:
        session: Session | None = None
        try:
            with self._engine.begin() as connection:
                session = Session(connection, self._memory, [ticket.key for ticket in batch if ticket.key])
                results = [ticket.job(session) for ticket in batch]
                session.flush()
        except Exception as error:  # noqa: BLE001 (every failure belongs to the waiting callers)
            if session is not None:
                session.taken_back()
            # After a failed sync the file's state is unknown to this connection: the next one reads it afresh.
            self._engine.dispose()
            if len(batch) == 1:
                _log.error("write failed", error=repr(error))
                batch[0].future.set_exception(error)
            else:
                for ticket in batch:
                    self._commit([ticket])
            return
        self.commits += 1
        for ticket, result in zip(batch, results, strict=True):
            ticket.future.set_result(result)
