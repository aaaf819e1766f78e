"""What a script may rely on: 0 exactly where an order has become what the command was for."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from app.cli import main
from app.cli.orders import CONFIRMED, GONE, STANDS, tell
from auction_client.exchange.limits import DEFAULT_LIMITS
from auction_client.exchange.protocol import CountLevels
from auction_client.exchange.states import State
from auction_client.exchange.views import OrderView
from auction_client.model.bid import Bid
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.settings import Settings
from nlp.leftover.asides import BadTable
from tests.practice.trading import STEPPED, lot

MOST = 16
WARNED, FAR_OUT = "6.60", "10.50"
"""USD per GPU-hour: more than twice, and more than three times, what an H100 clears at here."""
SETTINGS = Settings(
    calendar=STEPPED,
    gpus=frozenset({"H100"}),
    horizon=timedelta(hours=28),
    clear_seconds=2.0,
    limits=DEFAULT_LIMITS.model_copy(update={"quantity": CountLevels(block=MOST)}),
)
Command = Callable[..., tuple[int, dict[str, object], str]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    """An exchange that takes at most 16 GPUs a bid, fewer than a desk's own limits."""
    with PracticeServer(tmp_path_factory.mktemp("exchange"), settings=SETTINGS) as served:
        yield served


@pytest.fixture
def command(tmp_path: Path, server: PracticeServer, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """Runs one command of an account of its own: exit code, its JSON, and what it says beside."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    secret = tmp_path / "passphrase"
    secret.write_text("correct horse battery\n", encoding="utf-8")
    own = ("--json", "--passphrase-file", str(secret), "--exchange", server.url)

    def run(*arguments: str) -> tuple[int, dict[str, object], str]:
        capsys.readouterr()
        code = main(["--home", str(tmp_path), *arguments, *own])
        told = capsys.readouterr()
        return code, json.loads(told.out or "{}"), told.err

    yield run
    keyring.set_keyring(before)


def bid_file(folder: Path, quantity: int, limit: str = "3.30") -> str:
    """A bid for some hours of tomorrow."""
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=8)
    file = folder / f"bid-{quantity}-{limit}.json"
    root = lot(quantity=quantity, limit=limit, start=start)
    file.write_text(json.dumps({"version": 1, "root": root, "good_until": None}), encoding="utf-8")
    return str(file)


def test_a_bid_that_is_far_out_goes_with_a_reason_only_and_its_trail_keeps_it(command: Command, tmp_path: Path) -> None:
    far = bid_file(tmp_path, 2, FAR_OUT)
    for given in ((), ("--reason", "....")):
        code, order, says = command("submit", far, "--yes", *given)
        assert (code, order) == (1, {})
        assert "a reason in writing is needed" in says
        assert "Add --reason WORDS" in says
    code, order, _ = command("submit", far, "--yes", "--reason", "the launch is on Friday")
    assert (code, order["state"]) == (0, "ACKED")
    dossier = tmp_path / "dossier.json"
    assert main(["--home", str(tmp_path), "audit", "export", str(order["id"]), "--out", str(dossier)]) == 0
    kept = [each for each in json.loads(dossier.read_bytes())["entries"] if each["kind"] == "reason"]
    assert [base64.b64decode(each["body"]) for each in kept] == [b'"the launch is on Friday"']


def test_a_desk_may_want_a_reason_for_every_warning_or_for_none(command: Command, tmp_path: Path) -> None:
    warned, far = bid_file(tmp_path, 2, WARNED), bid_file(tmp_path, 3, FAR_OUT)
    assert main(["--home", str(tmp_path), "policy", "--reasons", "always"]) == 0
    assert command("submit", warned, "--yes")[0] == 1
    assert command("submit", warned, "--yes", "--reason", "the launch is on Friday")[0] == 0
    assert main(["--home", str(tmp_path), "policy", "--reasons", "never"]) == 0
    assert command("submit", far, "--yes")[0] == 0


def test_a_cancel_that_is_proven_exits_with_0_and_so_does_the_next(command: Command, tmp_path: Path) -> None:
    code, order, _ = command("submit", bid_file(tmp_path, 2), "--yes")
    assert (code, order["state"]) == (0, "ACKED")
    for _ in range(2):
        code, order, _ = command("cancel", str(order["id"]))
        assert (code, order["state"]) == (0, "CANCELLED")


def test_a_cancel_that_comes_after_the_fill_exits_with_1(
    command: Command, tmp_path: Path, server: PracticeServer
) -> None:
    _, order, _ = command("submit", bid_file(tmp_path, 2, "6.00"), "--yes")
    server.exchange.step()
    code, order, says = command("cancel", str(order["id"]))
    assert (code, order["state"]) == (1, "WON")
    assert "filled before the cancel arrived" in says


def test_a_refused_bid_exits_with_1_and_names_the_reason(command: Command, tmp_path: Path) -> None:
    code, order, says = command("submit", bid_file(tmp_path, MOST + 1), "--yes")
    assert (code, order["state"]) == (1, "REFUSED")
    assert "Nothing was bought: limit-exceeded" in says


def test_a_release_exits_with_0_only_where_the_bid_went_and_was_taken(command: Command, tmp_path: Path) -> None:
    command("stop")
    held = [command("submit", bid_file(tmp_path, quantity), "--yes") for quantity in (2, MOST + 1, 3)]
    assert [(code, order["state"]) for code, order, _ in held] == [(0, "HELD")] * 3
    good, too_large, unwanted = (str(order["id"]) for _, order, _ in held)
    code, order, says = command("release", good)
    assert (code, order["state"]) == (1, "HELD")
    assert "still held back" in says
    command("rearm")
    assert [command("release", each)[0] for each in (good, too_large)] == [0, 1]
    code, order, _ = command("cancel", unwanted)
    assert (code, order["state"], order["reason"]) == (0, "CANCELLED", "withdrawn before it was sent")


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_its_exit_code_and_its_words(state: State, capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    bid = Bid.model_validate({"version": 1, "root": lot(), "good_until": None})
    view = OrderView("id", bid, state, "why", now, now, now, 1, None, None, None)
    codes = {wanted: tell(view, wanted, json=False) for wanted in (CONFIRMED, STANDS, GONE)}
    said = capsys.readouterr().err
    assert codes[CONFIRMED] == (0 if state in {"ACKED", "WON", "PARTLY_WON", "LOST", "HELD"} else 1)
    assert codes[STANDS] == (0 if state in {"ACKED", "WON", "PARTLY_WON", "LOST"} else 1)
    assert codes[GONE] == (0 if state in {"CANCELLED", "EXPIRED", "REFUSED", "LOST"} else 1)
    assert len(said.splitlines()) == sum(codes.values())


def test_a_damaged_installation_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def damaged() -> None:
        raise BadTable("english.weights is not the file that was measured")

    monkeypatch.setattr("nlp.reader.load_asides", damaged)
    assert main(["--home", str(tmp_path), "draft", "8 H100s tomorrow", "--rules-only"]) == 1
    told = capsys.readouterr().err
    assert "english.weights is not the file that was measured" in told
    assert "Install Bidwright again" in told
