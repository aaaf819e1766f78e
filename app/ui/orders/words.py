"""What a state is called, what comes next, and how it looks. Colour never stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.views import Awaits, Order, OrderState
from app.ui.compose.lotwords import bid_headline
from app.ui.format import Format
from app.ui.words import Words


@dataclass(frozen=True)
class StateLook:
    """English words for the state and the next step (`short`: of the next step, for a row), an icon, and a tone of the
    theme."""

    word: str
    next_step: str
    short: str
    icon: str
    tone: str


STATE_LOOKS: dict[OrderState, StateLook] = {
    "saved": StateLook("Saved", "Will be sent as soon as the exchange answers", "not sent yet", "hourglass", "muted"),
    "held": StateLook("Held back", "Nothing is sent before it is let go", "waits for you", "pause", "warn"),
    "sending": StateLook("Sending", "Waiting for the exchange's receipt", "receipt to come", "send", "accent_ink"),
    "unknown": StateLook(
        "Checking", "Asking the exchange whether it arrived; it is not sent twice", "answer to come", "loader", "warn"
    ),
    "accepted": StateLook("In the auction", "Clears at the next auction", "result to come", "gavel", "accent_ink"),
    "rejected": StateLook("Refused", "Nothing was bought; change it and submit again", "change it", "ban", "bad"),
    "cancelling": StateLook("Cancelling", "Waiting for the exchange to confirm", "answer to come", "hourglass", "warn"),
    "cancelled": StateLook("Cancelled", "Nothing more happens", "", "circle-x", "muted"),
    "filled": StateLook("Filled", "The hours are yours: see positions", "in positions", "circle-check", "good"),
    "lost": StateLook(
        "Not filled", "Raise the limit or widen the window and try again", "change it", "circle-dashed", "muted"
    ),
    "expired": StateLook("Lapsed", "Nothing more happens", "", "clock", "muted"),
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
    "reason": "Why, in your words",
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


def ended_words(order: Order, t: Words, fmt: Format) -> str:
    """``8 H100: filled, $192.79 paid``, for a message."""
    bid = bid_headline(order.bid, t, fmt)
    if order.state == "filled" and order.pay is not None:
        amount = fmt.money(abs(order.pay))
        if order.pay < 0:
            return t("{bid}: filled, {amount} received", bid=bid, amount=amount)
        return t("{bid}: filled, {amount} paid", bid=bid, amount=amount)
    return t("{bid}: {state}", bid=bid, state=t(STATE_LOOKS[order.state].word))
