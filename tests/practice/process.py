"""A practice exchange in a process of its own, so that it can be killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import IO

from auction_client.practice.embedded import PracticeServer
from auction_client.practice.settings import Settings
from tests.practice.trading import SMALL, STEPPED


class ExchangeProcess:
    """Starts the exchange, waits until it answers, and kills it."""

    def __init__(self, folder: Path, *, port: int = 0, small: bool = True) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.practice.process", str(folder), str(port), "small" if small else "whole"],
            stdout=subprocess.PIPE,
            text=True,
        )
        output: IO[str] | None = self._process.stdout
        assert output is not None
        line = output.readline()
        if not line:
            raise RuntimeError("the exchange did not start")
        started = json.loads(line)
        self.port: int = started["port"]
        self.public_key: str = started["public_key"]

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def _tell(server: PracticeServer) -> None:
    print(json.dumps({"port": server.port, "public_key": server.public_key}), flush=True)


if __name__ == "__main__":
    _, where, at, size = sys.argv
    chosen = SMALL if size == "small" else Settings(calendar=STEPPED)
    PracticeServer(Path(where), port=int(at), settings=chosen).run(_tell)
