"""The file of one bid: everything from the words typed to the signed receipt, for somebody who was not there.

`export` writes it; `check` needs nothing but the file and the exchange's public key. It proves that the exchange
answered about exactly these bytes, and that the steps before the confirmation stood in the chain when the exchange
witnessed its head. It cannot prove what was never recorded.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from auction_client.exchange.audit import Entry, chain_hash, first_break
from auction_client.exchange.core import Row
from auction_client.exchange.ids import ClientId
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.proofs import read_proof, verify_proof
from auction_client.exchange.protocol import BidRecord, CancelReceipt, Digest, KeyText, Receipt, SubmitRequest
from auction_client.exchange.signing import SignatureError
from auction_client.exchange.wire import MARKET_CAP, WireError, read_message, sha256_hex, write_message
from auction_client.model.bid import Frozen


class DossierEntry(Frozen):
    """One entry of the audit chain, with the hash before it so that its own can be computed again. `body` is base64."""

    number: Annotated[int, Field(strict=True, ge=1)]
    at: Annotated[int, Field(strict=True, ge=0)]
    client_id: str
    kind: Annotated[str, Field(max_length=40)]
    body: str
    previous: Digest
    hash: Digest


class Dossier(Frozen):
    """All that is kept about one bid."""

    version: Literal[1] = 1
    client_id: ClientId
    account: str
    exchange_key: KeyText
    submission: str
    entries: tuple[DossierEntry, ...]
    proofs: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """What a dossier proves: the exchange's words about the bid in order, and whether the exchange witnessed the chain
    as it stood at the confirmation (None: nothing from the exchange carries a head)."""

    client_id: str
    statements: tuple[str, ...]
    witnessed: bool | None


class DossierError(ValueError):
    """The file does not prove what it says. The text says where."""


def export(outbox: Outbox, client_id: str) -> bytes:
    """The dossier of a bid as one JSON document. Raises OutboxError for an unknown id."""
    intent = outbox.intent(client_id)
    if intent is None:
        raise OutboxError(f"there is no bid {client_id} in this outbox")
    entries, previous = [], bytes(32)
    for entry in outbox.entries():
        if entry.client_id == client_id:
            entries.append(
                DossierEntry(
                    number=entry.number,
                    at=entry.at,
                    client_id=entry.client_id,
                    kind=entry.kind,
                    body=base64.b64encode(entry.body).decode(),
                    previous=previous.hex(),
                    hash=entry.hash.hex(),
                )
            )
        previous = entry.hash
    return write_message(
        Dossier(
            client_id=client_id,
            account=outbox.fact("account") or "",
            exchange_key=outbox.fact("exchange_key") or "A" * 43,
            submission=intent.body.decode("utf-8"),
            entries=tuple(entries),
            proofs=tuple(entry.body.decode("utf-8") for entry in outbox.entries(client_id) if entry.kind == "proof"),
        )
    )


def check(document: bytes, exchange_key: str) -> Checked:
    """Checks a dossier with a public key that the reader trusts. Raises DossierError."""
    try:
        dossier = read_message(Dossier, document, MARKET_CAP)
        submission = dossier.submission.encode("utf-8")
        request = read_message(SubmitRequest, submission)
    except WireError as error:
        raise DossierError(f"this is no dossier of a bid: {error}") from None
    if request.client_id != dossier.client_id:
        raise DossierError("the submission is of another bid")
    before_confirmation = _check_entries(dossier, submission)
    statements, witnessed = [], None
    for text in dossier.proofs:
        try:
            proof = verify_proof(text.encode("utf-8"), exchange_key)
            message = read_proof(text.encode("utf-8"))
        except (SignatureError, WireError) as error:
            raise DossierError(f"a statement of the exchange does not hold: {error}") from None
        record = message.record if isinstance(message, CancelReceipt) else message
        if getattr(record, "client_id", None) != dossier.client_id:
            raise DossierError("a statement of the exchange is about another bid")
        digest = getattr(record, "digest", None)
        if digest is not None and digest != sha256_hex(submission):
            raise DossierError("the exchange speaks of other bytes than these")
        receipt = record if isinstance(record, Receipt) else record.receipt if isinstance(record, BidRecord) else None
        if receipt is not None and receipt.audit_head is not None:
            witnessed = receipt.audit_head == before_confirmation == request.audit_head
            if not witnessed:
                raise DossierError("the exchange witnessed another chain than this one")
        statements.append(_words(message, proof.created))
    return Checked(dossier.client_id, tuple(statements), witnessed)


def check_rows(outbox: Outbox) -> list[str]:
    """Whether every bid stands as the audit chain says that it was left: state, attempts, reason, bytes and proof.
    Quick enough for every start; empty = all agree."""
    states: dict[str, bytes] = {}
    proofs: dict[str, bytes] = {}
    confirmed: dict[str, bytes] = {}
    kept = {"state": states, "proof": proofs, "confirmed": confirmed}
    for entry in outbox.entries():
        if entry.kind in kept:
            kept[entry.kind][entry.client_id] = entry.body
    faults = []
    for intent in outbox.intents():
        cid = intent.row.client_id
        expected = (states.pop(cid, b""), proofs.get(cid), confirmed.get(cid))
        if (row_entry(intent.row), intent.proof, intent.body) != expected:
            faults.append(f"bid {cid} does not stand as the audit chain says")
    return faults + [f"bid {cid} of the audit chain is gone" for cid in states]


def row_entry(row: Row) -> bytes:
    """The audit entry for the state of a bid."""
    entry = {"state": row.state, "attempts": row.attempts, "reason": row.reason, "not_after": row.not_after}
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def check_outbox(outbox: Outbox) -> list[str]:
    """What does not hold in a whole outbox: the chain, every proof, every witnessed head. Empty = all holds."""
    entries = outbox.entries()
    broken = first_break(entries)
    faults = [f"the audit chain breaks at entry {broken}"] if broken is not None else []
    faults += check_rows(outbox)
    exchange_key = outbox.fact("exchange_key")
    for intent in outbox.intents():
        if hashlib.sha256(intent.body).hexdigest() != intent.row.digest:
            faults.append(f"{intent.row.client_id}: the stored bytes are not those that were confirmed")
        elif exchange_key is not None:
            try:
                check(export(outbox, intent.row.client_id), exchange_key)
            except DossierError as error:
                faults.append(f"{intent.row.client_id}: {error}")
    return faults


def _check_entries(dossier: Dossier, submission: bytes) -> str:
    """Checks each entry's own hash; returns the chain's head as it stood before the confirmation."""
    before = None
    for entry in dossier.entries:
        try:
            body = base64.b64decode(entry.body, validate=True)
        except ValueError:
            raise DossierError(f"entry {entry.number} is not readable") from None
        kept = Entry(entry.number, entry.at, entry.client_id, entry.kind, body, b"")
        if entry.client_id != dossier.client_id or chain_hash(bytes.fromhex(entry.previous), kept).hex() != entry.hash:
            raise DossierError(f"entry {entry.number} ({entry.kind}) was changed")
        if entry.kind == "confirmed":
            if before is not None or body != submission:
                raise DossierError("the confirmed bytes are not those that were sent")
            before = entry.previous
    if before is None:
        raise DossierError("no confirmation is recorded")
    return before


def _words(message: object, created: int) -> str:
    if isinstance(message, Receipt):
        return f"accepted as number {message.sequence} at {message.received_at.isoformat()}"
    if isinstance(message, BidRecord):
        return f"stands as {message.status} since {message.changed_at.isoformat()}"
    if isinstance(message, CancelReceipt):
        return f"cancel {message.outcome} at {message.server_time.isoformat()}"
    return f"{getattr(message, 'code', 'a statement')} at Unix time {created}"
