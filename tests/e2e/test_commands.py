"""The whole way through the command line: real processes, the real model, the real exchange.

What needs none of them runs here, without the seconds in which a process of its own starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from auction_client.practice.embedded import PracticeServer

ROOT = Path(__file__).parents[2]
SENTENCE = "8 H100s, Tuesday night, or 16 A100s"
WAIT_SECONDS = 90.0
POLL_SECONDS = 2.0  # each look is a process, which would keep the exchange from its auction
pytestmark = pytest.mark.timeout(300)


class Commands:
    """Runs `main.py` on one home folder, as a user without a keyring would."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.passphrase = home / "passphrase"
        self.passphrase.write_text("correct horse\n", encoding="utf-8")
        self.environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        self.environment.pop("DISPLAY", None)
        self.environment.pop("QT_QPA_PLATFORM", None)

    def run(self, *arguments: str, expect: int = 0) -> subprocess.CompletedProcess[str]:
        """One command; fails the test unless it exits as expected."""
        done = subprocess.run(
            self.line(*arguments), capture_output=True, text=True, cwd=self.home, env=self.environment, timeout=120
        )
        assert done.returncode == expect, f"{arguments}: {done.stderr}"
        return done

    def json(self, *arguments: str) -> Any:
        """What a command prints with --json; nothing else may be on stdout."""
        return json.loads(self.run(*arguments, "--json").stdout)

    def account(self, *arguments: str) -> Any:
        """The same for commands that open the account."""
        return self.json(*arguments, "--passphrase-file", str(self.passphrase))

    def line(self, *arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "main.py"), "--home", str(self.home), *arguments]


@pytest.fixture
def commands(tmp_path: Path) -> Commands:
    return Commands(tmp_path)


@pytest.fixture
def exchange(commands: Commands) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        commands.line("serve", "--every", "15"), stderr=subprocess.PIPE, text=True, cwd=commands.home
    )
    assert process.stderr is not None
    assert "answers at http://127.0.0.1:" in process.stderr.readline()
    yield process
    process.terminate()
    process.wait(20)
    process.stderr.close()


@pytest.mark.slow
def test_a_sentence_becomes_a_filled_order(commands: Commands, exchange: subprocess.Popen[str]) -> None:
    open_draft = commands.json("draft", SENTENCE, "--tz", "America/New_York")
    assert [question["code"] for question in open_draft["questions"]] == ["missing_limit"]
    draft = commands.json("draft", f"{SENTENCE}, at most $6 per GPU-hour", "--tz", "America/New_York")
    assert draft["questions"] == []
    assert draft["reader"]["heard"], "the language model answered"
    file = commands.home / "draft.json"
    file.write_text(json.dumps(draft), encoding="utf-8")

    estimate = commands.account("estimate", str(file))
    assert estimate["fills"]
    order = commands.account("submit", str(file), "--yes", "--reason", "either finishes the run by Wednesday")
    assert order["bid"] == draft["bid"]
    until = time.monotonic() + WAIT_SECONDS
    while order["state"] not in ("WON", "LOST") and time.monotonic() < until:
        time.sleep(POLL_SECONDS)
        (order,) = commands.account("orders")
    assert order["state"] == "WON"
    assert order["record"]["receipt"]["client_id"] == order["id"]

    (position,) = commands.account("positions")["compute"]
    assert position["client_id"] == order["id"]
    assert position["quantity"] in (8, 16)
    assert commands.account("market")["products"]


def test_a_draft_with_questions_is_refused_by_submit(commands: Commands) -> None:
    file = commands.home / "draft.json"
    file.write_text(json.dumps(commands.json("draft", SENTENCE, "--rules-only")), encoding="utf-8")
    refused = commands.run("submit", str(file), "--yes", expect=1)
    assert "the draft still asks" in refused.stderr
    assert refused.stdout == ""


def test_without_a_display_the_app_says_how_to_work_without_one(commands: Commands) -> None:
    assert "demo" in commands.run(expect=1).stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("orders",), 1, "no practice exchange is running"),
        (("clear", "--book", "nothing.json"), 1, "cannot be read"),
        (("draft",), 1, "give a request, --jsonl FILE or --batch FILE"),
        (("draft", "8 H100s", "--tz", "Mars/Olympus"), 1, "is no time zone"),
        (("draft", "8 H100s", "--now", "soon"), 1, "is no instant"),
        (("conquer",), 2, "invalid choice"),
        (("model", "use", "nobody"), 1, "nobody"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert main(["--home", str(tmp_path), *arguments]) == code
    told = capsys.readouterr()
    assert says in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_drafts_of_a_file_come_in_order_one_a_line(commands: Commands) -> None:
    requests = commands.home / "requests.jsonl"
    lines = [
        {"id": "a", "text": "16 A100s tomorrow", "now": "2026-11-20T09:00:00", "tz": "Asia/Seoul"},
        {"id": 2, "text": "hello there", "now": "2026-11-20T09:00:00+00:00", "tz": "UTC"},
    ]
    requests.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = commands.run("draft", "--jsonl", str(requests), "--rules-only")
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second["id"]) == ("a", 2)
    assert first["bid"]["root"]["delivery"]["start"] == "2026-11-21T00:00:00+09:00"
    assert [question["code"] for question in second["questions"]] == ["not_an_order"]


