"""Orders and positions of the exchange's desk in the words of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from app.services.errors import UserFacing
from app.services.ports import Confirmation
from app.services.venue.market import market_view
from app.services.views import Caution, MarketView, Order, OrderEvent, OrderFill, OrderState, Position, Proof
from auction_client.exchange import desk as exchange_desk
from auction_client.exchange.client import ExchangeClient, ExchangeProblem, NoProof
from auction_client.exchange.limits import Finding, blocks
from auction_client.exchange.outbox import OutboxError
from auction_client.exchange.protocol import BidRecord, LotFill, Positions, Receipt
from auction_client.exchange.states import State
from auction_client.exchange.views import Evidence, OrderView
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from auction_client.model.totals import worst_case_total

HOUR = timedelta(hours=1)
_STATES: dict[State, OrderState] = {
    State.CONFIRMED: "saved",
    State.HELD: "saved",
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

    @property
    def client(self) -> ExchangeClient:
        """The exchange itself, for what the desk does not offer."""
        return self._desk.client

    def confirm(self, confirmation: Confirmation) -> str:
        """Makes the bid durable; the sheet that was shown has had its warnings acknowledged one by one."""
        draft = confirmation.draft
        evidence = Evidence(
            text=confirmation.text,
            spans=tuple(span.model_dump(mode="json") for span in draft.spans) if draft else (),
            reader=draft.reader.model_dump(mode="json") if draft else {},
            screen=confirmation.screen,
        )
        try:
            findings = self._desk.check(confirmation.bid)
            if blocks(findings):
                raise exchange_desk.OverLimit(findings)
            return self._desk.confirm(confirmation.bid, evidence, warnings_accepted=True)
        except (exchange_desk.DeskError, OutboxError) as error:
            raise UserFacing("not_confirmed", "The bid was not confirmed; nothing was sent", str(error)) from error

    def check(self, bid: Bid) -> tuple[Caution, ...]:
        return tuple(caution_of(finding) for finding in self._desk.check(bid))

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

    def orders(self) -> tuple[Order, ...]:
        return tuple(order_of(view, self._labels) for view in (*self._desk.orders(), *self._earlier))

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


def caution_of(finding: Finding) -> Caution:
    """What the desk's limits found, for the review sheet."""
    facts = (("message", finding.message), *finding.facts)
    return Caution(f"desk_{finding.code}", facts, finding.level == "block")


def order_of(view: OrderView, labels: Mapping[str, str] = MappingProxyType({})) -> Order:
    """One confirmed bid as the blotter shows it. `labels`: products' names for people, as far as they are known."""
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
        )
        for each in held.tokens
    ]
    return (*compute, *tokens)
