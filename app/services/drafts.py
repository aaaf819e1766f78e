"""The draft service: the only writer of drafts.

Typing, edits on the cards, answers, dismissed words and sentences written anew are one history. Where the model cannot
read, the reading by rules stands, and the state says so. A reading is asked for after each change of the text; what the
user has set by hand stays set (see `pins`).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from app.services.clock import Clock
from app.services.draft_state import DraftState, shown, words_of
from app.services.edits import with_changes
from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import CancelToken, Dispatcher, Executor, Job, Later, LatestWins, Listeners
from app.services.pins import is_arrangement, pins_for
from app.services.ports import Reader
from app.services.store import Answer, DraftRow, DraftStore, History, Snapshot
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from nlp.draft import Draft, FieldChange, Question, TextSpan
from nlp.preferences import NO_PREFERENCES, Preferences
from nlp.writing import CannotWrite

HISTORY_LENGTH = 200
TYPING_PAUSE = 1.0
"""Seconds without a key after which further typing is a new step of undo."""
QUICK_DELAY = 0.05
FULL_DELAY = 0.3
"""Seconds of quiet before the text is read by rules, and by the model."""


class DraftService:
    """Holds the open draft. All methods are for the dispatcher's thread."""

    def __init__(
        self,
        *,
        store: DraftStore,
        quick_reader: Later[Reader],
        reader: Later[Reader],
        quick_executor: Executor,
        executor: Executor,
        dispatcher: Dispatcher,
        clock: Clock,
        catalogue: Catalogue,
        language: Callable[[], str],
        preferences: Callable[[], Preferences] = lambda: NO_PREFERENCES,
        new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    ) -> None:
        self._store = store
        self._quick_reader = quick_reader
        self._reader = reader
        self._clock = clock
        self._catalogue = catalogue
        self._language = language
        self._preferences = preferences
        self._new_id = new_id
        self._quick = LatestWins(quick_executor, dispatcher)
        self._full = LatestWins(executor, dispatcher)
        self._writing = LatestWins(executor, dispatcher)
        self._listeners = Listeners()
        self._list_listeners = Listeners()
        self._typed_at: datetime | None = None
        self._read_quickly: Draft | None = None
        self._created = clock.now()
        self._history = History((Snapshot(),), 0)
        self._state = DraftState(new_id(), Snapshot(), "empty")

    @property
    def state(self) -> DraftState:
        return self._state

    def on_change(self, listener: Job) -> Job:
        """Calls the listener at each new state; returns the function that stops it."""
        return self._listeners.add(listener)

    def on_list_change(self, listener: Job) -> Job:
        """Calls the listener when drafts come, go or change."""
        return self._list_listeners.add(listener)

    # -- the history -------------------------------------------------------------------------------------------------

    def edit(self, text: str) -> None:
        """The text was typed or pasted. Keys in quick succession are one step of undo."""
        now = self._clock.now()
        before = self._history.now
        if text == before.text:
            return
        source = before.source if not text.strip() else None
        pause = self._typed_at is None or (now - self._typed_at).total_seconds() > TYPING_PAUSE
        merge = not pause and abs(len(text) - len(before.text)) == 1 and not text[-1:].isspace()
        self._typed_at = now
        self._record(before.model_copy(update={"text": text, "source": source}), merge=merge)
        self._read()

    def change(self, changes: Sequence[FieldChange]) -> None:
        """Edits made on the cards, together. Raises UserFacing where the result is no bid; nothing changes then."""
        self._pin(changes, self._now)

    def answer(self, question: Question, choice_index: int) -> None:
        """The user chose one of the question's answers."""
        choice = question.choices[choice_index]
        now = self._now
        answered = Answer(code=question.code, words=words_of(question, now.text))
        self._pin(choice.changes, now.model_copy(update={"answers": (*now.answers, answered)}))

    def dismiss(self, span: TextSpan) -> None:
        """The user said that this unused word is no part of the bid."""
        word = self._history.now.text[span[0] : span[1]].casefold()
        now = self._history.now
        self._record(now.model_copy(update={"dismissed": (*now.dismissed, word)}))
        self._show(self._state.draft, provisional=self._state.provisional)

    def unpin(self, path: str) -> None:
        """The field goes back to what the text says."""
        now = self._now
        pins = tuple(pin for pin in now.pins if pin.change.path != path)
        if pins != now.pins:
            self._record(now.model_copy(update={"pins": pins}))
            self._show(self._state.draft, provisional=self._state.provisional)

    def unpin_all(self) -> None:
        """The whole bid goes back to what the text says."""
        if self._now.pins:
            self._record(self._now.model_copy(update={"pins": ()}))
            self._show(self._state.draft, provisional=self._state.provisional)

    @property
    def _now(self) -> Snapshot:
        """What the user has made so far, with the pins where they are shown."""
        shown_now = self._state.snapshot
        return shown_now if shown_now.text == self._history.now.text else self._history.now

    def undo(self) -> None:
        """One step back, whatever it was."""
        self._step(-1)

    def redo(self) -> None:
        self._step(+1)

    def _step(self, by: int) -> None:
        at = self._history.at + by
        if not 0 <= at < len(self._history.snapshots):
            return
        before = self._history.now
        self._history = History(self._history.snapshots, at)
        self._typed_at = None
        self._save()
        if self._history.now.text != before.text:
            self._read()
        else:
            self._show(self._state.draft, provisional=self._state.provisional)

    def _pin(self, changes: Sequence[FieldChange], snapshot: Snapshot) -> None:
        bid = self._state.bid
        if changes:
            if bid is None:
                raise UserFacing("nothing_to_edit", "There is no bid to edit yet")
            try:
                edited = with_changes(bid, changes)
            except KeyError as error:
                raise UserFacing("edit_refused", f"The bid has no field {error.args[0]}") from None
            if any(is_arrangement(pin.change) for pin in snapshot.pins) and {"good_until"} != {c.path for c in changes}:
                # paths of a tree arranged by hand mean nothing in the tree that is read: the tree is kept whole
                changes = [FieldChange(path="root", value=edited.model_dump(mode="json")["root"])]
            paths = {change.path for change in changes}
            kept = tuple(pin for pin in snapshot.pins if not _lies_under(pin.change.path, paths))
            new = pins_for(self._read_bid(snapshot), changes)
            snapshot = snapshot.model_copy(update={"pins": kept + new})
        self._typed_at = None
        self._record(snapshot)
        self._show(self._state.draft, provisional=self._state.provisional)

    def _record(self, snapshot: Snapshot, *, merge: bool = False) -> None:
        past = self._history.snapshots[: self._history.at + 1]
        if merge and len(past) > 1:
            past = past[:-1]
        snapshots = (*past, snapshot)[-HISTORY_LENGTH:]
        self._history = History(snapshots, len(snapshots) - 1)
        self._save()

    def _save(self) -> None:
        self._store.save(self._state.id, self._created, self._clock.now(), self._history)
        self._list_listeners.tell()

    # -- reading -----------------------------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Reads the text anew: the language or the day has changed, or reading failed."""
        self._read(delay=0.0)

    def _read(self, *, delay: float = FULL_DELAY) -> None:
        snapshot = self._history.now
        if not snapshot.text.strip():
            self._stop_reading()
            self._show(None, provisional=False)
            return
        stale = self._state.draft if self._state.draft is not None and self._state.draft.text == snapshot.text else None
        self._set(replace(self._frame(), phase="reading", draft=stale, error=None))
        text, now, zone = snapshot.text, self._clock.now(), self._clock.zone
        language, own = self._language(), self._preferences()

        def work(reader: Later[Reader]) -> Callable[[CancelToken], Draft]:
            return lambda _: reader.get().read(text, now=now, zone=zone, language=language, preferences=own)

        self._read_quickly = None

        def quickly(draft: Draft) -> None:
            self._read_quickly = draft
            if self._state.draft is None or self._state.provisional or self._state.draft.text != draft.text:
                self._show(draft, provisional=True)

        def fully(draft: Draft) -> None:
            self._quick.cancel()
            self._show(draft, provisional=False)

        self._quick.request(work(self._quick_reader), quickly, lambda _error: None, delay=min(delay, QUICK_DELAY))
        self._full.request(work(self._reader), fully, self._reading_failed, delay=delay)

    def write_anew(self) -> None:
        """Puts a sentence into the draft that reads back as exactly the bid as it stands; a step of the history. Raises
        UserFacing where there is no bid; where no words can be found, the state says so."""
        bid = self._state.bid
        if bid is None:
            raise UserFacing("nothing_to_write", "There is no bid to write in words yet")
        now, zone, language, own = self._clock.now(), self._clock.zone, self._language(), self._preferences()

        def work(reader: Later[Reader]) -> Callable[[CancelToken], Draft]:
            return lambda _: reader.get().write(bid, now=now, zone=zone, language=language, preferences=own)

        def written(draft: Draft) -> None:
            if self._state.bid != bid:
                self._set(replace(self._state, writing=False))
                return
            self._stop_reading()
            self._typed_at = None
            self._record(Snapshot(text=draft.text))
            self._state = replace(self._state, writing=False)
            self._show(draft, provisional=False)

        def by_rules(draft: Draft) -> None:
            written(draft)
            self._read(delay=0.0)

        def failed(error: Exception) -> None:
            told = UserFacing(
                "no_words",
                "No sentence would read back as exactly this bid",
                fix="The bid stands as it is, and can be reviewed as it is.",
            )
            if not isinstance(error, CannotWrite):
                told = as_user_facing(error, "writing_failed", "The sentence could not be written")
            self._set(replace(self._state, writing=False, error=told))

        def without_model(error: Exception) -> None:
            if isinstance(error, CannotWrite):
                failed(error)
            else:
                self._writing.request(work(self._quick_reader), by_rules, failed)

        self._set(replace(self._state, writing=True, error=None))
        self._writing.request(work(self._reader), written, without_model)

    def _stop_reading(self) -> None:
        self._quick.cancel()
        self._full.cancel()

    def _reading_failed(self, error: Exception) -> None:
        told = as_user_facing(error, "reading_failed", "The request could not be read")
        if self._read_quickly is not None:
            by_rules = UserFacing(
                "by_rules", "The language model could not be used; the rules alone have read this", str(told)
            )
            self._show(self._read_quickly, provisional=False)
            self._set(replace(self._state, error=by_rules))
            return
        self._set(replace(self._frame(), phase="failed", draft=self._state.draft, error=told))

    def _read_bid(self, snapshot: Snapshot) -> Bid | None:
        if self._state.draft is not None and snapshot.text.strip():
            return self._state.draft.bid
        return snapshot.source

    def _show(self, draft: Draft | None, *, provisional: bool) -> None:
        snapshot = self._history.now
        if snapshot.text.strip() and draft is None:
            return
        now = self._clock.now()
        found = shown(snapshot, draft, provisional=provisional, catalogue=self._catalogue, now=now)
        self._set(replace(self._frame(), **vars(found), draft=draft, provisional=provisional, error=None))

    def _frame(self) -> DraftState:
        return replace(
            self._state,
            snapshot=self._history.now,
            can_undo=self._history.at > 0,
            can_redo=self._history.at < len(self._history.snapshots) - 1,
        )

    def _set(self, state: DraftState) -> None:
        self._state = state
        self._listeners.tell()

    # -- the drafts --------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Opens the draft that was open when the app ended."""
        draft_id = self._store.open_id()
        if draft_id is not None:
            self.open(draft_id)

    def new(self, text: str = "", source: Bid | None = None) -> None:
        """Starts another draft: empty, with words, or from a bid."""
        self._begin(self._new_id(), self._clock.now(), History((Snapshot(text=text, source=source),), 0))
        if text or source:
            self._save()
        self._read(delay=0.0)

    def open(self, draft_id: str) -> None:
        """Opens a saved draft with its whole history. Raises KeyError for an unknown id."""
        created, history = self._store.load(draft_id)
        self._begin(draft_id, created, history)
        self._store.mark_open(draft_id)
        self._read(delay=0.0)

    def _begin(self, draft_id: str, created: datetime, history: History) -> None:
        self._stop_reading()
        self._writing.cancel()
        self._created = created
        self._history = history
        self._typed_at = None
        self._state = DraftState(draft_id, history.now, "empty")

    def duplicate(self, draft_id: str) -> None:
        """Opens a copy of a draft."""
        history = self._history if draft_id == self._state.id else self._store.load(draft_id)[1]
        self._begin(self._new_id(), self._clock.now(), History((history.now,), 0))
        self._save()
        self._read(delay=0.0)

    def delete(self, draft_id: str) -> None:
        """Hides a draft; `undelete` brings it back. The open one makes way for an empty one."""
        self._store.set_deleted(draft_id, True)
        if draft_id == self._state.id:
            self.new()
        self._list_listeners.tell()

    def undelete(self, draft_id: str) -> None:
        self._store.set_deleted(draft_id, False)
        self._list_listeners.tell()

    def set_template(self, draft_id: str, template: bool) -> None:
        """A template stands first in the list and is copied when it is used; its words are then read as of that day."""
        self._store.set_template(draft_id, template)
        self._list_listeners.tell()

    def rows(self, search: str = "") -> Sequence[DraftRow]:
        """The saved drafts: templates first, then the last changed first."""
        return self._store.rows(search)

    def close(self) -> None:
        """Stops reading and closes the file; everything is saved already."""
        self._stop_reading()
        self._writing.cancel()
        self._store.close()


def _lies_under(path: str, paths: set[str]) -> bool:
    """Whether a path is one of these or a field inside one of them."""
    return any(path == above or path.startswith((f"{above}.", f"{above}[")) for above in paths)
