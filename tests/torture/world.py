"""One simulated life of a program, its disk, its network and an exchange: deterministic in its seed.

The submit core and the reading of answers are the real ones. The network loses, doubles, delays, forges and swaps;
the program is killed between any two steps; the disk fails; clocks jump; people cancel and throw the stop switch. At
the end all faults cease, and what the program says of every confirmed bid is compared with what the exchange did.
"""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from auction_client.exchange.core import (
    NOT_AFTER_MARGIN,
    Action,
    Alarm,
    Row,
    Send,
    Store,
    StoreSwitch,
    SubmitCore,
    Switch,
)
from auction_client.exchange.problems import ProblemCode, ProblemDetails, problem
from auction_client.exchange.protocol import BidEvent, BidStatus, KillEvent
from auction_client.exchange.states import FINAL, LEGAL_MOVES, NEEDS_PROOF, NEVER_SENT, UNRESOLVED, State
from auction_client.exchange.verdicts import Ask, Found, Unclear, Verdict, found_of, verdict_of
from tests.torture.exchange_model import ExchangeModel, instant

START = 1_790_000_000_000
TIMEOUT = 2_000
QUIET = 70_000

ARRIVES_NOT = (
    "refused",
    "request_lost",
    "unsigned_500",
    "unsigned_429",
    "portal_200",
    "redirect",
    "garbage",
    "forged_no",
)
SIGNED_NO = ("signed_429", "signed_503", "signed_401")
ARRIVES = ("answer_lost", "answer_cut", "answer_late", "then_500", "stale_answer", "others_answer")
REPEATS = ("doubled", "doubled_late", "request_late")
NETWORK_FAULTS = ARRIVES_NOT + SIGNED_NO + ARRIVES + REPEATS
MACHINE_FAULTS = (
    "killed_before_store",
    "killed_after_store",
    "killed_after_send",
    "killed_before_answer",
    "disk_fails",
    "clock_jumps",
    "machine_sleeps",
    "network_down",
    "stale_event",
    "events_lost",
    "other_seat_stops",
)
FAULTS = NETWORK_FAULTS + MACHINE_FAULTS


class Broken(Exception):
    """A promise was broken; the text says which. `kind`: lost, doubled, wrong, or order (a rule of the shell)."""

    def __init__(self, kind: str, text: str) -> None:
        self.kind = kind
        super().__init__(text)


class Killed(Exception):
    """The program ends here."""


class DiskFailed(Exception):
    """A write did not become durable."""


@dataclass(frozen=True, slots=True)
class SimAnswer:
    """What comes back for a request: the message, whether the exchange signed it, and for which request."""

    message: Any
    status: int
    signed: bool
    request: int


@dataclass
class Tally:
    """What happened, over many worlds."""

    faults: Counter[str] = field(default_factory=Counter)
    bids: int = 0
    states: Counter[str] = field(default_factory=Counter)
    slowest: int = 0


