"""What the window shows of the open draft, worked out from what the user has made of it and from its reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.services.edits import is_answered
from app.services.errors import UserFacing
from app.services.pins import merge
from app.services.store import Snapshot
from app.services.unused import unused_words
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from auction_client.model.errors import Problem
from auction_client.model.submission import problems_of
from nlp.draft import Draft, Question, TextSpan

DraftPhase = Literal["empty", "reading", "asks", "ready", "failed"]


@dataclass(frozen=True)
class DraftState:
    """What the window shows. `provisional`: the rules have read the text, the model has not yet. `released`: paths of
    edits that no longer hold, because the text has overruled them. `overruled`: paths where the bid was set by hand
    and is not what the sentence says. `writing`: a sentence for the bid is being written; `reworded`: it has been, for
    what was set by hand last."""

    id: str
    snapshot: Snapshot
    phase: DraftPhase
    draft: Draft | None = None
    bid: Bid | None = None
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    unused: tuple[TextSpan, ...] = ()
    released: tuple[str, ...] = ()
    overruled: tuple[str, ...] = ()
    provisional: bool = False
    writing: bool = False
    reworded: bool = False
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


@dataclass(frozen=True)
class Shown:
    """What a reading comes to together with all that the user has done."""

    snapshot: Snapshot
    phase: DraftPhase
    bid: Bid | None
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]
    unused: tuple[TextSpan, ...]
    released: tuple[str, ...]
    overruled: tuple[str, ...]


def shown(snapshot: Snapshot, draft: Draft | None, *, provisional: bool, catalogue: Catalogue, now: datetime) -> Shown:
    """The bid with what was set by hand, and what is still in its way."""
    merged = merge(draft.bid if draft is not None else snapshot.source, snapshot.pins)
    snapshot = snapshot.model_copy(update={"pins": merged.pins})
    bid = merged.bid
    pinned = frozenset(pin.change.path for pin in merged.pins)
    answers = frozenset((answer.code, answer.words) for answer in snapshot.answers)
    questions = tuple(
        question
        for question in (draft.questions if draft else ())
        if not is_answered(question, words_of(question, snapshot.text), bid, pinned, answers)
    )
    unused = unused_words(draft, snapshot.dismissed) if draft else ()
    problems = tuple(problems_of(bid, catalogue, now)) if bid is not None else ()
    phase: DraftPhase
    if bid is None and not questions:
        phase = "empty"
    elif provisional:
        phase = "reading"
    else:
        phase = "asks" if questions or problems or unused or bid is None else "ready"
    return Shown(snapshot, phase, bid, questions, problems, unused, merged.released, merged.overruled)


def words_of(question: Question, text: str) -> str:
    """The words that a question is about."""
    return "" if question.span is None else text[question.span[0] : question.span[1]]