def test_an_open_draft_takes_an_answer_and_a_correction(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.json"

    def drafted(*arguments: str) -> Any:
        assert main(["--home", str(tmp_path), "draft", *arguments, "--rules-only", "--json"]) == 0
        file.write_text(capsys.readouterr().out, encoding="utf-8")
        return json.loads(file.read_text(encoding="utf-8"))

    drafted(SENTENCE, "--now", "2026-11-20T09:00:00", "--tz", "America/New_York")
    answered = drafted("$2.10 an hour", "--on", str(file))
    assert answered["questions"] == []
    assert [lot["limit"] for lot in answered["bid"]["root"]["items"]] == ["2.10", "2.10"]
    changed = drafted("make that Wednesday night", "--on", str(file))
    assert {lot["delivery"]["start"] for lot in changed["bid"]["root"]["items"]} == {"2026-11-25T20:00:00-05:00"}


def test_the_practice_exchange_refuses_a_second_server_on_its_store(tmp_path: Path) -> None:
    commands = Commands(tmp_path)
    with PracticeServer(commands.home / "practice"):
        assert "running on this home already" in commands.run("serve", expect=1).stderr


def bid_file(commands: Commands, quantity: int = 2) -> str:
    """A bid that fills at once, in a file."""
    request = f"{quantity} H100s for 4 hours tomorrow from 20:00, at most $6 per GPU-hour"
    draft = commands.json("draft", request, "--rules-only", "--tz", "UTC")
    assert draft["questions"] == []
    file = commands.home / f"bid{quantity}.json"
    file.write_text(json.dumps(draft["bid"]), encoding="utf-8")
    return str(file)


@pytest.mark.slow
def test_a_colleague_checks_a_dossier_with_the_exchanges_key_alone(
    commands: Commands, exchange: subprocess.Popen[str]
) -> None:
    order = commands.account("submit", bid_file(commands), "--yes")
    exported = commands.run("audit", "export", order["id"], "--out", "dossier.json")
    key = exported.stderr.rsplit(" ", 1)[1].strip()
    done = commands.run("audit", "verify", "dossier.json", "--exchange-key", key)
    assert order["id"] in done.stdout
    assert "the exchange signed: accepted as number" in done.stdout
    assert "all holds" in commands.run("audit", "verify").stdout
    assert order["id"] in commands.run("audit", "rescue").stdout
    file = commands.home / "dossier.json"
    file.write_bytes(file.read_bytes().replace(b"accepted", b"refused", 1).replace(b'"at":1', b'"at":2', 1))
    assert "does not prove" in commands.run("audit", "verify", "dossier.json", "--exchange-key", key, expect=1).stderr


@pytest.mark.slow
def test_a_large_bid_goes_once_a_second_person_has_signed(
    commands: Commands, exchange: subprocess.Popen[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    second = Commands(tmp_path_factory.mktemp("second"))
    own = ("--passphrase-file", str(second.passphrase))
    key = second.run("key", "show", *own).stdout.strip()
    commands.run("policy", "--approver", f"Second={key}", "--above", "10", "--budget", "5000", "--days", "7")
    order = commands.account("submit", bid_file(commands), "--yes")
    assert (order["state"], order["reason"]) == ("HELD", "waits for a second person")
    mine = ("--passphrase-file", str(commands.passphrase))
    commands.run("approval", "request", order["id"], "--out", "request.json", *mine)
    request, answer = commands.home / "request.json", second.home / "approval.json"
    second.run("approval", "sign", str(request), "--name", "Second", "--yes", "--out", str(answer), *own)
    accepted = json.loads(commands.run("approval", "accept", order["id"], str(answer), "--json", *mine).stdout)
    assert accepted["id"] == order["id"]
    (order,) = commands.account("orders")
    assert order["receipt"]["client_id"] == order["id"]


@pytest.mark.slow
def test_the_stop_switch_and_a_new_key_from_the_command_line(
    commands: Commands, exchange: subprocess.Popen[str]
) -> None:
    mine = ("--passphrase-file", str(commands.passphrase))
    assert commands.account("stop") == {"stopped": True, "heard": True}
    order = commands.account("submit", bid_file(commands), "--yes")
    assert order["state"] == "HELD"
    assert commands.account("rearm") == {"stopped": False, "heard": True}
    before = commands.run("key", "show", *mine).stdout
    commands.run("key", "rotate", *mine)
    assert commands.run("key", "show", *mine).stdout != before
    assert commands.account("release", order["id"])["receipt"]["client_id"] == order["id"]


@pytest.mark.slow
def test_orders_of_a_session_without_a_kept_key_are_still_shown(
    commands: Commands, exchange: subprocess.Popen[str]
) -> None:
    order = commands.json("submit", bid_file(commands), "--yes")
    (shown,) = commands.json("orders")
    assert (shown["id"], shown["earlier_session"]) == (order["id"], True)
    assert "whose keys were not kept" in commands.run("orders").stdout
    assert "1 bids, all holds" in commands.run("audit", "verify").stdout
