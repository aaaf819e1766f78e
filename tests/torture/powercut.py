"""Cuts the power under the outbox: python -m tests.torture.powercut 50000 [--seed N] [--weak]

A file system in memory, under SQLite by way of an APSW VFS, knows what has been synced and what has not. At random
moments the power fails: of every file's unsynced writes any subset survives, cut to sectors of 512 bytes, and unsynced
deletions may come back. The outbox is then opened from what is left. Every acknowledged transaction must be there, the
one under way wholly or not at all. `--weak` does the same with WAL and synchronous=NORMAL, which must lose some: a
check of the check. Prints the figures; exit 1 if an acknowledged commit is lost (with --weak: if none is).
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from auction_client.exchange.core import Row, Switch
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.states import State
from auction_client.exchange.wire import sha256_hex

SECTOR = 512
CUTS_PER_LIFE = 40
WEAK = ("PRAGMA synchronous=NORMAL", "PRAGMA journal_mode=WAL")


class Inode:
    """A file's bytes: as the program sees them, as they were last synced, and what was done since."""

    def __init__(self, data: bytes = b"") -> None:
        self.seen = bytearray(data)
        self.synced = data
        self.pending: list[tuple[int, bytes | None]] = []

    def after_power_cut(self, chance: random.Random) -> bytes:
        data = bytearray(self.synced)
        for offset, written in self.pending:
            if written is None:
                if chance.random() < 0.5:
                    del data[offset:]
                continue
            for start in range(0, len(written), SECTOR):
                if chance.random() < 0.5:
                    part = written[start : start + SECTOR]
                    at = offset + start
                    if len(data) < at:
                        data.extend(bytes(at - len(data)))
                    data[at : at + len(part)] = part
        return bytes(data)


class Disk:
    """Files by name. A name is safe once its file or, after a deletion, the directory has been synced."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.seen = {name: Inode(data) for name, data in (files or {}).items()}
        self.synced = dict(self.seen)

    def write(self, name: str, file: Inode, offset: int, data: bytes) -> None:
        if len(file.seen) < offset:
            file.seen.extend(bytes(offset - len(file.seen)))
        file.seen[offset : offset + len(data)] = data
        file.pending.append((offset, data))

    def truncate(self, name: str, file: Inode, size: int) -> None:
        del file.seen[size:]
        file.pending.append((size, None))

    def sync(self, name: str, file: Inode) -> None:
        file.synced = bytes(file.seen)
        file.pending.clear()
        if self.seen.get(name) is file:
            self.synced[name] = file

    def open(self, name: str) -> Inode:
        return self.seen.setdefault(name, Inode())

    def delete(self, name: str, *, sync_directory: bool) -> None:
        self.seen.pop(name, None)
        if sync_directory:
            self.synced.pop(name, None)

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What the platter holds if the power fails now."""
        left: dict[str, bytes] = {}
        for name in sorted(self.synced.keys() | self.seen.keys()):
            file = chance.choice((self.synced.get(name), self.seen.get(name)))
            if file is not None:
                left[name] = file.after_power_cut(chance)
        return left


class _File:
    """One open file of a Disk, for APSW."""

    def __init__(self, disk: Disk, name: str) -> None:
        self._disk, self._name, self._file = disk, name, disk.open(name)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._file.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.write(self._name, self._file, offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.truncate(self._name, self._file, size)

    def xSync(self, _flags: int) -> None:  # noqa: N802
        self._disk.sync(self._name, self._file)

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._file.seen)

    def xClose(self) -> None:  # noqa: N802
        pass

    def xLock(self, _level: int) -> None:  # noqa: N802
        pass

    def xUnlock(self, _level: int) -> None:  # noqa: N802
        pass

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, _operation: int, _pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0


