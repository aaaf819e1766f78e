"""A model on this machine, run by the worker process: loaded when first needed, restarted when it has died."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Sequence

from pydantic import JsonValue

from nlp.linker.child import Child
from nlp.linker.prompts import ADAPTED, FEW_SHOT
from nlp.models.backend import Ranking
from nlp.models.errors import ModelError, NotHeard
from nlp.models.manifest import ModelEntry
from nlp.models.search import Answer, Symbols
from nlp.models.symbols import VERSION

_LOAD_SECONDS = 60.0
_PAUSES = (0.0, 0.0, 1.0, 5.0, 30.0)
"""Seconds to leave a model alone after so many failed starts in a row."""


def threads_to_use() -> int:
    """One fewer than the cores, at least one: a second thread on a busy core makes the model many times slower."""
    return max(1, (os.cpu_count() or 2) // 2 - 1)


class LocalModel:
    """A GGUF file or checkpoint in a worker process. Threads may share it; they are served in turn."""

    def __init__(self, entry: ModelEntry, *, threads: int | None = None, child: Child | None = None) -> None:
        """Nothing is started yet. An adapter made for another version of the text form is left out."""
        self._entry = entry
        self._adapter = entry.adapter if entry.adapter and entry.adapter.interface == VERSION else None
        self._prefix = ADAPTED if self._adapter else FEW_SHOT
        self._threads = threads or threads_to_use()
        self._child = child or Child()
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._starter: threading.Thread | None = None
        self._loaded = self._closed = False
        self._failures = 0
        self._not_before = 0.0
        self._reason = ""

    @property
    def name(self) -> str:
        return self._entry.name + ("+adapter" if self._adapter else "")

    @property
    def sha256(self) -> str | None:
        return self._entry.sha256

    @property
    def adapter_sha256(self) -> str | None:
        return self._adapter.file.sha256 if self._adapter else None

    @property
    def trained(self) -> bool:
        return self._adapter is not None

    @property
    def pid(self) -> int | None:
        """The worker's process id, while there is one."""
        return self._child.pid

    def rank(
        self,
        line: str,
        answers: Sequence[Symbols],
        *,
        deadline: float,
        cancelled: Callable[[], bool] | None = None,
    ) -> Ranking:
        self._await_start(deadline)
        if not self._lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise NotHeard("the model is still busy with another request")
        try:
            if not self._loaded:
                raise NotHeard(self._reason)
            body: dict[str, JsonValue] = {"prefix": self._prefix, "line": line, "answers": [list(a) for a in answers]}
            try:
                reply = self._child.ask("rank", body, deadline=deadline, cancelled=cancelled)
            except NotHeard as lost:
                self._loaded, self._reason = self._loaded and lost.refused, str(lost)
                raise
        finally:
            self._lock.release()
        return _ranking(reply, answers, self._prefix + line)

    def warm(self) -> None:
        with self._lock:
            self._ensure()

    def _await_start(self, deadline: float) -> None:
        """Loads in a thread of its own, so that a slow disk delays no request beyond its deadline."""
        with self._starting:
            if self._loaded and self._child.alive:
                return
            if self._starter is None or not self._starter.is_alive():
                self._starter = threading.Thread(target=self._start, name="model-start", daemon=True)
                self._starter.start()
            starter = self._starter
        starter.join(max(0.0, deadline - time.monotonic()))
        if starter.is_alive():
            raise NotHeard("the model is still being loaded")

    def _start(self) -> None:
        with contextlib.suppress(NotHeard), self._lock:
            self._ensure()

    def close(self) -> None:
        self._closed, self._reason = True, "the model was closed"
        self._child.kill()
        self._loaded = False

    def _ensure(self) -> None:
        if self._loaded and self._child.alive:
            return
        if self._closed or time.monotonic() < self._not_before:
            raise NotHeard(self._reason)
        self._loaded = False
        try:
            wish = self._wish()
            self._child.start()
            self._child.ask("load", wish, deadline=time.monotonic() + _LOAD_SECONDS)
            self._child.ask("warm", {"prefix": self._prefix}, deadline=time.monotonic() + _LOAD_SECONDS)
        except (ModelError, NotHeard) as error:
            self._child.kill()
            self._failures += 1
            self._not_before = time.monotonic() + _PAUSES[min(self._failures, len(_PAUSES) - 1)]
            self._reason = str(error)
            raise NotHeard(self._reason) from None
        self._failures = 0
        self._loaded = True

    def _wish(self) -> dict[str, JsonValue]:
        file = self._entry.file
        if file is None:
            raise ModelError(f"{self._entry.name} has no file on this machine")
        wish: dict[str, JsonValue] = {
            "kind": self._entry.kind, "path": str(file.locate()), "sha256": file.sha256, "size": file.size,
            "threads": self._threads,
        }  # fmt: skip
        if self._adapter:
            wish["adapter"] = [str(self._adapter.file.locate()), self._adapter.file.sha256]
        return wish


def _ranking(reply: dict[str, JsonValue], allowed: Sequence[Symbols], prompt: str) -> Ranking:
    """Checks what the worker said as strictly as if a stranger had."""
    told = reply.get("answers")
    answers: list[Answer] = []
    for item in told if isinstance(told, list) else []:
        if not isinstance(item, dict):
            raise NotHeard("the model's process answered nonsense")
        symbols, likelihood = item.get("symbols"), item.get("log_likelihood")
        if not isinstance(symbols, list) or not isinstance(likelihood, float | int):
            raise NotHeard("the model's process answered nonsense")
        if tuple(symbols) not in allowed:
            raise NotHeard("the model's process answered nonsense")
        answers.append(Answer(tuple(map(str, symbols)), float(likelihood)))
    if not answers:
        raise NotHeard("the model found no structure")
    tokens, steps = reply.get("tokens"), reply.get("steps")
    return Ranking(
        tuple(answers), prompt, "".join(answers[0].symbols), bool(reply.get("exact")),
        tokens if isinstance(tokens, int) else 0, steps if isinstance(steps, int) else 0,
    )  # fmt: skip
