"""What the submit core sends, when, and how long it waits. What the decisions come to together, the simulator shows."""

from __future__ import annotations

import random

import pytest

from auction_client.exchange.core import (
    FIRST_WAIT,
    LONGEST_WAIT,
    NEXT_LOOK,
    NOT_AFTER_MARGIN,
    Send,
    Store,
    SubmitCore,
    Switch,
)
from auction_client.exchange.protocol import CancelOutcome
from auction_client.exchange.states import State
from auction_client.exchange.verdicts import Absent, Ask, CancelHeard, Switched, Unclear
from tests.exchange.core_states import (
    CID,
    NOT_AFTER,
    OPEN,
    OTHER,
    WALL,
    acked,
    alarms,
    core_with,
    fresh,
    reason,
    row,
    sends,
    state,
    stored,
    unknown,
)


def test_a_confirmed_bid_is_stored_before_it_is_sent() -> None:
    core = core_with()
    assert core.confirm(row()) == [Store(row())]
    actions = core.due(WALL, 0)
    assert actions == [Store(row(State.SENDING, 1)), Send(Ask.SUBMIT, CID)]


def test_an_id_is_confirmed_once_and_only_as_a_new_bid() -> None:
    core = fresh()
    for bad in (row(), row(State.SENDING, client_id=OTHER), row(State.CONFIRMED, 1, OTHER), row(State.HELD, 0, OTHER)):
        with pytest.raises(ValueError, match="is not a new bid"):
            core.confirm(bad)


def test_nothing_is_sent_while_the_clock_is_not_known() -> None:
    core = fresh()
    core.clock_known = False
    assert core.due(WALL, 0) == []
    assert core.due(NOT_AFTER, 0) == []
    assert core.next_wake() is None
    core.clock_known = True
    assert core.next_wake() == 0
    assert sends(core.due(WALL, 0)) == [Ask.SUBMIT]


def test_one_question_at_a_time() -> None:
    core = fresh()
    core.due(WALL, 0)
    assert core.due(WALL, 10**9) == []
    assert core.next_wake() is None


@pytest.mark.parametrize("state_before", [State.CONFIRMED, State.HELD])
def test_a_bid_that_was_never_sent_expires_on_our_clock(state_before: State) -> None:
    core = core_with(row(state_before))
    assert core.due(NOT_AFTER - 1, 0) == [] or state_before is State.CONFIRMED
    core = core_with(row(state_before))
    assert stored(core.due(NOT_AFTER, 0)) == [(State.EXPIRED, False)]


def test_an_unclear_answer_leads_to_a_question_and_never_to_an_end() -> None:
    core = fresh()
    core.due(WALL, 0)
    actions = core.answered(Ask.SUBMIT, CID, Unclear("no answer"), 1000)
    assert stored(actions) == [(State.UNKNOWN, False)]
    assert core.rows[CID].reason == "no answer"
    wake = core.next_wake()
    assert wake is not None
    assert 1000 + FIRST_WAIT // 2 <= wake <= 1000 + FIRST_WAIT
    assert core.due(WALL, wake - 1) == []
    assert sends(core.due(WALL, wake)) == [Ask.LOOKUP]


def test_waits_double_up_to_a_bound_and_follow_the_exchanges_wish() -> None:
    core = unknown()
    now, bounds = 0, []
    for number in range(8):
        now = core.next_wake() or 0
        core.due(WALL, now)
        core.answered(Ask.LOOKUP, CID, Unclear("no answer"), now)
        wait = (core.next_wake() or 0) - now
        top = min(LONGEST_WAIT, FIRST_WAIT << number + 1)
        assert top // 2 <= wait <= top
        bounds.append(top)
    assert bounds[-1] == LONGEST_WAIT
    now = core.next_wake() or 0
    core.due(WALL, now)
    core.answered(Ask.LOOKUP, CID, Unclear("too-many-requests", 7), now)
    assert core.next_wake() == now + 7000


def test_a_changed_reason_is_stored_and_the_same_one_is_not() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    assert core.answered(Ask.LOOKUP, CID, Unclear("no answer"), 10_000) == []
    core.due(WALL, 20_000)
    assert stored(core.answered(Ask.LOOKUP, CID, Unclear("busy"), 20_000)) == [(State.UNKNOWN, False)]


def test_never_seen_before_not_after_sends_the_same_bid_again() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    actions = core.answered(Ask.LOOKUP, CID, Absent(NOT_AFTER - 1), 10_010)
    assert actions == [Store(row(State.SENDING, 2)), Send(Ask.SUBMIT, CID)]


@pytest.mark.parametrize("at", [NOT_AFTER, NOT_AFTER + NOT_AFTER_MARGIN])
def test_never_seen_at_the_edge_of_not_after_decides_nothing(at: int) -> None:
    core = unknown()
    core.due(WALL, 10_000)
    assert core.answered(Ask.LOOKUP, CID, Absent(at), 10_010) == []
    assert core.next_wake() == 10_010 + NEXT_LOOK


def test_never_seen_after_not_after_ends_the_bid() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    actions = core.answered(Ask.LOOKUP, CID, Absent(NOT_AFTER + NOT_AFTER_MARGIN + 1), 10_010)
    assert stored(actions) == [(State.EXPIRED, True)]


def test_our_own_clock_never_ends_a_bid_that_was_sent() -> None:
    core = unknown()
    assert sends(core.due(NOT_AFTER * 2, 10_000)) == [Ask.LOOKUP]
    assert state(core) is State.UNKNOWN


