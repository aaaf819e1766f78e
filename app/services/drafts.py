"""The draft service: the only writer of drafts.

Typing, edits on the cards, answers, dismissed words and sentences written anew are one history. Where the model cannot
read, the reading by rules stands, and the state says so. A reading is asked for after each change of the text. What the
user has set by hand is put into the words (see `draft_words`); where no words say it, it stays set (see `pins`).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.services.clock import Clock
from app.services.draft_reading import FULL_DELAY, DraftReading, Setting
from app.services.draft_state import DraftState, shown, words_of
from app.services.draft_steps import DraftSteps
from app.services.draft_words import DraftWords, Written
from app.services.errors import UserFacing
from app.services.jobs import Dispatcher, Executor, Job, Later, Listeners
from app.services.pins import set_by_hand
from app.services.ports import Reader
from app.services.store import Answer, DraftRow, DraftStore, History, Snapshot
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from nlp.draft import Draft, FieldChange, Question, TextSpan
from nlp.linking.preferences import NO_PREFERENCES, Preferences


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
        self._clock = clock
        self._catalogue = catalogue
        self._new_id = new_id
        self._reading = DraftReading(
            quick_reader=quick_reader,
            reader=reader,
            quick_executor=quick_executor,
            executor=executor,
            dispatcher=dispatcher,
            setting=lambda: Setting(clock.now(), clock.zone, language(), preferences()),
        )
        self._words = DraftWords(self._reading, lambda: self._state, self._set, self._put_words)
        self._listeners = Listeners()
        self._list_listeners = Listeners()
        self._steps = DraftSteps(store, clock, new_id(), self._list_listeners.tell)
        self._state = DraftState(self._steps.id, Snapshot(), "empty")

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
        if text != self._steps.now.text:
            self._move_on()
            self._steps.type(text)
            self._read()

    def keep_cursor(self, place: int) -> None:
        """The cursor stands behind so many characters of the text."""
        self._steps.keep_cursor(place)

    @property
    def cursor(self) -> int | None:
        """Where the cursor was last, None where that is not known."""
        return self._steps.cursor

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
        now = self._steps.now
        word = now.text[span[0] : span[1]].casefold()
        self._add(now.model_copy(update={"dismissed": (*now.dismissed, word)}))

    def unpin(self, path: str) -> None:
        """The field goes back to what the text says."""
        now = self._now
        pins = tuple(pin for pin in now.pins if pin.change.path != path)
        if pins != now.pins:
            self._add(now.model_copy(update={"pins": pins}))

    def unpin_all(self) -> None:
        """The whole bid goes back to what the text says."""
        if self._now.pins:
            self._add(self._now.model_copy(update={"pins": ()}))

    @property
    def _now(self) -> Snapshot:
        """What the user has made so far, with the pins where they are shown."""
        shown_now = self._state.snapshot
        return shown_now if shown_now.text == self._steps.now.text else self._steps.now

    def undo(self) -> None:
        """One step back, whatever it was."""
        self._step(-1)

    def redo(self) -> None:
        self._step(+1)

    def _step(self, by: int) -> None:
        before = self._steps.now
        if not self._steps.go(by):
            return
        self._move_on()
        if self._steps.now.text != before.text:
            self._read()
        else:
            self._show_again()
        self._words.follow_edits()

    def _pin(self, changes: Sequence[FieldChange], snapshot: Snapshot) -> None:
        if changes:
            snapshot = set_by_hand(snapshot, changes, self._state.bid, self._read_bid(snapshot))
        self._add(snapshot)
        self._words.follow_edits()

    def _add(self, snapshot: Snapshot) -> None:
        self._move_on()
        self._steps.add(snapshot)
        self._show_again()

    def _move_on(self) -> None:
        """Another step is made or gone to: a sentence for the one before is not wanted any more."""
        self._words.stop()
        self._state = replace(self._state, writing=False, reworded=False)

    # -- reading -----------------------------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Reads the text anew: the language or the day has changed, or reading failed."""
        self._read(delay=0.0)

    def _read(self, *, delay: float = FULL_DELAY) -> None:
        snapshot = self._steps.now
        if not snapshot.text.strip():
            self._reading.stop()
            self._show(None, provisional=False)
            return
        stale = self._state.draft if self._state.draft is not None and self._state.draft.text == snapshot.text else None
        self._set(replace(self._frame(), phase="reading", draft=stale, error=None))

        def quickly(draft: Draft) -> None:
            if self._state.draft is None or self._state.provisional or self._state.draft.text != draft.text:
                self._show(draft, provisional=True)

        def fully(draft: Draft) -> None:
            self._show(draft, provisional=False)
            self._words.text_was_read()

        self._reading.read(snapshot.text, quickly, fully, self._reading_failed, delay=delay)

    def write_anew(self) -> None:
        """Puts a sentence into the draft that reads back as exactly the bid as it stands; a step of the history. Raises
        UserFacing where there is no bid; where no words can be found, the state says so."""
        self._words.write_anew()

    def _put_words(self, written: Written) -> None:
        self._reading.stop()
        (self._steps.replace if written.in_place else self._steps.add)(written.snapshot)
        self._state = replace(self._state, writing=False, reworded=written.in_place)
        self._show(written.draft, provisional=False)
        if written.by_rules:
            self._read(delay=0.0)

    def _reading_failed(self, error: UserFacing, read_by_rules: Draft | None) -> None:
        if read_by_rules is not None:
            by_rules = UserFacing(
                "by_rules", "The language model could not be used; the rules alone have read this", str(error)
            )
            self._show(read_by_rules, provisional=False)
            self._set(replace(self._state, error=by_rules))
            self._words.text_was_read()
            return
        self._set(replace(self._frame(), phase="failed", draft=self._state.draft, error=error))

    def _read_bid(self, snapshot: Snapshot) -> Bid | None:
        if self._state.draft is not None and snapshot.text.strip():
            return self._state.draft.bid
        return snapshot.source

    def _show(self, draft: Draft | None, *, provisional: bool) -> None:
        snapshot = self._steps.now
        if snapshot.text.strip() and draft is None:
            return
        now = self._clock.now()
        found = shown(snapshot, draft, provisional=provisional, catalogue=self._catalogue, now=now)
        self._set(replace(self._frame(), **vars(found), draft=draft, provisional=provisional, error=None))

    def _show_again(self) -> None:
        """The reading stands; what the user has made of it is another."""
        self._show(self._state.draft, provisional=self._state.provisional)

    def _frame(self) -> DraftState:
        return replace(
            self._state,
            snapshot=self._steps.now,
            can_undo=self._steps.can_undo,
            can_redo=self._steps.can_redo,
        )

    def _set(self, state: DraftState) -> None:
        self._state = state
        self._listeners.tell()

    # -- the drafts --------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Opens the draft that was open when the app ended, with the cursor where it was."""
        opened = self._store.open_draft()
        if opened is not None:
            self.open(*opened)

    def new(self, text: str = "", source: Bid | None = None) -> None:
        """Starts another draft: empty, with words, or from a bid."""
        self._begin(History((Snapshot(text=text, source=source),), 0))
        if text or source:
            self._steps.save()
        self._read(delay=0.0)

    def open(self, draft_id: str, cursor: int | None = None) -> None:
        """Opens a saved draft with its whole history. Raises KeyError for an unknown id."""
        self._steps.open(draft_id, cursor)
        self._reading.stop_all()
        self._state = DraftState(draft_id, self._steps.now, "empty")
        self._read(delay=0.0)

    def _begin(self, history: History) -> None:
        self._reading.stop_all()
        self._steps.begin(self._new_id(), history)
        self._state = DraftState(self._steps.id, history.now, "empty")

    def duplicate(self, draft_id: str) -> None:
        """Opens a copy of a draft."""
        now = self._steps.now if draft_id == self._state.id else self._store.load(draft_id)[1].now
        self._begin(History((now,), 0))
        self._steps.save()
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

    def rows(self) -> Sequence[DraftRow]:
        """The saved drafts: templates first, then the last changed first."""
        return self._store.rows()

    def close(self) -> None:
        """Stops reading and closes the file; everything is saved already."""
        self._reading.stop_all()
        self._store.close()
