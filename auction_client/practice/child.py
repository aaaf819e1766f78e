"""A practice exchange in a child process: clearing then never competes with a window for Python's lock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Self

from auction_client.practice.store.database import StoreDamaged, StoreInUse

LOOPBACK = "127.0.0.1"
_STOP_SECONDS = 20.0
_ERRORS: dict[str, type[Exception]] = {"StoreInUse": StoreInUse, "StoreDamaged": StoreDamaged, "ValueError": ValueError}


class PracticeProcess:
    """Starts, finds and stops the child. It ends by itself when this process does, however that ends."""

    def __init__(self, data_folder: Path, *, port: int = 0, database_url: str | None = None) -> None:
        self._command = [sys.executable, "-m", "auction_client.practice", str(data_folder), "--port", str(port)]
        if database_url is not None:
            self._command += ["--database", database_url]
        self._process: subprocess.Popen[bytes] | None = None
        self.port = port
        self.public_key = ""

    @property
    def url(self) -> str:
        """The exchange's base URL, once it is started."""
        return f"http://{LOOPBACK}:{self.port}"

    def start(self) -> Self:
        """Starts the child and returns once it answers. Raises StoreInUse, StoreDamaged, ValueError or OSError with
        the child's words."""
        process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._process = process
        assert process.stdout is not None
        line = process.stdout.readline()
        told = json.loads(line) if line.strip() else {"error": "OSError", "message": "the practice exchange died"}
        if "error" in told:
            self.stop()
            raise _ERRORS.get(told["error"], OSError)(told["message"])
        self.port = int(told["port"])
        self.public_key = str(told["public_key"])
        return self

    def stop(self) -> None:
        """Ends the child: politely, then not."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exception: object) -> None:
        self.stop()
