"""The order desk: what the window and the command line call to have bids take effect, at most once and proven.

All methods may be called from any thread. `confirm` returns once the bid is durable; sending, asking and recovery go on
in the background (`start`), or step by step (`pump`).
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from decimal import Decimal

from auction_client.exchange.approval import check_approval, request_of
from auction_client.exchange.audit import Entry
from auction_client.exchange.clearing_feed import ClearingFeed
from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.confirmation import Confirmations
from auction_client.exchange.confirmation import DeskError as DeskError
from auction_client.exchange.confirmation import OverLimit as OverLimit
from auction_client.exchange.confirmation import ReasonNeeded as ReasonNeeded
from auction_client.exchange.dossier import check_outbox, export
from auction_client.exchange.keys import KeyStore
from auction_client.exchange.limits import Finding
from auction_client.exchange.notices import Notice
from auction_client.exchange.outbox import Outbox, StoredIntent
from auction_client.exchange.policy import Policy
from auction_client.exchange.protocol import Positions
from auction_client.exchange.rotation import Rotation
from auction_client.exchange.sender import Sender
from auction_client.exchange.states import FINAL, State
from auction_client.exchange.views import DeskStatus, Evidence, Market, OrderView, Prices, Submissions
from auction_client.model.bid import Bid


class OrderDesk:
    """Confirmed bids of one account at one exchange. Made by `opening.open_desk`."""

    def __init__(
        self,
        outbox: Outbox,
        client: ExchangeClient,
        *,
        keys: KeyStore,
        gpu_prices: Mapping[str, Decimal],
        token_prices: Mapping[str, Decimal],
        policy: Policy | None = None,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        chance: random.Random | None = None,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """`gpu_prices`, `token_prices`: what limit prices are compared with until the market's own are known."""
        self.policy = policy or Policy()
        self.client = client
        self._outbox, self._key_kept, self._release = outbox, keys.kept, release
        self._rotation = Rotation(keys, outbox, client, lambda: self._sender.exchange_now())
        self._clearings = ClearingFeed(client)
        self._prices = Prices(outbox, dict(gpu_prices), dict(token_prices))
        self._submissions = Submissions()
        self._listeners: list[Callable[[Notice], None]] = []
        self._confirming = threading.Lock()
        self._sender = Sender(
            outbox,
            client,
            wall=wall,
            monotonic=monotonic,
            chance=chance or random.SystemRandom(),
            notify=self._notify,
            first=self._rotation.finish,
        )
        self._confirmations = Confirmations(outbox, self._sender, self.policy, self._submissions, self._prices)

    # life

    def start(self) -> None:
        """Connects, recovers and sends in the background."""
        self._sender.start()

    def pump(self) -> None:
        """One round in this thread, for programs without a background."""
        self._sender.pump()

    def close(self) -> None:
        """Ends all work and lets go of the outbox."""
        self._sender.close()
        self._outbox.close()
        self._release()

    def listen(self, listener: Callable[[Notice], None]) -> None:
        """Calls `listener` after every change, on whichever thread made it; it must return at once."""
        self._listeners.append(listener)

    def status(self) -> DeskStatus:
        """The desk at a glance."""
        sender = self._sender
        with sender.lock:
            return DeskStatus(
                connected=sender.connected,
                recovering=sender.core.recovering,
                stopped=sender.core.switch.stopped,
                stop_heard=sender.core.switch.heard,
                trouble=sender.trouble,
                account=self._outbox.fact("account"),
                key_kept=self._key_kept,
                clock_offset=self.client.clock_offset,
                external=sender.external,
            )

    # bids

    def check(self, bid: Bid) -> tuple[Finding, ...]:
        """What the limits say to this bid now."""
        return self._confirmations.check(bid)

    def reason_needed(self, finding: Finding) -> bool:
        """Whether this warning is acknowledged with a written reason only (`Evidence.reason`)."""
        return self._confirmations.reason_needed(finding)

    def confirm(
        self,
        bid: Bid,
        evidence: Evidence | None = None,
        *,
        acknowledged: Collection[str] = (),
        not_after: datetime | None = None,
        replaces: str | None = None,
    ) -> str:
        """Makes a confirmed bid durable, to be sent at most once; returns its client id.

        `acknowledged`: the ids of the warnings that the person was shown and accepted; any other stops the bid.
        `not_after` (default: in an hour, or when the bid lapses): the exchange must not accept it later. Raises
        OverLimit, ReasonNeeded, DeskError, or OutboxError (nothing was confirmed).
        """
        with self._confirming:
            client_id = self._confirmations.confirm(bid, evidence or Evidence(), acknowledged, not_after, replaces)
        self._sender.wake()
        return client_id

    def cancel(self, client_id: str) -> None:
        """Wants a bid gone; its state tells when that is proven. Raises DeskError for an unknown id."""
        self._known(client_id)
        self._sender.act(lambda core: core.cancel(client_id))

    def release(self, client_id: str) -> None:
        """Lets a bid go that the stop switch had held back. Raises DeskError if it lacks an approval."""
        self._known(client_id)
        if self.lacks_approval(client_id):
            raise DeskError("this bid waits for a second person's approval")
        self._sender.act(lambda core: core.release(client_id))

    def lacks_approval(self, client_id: str) -> bool:
        """Whether a bid still waits for a second person."""
        return self._outbox.lacks_approval(client_id)

    def approval_request(self, client_id: str) -> bytes:
        """The document that a second person's program reads (`approval.read_request`) and signs."""
        return request_of(client_id, self._known(client_id).body)

    def approve(self, client_id: str, document: bytes) -> None:
        """Takes a second person's approval and lets the bid go. Raises ApprovalError if it does not hold, DeskError
        if none is needed."""
        intent = self._known(client_id)
        if not self.lacks_approval(client_id):
            raise DeskError("this bid needs no approval")
        check_approval(document, client_id, intent.row.digest, self.policy.four_eyes, self.client.key.public_text)
        with self._sender.storing():
            self._outbox.set_approval(client_id, document)
            self._outbox.record(self._sender.exchange_now(), client_id, "approval", document)
        self._sender.act(lambda core: core.release(client_id))

    def rotate_key(self) -> str:
        """Gives the account a new key, here and at the exchange; returns its id. Raises NoProof (the change goes on at
        the next connection), ExchangeProblem, KeyStoreError or OutboxError."""
        with self._confirming:
            return self._rotation.begin()

    def stop(self) -> None:
        """The stop switch: nothing more is sent, everything open is cancelled, here and at the exchange."""
        self._sender.act(lambda core: core.stop())

    def rearm(self) -> None:
        """Lets new bids go again."""
        self._sender.act(lambda core: core.rearm())

    def orders(self) -> tuple[OrderView, ...]:
        """All bids, newest first."""
        return tuple(self._submissions.view(intent) for intent in reversed(self._outbox.intents()))

    def order(self, client_id: str) -> OrderView:
        """One bid. Raises DeskError for an unknown id."""
        return self._submissions.view(self._known(client_id))

    def frozen_bytes(self, client_id: str) -> bytes:
        """The very bytes of a bid that are sent. Raises DeskError for an unknown id."""
        return self._known(client_id).body

    def trail(self, client_id: str) -> tuple[Entry, ...]:
        """What the audit chain holds about a bid, oldest first. Raises DeskError for an unknown id."""
        self._known(client_id)
        return tuple(self._outbox.entries(client_id))

    def dossier(self, client_id: str) -> bytes:
        """Everything kept about a bid as one document that `dossier.check` proves with the exchange's key alone."""
        self._known(client_id)
        return export(self._outbox, client_id)

    def audit_faults(self) -> list[str]:
        """What does not hold in the whole outbox; empty = all holds."""
        return check_outbox(self._outbox)

    def settle(self, client_id: str, timeout: float) -> OrderView:
        """Waits until the outcome is known (accepted, refused, ended), a person is awaited, or `timeout` seconds
        are over; for programs without a background it pumps. Raises DeskError for an unknown id."""
        deadline = time.monotonic() + timeout
        while True:
            found = self.order(client_id)
            if found.state in (State.ACKED, State.HELD) or found.state in FINAL or time.monotonic() >= deadline:
                return found
            if not self._sender.running:
                self.pump()
            time.sleep(0.02)

    def settle_switch(self, timeout: float) -> DeskStatus:
        """Waits, as `settle` does, until the exchange has confirmed the position of the stop switch."""
        deadline = time.monotonic() + timeout
        while not (found := self.status()).stop_heard and time.monotonic() < deadline:
            if not self._sender.running:
                self.pump()
            time.sleep(0.02)
        return found

    # the exchange's data

    def positions(self) -> Positions:
        """What the account holds. Raises NoProof or ExchangeProblem, as does `market`."""
        return self.client.positions()

    def market(self) -> Market:
        """The market's public side, fresh; its prices become those that limits are compared with."""
        calendar = self.client.calendar()
        history = self._clearings.latest()
        for clearing in history.clearings:
            self._prices.learn(clearing)
        running = any(auction.phase in ("open", "indicative", "no_cancel") for auction in calendar.auctions)
        return Market(calendar, history, self.client.indicative() if running else None)

    # inside

    def _known(self, client_id: str) -> StoredIntent:
        intent = self._outbox.intent(client_id)
        if intent is None:
            raise DeskError(f"there is no bid {client_id} in this outbox")
        return intent

    def _notify(self, notice: Notice) -> None:
        for listener in self._listeners:
            listener(notice)
