"""Work that runs when a test says so: a dispatcher turned by hand and an executor in line."""

from __future__ import annotations

from app.services.jobs import Job


class HandDispatcher:
    """Runs what was posted when told to; delayed jobs run when the hand of `wait` passes them."""

    def __init__(self) -> None:
        self.posted: list[Job] = []
        self._delayed: list[tuple[float, Job]] = []
        self._time = 0.0

    def post(self, job: Job) -> None:
        self.posted.append(job)

    def after(self, seconds: float, job: Job) -> Job:
        entry = (self._time + seconds, job)
        self._delayed.append(entry)

        def call_off() -> None:
            if entry in self._delayed:
                self._delayed.remove(entry)

        return call_off

    def settle(self) -> None:
        """Runs everything that is posted, and what that posts."""
        while self.posted:
            self.posted.pop(0)()

    def wait(self, seconds: float) -> None:
        """Lets time pass."""
        self._time += seconds
        self.settle()
        while due := [entry for entry in self._delayed if entry[0] <= self._time]:
            entry = min(due, key=lambda each: each[0])
            self._delayed.remove(entry)
            entry[1]()
            self.settle()


class InlineExecutor:
    """Runs jobs at once, or keeps them while `held`."""

    def __init__(self) -> None:
        self.held = False
        self.kept: list[Job] = []

    def submit(self, job: Job) -> None:
        if self.held:
            self.kept.append(job)
        else:
            job()

    def close(self, wait_seconds: float) -> None:
        self.kept.clear()

    def let_go(self) -> None:
        """Runs what was kept."""
        self.held = False
        while self.kept:
            self.kept.pop(0)()
