"""The local estimate: what would happen to one bid in one book, at what price, how likely, and why not.

`Estimator` prepares a book once and then answers for drafts: from the cleared prices in milliseconds, then from a new
clearing with the draft in it, then with the chances over scenarios. `estimate` does it all once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.chances import Chances
from auction_client.clearing.changes import KEEPS_THE_WORK, SAVES, edits_of, replaced
from auction_client.clearing.dearer import dearer, with_root
from auction_client.clearing.engine import clear, is_small
from auction_client.clearing.estimates import Basis, Change, Estimate
from auction_client.clearing.market import ClearedMarket, Draft, prepare
from auction_client.clearing.outcome import Outcome
from auction_client.clearing.quoting import Quoter
from auction_client.clearing.scenarios import SCENARIOS, scenarios
from auction_client.model.bid import Bid, lots_of

DRAFT_ID = "draft"
_LEAST_SAVING = Decimal("0.005")
_MOST_CHANGES = 9
_CHECK_SECONDS = 2.0  # for a change, where the answer is waited for
_LEAST_SCENARIOS = 6  # however late it is: a chance from fewer says little, and without one the answer says less


def estimate(
    bid: Bid,
    book: Book,
    *,
    as_of: datetime | None = None,
    history: Sequence[BookBid] = (),
    scenarios: int = SCENARIOS,
    seed: int = 0,
    time_limit: float | None = 10.0,
    update: Callable[[Estimate], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> Estimate:
    """Everything the book says about one bid.

    Raises pydantic.ValidationError if the bid cannot be cleared yet (a lot without quantity, product, window or
    price). as_of: when the book was taken, kept in the basis. history: earlier bids, from which the scenarios draw.
    update: told the first answer from prices, and each better one. cancel: once true, what is known so far is given.
    time_limit: seconds, after which fewer scenarios are used, six at the least; None: no clock decides anything.
    """
    estimator = Estimator(book, as_of=as_of, history=history, scenarios=scenarios, seed=seed)
    last: Estimate | None = None
    for last in estimator.answers(bid, time_limit=time_limit, cancel=cancel):
        if update is not None:
            update(last)
    assert last is not None, "the first answer is always given"
    return last


class Estimator:
    """One book, prepared for many drafts. Not to be shared between threads."""

    def __init__(
        self,
        book: Book,
        *,
        as_of: datetime | None = None,
        history: Sequence[BookBid] = (),
        scenarios: int = SCENARIOS,
        arrivals: int | None = None,
        seed: int = 0,
    ) -> None:
        """arrivals: how many bids are still to come before the gate (None: two fifths of those known)."""
        self._book = book
        self._arrivals = arrivals
        self._as_of = as_of
        self._history = tuple(history)
        self._count = scenarios
        self._seed = seed
        self._market: ClearedMarket | None = None
        self._scenarios: list[ClearedMarket] = []
        self._coming: Iterator[ClearedMarket] | None = None

    def answers(
        self, bid: Bid, *, time_limit: float | None = None, cancel: Callable[[], bool] | None = None
    ) -> Iterator[Estimate]:
        """The estimate from prices; the same after clearing with the bid; with changes that would win or save; with
        chances from break-evens; with chances from clearing around it. Each replaces the one before. Ends early when
        cancelled. Raises pydantic.ValidationError as `estimate` does."""
        draft = BookBid(id=_free_id(self._book), account="draft", root=bid.root)
        begun = time.monotonic()

        def stopped() -> bool:
            return cancel is not None and cancel()

        def late() -> bool:
            return stopped() or (time_limit is not None and time.monotonic() - begun > time_limit)

        found = self.from_prices(draft)
        yield found
        if stopped():
            return
        found = self.cleared(draft, found, time_limit, stopped)
        yield found
        if stopped():
            return
        found = self.with_changes(draft, found, None if time_limit is None else _CHECK_SECONDS, stopped)
        yield found
        if stopped():
            return
        self.prepare_scenarios(lambda: stopped() or (len(self._scenarios) >= _LEAST_SCENARIOS and late()))
        chances = self.chances(draft)
        if chances is None:
            return
        lot = next((lot for _, lot in lots_of(draft.root) if lot.limit is not None), None)
        yield chances.added_to(found, lot)
        if chances.clear_near(late):
            yield chances.added_to(found, lot)

    # -- the steps

    @property
    def market(self) -> ClearedMarket:
        """The book without the draft, cleared at the first call."""
        if self._market is None:
            self._market = prepare(self._book, seed=self._seed)
        return self._market

    def from_prices(self, draft: BookBid) -> Estimate:
        """The draft set against the cleared book: milliseconds once the book is prepared."""
        quoter = Quoter(self.market, draft)
        found = Draft(self._book, draft).against(self.market).insert()
        return quoter.estimate(fills=found is not None and found.fills, basis=self._basis("prices"))

    def cleared(
        self, draft: BookBid, first: Estimate, time_limit: float | None, stopped: Callable[[], bool]
    ) -> Estimate:
        """The answer after clearing with the draft: a small book as a whole, else the draft's neighbourhood."""
        quoter = Quoter(self.market, draft)
        if self._small:
            outcome = clear(self._with(draft), time_limit=time_limit, seed=self._seed, cancel=stopped)
            found = self._of_outcome(quoter, outcome, draft)
        else:
            around = self.market.around(Draft(self._book, draft), stopped)
            if around is None:
                return first
            found = quoter.estimate(fills=around.fills, basis=self._basis("neighbourhood"), around=around.placed)
        return found

    @cached_property
    def _small(self) -> bool:
        return is_small(self._book)

    def _with(self, draft: BookBid) -> Book:
        return self._book.with_bids((*self._book.bids, draft))

    def _checked(
        self, draft: BookBid, payment: Decimal, seconds: float | None, stopped: Callable[[], bool]
    ) -> Decimal | None:
        """What a changed draft pays when it is cleared as the draft itself was; None if it does not fill then. In a
        large book the payment at the cleared prices stands."""
        if self._small:
            outcome = clear(self._with(draft), time_limit=seconds, seed=self._seed, cancel=stopped)
            fill = outcome.fill_of(draft.id)
            return None if fill is None else fill.pay
        return payment if self.market.with_draft(Draft(self._book, draft), stopped) else None

    def prepare_scenarios(self, stopped: Callable[[], bool]) -> int:
        """Clears scenarios until all are there or it is stopped; returns how many there are."""
        if self._coming is None:
            self._coming = scenarios(self._book, self._history, self._count, self._seed, self._arrivals)
        while len(self._scenarios) < self._count and not stopped():
            self._scenarios.append(next(self._coming))
        return len(self._scenarios)

    def chances(self, draft: BookBid) -> Chances | None:
        """How the draft fares in the scenarios that are there; None while there are none."""
        if not self._scenarios:
            return None
        shape = Draft(self._book, draft)
        return Chances(shape, self._scenarios, sells=shape.against(self.market).sells)

    # -- parts

    def _basis(self, method: str, gap: float | None = None) -> Basis:
        return Basis(
            book_start=self._book.start,
            book_bids=len(self._book.bids),
            gap=round(self.market.gap if gap is None else gap, 6),
            scenarios=0,
            method=method,
            as_of=self._as_of,
        )

    def _of_outcome(self, quoter: Quoter, outcome: Outcome, draft: BookBid) -> Estimate:
        return quoter.estimate(
            fills=outcome.fill_of(draft.id) is not None, basis=self._basis("cleared", outcome.gap), outcome=outcome
        )

    def with_changes(
        self, draft: BookBid, found: Estimate, seconds: float | None, stopped: Callable[[], bool]
    ) -> Estimate:
        """Adds the single changes that win (or save), each cleared with once more, in so many seconds, before it is
        proposed."""
        changes: dict[tuple[str, str], Change] = {}
        for change in self._tried(draft, found, stopped):
            # The smallest step of each kind; of other GPUs, which have no order, the cheapest.
            known = changes.setdefault((change.kind, change.path), change)
            if change.kind == "gpu" and change.payment < known.payment:
                changes[change.kind, change.path] = change

        def checked(changed: BookBid, payment: Decimal) -> Decimal | None:
            return None if stopped() else self._checked(changed, payment, seconds, stopped)

        def sure(most: int) -> Iterator[Change]:
            for change in list(changes.values())[: 2 * _MOST_CHANGES]:
                if most <= 0:
                    return
                assert change.lot is not None
                payment = checked(with_root(draft, replaced(draft.root, change.path, change.lot)), change.payment)
                if payment is None or not _saves(payment, found.payment):
                    continue
                most -= 1
                difference = None if found.payment is None else payment - found.payment
                yield change.model_copy(update={"payment": payment, "difference": difference})

        if found.fills:
            changes = {(c.kind, c.path): c for c in sorted(changes.values(), key=_saving)}
            return found.model_copy(update={"savings": tuple(sure(_MOST_CHANGES))})
        wanted = list(dearer(self.market, draft, checked))[:_MOST_CHANGES]
        changes = {(c.kind, c.path): c for c in sorted(changes.values(), key=_effort)}
        return found.model_copy(update={"changes": (*wanted, *sure(_MOST_CHANGES - len(wanted)))})

    def _tried(self, draft: BookBid, found: Estimate, stopped: Callable[[], bool]) -> Iterator[Change]:
        for edit in edits_of(draft.root, self._book):
            if stopped():
                return
            if found.fills and edit.kind not in SAVES:
                continue
            placed = Draft(self._book, with_root(draft, edit.root)).against(self.market).insert()
            if placed is None or not placed.fills:
                continue
            payment = self.market.layout.money(round(placed.pay))
            difference = None if found.payment is None else payment - found.payment
            if not _saves(payment, found.payment):
                continue
            yield Change(
                kind=edit.kind, path=edit.path, before=edit.before, after=edit.after, message=edit.message,
                payment=payment, difference=difference, lot=edit.lot,
            )  # fmt: skip


def _saves(payment: Decimal, now: Decimal | None) -> bool:
    """Whether it is worth telling: half a percent less to pay, or more to receive. Always, where nothing fills now."""
    return now is None or payment <= now - abs(now) * _LEAST_SAVING


def _saving(change: Change) -> tuple[Decimal, str, str]:
    return change.difference or Decimal(0), change.kind, change.path


def _effort(change: Change) -> tuple[int, Decimal, str]:
    """Changes that keep the work come before those that give up some of it; then the cheapest."""
    return (0 if change.kind in KEEPS_THE_WORK else 1), change.payment, change.path


def _free_id(book: Book) -> str:
    taken = {bid.id for bid in book.bids}
    name = DRAFT_ID
    while name in taken:
        name += "'"
    return name
