"""The submit core, one decision at a time. What the decisions come to together, the simulator shows."""

from __future__ import annotations

import random

import pytest

from auction_client.exchange.core import (
    FIRST_WAIT,
    LONGEST_WAIT,
    NEXT_LOOK,
    NOT_AFTER_MARGIN,
    SLOW_POLL,
    Action,
    Alarm,
    Row,
    Send,
    Store,
    StoreSwitch,
    SubmitCore,
    Switch,
)
from auction_client.exchange.protocol import BidStatus, CancelOutcome
from auction_client.exchange.states import FINAL, State
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
)

CID = "0192f000-0000-7000-8000-000000000001"
OTHER = "0192f000-0000-7000-8000-000000000002"
DIGEST = "d" * 64
NOT_AFTER = 1_000_000
WALL = 900_000


def row(state: State = State.CONFIRMED, attempts: int | None = None, client_id: str = CID) -> Row:
    sent = 0 if state in (State.CONFIRMED, State.HELD) else 1
    return Row(client_id, DIGEST, NOT_AFTER, state, sent if attempts is None else attempts)


def core_with(*rows: Row, switch: Switch | None = None, clock_known: bool = True) -> SubmitCore:
    core = SubmitCore(rows, switch or Switch(), random.Random(1))
    core.clock_known = clock_known
    return core


def fresh(*rows: Row) -> SubmitCore:
    """A core that has confirmed these bids itself, so nothing is left over from an earlier life."""
    core = core_with()
    for each in rows or (row(),):
        core.confirm(each)
    return core


def unknown(core: SubmitCore | None = None) -> SubmitCore:
    """A core whose bid was sent and not answered; its look-up is due at mono 10_000."""
    core = core or fresh()
    core.due(WALL, 0)
    core.answered(Ask.SUBMIT, CID, Unclear("no answer"), 0)
    return core


def acked() -> SubmitCore:
    core = fresh()
    core.due(WALL, 0)
    core.answered(Ask.SUBMIT, CID, Accepted(DIGEST), 1)
    return core


def state(core: SubmitCore, client_id: str = CID) -> State:
    return core.rows[client_id].state


def sends(actions: list[Action]) -> list[Ask]:
    return [action.ask for action in actions if isinstance(action, Send)]


def stored(actions: list[Action]) -> list[tuple[State, bool]]:
    return [(action.row.state, action.proven) for action in actions if isinstance(action, Store)]


def alarms(actions: list[Action]) -> list[str]:
    return [action.text for action in actions if isinstance(action, Alarm)]


OPEN = Found(BidStatus.OPEN, DIGEST, "")


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


@pytest.mark.parametrize(
    ("verdict", "after"),
    [
        (Accepted(DIGEST), State.ACKED),
        (Refused(DIGEST, "limit-exceeded"), State.REFUSED),
        (Reused(), State.CONFLICT),
        (Accepted("e" * 64), State.CONFLICT),
        (Refused("e" * 64, "x"), State.CONFLICT),
    ],
)
def test_a_proven_answer_settles_a_sent_bid(verdict: object, after: State) -> None:
    core = fresh()
    core.due(WALL, 0)
    actions = core.answered(Ask.SUBMIT, CID, verdict, 5)  # type: ignore[arg-type]
    assert stored(actions) == [(after, True)]
    assert bool(alarms(actions)) == (after is State.CONFLICT)


def test_a_refusal_keeps_its_reason() -> None:
    core = fresh()
    core.due(WALL, 0)
    core.answered(Ask.SUBMIT, CID, Refused(DIGEST, "limit-exceeded"), 5)
    assert core.rows[CID].reason == "limit-exceeded"


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


@pytest.mark.parametrize(
    ("status", "states"),
    [
        (BidStatus.OPEN, [State.ACKED]),
        (BidStatus.WON, [State.ACKED, State.WON]),
        (BidStatus.PARTLY_WON, [State.ACKED, State.PARTLY_WON]),
        (BidStatus.LOST, [State.ACKED, State.LOST]),
        (BidStatus.CANCELLED, [State.ACKED, State.CANCELLED]),
        (BidStatus.REFUSED, [State.REFUSED]),
    ],
)
def test_what_a_look_up_finds_is_believed(status: BidStatus, states: list[State]) -> None:
    core = unknown()
    core.due(WALL, 10_000)
    actions = core.answered(Ask.LOOKUP, CID, Found(status, DIGEST, ""), 10_010)
    assert stored(actions) == [(each, True) for each in states]


def test_a_tombstone_found_ends_an_unknown_bid() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    actions = core.answered(Ask.LOOKUP, CID, Found(BidStatus.CANCELLED, None, ""), 10_010)
    assert stored(actions) == [(State.CANCELLED, True)]
    assert not alarms(actions)


