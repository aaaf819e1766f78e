"""Keeps the sentence of the open draft saying what its bid is: reworded after edits by hand, or written anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.services.draft_reading import DraftReading
from app.services.draft_state import DraftState
from app.services.errors import UserFacing
from app.services.store import Snapshot
from auction_client.model.bid import Bid
from nlp.draft import Draft


@dataclass(frozen=True)
class Written:
    """A sentence for the draft, already read. `in_place`: it belongs to the step that was made last, so that one step
    back takes back both; `by_rules`: the model has not read it yet."""

    snapshot: Snapshot
    draft: Draft
    in_place: bool
    by_rules: bool


class DraftWords:
    """Asks for sentences; `tell` takes a changed state, `put` a sentence for the bid as it still stands."""

    def __init__(
        self,
        reading: DraftReading,
        state: Callable[[], DraftState],
        tell: Callable[[DraftState], None],
        put: Callable[[Written], None],
    ) -> None:
        self._reading = reading
        self._state = state
        self._tell = tell
        self._put = put
        self._due = False

    def write_anew(self) -> None:
        """Has the whole sentence written. Raises UserFacing where there is no bid; where no words can be found, the
        state says so."""
        bid = self._state().bid
        if bid is None:
            raise UserFacing("nothing_to_write", "There is no bid to write in words yet")
        self._due = False

        def put(draft: Draft, *, by_rules: bool) -> None:
            self._put_for(bid, Written(Snapshot(text=draft.text), draft, in_place=False, by_rules=by_rules))

        self._reading.write(bid, put, lambda error: self._tell(replace(self._state(), writing=False, error=error)))
        self._tell(replace(self._state(), writing=True, error=None))

    def follow_edits(self) -> None:
        """Has the words rewritten that are not true any more since fields were set by hand: once the text has been
        read. Where no words can be found, the bid stays set by hand."""
        state = self._state()
        bid = state.bid
        unread = bool(state.text.strip()) and (state.draft is None or state.provisional)
        self._due = unread and bool(state.snapshot.pins)
        if unread or bid is None or not state.overruled:
            return

        def put(draft: Draft, *, by_rules: bool) -> None:
            snapshot = _said(self._state(), draft.text)
            self._put_for(bid, Written(snapshot, draft, in_place=True, by_rules=by_rules))

        def left_alone(_error: UserFacing) -> None:
            self._tell(replace(self._state(), writing=False))

        self._reading.reword(bid, state.draft, put, left_alone, anew=_nothing_would_be_lost(state))
        self._tell(replace(self._state(), writing=True, error=None))

    def _put_for(self, bid: Bid, written: Written) -> None:
        """Puts the sentence, unless the bid has become another meanwhile: the text was read anew on another day."""
        if self._state().bid == bid:
            self._put(written)
        else:
            self._tell(replace(self._state(), writing=False))

    def text_was_read(self) -> None:
        """Edits made while the text was being read can be put into words now."""
        if self._due:
            self.follow_edits()

    def stop(self) -> None:
        """The draft has moved on: nobody wants the sentence that is being written."""
        self._due = False
        self._reading.stop_writing()


def _nothing_would_be_lost(state: DraftState) -> bool:
    """Whether a sentence written anew would leave out no question and no word that is still to be dealt with."""
    return not state.unused and all(question.code.startswith("missing_") for question in state.questions)


def _said(state: DraftState, text: str) -> Snapshot:
    """What was set by hand is in the words now; what the words had said before stays as it was."""
    snapshot = state.snapshot
    now_said = tuple(pin.change for pin in snapshot.pins if pin.change.path in state.overruled)
    paths = {change.path for change in now_said}
    return snapshot.model_copy(
        update={
            "text": text,
            "source": None,
            "pins": tuple(pin for pin in snapshot.pins if pin.change.path not in paths),
            "said": (*(change for change in snapshot.said if change.path not in paths), *now_said),
        }
    )
