"""The exchange in a child process: it answers, it goes when its parent goes, and its refusals arrive as errors."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auction_client.exchange import protocol
from auction_client.exchange.signing import SigningKey
from auction_client.practice.child import PracticeProcess
from auction_client.practice.store.database import Database, StoreInUse
from tests.practice.trading import Wire


def test_the_child_answers_and_refuses_a_second_one(tmp_path: Path) -> None:
    with PracticeProcess(tmp_path) as child:
        client = Wire(child.port, SigningKey.generate(), child.public_key, now=lambda: datetime.now(UTC))
        assert client.enrol().status == 200
        assert client.send("GET", protocol.CALENDAR).status == 200
        with pytest.raises(StoreInUse, match="another exchange is running"):
            PracticeProcess(tmp_path).start()
    Database(f"sqlite:///{tmp_path / 'exchange.db'}").close()


def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib, time; from auction_client.practice.child import PracticeProcess; "
        "PracticeProcess(pathlib.Path(sys.argv[1])).start(); print('up', flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"up\n"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 60
    while True:
        try:
            Database(f"sqlite:///{tmp_path / 'exchange.db'}").close()
            break
        except StoreInUse:
            assert time.monotonic() < deadline
            time.sleep(0.05)
