"""What the exchange decides about bids: accept or refuse, cancel, stop. Every function is a job of the writer.

A decision is made once per (account, client id) and stored; every later copy of the same bytes gets the stored answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_UP, Decimal
from typing import Protocol

from auction_client.exchange.ids import made_at
from auction_client.exchange.problems import FieldFault, ProblemCode, problem
from auction_client.exchange.protocol import (
    BidStatus,
    CancelOutcome,
    CancelReceipt,
    KillReceipt,
    KillRequest,
    SubmitRequest,
)
from auction_client.exchange.wire import write_message
from auction_client.model.bid import Bid, lots_of
from auction_client.model.parse import bid_bytes
from auction_client.model.totals import worst_case_total
from auction_client.practice.records import record_of
from auction_client.practice.store.schema import micros, money
from auction_client.practice.store.session import AccountState, BidRow, Session

ID_RETENTION_DAYS = 3650


@dataclass(frozen=True)
class Answer:
    """Status and body of an answer, and the code of its problem if it is one."""

    status: int
    body: bytes
    problem: ProblemCode | None = None


@dataclass(frozen=True)
class Refusal:
    """Why a bid is not taken: a definite problem, with words and faults."""

    code: ProblemCode
    detail: str
    faults: tuple[FieldFault, ...] = ()


@dataclass(frozen=True)
class Submission:
    """One submission as it came: `request` is None where its body could not be read, and `refusal` tells what is wrong
    with it whatever the state of the account; `digest` is the SHA-256 of `body`."""

    account: str
    client_id: str
    digest: str
    body: bytes
    request: SubmitRequest | None
    refusal: Refusal | None


class Floor(Protocol):
    """What entry must know of the running auctions."""

    def now(self) -> datetime:
        """The exchange's time."""
        ...

    def open_auction(self) -> str:
        """The auction that a bid enters now."""
        ...

    def may_withdraw(self, auction: str | None) -> bool:
        """Whether a bid of this auction can be taken back at once."""
        ...

    def admit(self, session: Session, state: AccountState, bid: Bid, total: int, replaces: str | None) -> Bid | Refusal:
        """The bid as it enters the book, or what the account's limits and holdings say against it. `total`: what it
        can cost at worst."""
        ...


def submit(session: Session, floor: Floor, submission: Submission) -> Answer:
    """Accepts or refuses a bid, or repeats what was answered before."""
    now = floor.now()
    known = session.bid(submission.account, submission.client_id)
    if known is not None and known.digest is not None:
        if known.digest == submission.digest:
            return _stored_answer(known)
        return _refused_now(ProblemCode.ID_REUSED, now, submission, "the id stands for other bytes")
    state = session.account(submission.account)
    if known is not None:
        refusal: Refusal | None = Refusal(ProblemCode.CANCELLED_BEFORE_ARRIVAL, "a cancel of this id came first")
    else:
        refusal = submission.refusal or _refusal(floor, state, submission, now)
    request = submission.request
    if refusal is None and request is not None:
        total = money(_rounded_up(worst_case_total(request.bid.root) or Decimal(0)))
        admitted = floor.admit(session, state, request.bid, total, request.replaces)
        if isinstance(admitted, Bid):
            return _accept(session, floor, state, submission, admitted, total, now)
        refusal = admitted
    assert refusal is not None
    return _refuse(session, known, submission, refusal, now)


def _refusal(floor: Floor, state: AccountState, submission: Submission, now: datetime) -> Refusal | None:
    request = submission.request
    assert request is not None
    if now > request.not_after:
        return Refusal(ProblemCode.TOO_LATE, f"it had to arrive by {request.not_after.isoformat()}")
    if now - made_at(submission.client_id) > timedelta(days=ID_RETENTION_DAYS):
        return Refusal(ProblemCode.ID_TOO_OLD, f"ids are remembered for {ID_RETENTION_DAYS} days")
    if state.stopped:
        return Refusal(ProblemCode.STOPPED, "the stop switch of the account is on; re-arm it to trade again")
    if request.replaces is not None:
        old = state.open.get(request.replaces)
        if old is None or old.cancel_requested:
            return Refusal(ProblemCode.REPLACED_NOT_OPEN, f"{request.replaces} is not open")
        if not floor.may_withdraw(old.auction):
            return Refusal(ProblemCode.REPLACED_NOT_OPEN, f"{request.replaces} cannot be withdrawn before the result")
    return None


def _accept(
    session: Session,
    floor: Floor,
    state: AccountState,
    submission: Submission,
    admitted: Bid,
    total: int,
    now: datetime,
) -> Answer:
    request = submission.request
    assert request is not None
    lapses = lapse_of(request.bid, now)
    row = BidRow(
        number=session.next_number(),
        account=submission.account,
        client_id=submission.client_id,
        digest=submission.digest,
        status=BidStatus.OPEN.value,
        received_at=micros(now),
        changed_at=micros(now),
        body=submission.body,
        covered=None if admitted is request.bid else bid_bytes(admitted),
        auction=floor.open_auction(),
        total=total,
        lapses_at=None if lapses is None else micros(lapses),
    )
    if request.replaces is not None:
        _withdraw(session, floor, state.open[request.replaces], now)
    row.sequence = state.last_sequence + 1
    row.receipt = _receipt(row, request, now)
    session.add_bid(row)
    session.bid_event(row, now)
    return Answer(200, row.receipt)


