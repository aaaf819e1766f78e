"""Orders and positions of the exchange's desk in the words of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from app.services.errors import UserFacing
from app.services.ports import Confirmation
from app.services.venue.approvals import VenueApprovals
from app.services.venue.evidence import evidence_of
from app.services.venue.market import market_view
from app.services.venue.order_views import OrderViews
from app.services.views import (
    Caution,
    MarketView,
    Order,
    OrderEvent,
    OrderFill,
    OrderState,
    Position,
    Proof,
    TrailEntry,
)
from auction_client.exchange import desk as exchange_desk
from auction_client.exchange.audit import Entry
from auction_client.exchange.client import ExchangeClient, ExchangeProblem, NoProof
from auction_client.exchange.limits import Finding
from auction_client.exchange.outbox import OutboxError
from auction_client.exchange.protocol import BidRecord, LotFill, Positions, Receipt
from auction_client.exchange.states import State
from auction_client.exchange.views import OrderView
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from auction_client.model.totals import worst_case_total

HOUR = timedelta(hours=1)
_STATES: dict[State, OrderState] = {
    State.CONFIRMED: "saved",
    State.HELD: "held",
    State.SENDING: "sending",
    State.UNKNOWN: "unknown",
    State.ACKED: "accepted",
    State.CANCEL_PENDING: "cancelling",
    State.WON: "filled",
    State.PARTLY_WON: "filled",
    State.LOST: "lost",
    State.CANCELLED: "cancelled",
    State.REFUSED: "rejected",
    State.EXPIRED: "expired",
    State.CONFLICT: "rejected",
}


class VenueDesk:
    """The services' order desk over the exchange's. Errors become words for people."""

    def __init__(
        self,
        desk: exchange_desk.OrderDesk,
        catalogue: Catalogue,
        venue: str,
        earlier: tuple[OrderView, ...] = (),
    ) -> None:
        """`earlier`: bids of sessions whose keys were not kept, shown below the desk's own as they were last known."""
        self._desk = desk
        self._catalogue = catalogue
        self._venue = venue
        self._positions: tuple[Position, ...] = ()
        self._labels: dict[str, str] = {}
        self._earlier = earlier
        self._views = OrderViews(desk)
        self._seen: dict[str, tuple[OrderView, int, Order]] = {}
        self._approvals = VenueApprovals(desk)

    @property
    def client(self) -> ExchangeClient:
        """The exchange itself, for what the desk does not offer."""
        return self._desk.client

    @property
    def approvals(self) -> VenueApprovals:
        """Four eyes, and the desk's rules."""
        return self._approvals

    def confirm(self, confirmation: Confirmation) -> str:
        """Makes the bid durable; a warning that was not on the sheet stops it."""
        evidence = evidence_of(
            confirmation.text, confirmation.draft, confirmation.screen, confirmation.edits, confirmation.reason
        )
        try:
            order_id = self._desk.confirm(confirmation.bid, evidence, acknowledged=confirmation.acknowledged)
        except (exchange_desk.DeskError, OutboxError) as error:
            raise UserFacing("not_confirmed", "The bid was not confirmed; nothing was sent", str(error)) from error
        self._views.added(order_id)
        return order_id

    def check(self, bid: Bid) -> tuple[Caution, ...]:
        desk = self._desk
        return tuple(caution_of(finding, reason=desk.reason_needed(finding)) for finding in desk.check(bid))

    def stop(self) -> None:
        self._desk.stop()

    def rearm(self) -> None:
        self._desk.rearm()

    def stopped(self) -> bool:
        return self._desk.status().stopped

    def cancel(self, order_id: str) -> None:
        try:
            self._desk.cancel(order_id)
        except (exchange_desk.DeskError, OutboxError) as error:
            raise UserFacing("not_cancelled", "The order could not be cancelled", str(error)) from error

    def release(self, order_id: str) -> None:
        try:
            self._desk.release(order_id)
        except (exchange_desk.DeskError, OutboxError) as error:
            raise UserFacing("not_released", "The order could not be let go", str(error)) from error

    def trail(self, order_id: str) -> tuple[TrailEntry, ...]:
        try:
            return tuple(trail_entry(entry) for entry in self._desk.trail(order_id))
        except (exchange_desk.DeskError, OutboxError) as error:
            raise UserFacing("no_trail", "The audit trail could not be read", str(error)) from error

    def dossier(self, order_id: str) -> bytes:
        try:
            return self._desk.dossier(order_id)
        except (exchange_desk.DeskError, OutboxError) as error:
            raise UserFacing("no_dossier", "The proof could not be put together", str(error)) from error

    def orders(self) -> tuple[Order, ...]:
        """Orders that have not changed since the last look are the very same values: comparing them costs nothing."""
        return tuple(self._order(view) for view in (*self._views.all(), *self._earlier))

    def _order(self, view: OrderView) -> Order:
        seen = self._seen.get(view.client_id)
        if seen is not None and seen[1] == len(self._labels) and seen[0] is view:
            return seen[2]
        order = order_of(view, self._labels, needs_approval=self._needs_approval(view))
        self._seen[view.client_id] = (view, len(self._labels), order)
        return order

    def _needs_approval(self, view: OrderView) -> bool:
        return view.state is State.HELD and self._desk.lacks_approval(view.client_id)

    def positions(self) -> tuple[Position, ...]:
        """What is owned now, or as last seen while the exchange cannot be reached."""
        try:
            self._positions = positions_of(self._desk.positions())
        except (NoProof, ExchangeProblem):
            return self._positions
        return self._positions

    def market(self) -> MarketView:
        try:
            view = market_view(self._desk.market(), self._desk.client.tokens(), self._catalogue, self._venue)
        except (NoProof, ExchangeProblem) as error:
            raise UserFacing(
                "offline", f"{self._venue} cannot be reached", str(error), "Drafts work meanwhile; prices are old."
            ) from error
        self._labels = {quote.product: quote.label for quote in view.quotes}
        return view

    def close(self) -> None:
        self._desk.close()


