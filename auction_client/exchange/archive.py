"""Reading outboxes that no desk has open: those of earlier sessions, and damaged ones. Nothing is ever written.

A copy is read, so that a journal left by a crash may be played back without touching the original. Where pages are
lost, the table is read from both ends, and the audit chain, which holds the confirmed bytes too, is read as well.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from auction_client.exchange.core import Row
from auction_client.exchange.outbox import OUTBOX_FILE, OutboxError, StoredIntent
from auction_client.exchange.proofs import verify_proof
from auction_client.exchange.protocol import SubmitRequest
from auction_client.exchange.signing import SignatureError
from auction_client.exchange.states import State
from auction_client.exchange.verdicts import milliseconds
from auction_client.exchange.views import OrderView, Submissions
from auction_client.exchange.wire import WireError, read_message


@dataclass(frozen=True)
class KeptBid:
    """A bid as its outbox still tells it. `request` and `body`: what was confirmed, whole. `state` and `reason`: where
    it stood when last written, None where that is lost. `confirmed_at`, `changed_at`: Unix milliseconds. `proof`: the
    exchange's signed statement, if it is there and its signature holds."""

    client_id: str
    request: SubmitRequest
    body: bytes
    state: State | None
    reason: str
    confirmed_at: int
    changed_at: int
    proof: bytes | None


def kept_bids(folder: Path) -> list[KeptBid]:
    """All bids that can still be read whole in the outbox of `folder`, oldest first. Raises OutboxError if there is no
    outbox or nothing of it can be read."""
    source = folder / OUTBOX_FILE
    with tempfile.TemporaryDirectory(prefix="outbox-") as name:
        copy = Path(name) / OUTBOX_FILE
        try:
            shutil.copyfile(source, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{source}-journal", f"{copy}-journal")
        except OSError as error:
            raise OutboxError(f"the outbox {source} cannot be read ({error.strerror})") from None
        with closing(sqlite3.connect(copy)) as db:
            db.text_factory = lambda raw: raw.decode("utf-8", "replace")
            if not _rows(db, "SELECT name FROM sqlite_schema"):
                raise OutboxError(f"nothing of the outbox {source} can be read")
            return _collect(db)


def earlier_orders(orders: Path, known: Collection[str]) -> list[OrderView]:
    """Bids of the sessions below `orders` whose keys were not kept, newest first, but for the `known` ones. They stand
    as they were last known: the exchange tells only their key what became of them."""
    found = []
    for folder in (orders / "sessions").glob("*"):
        with suppress(OutboxError):
            found += [bid for bid in kept_bids(folder) if bid.client_id not in known]
    return [_view(bid) for bid in sorted(found, key=lambda each: (each.confirmed_at, each.client_id), reverse=True)]


def _view(bid: KeptBid) -> OrderView:
    row = Row(bid.client_id, sha256(bid.body).hexdigest(), milliseconds(bid.request.not_after))
    state = bid.state or State.UNKNOWN
    row = replace(row, state=state, reason=bid.reason or "of an earlier session; its key was not kept")
    return Submissions().view(StoredIntent(row, bid.body, bid.confirmed_at, bid.changed_at, bid.proof))


def _collect(db: sqlite3.Connection) -> list[KeptBid]:
    exchange_key = next((str(value) for (value,) in _rows(db, "SELECT value FROM fact WHERE name='exchange_key'")), "")
    found: dict[str, KeptBid] = {}
    for cid, body, at in _both_ends(db, "SELECT cid, body, at FROM audit WHERE kind='confirmed' ORDER BY n"):
        bid = _bid(cid, body, at)
        if bid is not None:
            found[bid.client_id] = bid
    columns = "cid, body, confirmed_at, sha, state, reason, changed_at, proof"
    for cid, body, at, digest, state, reason, changed, proof in _both_ends(
        db, f"SELECT {columns} FROM intent ORDER BY cid"
    ):
        bid = _bid(cid, body, at)
        if bid is None or sha256(bid.body).digest() != digest or state not in tuple(State):
            continue
        good = proof if isinstance(proof, bytes) and _holds(proof, exchange_key) else None
        found[bid.client_id] = KeptBid(
            bid.client_id, bid.request, bid.body, State(state), str(reason), bid.confirmed_at, int(changed), good
        )
    return sorted(found.values(), key=lambda each: (each.confirmed_at, each.client_id))


def _bid(client_id: object, body: object, at: object) -> KeptBid | None:
    if not isinstance(body, bytes) or not isinstance(at, int):
        return None
    try:
        request = read_message(SubmitRequest, body)
    except WireError:
        return None
    return KeptBid(request.client_id, request, body, None, "", at, at, None) if request.client_id == client_id else None


def _holds(proof: bytes, exchange_key: str) -> bool:
    try:
        verify_proof(proof, exchange_key)
    except (SignatureError, WireError, ValueError):
        return False
    return True


def _both_ends(db: sqlite3.Connection, sql: str) -> Iterator[tuple[Any, ...]]:
    yield from _rows(db, sql)
    yield from _rows(db, f"{sql} DESC")


def _rows(db: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    """The rows up to the first that cannot be read."""
    rows = []
    try:
        for row in db.execute(sql):
            rows.append(row)  # noqa: PERF402 - what was read before an error is kept
    except (sqlite3.Error, ValueError):
        pass
    return rows