def test_a_start_asks_about_every_unresolved_bid_before_anything_is_sent() -> None:
    core = core_with(row(State.SENDING), row(client_id=OTHER))
    assert core.recovering
    assert not core.may_submit
    actions = core.due(WALL, 0)
    assert stored(actions) == [(State.UNKNOWN, False)]
    assert sends(actions) == [Ask.LOOKUP]
    core.answered(Ask.LOOKUP, CID, Unclear("no answer"), 10)
    assert core.recovering
    assert sends(core.due(WALL, 5_000)) == [Ask.LOOKUP]
    core.answered(Ask.LOOKUP, CID, OPEN, 5_010)
    assert not core.recovering
    assert sends(core.due(WALL, 5_020)) == [Ask.SUBMIT]
    assert state(core, OTHER) is State.SENDING


@pytest.mark.parametrize(
    ("before", "ask"),
    [(State.UNKNOWN, Ask.LOOKUP), (State.CANCEL_PENDING, Ask.CANCEL), (State.ACKED, Ask.LOOKUP)],
)
def test_a_start_asks_in_the_way_that_fits_the_state(before: State, ask: Ask) -> None:
    core = core_with(row(before))
    assert core.recovering is (before is not State.ACKED)
    assert sends(core.due(WALL, 0)) == [ask]


def test_ended_bids_are_left_alone_at_the_start() -> None:
    core = core_with(*(row(each, client_id=f"{CID[:-2]}{i:02d}") for i, each in enumerate(sorted(FINAL))))
    assert not core.recovering
    assert core.due(NOT_AFTER * 2, 0) == []
    assert core.next_wake() is None


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


def test_an_answer_that_changes_nothing_is_not_asked_for_again_at_once() -> None:
    core = core_with(row(State.CANCEL_PENDING))
    core.due(WALL, 0)
    core.answered(Ask.CANCEL, CID, CancelHeard(CancelOutcome.CANCELLED, OPEN), 1000)
    assert (core.next_wake() or 0) >= 1000 + FIRST_WAIT // 2


def test_a_hint_during_a_question_leads_to_another_question() -> None:
    core = acked()
    core.recheck([CID])
    core.due(WALL, 10)
    core.heard(CID, Found(BidStatus.WON, DIGEST, ""))
    core.answered(Ask.LOOKUP, CID, OPEN, 20)
    assert sends(core.due(WALL, 20)) == [Ask.LOOKUP]


def test_a_late_receipt_does_not_undo_a_cancel() -> None:
    core = fresh()
    core.due(WALL, 0)
    core.cancel(CID)
    assert core.due(WALL, 1) == []  # the submission is still under way
    assert core.answered(Ask.SUBMIT, CID, Accepted(DIGEST), 5) == []
    assert state(core) is State.CANCEL_PENDING


def test_hints_of_the_feed_are_looked_up_and_never_believed() -> None:
    core = acked()
    assert core.due(WALL, 100) == []
    assert core.heard(CID, Found(BidStatus.WON, DIGEST, "")) == []
    assert state(core) is State.ACKED
    assert core.next_wake() == 0
    assert sends(core.due(WALL, 100)) == [Ask.LOOKUP]
    assert stored(core.answered(Ask.LOOKUP, CID, Found(BidStatus.WON, DIGEST, ""), 110)) == [(State.WON, True)]


def test_a_failed_look_up_after_a_hint_is_made_again() -> None:
    core = acked()
    core.recheck([CID])
    core.due(WALL, 0)
    core.answered(Ask.LOOKUP, CID, Unclear("no answer"), 0)
    assert sends(core.due(WALL, 10_000)) == [Ask.LOOKUP]


def test_hints_about_bids_of_others_are_ignored() -> None:
    core = fresh()
    assert core.heard(OTHER, OPEN) == []
    core.recheck([OTHER])


def test_an_acknowledged_bid_that_the_exchange_forgets_is_an_alarm() -> None:
    core = acked()
    core.recheck([CID])
    core.due(WALL, 0)
    assert alarms(core.answered(Ask.LOOKUP, CID, Absent(NOT_AFTER * 2), 5))
    assert state(core) is State.ACKED


