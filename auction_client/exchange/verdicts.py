"""What an authentic answer proves about one bid. Pure: messages in, verdicts out.

Only answers whose signature has been verified against the request come here; all else is `Unclear`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from auction_client.exchange.problems import ProblemCode, ProblemDetails, is_consistent
from auction_client.exchange.protocol import BidRecord, BidStatus, CancelOutcome, CancelReceipt, KillReceipt, Receipt


class Ask(StrEnum):
    """The requests that the submit core makes."""

    SUBMIT = "submit"
    LOOKUP = "lookup"
    CANCEL = "cancel"
    KILL = "kill"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A receipt for the bytes with this digest."""

    digest: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A recorded refusal of the bytes with this digest."""

    digest: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reused:
    """The id belongs to other bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """The exchange's record of the id."""

    status: BidStatus
    digest: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """The id was unknown to the exchange at `server_time` (milliseconds)."""

    server_time: int


@dataclass(frozen=True, slots=True)
class CancelHeard:
    """The cancel is recorded; the bid's record after it."""

    outcome: CancelOutcome
    found: Found


@dataclass(frozen=True, slots=True)
class Switched:
    """The exchange's stop switch."""

    number: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing is proven. `retry_after`: seconds the exchange asked to wait, 0 = not said."""

    reason: str = ""
    retry_after: int = 0


Verdict = Accepted | Refused | Reused | Found | Absent | CancelHeard | Switched | Unclear
Answer = Receipt | BidRecord | CancelReceipt | KillReceipt | ProblemDetails


def milliseconds(at: datetime) -> int:
    """Unix time in whole milliseconds, rounded down."""
    return int(at.timestamp() * 1000)


def verdict_of(ask: Ask, client_id: str, account: str, status: int, answer: Answer) -> Verdict:
    """What an authentic answer to `ask` about `client_id` proves. Answers of the wrong kind, about another id or
    account, or at odds with themselves prove nothing."""
    if isinstance(answer, ProblemDetails):
        return _of_problem(ask, client_id, status, answer)
    if status != 200 or answer.account != account:
        return Unclear("the answer is about another account or has an unexpected status")
    if ask is Ask.KILL:
        if isinstance(answer, KillReceipt):
            return Switched(answer.number, answer.stopped)
        return Unclear("an answer of the wrong kind")
    if isinstance(answer, KillReceipt) or answer.client_id != client_id:
        return Unclear("the answer is about another bid")
    if ask is Ask.SUBMIT and isinstance(answer, Receipt):
        return Accepted(answer.digest)
    if ask is Ask.LOOKUP and isinstance(answer, BidRecord):
        return found_of(answer, client_id, account)
    if ask is Ask.CANCEL and isinstance(answer, CancelReceipt):
        found = found_of(answer.record, client_id, account)
        return CancelHeard(answer.outcome, found) if isinstance(found, Found) else found
    return Unclear("an answer of the wrong kind")


def found_of(record: BidRecord, client_id: str, account: str) -> Found | Unclear:
    """What a record proves, after checking that its parts agree with each other."""
    if record.client_id != client_id or record.account != account:
        return Unclear("the record is about another bid or account")
    receipt, refusal = record.receipt, record.refusal
    if record.status is BidStatus.REFUSED:
        agrees = receipt is None and refusal is not None and _recorded(refusal, client_id, record.digest)
    elif record.digest is None:
        agrees = receipt is None and refusal is None and record.status is BidStatus.CANCELLED
    else:
        agrees = refusal is None and receipt is not None
        if receipt is not None:
            agrees &= (receipt.client_id, receipt.account, receipt.digest) == (client_id, account, record.digest)
    if not agrees:
        return Unclear("the record contradicts itself")
    return Found(record.status, record.digest, refusal.code if refusal else "")


def _of_problem(ask: Ask, client_id: str, status: int, problem: ProblemDetails) -> Verdict:
    if status != problem.status or not is_consistent(problem):
        return Unclear("the problem details contradict themselves")
    if ask is Ask.SUBMIT and problem.definite and _recorded(problem, client_id, problem.digest):
        return Refused(problem.digest or "", problem.code)
    if problem.client_id == client_id:
        if ask is Ask.SUBMIT and problem.code is ProblemCode.ID_REUSED:
            return Reused()
        if ask is Ask.LOOKUP and problem.code is ProblemCode.UNKNOWN_ID:
            return Absent(milliseconds(problem.server_time))
    return Unclear(problem.code, problem.retry_after or 0)


def _recorded(refusal: ProblemDetails, client_id: str, digest: str | None) -> bool:
    return (
        digest is not None
        and refusal.definite
        and is_consistent(refusal)
        and (refusal.client_id, refusal.digest) == (client_id, digest)
    )
