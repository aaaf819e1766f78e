"""Many rows in one statement: nothing is left out at the seams, and no other row is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from auction_client.practice.store.bulk import MOST_ROWS, insert_rows, select_rows, update_rows
from auction_client.practice.store.database import Database
from auction_client.practice.store.schema import accounts, events

COLUMNS = ("account", "sequence", "at", "kind", "client_id", "body")
COUNT = 2 * MOST_ROWS + 7


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A transaction on a fresh store."""
    database = Database(f"sqlite:///{tmp_path / 'exchange.db'}")
    with database.write.begin() as opened:
        yield opened
    database.close()


def test_rows_are_added_and_found_whatever_their_number(connection: Connection) -> None:
    rows = [(f"a{n % 3}", n, -n, "bid", None if n % 2 else f"c{n}", bytes([n % 256])) for n in range(COUNT)]
    insert_rows(connection, events.name, COLUMNS, [])
    insert_rows(connection, events.name, (*COLUMNS, "cancel_requested"), [(*row, False) for row in rows])
    assert connection.scalar(select(func.count()).select_from(events)) == COUNT
    wanted = [(row[0], row[1]) for row in rows] + [("nobody", 1), ("a0", 1)]
    assert sorted(select_rows(connection, events.name, COLUMNS, ("account", "sequence"), wanted)) == sorted(rows)
    assert list(select_rows(connection, events.name, COLUMNS, ("account", "sequence"), [])) == []


def test_only_the_named_rows_are_changed(connection: Connection) -> None:
    names = (
        "account",
        "keyid",
        "public_key",
        "label",
        "enrolled_at",
        "last_sequence",
        "kill_number",
        "stopped",
        "cash",
    )
    blank = (*names, "kill_cancelled")
    rows = [(f"a{n}", f"k{n}", "p", "it's 100 %", 1, n, 0, False, 0, "[]") for n in range(COUNT)]
    insert_rows(connection, accounts.name, blank, rows)
    changed = [(f"a{n}", n + 1, True) for n in range(0, COUNT, 2)]
    update_rows(connection, accounts.name, "account", ("last_sequence", "stopped"), changed)
    found = connection.execute(select(accounts).order_by(accounts.c.last_sequence, accounts.c.account)).all()
    expected = {f"a{n}": (n + 1, True) if n % 2 == 0 else (n, False) for n in range(COUNT)}
    assert {row.account: (row.last_sequence, row.stopped) for row in found} == expected
    assert {row.label for row in found} == {"it's 100 %"}
