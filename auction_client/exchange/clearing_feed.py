"""The latest clearings, asked for once: a look at the market brings only those that are new."""

from __future__ import annotations

import threading

from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.market_data import ClearingHistory

KEPT_CLEARINGS = 12


class ClearingFeed:
    """Keeps the last clearings of one exchange. Thread-safe."""

    def __init__(self, client: ExchangeClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._kept: ClearingHistory | None = None

    def latest(self) -> ClearingHistory:
        """The last clearings, oldest first, as of now. Raises NoProof or ExchangeProblem."""
        with self._lock:
            before = self._kept.clearings if self._kept is not None else ()
            if self._kept is None or not before:
                self._kept = self._client.clearings(None, KEPT_CLEARINGS)
                return self._kept
            fresh = self._client.clearings(before[-1].sequence, KEPT_CLEARINGS)
            if fresh.clearings and fresh.clearings[0].sequence != before[-1].sequence + 1:
                self._kept = self._client.clearings(None, KEPT_CLEARINGS)
            elif fresh.clearings:
                together = (*before, *fresh.clearings)[-KEPT_CLEARINGS:]
                self._kept = fresh.model_copy(update={"clearings": together})
            return self._kept
