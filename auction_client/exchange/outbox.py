"""The outbox: one SQLite file that remembers every confirmed bid, the stop switch and the audit chain.

Rollback journal with `synchronous=EXTRA`, set before the journal mode: in simulated power cuts this lost none of the
acknowledged commits, while WAL with NORMAL lost nearly all of them. The database itself refuses illegal moves, changed
bytes and deletions. Bytes stored are the bytes sent; they are never written again from a parsed bid.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from auction_client.exchange.audit import Entry, chain_hash, first_break
from auction_client.exchange.core import Row, Switch
from auction_client.exchange.states import LEGAL_MOVES, NEEDS_PROOF, NEVER_SENT, STANDING, State

SCHEMA_VERSION = 1
OUTBOX_FILE = "outbox.sqlite"

_REPAIR = "restore it from a copy, or move it away and list your bids at the exchange"


def _names(states: frozenset[State]) -> str:
    return ",".join(f"'{state}'" for state in sorted(states))


_SCHEMA = f"""
CREATE TABLE intent(
  cid TEXT PRIMARY KEY, body BLOB NOT NULL, sha BLOB NOT NULL CHECK(length(sha)=32), not_after INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL, state TEXT NOT NULL CHECK(state IN({_names(frozenset(State))})),
  attempts INTEGER NOT NULL CHECK(attempts>=0), reason TEXT NOT NULL, proof BLOB, changed_at INTEGER NOT NULL,
  CHECK(state NOT IN({_names(NEEDS_PROOF)}) OR proof IS NOT NULL OR (state IN('CANCELLED','EXPIRED') AND attempts=0)),
  CHECK((state IN({_names(NEVER_SENT)})) <= (attempts=0))
) STRICT, WITHOUT ROWID;
CREATE INDEX intent_by_state ON intent(state);
CREATE TABLE legal(a TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY(a,b)) STRICT, WITHOUT ROWID;
CREATE TABLE switch(
  id INTEGER PRIMARY KEY CHECK(id=1), number INTEGER NOT NULL, stopped INTEGER NOT NULL CHECK(stopped IN(0,1)),
  heard INTEGER NOT NULL CHECK(heard IN(0,1))) STRICT;
INSERT INTO switch VALUES(1,0,0,1);
CREATE TABLE approval(
  cid TEXT PRIMARY KEY REFERENCES intent(cid), document BLOB) STRICT, WITHOUT ROWID;
CREATE TRIGGER approval_stays BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT,'append only'); END;
CREATE TRIGGER approval_once BEFORE UPDATE ON approval WHEN OLD.document IS NOT NULL OR NEW.cid<>OLD.cid
  BEGIN SELECT RAISE(ABORT,'an approval is given once'); END;
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE audit(
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, cid TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash)=32)) STRICT;
CREATE INDEX audit_by_cid ON audit(cid);
CREATE TRIGGER intent_is_born BEFORE INSERT ON intent WHEN NEW.state NOT IN({_names(NEVER_SENT)}) OR NEW.attempts<>0
  BEGIN SELECT RAISE(ABORT,'a bid begins unsent'); END;
CREATE TRIGGER intent_is_frozen BEFORE UPDATE OF cid,body,sha,not_after,confirmed_at ON intent
  BEGIN SELECT RAISE(ABORT,'the confirmed bytes are frozen'); END;
CREATE TRIGGER intent_moves BEFORE UPDATE OF state ON intent WHEN NEW.state<>OLD.state
  AND NOT EXISTS(SELECT 1 FROM legal WHERE a=OLD.state AND b=NEW.state) BEGIN SELECT RAISE(ABORT,'illegal move'); END;
CREATE TRIGGER intent_attempts BEFORE UPDATE OF attempts ON intent WHEN NEW.attempts<OLD.attempts
  BEGIN SELECT RAISE(ABORT,'attempts only grow'); END;
CREATE TRIGGER intent_stays BEFORE DELETE ON intent BEGIN SELECT RAISE(ABORT,'append only'); END;
CREATE TRIGGER legal_stays BEFORE DELETE ON legal BEGIN SELECT RAISE(ABORT,'fixed'); END;
CREATE TRIGGER legal_fixed BEFORE UPDATE ON legal BEGIN SELECT RAISE(ABORT,'fixed'); END;
CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT,'append only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT,'append only'); END;
CREATE TRIGGER audit_grows BEFORE INSERT ON audit WHEN NEW.n<>(SELECT coalesce(max(n),0)+1 FROM audit)
  BEGIN SELECT RAISE(ABORT,'the chain has no gaps'); END;
CREATE TRIGGER switch_grows BEFORE UPDATE ON switch WHEN NEW.number<OLD.number OR NEW.id<>1
  BEGIN SELECT RAISE(ABORT,'the switch number only grows'); END;
