"""Four eyes at the exchange's desk, and the desk's rules, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.services.errors import UserFacing
from app.services.views import Rules, SignRequest
from auction_client.exchange.approval import ApprovalError, approve, read_request
from auction_client.exchange.desk import DeskError, OrderDesk
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.outbox import OutboxError
from auction_client.exchange.wire import WireError
from auction_client.model.totals import worst_case_total


class VenueApprovals:
    """Signs with the account's own key: who signs and who sends are told apart by their keys."""

    def __init__(self, desk: OrderDesk) -> None:
        self._desk = desk

    def rules(self) -> Rules:
        policy = self._desk.policy
        return Rules(
            bid_total=policy.limits.bid_total.block,
            budget=policy.budget.block if policy.budget else None,
            budget_days=policy.budget_days,
            approvers=tuple((each.name, each.public_key) for each in policy.approvers),
            approval_above=policy.approval_above,
            public_key=self._desk.client.key.public_text,
            key_kept=self._desk.status().key_kept,
            reason_price=policy.reasons.price_times,
            reason_size=policy.reasons.size_times,
            reason_always=policy.reasons.every_warning,
        )

    def request(self, order_id: str) -> bytes:
        with _told("The request could not be written"):
            return self._desk.approval_request(order_id)

    def accept(self, order_id: str, document: bytes) -> None:
        with _told("The signature was not taken"):
            self._desk.approve(order_id, document)

    def look(self, document: bytes) -> SignRequest:
        with _told("This is no request for a signature"):
            request = read_request(document)
            bid = request.bid
            return SignRequest(request.client_id, bid, worst_case_total(bid.root), request.digest, document)

    def sign(self, request: SignRequest, name: str) -> bytes:
        if self._desk.status().key_kept == SessionStore.kept:
            raise UserFacing(
                "key_not_kept",
                "This account's key is not kept, so a signature of it would prove nothing later",
                fix="Sign with the command `approval sign` and a passphrase file.",
            )
        with _told("Nothing was signed"):
            return approve(read_request(request.document), self._desk.client.key, name)


@contextmanager
def _told(title: str) -> Iterator[None]:
    try:
        yield
    except (ApprovalError, WireError, DeskError, OutboxError, ValueError) as error:
        raise UserFacing("approval", title, str(error)) from error
