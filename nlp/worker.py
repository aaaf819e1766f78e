"""The child process that owns the language model: `python -m nlp.worker`, JSON lines on stdin and stdout.

It exists so that a crash inside the model's library, or a file crafted to cause one, costs one answer and nothing else:
it gets no credentials, may open few files, may write none, and ends when its stdin does.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from nlp.models.engine import Engine, Stopped
from nlp.models.errors import ModelError
from nlp.models.score import AnswerScorer
from nlp.models.search import search
from nlp.models.symbols import ALPHABET
from nlp.models.wire import MAX_LINE, line_of

_NICENESS = 5
_OPEN_FILES = 256
_MEMORY_BASE, _MEMORY_FACTOR = 3 << 30, 3


class _Load(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: str
    path: str
    sha256: str
    size: int | None = None
    adapter: tuple[str, str] | None = None
    threads: int = 1
    context: int = 1024


class _Rank(BaseModel):
    model_config = ConfigDict(extra="forbid")
    prefix: str
    line: str
    answers: tuple[tuple[str, ...], ...]
    wanted: int = 4
    margin: float = 3.0
    steps: int = 12


class _Warm(BaseModel):
    model_config = ConfigDict(extra="forbid")
    prefix: str


class Worker:
    """Answers one message after the other; `cancel` messages overtake the rest."""

    def __init__(self, reply: Callable[[dict[str, JsonValue]], None]) -> None:
        self._reply = reply
        self._engine: Engine | None = None
        self._cancelled: set[int] = set()

    def cancel(self, number: int) -> None:
        """Withdraws a request that may be waiting or running."""
        self._cancelled.add(number)

    def answer(self, number: int, do: str, body: JsonValue) -> None:
        """Does one thing and replies once."""
        began = time.perf_counter()
        try:
            if do == "load":
                told = self._load(_Load.model_validate(body))
            elif do == "warm":
                told = self._warm(_Warm.model_validate(body))
            elif do == "rank":
                told = self._rank(_Rank.model_validate(body), lambda: number in self._cancelled)
            else:
                raise ModelError(f"the worker does not know how to {do!r}")
        except (ModelError, ValidationError, ValueError, MemoryError) as error:
            told = {"ok": False, "error": str(error) or type(error).__name__}
        except Stopped:
            told = {"ok": False, "error": "withdrawn"}
        self._cancelled = {other for other in self._cancelled if other > number}
        self._reply({"id": number, "ok": True, **told, "seconds": round(time.perf_counter() - began, 6)})

    def _load(self, wish: _Load) -> dict[str, JsonValue]:
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._engine = _engine(wish)
        AnswerScorer(self._engine, lambda: False)
        return {}

    def _scorer(self, stopped: Callable[[], bool]) -> AnswerScorer:
        if self._engine is None:
            raise ModelError("no model is loaded")
        return AnswerScorer(self._engine, stopped)

    def _warm(self, wish: _Warm) -> dict[str, JsonValue]:
        scorer = self._scorer(lambda: False)
        tokens = scorer.begin(wish.prefix)
        scorer((), ALPHABET)
        return {"tokens": tokens}

    def _rank(self, wish: _Rank, stopped: Callable[[], bool]) -> dict[str, JsonValue]:
        scorer = self._scorer(stopped)
        if not wish.answers or not {symbol for answer in wish.answers for symbol in answer} <= set(ALPHABET):
            raise ModelError("the request has no answers, or answers outside the alphabet")
        tokens = scorer.begin(wish.prefix + wish.line)
        found = search(wish.answers, scorer, wanted=wish.wanted, margin=wish.margin, steps=wish.steps)
        answers: list[JsonValue] = [
            {"symbols": list(answer.symbols), "log_likelihood": answer.log_likelihood} for answer in found.answers
        ]
        return {"answers": answers, "steps": found.steps, "exact": found.exact, "tokens": tokens}


def _engine(wish: _Load) -> Engine:
    path = Path(wish.path)
    if wish.kind == "checkpoint":
        from nlp.models.checkpoint import CheckpointEngine

        return CheckpointEngine(path, wish.sha256, wish.size, context=wish.context)
    if wish.kind != "gguf":
        raise ModelError(f"the worker cannot run a model of the kind {wish.kind!r}")
    _confine_parser(_MEMORY_BASE + _MEMORY_FACTOR * (wish.size or path.stat().st_size))
    from nlp.models.llama import LlamaEngine

    adapter = (Path(wish.adapter[0]), wish.adapter[1]) if wish.adapter else None
    return LlamaEngine(path, wish.sha256, wish.size, adapter=adapter, threads=wish.threads, context=wish.context)


def _confine_parser(memory: int) -> None:
    """llama.cpp reads files that may have been made to break it; unlike torch it never needs to write one."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if not sys.platform.startswith("linux"):
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))


def _confine() -> None:
    """Takes away what the model's library has no use for."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(_NICENESS)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))


def _listen(stream: BinaryIO, waiting: queue.Queue[dict[str, JsonValue] | None], worker: Worker) -> None:
    while line := stream.readline(MAX_LINE):
        try:
            message = json.loads(line)
            number, do = int(message["id"]), str(message["do"])
        except (ValueError, KeyError, TypeError):
            break
        if do == "cancel":
            worker.cancel(number)
        else:
            waiting.put(message)
    waiting.put(None)


def main() -> None:
    """Serves until stdin ends."""
    # The library may print; only replies may reach the pipe that the parent reads.
    replies = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    _confine()
    waiting: queue.Queue[dict[str, JsonValue] | None] = queue.Queue()

    def reply(message: dict[str, JsonValue]) -> None:
        replies.write(line_of(message))

    worker = Worker(reply)
    threading.Thread(target=_listen, args=(sys.stdin.buffer, waiting, worker), daemon=True).start()
    while (message := waiting.get()) is not None:
        worker.answer(int(str(message["id"])), str(message["do"]), message.get("body"))


if __name__ == "__main__":
    main()
