"""The worker process as seen by the reader: started when needed, asked with a deadline, killed when it is silent."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pydantic import JsonValue

from nlp.models.errors import NotHeard
from nlp.models.wire import MAX_LINE, line_of

_PASSED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_ROOT = Path(__file__).resolve().parents[2]
_LOOK_AGAIN = 0.05


def worker_environment() -> dict[str, str]:
    """The child's whole environment: nothing of ours but where to find programs, so that no secret can leak into it."""
    kept = {name: os.environ[name] for name in _PASSED if name in os.environ}
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return kept | one | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


class Child:
    """One worker process at a time. Not for two threads at once: its owner holds a lock."""

    def __init__(self, command: Sequence[str] = (sys.executable, "-m", "nlp.worker")) -> None:
        self._command = tuple(command)
        self._process: subprocess.Popen[bytes] | None = None
        self._replies: queue.Queue[dict[str, JsonValue] | None] = queue.Queue()
        self._number = 0

    @property
    def alive(self) -> bool:
        """Whether a process is running now."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """The running process's id."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Starts a new process. Raises NotHeard."""
        self.kill()
        try:
            process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=worker_environment(), cwd=_ROOT, close_fds=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except OSError as error:
            raise NotHeard(f"the model's process could not be started: {error.strerror or error}") from None
        replies: queue.Queue[dict[str, JsonValue] | None] = queue.Queue()
        self._process, self._replies = process, replies
        threading.Thread(target=_collect, args=(process, replies), name="model-replies", daemon=True).start()

    def ask(
        self, do: str, body: Mapping[str, JsonValue], *, deadline: float, cancelled: Callable[[], bool] | None = None
    ) -> dict[str, JsonValue]:
        """Asks and waits until `deadline` (of `time.monotonic`). Raises NotHeard; a silent process is killed."""
        if self._process is None or self._process.stdin is None:
            raise NotHeard("the model's process is not running")
        self._number += 1
        number = self._number
        try:
            self._process.stdin.write(line_of({"id": number, "do": do, "body": dict(body)}))
            self._process.stdin.flush()
        except OSError:
            self.kill()
            raise NotHeard("the model's process has ended") from None
        withdrawn = False
        while True:
            if cancelled is not None and not withdrawn and cancelled():
                self._withdraw(number)
                withdrawn = True
            left = deadline - time.monotonic()
            if left <= 0:
                self.kill()
                raise NotHeard("the model did not answer in time")
            try:
                reply = self._replies.get(timeout=min(left, _LOOK_AGAIN) if cancelled else left)
            except queue.Empty:
                continue
            if reply is None:
                self.kill()
                raise NotHeard("the model's process has ended")
            if reply.get("id") != number:
                continue
            if reply.get("ok") is not True:
                raise NotHeard(str(reply.get("error", "the model refused")), refused=True)
            return reply

    def _withdraw(self, number: int) -> None:
        if self._process is None or self._process.stdin is None:
            return
        with contextlib.suppress(OSError):
            self._process.stdin.write(line_of({"id": number, "do": "cancel"}))
            self._process.stdin.flush()

    def kill(self) -> None:
        """Ends the process at once."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _collect(process: subprocess.Popen[bytes], replies: queue.Queue[dict[str, JsonValue] | None]) -> None:
    stream = process.stdout
    with contextlib.suppress(OSError, ValueError):
        while stream is not None and (line := stream.readline(MAX_LINE)):
            try:
                reply = json.loads(line)
            except ValueError:
                break
            if not isinstance(reply, dict):
                break
            replies.put(reply)
    replies.put(None)
