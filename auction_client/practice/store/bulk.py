"""Many rows in one statement, in words that SQLite and PostgreSQL share.

A statement for each row would hand the interpreter to another thread and ask for it back as many times: the writer
would spend longer waiting for its turn than writing. Tables and columns are named by this program only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection

MOST_ROWS = 400
"""Rows of one statement: with 20 columns far below the 32,766 parameters that SQLite takes."""
Values = Sequence[Any]


def insert_rows(connection: Connection, table: str, columns: tuple[str, ...], rows: Sequence[Values]) -> None:
    """Adds the rows; each has a value for every column, in their order."""
    for part in _parts(rows):
        marks = _marks(connection.dialect.paramstyle, len(columns), len(part))
        _run(connection, f"INSERT INTO {table}({_names(columns)}) VALUES {marks}", part)


def update_rows(connection: Connection, table: str, key: str, columns: tuple[str, ...], rows: Sequence[Values]) -> None:
    """Sets the columns of the rows whose `key` is the first value of one of `rows`, to its other values. None of the
    values may be None: PostgreSQL could not tell its type."""
    assignments = ", ".join(f'"{name}"=v.column{number}' for number, name in enumerate(columns, start=2))
    for part in _parts(rows):
        marks = _marks(connection.dialect.paramstyle, len(columns) + 1, len(part))
        _run(connection, f"UPDATE {table} SET {assignments} FROM (VALUES {marks}) AS v WHERE {key}=v.column1", part)


def select_rows(
    connection: Connection, table: str, columns: tuple[str, ...], keys: tuple[str, ...], wanted: Sequence[Values]
) -> Iterator[tuple[Any, ...]]:
    """The rows whose key columns together are among the wanted values."""
    for part in _parts(wanted):
        marks = _marks(connection.dialect.paramstyle, len(keys), len(part))
        where = f"({_names(keys)}) IN (VALUES {marks})"
        for row in _run(connection, f"SELECT {_names(columns)} FROM {table} WHERE {where}", part):
            yield tuple(row)


def _parts(rows: Sequence[Values]) -> Iterator[Sequence[Values]]:
    return (rows[at : at + MOST_ROWS] for at in range(0, len(rows), MOST_ROWS))


def _run(connection: Connection, text: str, rows: Sequence[Values]) -> Any:
    return connection.exec_driver_sql(text, tuple(chain.from_iterable(rows)))


@lru_cache
def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


@lru_cache(maxsize=2048)
def _marks(paramstyle: str, width: int, count: int) -> str:
    mark = "?" if paramstyle == "qmark" else "%s"
    row = f"({', '.join([mark] * width)})"
    return ", ".join([row] * count)
