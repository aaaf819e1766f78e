"""What the window shows of orders, positions and the market: frozen values, whatever venue they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from auction_client.model.bid import Bid, Lot

OrderState = Literal[
    "saved", "held", "sending", "unknown", "accepted", "rejected", "cancelling", "cancelled", "filled", "lost",
    "expired",
]  # fmt: skip
FINAL_STATES: frozenset[OrderState] = frozenset({"rejected", "cancelled", "filled", "lost", "expired"})
CANCELLABLE_STATES: frozenset[OrderState] = frozenset({"saved", "held", "unknown", "accepted"})
Awaits = Literal["", "approval", "release"]
"""What lets a held order go: a second person's signature, or the user's own word after the stop switch."""
Phase = Literal["open", "indicative", "no_cancel", "closed"]


@dataclass(frozen=True)
class Caution:
    """One thing to acknowledge before a bid is confirmed. The window says it in the user's language from `code` and
    `facts`; of the codes `desk_…` the fact `message` has the desk's own words, for a code the window does not know. A
    `block` cannot be acknowledged; one that needs a `reason` is so far out that the user must write why. `id`: what the
    desk knows its own by, "" for one of the app's."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    block: bool = False
    id: str = ""
    reason: bool = False


@dataclass(frozen=True)
class OrderEvent:
    """One thing that happened to an order, and the words that the venue or the app gave for it."""

    at: datetime
    state: OrderState
    words: str = ""


@dataclass(frozen=True)
class OrderFill:
    """What one lot got. `product` is its name for people, with its place; `hours` are [start, end) stretches; `price`
    is USD per GPU-hour or token."""

    path: str
    product: str
    quantity: int
    hours: tuple[tuple[datetime, datetime], ...]
    price: Decimal | None


@dataclass(frozen=True)
class Proof:
    """The exchange's signed receipt of a bid: its number, when it was received, its auction, and the bid's digest."""

    sequence: int
    received_at: datetime
    auction: str
    digest: str


@dataclass(frozen=True)
class Order:
    """One confirmed bid. `pay` is USD, negative = receives; `proof` is None while the exchange has signed nothing;
    `awaits` goes with the state `held`."""

    id: str
    created: datetime
    text: str
    bid: Bid
    state: OrderState
    worst_case: Decimal | None
    reason: str = ""
    pay: Decimal | None = None
    fills: tuple[OrderFill, ...] = ()
    history: tuple[OrderEvent, ...] = ()
    proof: Proof | None = None
    awaits: Awaits = ""


@dataclass(frozen=True)
class TrailEntry:
    """One entry of an order's audit chain: its number in the chain, its kind, what was recorded, and its hash."""

    number: int
    at: datetime
    kind: str
    words: str
    hash: str


@dataclass(frozen=True)
class Rules:
    """What the desk has given itself, and who this account is. Amounts are USD; None: no such rule. `approvers` are
    names and public keys; `key_kept` says where the account's own key is. A written reason is asked for where a price
    is `reason_price` times its last clearing or a size `reason_size` times what is warned of, or at `reason_always`."""

    bid_total: Decimal
    budget: Decimal | None
    budget_days: int
    approvers: tuple[tuple[str, str], ...]
    approval_above: Decimal
    public_key: str
    key_kept: str
    reason_price: int | None = None
    reason_size: int | None = None
    reason_always: bool = False


@dataclass(frozen=True)
class ModelView:
    """A language model: a GGUF file, a checkpoint folder, or a server. `place` is its path or address; `sha256` and
    `size` (bytes) are the pinned content, None for a server; `adapter` names the project's own training laid over it;
    `present` is False where its file is gone."""

    name: str
    kind: Literal["gguf", "checkpoint", "server"]
    place: str
    sha256: str | None
    size: int | None
    adapter: str
    licence: str
    used: bool
    present: bool


@dataclass(frozen=True)
class SignRequest:
    """Somebody else's bid that waits for this person's signature. `total` is the most it can cost, USD, None where
    nothing bounds it; `document` is what was handed over."""

    order_id: str
    bid: Bid
    total: Decimal | None
    digest: str
    document: bytes


@dataclass(frozen=True)
class Position:
    """Owned GPU hours ([start, end) stretches, each of `quantity` GPUs) or owned tokens (`hours` empty). `paid` is what
    they cost, `paid_out` what the tokens have brought so far, USD."""

    id: str
    product: str
    gpu: str | None
    region: str
    quantity: int
    hours: tuple[tuple[datetime, datetime], ...]
    paid: Decimal | None = None
    form: str | None = None
    memory_gb: int | None = None
    interconnect: str | None = None
    min_uptime: str | None = None
    token: str | None = None
    paid_out: Decimal | None = None