def test_never_seen_asked_before_the_bid_was_acknowledged_is_no_alarm() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    core.cancel(CID)
    assert core.answered(Ask.LOOKUP, CID, Absent(NOT_AFTER * 2), 10_010) == []
    assert state(core) is State.CANCEL_PENDING


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (State.WON, Found(BidStatus.CANCELLED, DIGEST, "")),
        (State.LOST, Found(BidStatus.WON, DIGEST, "")),
        (State.CANCELLED, Found(BidStatus.WON, DIGEST, "")),
        (State.REFUSED, OPEN),
        (State.EXPIRED, OPEN),
        (State.CONFLICT, OPEN),
        (State.WON, Found(BidStatus.REFUSED, DIGEST, "")),
        (State.WON, Found(BidStatus.OPEN, "e" * 64, "")),
        (State.WON, Found(BidStatus.CANCELLED, None, "")),
        (State.CONFIRMED, OPEN),
        (State.HELD, OPEN),
    ],
)
def test_what_contradicts_a_proof_is_an_alarm_and_changes_nothing(before: State, found: Found) -> None:
    core = core_with(row(before))
    assert alarms(core.heard(CID, found))
    assert state(core) is before


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (State.WON, OPEN),
        (State.WON, Found(BidStatus.WON, DIGEST, "")),
        (State.CANCELLED, OPEN),
        (State.CANCELLED, Found(BidStatus.CANCELLED, None, "")),
        (State.CANCELLED, Found(BidStatus.REFUSED, DIGEST, "cancelled-before-arrival")),
        (State.EXPIRED, Found(BidStatus.REFUSED, DIGEST, "too-late")),
        (State.REFUSED, Found(BidStatus.REFUSED, DIGEST, "too-late")),
    ],
)
def test_old_news_is_no_alarm(before: State, found: Found) -> None:
    assert core_with(row(before)).heard(CID, found) == []


def test_the_stop_switch_holds_cancels_and_tells() -> None:
    ids = [f"{CID[:-2]}{number:02d}" for number in range(5)]
    states = (State.CONFIRMED, State.SENDING, State.UNKNOWN, State.ACKED, State.WON)
    core = core_with(*(row(each, client_id=cid) for cid, each in zip(ids, states, strict=True)))
    actions = core.stop()
    assert actions[0] == StoreSwitch(Switch(1, stopped=True, heard=False))
    after = [State.HELD, State.CANCEL_PENDING, State.CANCEL_PENDING, State.CANCEL_PENDING, State.WON]
    assert [state(core, cid) for cid in ids] == after
    assert not core.may_submit
    assert Send(Ask.KILL, "", 1, stop=True) in core.due(WALL, 0)


def test_a_bid_confirmed_while_stopped_is_held_until_a_person_releases_it() -> None:
    core = core_with(switch=Switch(1, stopped=True, heard=True))
    assert stored(core.confirm(row())) == [(State.HELD, False)]
    assert core.release(CID) == []
    core.rearm()
    assert core.switch == Switch(2, stopped=False, heard=False)
    assert state(core) is State.HELD
    assert stored(core.release(CID)) == [(State.CONFIRMED, False)]
    assert core.release(CID) == []
    assert sends([a for a in core.due(WALL, 0) if not isinstance(a, Send) or a.ask is not Ask.KILL]) == [Ask.SUBMIT]


def test_the_switch_is_told_until_it_is_heard() -> None:
    core = core_with()
    core.stop()
    assert core.next_wake() == 0
    assert core.due(WALL, 0) == [Send(Ask.KILL, "", 1, stop=True)]
    assert core.due(WALL, 10**6) == []
    assert core.answered(Ask.KILL, "", Unclear("no answer"), 100) == []
    wake = core.next_wake()
    assert wake is not None
    assert 100 + FIRST_WAIT // 2 <= wake <= 100 + FIRST_WAIT
    assert core.due(WALL, wake - 1) == []
    assert sends(core.due(WALL, wake)) == [Ask.KILL]
    assert core.answered(Ask.KILL, "", Switched(0, False), wake) == []
    later = core.next_wake() or 0
    assert later > wake
    core.due(WALL, later)
    heard = Switch(1, stopped=True, heard=True)
    assert core.answered(Ask.KILL, "", Switched(1, True), later) == [StoreSwitch(heard)]
    assert core.next_wake() is None


def test_an_answer_to_an_older_throw_is_not_taken_for_the_newer() -> None:
    core = core_with()
    core.stop()
    core.due(WALL, 0)
    core.rearm()
    assert core.due(WALL, 1) == []
    core.answered(Ask.KILL, "", Switched(1, True), 5)
    assert not core.switch.heard
    assert Send(Ask.KILL, "", 2, stop=False) in core.due(WALL, 10_000)


@pytest.mark.parametrize("theirs", [Switched(1, False), Switched(7, False), Switched(7, True)])
def test_a_switch_thrown_elsewhere_with_the_same_or_a_higher_number_is_thrown_again_above_it(theirs: Switched) -> None:
    core = core_with()
    core.stop()
    core.due(WALL, 0)
    core.answered(Ask.KILL, "", theirs, 5)
    assert core.switch == Switch(theirs.number + 1, stopped=True, heard=False)
    assert core.due(WALL, 5) == [Send(Ask.KILL, "", theirs.number + 1, stop=True)]


