"""The audit chain and the dossier: what was changed shows, and a stranger can check the rest."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from auction_client.exchange.audit import Entry, chain_hash, first_break
from auction_client.exchange.desk import DeskError
from auction_client.exchange.dossier import DossierError, check
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import State
from auction_client.exchange.views import Evidence
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import Seat, a_bid, pump_until


@pytest.fixture
def acked(tmp_path: Path, exchange: HttpExchange) -> Iterator[tuple[Seat, str]]:
    seat = Seat(tmp_path / "seat", exchange.url)
    pump_until(seat.desk, seat.desk.confirm(a_bid(3)), State.ACKED)
    evidence = Evidence(
        text="8 H100s tonight",
        spans=({"start": 0, "end": 1, "role": "quantity"},),
        reader={"model": "m", "sha256": "0" * 64},
        prompts=("p", "q"),
        raw_outputs=("r", "s"),
        edits=({"path": "root.limit", "to": "2.60"},),
        screen="Buy 8 x H100 at most 2.60",
    )
    client_id = seat.desk.confirm(a_bid(8), evidence)
    pump_until(seat.desk, client_id, State.ACKED)
    yield seat, client_id
    seat.desk.close()


def test_a_dossier_proves_itself_with_the_exchanges_key_alone(acked: tuple[Seat, str], exchange: HttpExchange) -> None:
    seat, client_id = acked
    document = seat.desk.dossier(client_id)
    checked = check(document, exchange.key.public_text)
    assert checked.client_id == client_id
    assert checked.witnessed
    assert checked.statements[0].startswith("accepted as number")
    kinds = [entry["kind"] for entry in json.loads(document)["entries"]]
    steps = [
        "text",
        "spans",
        "reader",
        "prompt",
        "raw_output",
        "edits",
        "policy",
        "screen",
        "confirmed",
        "state",
        "state",
        "attempt",
        "state",
    ]
    assert kinds == [*steps, "proof"]


def test_a_dossier_is_not_believed_under_another_key(acked: tuple[Seat, str]) -> None:
    seat, client_id = acked
    with pytest.raises(DossierError, match="another exchange key"):
        check(seat.desk.dossier(client_id), SigningKey.generate().public_text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"kind":"screen"', '"kind":"screem"'),
        ("2.60", "3.60"),
        ('"number":', '"number":1'),
        ("received_at", "received_it"),
        ("signature", "signatuer"),
    ],
)
def test_a_changed_dossier_is_refused(acked: tuple[Seat, str], exchange: HttpExchange, old: str, new: str) -> None:
    seat, client_id = acked
    text = seat.desk.dossier(client_id).decode()
    assert old in text
    with pytest.raises(DossierError):
        check(text.replace(old, new, 1).encode(), exchange.key.public_text)


def test_steps_rewritten_with_fitting_hashes_do_not_fit_the_witnessed_head(
    acked: tuple[Seat, str], exchange: HttpExchange
) -> None:
    seat, client_id = acked
    dossier = json.loads(seat.desk.dossier(client_id))
    previous = bytes.fromhex(dossier["entries"][0]["previous"])
    for entry in dossier["entries"]:
        body = b'"another text"' if entry["kind"] == "text" else base64.b64decode(entry["body"])
        head = chain_hash(previous, Entry(entry["number"], entry["at"], client_id, entry["kind"], body, b""))
        entry["body"] = base64.b64encode(body).decode()
        entry["previous"], entry["hash"], previous = previous.hex(), head.hex(), head
    with pytest.raises(DossierError, match="witnessed another chain"):
        check(json.dumps(dossier).encode(), exchange.key.public_text)


def test_the_whole_outbox_checks(acked: tuple[Seat, str]) -> None:
    assert acked[0].desk.audit_faults() == []


def filled(path: Path) -> Outbox:
    outbox = Outbox(path)
    for number in range(20):
        outbox.record(number, "", "text", f"entry {number}".encode())
    return outbox


def tamper(path: Path, *statements: str) -> None:
    """What somebody with the file and a SQLite shell can do."""
    with sqlite3.connect(path) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    ("statement", "at"),
    [
        ("UPDATE audit SET body=x'00' WHERE n=7", 7),
        ("UPDATE audit SET at=99 WHERE n=7", 7),
        ("UPDATE audit SET kind='screen' WHERE n=7", 7),
        ("UPDATE audit SET cid='x' WHERE n=7", 7),
        ("DELETE FROM audit WHERE n=7", 7),
        ("UPDATE audit SET n=21 WHERE n=7", 7),
        ("UPDATE audit SET hash=zeroblob(32) WHERE n=20", 20),
    ],
)
def test_a_changed_chain_is_not_opened(tmp_path: Path, statement: str, at: int) -> None:
    filled(tmp_path / "o").close()
    tamper(tmp_path / "o", statement)
    with pytest.raises(OutboxError, match=f"breaks at entry {at};"):
        Outbox(tmp_path / "o")


def test_the_chain_itself_refuses_to_be_rewritten(tmp_path: Path) -> None:
    filled(tmp_path / "o").close()
    with sqlite3.connect(tmp_path / "o") as db:
        for statement in (
            "UPDATE audit SET body=x'00'",
            "DELETE FROM audit",
            "INSERT INTO audit VALUES(40,0,'','x',x'',zeroblob(32))",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(statement)


def test_an_empty_chain_holds() -> None:
    assert first_break([]) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE intent SET state='WON' WHERE state='ACKED'",
        "UPDATE intent SET attempts=9",
        "UPDATE intent SET proof=x'00'",
        "UPDATE intent SET not_after=1",
        "DELETE FROM intent",
    ],
)
def test_a_bid_that_does_not_stand_as_the_chain_says_is_noticed_at_the_start(
    acked: tuple[Seat, str], statement: str
) -> None:
    seat, _ = acked
    seat.desk.close()
    tamper(seat.folder / "outbox.sqlite", statement)
    with pytest.raises(DeskError, match="damaged or changed"):
        seat.open()
