"""What the submit core makes of answers, of a restart and of hints. Decisions taken together, the simulator shows."""

from __future__ import annotations

import pytest

from auction_client.exchange.core import SLOW_POLL
from auction_client.exchange.protocol import BidStatus
from auction_client.exchange.states import FINAL, State
from auction_client.exchange.verdicts import Absent, Accepted, Ask, Found, Refused, Reused, Unclear
from tests.exchange.core_states import (
    CID,
    DIGEST,
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
    told,
    unknown,
)


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


def test_a_hint_during_a_question_leads_to_another_question() -> None:
    core = acked()
    core.recheck([CID])
    core.due(WALL, 10)
    core.heard(CID, Found(BidStatus.WON, DIGEST, ""))
    core.answered(Ask.LOOKUP, CID, OPEN, 20)
    assert sends(core.due(WALL, 20)) == [Ask.LOOKUP]


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


def test_an_accepted_bid_without_a_hint_wakes_nobody() -> None:
    assert acked().next_wake() is None


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


def test_an_acceptance_of_what_is_proven_refused_is_an_alarm_that_says_so() -> None:
    core = core_with(row(State.REFUSED))
    told_of = told(core.answered(Ask.SUBMIT, CID, Accepted(DIGEST), 1))
    assert told_of == [(CID, "the exchange says open of a bid that is proven REFUSED")]


def test_an_ended_bid_is_not_looked_up_again() -> None:
    core = unknown()
    core.due(WALL, 10_000)
    core.answered(Ask.LOOKUP, CID, Found(BidStatus.LOST, DIGEST), 10_010)
    core.recheck([CID])
    assert core.due(WALL, 20_000) == []
