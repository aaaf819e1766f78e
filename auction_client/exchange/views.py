"""What people may see of confirmed bids, of the desk and of the market; and the prices that limits compare with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from auction_client.exchange.limits import content_of
from auction_client.exchange.market_data import Calendar, Clearing, ClearingHistory, Indicative
from auction_client.exchange.outbox import Outbox, StoredIntent
from auction_client.exchange.proofs import read_proof
from auction_client.exchange.protocol import BidRecord, CancelReceipt, Receipt, SubmitRequest
from auction_client.exchange.states import State
from auction_client.exchange.wire import read_message
from auction_client.model.bid import Bid
from auction_client.model.totals import worst_case_total


@dataclass(frozen=True)
class Evidence:
    """How a bid came about, for the audit chain. `spans` and `edits` are JSON values; `prompts` and `raw_outputs` are
    what the model was asked and answered, in order; `screen` is the very text that was shown when the person confirmed;
    `reason` is why the person wants the bid in spite of what was warned of. Empty where it does not apply (a bid from a
    file has no text)."""

    text: str = ""
    spans: tuple[Mapping[str, Any], ...] = ()
    reader: Mapping[str, Any] = field(default_factory=dict)
    prompts: tuple[str, ...] = ()
    raw_outputs: tuple[str, ...] = ()
    edits: tuple[Any, ...] = ()
    screen: str = ""
    reason: str = ""


@dataclass(frozen=True)
class OrderView:
    """One confirmed bid as a person may see it. `record`: the exchange's latest proven record (fills and payment);
    `receipt`: its signed proof of acceptance."""

    client_id: str
    bid: Bid
    state: State
    reason: str
    confirmed_at: datetime
    changed_at: datetime
    not_after: datetime
    attempts: int
    record: BidRecord | None
    receipt: Receipt | None
    replaces: str | None


@dataclass(frozen=True)
class DeskStatus:
    """The desk at a glance. `trouble`: why nothing can be sent now, "" if all is well. `key_kept`: where the key is."""

    connected: bool
    recovering: bool
    stopped: bool
    stop_heard: bool
    trouble: str
    account: str | None
    key_kept: str
    clock_offset: float
    external: frozenset[str]


@dataclass(frozen=True)
class Market:
    """The market's public side: auctions, the last clearings (oldest first), and what would clear now."""

    calendar: Calendar
    history: ClearingHistory
    indicative: Indicative | None


class Prices:
    """The latest known clearing prices, kept in the outbox so that limits work offline."""

    def __init__(self, outbox: Outbox, gpus: dict[str, Decimal], tokens: dict[str, Decimal]) -> None:
        self._outbox, self._gpus, self._tokens = outbox, gpus, tokens
        kept = json.loads(outbox.fact("prices") or "{}")
        self._sequence = int(kept.get("sequence", 0))
        self._gpus |= {name: Decimal(price) for name, price in kept.get("gpus", {}).items()}
        self._tokens |= {name: Decimal(price) for name, price in kept.get("tokens", {}).items()}

    def known(self) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        return dict(self._gpus), dict(self._tokens)

    def learn(self, clearing: Clearing) -> None:
        if clearing.sequence <= self._sequence:
            return
        self._sequence = clearing.sequence
        self._gpus = self._gpus | clearing.averages
        self._tokens = self._tokens | clearing.token_prices
        prices = {
            "sequence": self._sequence,
            "gpus": {name: str(price) for name, price in self._gpus.items()},
            "tokens": {name: str(price) for name, price in self._tokens.items()},
        }
        self._outbox.set_fact("prices", json.dumps(prices, sort_keys=True))


@dataclass(frozen=True)
class Submission:
    """A stored submission read back: the request, its content for comparison, and what it can cost at worst."""

    request: SubmitRequest
    content: str
    worst_total: Decimal | None


class Submissions:
    """Stored submissions, each read only once: their bytes never change. Safe to use from several threads."""

    def __init__(self) -> None:
        self._read: dict[str, Submission] = {}

    def of(self, intent: StoredIntent) -> Submission:
        """The submission of a stored bid."""
        known = self._read.get(intent.row.digest)
        if known is None:
            request = read_message(SubmitRequest, intent.body)
            known = Submission(request, content_of(request.bid), worst_case_total(request.bid.root))
            self._read[intent.row.digest] = known
        return known

    def view(self, intent: StoredIntent) -> OrderView:
        """A stored bid as people may see it."""
        request, row = self.of(intent).request, intent.row
        record, receipt = _proven(intent)
        return OrderView(
            client_id=row.client_id,
            bid=request.bid,
            state=row.state,
            reason=row.reason,
            confirmed_at=instant_of(intent.confirmed_at),
            changed_at=instant_of(intent.changed_at),
            not_after=instant_of(row.not_after),
            attempts=row.attempts,
            record=record,
            receipt=receipt,
            replaces=request.replaces,
        )


def instant_of(milliseconds: int) -> datetime:
    """Unix milliseconds as an instant in UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _proven(intent: StoredIntent) -> tuple[BidRecord | None, Receipt | None]:
    if intent.proof is None:
        return None, None
    message = read_proof(intent.proof)
    if isinstance(message, Receipt):
        return None, message
    record = message.record if isinstance(message, CancelReceipt) else message
    return (record, record.receipt) if isinstance(record, BidRecord) else (None, None)
