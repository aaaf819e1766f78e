"""What can go wrong in a simulated life, what comes back for a request, and what is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

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
