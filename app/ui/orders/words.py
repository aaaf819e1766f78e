"""What a state is called, what comes next, and how it looks. Colour never stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.views import OrderState


@dataclass(frozen=True)
class StateLook:
    """English words for the state and the next step, an icon, and a tone of the theme."""

    word: str
    next_step: str
    icon: str
    tone: str


STATE_LOOKS: dict[OrderState, StateLook] = {
    "saved": StateLook("Saved", "Will be sent as soon as the exchange answers", "hourglass", "muted"),
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
