"""Engines for the store: SQLite on apsw with a write-ahead log and full syncs, or PostgreSQL by URL.

A commit that returned survives a power cut: SQLite runs with ``synchronous=FULL`` in WAL mode, PostgreSQL with
``synchronous_commit=on``. One exchange owns a database at a time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError

from auction_client.practice.store import apsw_dbapi
from auction_client.practice.store.schema import SCHEMA_VERSION, facts, metadata

_PRAGMAS = (
    "PRAGMA synchronous=FULL",  # before journal_mode: the switch to WAL itself must be durable
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA fullfsync=ON",  # macOS only: elsewhere fsync already reaches the disk
    "PRAGMA wal_autocheckpoint=4000",
)
_LOCK_TRIES = 20
_LOCK_PAUSE = 0.1
_LOCK_NUMBER = 0x42494457  # PostgreSQL advisory lock of the exchange that owns the database


class StoreInUse(RuntimeError):
    """Another exchange owns this database."""


class StoreDamaged(RuntimeError):
    """The database fails its check or is of another version; it is left as it is."""


class Database:
    """The store's two engines: `write` is used by the writer thread alone, `read` by anybody."""

    def __init__(self, url: str) -> None:
        self.url = url
        parsed = make_url(url)
        self._lock: FileLock | None = None
        self._owner: Connection | None = None
        if parsed.get_backend_name() == "sqlite":
            if not parsed.database or parsed.database == ":memory:":
                raise ValueError("the exchange's store is a file: sqlite:///path/to/exchange.db")
            if apsw_dbapi.sqlite_version_info < apsw_dbapi.FIRST_SOUND_VERSION:
                raise StoreDamaged(f"SQLite {apsw_dbapi.sqlite_version} has a faulty write-ahead log; update apsw")
            self._own_file(Path(parsed.database))
            self.write = self._sqlite(1)
            self.read = self._sqlite(8)
        elif parsed.get_backend_name() == "postgresql":
            url = parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
            self.write = create_engine(url, pool_size=1, max_overflow=0)
            self.read = create_engine(url, pool_size=8, max_overflow=0, isolation_level="REPEATABLE READ")
            self._own_server()
        else:
            raise ValueError("the exchange's store is sqlite:///PATH or postgresql://USER@HOST/NAME")
        self._prepare()

    def _own_file(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = FileLock(f"{path}.lock", mode=0o600)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise StoreInUse(f"another exchange is running on {path}; stop it first") from None
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))

    def _own_server(self) -> None:
        owner = create_engine(self.write.url, pool_size=1, max_overflow=0).connect()
        # The server frees the lock of a killed exchange only when it notices that the connection is gone.
        for _ in range(_LOCK_TRIES):
            if owner.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": _LOCK_NUMBER}):
                break
            time.sleep(_LOCK_PAUSE)
        else:
            owner.close()
            owner.engine.dispose()
            raise StoreInUse("another exchange is running on this PostgreSQL database; stop it first")
        owner.commit()  # the lock belongs to the session and stays
        self._owner = owner

    def _sqlite(self, connections: int) -> Engine:
        engine = create_engine(
            make_url(self.url).set(drivername="sqlite+pysqlite"),
            module=apsw_dbapi,
            pool_size=connections,
            max_overflow=0,
            connect_args={"timeout": 10.0},
        )
        begin = "BEGIN IMMEDIATE" if connections == 1 else "BEGIN"

        @event.listens_for(engine, "connect")
        def _set_pragmas(connection: Any, _record: Any) -> None:
            for pragma in _PRAGMAS:
                connection.execute(pragma).close()

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    def _prepare(self) -> None:
        try:
            if self.write.dialect.name == "sqlite":
                with self.read.connect() as connection:
                    verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
                if verdict != "ok":
                    raise StoreDamaged(f"the exchange's database is damaged: {verdict}")
            metadata.create_all(self.write)
            with self.write.begin() as connection:
                found = connection.scalar(select(facts.c.value).where(facts.c.name == "schema"))
                if found is None:
                    connection.execute(insert(facts).values(name="schema", value=SCHEMA_VERSION))
                elif found != SCHEMA_VERSION:
                    raise StoreDamaged(f"the database has schema {found}; this exchange reads {SCHEMA_VERSION}")
        except DatabaseError as error:
            self.close()
            raise StoreDamaged(f"the exchange's database cannot be read: {error.orig}") from error
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which all reads see the same state: that of some moment after this call."""
        with self.read.connect() as connection:
            yield connection

    def close(self) -> None:
        """Closes all connections and gives the database free. All commits are already durable."""
        self.write.dispose()
        self.read.dispose()
        if self._owner is not None:
            self._owner.close()
            self._owner.engine.dispose()  # ends the session, and with it the lock
        if self._lock is not None:
            self._lock.release()
