"""The part of Python's DB-API (PEP 249) that SQLAlchemy's SQLite dialect uses, on apsw.

apsw brings a current SQLite of its own. The one that comes with many Python builds has a fault in its write-ahead log
(3.7.0 to 3.51.2, fixed in 3.51.3) that can lose commits when several connections are open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import apsw

apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 1
sqlite_version = apsw.sqlite_lib_version()
sqlite_version_info = tuple(int(part) for part in sqlite_version.split("."))
FIRST_SOUND_VERSION = (3, 51, 3)
Binary = bytes

_CONSTRAINT = 19
_OPERATIONAL = {5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 17, 26}  # busy, locked, no memory, read-only ... not a database


class Warning(Exception):  # noqa: A001 (the name is given by PEP 249)
    """Part of the interface; never raised."""


class Error(Exception):
    """Base of the errors below."""


class InterfaceError(Error):
    """Part of the interface; never raised."""


class DatabaseError(Error):
    """Something went wrong in the database."""


class OperationalError(DatabaseError):
    """The database or its disk failed: locked, full, damaged, input/output error."""


class IntegrityError(DatabaseError):
    """A constraint was broken."""


class ProgrammingError(DatabaseError):
    """The statement or its use is wrong."""


class DataError(DatabaseError):
    """Part of the interface; never raised."""


class InternalError(DatabaseError):
    """Part of the interface; never raised."""


class NotSupportedError(DatabaseError):
    """Part of the interface; never raised."""


def connect(filename: str, *, timeout: float = 5.0, **_ignored: Any) -> Connection:
    """Opens a database file; `timeout` is how long a locked database is waited for, in seconds."""
    try:
        raw = apsw.Connection(filename)
    except apsw.Error as error:
        raise _translated(error) from error
    raw.set_busy_timeout(int(timeout * 1000))
    return Connection(raw)


class Connection:
    """One connection. Transactions begin only by an explicit BEGIN."""

    isolation_level: str | None = ""

    def __init__(self, raw: apsw.Connection) -> None:
        self._raw = raw

    def cursor(self) -> Cursor:
        """A fresh cursor."""
        return Cursor(self._raw)

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Cursor:
        """Runs one statement on a fresh cursor."""
        cursor = self.cursor()
        cursor.execute(sql, parameters)
        return cursor

    def create_function(self, name: str, arity: int, function: Callable[..., Any], *, deterministic: bool) -> None:
        """Offers a Python function to SQL."""
        self._raw.create_scalar_function(name, function, arity, deterministic=deterministic)

    def commit(self) -> None:
        """Ends the transaction, if one is open, and returns once it is durable."""
        self._end("COMMIT")

    def rollback(self) -> None:
        """Takes back the transaction, if one is open."""
        self._end("ROLLBACK")

    def close(self) -> None:
        """Closes the connection; an open transaction is lost."""
        self._raw.close(force=True)

    def _end(self, statement: str) -> None:
        if not self._raw.in_transaction:
            return
        try:
            self._raw.execute(statement)
        except apsw.Error as error:
            raise _translated(error) from error


class Cursor:
    """Runs statements and hands out rows as tuples."""

    arraysize = 1

    def __init__(self, raw: apsw.Connection) -> None:
        self._raw = raw
        self._cursor = raw.cursor()
        self._cursor.exec_trace = self._describe
        self._rows: Iterable[Any] = ()
        self.description: tuple[tuple[Any, ...], ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    def _describe(self, cursor: apsw.Cursor, _sql: str, _bindings: Any) -> bool:
        columns = cursor.get_description()
        self.description = tuple((column[0], None, None, None, None, None, None) for column in columns) or None
        return True

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Cursor:
        """Runs one statement."""
        return self._run(self._cursor.execute, sql, tuple(parameters))

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        """Runs one statement for each row of parameters."""
        return self._run(self._cursor.executemany, sql, [tuple(row) for row in rows])

    def _run(self, run: Callable[..., Any], sql: str, parameters: Any) -> Cursor:
        self.description = None
        before = self._raw.total_changes()
        try:
            self._rows = iter(run(sql, parameters))
        except apsw.Error as error:
            raise _translated(error) from error
        self.rowcount = -1 if self.description else self._raw.total_changes() - before
        self.lastrowid = self._raw.last_insert_rowid()
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row, or None."""
        try:
            return next(iter(self._rows), None)
        except apsw.Error as error:
            raise _translated(error) from error

    def fetchmany(self, size: int | None = None) -> list[tuple[Any, ...]]:
        """At most `size` further rows."""
        rows: list[tuple[Any, ...]] = []
        while len(rows) < (size or self.arraysize) and (row := self.fetchone()) is not None:
            rows.append(row)
        return rows

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All further rows."""
        try:
            return list(self._rows)
        except apsw.Error as error:
            raise _translated(error) from error

    def close(self) -> None:
        """Ends the statement, so that it holds no lock."""
        self._cursor.close(force=True)


def _translated(error: apsw.Error) -> Error:
    code = getattr(error, "result", 0) & 0xFF
    if code == _CONSTRAINT:
        return IntegrityError(str(error))
    if code in _OPERATIONAL:
        return OperationalError(str(error))
    return ProgrammingError(str(error)) if code == 1 else DatabaseError(str(error))
