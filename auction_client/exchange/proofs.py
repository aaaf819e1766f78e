"""Proofs as documents: a verified answer with all that a stranger, given the exchange's key, needs to check it."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from auction_client.exchange.problems import ProblemDetails
from auction_client.exchange.protocol import BIDS, KILL, BidRecord, CancelReceipt, KeyText, KillReceipt, Receipt
from auction_client.exchange.signing import Proof, RequestSignature, SignatureError, verify_response
from auction_client.exchange.wire import MARKET_CAP, WireError, read_message, write_message
from auction_client.model.bid import Frozen


class ProofRequest(Frozen):
    """The request that an answer is bound to."""

    method: str
    target: str
    idempotency_key: str
    content_digest: str
    signature_input: str
    signature: str
    keyid: str
    created: int


class ProofDocument(Frozen):
    """A signed answer, complete. `body` is the answer's text exactly as signed."""

    version: Literal[1] = 1
    request: ProofRequest
    status: Annotated[int, Field(strict=True, ge=100, le=599)]
    headers: dict[str, str]
    body: str
    exchange_key: KeyText


def proof_bytes(proof: Proof, exchange_key: str) -> bytes:
    """A proof as one JSON document."""
    request = proof.request
    return write_message(
        ProofDocument(
            request=ProofRequest(
                method=request.method,
                target=request.target,
                idempotency_key=request.idempotency_key,
                content_digest=request.content_digest,
                signature_input=request.signature_input,
                signature=request.signature,
                keyid=request.keyid,
                created=request.created,
            ),
            status=proof.status,
            headers=dict(proof.headers),
            body=proof.body.decode("utf-8"),
            exchange_key=exchange_key,
        )
    )


def verify_proof(document: bytes, exchange_key: str) -> Proof:
    """Checks a proof document against a public key that the reader trusts (base64url, 32 bytes). Raises SignatureError
    if it does not hold, WireError if it is not such a document."""
    read = read_message(ProofDocument, document, MARKET_CAP)
    if read.exchange_key != exchange_key:
        raise SignatureError("key", "the proof names another exchange key than the one it is checked with")
    return verify_response(
        request=RequestSignature(**read.request.model_dump()),
        status=read.status,
        headers=read.headers.items(),
        body=read.body.encode("utf-8"),
        public_key=exchange_key,
    )


def read_proof(document: bytes) -> Receipt | BidRecord | CancelReceipt | KillReceipt | ProblemDetails:
    """The message inside a proof document that was verified when it was stored. Raises WireError."""
    read = read_message(ProofDocument, document, MARKET_CAP)
    body = read.body.encode("utf-8")
    if read.status != 200:
        return read_message(ProblemDetails, body, MARKET_CAP)
    kinds: dict[str, type[Receipt | BidRecord | CancelReceipt]] = {
        "PUT": Receipt,
        "GET": BidRecord,
        "DELETE": CancelReceipt,
    }
    path = urlsplit(read.request.target).path
    if path == KILL:
        return read_message(KillReceipt, body, MARKET_CAP)
    if not path.startswith(f"{BIDS}/") or read.request.method not in kinds:
        raise WireError("the proof is of no bid")
    return read_message(kinds[read.request.method], body, MARKET_CAP)
