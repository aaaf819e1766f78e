"""How the submit core takes bids back. What the decisions come to together, the simulator shows."""

from __future__ import annotations

import pytest

from auction_client.exchange.core import SLOW_POLL
from auction_client.exchange.protocol import BidStatus, CancelOutcome
from auction_client.exchange.states import FINAL, State
from auction_client.exchange.verdicts import Accepted, Ask, CancelHeard, Found, Unclear
from tests.exchange.core_states import CID, DIGEST, OPEN, WALL, core_with, fresh, row, sends, state, stored, unknown


@pytest.mark.parametrize("before", [State.CONFIRMED, State.HELD])
def test_cancelling_what_was_never_sent_needs_nobody(before: State) -> None:
    core = core_with(row(before))
    assert stored(core.cancel(CID)) == [(State.CANCELLED, False)]
    assert core.due(WALL, 0) == []


@pytest.mark.parametrize("before", [State.SENDING, State.UNKNOWN, State.ACKED])
def test_cancelling_what_was_sent_is_pending_until_proven(before: State) -> None:
    core = core_with(row(before))
    assert stored(core.cancel(CID)) == [(State.CANCEL_PENDING, False)]
    assert sends(core.due(WALL, 0)) == [Ask.CANCEL]
    core.answered(Ask.CANCEL, CID, Unclear("no answer"), 0)
    assert state(core) is State.CANCEL_PENDING
    core.due(WALL, 10_000)
    heard = CancelHeard(CancelOutcome.CANCELLED, Found(BidStatus.CANCELLED, DIGEST, ""))
    assert stored(core.answered(Ask.CANCEL, CID, heard, 10_010)) == [(State.CANCELLED, True)]


@pytest.mark.parametrize("before", sorted({State.CANCEL_PENDING} | FINAL))
def test_cancelling_twice_or_too_late_changes_nothing(before: State) -> None:
    assert core_with(row(before)).cancel(CID) == []


def test_a_cancel_hurries_a_bid_that_waits() -> None:
    core = unknown()
    core.cancel(CID)
    assert core.next_wake() == 0


@pytest.mark.parametrize(
    ("found", "after"),
    [
        (Found(BidStatus.CANCELLED, None, ""), State.CANCELLED),
        (Found(BidStatus.WON, DIGEST, ""), State.WON),
        (Found(BidStatus.PARTLY_WON, DIGEST, ""), State.PARTLY_WON),
        (Found(BidStatus.LOST, DIGEST, ""), State.LOST),
        (Found(BidStatus.REFUSED, DIGEST, "too-late"), State.REFUSED),
        (Found(BidStatus.OPEN, "e" * 64, ""), State.CONFLICT),
    ],
)
def test_a_cancel_ends_as_the_exchange_says(found: Found, after: State) -> None:
    core = core_with(row(State.CANCEL_PENDING))
    core.due(WALL, 0)
    core.answered(Ask.CANCEL, CID, CancelHeard(CancelOutcome.ALREADY_FINAL, found), 5)
    assert state(core) is after


def test_a_cancel_that_waits_for_the_auction_is_looked_up_slowly_and_on_a_hint_at_once() -> None:
    core = core_with(row(State.CANCEL_PENDING))
    core.due(WALL, 0)
    assert core.answered(Ask.CANCEL, CID, CancelHeard(CancelOutcome.AFTER_AUCTION, OPEN), 100) == []
    assert core.next_wake() == 100 + SLOW_POLL
    assert core.heard(CID, Found(BidStatus.CANCELLED, DIGEST, "")) == []
    assert sends(core.due(WALL, 200)) == [Ask.LOOKUP]
    core.answered(Ask.LOOKUP, CID, Found(BidStatus.CANCELLED, DIGEST, ""), 210)
    assert state(core) is State.CANCELLED


def test_a_late_receipt_does_not_undo_a_cancel() -> None:
    core = fresh()
    core.due(WALL, 0)
    core.cancel(CID)
    assert core.due(WALL, 1) == []  # the submission is still under way
    assert core.answered(Ask.SUBMIT, CID, Accepted(DIGEST), 5) == []
    assert state(core) is State.CANCEL_PENDING
