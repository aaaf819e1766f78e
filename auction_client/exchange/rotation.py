"""A new key for the same account, without a moment at which neither key works.

The next key is kept beside the old one before the exchange hears of it. From then on every start and every connection
finishes the change: if the exchange knows the next key already, it is taken into use; if not, the old one asks again.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.keys import KeyStore
from auction_client.exchange.outbox import Outbox
from auction_client.exchange.signing import SigningKey


class Rotation:
    """The change of one outbox's key. `now`: Unix milliseconds."""

    def __init__(self, store: KeyStore, outbox: Outbox, client: ExchangeClient, now: Callable[[], int]) -> None:
        self._store, self._outbox, self._client, self._now = store, outbox, client, now

    def begin(self) -> str:
        """Changes the key and returns the new one's id. Raises NoProof (the change is finished at the next
        connection), ExchangeProblem, KeyStoreError or OutboxError."""
        beside = self._store.beside()
        if beside.load() is None:
            beside.save(SigningKey.generate())
        self.finish()
        return self._client.key.keyid

    def finish(self) -> None:
        """Ends a change that was begun, if one was. Raises as `begin` does."""
        beside = self._store.beside()
        successor = beside.load()
        if successor is None:
            return
        old = self._client.key
        if successor.keyid != old.keyid:
            if self._client.owner_of(successor) is None:
                self._client.rotate(successor)
            self._client.key = successor
            entry = json.dumps({"from": old.keyid, "to": successor.keyid}, sort_keys=True, separators=(",", ":"))
            with self._outbox.transaction():
                self._outbox.set_fact("keyid", successor.keyid)
                self._outbox.record(self._now(), "", "key", entry.encode())
            self._store.save(successor)
        beside.forget()


def key_for(store: KeyStore, held: SigningKey, keyid: str | None) -> SigningKey | None:
    """The key that an outbox signs with: the one held, or its successor where a change ended before the successor had
    taken its place. None: the key is not here. Raises KeyStoreError."""
    if keyid is None or held.keyid == keyid:
        return held
    successor = store.beside().load()
    if successor is None or successor.keyid != keyid:
        return None
    store.save(successor)
    return successor
