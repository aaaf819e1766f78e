"""Four eyes, where a desk wants them: a large bid waits until a second person has signed for exactly its bytes.

The request is a document that can be handed over in any way; the second person's program shows the bid from those
bytes, and answers with a signature of its own key. The last gate before the network looks for that signature again.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from auction_client.exchange.ids import ClientId
from auction_client.exchange.protocol import Digest, KeyText, Label, SubmitRequest
from auction_client.exchange.signing import SigningKey, is_signed, keyid_of
from auction_client.exchange.wire import WireError, read_message, sha256_hex, write_message
from auction_client.model.bid import Bid, Frozen, lots_of
from auction_client.model.totals import worst_case_total


class ApprovalError(ValueError):
    """The approval does not hold. The text says why."""


@dataclass(frozen=True)
class FourEyes:
    """Whose signature is good (names by public key), and from which worst-case total on one is needed (USD; bids that
    sell need one too, since nothing bounds what a sale gives away)."""

    approvers: Mapping[str, str] = field(default_factory=dict)
    above: Decimal = Decimal(0)

    def needed(self, bid: Bid) -> bool:
        """Whether a bid needs a second person."""
        if not self.approvers:
            return False
        total = worst_case_total(bid.root)
        sells = any(lot.side == "sell" for _, lot in lots_of(bid.root))
        return total is None or total > self.above or sells


class ApprovalRequest(Frozen):
    """What the second person is asked to look at: the very bytes that would be sent."""

    version: Literal[1] = 1
    client_id: ClientId
    submission: str

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return sha256_hex(self.submission.encode("utf-8"))

    @property
    def bid(self) -> Bid:
        """The bid to show. Raises WireError."""
        return read_message(SubmitRequest, self.submission.encode("utf-8")).bid


class Approval(Frozen):
    """A second person's yes to exactly these bytes."""

    version: Literal[1] = 1
    client_id: ClientId
    digest: Digest
    public_key: KeyText
    name: Label
    signature: Annotated[str, Field(max_length=100)]


def request_of(client_id: str, body: bytes) -> bytes:
    """The document that asks for an approval."""
    return write_message(ApprovalRequest(client_id=client_id, submission=body.decode("utf-8")))


def read_request(document: bytes) -> ApprovalRequest:
    """Reads a request for the second person's screen. Raises ApprovalError."""
    try:
        request = read_message(ApprovalRequest, document)
        submission = read_message(SubmitRequest, request.submission.encode("utf-8"))
    except WireError as error:
        raise ApprovalError(f"this is no request for an approval: {error}") from None
    if submission.client_id != request.client_id:
        raise ApprovalError("the request names another bid than it contains")
    return request


def approve(request: ApprovalRequest, key: SigningKey, name: str) -> bytes:
    """The second person's signed yes."""
    signature = key.sign(_signed_text(request.client_id, request.digest))
    return write_message(
        Approval(
            client_id=request.client_id,
            digest=request.digest,
            public_key=key.public_text,
            name=name,
            signature=base64.b64encode(signature).decode(),
        )
    )


def check_approval(document: bytes, client_id: str, digest: str, rule: FourEyes, own_key: str) -> Approval:
    """Checks an approval for a bid. `own_key`: the public key that sends the bid; nobody is their own second person.
    Raises ApprovalError."""
    try:
        approval = read_message(Approval, document)
    except WireError as error:
        raise ApprovalError(f"this is no approval: {error}") from None
    if (approval.client_id, approval.digest) != (client_id, digest):
        raise ApprovalError("the approval is for another bid")
    if approval.public_key == own_key:
        raise ApprovalError("the approval is signed by the key that sends the bid; a second person must sign")
    if approval.public_key not in rule.approvers:
        raise ApprovalError(f"the key {keyid_of(approval.public_key)} may not approve here")
    if not is_signed(_signed_text(client_id, digest), approval.signature, approval.public_key):
        raise ApprovalError("the signature of the approval does not verify")
    return approval


def _signed_text(client_id: str, digest: str) -> bytes:
    return f"bidwright approval 1\n{client_id}\n{digest}".encode("ascii")
