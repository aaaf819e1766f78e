"""The exchange protocol: paths and messages of every endpoint, shared by the client and by exchanges.

All requests carry an ``Idempotency-Key`` and a signature (`signing`); all answers are signed by the exchange and bound
to their request. Money is a decimal string in USD, counts are integers, instants are ISO 8601 with an offset. Every
answer that is not 200 is a `problems.ProblemDetails`. Market data has its messages in `market_data`.

| method and path | request | answer |
|---|---|---|
| GET /v1/exchange | | ExchangeInfo (answered to any key, at any clock) |
| GET /v1/time | | ServerTime (answered to any key, at any clock) |
| PUT /v1/account | EnrolRequest | Enrolment |
| GET /v1/account | | Enrolment of the key that asks |
| PUT /v1/account/key | RotateRequest | Enrolment of the new key |
| PUT /v1/bids/{client_id} | SubmitRequest | Receipt |
| GET /v1/bids/{client_id} | | BidRecord, or 404 unknown-id |
| GET /v1/bids?after=N&limit=M&status=S | | BidPage |
| DELETE /v1/bids/{client_id} | | CancelReceipt |
| GET /v1/events?after=N&limit=M | | EventPage |
| GET /v1/positions | | Positions |
| GET /v1/limits | | AccountLimits |
| PUT /v1/kill | KillRequest | KillReceipt |
| GET /v1/market/calendar, clearings, indicative, book, tokens | | see `market_data` |

What an exchange promises:

1. Bids are keyed on (account, client id) for ever, or new ids older than `id_retention_days` are refused. The same id
   with the same body gets the same stored answer; with another body, 422 `id-reused`.
2. A definite refusal is stored under the id exactly like an acceptance. Whatever is not stored is indefinite.
3. Nothing takes effect after `not_after`, by the exchange's clock. A look-up by id sees every earlier write.
4. A bid fills in at most one auction, all of it or the part that its lots allow; what is not filled lapses with it.
5. A cancel is never refused: of an open bid it works at once or, in the no-cancel phase, right after the auction; of an
   unknown id it leaves a tombstone that refuses the late original.
6. Each account's events are numbered 1, 2, 3 ... without gaps and can be replayed from any number.
7. An account has one key. Once another has taken its place, the old one signs nothing more and opens no account again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from auction_client.exchange.amounts import Amount
from auction_client.exchange.ids import ClientId
from auction_client.exchange.problems import ProblemDetails
from auction_client.model.bid import Bid, Frozen
from auction_client.model.fields import Count, Flag, Form, Instant, Interconnect, Name, Uptime, Words

PROTOCOL_VERSION = 1
MEDIA_TYPE = "application/json"
PROBLEM_MEDIA_TYPE = "application/problem+json"
PAGE_LIMIT = 200
"""Most records or events of one page."""

EXCHANGE = "/v1/exchange"
TIME = "/v1/time"
ACCOUNT = "/v1/account"
ACCOUNT_KEY = "/v1/account/key"
BIDS = "/v1/bids"
EVENTS = "/v1/events"
POSITIONS = "/v1/positions"
LIMITS = "/v1/limits"
KILL = "/v1/kill"
CALENDAR = "/v1/market/calendar"
CLEARINGS = "/v1/market/clearings"
INDICATIVE = "/v1/market/indicative"
BOOK = "/v1/market/book"
TOKENS = "/v1/market/tokens"


def bid_path(client_id: str) -> str:
    """The path of one bid."""
    return f"{BIDS}/{client_id}"


Digest = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 in lower-case hexadecimal."""
KeyText = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9_-]{43}$")]
"""32 bytes in base64url without padding: an Ed25519 public key, or the thumbprint that names one."""
AccountId = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9-]{1,64}$")]
Label = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=128)]
Sequence = Annotated[int, Field(strict=True, ge=0, le=10**15)]
EventNumber = Annotated[int, Field(strict=True, ge=1, le=10**15)]
SignedCount = Annotated[int, Field(strict=True, ge=-(10**9), le=10**9)]


class BidStatus(StrEnum):
    """Where a bid stands at the exchange. All but `open` are final."""

    OPEN = "open"
    WON = "won"
    PARTLY_WON = "partly_won"
    LOST = "lost"
    CANCELLED = "cancelled"
    REFUSED = "refused"


