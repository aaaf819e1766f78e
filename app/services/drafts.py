"""The draft service: the only writer of drafts.

Typing, edits on the cards, answers and dismissed words are one history. Where the model cannot read, the reading by
rules stands, and the state says so. A reading is asked for after each change of the
text; what the user has set by hand stays set as long as the text says the same there (see `store.Pin`).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from pydantic import JsonValue

from app.services.clock import Clock
from app.services.edits import is_answered, shape_of, value_at, with_changes
from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import CancelToken, Dispatcher, Executor, Job, Later, LatestWins, Listeners
from app.services.ports import Reader
from app.services.store import Answer, DraftRow, DraftStore, History, Pin, Snapshot
from app.services.unused import unused_words
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from auction_client.model.errors import Problem
from auction_client.model.submission import problems_of
from nlp.draft import Draft, FieldChange, Question, TextSpan

DraftPhase = Literal["empty", "reading", "asks", "ready", "failed"]

HISTORY_LENGTH = 200
TYPING_PAUSE = 1.0
"""Seconds without a key after which further typing is a new step of undo."""
QUICK_DELAY = 0.05
FULL_DELAY = 0.3
"""Seconds of quiet before the text is read by rules, and by the model."""


@dataclass(frozen=True)
class DraftState:
    """What the window shows. `provisional`: the rules have read the text, the model has not yet. `released` are paths
    of edits that the text has overruled since."""

    id: str
    snapshot: Snapshot
    phase: DraftPhase
    draft: Draft | None = None
    bid: Bid | None = None
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    unused: tuple[TextSpan, ...] = ()
    released: tuple[str, ...] = ()
    provisional: bool = False
    can_undo: bool = False
    can_redo: bool = False
    error: UserFacing | None = None

    @property
    def text(self) -> str:
        return self.snapshot.text

    @property
    def pinned(self) -> frozenset[str]:
        """Paths of the fields set by hand."""
        return frozenset(pin.change.path for pin in self.snapshot.pins)


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
        new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    ) -> None:
        self._store = store
        self._quick_reader = quick_reader
        self._reader = reader
        self._clock = clock
        self._catalogue = catalogue
        self._language = language
        self._new_id = new_id
        self._quick = LatestWins(quick_executor, dispatcher)
        self._full = LatestWins(executor, dispatcher)
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
        self._pin(changes, self._history.now)

    def answer(self, question: Question, choice_index: int) -> None:
        """The user chose one of the question's answers."""
        choice = question.choices[choice_index]
        answered = Answer(code=question.code, words=self._words(question))
        now = self._history.now
        self._pin(choice.changes, now.model_copy(update={"answers": (*now.answers, answered)}))

    def dismiss(self, span: TextSpan) -> None:
        """The user said that this unused word is no part of the bid."""
        word = self._history.now.text[span[0] : span[1]].casefold()
        now = self._history.now
        self._record(now.model_copy(update={"dismissed": (*now.dismissed, word)}))
        self._show(self._state.draft, provisional=self._state.provisional)

    def unpin(self, path: str) -> None:
        """The field goes back to what the text says."""
        now = self._history.now
        pins = tuple(pin for pin in now.pins if pin.change.path != path)
        if pins != now.pins:
            self._record(now.model_copy(update={"pins": pins}))
            self._show(self._state.draft, provisional=self._state.provisional)

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
                with_changes(bid, changes)
            except KeyError as error:
                raise UserFacing("edit_refused", f"The bid has no field {error.args[0]}") from None
            read = self._read_bid(snapshot)
            shape = shape_of(read) if read is not None else ""
            paths = {change.path for change in changes}
            kept = tuple(pin for pin in snapshot.pins if pin.change.path not in paths)
            new = tuple(Pin(change=change, shape=shape, was=_value_or_none(read, change.path)) for change in changes)
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
            self._quick.cancel()
            self._full.cancel()
            self._show(None, provisional=False)
            return
        stale = self._state.draft if self._state.draft is not None and self._state.draft.text == snapshot.text else None
        self._set(replace(self._frame(), phase="reading", draft=stale, error=None))
        text, now, zone, language = snapshot.text, self._clock.now(), self._clock.zone, self._language()

        def work(reader: Later[Reader]) -> Callable[[CancelToken], Draft]:
            return lambda _cancel: reader.get().read(text, now=now, zone=zone, language=language)

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
        read = draft.bid if draft is not None else snapshot.source
        bid, released = _with_pins(read, snapshot.pins)
        if released:
            kept = tuple(pin for pin in snapshot.pins if pin.change.path not in released)
            snapshot = snapshot.model_copy(update={"pins": kept})
        pinned = frozenset(pin.change.path for pin in snapshot.pins)
        answers = frozenset((answer.code, answer.words) for answer in snapshot.answers)
        questions = tuple(
            question
            for question in (draft.questions if draft else ())
            if not is_answered(question, self._words(question), bid, pinned, answers)
        )
        unused = unused_words(draft, snapshot.dismissed) if draft else ()
        problems = problems_of(bid, self._catalogue, self._clock.now()) if bid is not None else ()
        phase: DraftPhase
        if bid is None and not questions:
            phase = "empty"
        elif provisional:
            phase = "reading"
        else:
            phase = "asks" if questions or problems or unused or bid is None else "ready"
        self._set(
            replace(
                self._frame(),
                snapshot=snapshot,
                phase=phase,
                draft=draft,
                bid=bid,
                questions=questions,
                problems=tuple(problems),
                unused=unused,
                released=tuple(released),
                provisional=provisional,
                error=None,
            )
        )

    def _words(self, question: Question) -> str:
        if question.span is None:
            return ""
        return self._history.now.text[question.span[0] : question.span[1]]

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
        self._quick.cancel()
        self._full.cancel()
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

    def rows(self, search: str = "") -> Sequence[DraftRow]:
        """The saved drafts, the last changed first."""
        return self._store.rows(search)

    def close(self) -> None:
        """Stops reading and closes the file; everything is saved already."""
        self._quick.cancel()
        self._full.cancel()
        self._store.close()


def _value_or_none(bid: Bid | None, path: str) -> JsonValue:
    if bid is None:
        return None
    try:
        return value_at(bid, path)
    except KeyError:
        return None


def _with_pins(read: Bid | None, pins: tuple[Pin, ...]) -> tuple[Bid | None, list[str]]:
    """The read bid with the pins that still fit, and the paths of those that do not: another tree now stands there, or
    the text has come to say something else."""
    if read is None:
        return None, []
    shape = shape_of(read)
    fitting = [pin for pin in pins if pin.shape == shape and _value_or_none(read, pin.change.path) == pin.was]
    released = [pin.change.path for pin in pins if pin not in fitting]
    if not fitting:
        return read, released
    try:
        return with_changes(read, [pin.change for pin in fitting]), released
    except (UserFacing, KeyError):
        return read, [pin.change.path for pin in pins]