class _Vfs(apsw.VFS):
    """A file system of many disks: the folder of a path names the disk."""

    def __init__(self) -> None:
        self.disks: dict[str, Disk] = {}
        super().__init__("powercut", base="")

    def insert(self, disk: Disk) -> str:
        """Puts a disk into the machine; returns its folder."""
        folder = f"disk{len(self.disks)}"
        while folder in self.disks:
            folder += "x"
        self.disks[folder] = disk
        return folder

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802
        path = str(name.filename()) if isinstance(name, apsw.URIFilename) else str(name)
        disk, name = self._find(path)
        flags[1] = flags[0]
        return _File(disk, name)

    def xDelete(self, path: str, sync_directory: bool) -> None:  # noqa: N802
        disk, name = self._find(path)
        disk.delete(name, sync_directory=sync_directory)

    def xAccess(self, path: str, _flags: int) -> bool:  # noqa: N802
        disk, name = self._find(path)
        return name in disk.seen

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def _find(self, path: str) -> tuple[Disk, str]:
        folder, _, name = path.partition("/")
        return self.disks[folder], name

    def xRandomness(self, count: int) -> bytes:  # noqa: N802
        return bytes(count)

    def xSleep(self, microseconds: int) -> int:  # noqa: N802
        return microseconds

    def xCurrentTimeInt64(self) -> int:  # noqa: N802
        return 210_866_760_000_000

    def xCurrentTime(self) -> float:  # noqa: N802
        return 2440587.5

    def xGetLastError(self) -> tuple[int, str]:  # noqa: N802
        return 0, ""


VFS = _Vfs()


class _Connection:
    """An APSW connection in the clothes of the standard library's, so that the real Outbox runs on it."""

    def __init__(self, name: str, pragmas: tuple[str, ...]) -> None:
        self._db = apsw.Connection(name, vfs="powercut")
        self._instead = pragmas
        if pragmas:
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")  # WAL without shared memory

    @property
    def in_transaction(self) -> bool:
        return self._db.in_transaction

    def execute(self, sql: str, arguments: Any = ()) -> Any:
        if self._instead and sql.startswith(("PRAGMA synchronous", "PRAGMA journal_mode")):
            sql = next(pragma for pragma in self._instead if pragma.split("=")[0] == sql.split("=")[0])
        try:
            return _Cursor(self._db, self._db.execute(sql, tuple(arguments)))
        except apsw.Error as error:
            raise sqlite3.DatabaseError(str(error)) from error

    def executescript(self, sql: str) -> None:
        self._db.execute(sql)

    def close(self) -> None:
        self._db.close()


class _Cursor:
    def __init__(self, db: apsw.Connection, cursor: apsw.Cursor) -> None:
        self._cursor = cursor
        self.rowcount = db.changes()

    def fetchone(self) -> Any:
        return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    def __iter__(self) -> Any:
        return iter(self._cursor)


Contents = tuple[tuple[Row, ...], Switch, int]
"""What an outbox says: its rows, its switch, and how long its audit chain is."""


class Work:
    """What the desk and the sender do to an outbox."""

    def __init__(self, chance: random.Random, outbox: Outbox) -> None:
        self.chance, self.outbox = chance, outbox
        self.clock = 1_790_000_000_000

    def step(self) -> None:
        """One transaction."""
        chance, self.clock = self.chance, self.clock + 1
        rows = [row for row in self.outbox.rows() if row.state in (State.CONFIRMED, State.SENDING, State.UNKNOWN)]
        with self.outbox.transaction():
            if not rows or chance.random() < 0.4:
                body = chance.randbytes(chance.choice((40, 400, 3_000, 20_000)))
                cid = new_client_id(self.clock, chance.getrandbits(74))
                self.outbox.record(self.clock, cid, "confirmed", body)
                self.outbox.add(Row(cid, sha256_hex(body), self.clock + 60_000), body, self.clock)
            elif chance.random() < 0.1:
                self.outbox.set_switch(Switch(self.outbox.switch().number + 1, chance.random() < 0.5, False))
            else:
                row = chance.choice(rows)
                after = {State.CONFIRMED: State.SENDING, State.SENDING: State.UNKNOWN, State.UNKNOWN: State.ACKED}[
                    row.state
                ]
                proof = chance.randbytes(900) if after is State.ACKED else None
                moved = Row(row.client_id, row.digest, row.not_after, after, row.attempts + (after is State.SENDING))
                self.outbox.update(moved, self.clock, proof)
                self.outbox.record(self.clock, row.client_id, "state", after.encode())


