"""Drafts on disk: one sqlite file, one row a draft, saved at every change and read back exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import JsonValue, TypeAdapter

from auction_client.model.bid import Bid, Frozen
from nlp.draft import FieldChange

MIGRATIONS: tuple[str, ...] = (
    """CREATE TABLE draft (
        id TEXT PRIMARY KEY,
        created TEXT NOT NULL,
        updated TEXT NOT NULL,
        text TEXT NOT NULL,
        history BLOB NOT NULL,
        at INTEGER NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX draft_by_update ON draft (deleted, updated);""",
    "CREATE TABLE open_draft (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT;",
    "ALTER TABLE draft ADD COLUMN template INTEGER NOT NULL DEFAULT 0;",
    "ALTER TABLE open_draft ADD COLUMN cursor INTEGER;",
)


class Pin(Frozen):
    """An edit that later readings of the text may not overwrite. `shape` and `was`: the tree and the value read when
    it was made; `lot`: the lot it belongs to, by what it is and its number among those alike, which it follows."""

    change: FieldChange
    shape: str
    was: JsonValue = None
    lot: str = ""


class Answer(Frozen):
    """A question the user has answered by a choice; `words` are the words it was about."""

    code: str
    words: str


class Snapshot(Frozen):
    """All that the user has made of one draft: the unit of undo and of saving. `source` is a bid that came from a file
    or a position; it stands until something is typed. `said`: what was set by hand and then put into the text."""

    text: str = ""
    source: Bid | None = None
    pins: tuple[Pin, ...] = ()
    said: tuple[FieldChange, ...] = ()
    answers: tuple[Answer, ...] = ()
    dismissed: tuple[str, ...] = ()

    @property
    def edits(self) -> tuple[JsonValue, ...]:
        """What was done by hand: values set, beside the text or put into it, questions answered, words dismissed."""
        done: list[JsonValue] = [{"set": pin.change.path, "to": pin.change.value} for pin in self.pins]
        done += [{"put_in_words": change.path, "to": change.value} for change in self.said]
        done += [{"answered": answer.code, "about": answer.words} for answer in self.answers]
        done += [{"dismissed": word} for word in self.dismissed]
        return tuple(done)


_HISTORY = TypeAdapter(tuple[Snapshot, ...])


@dataclass(frozen=True)
class DraftRow:
    """A draft as listed. A `template` is copied when it is used; `wordless` is what a draft without a text holds."""

    id: str
    created: datetime
    updated: datetime
    text: str
    template: bool = False
    wordless: Snapshot | None = None


@dataclass(frozen=True)
class History:
    """Snapshots and the place of the present one among them."""

    snapshots: tuple[Snapshot, ...]
    at: int

    @property
    def now(self) -> Snapshot:
        return self.snapshots[self.at]


class DraftStore:
    """The drafts' file. Use from one thread. Raises sqlite3.Error where the disk refuses."""

    def __init__(self, path: Path | str) -> None:
        self._written: list[tuple[Snapshot, bytes]] = []
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._migrate()

    def _migrate(self) -> None:
        (done,) = self._connection.execute("PRAGMA user_version").fetchone()
        for number, script in enumerate(MIGRATIONS[done:], start=done + 1):
            self._connection.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")

    def save(
        self, draft_id: str, created: datetime, updated: datetime, history: History, cursor: int | None = None
    ) -> None:
        """Writes the draft and marks it as the open one."""
        self._connection.execute("BEGIN")
        self._connection.execute(
            "INSERT INTO draft (id, created, updated, text, history, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) "
            "DO UPDATE SET updated = excluded.updated, text = excluded.text, history = excluded.history, "
            "at = excluded.at, deleted = 0",
            (
                draft_id,
                _stamp(created),
                _stamp(updated),
                history.now.text,
                self._as_json(history.snapshots),
                history.at,
            ),
        )
        self.mark_open(draft_id, cursor)
        self._connection.execute("COMMIT")

    def _as_json(self, snapshots: Sequence[Snapshot]) -> bytes:
        """The history; of a history that has grown by a step only that step is written out anew, since each key of the
        user's waits for it."""
        known = {id(snapshot): json for snapshot, json in self._written}
        self._written = [
            (each, known[id(each)] if id(each) in known else each.model_dump_json().encode()) for each in snapshots
        ]
        return b"[" + b",".join(json for _, json in self._written) + b"]"

    def mark_open(self, draft_id: str, cursor: int | None = None) -> None:
        """Remembers which draft the window shows, and the place of the cursor in its text where that is known."""
        self._connection.execute(
            "INSERT OR REPLACE INTO open_draft (one, id, cursor) VALUES (1, ?, ?)", (draft_id, cursor)
        )

    def open_draft(self) -> tuple[str, int | None] | None:
        """The draft that was open last, if it is still there, and where the cursor was in it."""
        row = self._connection.execute(
            "SELECT draft.id, cursor FROM open_draft JOIN draft ON draft.id = open_draft.id WHERE draft.deleted = 0"
        ).fetchone()
        return row if row is None else (str(row[0]), row[1])

    def load(self, draft_id: str) -> tuple[datetime, History]:
        """When the draft was created, and its history. Raises KeyError for an unknown id."""
        row = self._connection.execute("SELECT created, history, at FROM draft WHERE id = ?", (draft_id,)).fetchone()
        if row is None:
            raise KeyError(draft_id)
        created, history, at = row
        return datetime.fromisoformat(created), History(_HISTORY.validate_json(history), int(at))

    def rows(self) -> Sequence[DraftRow]:
        """All drafts: templates first, then the last changed first."""
        found = self._connection.execute(
            "SELECT id, created, updated, text, template, CASE WHEN trim(text) = '' THEN history END, at FROM draft "
            "WHERE deleted = 0 ORDER BY template DESC, updated DESC, rowid DESC"
        )
        return [
            DraftRow(
                id_,
                datetime.fromisoformat(created),
                datetime.fromisoformat(updated),
                text,
                bool(template),
                None if history is None else _HISTORY.validate_json(history)[at],
            )
            for id_, created, updated, text, template, history, at in found
        ]

    def set_deleted(self, draft_id: str, deleted: bool) -> None:
        """Hides the draft, or brings it back."""
        self._connection.execute("UPDATE draft SET deleted = ? WHERE id = ?", (int(deleted), draft_id))

    def set_template(self, draft_id: str, template: bool) -> None:
        """Makes the draft a template, or an ordinary one again."""
        self._connection.execute("UPDATE draft SET template = ? WHERE id = ?", (int(template), draft_id))

    def close(self) -> None:
        self._connection.close()


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