def caution_of(finding: Finding, *, reason: bool = False) -> Caution:
    """What the desk's limits found, for the review sheet; `reason`: the user must write why."""
    facts = (("message", finding.message), *finding.facts)
    return Caution(f"desk_{finding.code}", facts, finding.level == "block", finding.id, reason)


def trail_entry(entry: Entry) -> TrailEntry:
    """An entry of the audit chain as the window shows it; what is no text is told by its size."""
    try:
        words = entry.body.decode("utf-8")
    except UnicodeDecodeError:
        words = f"{len(entry.body)} bytes"
    return TrailEntry(entry.number, datetime.fromtimestamp(entry.at / 1000, UTC), entry.kind, words, entry.hash.hex())


def order_of(
    view: OrderView, labels: Mapping[str, str] = MappingProxyType({}), *, needs_approval: bool = False
) -> Order:
    """One confirmed bid as the blotter shows it. `labels`: products' names for people, as far as they are known;
    `needs_approval`: a held bid lacks a second person's signature."""
    record = view.record
    state = _STATES[view.state]
    history = [OrderEvent(view.confirmed_at, "saved")]
    if state != "saved":
        history.append(OrderEvent(view.changed_at, state, view.reason))
    return Order(
        id=view.client_id,
        created=view.confirmed_at,
        text="",
        bid=view.bid,
        state=state,
        worst_case=worst_case_total(view.bid.root),
        reason=view.reason,
        pay=record.pay if record else None,
        fills=tuple(_fills(record, labels)) if record else (),
        history=tuple(history),
        proof=_proof(view.receipt) if view.receipt else None,
        awaits="" if state != "held" else "approval" if needs_approval else "release",
    )


def _proof(receipt: Receipt) -> Proof:
    return Proof(receipt.sequence, receipt.received_at, receipt.auction, receipt.digest)


def _fills(record: BidRecord, labels: Mapping[str, str]) -> Iterator[OrderFill]:
    units = sum((_units(fill) for fill in record.fills), Decimal(0))
    single = len(record.fills) == 1 and record.pay is not None and units
    for fill in record.fills:
        price = (abs(record.pay) / units).quantize(Decimal("0.0001")) if single and record.pay is not None else None
        yield OrderFill(
            path=fill.path,
            product=labels.get(fill.product or "", fill.product or ""),
            quantity=fill.quantity or max(fill.quantities, default=0),
            hours=stretches(fill.start, fill.slots),
            price=price,
        )


def _units(fill: LotFill) -> Decimal:
    if fill.quantities:
        return Decimal(sum(fill.quantities))
    return Decimal((fill.quantity or 0) * max(1, len(fill.slots)))


def stretches(start: datetime | None, slots: tuple[int, ...]) -> tuple[tuple[datetime, datetime], ...]:
    """Hours after `start` as unbroken [start, end) stretches."""
    if start is None:
        return ()
    found: list[tuple[datetime, datetime]] = []
    for slot in sorted(slots):
        begin = start + slot * HOUR
        if found and found[-1][1] == begin:
            found[-1] = (found[-1][0], begin + HOUR)
        else:
            found.append((begin, begin + HOUR))
    return tuple(found)


def _name(gpu: str, form: str | None, memory_gb: int | None) -> str:
    return " ".join(part for part in (gpu, form, f"{memory_gb} GB" if memory_gb else None) if part)


def positions_of(held: Positions) -> tuple[Position, ...]:
    """GPU hours by product and tokens, as the positions view shows them."""
    compute = [
        Position(
            id=each.id,
            product=_name(each.gpu, each.form, each.memory_gb),
            gpu=each.gpu,
            region=each.region,
            quantity=each.quantity,
            hours=((each.start, each.end),),
            paid=each.paid,
            form=each.form,
            memory_gb=each.memory_gb,
            interconnect=each.interconnect,
            min_uptime=each.uptime,
        )
        for each in held.compute
    ]
    tokens = [
        Position(
            id=each.symbol,
            product=each.symbol,
            gpu=None,
            region="",
            quantity=each.quantity,
            hours=(),
            paid=each.paid,
            token=each.symbol,
            paid_out=each.distributions,
        )
        for each in held.tokens
    ]
    return (*compute, *tokens)
