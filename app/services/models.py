"""The language models as the settings show them: one job at a time, with progress, to be called off."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import Cancelled, CancelToken, Dispatcher, Executor, Job, Listeners, run_for
from app.services.ports import ModelShelf, Watch
from app.services.views import ModelView

TELL_EVERY = 0.1
"""Seconds between two words about progress."""
Doing = Literal["adding", "verifying", "choosing"]
Outcome = Literal["", "added", "verified", "chosen", "cancelled"]


@dataclass(frozen=True)
class Progress:
    """The job that runs: on which model or file, and how many of how many bytes are read, after how many seconds."""

    doing: Doing
    name: str
    done: int = 0
    whole: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float | None:
        """Bytes a second so far; None before anything can be said of it."""
        return self.done / self.seconds if self.done and self.seconds > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at that rate."""
        return (self.whole - self.done) / self.rate if self.rate and self.whole else None


@dataclass(frozen=True)
class ModelsState:
    """`outcome` and `about` say how the last job ended and what it was about; `error` where it failed."""

    models: tuple[ModelView, ...] = ()
    progress: Progress | None = None
    outcome: Outcome = ""
    about: str = ""
    error: UserFacing | None = None


class ModelService:
    """All methods are for the dispatcher's thread; the reading of files is the executor's. `chosen` is called when
    another model is to read."""

    def __init__(self, *, shelf: ModelShelf, executor: Executor, dispatcher: Dispatcher, chosen: Job) -> None:
        self._shelf = shelf
        self._executor = executor
        self._dispatcher = dispatcher
        self._chosen = chosen
        self._listeners = Listeners()
        self._state = ModelsState()
        self._cancel = CancelToken()

    @property
    def state(self) -> ModelsState:
        return self._state

    def on_change(self, listener: Job) -> Job:
        return self._listeners.add(listener)

    def refresh(self) -> None:
        """Lists the models."""

        def listed(models: tuple[ModelView, ...]) -> None:
            self._set(replace(self._state, models=models))

        def failed(error: Exception) -> None:
            told = as_user_facing(error, "models", "The models could not be listed")
            self._set(replace(self._state, error=told))

        run_for(self._executor, self._dispatcher, self._shelf.models, listed, failed)

    def add_file(self, path: Path) -> None:
        """Pins a file or a checkpoint's folder; the whole of it is read."""
        self._begin("adding", path.name, lambda watch: self._shelf.add_file(path, watch), "added")

    def add_server(self, url: str, served_name: str, name: str) -> None:
        """Adds a server; nothing is asked of it yet."""
        self._begin("adding", name, lambda _watch: self._shelf.add_server(url, served_name, name), "added")

    def verify(self, name: str) -> None:
        """Compares a model with what was pinned."""
        self._begin("verifying", name, lambda watch: self._shelf.verify(name, watch), "verified")

    def use(self, name: str) -> None:
        """Makes it the model that reads, once it is verified."""
        self._begin("choosing", name, lambda watch: self._shelf.use(name, watch), "chosen")

    def cancel(self) -> None:
        """Calls the running job off; nothing is changed by it."""
        self._cancel.cancel()

    def _begin(self, doing: Doing, about: str, work: Callable[[Watch], object], outcome: Outcome) -> None:
        if self._state.progress is not None:
            return
        cancel = self._cancel = CancelToken()
        self._set(replace(self._state, progress=Progress(doing, about), outcome="", about=about, error=None))

        def act() -> tuple[ModelView, ...]:
            work(self._watch(cancel))
            return self._shelf.models()

        def done(models: tuple[ModelView, ...]) -> None:
            self._set(replace(self._state, models=models, progress=None, outcome=outcome))
            if outcome == "chosen":
                self._chosen()

        def failed(error: Exception) -> None:
            if isinstance(error, Cancelled):
                self._set(replace(self._state, progress=None, outcome="cancelled"))
                return
            told = as_user_facing(error, "model", "The model could not be read")
            self._set(replace(self._state, progress=None, error=told))

        run_for(self._executor, self._dispatcher, act, done, failed)

    def _watch(self, cancel: CancelToken) -> Watch:
        begun = told = time.monotonic()

        def watch(done: int, whole: int) -> None:
            nonlocal told
            cancel.raise_if_cancelled()
            now = time.monotonic()
            if now - told >= TELL_EVERY:
                told = now
                self._dispatcher.post(lambda: self._went_on(cancel, done, whole, now - begun))

        return watch

    def _went_on(self, cancel: CancelToken, done: int, whole: int, seconds: float) -> None:
        if self._state.progress is not None and cancel is self._cancel:
            progress = replace(self._state.progress, done=done, whole=whole, seconds=seconds)
            self._set(replace(self._state, progress=progress))

    def _set(self, state: ModelsState) -> None:
        if state != self._state:
            self._state = state
            self._listeners.tell()

    def close(self) -> None:
        """Calls off what runs."""
        self._cancel.cancel()