def test_never_seen_is_not_followed_while_sending_is_not_allowed() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    core.clock_known = False
    assert core.answered(Ask.LOOKUP, CID, Absent(0), 10_010) == []
    assert core.next_wake() == 10_010 + NEXT_LOOK


def test_an_answer_that_changes_nothing_is_not_asked_for_again_at_once() -> None:
    core = core_with(row(State.CANCEL_PENDING))
    core.due(WALL, 0)
    core.answered(Ask.CANCEL, CID, CancelHeard(CancelOutcome.CANCELLED, OPEN), 1000)
    assert (core.next_wake() or 0) >= 1000 + FIRST_WAIT // 2


def test_an_answer_to_an_older_throw_is_not_taken_for_the_newer() -> None:
    core = core_with()
    core.stop()
    core.due(WALL, 0)
    core.rearm()
    assert core.due(WALL, 1) == []
    core.answered(Ask.KILL, "", Switched(1, True), 5)
    assert not core.switch.heard
    assert Send(Ask.KILL, "", 2, stop=False) in core.due(WALL, 10_000)


def test_a_nudge_makes_everything_due() -> None:
    core = unknown()
    core.stop()
    core.due(WALL, 0)
    core.answered(Ask.KILL, "", Unclear(""), 0)
    core.answered(Ask.CANCEL, CID, Unclear(""), 0)
    assert core.due(WALL, 1) == []
    core.nudge()
    assert core.next_wake() == 0
    assert set(sends(core.due(WALL, 1))) == {Ask.KILL, Ask.CANCEL}


def test_a_resolved_bid_begins_its_waits_anew() -> None:
    core = unknown()
    for now in (10_000, 20_000, 30_000):
        core.due(WALL, now)
        core.answered(Ask.LOOKUP, CID, Unclear("no answer"), now)
    core.due(WALL, 40_000)
    core.answered(Ask.LOOKUP, CID, Absent(0), 40_000)
    core.answered(Ask.SUBMIT, CID, Unclear("no answer"), 40_000)
    wake = core.next_wake() or 0
    assert wake <= 40_000 + FIRST_WAIT


def test_the_words_of_each_move_are_those_that_people_read() -> None:
    core = fresh()
    core.stop()
    assert core.rows[CID].reason == "stopped"
    core.rearm()
    core.release(CID)
    assert core.rows[CID].reason == "released"
    core.due(WALL, 0)
    core.cancel(CID)
    assert core.rows[CID].reason == "cancel wanted"
    core = unknown()
    core.due(WALL, 10_000)
    core.answered(Ask.LOOKUP, CID, Unclear("busy"), 10_000)
    assert core.rows[CID].reason == "busy"
    core.due(WALL, 20_000)
    core.answered(Ask.LOOKUP, CID, Absent(NOT_AFTER * 2), 20_000)
    assert core.rows[CID].reason == "never arrived"
    forgotten = acked()
    forgotten.recheck([CID])
    forgotten.due(WALL, 0)
    told = alarms(forgotten.answered(Ask.LOOKUP, CID, Absent(0), 5))
    assert told == ["the exchange no longer knows a bid that it had acknowledged"]
    assert (forgotten.next_wake(), sends(forgotten.due(WALL, 5))) == (None, [])
    assert alarms(core_with(row(State.EXPIRED)).heard(CID, OPEN)) == [
        "the exchange says open of a bid that is proven EXPIRED"
    ]


def test_a_new_core_does_not_know_the_time() -> None:
    core = SubmitCore([], Switch(), random.Random(1))
    assert core.clock_known is False
    assert not core.may_submit


def test_a_bid_that_was_never_sent_says_why() -> None:
    withdrawn = fresh()
    withdrawn.cancel(CID)
    assert reason(withdrawn) == "withdrawn before it was sent"
    late = fresh()
    assert stored(late.due(NOT_AFTER, 0)) == [(State.EXPIRED, False)]
    assert reason(late) == "not sent before its not_after"
    interrupted = core_with(row(State.SENDING))
    interrupted.due(WALL, 0)
    assert reason(interrupted) == "interrupted"


@pytest.mark.parametrize("mono", [0, 7])
def test_an_answer_that_changes_nothing_makes_the_next_question_wait(mono: int) -> None:
    core = core_with(row(State.CANCEL_PENDING))
    core._timing[CID].next_at = mono
    core.due(WALL, mono)
    core.answered(Ask.CANCEL, CID, CancelHeard(CancelOutcome.CANCELLED, OPEN), mono)
    wake = core.next_wake()
    assert wake is not None
    assert mono + FIRST_WAIT // 2 <= wake <= mono + FIRST_WAIT
    assert sends(core.due(WALL, wake)) == [Ask.CANCEL]


def test_waits_double_from_the_first_to_the_longest() -> None:
    core, now = unknown(), 0
    for failures in range(1, 9):
        wake = core.next_wake() or 0
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1))
        assert now + longest // 2 <= wake <= now + longest
        now = wake
        core.due(WALL, now)
        core.answered(Ask.LOOKUP, CID, Unclear("no answer"), now)


def test_an_exchange_that_asks_for_patience_gets_it() -> None:
    core = fresh()
    core.due(WALL, 0)
    core.answered(Ask.SUBMIT, CID, Unclear("busy", 9), 50)
    assert core.next_wake() == 50 + 9_000
