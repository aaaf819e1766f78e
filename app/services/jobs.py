"""Work off the window's thread: executors, the way back, cancelling, and "only the latest answer counts".

Every service gets an Executor (where the work runs) and a Dispatcher (the one thread on which its state changes and its
listeners are told). In the window the dispatcher is Qt's event loop; without one it can be inline.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

Job = Callable[[], None]
Answer = TypeVar("Answer")
Made = TypeVar("Made")


class Cancelled(Exception):
    """Raised inside work whose answer nobody wants any more."""


class CancelToken:
    """Tells running work that its answer is no longer wanted. Safe to use from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raises Cancelled once `cancel` was called."""
        if self._event.is_set():
            raise Cancelled


class Executor(Protocol):
    """Runs jobs elsewhere, each executor in order."""

    def submit(self, job: Job) -> None:
        """Queues a job. Jobs must not raise."""

    def close(self, wait_seconds: float) -> None:
        """Takes no more jobs and waits this long for the one that runs."""


class Dispatcher(Protocol):
    """The thread on which states change."""

    def post(self, job: Job) -> None:
        """Runs the job there, soon, in order."""

    def after(self, seconds: float, job: Job) -> Job:
        """Runs the job there after a delay; the returned function calls it off."""


class WorkerThread:
    """One daemon thread that takes jobs in order."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        if not self._closed.is_set():
            self._jobs.put(job)

    def close(self, wait_seconds: float) -> None:
        self._closed.set()
        self._jobs.put(None)
        self._thread.join(wait_seconds)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self._closed.is_set():
                job()


class Later(Generic[Made]):
    """Something slow to make, made once, on first use, by whichever thread comes first."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: Made | None = None

    def get(self) -> Made:
        """The thing; raises whatever making it raises, and then tries again on the next call."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def forget(self) -> Made | None:
        """Takes it out, to be closed by the caller; the next `get` makes another."""
        with self._lock:
            made, self._made = self._made, None
            return made

    @property
    def made(self) -> Made | None:
        return self._made


def run_for(
    executor: Executor,
    dispatcher: Dispatcher,
    work: Callable[[], Answer],
    done: Callable[[Answer], None],
    failed: Callable[[Exception], None],
) -> None:
    """Runs the work on the executor and hands its answer, or its exception, back on the dispatcher."""

    def job() -> None:
        try:
            answer = work()
        except Exception as error:  # noqa: BLE001 - it is handed to the caller, on the caller's thread
            dispatcher.post(lambda error=error: failed(error))  # type: ignore[misc]
        else:
            dispatcher.post(lambda: done(answer))

    executor.submit(job)


class LatestWins:
    """Requests of which only the newest matters: a new one cancels the one before, late answers are dropped here."""

    def __init__(self, executor: Executor, dispatcher: Dispatcher) -> None:
        self._executor = executor
        self._dispatcher = dispatcher
        self._token = CancelToken()
        self._call_off: Job = _nothing

    def request(
        self,
        work: Callable[[CancelToken], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
        *,
        delay: float = 0.0,
    ) -> None:
        """Runs `work` after `delay` seconds without a newer request; `done` or `failed` comes on the dispatcher,
        unless something newer was asked for in the meantime."""
        self.cancel()
        token = self._token = CancelToken()

        def start() -> None:
            run_for(self._executor, self._dispatcher, lambda: _guarded(work, token), finish, fail)

        def finish(answer: Answer) -> None:
            if not token.cancelled:
                done(answer)

        def fail(error: Exception) -> None:
            if not token.cancelled and not isinstance(error, Cancelled):
                failed(error)

        if delay > 0:
            self._call_off = self._dispatcher.after(delay, start)
        else:
            start()

    def cancel(self) -> None:
        """Drops what was asked for and has not been answered."""
        self._token.cancel()
        self._call_off()
        self._call_off = _nothing


def _guarded(work: Callable[[CancelToken], Answer], token: CancelToken) -> Answer:
    token.raise_if_cancelled()
    return work(token)


def _nothing() -> None:
    """Nothing to call off."""


class Listeners:
    """Who is told when a service's state has changed. Used on the dispatcher's thread only."""

    def __init__(self) -> None:
        self._listeners: list[Job] = []

    def add(self, listener: Job) -> Job:
        """Adds a listener; the returned function removes it."""
        self._listeners.append(listener)

        def remove() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return remove

    def tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
