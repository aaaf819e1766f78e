"""The audit chain: every step of a bid, from the words typed to the receipt, each entry bound to all before it.

hash(n) = SHA-256(hash(n-1) || n || at || client id || kind || body), each part with its length in front. The head goes
into the next signed bid and comes back in its receipt, so the exchange witnesses the chain: neither a changed entry nor
a cut tail stays unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One entry. `number` counts from 1, `at` is Unix milliseconds, `client_id` is "" for entries of no one bid."""

    number: int
    at: int
    client_id: str
    kind: str
    body: bytes
    hash: bytes


def chain_hash(previous: bytes, entry: Entry) -> bytes:
    """The hash of an entry that follows one with hash `previous` (32 zero bytes before the first)."""
    digest = hashlib.sha256(previous)
    parts = (str(entry.number).encode(), str(entry.at).encode(), entry.client_id.encode(), entry.kind.encode())
    for part in (*parts, entry.body):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def first_break(entries: Iterable[Entry]) -> int | None:
    """The number at which a whole chain no longer holds, or None."""
    previous = bytes(32)
    for expected, entry in enumerate(entries, start=1):
        if entry.number != expected or entry.hash != chain_hash(previous, entry):
            return expected
        previous = entry.hash
    return None