class World:
    """One life. Subclasses plant defects by overriding the marked methods."""

    core_class: type[SubmitCore] = SubmitCore

    def __init__(self, seed: int, tally: Tally) -> None:
        self.chance = random.Random(seed)
        self.tally = tally
        self.now = START
        self.wall_error = self.chance.choice((0, 0, -400, 700))
        self.exchange = ExchangeModel()
        self.disk_rows: dict[str, Row] = {}
        self.disk_switch = Switch()
        self.disk_event = 0
        self.queue: list[tuple[int, int, Callable[[], None]]] = []
        self.order = 0
        self.life = 0
        self.requests = 0
        self.outstanding: set[str] = set()
        self.answers: dict[str, list[SimAnswer]] = {}
        self.cancel_wanted: set[str] = set()
        self.stopped_before: set[str] = set()
        self.releasable: set[str] = set()
        self.asked_since_start: set[str] = set()
        self.unresolved_at_start: set[str] = set()
        self.settled_at: dict[str, int] = {}
        self.asked: dict[str, list[int]] = {}
        self.down_until = 0
        self.faulty = True
        self.fault_rate = self.chance.choice((0.3, 0.6, 0.85))
        self.collided: set[str] = set()
        self.core = self.start_program()

    # the program

    def start_program(self) -> SubmitCore:
        """A new process that finds what is durable."""
        self.life += 1
        self.outstanding.clear()
        self.unresolved_at_start = {cid for cid, row in self.disk_rows.items() if row.state in UNRESOLVED}
        self.asked_since_start = set()
        core = self.core_class(self.disk_rows.values(), self.disk_switch, random.Random(self.chance.random()))
        core.clock_known = True
        return core

    def wall(self) -> int:
        """The exchange's time as the program believes it."""
        return self.now + self.wall_error

    def mono(self) -> int:
        return self.now

    def run_program(self, decide: Callable[[], list[Action]], answer: SimAnswer | None = None) -> None:
        """One step of the program, which may be killed or fail in it."""
        try:
            self.perform(decide(), answer)
        except Killed:
            self.core = self.start_program()
        except DiskFailed:
            self.core = self.start_program()

    def perform(self, actions: list[Action], answer: SimAnswer | None) -> None:
        stores = [action for action in actions if isinstance(action, (Store, StoreSwitch))]
        if stores:
            self.may_die("killed_before_store")
            self.disk_may_fail()
            for action in stores:
                self.store(action, answer)
            self.may_die("killed_after_store")
        for action in actions:
            if isinstance(action, Send):
                self.send(action)
                self.may_die("killed_after_send")
            elif isinstance(action, Alarm) and action.client_id not in self.collided:
                raise Broken("wrong", f"alarm in an honest world: {action.text}")

    def store(self, action: Store | StoreSwitch, answer: SimAnswer | None) -> None:
        if isinstance(action, StoreSwitch):
            self.disk_switch = action.switch
            return
        row = action.row
        before = self.disk_rows.get(row.client_id)
        if before is None:
            if row.state not in NEVER_SENT:
                raise Broken("order", f"a bid begins as {row.state}")
        elif before.state is not row.state and (before.state, row.state) not in LEGAL_MOVES:
            raise Broken("order", f"illegal move {before.state} -> {row.state}")
        elif before.digest != row.digest:
            raise Broken("order", "the frozen bytes changed")
        if action.proven and (answer is None or not answer.signed):
            raise Broken("order", "a proven move without a signed answer")
        unsent = row.state in (State.CANCELLED, State.EXPIRED) and row.attempts == 0
        if (
            row.state in NEEDS_PROOF
            and not unsent
            and not action.proven
            and (before is None or before.state is not row.state)
        ):
            raise Broken("order", f"{row.state} without a proof")
        released = before is not None and before.state is State.HELD and row.state is State.CONFIRMED
        if released and row.client_id not in self.releasable:
            raise Broken("order", "a held bid was released by nobody")
        self.disk_rows[row.client_id] = row
        if row.state not in UNRESOLVED and row.client_id not in self.settled_at:
            self.settled_at[row.client_id] = self.now

    # the network

    def send(self, send: Send) -> None:
        """A request leaves the program."""
        self.check_leaving(send)
        self.requests += 1
        number, life = self.requests, self.life
        key = send.client_id
        self.outstanding.add(key)
        fault = self.pick_fault()
        deliver = lambda: self.reach(send, number)  # noqa: E731
        delay = self.chance.randint(1, 60)
        answer: SimAnswer | None = None
        if fault is None or fault in ("doubled", "doubled_late"):
            answer = deliver()
            if fault is not None:
                self.at(0 if fault == "doubled" else self.chance.randint(2, 20) * 1000, deliver)
        elif fault == "request_late":
            self.at(self.chance.randint(1, 15) * 1000, deliver)
            delay = TIMEOUT
        elif fault in SIGNED_NO:
            code, after = {
                "signed_429": (ProblemCode.TOO_MANY_REQUESTS, self.chance.randint(0, 2)),
                "signed_503": (ProblemCode.BUSY, None),
                "signed_401": (ProblemCode.CLOCK_SKEW, None),
            }[fault]
            refusal = problem(code, instant(self.now), client_id=send.client_id or None, retry_after=after)
            answer = SimAnswer(refusal, refusal.status, signed=True, request=number)
        elif fault in ARRIVES:
            real = deliver()
            answer = self.spoil(fault, send, real, number)
            if fault in ("answer_lost", "answer_late"):
                delay = TIMEOUT
        else:
            answer = self.forge(fault, send, number)
            if fault == "request_lost":
                delay = TIMEOUT
        self.at(delay, lambda: self.come_back(send, life, number, answer))

    def reach(self, send: Send, number: int) -> SimAnswer:
        """The request reaches the exchange, maybe long after the program has given up on it."""
        cid, now, exchange = send.client_id, self.now, self.exchange
        if send.ask is Ask.SUBMIT:
            digest, not_after = self.bytes_of(cid)
            message: Any = exchange.submit(cid, digest, not_after, now)
        elif send.ask is Ask.LOOKUP:
            message = exchange.lookup(cid, now)
        elif send.ask is Ask.CANCEL:
            message = exchange.cancel(cid, now)
        else:
            message = exchange.kill(send.number, now, stop=send.stop)
        status = message.status if isinstance(message, ProblemDetails) else 200
        answer = SimAnswer(message, status, signed=True, request=number)
        self.answers.setdefault(cid, []).append(answer)
        return answer

    def spoil(self, fault: str, send: Send, real: SimAnswer, number: int) -> SimAnswer | None:
        if fault == "then_500":
            return SimAnswer(None, 500, signed=False, request=number)
        if fault == "stale_answer":
            earlier = self.answers.get(send.client_id, [real])
            return self.chance.choice(earlier) if len(earlier) > 1 else None
        if fault == "others_answer":
            others = [found[-1] for cid, found in self.answers.items() if cid != send.client_id]
            return self.chance.choice(others) if others else None
        return None

    def forge(self, fault: str, send: Send, number: int) -> SimAnswer | None:
        status = {"unsigned_500": 500, "unsigned_429": 429, "portal_200": 200, "redirect": 302, "forged_no": 403}.get(
            fault
        )
        if status is None:
            return None
        message = None
        if fault == "forged_no" and send.client_id:
            digest, _ = self.bytes_of(send.client_id)
            code = ProblemCode.LIMIT_EXCEEDED
            message = problem(code, instant(self.now), client_id=send.client_id, digest=digest)
        return SimAnswer(message, status, signed=False, request=number)

    def come_back(self, send: Send, life: int, number: int, answer: SimAnswer | None) -> None:
        """The answer, or the time-out, reaches the program, if it is still the same process."""
        if life != self.life:
            return
        self.outstanding.discard(send.client_id)
        if self.faulty and self.chance.random() < 0.02:
            self.tally.faults["killed_before_answer"] += 1
            self.core = self.start_program()
            return
        verdict = self.judge(send, number, answer)
        if not isinstance(verdict, Unclear):
            self.asked_since_start.add(send.client_id)
        self.run_program(lambda: self.core.answered(send.ask, send.client_id, verdict, self.mono()), answer)

    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        """What the shell makes of an answer: only one signed for this very request is read."""
        if answer is None:
            return Unclear("no answer")
        if not answer.signed or answer.request != number:
            return Unclear("not signed for this request")
        return verdict_of(send.ask, send.client_id, self.exchange.account, answer.status, answer.message)

    def bytes_of(self, cid: str) -> tuple[str, int]:
        row = self.disk_rows[cid]
        return row.digest, row.not_after

    def check_leaving(self, send: Send) -> None:
        if send.client_id in self.outstanding:
            raise Broken("order", "two requests about one bid at a time")
        times = self.asked.setdefault(send.client_id, [])
        times.append(self.now)
        if len(times) > 10 and times[-10] > self.now - 1000:
            raise Broken("order", "a storm of requests")
        if send.ask is not Ask.SUBMIT:
            return
        row = self.disk_rows.get(send.client_id)
        if row is None or row.state is not State.SENDING:
            raise Broken("order", "bytes left before the bid was durably SENDING")
        if self.disk_switch.stopped:
            raise Broken("order", "bytes left while the stop switch was thrown")
        if send.client_id in self.cancel_wanted:
            raise Broken("order", "bytes left after a cancel")
        if self.unresolved_at_start - self.asked_since_start:
            raise Broken("order", "bytes left before recovery was complete")

    # faults

    def pick_fault(self) -> str | None:
        if not self.faulty:
            return None
        if self.now < self.down_until:
            self.tally.faults["network_down"] += 1
            return "request_lost"
        if self.chance.random() >= self.fault_rate:
            return None
        fault = self.chance.choice(NETWORK_FAULTS)
        self.tally.faults[fault] += 1
        return fault

    def may_die(self, where: str) -> None:
        if self.faulty and self.chance.random() < 0.03:
            self.tally.faults[where] += 1
            raise Killed

    def disk_may_fail(self) -> None:
        if self.faulty and self.chance.random() < 0.02:
            self.tally.faults["disk_fails"] += 1
            raise DiskFailed

    # people and time

    def at(self, delay: int, act: Callable[[], Any]) -> None:
        self.order += 1
        heapq.heappush(self.queue, (self.now + delay, self.order, act))

    def confirm(self) -> None:
        self.tally.bids += 1
        number = self.tally.bids
        cid = f"{self.now:012x}"[:8] + f"-{number & 0xFFFF:04x}-7000-8000-{self.chance.getrandbits(48):012x}"
        digest = f"{self.chance.getrandbits(256):064x}"
        row = Row(cid, digest, self.now + self.chance.choice((1_500, 4_000, 15_000, 40_000)))
        if self.faulty and self.chance.random() < 0.01:
            self.collided.add(cid)
            self.exchange.submit(cid, "f" * 64, self.now + 1, self.now)
        self.run_program(lambda: self.core.confirm(row))

    def person(self) -> None:
        """Somebody does something."""
        what = self.chance.random()
        if what < 0.5:
            self.confirm()
        elif what < 0.75:
            cids = list(self.disk_rows)
            if cids:
                cid = self.chance.choice(cids)
                self.run_program(lambda: self.core.cancel(cid))
                if self.disk_rows[cid].state in (State.CANCEL_PENDING, State.CANCELLED):
                    self.cancel_wanted.add(cid)
        elif what < 0.80:
            self.run_program(self.core.stop)
            if self.disk_switch.stopped:
                self.stopped_before |= {cid for cid, row in self.disk_rows.items() if row.state not in FINAL}
        elif what < 0.88:
            self.run_program(self.core.rearm)
        else:
            held = [cid for cid, row in self.disk_rows.items() if row.state is State.HELD]
            if held and not self.disk_switch.stopped:
                cid = self.chance.choice(held)
                self.releasable.add(cid)
                self.stopped_before.discard(cid)
                self.run_program(lambda: self.core.release(cid))

    def mishap(self) -> None:
        """Something happens to the machine or the network."""
        what = self.chance.choice(
            (
                "clock_jumps",
                "machine_sleeps",
                "network_down",
                "stale_event",
                "events_lost",
                "other_seat_stops",
                "auction",
                "phase",
            )
        )
        if what in MACHINE_FAULTS:
            self.tally.faults[what] += 1
        if what == "clock_jumps":
            self.wall_error = self.chance.choice((-86_400_000, -5_000, 0, 5_000, 86_400_000))
        elif what == "machine_sleeps":
            self.now += self.chance.choice((5_000, 60_000))
        elif what == "network_down":
            self.down_until = self.now + self.chance.randint(500, 10_000)
        elif what == "stale_event":
            self.hear(self.chance.choice(self.exchange.events)) if self.exchange.events else None
        elif what == "events_lost":
            self.core.recheck(list(self.core.rows))
        elif what == "other_seat_stops":
            self.exchange.kill(self.exchange.kill_number + 1, self.now, stop=self.chance.random() < 0.3)
        elif what == "auction":
            open_bids = [cid for cid, held in self.exchange.held.items() if held.record.status is BidStatus.OPEN]
            self.exchange.auction(self.now, {cid for cid in open_bids if self.chance.random() < 0.3})
        else:
            self.exchange.phase_no_cancel = not self.exchange.phase_no_cancel

    def hear(self, event: Any) -> None:
        if isinstance(event, KillEvent):
            self.run_program(lambda: self.core.switch_heard(event.number, stopped=event.stopped))
        elif isinstance(event, BidEvent):
            found = found_of(event.record, event.record.client_id, self.exchange.account)
            if isinstance(found, Found):
                self.run_program(lambda: self.core.heard(event.record.client_id, found))

    def hear_events(self) -> None:
        """The event feed, from the last number that is durable."""
        if self.faulty and self.chance.random() < 0.3:
            return
        life = self.life
        for event in self.exchange.events[self.disk_event :]:
            self.hear(event)
            if self.life != life:  # killed before the new number became durable
                return
        self.disk_event = len(self.exchange.events)

    # the run

    def run(self) -> None:
        """The whole life; raises Broken."""
        for _ in range(self.chance.randint(1, 3)):
            self.confirm()
        end = START + self.chance.randint(4_000, 40_000)
        self.at(0, self.tick)
        for each in (self.person, self.mishap, self.hear_events):
            self.every(each)
        self.go(end)
        self.faulty = False
        self.wall_error = 0
        self.exchange.phase_no_cancel = False
        self.core = self.start_program() if self.chance.random() < 0.3 else self.core
        self.core.nudge()
        calm = self.now
        for held in list(self.exchange.held.values()):
            if held.record.cancel_requested and held.record.status is BidStatus.OPEN:
                self.exchange.auction(self.now, set())
                break
        self.settled_at = {}
        self.go(calm + QUIET)
        self.compare(calm)

    def every(self, act: Callable[[], None]) -> None:
        def again() -> None:
            if self.faulty or act == self.hear_events:
                act()
                self.at(self.chance.randint(100, 4_000) if self.faulty else 1_000, again)

        self.at(self.chance.randint(1, 2_000), again)

    def tick(self) -> None:
        """A round of the sender."""
        self.run_program(lambda: self.core.due(self.wall(), self.mono()))
        wake = self.core.next_wake()
        pause = 1_000 if wake is None else min(max(wake - self.now, 10), 1_000)
        self.at(pause, self.tick)

    def go(self, end: int) -> None:
        while self.queue and self.queue[0][0] <= end:
            at, _, act = heapq.heappop(self.queue)
            self.now = max(self.now, at)
            act()
            if not self.faulty and self.done():
                return

    def done(self) -> bool:
        rows = self.disk_rows.values()
        return (
            self.disk_event == len(self.exchange.events)
            and self.disk_switch.heard
            and not self.outstanding
            and all(row.state is State.HELD or row.state is State.ACKED or row.state in FINAL for row in rows)
            and self.core.next_wake() is None
        )

    def compare(self, calm: int) -> None:
        """What the program says against what the exchange did."""
        effects: Counter[str] = Counter()
        for held in self.exchange.held.values():
            if held.record.digest:
                effects[held.record.digest] += held.effects
        for cid, row in self.disk_rows.items():
            self.tally.states[row.state] += 1
            if effects[row.digest] > 1:
                raise Broken("doubled", f"{cid} took effect {effects[row.digest]} times")
            self.compare_bid(cid, row, effects[row.digest])
            possible = max(calm, row.not_after + NOT_AFTER_MARGIN) if row.state is State.EXPIRED else calm
            self.tally.slowest = max(self.tally.slowest, self.settled_at.get(cid, calm) - possible)
        known = set(self.disk_rows) | self.collided
        if any(cid not in known for cid, held in self.exchange.held.items() if held.effects):
            raise Broken("doubled", "the exchange holds a bid that nobody confirmed")
        if not self.disk_switch.heard or self.disk_switch.stopped != self.exchange.stopped:
            raise Broken("wrong", "the stop switch does not stand at the exchange as it stands here")

    def compare_bid(self, cid: str, row: Row, effects: int) -> None:
        held = self.exchange.held.get(cid)
        status = held.record.status if held is not None and held.record.digest == row.digest else None
        if row.state in UNRESOLVED or (row.state is State.CONFIRMED and not self.core.switch.stopped):
            raise Broken("lost", f"{cid} is still {row.state} after {QUIET // 1000} quiet seconds")
        expected: dict[State, bool] = {
            State.ACKED: status is BidStatus.OPEN,
            State.WON: status is BidStatus.WON,
            State.CANCELLED: effects == 0 or status is BidStatus.CANCELLED,
            State.REFUSED: status is BidStatus.REFUSED,
            State.EXPIRED: effects == 0,
            State.HELD: effects == 0,
            State.CONFLICT: cid in self.collided,
        }
        if not expected.get(row.state, False):
            raise Broken("wrong", f"{cid} is said to be {row.state}; the exchange has {status} ({effects} effects)")
        if row.state is State.ACKED and cid in self.cancel_wanted:
            raise Broken("wrong", f"{cid} still stands although its cancel was taken")
        if row.state is State.ACKED and cid in self.stopped_before:
            raise Broken("wrong", f"{cid} still stands although the stop switch was thrown")
        if cid in self.collided and row.attempts and row.state not in (State.CONFLICT,):
            raise Broken("wrong", f"{cid} belongs to another bid and is said to be {row.state}")
