"""Submit cores in the states that their tests begin from, and what the tests look for in their actions."""

from __future__ import annotations

import random

from auction_client.exchange.core import Action, Alarm, Row, Send, Store, SubmitCore, Switch
from auction_client.exchange.protocol import BidStatus
from auction_client.exchange.states import State
from auction_client.exchange.verdicts import Accepted, Ask, Found, Unclear

CID = "0192f000-0000-7000-8000-000000000001"
OTHER = "0192f000-0000-7000-8000-000000000002"
DIGEST = "d" * 64
NOT_AFTER = 1_000_000
WALL = 900_000
OPEN = Found(BidStatus.OPEN, DIGEST, "")


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


def reason(core: SubmitCore, client_id: str = CID) -> str:
    return core.rows[client_id].reason


def told(actions: list[Action]) -> list[tuple[str, str]]:
    return [(action.client_id, action.text) for action in actions if isinstance(action, Alarm)]