def test_a_stop_at_another_seat_stops_here_too() -> None:
    core = core_with(row(), row(State.ACKED, client_id=OTHER))
    actions = core.switch_heard(3, stopped=True)
    assert actions[0] == StoreSwitch(Switch(3, stopped=True, heard=True))
    assert (state(core), state(core, OTHER)) == (State.HELD, State.CANCEL_PENDING)
    assert core.switch_heard(3, stopped=False) == []
    assert core.switch_heard(2, stopped=False) == []
    assert core.switch_heard(4, stopped=False) == [StoreSwitch(Switch(4, stopped=False, heard=True))]


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


def test_a_second_answer_to_one_question_does_no_harm() -> None:
    core = acked()
    for number in range(4):
        assert core.answered(Ask.SUBMIT, CID, Accepted(DIGEST), number) == []
    assert state(core) is State.ACKED
    core.recheck([CID])
    core.due(WALL, 0)
    core.answered(Ask.LOOKUP, CID, Found(BidStatus.WON, DIGEST, ""), 1)
    assert core.answered(Ask.SUBMIT, CID, Accepted(DIGEST), 2) == []
    assert core.answered(Ask.SUBMIT, CID, Unclear("x"), 2) == []
    assert state(core) is State.WON


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


def test_an_accepted_bid_without_a_hint_wakes_nobody() -> None:
    assert acked().next_wake() is None


def test_a_rearm_at_another_seat_leaves_bids_as_they_are() -> None:
    core = core_with(row(), row(State.ACKED, client_id=OTHER))
    core.switch_heard(1, stopped=False)
    assert (state(core), state(core, OTHER)) == (State.CONFIRMED, State.ACKED)


def reason(core: SubmitCore, client_id: str = CID) -> str:
    return core.rows[client_id].reason


def told(actions: list[Action]) -> list[tuple[str, str]]:
    return [(action.client_id, action.text) for action in actions if isinstance(action, Alarm)]


def test_a_new_core_does_not_know_the_time() -> None:
    core = SubmitCore([], Switch(), random.Random(1))
    assert core.clock_known is False
    assert not core.may_submit


def test_a_bid_that_waits_says_for_what() -> None:
    stopped = core_with(switch=Switch(1, stopped=True, heard=True))
    stopped.confirm(row())
    assert reason(stopped) == "stopped"
    stopped.confirm(row(client_id=OTHER), "waits for a second person")
    assert reason(stopped, OTHER) == "waits for a second person"
    core = core_with()
    assert stored(core.confirm(row(), "waits for a second person")) == [(State.HELD, False)]
    assert reason(core) == "waits for a second person"


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


def test_a_bid_that_the_exchange_forgot_is_asked_about_slowly() -> None:
    core = core_with(row(State.CANCEL_PENDING))
    core.due(WALL, 0)
    words = "the exchange no longer knows a bid that it had acknowledged"
    assert told(core.answered(Ask.CANCEL, CID, Absent(0), 100)) == [(CID, words)]
    assert core.next_wake() == 100 + SLOW_POLL


def test_proofs_leave_no_reason_behind_and_ends_say_theirs() -> None:
    core = acked()
    assert reason(core) == ""
    core.recheck([CID])
    core.due(WALL, 2)
    core.answered(Ask.LOOKUP, CID, Found(BidStatus.WON, DIGEST), 3)
    assert (state(core), reason(core)) == (State.WON, "")
    tombstone = unknown()
    tombstone.due(WALL, 10_000)
    tombstone.answered(Ask.LOOKUP, CID, Found(BidStatus.CANCELLED, None), 10_000)
    assert (state(tombstone), reason(tombstone)) == (State.CANCELLED, "cancelled before it arrived")
    refused = fresh()
    refused.due(WALL, 0)
    refused.answered(Ask.SUBMIT, CID, Refused(DIGEST, "too-late"), 1)
    assert (state(refused), reason(refused)) == (State.REFUSED, "too-late")


@pytest.mark.parametrize("verdict", [Reused(), Accepted("e" * 64), Refused("e" * 64, "too-late")])
def test_other_bytes_under_the_id_are_a_conflict_and_an_alarm(verdict: Reused | Accepted | Refused) -> None:
    core = fresh()
    core.due(WALL, 0)
    actions = core.answered(Ask.SUBMIT, CID, verdict, 1)
    assert stored(actions) == [(State.CONFLICT, True)]
    assert reason(core) == "another bid has this id"
    assert told(actions) == [(CID, "another bid stands at the exchange under this id")]
    assert core.next_wake() is None


def test_alarms_name_the_bid() -> None:
    never_sent = "the exchange knows a bid that was never sent"
    assert told(fresh().heard(CID, OPEN)) == [(CID, never_sent)]
    contradicted = core_with(row(State.REFUSED)).heard(CID, OPEN)
    assert told(contradicted) == [(CID, "the exchange says open of a bid that is proven REFUSED")]


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
