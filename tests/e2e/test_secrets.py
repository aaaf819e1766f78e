"""A canary in the place of every secret, and a search for it everywhere that a secret could leak to."""

from __future__ import annotations

import base64
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auction_client.exchange.keys import PassphraseFile
from auction_client.exchange.signing import SigningKey
from tests.e2e.test_commands import Commands, bid_file

CANARY = "canary-7d1f3a9e-passphrase"
pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc"),
]


class Watched(Commands):
    """Runs commands and looks at each of their processes while it lives; keeps all that they print."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.passphrase.write_text(CANARY + "\n", encoding="utf-8")
        self.seen = b""

    def look_at(self, pid: int) -> None:
        """Arguments and environment of a process and of its children, and whether it may leave a core dump."""
        for each in (pid, *_children(pid)):
            for name in ("cmdline", "environ"):
                self.seen += _content(Path(f"/proc/{each}/{name}"))

    def run(self, *arguments: str, expect: int = 0) -> subprocess.CompletedProcess[str]:
        """As the parent's, but watched."""
        process = subprocess.Popen(
            self.line(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.home,
            env=self.environment,
        )
        end = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < end:
            self.look_at(process.pid)
            time.sleep(0.05)
        out, err = process.communicate(timeout=5)
        self.seen += out.encode() + err.encode()
        assert process.returncode == expect, f"{arguments}: {err}"
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.mark.slow
def test_no_secret_is_in_files_arguments_environments_output_or_dumps(tmp_path: Path) -> None:
    commands = Watched(tmp_path)
    log = (tmp_path / "serve.log").open("wb")
    exchange = subprocess.Popen(
        commands.line("serve", "--every", "60"), stdout=log, stderr=log, cwd=tmp_path, env=commands.environment
    )
    try:
        while b"answers at" not in (tmp_path / "serve.log").read_bytes():
            assert exchange.poll() is None
            time.sleep(0.1)
        mine = ("--passphrase-file", str(commands.passphrase))
        order = commands.account("submit", bid_file(commands), "--yes")
        commands.run("audit", "export", order["id"], "--out", "dossier.json")
        commands.run("key", "rotate", *mine)
        commands.account("cancel", order["id"])
        wrong = tmp_path / "wrong"
        wrong.write_text("another-passphrase\n", encoding="utf-8")
        commands.run("orders", "--passphrase-file", str(wrong), expect=1)
        commands.look_at(exchange.pid)
        limits = Path(f"/proc/{exchange.pid}/limits").read_text(encoding="ascii")
        assert "Max core file size        0                    0" in limits
        exchange.send_signal(signal.SIGABRT)
        assert exchange.wait(20) == -signal.SIGABRT
    finally:
        exchange.kill()
        exchange.wait()
        log.close()
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert not [each for each in files if each.name.startswith("core")]
    own = PassphraseFile(commands.home / "orders" / "key.json", CANARY).load()
    assert own is not None
    (kept,) = [each for each in files if each.name == "exchange.key"]
    assert kept.stat().st_mode & 0o077 == 0
    theirs = SigningKey.from_seed(kept.read_bytes())
    everywhere = {"output, arguments and environments": commands.seen}
    everywhere |= {str(each): each.read_bytes() for each in files if each not in (commands.passphrase, kept)}
    assert commands.seen.count(b"PYTHON_KEYRING_BACKEND") > 3, "environments were read"
    for secret in (CANARY.encode(), *_spellings(own.seed()), *_spellings(theirs.seed())):
        assert [where for where, content in everywhere.items() if secret in content] == []


def _spellings(seed: bytes) -> list[bytes]:
    return [
        seed,
        seed.hex().encode(),
        base64.b64encode(seed).rstrip(b"="),
        base64.urlsafe_b64encode(seed).rstrip(b"="),
        str(list(seed)).encode(),
        repr(seed).encode(),
    ]


def _children(pid: int) -> list[int]:
    found = [int(each) for each in _content(Path(f"/proc/{pid}/task/{pid}/children")).split()]
    return found + [deeper for each in found for deeper in _children(each)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # the process has ended meanwhile
        return b""
