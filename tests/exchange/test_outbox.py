"""The outbox: the database itself keeps the rules, whoever writes to it, and says so when its disk does not."""

from __future__ import annotations

import sqlite3
from itertools import product
from pathlib import Path

import pytest

from auction_client.exchange.core import Row, Switch
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.states import LEGAL_MOVES, NEEDS_PROOF, NEVER_SENT, State
from auction_client.exchange.wire import sha256_hex

BODY = b'{"version":1}'
PATHS = {
    State.CONFIRMED: (),
    State.HELD: (State.HELD,),
    State.SENDING: (State.SENDING,),
    State.UNKNOWN: (State.SENDING, State.UNKNOWN),
    State.ACKED: (State.SENDING, State.ACKED),
    State.CANCEL_PENDING: (State.SENDING, State.CANCEL_PENDING),
    State.WON: (State.SENDING, State.ACKED, State.WON),
    State.PARTLY_WON: (State.SENDING, State.ACKED, State.PARTLY_WON),
    State.LOST: (State.SENDING, State.ACKED, State.LOST),
    State.CANCELLED: (State.SENDING, State.CANCELLED),
    State.REFUSED: (State.SENDING, State.REFUSED),
    State.EXPIRED: (State.SENDING, State.UNKNOWN, State.EXPIRED),
    State.CONFLICT: (State.SENDING, State.CONFLICT),
}


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def put(outbox: Outbox, state: State) -> Row:
    """A bid brought to a state by legal moves."""
    row = Row(new_client_id(), sha256_hex(BODY), 10**13)
    outbox.add(row, BODY, 1)
    for step in PATHS[state]:
        row = moved(row, step)
        outbox.update(row, 2, b"proof" if step in NEEDS_PROOF else None)
    return row


def moved(row: Row, state: State) -> Row:
    return Row(row.client_id, row.digest, row.not_after, state, row.attempts + (state is State.SENDING))


@pytest.fixture
def memory() -> Outbox:
    """The same rules without a disk."""

    def connect(_name: str) -> sqlite3.Connection:
        return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)

    return Outbox(Path("outbox"), connect=connect)


@pytest.mark.parametrize("before", list(State))
def test_only_legal_moves_are_stored(memory: Outbox, before: State) -> None:
    outbox = memory
    for after in State:
        if after is before:
            continue
        row = put(outbox, before)
        wanted = moved(row, after)
        legal = (before, after) in LEGAL_MOVES
        if legal:
            outbox.update(wanted, 3, b"proof")
        else:
            with pytest.raises(OutboxError, match=r"illegal move|CHECK"):
                outbox.update(wanted, 3, b"proof")
        stored = outbox.intent(row.client_id)
        assert stored is not None
        assert stored.row == (wanted if legal else row)
    outbox.close()


def test_states_that_need_a_proof_are_not_stored_without_one(memory: Outbox) -> None:
    outbox = memory
    for before, after in product((State.SENDING, State.UNKNOWN), NEEDS_PROOF):
        if (before, after) in LEGAL_MOVES:
            with pytest.raises(OutboxError, match="CHECK"):
                outbox.update(moved(put(outbox, before), after), 3)
    outbox.close()


@pytest.mark.parametrize("state", [State.CANCELLED, State.EXPIRED])
def test_a_bid_that_was_never_sent_ends_without_a_proof(memory: Outbox, state: State) -> None:
    outbox = memory
    outbox.update(moved(put(outbox, State.CONFIRMED), state), 3)
    outbox.close()


