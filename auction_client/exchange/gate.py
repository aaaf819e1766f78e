"""The last look before bytes leave: independent of the core, it reads the durable store and counts for itself.

Knight Capital lost 460 million dollars in 45 minutes to orders that nobody had entered, because nothing compared the
orders leaving with the orders entered. Here the comparison stands in the way of every submission.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import asdict
from hashlib import sha256

from auction_client.exchange.outbox import Outbox, StoredIntent
from auction_client.exchange.signing import RequestSignature
from auction_client.exchange.states import State

SUBMISSIONS_PER_MINUTE = 240
SUBMISSIONS_PER_BID_AND_MINUTE = 30


class GateClosed(RuntimeError):
    """This submission must not leave, and the program must stop sending until a person has looked."""


class Withdrawn(Exception):
    """The bid was cancelled or the switch thrown between deciding to send it and sending it: nothing is wrong."""


class SendGate:
    """Lets a submission pass only if the store proves that it was confirmed. Times are monotonic milliseconds."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._sent: deque[tuple[int, str]] = deque()
        self.passed: set[str] = set()

    def check(self, client_id: str, mono: int) -> StoredIntent:
        """The bid to send, exactly as stored. Raises Withdrawn or GateClosed."""
        intent = self._outbox.intent(client_id)
        if intent is not None and (intent.row.state is State.CANCEL_PENDING or self._outbox.switch().stopped):
            raise Withdrawn("no longer wanted")
        if intent is None or intent.row.state is not State.SENDING:
            raise GateClosed(f"bid {client_id} is not stored as being sent")
        if sha256(intent.body).hexdigest() != intent.row.digest:
            raise GateClosed(f"the stored bytes of bid {client_id} are not those that were confirmed")
        if self._outbox.lacks_approval(client_id):
            raise GateClosed(f"bid {client_id} lacks the approval of a second person")
        while self._sent and self._sent[0][0] <= mono - 60_000:
            self._sent.popleft()
        mine = sum(1 for _, other in self._sent if other == client_id)
        if len(self._sent) >= SUBMISSIONS_PER_MINUTE or mine >= SUBMISSIONS_PER_BID_AND_MINUTE:
            raise GateClosed("submissions leave faster than people confirm bids")
        if len(self.passed | {client_id}) > self._outbox.count():
            raise GateClosed("more bids would have left than were confirmed")
        self._sent.append((mono, client_id))
        self.passed.add(client_id)
        return intent

    def record(self, client_id: str, at: int, signature: RequestSignature) -> None:
        """Writes down that these signed bytes leave now, at `at` (Unix milliseconds). Raises OutboxError."""
        self._outbox.record(at, client_id, "attempt", json.dumps(asdict(signature), separators=(",", ":")).encode())
