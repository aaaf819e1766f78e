"""What the composer shows and does, without a widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal

from app.services.arranging import Place, Step, moved, step_of
from app.services.draft_state import DraftState
from app.services.errors import UserFacing
from app.services.estimates import EstimateState
from app.services.presets import KnownPrices, known_prices
from app.services.proceeds import least_proceeds, only_sells
from app.services.scaling import scaled_changes
from app.services.schedule import Schedule, schedule_of
from app.services.shaping import with_alternative, without_node
from app.services.views import MarketView
from app.services.workbench import Workbench
from app.ui.compose.defaults import OwnDefaults
from app.ui.compose.reviewing import Reviewing
from auction_client.model.bid import Bid, Lot, lots_of
from auction_client.model.fields import money_text
from auction_client.model.totals import worst_case_total
from nlp.draft import FieldChange, FieldSpan, Question

FRESH = timedelta(minutes=5)


@dataclass(frozen=True)
class Footer:
    """The line above the buttons: how much is at stake and what is still in the way, most urgent first. `total`: the
    most that can be paid; where `offers`, the least that a fill brings. USD."""

    total: Decimal | None
    offers: bool
    questions: int
    unused: int
    problems: int
    reading: bool
    can_review: bool


class ComposeViewModel(QObject):
    """Ties drafts and estimates together: each new bid of the draft is estimated."""

    draft_changed = Signal()
    estimate_changed = Signal()
    coloured = Signal()
    """Better colours of the same text are there."""
    failed = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.defaults = OwnDefaults(bench, self)
        self.reviewing = Reviewing(bench)
        self._read_with = self.defaults.preferences
        self._stop = (
            bench.drafts.on_change(self._draft_moved),
            bench.estimates.on_change(self.estimate_changed.emit),
            bench.market.on_change(self.estimate_changed.emit),
            bench.settings.on_change(self._settings_moved),
            bench.colours.on_change(self.coloured.emit),
        )

    def close(self) -> None:
        """Listens no more."""
        for stop in self._stop:
            stop()

    @property
    def draft(self) -> DraftState:
        return self._bench.drafts.state

    @property
    def estimate(self) -> EstimateState:
        return self._bench.estimates.state

    @property
    def market(self) -> MarketView | None:
        return self._bench.market.state.market

    @property
    def schedule(self) -> Schedule:
        """The bid's windows against the auction calendar, with the hours of an estimate that is of this bid."""
        bid = self.draft.bid
        estimate = self.estimate.estimate if self.estimate.bid == bid else None
        return schedule_of(bid, self.market, estimate, self._bench.clock.now())

    def _settings_moved(self) -> None:
        own = self.defaults.preferences
        if own != self._read_with:
            self._read_with = own
            self._bench.drafts.read_again()

    def _draft_moved(self) -> None:
        state = self.draft
        if state.phase != "reading" or state.bid is None:
            complete = state.bid is not None and not state.problems
            self._bench.estimates.show(state.bid if complete else None)
        self.draft_changed.emit()

    def colour(self, text: str) -> tuple[FieldSpan, ...]:
        """The recognised words, as far as they can be told at once."""
        draft = self.draft.draft
        if draft is not None and draft.text == text:
            return self._bench.colours.known(text, draft.spans)
        return self._bench.colours.of(text)

    @property
    def cursor(self) -> int | None:
        """Where the cursor was when the draft was last shown; None where that is not known."""
        return self._bench.drafts.cursor

    def keep_cursor(self, place: int) -> None:
        self._bench.drafts.keep_cursor(place)

    def edit(self, text: str) -> None:
        self._bench.drafts.edit(text)

    def change(self, changes: Sequence[FieldChange]) -> bool:
        """Makes edits of the bid; False, and a signal, where they do not fit it."""
        return self._try(lambda: self._bench.drafts.change(changes))

    def answer(self, question: Question, choice_index: int) -> bool:
        return self._try(lambda: self._bench.drafts.answer(question, choice_index))

    def dismiss(self, span: tuple[int, int]) -> None:
        self._bench.drafts.dismiss(span)

    def unpin(self, path: str) -> None:
        self._bench.drafts.unpin(path)

    def undo(self) -> None:
        self._bench.drafts.undo()

    def redo(self) -> None:
        self._bench.drafts.redo()

    def read_now(self) -> None:
        self._bench.drafts.read_again()

    def take_fix(self, index: int) -> bool:
        """Makes the change that the estimate proposes."""
        estimate = self.estimate.estimate
        if estimate is None:
            return False
        fix = estimate.fixes[index]
        if fix.lot is None:
            return self.change([FieldChange(path=f"{fix.path}.budget", value=str(fix.budget))])
        bid = self.draft.bid
        lot = dict(lots_of(bid.root)).get(fix.path) if bid is not None else None
        if lot is None:
            return False
        before, after = lot.model_dump(mode="json"), fix.lot.model_dump(mode="json")
        changes = [
            FieldChange(path=f"{fix.path}.{name}", value=value)
            for name, value in after.items()
            if before[name] != value
        ]
        return self.change(changes)

    def add_alternative(self, path: str) -> bool:
        """One more item in the group at the path; a lone lot becomes one of two."""
        return self._reshape(lambda bid: with_alternative(bid, path))

    def remove(self, path: str) -> bool:
        """Takes an item out of its group."""
        return self._reshape(lambda bid: without_node(bid, path))

    def move(self, path: str, place: Place) -> str | None:
        """Puts an item into another place; its new path, None where it cannot go there."""
        bid = self.draft.bid
        if bid is None:
            return None
        try:
            after, there = moved(bid, path, place)
        except (KeyError, ValidationError):
            return None
        change = FieldChange(path="root", value=after.model_dump(mode="json")["root"])
        return there if self.change([change]) else None

    def step(self, path: str, step: Step) -> str | None:
        """Moves an item one step; its new path, None where it cannot go that way."""
        bid = self.draft.bid
        place = step_of(bid, path, step) if bid is not None else None
        return self.move(path, place) if place is not None else None

    def write_anew(self) -> bool:
        """Asks for a sentence that says the bid as it stands."""
        return self._try(self._bench.drafts.write_anew)

    def say_bid(self) -> None:
        """Asks for the sentence of a bid that came without one: a resale, a file, an order drafted again."""
        if self.draft.bid is not None and not self.draft.text.strip():
            self.write_anew()

    def follow_sentence(self) -> None:
        """The bid becomes what the sentence says; what was set by hand goes."""
        self._bench.drafts.unpin_all()

    def take_limit(self, price: Decimal) -> bool:
        """Sets a step of the ladder as the limit of every lot that has one; False where there is none."""
        bid = self.draft.bid
        if bid is None:
            return False
        priced = [path for path, lot in lots_of(bid.root) if lot.limit is not None]
        return bool(priced) and self.change(
            [FieldChange(path=f"{path}.limit", value=money_text(price)) for path in priced]
        )

    def known_prices(self, lot: Lot) -> KnownPrices:
        """Prices for what the lot asks, to begin with."""
        bench = self._bench
        return known_prices(lot, bench.ports.catalogue, self.market, bench.orders.state.orders)

    def take_scale(self, factor: float) -> bool:
        """Multiplies every limit and budget; False where there is none."""
        changes = scaled_changes(self.draft.bid, factor) if self.draft.bid is not None else ()
        return bool(changes) and self.change(changes)

    def _reshape(self, reshaped: Callable[[Bid], Bid]) -> bool:
        bid = self.draft.bid
        if bid is None:
            return False
        return self.change([FieldChange(path="root", value=reshaped(bid).model_dump(mode="json")["root"])])

    @property
    def footer(self) -> Footer:
        state = self.draft
        offers = state.bid is not None and only_sells(state.bid)
        of = least_proceeds if offers else worst_case_total
        return Footer(
            total=of(state.bid.root) if state.bid is not None else None,
            offers=offers,
            questions=len(state.questions),
            unused=len(state.unused),
            problems=len(state.problems),
            reading=state.phase == "reading" or state.writing,
            can_review=state.phase == "ready" and not state.writing,
        )

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except UserFacing as error:
            self.failed.emit(error)
            return False
        return True