@dataclass(frozen=True)
class Quote:
    """A product and its price: the last clearing, the one before, a history of clearings, and the hours ahead."""

    product: str
    label: str
    gpu: str
    region: str
    last: Decimal | None
    change: float | None
    history: tuple[tuple[datetime, Decimal], ...] = ()
    ahead: tuple[tuple[datetime, Decimal | None], ...] = ()


@dataclass(frozen=True)
class TokenQuote:
    """A model token. `revenue` is USD paid out per token in the last distribution, `score` its latest evaluation;
    `distributions` are all of them, (when, USD per token), oldest first."""

    symbol: str
    name: str
    last: Decimal | None
    change: float | None
    revenue: Decimal | None = None
    score: float | None = None
    history: tuple[tuple[datetime, Decimal], ...] = ()
    distributions: tuple[tuple[datetime, Decimal], ...] = ()
    supply: int | None = None


@dataclass(frozen=True)
class AuctionTimes:
    """One announced auction: it takes bids until `gate`, tells its result at `result`, and sells the hours [first,
    last)."""

    gate: datetime
    result: datetime
    first: datetime
    last: datetime


@dataclass(frozen=True)
class MarketView:
    """The market at one moment. `next_gate` is when the next auction takes its last bid; `auctions` are the running one
    and those that are announced, in order; `ahead_is_indicative`: the prices ahead are what the running auction would
    clear at now, else those of the last clearing."""

    as_of: datetime
    venue: str
    phase: Phase
    next_gate: datetime | None
    quotes: tuple[Quote, ...] = ()
    tokens: tuple[TokenQuote, ...] = ()
    auctions: tuple[AuctionTimes, ...] = ()
    ahead_is_indicative: bool = False


@dataclass(frozen=True)
class Fix:
    """One change that would make the bid clear, or cheaper, and what it then costs in USD (negative: received).

    `code` says which field changes; `before` is its value now where the words need it; `lot` is the changed lot, to be
    put at `path`, None where the group there gets this `budget`; `of` names the lot where the bid has several."""

    code: str
    path: str
    before: str
    lot: Lot | None
    pay: Decimal
    of: str = ""
    budget: Decimal | None = None


@dataclass(frozen=True)
class Obstacle:
    """Why the bid, or one of its lots named by `of`, does not fill. `pay` and `worth` go with the code `price`: what it
    comes to at the estimated prices, and the most (of a sale: the least) that its limit allows, USD."""

    code: str
    of: str = ""
    pay: Decimal | None = None
    worth: Decimal | None = None


@dataclass(frozen=True)
class PartialFill:
    """How many of the wanted GPU-hours (or tokens) would be filled, where that is not all of them."""

    units: int
    wanted: int
    tokens: bool = False


@dataclass(frozen=True)
class Alternative:
    """What one way of filling the bid would come to. `price` and `limit` are USD per GPU-hour (or token), None where
    there are several lots or no one price. `partial`: how much of it would be filled, None for all."""

    path: str
    label: str
    price: Decimal | None
    pay: Decimal | None
    taken: bool
    limit: Decimal | None = None
    partial: PartialFill | None = None


@dataclass(frozen=True)
class Reach:
    """A product that may serve the bid: in which [start, end) windows the bid's lots may take it, and in which hours
    the estimate would."""

    product: str
    wanted: tuple[tuple[datetime, datetime], ...]
    taken: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True)
class EstimateView:
    """The local estimate of one bid.

    `probability` lies strictly between 0 and 1, null where no scenarios are cleared yet. `ladder` is (USD per GPU-hour,
    probability) by rising chance; `scales`, where the bid has not one limit, (by what all limits and budgets are
    multiplied, probability). `binding` are products, named for people, with the hours that decide the price. `bids`
    and `hours` say how large the book is that the estimate was made from. `likely` is the 80 % interval of the
    probability, from so many `scenarios`; `gap` how far the cleared book may be from the best possible, as a share.
    `reach`: the products that may serve the bid, those it would take first. `partial`: how much of the way that is
    taken would be filled, None for all.
    """

    fills: bool
    probability: float | None
    pay: Decimal | None
    price: Decimal | None
    limit: Decimal | None
    alternatives: tuple[Alternative, ...] = ()
    ladder: tuple[tuple[Decimal, float], ...] = ()
    scales: tuple[tuple[float, float], ...] = ()
    binding: tuple[tuple[str, datetime], ...] = ()
    fixes: tuple[Fix, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    bids: int = 0
    hours: int = 0
    as_of: datetime | None = None
    likely: tuple[float, float] | None = None
    scenarios: int = 0
    gap: float = 0.0
    reach: tuple[Reach, ...] = ()
    partial: PartialFill | None = None