"""

PRAGMAS = (
    "PRAGMA synchronous=EXTRA",
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA fullfsync=ON",
    "PRAGMA busy_timeout=5000",
)


class OutboxError(RuntimeError):
    """The outbox cannot be read or written; nothing was confirmed. The text says what to do."""


def connect_sqlite(name: str) -> sqlite3.Connection:
    """The standard library's connection, without its own transactions."""
    return sqlite3.connect(name, isolation_level=None, check_same_thread=False)


def _make_private(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if 0 < path.stat().st_size < 512:  # SQLite would take so short a file for a new one
            raise OutboxError(f"the outbox {path} is damaged: it was cut off; {_REPAIR}") from None
    except OSError as error:
        raise OutboxError(f"the outbox {path} cannot be made ({error.strerror})") from None


@dataclass(frozen=True)
class StoredIntent:
    """One confirmed bid with its frozen bytes. Times are Unix milliseconds; `proof` is a `proofs` document."""

    row: Row
    body: bytes
    confirmed_at: int
    changed_at: int
    proof: bytes | None


class Outbox:
    """The open file. Thread-safe: one connection, one lock; every write is one durable transaction."""

    def __init__(self, path: Path, connect: Callable[[str], sqlite3.Connection] = connect_sqlite) -> None:
        """Opens the file, or makes it, readable by its owner only. Raises OutboxError if it is damaged. `connect` lets
        tests put a simulated disk underneath."""
        self.path, self._connect = path, connect
        self._lock = threading.RLock()
        self._inside = False
        if connect is connect_sqlite:
            _make_private(path)
        self._db = self._open()

    def reopen(self) -> None:
        """After a failed write: closes the file, opens it anew and checks all of it. Raises OutboxError."""
        with self._lock:
            self._db.close()
            self._db = self._open()

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside become durable together, or none does. Raises OutboxError (disk full, I/O error)."""
        with self._lock:
            if self._inside:
                yield
                return
            self._inside, saved = True, "nothing was saved"
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield
                saved = "whether it was saved shows when it is read again"  # a commit may fail behind its last write
                self._db.execute("COMMIT")
            except BaseException as error:
                with suppress(sqlite3.Error):
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise OutboxError(f"the outbox could not be written ({error}); {saved}") from error
                raise
            finally:
                self._inside = False

    def add(self, row: Row, body: bytes, confirmed_at: int) -> None:
        """Stores a newly confirmed bid."""
        with self.transaction():
            self._db.execute(
                "INSERT INTO intent VALUES(?,?,?,?,?,?,?,?,NULL,?)",
                (
                    row.client_id,
                    body,
                    sha256(body).digest(),
                    row.not_after,
                    confirmed_at,
                    row.state,
                    row.attempts,
                    row.reason,
                    confirmed_at,
                ),
            )

    def update(self, row: Row, changed_at: int, proof: bytes | None = None) -> None:
        """Stores a row's new state; the last proof stays where none is given."""
        with self.transaction():
            changed = self._db.execute(
                "UPDATE intent SET state=?, attempts=?, reason=?, proof=coalesce(?,proof), changed_at=? WHERE cid=?",
                (row.state, row.attempts, row.reason, proof, changed_at, row.client_id),
            )
            if changed.rowcount != 1:
                raise OutboxError(f"{row.client_id} is not in the outbox")

    def need_approval(self, client_id: str) -> None:
        """Notes that a bid must not leave without a second person's approval."""
        with self.transaction():
            self._db.execute("INSERT INTO approval VALUES(?,NULL)", (client_id,))

    def set_approval(self, client_id: str, document: bytes) -> None:
        """Stores the approval of a bid that needs one."""
        with self.transaction():
            changed = self._db.execute("UPDATE approval SET document=? WHERE cid=?", (document, client_id))
            if changed.rowcount != 1:
                raise OutboxError(f"{client_id} needs no approval")

    def lacks_approval(self, client_id: str) -> bool:
        """Whether a bid needs an approval and has none yet."""
        return bool(self._all("SELECT 1 FROM approval WHERE cid=? AND document IS NULL", client_id))

    def set_switch(self, switch: Switch) -> None:
        """Stores the stop switch."""
        with self.transaction():
            self._db.execute(
                "UPDATE switch SET number=?, stopped=?, heard=?", (switch.number, switch.stopped, switch.heard)
            )

    def set_fact(self, name: str, value: str) -> None:
        """Stores one named text (account, exchange key, last event number ...)."""
        with self.transaction():
            self._db.execute(
                "INSERT INTO fact VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value", (name, value)
            )

    def record(self, at: int, client_id: str, kind: str, body: bytes) -> bytes:
        """Appends an entry to the audit chain; returns the new head."""
        with self.transaction():
            last = self._db.execute("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1").fetchone() or (0, bytes(32))
            entry = Entry(last[0] + 1, at, client_id, kind, body, b"")
            head = chain_hash(bytes(last[1]), entry)
            self._db.execute("INSERT INTO audit VALUES(?,?,?,?,?,?)", (entry.number, at, client_id, kind, body, head))
            return head

    def rows(self) -> list[Row]:
        """All rows, oldest first."""
        found = self._all("SELECT cid, sha, not_after, state, attempts, reason FROM intent ORDER BY cid")
        return [Row(cid, bytes(sha).hex(), after, _state(state), n, why) for cid, sha, after, state, n, why in found]

    def intent(self, client_id: str) -> StoredIntent | None:
        """One bid with its bytes."""
        found = self._all(f"{_SELECT} WHERE cid=?", client_id)
        return _intent(found[0]) if found else None

    def intents(self) -> list[StoredIntent]:
        """All bids, oldest first."""
        return [_intent(found) for found in self._all(f"{_SELECT} ORDER BY cid")]

    def intents_since(self, confirmed_after: int) -> list[StoredIntent]:
        """Bids that may still fill, and those confirmed after that time."""
        found = self._all(
            f"{_SELECT} WHERE confirmed_at>? OR state IN({_names(STANDING)}) ORDER BY cid", confirmed_after
        )
        return [_intent(each) for each in found]

    def count(self) -> int:
        """How many bids were ever confirmed."""
        return int(self._all("SELECT count(*) FROM intent")[0][0])

    def switch(self) -> Switch:
        """The stop switch."""
        number, stopped, heard = self._all("SELECT number, stopped, heard FROM switch")[0]
        return Switch(number, bool(stopped), bool(heard))

    def fact(self, name: str) -> str | None:
        """One named text, or None."""
        found = self._all("SELECT value FROM fact WHERE name=?", name)
        return str(found[0][0]) if found else None

    def entries(self, client_id: str | None = None) -> list[Entry]:
        """The audit chain, or the entries of one bid."""
        where, args = ("", ()) if client_id is None else (" WHERE cid=?", (client_id,))
        found = self._all(f"SELECT n, at, cid, kind, body, hash FROM audit{where} ORDER BY n", *args)
        return [Entry(n, at, cid, kind, bytes(body), bytes(head)) for n, at, cid, kind, body, head in found]

    def head(self) -> bytes:
        """The head of the audit chain: 32 bytes, zeros while it is empty."""
        found = self._all("SELECT hash FROM audit ORDER BY n DESC LIMIT 1")
        return bytes(found[0][0]) if found else bytes(32)

    def _all(self, sql: str, *args: str | int) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            try:
                return self._db.execute(sql, args).fetchall()
            except (sqlite3.Error, ValueError) as error:
                raise OutboxError(f"the outbox {self.path} could not be read ({error}); {_REPAIR}") from error

    def _open(self) -> sqlite3.Connection:
        db = self._connect(str(self.path))
        try:
            _prepare(db, str(self.path))
            verdict = db.execute("PRAGMA quick_check").fetchone()[0]
            bids = db.execute("SELECT cid, body, sha FROM intent").fetchall()
            chain = [Entry(*row) for row in db.execute("SELECT n, at, cid, kind, body, hash FROM audit ORDER BY n")]
        except (sqlite3.Error, ValueError, TypeError) as error:  # text that is not UTF-8, numbers that are none
            db.close()
            raise OutboxError(f"the outbox {self.path} is damaged ({error}); {_REPAIR}") from None
        except OutboxError:
            db.close()
            raise
        broken = first_break(chain)
        changed = [cid for cid, body, sha in bids if sha256(body).digest() != sha]
        if verdict == "ok" and broken is None and not changed:
            return db
        db.close()
        if broken is not None:
            verdict = f"its audit chain breaks at entry {broken}"
        if changed:
            verdict = f"the bytes of bid {changed[0]} are not those that were confirmed"
        raise OutboxError(f"the outbox {self.path} was damaged or changed: {verdict}; {_REPAIR}")


_SELECT = "SELECT cid, sha, not_after, state, attempts, reason, body, confirmed_at, changed_at, proof FROM intent"


def _state(text: str) -> State:
    try:
        return State(text)
    except ValueError:
        raise OutboxError(f"a bid stands in the unknown state {text!r}: the outbox was damaged; {_REPAIR}") from None


def _intent(found: tuple) -> StoredIntent:  # type: ignore[type-arg]
    cid, sha, after, state, attempts, why, body, confirmed_at, changed_at, proof = found
    row = Row(cid, bytes(sha).hex(), after, _state(state), attempts, why)
    return StoredIntent(row, bytes(body), confirmed_at, changed_at, None if proof is None else bytes(proof))


def _prepare(db: sqlite3.Connection, name: str) -> None:
    """Durability settings first, then the schema in a new file."""
    for pragma in PRAGMAS:
        db.execute(pragma)
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        moves = "".join(f"INSERT INTO legal VALUES('{a}','{b}');" for a, b in sorted(LEGAL_MOVES))
        db.executescript(f"BEGIN IMMEDIATE;{_SCHEMA}{moves}PRAGMA user_version={SCHEMA_VERSION};COMMIT;")
    elif version != SCHEMA_VERSION:
        raise OutboxError(f"the outbox {name} is of version {version}; this program reads version {SCHEMA_VERSION}")
