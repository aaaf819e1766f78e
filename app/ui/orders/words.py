"""What a state is called, what comes next, and how it looks. Colour never stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.views import Awaits, Order, OrderState


@dataclass(frozen=True)
class StateLook:
    """English words for the state and the next step, an icon, and a tone of the theme."""

    word: str
    next_step: str
    icon: str
    tone: str


STATE_LOOKS: dict[OrderState, StateLook] = {
    "saved": StateLook("Saved", "Will be sent as soon as the exchange answers", "hourglass", "muted"),
    "held": StateLook("Held back", "Nothing is sent before it is let go", "pause", "warn"),
    "sending": StateLook("Sending", "Waiting for the exchange's receipt", "send", "accent_ink"),
    "unknown": StateLook("Checking", "Asking the exchange whether it arrived; it is not sent twice", "loader", "warn"),
    "accepted": StateLook("In the auction", "Clears at the next auction", "gavel", "accent_ink"),
    "rejected": StateLook("Refused", "Nothing was bought; change it and submit again", "ban", "bad"),
    "cancelling": StateLook("Cancelling", "Waiting for the exchange to confirm", "hourglass", "warn"),
    "cancelled": StateLook("Cancelled", "Nothing more happens", "circle-x", "muted"),
    "filled": StateLook("Filled", "See positions for the hours you own", "circle-check", "good"),
    "lost": StateLook("Not filled", "Raise the limit or widen the window and try again", "circle-dashed", "muted"),
    "expired": StateLook("Lapsed", "Nothing more happens", "clock", "muted"),
}
"""Every state of an order."""

AWAITS: dict[Awaits, str] = {
    "approval": "Waits for a second person's signature; nothing is sent before",
    "release": "Held back by the stop switch; it goes only after you let it",
}
"""What a held order waits for."""

TRAIL_KINDS = {
    "text": "What you wrote",
    "spans": "How each word was read",
    "reader": "What read it",
    "prompt": "What the model was asked",
    "raw_output": "What the model answered",
    "edits": "What you changed",
    "policy": "The desk's rules then",
    "limits": "What the limits said",
    "screen": "What the review showed",
    "confirmed": "The bid as confirmed, byte for byte",
    "approval": "A second person's signature",
    "state": "Where it stood",
    "attempt": "Each time it left, as signed",
    "proof": "What the exchange signed",
    "alarm": "Alarm",
}
"""Kinds of entries of the audit chain."""


def next_step(order: Order) -> str:
    """English words for what comes next."""
    return AWAITS.get(order.awaits) or STATE_LOOKS[order.state].next_step
