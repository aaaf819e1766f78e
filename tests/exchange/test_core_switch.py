"""The stop switch, and bids that wait for a person. What the decisions come to together, the simulator shows."""

from __future__ import annotations

import pytest

from auction_client.exchange.core import FIRST_WAIT, Send, Store, StoreSwitch, Switch
from auction_client.exchange.states import State
from auction_client.exchange.verdicts import Ask, Switched, Unclear
from tests.exchange.core_states import CID, OTHER, WALL, core_with, fresh, reason, row, sends, state, stored


def test_the_stop_switch_holds_cancels_and_tells() -> None:
    ids = [f"{CID[:-2]}{number:02d}" for number in range(5)]
    states = (State.CONFIRMED, State.SENDING, State.UNKNOWN, State.ACKED, State.WON)
    core = core_with(*(row(each, client_id=cid) for cid, each in zip(ids, states, strict=True)))
    actions = core.stop()
    assert [action.row.client_id for action in actions if isinstance(action, Store)] == ids[:4]
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


@pytest.mark.parametrize("theirs", [Switched(1, False), Switched(7, False), Switched(7, True)])
def test_a_switch_thrown_elsewhere_with_the_same_or_a_higher_number_is_thrown_again_above_it(theirs: Switched) -> None:
    core = core_with()
    core.stop()
    core.due(WALL, 0)
    above = Switch(theirs.number + 1, stopped=True, heard=False)
    assert core.answered(Ask.KILL, "", theirs, 5) == [StoreSwitch(above)]
    assert core.switch == above
    assert core.due(WALL, 5) == [Send(Ask.KILL, "", theirs.number + 1, stop=True)]


def test_a_stop_at_another_seat_stops_here_too() -> None:
    core = core_with(row(), row(State.ACKED, client_id=OTHER))
    actions = core.switch_heard(3, stopped=True)
    assert actions[0] == StoreSwitch(Switch(3, stopped=True, heard=True))
    assert (state(core), state(core, OTHER)) == (State.HELD, State.CANCEL_PENDING)
    assert core.switch_heard(3, stopped=False) == []
    assert core.switch_heard(2, stopped=False) == []
    assert core.switch_heard(4, stopped=False) == [StoreSwitch(Switch(4, stopped=False, heard=True))]


def test_a_rearm_at_another_seat_leaves_bids_as_they_are() -> None:
    core = core_with(row(), row(State.ACKED, client_id=OTHER))
    core.switch_heard(1, stopped=False)
    assert (state(core), state(core, OTHER)) == (State.CONFIRMED, State.ACKED)


def test_a_bid_that_waits_says_for_what() -> None:
    stopped = core_with(switch=Switch(1, stopped=True, heard=True))
    stopped.confirm(row())
    assert reason(stopped) == "stopped"
    stopped.confirm(row(client_id=OTHER), "waits for a second person")
    assert reason(stopped, OTHER) == "waits for a second person"
    core = core_with()
    assert stored(core.confirm(row(), "waits for a second person")) == [(State.HELD, False)]
    assert reason(core) == "waits for a second person"


def test_the_stop_stores_every_bid_that_it_holds() -> None:
    core = fresh(row(), row(client_id=OTHER))
    assert stored(core.stop()) == [(State.HELD, False), (State.HELD, False)]


def test_the_switch_is_told_again_when_the_exchange_wants() -> None:
    core = core_with()
    core.stop()
    core.due(WALL, 0)
    core.answered(Ask.KILL, "", Unclear("busy", 9), 50)
    assert core.next_wake() == 50 + 9_000
