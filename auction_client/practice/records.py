"""Rows of the store as messages of the protocol."""

from __future__ import annotations

import json
from typing import Any

from auction_client.exchange.problems import ProblemDetails
from auction_client.exchange.protocol import (
    AuctionEvent,
    BidEvent,
    BidRecord,
    BidStatus,
    DistributionEvent,
    Event,
    KillEvent,
    LotFill,
    Receipt,
    SubmitRequest,
)
from auction_client.model.bid import Bid
from auction_client.practice.store.schema import instant, usd
from auction_client.practice.store.session import BidRow

_FILLED = (BidStatus.WON.value, BidStatus.PARTLY_WON.value)


def bid_of(body: bytes, covered: bytes | None) -> Bid:
    """The bid of an accepted submission as it enters the book. Both were checked when it was accepted."""
    if covered is not None:
        return Bid.model_validate_json(covered)
    return SubmitRequest.model_validate_json(body).bid


def record_of(row: BidRow) -> BidRecord:
    """All that is known of one client id."""
    return BidRecord(
        client_id=row.client_id,
        account=row.account,
        status=BidStatus(row.status),
        digest=row.digest,
        receipt=Receipt.model_validate_json(row.receipt) if row.receipt else None,
        refusal=ProblemDetails.model_validate_json(row.refusal) if row.refusal else None,
        cancel_requested=row.cancel_requested,
        auction=row.auction,
        pay=None if row.pay is None else usd(row.pay),
        fills=tuple(LotFill.model_validate(each) for each in json.loads(row.fills)) if row.fills else (),
        changed_at=instant(row.changed_at),
    )


def event_of(event: Any, row: BidRow | None) -> Event:
    """One row of `events`; `row` is the bid it speaks of, as it stands now."""
    if event.kind == "bid":
        assert row is not None
        record = record_of(row)
        filled = event.status in _FILLED
        # The row shows the present; the event tells what was true when it happened.
        then = record.model_copy(
            update={
                "status": BidStatus(event.status),
                "cancel_requested": event.cancel_requested,
                "auction": event.auction,
                "pay": record.pay if filled else None,
                "fills": record.fills if filled else (),
                "changed_at": instant(event.at),
            }
        )
        return BidEvent(sequence=event.sequence, at=instant(event.at), record=then)
    kinds: dict[str, type[AuctionEvent | KillEvent | DistributionEvent]] = {
        "auction": AuctionEvent,
        "kill": KillEvent,
        "distribution": DistributionEvent,
    }
    body = json.loads(event.body) | {"sequence": event.sequence, "at": instant(event.at).isoformat()}
    return kinds[event.kind].model_validate(body)
