"""An order becomes a draft again: with its words, and with what it was where the words alone do not say that."""

from __future__ import annotations

from datetime import datetime

from app.services.clock import Clock
from app.services.draft_state import DraftState
from app.services.drafts import DraftService
from app.services.jobs import Job
from app.services.views import Order
from auction_client.model.bid import Bid, lots_of
from auction_client.model.normal import same_bid
from nlp.draft import FieldChange


def draft_again(order: Order, drafts: DraftService, clock: Clock) -> None:
    """Opens a new draft. The words are read as of today; where they come to another bid than the order's, the order's
    is kept as if set by hand, and the words follow it. An order whose delivery has begun is read anew alone:
    its hours can no longer be had."""
    if not order.text.strip():
        drafts.new(source=order.bid)
        return
    stops: list[Job] = []

    def look() -> None:
        state = drafts.state
        mine = bool(stops) and state.id == draft_id and state.text == order.text and not state.pinned
        if mine and not _is_read(state):
            return
        while stops:
            stops.pop()()
        if mine and state.bid is not None and _ahead(order.bid, clock.now()):
            _keep(order.bid, state.bid, drafts)

    drafts.new(order.text)
    draft_id = drafts.state.id
    stops.append(drafts.on_change(look))
    look()


def _is_read(state: DraftState) -> bool:
    return state.phase in ("asks", "ready", "failed") and not state.provisional


def _ahead(bid: Bid, now: datetime) -> bool:
    return all(lot.delivery is None or lot.delivery.start > now for _, lot in lots_of(bid.root))


def _keep(bid: Bid, read: Bid, drafts: DraftService) -> None:
    if not same_bid(bid.root, read.root):
        drafts.change([FieldChange(path="root", value=bid.model_dump(mode="json")["root"])])
