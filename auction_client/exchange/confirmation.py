"""Confirming a bid: the limits against what stands, its last moment, how it came about, and its bytes, made durable.

Everything is written in one transaction, before a byte leaves. Where that fails, the error says what is known.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from auction_client.exchange.core import Row
from auction_client.exchange.ids import made_at, new_client_id
from auction_client.exchange.limits import Finding, Standing, blocks, check_limits
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.policy import Policy
from auction_client.exchange.protocol import SubmitRequest
from auction_client.exchange.reasons import says_why
from auction_client.exchange.sender import Sender
from auction_client.exchange.states import STANDING, State
from auction_client.exchange.verdicts import milliseconds
from auction_client.exchange.views import Evidence, Prices, Submissions, instant_of
from auction_client.exchange.wire import sha256_hex, write_message
from auction_client.model.bid import Bid, lots_of

SEND_WITHIN = timedelta(hours=1)


class DeskError(RuntimeError):
    """The desk cannot do this. The text says what happened and what to do."""


class OverLimit(DeskError):
    """A limit forbids the bid, or asks for a second yes. Nothing was stored or sent."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("; ".join(finding.message for finding in findings))


class ReasonNeeded(DeskError):
    """A warning is too far out to be acknowledged without a written reason. Nothing was stored or sent."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("say why: " + "; ".join(finding.message for finding in findings))


class Confirmations:
    """Confirms bids one at a time: what a second one may still spend depends on the first."""

    def __init__(
        self, outbox: Outbox, sender: Sender, policy: Policy, submissions: Submissions, prices: Prices
    ) -> None:
        self._outbox = outbox
        self._sender = sender
        self._policy = policy
        self._submissions = submissions
        self._prices = prices

    def check(self, bid: Bid) -> tuple[Finding, ...]:
        """What the limits say to this bid now."""
        return check_limits(bid, self._policy.limits, self._standing(), self._policy.budget)

    def reason_needed(self, finding: Finding) -> bool:
        """Whether the desk's rules let this warning be acknowledged with a written reason only."""
        return self._policy.reasons.needed(finding)

    def confirm(
        self,
        bid: Bid,
        evidence: Evidence,
        acknowledged: Collection[str],
        not_after: datetime | None,
        replaces: str | None,
    ) -> str:
        """Makes the bid durable and hands it to the sender; returns its client id. See `OrderDesk.confirm`."""
        findings = self.check(bid)
        if blocks(findings) or any(finding.id not in acknowledged for finding in findings):
            raise OverLimit(findings)
        unreasoned = () if says_why(evidence.reason) else self._policy.reasons.asked(findings)
        if unreasoned:
            raise ReasonNeeded(unreasoned)
        at = self._sender.exchange_now()
        deadline = _deadline(bid, instant_of(at), not_after)
        client_id = new_client_id(at)
        with self._confirmation_of(client_id):
            head = self._record_evidence(client_id, at, evidence, findings)
            request = SubmitRequest(
                client_id=client_id, not_after=deadline, bid=bid, replaces=replaces, audit_head=head.hex()
            )
            body = write_message(request)
            row = Row(client_id, sha256_hex(body), milliseconds(deadline))
            self._outbox.record(at, client_id, "confirmed", body)
            hold = "waits for a second person" if self._policy.four_eyes.needed(bid) else ""
            self._sender.confirm(row, body, at, hold)
        return client_id

    @contextmanager
    def _confirmation_of(self, client_id: str) -> Iterator[None]:
        """The transaction that confirms a bid; where it fails, the error says what is known of the bid."""
        try:
            with self._sender.storing(client_id):
                yield
        except OutboxError as error:
            if self._is_gone(client_id):
                raise OutboxError(f"nothing was confirmed: {error}") from error
            raise OutboxError(
                f"{error}; if the bid was saved it is withdrawn once the disk works again: see your orders before you "
                "confirm it anew"
            ) from error

    def _is_gone(self, client_id: str) -> bool:
        try:
            intent = self._outbox.intent(client_id)
        except OutboxError:
            return False
        return intent is None or intent.row.state is State.CANCELLED

    def _standing(self) -> Standing:
        now = instant_of(self._sender.exchange_now())
        recent, totals, spent = [], [], Decimal(0)
        since = milliseconds(now - self._policy.budget_period)
        for intent in self._outbox.intents_since(since):
            submission = self._submissions.of(intent)
            recent.append((made_at(intent.row.client_id), submission.content))
            if intent.row.state in STANDING:
                totals.append(submission.worst_total)
            elif self._policy.budget is not None and intent.row.state in (State.WON, State.PARTLY_WON):
                record = self._submissions.view(intent).record
                spent += max(record.pay or Decimal(0), Decimal(0)) if record else Decimal(0)
        gpus, tokens = self._prices.known()
        return Standing(now, gpus, tokens, tuple(totals), tuple(recent), spent=spent)

    def _record_evidence(self, client_id: str, at: int, evidence: Evidence, findings: tuple[Finding, ...]) -> bytes:
        """Writes each step that there was; returns the head of the chain behind them."""
        steps = {
            "text": evidence.text,
            "spans": list(evidence.spans),
            "reader": dict(evidence.reader),
            "prompt": list(evidence.prompts),
            "raw_output": list(evidence.raw_outputs),
            "edits": list(evidence.edits),
            "policy": self._policy.model_dump(mode="json"),
            "limits": [{"acknowledged": finding.id, "message": finding.message} for finding in findings],
            "screen": evidence.screen,
            "reason": evidence.reason,
        }
        for kind, value in steps.items():
            if value:
                body = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
                self._outbox.record(at, client_id, kind, body.encode("utf-8", "replace"))
        return self._outbox.head()


def _deadline(bid: Bid, now: datetime, wanted: datetime | None) -> datetime:
    """The last moment at which the exchange may take the bid. Raises DeskError if it is past."""
    ends = [bid.good_until] if bid.good_until is not None else []
    if wanted is not None:
        ends.append(wanted)
    else:
        ends.append(now + SEND_WITHIN)
        windows = [lot.delivery.end for _, lot in lots_of(bid.root) if lot.delivery is not None]
        ends += [max(windows)] if windows else []
    deadline = min(ends).astimezone(UTC)
    if deadline <= now:
        raise DeskError("the bid has already lapsed; change its validity or its delivery")
    return deadline
