"""A simulated program: the real submit core over a disk that may fail, in a process that may be killed at any step."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from typing import Any

from auction_client.exchange.core import Action, Alarm, Row, Send, Store, StoreSwitch, SubmitCore, Switch
from auction_client.exchange.states import LEGAL_MOVES, NEEDS_PROOF, NEVER_SENT, UNRESOLVED, State
from tests.torture.exchange_model import ExchangeModel
from tests.torture.faults import NETWORK_FAULTS, Broken, DiskFailed, Killed, SimAnswer, Tally

START = 1_790_000_000_000
"""Milliseconds of the epoch."""


class Program:
    """The program's side of a life, and the time it lives in."""

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

    def send(self, send: Send) -> None:
        """A request leaves the program."""
        raise NotImplementedError

    def bytes_of(self, cid: str) -> tuple[str, int]:
        row = self.disk_rows[cid]
        return row.digest, row.not_after

    def at(self, delay: int, act: Callable[[], Any]) -> None:
        self.order += 1
        heapq.heappush(self.queue, (self.now + delay, self.order, act))

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
