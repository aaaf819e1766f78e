"""What can be said about a submission before the account is looked at: can it be read, is it a whole bid, and could
any auction ever deliver it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from auction_client.clearing.book import Product, meets
from auction_client.exchange.problems import FieldFault, ProblemCode
from auction_client.exchange.protocol import SubmitRequest
from auction_client.exchange.wire import WireError, read_message, sha256_hex
from auction_client.model.bid import Bid, Group, Linked, Lot, Node, children_of
from auction_client.model.catalogue import Catalogue
from auction_client.model.submission import problems_of
from auction_client.practice.calendar import horizon_start
from auction_client.practice.entry import Refusal, Submission

_HOUR = timedelta(hours=1)


class Admission:
    """Reads submissions. `horizon`: how far ahead an auction sells."""

    def __init__(self, catalogue: Catalogue, products: Sequence[Product], horizon: timedelta) -> None:
        self._catalogue = catalogue
        self._products = products
        self._horizon = horizon

    def read(self, account: str, client_id: str, body: bytes, now: datetime) -> Submission:
        """The submission, with the refusal that its content alone earns, if any."""
        digest = sha256_hex(body)
        try:
            request = read_message(SubmitRequest, body)
        except WireError as error:
            refusal = Refusal(ProblemCode.INVALID_REQUEST, str(error)[:2000])
            return Submission(account, client_id, digest, body, None, refusal)
        return Submission(account, client_id, digest, body, request, self._refusal(client_id, request, now))

    def _refusal(self, client_id: str, request: SubmitRequest, now: datetime) -> Refusal | None:
        if request.client_id != client_id:
            return Refusal(ProblemCode.INVALID_REQUEST, "the body names another client id than the path")
        problems = problems_of(request.bid, self._catalogue, now)
        if problems:
            faults = tuple(FieldFault(path=p.path, code=p.code, message=p.message) for p in problems)
            return Refusal(ProblemCode.INVALID_BID, problems[0].message, faults)
        reasons = self.reasons(request.bid, now)
        if reasons:
            return Refusal(ProblemCode.NOT_DELIVERABLE, reasons[0].message, reasons)
        return None

    def reasons(self, bid: Bid, now: datetime) -> tuple[FieldFault, ...]:
        """Why no coming auction can fill the bid; empty if one may."""
        faults = tuple(self._lot_faults(bid.root, "root", horizon_start(now)))
        return faults if faults and not _fillable(bid.root, "root", {fault.path for fault in faults}) else ()

    def _lot_faults(self, node: Node, path: str, earliest: datetime) -> Iterator[FieldFault]:
        for child_path, child in children_of(node, path):
            yield from self._lot_faults(child, child_path, earliest)
        if not isinstance(node, Lot) or node.delivery is None:
            return
        if not any(meets(node, product) for product in self._products):
            yield FieldFault(
                path=path, code="no_product", message="no product of this exchange is what the lot asks for"
            )
            return
        delivery = node.delivery
        if node.gpu_hours is not None:
            needed = _HOUR
        else:
            needed = delivery.end - delivery.start if delivery.hours is None else delivery.hours * _HOUR
        if needed > self._horizon:
            days = self._horizon // timedelta(days=1)
            message = f"the exchange sells {days} days at a time; the lot needs {needed / timedelta(days=1):g} days"
            yield FieldFault(path=path, code="beyond_horizon", message=message)
        elif delivery.end - needed < earliest:
            message = f"the first hour still on sale begins at {earliest.isoformat()}"
            yield FieldFault(path=path, code="past_time", message=message)


def _fillable(node: Node, path: str, dead: set[str]) -> bool:
    if isinstance(node, Lot):
        return path not in dead
    parts = [_fillable(child, child_path, dead) for child_path, child in children_of(node, path)]
    if isinstance(node, Linked):
        return parts[0]
    assert isinstance(node, Group)
    return sum(parts) >= node.at_least
