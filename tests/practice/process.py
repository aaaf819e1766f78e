"""A practice exchange in a process of its own, so that it can be killed."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from app.cli.logs import log_to_stderr
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.settings import Settings
from tests.practice.trading import SMALL, STEPPED

_BEGUN = time.perf_counter()


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
        self.opening_seconds: float = started["opening_seconds"]

    def cpu_seconds(self) -> float:
        """Processor time that the exchange has used so far (Linux; NaN elsewhere)."""
        try:
            stat = Path(f"/proc/{self._process.pid}/stat").read_text()
        except FileNotFoundError:
            return math.nan
        ticks = stat.rpartition(")")[2].split()
        return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def _tell(server: PracticeServer) -> None:
    told = {"port": server.port, "public_key": server.public_key, "opening_seconds": time.perf_counter() - _BEGUN}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    log_to_stderr()  # nobody reads stdout to its end
    _, where, at, size = sys.argv
    chosen = SMALL if size == "small" else Settings(calendar=STEPPED)
    PracticeServer(Path(where), port=int(at), settings=chosen).run(_tell)
