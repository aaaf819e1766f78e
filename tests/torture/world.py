"""One simulated life of a program, its disk, its network and an exchange: deterministic in its seed.

The submit core and the reading of answers are the real ones. The network loses, doubles, delays, forges and swaps;
the program is killed between any two steps; the disk fails; clocks jump; people cancel and throw the stop switch. At
the end all faults cease, and what the program says of every confirmed bid is compared with what the exchange did.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable
from typing import Any

from auction_client.exchange.core import NOT_AFTER_MARGIN, Row
from auction_client.exchange.protocol import BidEvent, BidStatus, KillEvent
from auction_client.exchange.states import FINAL, UNRESOLVED, State
from auction_client.exchange.verdicts import Found, found_of
from tests.torture.faults import MACHINE_FAULTS, Broken
from tests.torture.network import Network
from tests.torture.program import START

QUIET = 70_000
"""Milliseconds without faults in which everything has to be settled."""


class World(Network):
    """One life. Subclasses plant defects by overriding methods, of the program and the network too."""

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