def test_a_bid_begins_unsent(memory: Outbox) -> None:
    outbox = memory
    for state in set(State) - NEVER_SENT:
        with pytest.raises(OutboxError):
            outbox.add(Row(new_client_id(), sha256_hex(BODY), 1, state, 1), BODY, 1)
    with pytest.raises(OutboxError):
        outbox.add(Row(new_client_id(), sha256_hex(BODY), 1, State.CONFIRMED, 1), BODY, 1)
    outbox.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE intent SET body=x'00'",
        "UPDATE intent SET sha=zeroblob(32)",
        "UPDATE intent SET not_after=0",
        "UPDATE intent SET cid='x'",
        "UPDATE intent SET confirmed_at=0",
        "UPDATE intent SET attempts=0",
        "UPDATE intent SET body='text'",
        "DELETE FROM intent",
        "DELETE FROM legal",
        "UPDATE legal SET b='WON'",
        "UPDATE switch SET number=0",
        "UPDATE switch SET stopped=2",
        "INSERT INTO switch VALUES(2,0,0,1)",
    ],
)
def test_the_database_refuses_to_rewrite_the_past(outbox: Outbox, tmp_path: Path, statement: str) -> None:
    put(outbox, State.SENDING)
    outbox.set_switch(Switch(3, True, False))
    outbox.close()
    with sqlite3.connect(tmp_path / "outbox") as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)
    db.close()


def test_an_id_is_taken_once(memory: Outbox) -> None:
    outbox = memory
    row = put(outbox, State.CONFIRMED)
    with pytest.raises(OutboxError):
        outbox.add(row, BODY, 1)
    outbox.close()


def test_a_failed_transaction_leaves_nothing_behind(memory: Outbox) -> None:
    outbox = memory
    row = Row(new_client_id(), sha256_hex(BODY), 1)

    def fail() -> None:
        with outbox.transaction():
            outbox.record(1, row.client_id, "text", b"x")
            outbox.add(row, BODY, 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert outbox.rows() == []
    assert outbox.entries() == []
    assert outbox.head() == bytes(32)
    outbox.close()


def test_a_full_disk_is_an_error_and_not_a_confirmation(tmp_path: Path) -> None:
    def small(name: str) -> sqlite3.Connection:
        db = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA max_page_count=30")
        return db

    outbox = Outbox(tmp_path / "outbox", connect=small)
    confirmed = []

    def confirm(number: int) -> None:
        row = Row(new_client_id(), sha256_hex(BODY * 50), 1)
        with outbox.transaction():
            outbox.record(number, row.client_id, "confirmed", BODY * 50)
            outbox.add(row, BODY * 50, 1)
        confirmed.append(row)

    def fill() -> None:
        for number in range(1000):
            confirm(number)

    with pytest.raises(OutboxError, match="full"):
        fill()
    assert confirmed
    outbox.close()
    again = Outbox(tmp_path / "outbox")
    assert again.rows() == sorted(confirmed, key=lambda row: row.client_id)
    assert len(again.entries()) == len(confirmed)
    again.close()


def test_the_file_is_for_its_owner_only(outbox: Outbox, tmp_path: Path) -> None:
    assert (tmp_path / "outbox").stat().st_mode & 0o777 == 0o600
    outbox.close()


def test_a_file_of_another_version_is_not_touched(outbox: Outbox, tmp_path: Path) -> None:
    outbox.close()
    db = sqlite3.connect(tmp_path / "outbox")
    db.execute("PRAGMA user_version=9")
    db.close()
    with pytest.raises(OutboxError, match="version 9"):
        Outbox(tmp_path / "outbox")


@pytest.mark.parametrize("data", [b"not a database at all, but long enough to look like one" * 50, b"x"])
def test_a_file_that_is_no_outbox_is_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "outbox").write_bytes(data)
    with pytest.raises(OutboxError, match="damaged"):
        Outbox(tmp_path / "outbox")
    assert (tmp_path / "outbox").read_bytes() == data


def test_changed_bytes_of_a_bid_are_found_at_the_start(outbox: Outbox, tmp_path: Path) -> None:
    row = put(outbox, State.CONFIRMED)
    outbox.close()
    db = sqlite3.connect(tmp_path / "outbox")
    db.execute("DROP TRIGGER intent_is_frozen")
    db.execute("UPDATE intent SET body=x'00'")
    db.commit()
    db.close()
    with pytest.raises(OutboxError, match=row.client_id):
        Outbox(tmp_path / "outbox")
