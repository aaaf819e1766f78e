"""The states of a confirmed bid and the only moves between them: one table for the core, the database and the tests."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a confirmed bid stands, as far as this side can prove it."""

    CONFIRMED = "CONFIRMED"  # durable here, no byte sent
    HELD = "HELD"  # durable here, no byte sent, and kept back by the stop switch until a person releases it
    SENDING = "SENDING"  # bytes may be on their way
    UNKNOWN = "UNKNOWN"  # sent, outcome unknown: the exchange is being asked
    ACKED = "ACKED"  # accepted: the exchange's signed receipt is stored
    CANCEL_PENDING = "CANCEL_PENDING"  # a cancel is wanted and not yet proven
    WON = "WON"
    PARTLY_WON = "PARTLY_WON"
    LOST = "LOST"
    CANCELLED = "CANCELLED"
    REFUSED = "REFUSED"
    EXPIRED = "EXPIRED"  # not_after has passed and it is proven that the bid never took effect
    CONFLICT = "CONFLICT"  # another bid stands under this id: alarm, never resolved automatically


_S = State
_MOVES: dict[State, tuple[State, ...]] = {
    _S.CONFIRMED: (_S.SENDING, _S.HELD, _S.CANCELLED, _S.EXPIRED),
    _S.HELD: (_S.CONFIRMED, _S.CANCELLED, _S.EXPIRED),
    _S.SENDING: (_S.UNKNOWN, _S.ACKED, _S.REFUSED, _S.CONFLICT, _S.CANCELLED, _S.CANCEL_PENDING),
    _S.UNKNOWN: (_S.SENDING, _S.ACKED, _S.REFUSED, _S.CONFLICT, _S.CANCELLED, _S.EXPIRED, _S.CANCEL_PENDING),
    _S.ACKED: (_S.WON, _S.PARTLY_WON, _S.LOST, _S.CANCELLED, _S.CANCEL_PENDING),
    _S.CANCEL_PENDING: (_S.CANCELLED, _S.WON, _S.PARTLY_WON, _S.LOST, _S.REFUSED, _S.CONFLICT),
}
LEGAL_MOVES = frozenset((before, after) for before, afters in _MOVES.items() for after in afters)

NEVER_SENT = frozenset({State.CONFIRMED, State.HELD})
UNRESOLVED = frozenset({State.SENDING, State.UNKNOWN, State.CANCEL_PENDING})
"""Bytes were sent and the outcome is not proven: asked about at every start before anything else is sent."""
STANDING = UNRESOLVED | NEVER_SENT | {State.ACKED}
"""May still cost money."""
FINAL = frozenset(State) - STANDING
NEEDS_PROOF = frozenset({_S.ACKED, _S.WON, _S.PARTLY_WON, _S.LOST, _S.CANCELLED, _S.REFUSED, _S.EXPIRED, _S.CONFLICT})
"""Entered only with an answer signed by the exchange (CANCELLED and EXPIRED: unless no byte was sent)."""
