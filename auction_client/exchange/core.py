"""The submit core: everything that decides about confirmed bids, without I/O, clocks or threads of its own.

Events are method calls, answers are lists of actions. The shell makes all Stores of a list durable in one transaction
and only then performs its Sends; if the transaction fails it drops the core and builds a new one from the store. A
crash at any point is harmless: what was sent is always preceded by a durable SENDING row, resending the same bytes
under the same id has no second effect, and a new core asks about every unresolved row before it sends anything.

Times are Unix milliseconds of the exchange's clock (`wall`) and monotonic milliseconds (`mono`).
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from auction_client.exchange.protocol import BidStatus, CancelOutcome
from auction_client.exchange.states import FINAL, NEVER_SENT, UNRESOLVED, State
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
    Verdict,
)

FIRST_WAIT = 250
LONGEST_WAIT = 2_500
NEXT_LOOK = 1_000
SLOW_POLL = 30_000
NOT_AFTER_MARGIN = 2_000
"""An exchange's "never seen" counts as final only this long after not_after, by the exchange's own clock."""

_OTHER_BYTES = Found(BidStatus.OPEN, "")
"""What stands at the exchange when an id belongs to other bytes: a digest that is nobody's."""
_FINAL_OF = {
    BidStatus.WON: State.WON,
    BidStatus.PARTLY_WON: State.PARTLY_WON,
    BidStatus.LOST: State.LOST,
    BidStatus.CANCELLED: State.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One confirmed bid as the store holds it. `attempts` counts submissions; `reason` tells why it stands here."""

    client_id: str
    digest: str
    not_after: int
    state: State = State.CONFIRMED
    attempts: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """The stop switch. `number` grows with every change; `heard`: the exchange has confirmed this position."""

    number: int = 0
    stopped: bool = False
    heard: bool = True


@dataclass(frozen=True, slots=True)
class Store:
    """Make this row durable. `proven`: the answer being handled is the proof of the move and is kept with it."""

    row: Row
    proven: bool = False


@dataclass(frozen=True, slots=True)
class StoreSwitch:
    """Make this position of the stop switch durable."""

    switch: Switch


@dataclass(frozen=True, slots=True)
class Send:
    """Make one request; every Send is followed by exactly one `answered`. `number` is the switch number of a KILL."""

    ask: Ask
    client_id: str
    number: int = 0
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """A promise seems broken, by the exchange or by us: show it, keep it, and let a person look."""

    client_id: str
    text: str


Action = Store | StoreSwitch | Send | Alarm


@dataclass(slots=True)
class _Timing:
    """What need not survive a restart: when to act next, how often it failed, the request under way."""

    next_at: int = 0
    failures: int = 0
    asking: Ask | None = None
    asked_in: State | None = None
    cancel_heard: bool = False
    lookup_wanted: bool = False


class SubmitCore:
    """All rows and the switch. One instance per outbox; not thread-safe, the shell serialises."""

    def __init__(self, rows: Iterable[Row], switch: Switch, chance: random.Random) -> None:
        self.rows = {row.client_id: row for row in rows}
        self.switch = switch
        self.clock_known = False
        self._chance = chance
        self._timing = {
            cid: _Timing(lookup_wanted=row.state is State.ACKED)
            for cid, row in self.rows.items()
            if row.state not in FINAL
        }
        self._unasked = {cid for cid, row in self.rows.items() if row.state in UNRESOLVED}
        self._kill = _Timing()

    @property
    def recovering(self) -> bool:
        """Whether bids sent before the start have not all been asked about yet."""
        return bool(self._unasked)

    @property
    def may_submit(self) -> bool:
        """Whether bids may be sent now."""
        return self.clock_known and not self.switch.stopped and not self._unasked

    # what people do

    def confirm(self, row: Row, hold: str = "") -> list[Action]:
        """Takes a new confirmed bid; `hold`: why it must wait for a release. Raises ValueError if the id is in use."""
        if row.client_id in self.rows or row.state is not State.CONFIRMED or row.attempts:
            raise ValueError(f"{row.client_id} is not a new bid")
        self._timing[row.client_id] = _Timing()
        hold = hold or ("stopped" if self.switch.stopped else "")
        return self._store(replace(row, state=State.HELD, reason=hold) if hold else row)

    def cancel(self, client_id: str) -> list[Action]:
        """Wants a bid gone. One that was never sent is dropped here; of any other the exchange must prove it."""
        row = self.rows[client_id]
        if row.state in NEVER_SENT:
            return self._move(row, State.CANCELLED, "withdrawn before it was sent")
        if row.state in (State.SENDING, State.UNKNOWN, State.ACKED):
            self._timing[client_id].next_at = 0
            return self._move(row, State.CANCEL_PENDING, "cancel wanted")
        return []

    def release(self, client_id: str) -> list[Action]:
        """Lets a held bid go again, after the switch was re-armed."""
        row = self.rows[client_id]
        if row.state is not State.HELD or self.switch.stopped:
            return []
        return self._move(row, State.CONFIRMED, "released")

    def stop(self) -> list[Action]:
        """Throws the stop switch: nothing new is sent, what was sent is cancelled, what waits is held."""
        return [*self._throw(stopped=True), *self._halt()]

    def rearm(self) -> list[Action]:
        """Closes the stop switch again. Held bids stay held until they are released one by one."""
        return self._throw(stopped=False)

    # what the shell learns

    def switch_heard(self, number: int, *, stopped: bool) -> list[Action]:
        """The event feed told that the account's switch was thrown, here or at another seat."""
        if number <= self.switch.number:
            return []
        self.switch = Switch(number, stopped)
        return [StoreSwitch(self.switch), *(self._halt() if stopped else [])]

    def nudge(self) -> None:
        """The network may be back: ask again now."""
        for timing in (*self._timing.values(), self._kill):
            timing.next_at = 0

    def recheck(self, client_ids: Iterable[str]) -> None:
        """Events may have been missed: look these bids up."""
        for client_id in client_ids:
            if client_id in self._timing:
                self._timing[client_id].lookup_wanted = True
                self._timing[client_id].next_at = 0

    def due(self, wall: int, mono: int) -> list[Action]:
        """What to do now. Call it often; it only acts when something is due."""
        actions: list[Action] = []
        if not self.switch.heard and self._kill.asking is None and mono >= self._kill.next_at:
            self._kill.asking = Ask.KILL
            actions.append(Send(Ask.KILL, "", self.switch.number, self.switch.stopped))
        for client_id, timing in list(self._timing.items()):
            if timing.asking is None and mono >= timing.next_at:
                actions += self._next_step(self.rows[client_id], timing, wall)
        return actions

    def next_wake(self) -> int | None:
        """The earliest `mono` at which `due` may have something to do; None while it only waits for answers."""
        waits = [t.next_at for cid, t in self._timing.items() if t.asking is None and self._wants(cid, t)]
        if not self.switch.heard and self._kill.asking is None:
            waits.append(self._kill.next_at)
        return min(waits, default=None)

    def answered(self, ask: Ask, client_id: str, verdict: Verdict, mono: int) -> list[Action]:
        """The outcome of one Send."""
        if ask is Ask.KILL:
            return self._switched(verdict, mono)
        timing = self._timing.get(client_id, _Timing())
        asked_in, timing.asking = timing.asked_in, None
        row = self.rows[client_id]
        if isinstance(verdict, Unclear):
            return self._unclear(row, timing, verdict, mono)
        self._unasked.discard(client_id)
        if isinstance(verdict, Absent):
            actions = self._absent(row, timing, verdict, asked_in, mono)
        else:
            actions = self._learnt(row, verdict, mono)
        if self.rows[client_id].state is not row.state:
            timing.failures = 0
        elif timing.lookup_wanted:  # a hint came while the question was under way
            timing.next_at = mono
        elif timing.next_at <= mono:  # the answer changed nothing: do not ask again at once
            self._back_off(timing, Unclear(), mono)
        return actions

    def heard(self, client_id: str, found: Found) -> list[Action]:
        """The event feed told the state of a bid. That is a hint, not a proof: the bid is looked up. Only what
        contradicts a proven end is said at once. Unknown ids are not ours and are ignored here."""
        row = self.rows.get(client_id)
        if row is None:
            return []
        if row.state in NEVER_SENT or row.state in FINAL:
            return self._apply(row, found)
        self.recheck([client_id])
        return []

    # deciding

    def _wants(self, client_id: str, timing: _Timing) -> bool:
        state = self.rows[client_id].state
        if state is State.CONFIRMED:
            return self.may_submit
        return state in UNRESOLVED or (state is State.ACKED and timing.lookup_wanted)

    def _next_step(self, row: Row, timing: _Timing, wall: int) -> list[Action]:
        if row.state in NEVER_SENT:
            if self.clock_known and wall >= row.not_after:
                return self._move(row, State.EXPIRED, "not sent before its not_after")
            return self._submit(row, timing) if row.state is State.CONFIRMED and self.may_submit else []
        if row.state is State.CANCEL_PENDING:
            return [self._ask(row, timing, Ask.LOOKUP if timing.cancel_heard else Ask.CANCEL)]
        if row.state is State.SENDING:  # only a row found so at the start has no request under way
            return [*self._move(row, State.UNKNOWN, "interrupted"), self._ask(row, timing, Ask.LOOKUP)]
        if row.state is State.UNKNOWN or timing.lookup_wanted:
            return [self._ask(row, timing, Ask.LOOKUP)]
        return []

    def _submit(self, row: Row, timing: _Timing) -> list[Action]:
        sending = replace(row, state=State.SENDING, attempts=row.attempts + 1, reason="")
        return [*self._store(sending), self._ask(sending, timing, Ask.SUBMIT)]

    def _ask(self, row: Row, timing: _Timing, ask: Ask) -> Send:
        timing.asking, timing.asked_in, timing.lookup_wanted = ask, self.rows[row.client_id].state, False
        return Send(ask, row.client_id)

    def _unclear(self, row: Row, timing: _Timing, verdict: Unclear, mono: int) -> list[Action]:
        self._back_off(timing, verdict, mono)
        if row.state is State.ACKED:
            timing.lookup_wanted = True
        if row.state is State.SENDING:
            return self._move(row, State.UNKNOWN, verdict.reason)
        if row.state in UNRESOLVED and row.reason != verdict.reason:
            return self._store(replace(row, reason=verdict.reason))
        return []

    def _absent(self, row: Row, timing: _Timing, verdict: Absent, asked_in: State | None, mono: int) -> list[Action]:
        if row.state is State.UNKNOWN:
            if verdict.server_time > row.not_after + NOT_AFTER_MARGIN:
                return self._move(row, State.EXPIRED, "never arrived", proven=True)
            if verdict.server_time < row.not_after and self.may_submit:
                return self._submit(row, timing)
            timing.next_at = mono + NEXT_LOOK
        elif asked_in is row.state and row.state in (State.ACKED, State.CANCEL_PENDING):
            timing.next_at = mono + SLOW_POLL
            return [Alarm(row.client_id, "the exchange no longer knows a bid that it had acknowledged")]
        return []

    def _learnt(self, row: Row, verdict: Verdict, mono: int) -> list[Action]:
        timing = self._timing.get(row.client_id)
        if isinstance(verdict, CancelHeard):
            if timing is not None and verdict.outcome is CancelOutcome.AFTER_AUCTION:
                timing.cancel_heard = True
            verdict = verdict.found
        if isinstance(verdict, Reused):
            verdict = _OTHER_BYTES
        if isinstance(verdict, Accepted):
            verdict = Found(BidStatus.OPEN, verdict.digest)
        if isinstance(verdict, Refused):
            verdict = Found(BidStatus.REFUSED, verdict.digest, verdict.reason)
        if not isinstance(verdict, Found):
            return []
        if timing is not None and row.state is State.CANCEL_PENDING and timing.cancel_heard:
            timing.next_at = mono + SLOW_POLL
        return self._apply(row, verdict)

    def _apply(self, row: Row, found: Found) -> list[Action]:
        state = row.state
        if state in NEVER_SENT:
            return [Alarm(row.client_id, "the exchange knows a bid that was never sent")]
        if found.digest is None:  # a tombstone: the bid itself never arrived and never will
            if state in UNRESOLVED:
                return self._move(row, State.CANCELLED, "cancelled before it arrived", proven=True)
            return [] if state is State.CANCELLED else self._contradiction(row, found)
        if found.digest != row.digest:
            if state in UNRESOLVED:
                conflict = self._move(row, State.CONFLICT, "another bid has this id", proven=True)
                return [*conflict, Alarm(row.client_id, "another bid stands at the exchange under this id")]
            return self._contradiction(row, found)
        if found.status is BidStatus.REFUSED:
            if state in UNRESOLVED:
                return self._move(row, State.REFUSED, found.reason, proven=True)
            # a late original is refused after its id was proven expired or cancelled: no contradiction
            no_effect = state in (State.REFUSED, State.EXPIRED, State.CANCELLED)
            return [] if no_effect else self._contradiction(row, found)
        if state in (State.REFUSED, State.EXPIRED, State.CONFLICT):
            return self._contradiction(row, found)
        actions: list[Action] = []
        if state in (State.SENDING, State.UNKNOWN):
            actions = self._move(row, State.ACKED, "", proven=True)
        final = _FINAL_OF.get(found.status)
        if final is None:
            return actions
        now = self.rows[row.client_id]
        if now.state in FINAL:
            return [] if now.state is final else self._contradiction(row, found)
        return actions + self._move(now, final, "", proven=True)

    def _contradiction(self, row: Row, found: Found) -> list[Action]:
        return [Alarm(row.client_id, f"the exchange says {found.status} of a bid that is proven {row.state}")]

    def _halt(self) -> list[Action]:
        actions: list[Action] = []
        for row in list(self.rows.values()):
            if row.state is State.CONFIRMED:
                actions += self._move(row, State.HELD, "stopped")
            elif row.state is not State.HELD:
                actions += self.cancel(row.client_id)
        return actions

    def _throw(self, *, stopped: bool) -> list[Action]:
        self.switch = Switch(self.switch.number + 1, stopped, heard=False)
        self._kill = _Timing(asking=self._kill.asking)
        return [StoreSwitch(self.switch)]

    def _switched(self, verdict: Verdict, mono: int) -> list[Action]:
        self._kill.asking = None
        if isinstance(verdict, Switched):
            if verdict.number == self.switch.number and verdict.stopped == self.switch.stopped:
                self.switch = replace(self.switch, heard=True)
                return [StoreSwitch(self.switch)]
            if verdict.number >= self.switch.number:  # another seat of this account has thrown it
                self.switch = Switch(verdict.number + 1, self.switch.stopped, heard=False)
                self._kill.next_at = mono
                return [StoreSwitch(self.switch)]
        self._back_off(self._kill, verdict if isinstance(verdict, Unclear) else Unclear(), mono)
        return []

    def _back_off(self, timing: _Timing, verdict: Unclear, mono: int) -> None:
        wait = min(LONGEST_WAIT, FIRST_WAIT << min(timing.failures, 8))
        timing.failures += 1
        timing.next_at = mono + max(self._chance.randint(wait // 2, wait), verdict.retry_after * 1000)

    def _move(self, row: Row, state: State, reason: str, *, proven: bool = False) -> list[Action]:
        return self._store(replace(row, state=state, reason=reason), proven=proven)

    def _store(self, row: Row, *, proven: bool = False) -> list[Action]:
        self.rows[row.client_id] = row
        if row.state in FINAL:
            del self._timing[row.client_id]
        return [Store(row, proven)]
