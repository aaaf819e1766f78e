"""What an authentic answer proves, and all the ways in which it proves nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from auction_client.exchange.problems import KINDS, TYPE_PREFIX, ProblemCode, ProblemDetails, is_consistent, problem
from auction_client.exchange.protocol import (
    BidRecord,
    BidStatus,
    CancelOutcome,
    CancelReceipt,
    KillReceipt,
    Receipt,
)
from auction_client.exchange.verdicts import (
    Absent,
    Accepted,
    Ask,
    CancelHeard,
    Found,
    Refused,
    Reused,
    Switched,
    Unclear,
    found_of,
    milliseconds,
    verdict_of,
)
from tests.torture.exchange_model import instant

CID = "0192f000-0000-7000-8000-000000000001"
OTHER = "0192f000-0000-7000-8000-000000000002"
DIGEST, AT = "d" * 64, instant(1_790_000_000_123)
ACCOUNT = "acc-1"
RECEIPT = Receipt(client_id=CID, account=ACCOUNT, digest=DIGEST, sequence=1, received_at=AT, auction="a")
REFUSAL = problem(ProblemCode.LIMIT_EXCEEDED, AT, client_id=CID, digest=DIGEST)
OPEN = BidRecord(client_id=CID, account=ACCOUNT, status=BidStatus.OPEN, digest=DIGEST, receipt=RECEIPT, changed_at=AT)
REFUSED = OPEN.model_copy(update={"status": BidStatus.REFUSED, "receipt": None, "refusal": REFUSAL})
TOMBSTONE = BidRecord(client_id=CID, account=ACCOUNT, status=BidStatus.CANCELLED, digest=None, changed_at=AT)
CANCEL = CancelReceipt(client_id=CID, account=ACCOUNT, outcome=CancelOutcome.AFTER_AUCTION, record=OPEN, server_time=AT)
KILL = KillReceipt(account=ACCOUNT, number=4, stopped=True, server_time=AT)


def verdict(ask: Ask, answer: Any, status: int = 200, cid: str = CID, account: str = ACCOUNT) -> object:
    return verdict_of(ask, cid, account, status, answer)


def unclear(found: object) -> bool:
    return isinstance(found, Unclear)


def test_each_answer_proves_its_own_thing() -> None:
    assert verdict(Ask.SUBMIT, RECEIPT) == Accepted(DIGEST)
    assert verdict(Ask.LOOKUP, OPEN) == Found(BidStatus.OPEN, DIGEST, "")
    assert verdict(Ask.LOOKUP, REFUSED) == Found(BidStatus.REFUSED, DIGEST, "limit-exceeded")
    assert verdict(Ask.LOOKUP, TOMBSTONE) == Found(BidStatus.CANCELLED, None, "")
    assert verdict(Ask.CANCEL, CANCEL) == CancelHeard(CancelOutcome.AFTER_AUCTION, Found(BidStatus.OPEN, DIGEST, ""))
    assert verdict(Ask.KILL, KILL, cid="") == Switched(4, True)


@pytest.mark.parametrize("ask", list(Ask))
@pytest.mark.parametrize("answer", [RECEIPT, OPEN, CANCEL, KILL])
def test_an_answer_of_the_wrong_kind_proves_nothing(ask: Ask, answer: Any) -> None:
    right = {Ask.SUBMIT: RECEIPT, Ask.LOOKUP: OPEN, Ask.CANCEL: CANCEL, Ask.KILL: KILL}
    cid = "" if ask is Ask.KILL else CID
    assert unclear(verdict(ask, answer, cid=cid)) is (answer is not right[ask])


@pytest.mark.parametrize(("ask", "answer"), [(Ask.SUBMIT, RECEIPT), (Ask.LOOKUP, OPEN), (Ask.CANCEL, CANCEL)])
def test_an_answer_about_something_else_proves_nothing(ask: Ask, answer: Any) -> None:
    assert unclear(verdict(ask, answer, cid=OTHER))
    assert unclear(verdict(ask, answer, account="acc-2"))
    assert unclear(verdict(ask, answer, status=201))


def test_a_switch_of_another_account_proves_nothing() -> None:
    assert unclear(verdict(Ask.KILL, KILL, account="acc-2"))
    assert unclear(verdict(Ask.KILL, KILL, status=202))


DEFINITE = [code for code in ProblemCode if KINDS[code].definite]
INDEFINITE = [code for code in ProblemCode if not KINDS[code].definite]


@pytest.mark.parametrize("code", DEFINITE)
def test_a_recorded_refusal_ends_a_submission_and_nothing_else(code: ProblemCode) -> None:
    refusal = problem(code, AT, client_id=CID, digest=DIGEST)
    assert verdict(Ask.SUBMIT, refusal, refusal.status) == Refused(DIGEST, code)
    for ask in (Ask.LOOKUP, Ask.CANCEL, Ask.KILL):
        assert unclear(verdict(ask, refusal, refusal.status))


@pytest.mark.parametrize(
    "code", [code for code in INDEFINITE if code not in (ProblemCode.ID_REUSED, ProblemCode.UNKNOWN_ID)]
)
@pytest.mark.parametrize("ask", list(Ask))
def test_an_indefinite_problem_proves_nothing(code: ProblemCode, ask: Ask) -> None:
    found = problem(code, AT, client_id=CID, digest=DIGEST, retry_after=7)
    assert verdict(ask, found, found.status) == Unclear(code, 7)


def test_a_reused_id_and_an_unknown_id_are_about_the_id_asked_for() -> None:
    reused = problem(ProblemCode.ID_REUSED, AT, client_id=CID, digest=DIGEST)
    unknown = problem(ProblemCode.UNKNOWN_ID, AT, client_id=CID)
    assert verdict(Ask.SUBMIT, reused, 422) == Reused()
    assert verdict(Ask.LOOKUP, unknown, 404) == Absent(1_790_000_000_123)
    for ask, answer in ((Ask.SUBMIT, unknown), (Ask.LOOKUP, reused), (Ask.CANCEL, unknown), (Ask.KILL, unknown)):
        assert verdict(ask, answer, answer.status) == Unclear(answer.code, 0)
    assert unclear(verdict(Ask.SUBMIT, reused, 422, cid=OTHER))
    assert unclear(verdict(Ask.LOOKUP, unknown, 404, cid=OTHER))


@pytest.mark.parametrize(
    "changes",
    [
        {"status": 410},
        {"definite": False},
        {"type": TYPE_PREFIX + "too-late"},
        {"client_id": OTHER},
        {"client_id": None},
        {"digest": None},
    ],
)
def test_a_refusal_that_contradicts_itself_proves_nothing(changes: dict[str, Any]) -> None:
    assert unclear(verdict(Ask.SUBMIT, REFUSAL.model_copy(update=changes), 403))


def test_a_refusal_under_another_status_line_proves_nothing() -> None:
    assert unclear(verdict(Ask.SUBMIT, REFUSAL, 200))
    assert unclear(verdict(Ask.SUBMIT, REFUSAL, 400))


@pytest.mark.parametrize(
    "record",
    [
        OPEN.model_copy(update={"receipt": None}),
        OPEN.model_copy(update={"refusal": REFUSAL}),
        OPEN.model_copy(update={"receipt": RECEIPT.model_copy(update={"digest": "e" * 64})}),
        OPEN.model_copy(update={"receipt": RECEIPT.model_copy(update={"client_id": OTHER})}),
        OPEN.model_copy(update={"receipt": RECEIPT.model_copy(update={"account": "acc-2"})}),
        OPEN.model_copy(update={"digest": None}),
        OPEN.model_copy(update={"status": BidStatus.REFUSED}),
        REFUSED.model_copy(update={"receipt": RECEIPT}),
        REFUSED.model_copy(update={"refusal": None}),
        REFUSED.model_copy(update={"digest": "e" * 64}),
        REFUSED.model_copy(update={"refusal": problem(ProblemCode.BUSY, AT, client_id=CID, digest=DIGEST)}),
        REFUSED.model_copy(update={"refusal": REFUSAL.model_copy(update={"status": 410})}),
        TOMBSTONE.model_copy(update={"status": BidStatus.WON}),
        TOMBSTONE.model_copy(update={"receipt": RECEIPT}),
        TOMBSTONE.model_copy(update={"refusal": REFUSAL}),
        OPEN.model_copy(update={"client_id": OTHER}),
        OPEN.model_copy(update={"account": "acc-2"}),
    ],
)
def test_a_record_that_contradicts_itself_proves_nothing(record: BidRecord) -> None:
    assert unclear(found_of(record, CID, ACCOUNT))
    assert unclear(verdict(Ask.CANCEL, CANCEL.model_copy(update={"record": record})))


def test_every_problem_has_one_meaning() -> None:
    assert set(KINDS) == set(ProblemCode)
    for code, kind in KINDS.items():
        made = problem(code, AT)
        assert is_consistent(made)
        assert isinstance(made, ProblemDetails)
        assert (made.status, made.definite, made.title) == (kind.status, kind.definite, kind.title)


def test_instants_become_whole_milliseconds_rounded_down() -> None:
    assert milliseconds(AT) == 1_790_000_000_123
    assert milliseconds(AT + timedelta(microseconds=999)) == 1_790_000_000_123


def test_why_an_answer_proves_nothing_is_said_in_our_own_words() -> None:
    torn = OPEN.model_copy(update={"receipt": None})
    said = {
        "the answer is about another account or has an unexpected status": verdict(Ask.SUBMIT, RECEIPT, status=201),
        "the answer is about another bid": verdict(Ask.SUBMIT, RECEIPT, cid=OTHER),
        "an answer of the wrong kind": verdict(Ask.SUBMIT, OPEN),
        "the record contradicts itself": verdict(Ask.LOOKUP, torn),
        "the record is about another bid or account": found_of(OPEN, OTHER, ACCOUNT),
        "the problem details contradict themselves": verdict(Ask.SUBMIT, REFUSAL, 400),
    }
    assert said == {words: Unclear(words) for words in said}
    assert verdict(Ask.KILL, RECEIPT, cid="") == Unclear("an answer of the wrong kind")