class AuctionPhase(StrEnum):
    """The life of an auction: orders come in; prices are shown; nothing can be withdrawn; the gate is shut; result."""

    OPEN = "open"
    INDICATIVE = "indicative"
    NO_CANCEL = "no_cancel"
    CLOSED = "closed"
    RESULT = "result"


class ExchangeInfo(Frozen):
    """Who answers. `public_key` is the Ed25519 key that signs every answer, this one included."""

    version: Literal[1] = 1
    name: Label
    public_key: KeyText
    server_time: Instant
    id_retention_days: Count
    practice: Flag


class ServerTime(Frozen):
    """The exchange's clock."""

    version: Literal[1] = 1
    server_time: Instant


class EnrolRequest(Frozen):
    """Asks for an account for the key that signs this very request. Repeating it gives the same account."""

    version: Literal[1] = 1
    public_key: KeyText
    label: Label


class Enrolment(Frozen):
    """The account that a key acts for."""

    version: Literal[1] = 1
    account: AccountId
    keyid: KeyText
    enrolled_at: Instant


class RotateRequest(Frozen):
    """Puts another key in the place of the one that signs this very request. `possession`: the new key's own Ed25519
    signature (base64) over `rotation_text`, which proves that its holder wants it so."""

    version: Literal[1] = 1
    public_key: KeyText
    possession: Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9+/]{86}==$")]


def rotation_text(old_keyid: str, public_key: str) -> bytes:
    """What a new key signs to take the place of an old one."""
    return f"bidwright key rotation 1\n{old_keyid}\n{public_key}".encode("ascii")


class SubmitRequest(Frozen):
    """A confirmed bid. The path and the Idempotency-Key carry the same client id.

    `not_after`: the exchange must not accept later than this. `replaces`: an open bid that is cancelled in the same
    step; if it is not open, this one is refused. `audit_head`: head of the sender's audit chain at confirmation,
    returned in the receipt, so that the exchange witnesses it.
    """

    version: Literal[1] = 1
    client_id: ClientId
    not_after: Instant
    bid: Bid
    replaces: ClientId | None = None
    audit_head: Digest | None = None


class Receipt(Frozen):
    """Proof of acceptance: written once, returned unchanged to every copy of the same submission.

    `digest` is the SHA-256 of the request body; `sequence` the number of the acceptance among the account's events.
    """

    version: Literal[1] = 1
    client_id: ClientId
    account: AccountId
    digest: Digest
    sequence: Sequence
    received_at: Instant
    auction: Label
    audit_head: Digest | None = None


class LotFill(Frozen):
    """What one lot got: `quantity` GPUs (or tokens) in each of its `slots`, the hours that many hours after `start`.
    A volume lot has `quantities` in the order of the slots instead. Tokens have no product, start or slots."""

    path: Annotated[str, Field(max_length=512)]
    product: Label | None = None
    region: Label | None = None
    quantity: Count | None = None
    quantities: Annotated[tuple[Annotated[int, Field(strict=True, ge=0, le=10**9)], ...], Field(max_length=9_000)] = ()
    start: Instant | None = None
    slots: Annotated[tuple[Annotated[int, Field(strict=True, ge=0, le=9_000)], ...], Field(max_length=9_000)] = ()


class BidRecord(Frozen):
    """All that the exchange knows of one client id. Exactly one of `receipt` and `refusal` is given, or neither where
    a cancel came before the bid (`status` cancelled, `digest` null). `pay`: USD due, negative = received."""

    version: Literal[1] = 1
    client_id: ClientId
    account: AccountId
    status: BidStatus
    digest: Digest | None
    receipt: Receipt | None = None
    refusal: ProblemDetails | None = None
    cancel_requested: Flag = False
    auction: Label | None = None
    pay: Amount | None = None
    fills: Annotated[tuple[LotFill, ...], Field(max_length=64)] = ()
    changed_at: Instant


class BidPage(Frozen):
    """Records in the order of their acceptance. `next`: the `after` of the following page, null at the end."""

    version: Literal[1] = 1
    bids: Annotated[tuple[BidRecord, ...], Field(max_length=PAGE_LIMIT)]
    next: Sequence | None = None


class CancelOutcome(StrEnum):
    """What a cancel did. `after_auction`: the running auction may still fill the bid; otherwise it is then cancelled.
    `already_final`: the bid had ended before; its record tells how. `tombstone`: the id was unknown and stays dead."""

    CANCELLED = "cancelled"
    AFTER_AUCTION = "after_auction"
    ALREADY_FINAL = "already_final"
    TOMBSTONE = "tombstone"


