"""Every error an exchange may answer with: problem details (RFC 9457) from one closed list.

`definite` says what the answer proves. A definite problem was recorded by the exchange under the client id: the id has
had no effect, never will, and every later copy gets the same answer. An indefinite one speaks of this one request only;
an earlier or later copy of the same bid may still take effect, so the sender must ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from auction_client.exchange.ids import ClientId
from auction_client.model.bid import Frozen
from auction_client.model.fields import Instant

TYPE_PREFIX = "urn:bidwright:problem:"


class ProblemCode(StrEnum):
    """The closed list."""

    # definite: recorded under the id
    INVALID_REQUEST = "invalid-request"
    INVALID_BID = "invalid-bid"
    NOT_DELIVERABLE = "not-deliverable"
    LIMIT_EXCEEDED = "limit-exceeded"
    INSUFFICIENT_HOLDING = "insufficient-holding"
    STOPPED = "stopped"
    TOO_LATE = "too-late"
    ID_TOO_OLD = "id-too-old"
    CANCELLED_BEFORE_ARRIVAL = "cancelled-before-arrival"
    REPLACED_NOT_OPEN = "replaced-not-open"
    # about the id, but not a refusal of it
    ID_REUSED = "id-reused"
    UNKNOWN_ID = "unknown-id"
    # indefinite: about this request only
    BAD_SIGNATURE = "bad-signature"
    UNKNOWN_KEY = "unknown-key"
    CLOCK_SKEW = "clock-skew"
    MALFORMED = "malformed"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    FORBIDDEN_ORIGIN = "forbidden-origin"
    WRONG_HOST = "wrong-host"
    TOO_LARGE = "too-large"
    WRONG_MEDIA_TYPE = "wrong-media-type"
    TOO_MANY_REQUESTS = "too-many-requests"
    BUSY = "busy"
    INTERNAL = "internal"


@dataclass(frozen=True)
class ProblemKind:
    """What a code always means: its HTTP status, whether it is definite, and its fixed title."""

    status: int
    definite: bool
    title: str


KINDS: dict[ProblemCode, ProblemKind] = {
    ProblemCode.INVALID_REQUEST: ProblemKind(400, True, "The submission does not follow the schema"),
    ProblemCode.INVALID_BID: ProblemKind(400, True, "The bid breaks a rule of the market"),
    ProblemCode.NOT_DELIVERABLE: ProblemKind(400, True, "No coming auction can deliver this bid"),
    ProblemCode.LIMIT_EXCEEDED: ProblemKind(403, True, "The bid is over a limit of the account"),
    ProblemCode.INSUFFICIENT_HOLDING: ProblemKind(403, True, "The account does not hold what the bid sells"),
    ProblemCode.STOPPED: ProblemKind(403, True, "The account is stopped"),
    ProblemCode.TOO_LATE: ProblemKind(410, True, "The bid arrived after its not_after"),
    ProblemCode.ID_TOO_OLD: ProblemKind(410, True, "The client id is older than the exchange remembers"),
    ProblemCode.CANCELLED_BEFORE_ARRIVAL: ProblemKind(410, True, "The bid was cancelled before it arrived"),
    ProblemCode.REPLACED_NOT_OPEN: ProblemKind(409, True, "The bid to be replaced is not open"),
    ProblemCode.ID_REUSED: ProblemKind(422, False, "Another bid has already used this client id"),
    ProblemCode.UNKNOWN_ID: ProblemKind(404, False, "The exchange has never seen this client id"),
    ProblemCode.BAD_SIGNATURE: ProblemKind(401, False, "The signature does not verify"),
    ProblemCode.UNKNOWN_KEY: ProblemKind(401, False, "The key is not enrolled"),
    ProblemCode.CLOCK_SKEW: ProblemKind(401, False, "The request was signed too far from the exchange's time"),
    ProblemCode.MALFORMED: ProblemKind(400, False, "The request cannot be read"),
    ProblemCode.NOT_FOUND: ProblemKind(404, False, "No such path"),
    ProblemCode.METHOD_NOT_ALLOWED: ProblemKind(405, False, "The path does not offer this method"),
    ProblemCode.FORBIDDEN_ORIGIN: ProblemKind(403, False, "Requests from web pages are refused"),
    ProblemCode.WRONG_HOST: ProblemKind(421, False, "The request is meant for another host"),
    ProblemCode.TOO_LARGE: ProblemKind(413, False, "The request is too large"),
    ProblemCode.WRONG_MEDIA_TYPE: ProblemKind(415, False, "Only application/json is read"),
    ProblemCode.TOO_MANY_REQUESTS: ProblemKind(429, False, "Too many requests; this one had no effect"),
    ProblemCode.BUSY: ProblemKind(503, False, "The exchange is busy; this request had no effect"),
    ProblemCode.INTERNAL: ProblemKind(500, False, "The exchange failed"),
}


class FieldFault(Frozen):
    """One fault of a request or of a bid: where (``root.items[0].limit``), a code, and words."""

    path: Annotated[str, Field(max_length=512)]
    code: Annotated[str, Field(max_length=64)]
    message: Annotated[str, Field(max_length=512)]


class ProblemDetails(Frozen):
    """The body of every answer that is not 200 (media type application/problem+json).

    `server_time` is the exchange's clock at the answer. An `unknown-id` whose server_time lies after a bid's
    `not_after` proves that the bid never took effect and never will.
    """

    type: Annotated[str, Field(pattern=r"^urn:bidwright:problem:[a-z-]{1,40}$")]
    code: ProblemCode
    title: Annotated[str, Field(max_length=200)]
    status: Annotated[int, Field(strict=True, ge=400, le=599)]
    definite: Annotated[bool, Field(strict=True)]
    server_time: Instant
    detail: Annotated[str, Field(max_length=2000)] = ""
    client_id: ClientId | None = None
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    retry_after: Annotated[int, Field(strict=True, ge=0, le=86_400)] | None = None
    faults: Annotated[tuple[FieldFault, ...], Field(max_length=256)] = ()
    version: Literal[1] = 1


def is_consistent(problem: ProblemDetails) -> bool:
    """Whether type, status and definite are those that the list gives to the code."""
    kind = KINDS[problem.code]
    return (problem.type, problem.status, problem.definite) == (
        TYPE_PREFIX + problem.code.value,
        kind.status,
        kind.definite,
    )


def problem(
    code: ProblemCode,
    server_time: Instant,
    detail: str = "",
    *,
    client_id: str | None = None,
    digest: str | None = None,
    retry_after: int | None = None,
    faults: tuple[FieldFault, ...] = (),
) -> ProblemDetails:
    """The problem details of a code, with the fixed parts filled in from the list."""
    kind = KINDS[code]
    return ProblemDetails(
        type=TYPE_PREFIX + code.value,
        code=code,
        title=kind.title,
        status=kind.status,
        definite=kind.definite,
        server_time=server_time,
        detail=detail,
        client_id=client_id,
        digest=digest,
        retry_after=retry_after,
        faults=faults,
    )
