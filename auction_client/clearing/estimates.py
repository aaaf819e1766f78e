"""The values of an estimate. Every figure carries its basis; nothing here is a promise of the exchange."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from auction_client.clearing.outcome import SignedMoney
from auction_client.clearing.reasons import WhyNot
from auction_client.model.bid import Lot
from auction_client.model.fields import Instant, Money


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LotEstimate(_Part):
    """One lot of an alternative as it would be served: the product, the slots, the quantity in each (one quantity, of
    tokens), the greatest of them, the mean price in USD per GPU-hour (or per token) and what that comes to (negative:
    received)."""

    path: str
    product: str
    slots: tuple[int, ...]
    quantities: tuple[int, ...]
    quantity: int
    price: Money
    payment: SignedMoney


class Alternative(_Part):
    """One way the bid could be filled: an item of its one-of, or the whole bid. `worth`: the most it may pay.
    `payment` is None, and `why_not` says why, where the book has nothing on sale for it. Of lots that may be filled in
    part: as much as fills; where that is nothing, as much of all that is asked for as there is."""

    path: str
    fills: bool
    lots: tuple[LotEstimate, ...]
    payment: SignedMoney | None
    worth: SignedMoney | None
    why_not: WhyNot | None = None


class BindingHour(_Part):
    """An hour that decides the price: where it stands to the mean of the product's hours (1 = mean), and whether all
    hourly supply of that hour is sold."""

    product: str
    slot: int
    starts: Instant
    price: Money
    ratio: float
    sold_out: bool


class Rung(_Part):
    """The chance of a fill if every limit and budget of the bid were multiplied by `multiplier`, with an 80 % interval.
    `limit`: what the first lot's limit would then be, where it has one."""

    multiplier: float
    limit: Money | None
    probability: float
    low: float
    high: float


class Change(_Part):
    """One change of the draft: which field of which lot, from what to what, in words, what it would pay then, and how
    that differs from what it pays now (None where it does not fill now). Alone it is enough for a fill. `lot`: the lot
    at `path` as it would be; None where it is a group's budget that changes."""

    kind: str
    path: str
    before: str
    after: str
    message: str
    payment: SignedMoney
    difference: SignedMoney | None
    lot: Lot | None


class Basis(_Part):
    """What the figures stand on. `method`: "prices" (the draft set against the cleared book), "neighbourhood" (the
    draft's products cleared again with it) or "cleared" (the whole book cleared with it)."""

    book_start: Instant
    book_bids: int
    gap: float
    scenarios: int
    method: str
    as_of: Instant | None = None


class Estimate(_Part):
    """What the book says about one bid. `probability`, its 80 % interval and `ladder` need scenarios: None and ()
    without; the probability is never 0 or 1. `changes`: the
    cheapest single changes that would make a losing bid fill; `savings`: changes that would make
    a filling bid cheaper."""

    fills: bool
    alternative: str | None
    payment: SignedMoney | None
    alternatives: tuple[Alternative, ...]
    binding: tuple[BindingHour, ...]
    why_not: tuple[WhyNot, ...]
    changes: tuple[Change, ...] = ()
    savings: tuple[Change, ...] = ()
    probability: float | None = None
    probability_low: float | None = None
    probability_high: float | None = None
    ladder: tuple[Rung, ...] = ()
    basis: Basis
