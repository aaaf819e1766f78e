"""The open draft step by step: typing, edits, answers and dismissed words are one history, kept on disk as it grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.services.clock import Clock
from app.services.store import DraftStore, History, Snapshot

HISTORY_LENGTH = 200
TYPING_PAUSE = 1.0
"""Seconds without a key after which further typing is a new step of undo."""


class DraftSteps:
    """The steps of one draft at a time, the present one among them, and the cursor's place. `saved` is called after
    each that was saved."""

    def __init__(self, store: DraftStore, clock: Clock, draft_id: str, saved: Callable[[], None]) -> None:
        self._store = store
        self._clock = clock
        self._saved = saved
        self.begin(draft_id, History((Snapshot(),), 0))

    def begin(self, draft_id: str, history: History) -> None:
        """Goes over to a new draft; it is saved with its first step."""
        self._go_over(draft_id, self._clock.now(), history, None, on_disk=False)

    def open(self, draft_id: str, cursor: int | None = None) -> None:
        """Goes over to a draft that was saved. Raises KeyError for an unknown id."""
        created, history = self._store.load(draft_id)
        self._go_over(draft_id, created, history, cursor, on_disk=True)
        self._store.mark_open(draft_id, cursor)

    def _go_over(
        self, draft_id: str, created: datetime, history: History, cursor: int | None, *, on_disk: bool
    ) -> None:
        self.id = draft_id
        self._created = created
        self._history = history
        self._typed_at: datetime | None = None
        self._cursor = cursor
        self._on_disk = on_disk

    @property
    def now(self) -> Snapshot:
        """The present step."""
        return self._history.now

    @property
    def can_undo(self) -> bool:
        return self._history.at > 0

    @property
    def can_redo(self) -> bool:
        return self._history.at < len(self._history.snapshots) - 1

    @property
    def cursor(self) -> int | None:
        """How many characters stand before the cursor; None where that is not known."""
        return self._cursor

    def type(self, text: str) -> None:
        """The text was typed or pasted. Keys in quick succession are one step."""
        at, before = self._clock.now(), self.now
        pause = self._typed_at is None or (at - self._typed_at).total_seconds() > TYPING_PAUSE
        merge = not pause and abs(len(text) - len(before.text)) == 1 and not text[-1:].isspace()
        source = before.source if not text.strip() else None
        self._add(before.model_copy(update={"text": text, "source": source}), merge=merge)
        self._typed_at = at

    def add(self, snapshot: Snapshot) -> None:
        """A step that is no typing."""
        self._typed_at = None
        self._add(snapshot)

    def replace(self, snapshot: Snapshot) -> None:
        """The present step becomes another; those before and behind it stay."""
        snapshots = self._history.snapshots
        at = self._history.at
        self._history = History((*snapshots[:at], snapshot, *snapshots[at + 1 :]), at)
        self.save()

    def _add(self, snapshot: Snapshot, *, merge: bool = False) -> None:
        past = self._history.snapshots[: self._history.at + 1]
        if merge and len(past) > 1:
            past = past[:-1]
        snapshots = (*past, snapshot)[-HISTORY_LENGTH:]
        self._history = History(snapshots, len(snapshots) - 1)
        self.save()

    def go(self, by: int) -> bool:
        """Goes so many steps on, or back; False where there are none."""
        at = self._history.at + by
        if not 0 <= at < len(self._history.snapshots):
            return False
        self._history = History(self._history.snapshots, at)
        self._typed_at = None
        self.save()
        return True

    def keep_cursor(self, place: int) -> None:
        """The cursor has moved: a window that is killed opens again with it in its place."""
        if place != self._cursor:
            self._cursor = place
            if self._on_disk:
                self._store.mark_open(self.id, place)

    def save(self) -> None:
        self._store.save(self.id, self._created, self._clock.now(), self._history, self._cursor)
        self._on_disk = True
        self._saved()