class CancelReceipt(Frozen):
    """Answer to a cancel, with the bid's record after it."""

    version: Literal[1] = 1
    client_id: ClientId
    account: AccountId
    outcome: CancelOutcome
    record: BidRecord
    server_time: Instant


class KillRequest(Frozen):
    """Sets the account's stop switch. The exchange obeys only a `number` above the last one it obeyed, so an old copy
    cannot undo a newer one. Stopping cancels all open bids and refuses new ones until a person re-arms."""

    version: Literal[1] = 1
    number: EventNumber
    stop: Flag


class KillReceipt(Frozen):
    """The switch as it stands after the request, and the bids that the last stop cancelled or will cancel."""

    version: Literal[1] = 1
    account: AccountId
    number: Sequence
    stopped: Flag
    cancelled: Annotated[tuple[ClientId, ...], Field(max_length=10_000)] = ()
    server_time: Instant


class ComputePosition(Frozen):
    """GPUs held (or owed: negative quantity) in each hour of [start, end). `paid`: USD, negative = received."""

    id: Label
    client_id: ClientId
    auction: Label
    product: Label
    gpu: Name
    form: Form | None = None
    memory_gb: Count | None = None
    interconnect: Interconnect | None = None
    region: Label
    uptime: Uptime
    interruptible: Flag
    tags: Words = ()
    quantity: SignedCount
    start: Instant
    end: Instant
    paid: Amount


class TokenPosition(Frozen):
    """Tokens held, what they cost, and what they have paid out so far (USD)."""

    symbol: Name
    quantity: SignedCount
    paid: Amount
    distributions: Amount


class Positions(Frozen):
    """Everything the account holds, as of the event numbered `sequence`. `cash`: USD, negative = owed."""

    version: Literal[1] = 1
    account: AccountId
    sequence: Sequence
    compute: Annotated[tuple[ComputePosition, ...], Field(max_length=10_000)] = ()
    tokens: Annotated[tuple[TokenPosition, ...], Field(max_length=1_000)] = ()
    cash: Amount
    server_time: Instant


class MoneyLevels(Frozen):
    """A limit in USD: above `warn` a person is asked again, above `block` nothing is sent."""

    warn: Amount | None = None
    block: Amount


class CountLevels(Frozen):
    """A limit as a whole number, with the same two levels."""

    warn: Count | None = None
    block: Count


class AccountLimits(Frozen):
    """Limits of an account; the same rules run before sending and at the exchange (`limits`).

    `collar_percent`: how far a limit price may lie from the last clearing price, for buys above and for sells below.
    `duplicate_minutes`: the same content again within this time is asked about (`warn`) or refused (`block`, minutes).
    """

    version: Literal[1] = 1
    price_per_gpu_hour: MoneyLevels
    price_per_token: MoneyLevels
    quantity: CountLevels
    token_quantity: CountLevels
    hours: CountLevels
    bid_total: MoneyLevels
    open_total: MoneyLevels
    collar_percent: CountLevels
    bids_per_minute: CountLevels
    duplicate_minutes: CountLevels


class BidEvent(Frozen):
    """A bid was accepted, refused, cancelled, filled or lapsed; `record` is its state after that."""

    kind: Literal["bid"] = "bid"
    sequence: EventNumber
    at: Instant
    record: BidRecord


class AuctionEvent(Frozen):
    """An auction entered a phase."""

    kind: Literal["auction"] = "auction"
    sequence: EventNumber
    at: Instant
    auction: Label
    phase: AuctionPhase


class KillEvent(Frozen):
    """The stop switch changed."""

    kind: Literal["kill"] = "kill"
    sequence: EventNumber
    at: Instant
    number: Sequence
    stopped: Flag


class DistributionEvent(Frozen):
    """A token paid out to its holders: `amount` USD to this account."""

    kind: Literal["distribution"] = "distribution"
    sequence: EventNumber
    at: Instant
    symbol: Name
    amount: Amount


Event = Annotated[BidEvent | AuctionEvent | KillEvent | DistributionEvent, Field(discriminator="kind")]


class EventPage(Frozen):
    """Events numbered above `after`, in order, without gaps. `oldest`: the first that can still be replayed (above
    `after` + 1: some are gone and the reader must list its bids); `latest`: the last one there is."""

    version: Literal[1] = 1
    events: Annotated[tuple[Event, ...], Field(max_length=PAGE_LIMIT)]
    oldest: Sequence
    latest: Sequence
