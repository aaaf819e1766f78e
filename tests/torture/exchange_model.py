"""A model of an exchange that keeps the protocol's promises, small enough to be believed by reading it.

It works on typed messages; `tests.exchange.http_exchange` puts it behind HTTP, the simulator calls it directly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from auction_client.exchange.problems import ProblemCode, ProblemDetails, problem
from auction_client.exchange.protocol import (
    BidEvent,
    BidRecord,
    BidStatus,
    CancelOutcome,
    CancelReceipt,
    EventPage,
    KillEvent,
    KillReceipt,
    Receipt,
)


@dataclass
class Held:
    """What the exchange keeps under one client id."""

    record: BidRecord
    effects: int = 0
    """How often the bid entered the book: the promise is at most once."""


@dataclass
class ExchangeModel:
    """One account's side of an exchange. Times are Unix milliseconds, told by the caller."""

    account: str = "acc-1"
    phase_no_cancel: bool = False
    refuse_all: bool = False
    held: dict[str, Held] = field(default_factory=dict)
    events: list[BidEvent | KillEvent] = field(default_factory=list)
    kill_number: int = 0
    stopped: bool = False

    def submit(
        self, client_id: str, digest: str, not_after: int, now: int, audit_head: str | None = None
    ) -> Receipt | ProblemDetails:
        """PUT of a bid."""
        known = self.held.get(client_id)
        if known is not None:
            return self._again(known.record, digest, now)
        code = None
        if now > not_after:
            code = ProblemCode.TOO_LATE
        elif self.stopped:
            code = ProblemCode.STOPPED
        elif self.refuse_all:
            code = ProblemCode.LIMIT_EXCEEDED
        at = instant(now)
        if code is not None:
            refusal = problem(code, at, client_id=client_id, digest=digest)
            record = BidRecord(
                client_id=client_id,
                account=self.account,
                status=BidStatus.REFUSED,
                digest=digest,
                refusal=refusal,
                changed_at=at,
            )
            self._keep(Held(record), now)
            return refusal
        receipt = Receipt(
            client_id=client_id,
            account=self.account,
            digest=digest,
            sequence=len(self.events) + 1,
            received_at=at,
            auction="auction-1",
            audit_head=audit_head,
        )
        record = BidRecord(
            client_id=client_id,
            account=self.account,
            status=BidStatus.OPEN,
            digest=digest,
            receipt=receipt,
            changed_at=at,
        )
        self._keep(Held(record, effects=1), now)
        return receipt

    def lookup(self, client_id: str, now: int) -> BidRecord | ProblemDetails:
        """GET of a bid."""
        known = self.held.get(client_id)
        if known is None:
            return problem(ProblemCode.UNKNOWN_ID, instant(now), client_id=client_id)
        return known.record

    def cancel(self, client_id: str, now: int) -> CancelReceipt:
        """DELETE of a bid."""
        known = self.held.get(client_id)
        if known is None:
            record = BidRecord(
                client_id=client_id,
                account=self.account,
                status=BidStatus.CANCELLED,
                digest=None,
                changed_at=instant(now),
            )
            self._keep(Held(record), now)
            outcome = CancelOutcome.TOMBSTONE
        elif known.record.status is not BidStatus.OPEN:
            outcome = CancelOutcome.TOMBSTONE if known.record.digest is None else CancelOutcome.ALREADY_FINAL
        elif self.phase_no_cancel:
            self._change(known, now, cancel_requested=True)
            outcome = CancelOutcome.AFTER_AUCTION
        else:
            self._change(known, now, status=BidStatus.CANCELLED)
            outcome = CancelOutcome.CANCELLED
        return CancelReceipt(
            client_id=client_id,
            account=self.account,
            outcome=outcome,
            record=self.held[client_id].record,
            server_time=instant(now),
        )

    def kill(self, number: int, now: int, *, stop: bool) -> KillReceipt:
        """PUT of the stop switch."""
        cancelled: list[str] = []
        if number > self.kill_number:
            self.kill_number, self.stopped = number, stop
            at = instant(now)
            self.events.append(KillEvent(sequence=len(self.events) + 1, at=at, number=number, stopped=stop))
            if stop:
                for client_id, known in self.held.items():
                    if known.record.status is BidStatus.OPEN:
                        cancelled.append(client_id)
                        if self.phase_no_cancel:
                            self._change(known, now, cancel_requested=True)
                        else:
                            self._change(known, now, status=BidStatus.CANCELLED)
        return KillReceipt(
            account=self.account,
            number=self.kill_number,
            stopped=self.stopped,
            cancelled=tuple(cancelled),
            server_time=instant(now),
        )

    def auction(self, now: int, winners: set[str], pay: Decimal = Decimal(0)) -> None:
        """Clears: the open bids among `winners` win and pay this, of the others those whose cancel was wanted are
        cancelled."""
        for client_id, known in self.held.items():
            if known.record.status is BidStatus.OPEN:
                if client_id in winners:
                    self._change(known, now, status=BidStatus.WON, pay=pay)
                elif known.record.cancel_requested:
                    self._change(known, now, status=BidStatus.CANCELLED)
        self.phase_no_cancel = False

    def page(self, after: int, limit: int = 200) -> EventPage:
        """GET of events."""
        found = self.events[after : after + limit]
        return EventPage(events=tuple(found), oldest=1, latest=len(self.events))

    def _again(self, record: BidRecord, digest: str, now: int) -> Receipt | ProblemDetails:
        at = instant(now)
        if record.digest is None:  # a tombstone becomes the recorded refusal of the late original
            return problem(ProblemCode.CANCELLED_BEFORE_ARRIVAL, at, client_id=record.client_id, digest=digest)
        if record.digest != digest:
            return problem(ProblemCode.ID_REUSED, at, client_id=record.client_id, digest=digest)
        stored = record.receipt or record.refusal
        if stored is None:
            raise AssertionError("a record has a receipt or a refusal")
        return stored

    def _keep(self, held: Held, now: int) -> None:
        self.held[held.record.client_id] = held
        self._tell(held.record, now)

    def _change(self, held: Held, now: int, **changes: object) -> None:
        held.record = held.record.model_copy(update=changes | {"changed_at": instant(now)})
        self._tell(held.record, now)

    def _tell(self, record: BidRecord, now: int) -> None:
        self.events.append(BidEvent(sequence=len(self.events) + 1, at=instant(now), record=record))


def instant(milliseconds: int) -> datetime:
    """Unix milliseconds as an instant."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