def contents(outbox: Outbox) -> Contents:
    """What an outbox says."""
    return tuple(outbox.rows()), outbox.switch(), len(outbox.entries())


@contextmanager
def opened(disk: Disk, pragmas: tuple[str, ...]) -> Iterator[Outbox]:
    """The real outbox on a simulated disk. Raises OutboxError if what is there is damaged."""
    folder = VFS.insert(disk)
    connections: list[_Connection] = []

    def connect(name: str) -> Any:
        connections.append(_Connection(name, pragmas))
        return connections[-1]

    try:
        yield Outbox(Path(folder) / "outbox.sqlite", connect=connect)
    finally:
        for connection in connections:
            connection.close()
        del VFS.disks[folder]


class CuttingDisk(Disk):
    """A disk that keeps what a power cut would leave at chosen operations."""

    def __init__(self, files: dict[str, bytes], chance: random.Random) -> None:
        super().__init__(files)
        self.chance, self.share = chance, 0.15
        self.acknowledged = 0
        self.cuts: list[tuple[int, dict[str, bytes]]] = []

    def _maybe_cut(self) -> None:
        if self.chance.random() < self.share:
            self.cuts.append((self.acknowledged, self.after_power_cut(self.chance)))

    def write(self, name: str, file: Inode, offset: int, data: bytes) -> None:
        super().write(name, file, offset, data)
        self._maybe_cut()

    def truncate(self, name: str, file: Inode, size: int) -> None:
        super().truncate(name, file, size)
        self._maybe_cut()

    def sync(self, name: str, file: Inode) -> None:
        self._maybe_cut()
        super().sync(name, file)
        self._maybe_cut()

    def delete(self, name: str, *, sync_directory: bool) -> None:
        super().delete(name, sync_directory=sync_directory)
        self._maybe_cut()


def cut_power(cuts: int, seed: int, pragmas: tuple[str, ...] = ()) -> tuple[int, int, int, list[str]]:
    """Makes `cuts` power cuts. Returns how many were made, how many commits had been acknowledged before them, how
    many of the cuts lost one, and what was wrong (at most 10)."""
    chance = random.Random(seed)
    made = acknowledged = lost = 0
    faults: list[str] = []
    files: dict[str, bytes] = {}
    while made < cuts:
        disk = CuttingDisk(files, chance)
        with opened(disk, pragmas) as outbox:
            work = Work(chance, outbox)
            history = [contents(outbox)]
            while len(disk.cuts) < CUTS_PER_LIFE:
                work.step()
                disk.acknowledged += 1
                history.append(contents(outbox))
            disk.share = 0.0
        for before, left in disk.cuts[: cuts - made]:
            made += 1
            acknowledged += before
            try:
                with opened(Disk(left), pragmas) as outbox:
                    found = contents(outbox)
            except OutboxError as error:
                found = None
                faults.append(f"unreadable: {error}")
            if found not in history[before : before + 2]:
                lost += 1
                if found is not None:
                    faults.append(f"after {before} acknowledged commits the outbox says something else")
        # the next life begins from one of the wrecks; now and then on a fresh disk, since quick checks grow
        files = chance.choice(disk.cuts)[1] if chance.random() < 0.5 and not pragmas else {}
    return made, acknowledged, lost, faults[:10]


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cuts", type=int, nargs="?", default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weak", action="store_true", help="WAL with synchronous=NORMAL instead")
    given = parser.parse_args(arguments)
    pragmas = WEAK if given.weak else ()
    began = time.monotonic()
    made, acknowledged, lost, faults = cut_power(given.cuts, given.seed, pragmas)
    took = time.monotonic() - began
    print(
        f"seed {given.seed}, SQLite {apsw.sqlite_lib_version()}, {'WAL+NORMAL' if given.weak else 'the real settings'}"
    )
    print(f"{made:,} power cuts in {took:.1f} s, {acknowledged:,} acknowledged commits before them")
    print(f"{lost:,} cuts lost a commit or left half of one")
    for fault in faults:
        print(f"BROKEN {fault}")
    return 1 if bool(lost) != given.weak else 0


if __name__ == "__main__":
    sys.exit(main())