def _rounded_up(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.000001"), rounding=ROUND_UP)


def _receipt(row: BidRow, request: SubmitRequest, now: datetime) -> bytes:
    # The spelling of wire.write_message for a Receipt, written directly: this is the exchange's busiest path.
    receipt = {
        "account": row.account,
        "auction": row.auction,
        "audit_head": request.audit_head,
        "client_id": row.client_id,
        "digest": row.digest,
        "received_at": now.isoformat(),
        "sequence": row.sequence,
        "version": 1,
    }
    return json.dumps(receipt, separators=(",", ":")).encode()


def _refuse(session: Session, known: BidRow | None, submission: Submission, refusal: Refusal, now: datetime) -> Answer:
    answer = _refused_now(refusal.code, now, submission, refusal.detail, refusal.faults)
    row = known or BidRow(
        number=session.next_number(),
        account=submission.account,
        client_id=submission.client_id,
        digest=submission.digest,
        status=BidStatus.REFUSED.value,
        received_at=micros(now),
        changed_at=micros(now),
    )
    row.digest = submission.digest
    row.status = BidStatus.REFUSED.value
    row.refusal = answer.body
    row.changed_at = micros(now)
    row.sequence = session.account(row.account).last_sequence + 1
    if known is None:
        session.add_bid(row)
    else:
        session.bid_changed(row)
    session.bid_event(row, now)
    return answer


def _refused_now(
    code: ProblemCode, now: datetime, submission: Submission, detail: str, faults: tuple[FieldFault, ...] = ()
) -> Answer:
    details = problem(code, now, detail, client_id=submission.client_id, digest=submission.digest, faults=faults[:256])
    return Answer(details.status, write_message(details), code)


def _stored_answer(row: BidRow) -> Answer:
    if row.receipt is not None:
        return Answer(200, row.receipt)
    assert row.refusal is not None
    stored = json.loads(row.refusal)
    return Answer(stored["status"], row.refusal, ProblemCode(stored["code"]))


def cancel(session: Session, floor: Floor, account: str, client_id: str) -> CancelReceipt:
    """Takes a bid back, now or after the running auction; an unknown id is dead from now on."""
    now = floor.now()
    row = session.bid(account, client_id)
    if row is None:
        row = BidRow(
            number=session.next_number(),
            account=account,
            client_id=client_id,
            digest=None,
            status=BidStatus.CANCELLED.value,
            received_at=micros(now),
            changed_at=micros(now),
            cancel_requested=True,
        )
        session.add_bid(row)
        session.bid_event(row, now)
        outcome = CancelOutcome.TOMBSTONE
    elif row.status == BidStatus.OPEN:
        outcome = _withdraw(session, floor, row, now)
    elif row.digest is None:
        outcome = CancelOutcome.TOMBSTONE
    else:
        outcome = CancelOutcome.CANCELLED if row.status == BidStatus.CANCELLED else CancelOutcome.ALREADY_FINAL
    return CancelReceipt(client_id=client_id, account=account, outcome=outcome, record=record_of(row), server_time=now)


def _withdraw(session: Session, floor: Floor, row: BidRow, now: datetime) -> CancelOutcome:
    if floor.may_withdraw(row.auction):
        row.status = BidStatus.CANCELLED.value
        outcome = CancelOutcome.CANCELLED
    elif row.cancel_requested:
        return CancelOutcome.AFTER_AUCTION
    else:
        outcome = CancelOutcome.AFTER_AUCTION
    row.cancel_requested = True
    row.changed_at = micros(now)
    session.bid_changed(row)
    session.bid_event(row, now)
    return outcome


def kill(session: Session, floor: Floor, account: str, request: KillRequest) -> KillReceipt:
    """Sets the stop switch, if the request is newer than the last one obeyed, and cancels all open bids on a stop."""
    now = floor.now()
    state = session.account(account)
    if request.number > state.kill_number:
        state.kill_number = request.number
        state.stopped = request.stop
        if request.stop:
            open_rows = list(state.open.values())
            state.kill_cancelled = json.dumps([row.client_id for row in open_rows][:10_000])
            for row in open_rows:
                _withdraw(session, floor, row, now)
        switch = {"number": state.kill_number, "stopped": state.stopped}
        session.other_event(account, now, "kill", json.dumps(switch).encode())
        session.touch(state)
    return KillReceipt(
        account=account,
        number=state.kill_number,
        stopped=state.stopped,
        cancelled=tuple(json.loads(state.kill_cancelled)),
        server_time=now,
    )


def lapse_of(bid: Bid, now: datetime) -> datetime | None:
    """When an unfilled bid lapses: at `good_until`, or when its last delivery window opens (for a window that is open
    already: at the last start that still fits into it). None: a bid of tokens alone stands until it is cancelled."""
    if bid.good_until is not None:
        return bid.good_until
    ends = []
    for _, lot in lots_of(bid.root):
        if lot.delivery is not None:
            opened = lot.delivery.start <= now
            ends.append(lot.delivery.end - timedelta(hours=lot.delivery.hours or 1) if opened else lot.delivery.start)
    return max(ends, default=None)
