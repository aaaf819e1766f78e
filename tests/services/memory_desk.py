"""Sample orders, positions and trails, and a desk in memory that moves them on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.services.errors import UserFacing
from app.services.ports import Confirmation
from app.services.views import (
    FINAL_STATES,
    Caution,
    MarketView,
    Order,
    OrderEvent,
    OrderFill,
    Position,
    Proof,
    Rules,
    SignRequest,
    TrailEntry,
)
from auction_client.model.bid import Bid, Lot, TokenAsset
from auction_client.model.totals import worst_case_total
from tests.services.sample_drafts import PRICED, either, lot, standard_drafts, tuesday_night
from tests.services.sample_market import standard_market
from tests.services.sample_moment import NOW


def standard_orders() -> tuple[Order, ...]:
    bid = standard_drafts()[PRICED].bid
    assert bid is not None
    sell = Bid(root=lot("H100", 8, "1.90", side="sell"))
    token = Bid(root=Lot(quantity=500, asset=TokenAsset(symbol="ATLAS-32B"), delivery=None, limit=Decimal("0.40")))
    at = NOW - timedelta(minutes=4)
    night = tuesday_night()

    def order(number: int, made: Bid, state: str, minutes: int, **fields: object) -> Order:
        values: dict[str, object] = {
            "id": f"019a-{number:04}", "created": NOW - timedelta(minutes=minutes), "text": PRICED, "bid": made,
            "state": state, "worst_case": worst_case_total(made.root),
        }  # fmt: skip
        return Order(**{**values, **fields})  # type: ignore[arg-type]

    filled = order(
        3, bid, "filled", 190, pay=Decimal("179.20"),
        fills=(
            OrderFill(
                "root.items[0]", "H100 SXM 80 GB, us-east, 99.9 %", 8, ((night.start, night.end),), Decimal("2.24"),
            ),
        ),
        history=(
            OrderEvent(at - timedelta(hours=3), "saved"),
            OrderEvent(at - timedelta(hours=3), "accepted", "receipt 4711"),
            OrderEvent(at - timedelta(hours=2), "filled", "auction 2026-11-23-08"),
        ),
        proof=Proof(4711, at - timedelta(hours=3), "2026-11-23-08", "5f8a1c0e9b7d3246" * 4),
    )  # fmt: skip
    return (
        order(6, sell, "unknown", 1),
        order(5, bid, "accepted", 4, history=(OrderEvent(at, "saved"), OrderEvent(at, "accepted"))),
        order(4, token, "rejected", 52, text="500 ATLAS-32B at 0.40", reason="The account's stop switch is on."),
        filled,
        order(2, bid, "lost", 400, history=(OrderEvent(NOW - timedelta(minutes=400), "saved"), OrderEvent(at, "lost"))),
        order(1, bid, "cancelled", 1500),
    )


def standard_positions() -> tuple[Position, ...]:
    night = tuesday_night()
    return (
        Position(
            "a", "H100 SXM 80 GB", "H100", "us-east", 8, ((night.start, night.end),), Decimal("179.20"), form="SXM",
        ),
        Position(
            "b", "H200 SXM 141 GB", "H200", "us-west", 32,
            ((NOW.replace(minute=0) - timedelta(hours=20), NOW.replace(minute=0) + timedelta(hours=52)),),
            Decimal("9012.00"), form="SXM",
        ),
        Position(
            "c", "ATLAS-32B", None, "", 1200, (), Decimal("492.00"), token="ATLAS-32B", paid_out=Decimal("7.08"),
        ),
    )  # fmt: skip


def standard_trail() -> tuple[TrailEntry, ...]:
    at = NOW - timedelta(hours=3)
    steps = (
        ("text", PRICED),
        ("screen", "Buy one of:\n(a) 8 x H100, Tue 24 Nov 2026 20:00 to Wed 25 Nov 2026 06:00\n(b) 16 x A100"),
        ("confirmed", '{"version":1,"client_id":"019a-0003","bid":{"root":{}}}'),
        ("state", '{"state":"SENDING","attempts":1}'),
        ("proof", '{"receipt":{"sequence":4711,"auction":"2026-11-23-08"}}'),
    )
    return tuple(
        TrailEntry(41 + number, at + timedelta(seconds=number), kind, words, f"{number:02x}" * 32)
        for number, (kind, words) in enumerate(steps)
    )


RULES = Rules(
    Decimal("1000000.00"), Decimal("5000.00"), 7, (("Risk desk", "MCowBQYDK2VwAyEA" + "x" * 28),), Decimal("250.00"),
    "MCowBQYDK2VwAyEA" + "q" * 28, "in this system's keyring",
)  # fmt: skip


class MemoryApprovals:
    """Four eyes in memory: a signature is the order's id, a name and the word "signed"."""

    def __init__(self, desk: MemoryDesk) -> None:
        self._desk = desk

    def rules(self) -> Rules:
        return RULES

    def request(self, order_id: str) -> bytes:
        return f"request {order_id}".encode()

    def accept(self, order_id: str, document: bytes) -> None:
        if not document.startswith(f"signed {order_id}".encode()):
            raise UserFacing("approval", "The signature was not taken", "the approval is for another bid")
        self._desk.put(order_id, "sending", awaits="")

    def look(self, document: bytes) -> SignRequest:
        word, _, order_id = document.decode().partition(" ")
        if word != "request":
            raise UserFacing("approval", "This is no request for a signature")
        bid = either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60"))
        return SignRequest(order_id, bid, worst_case_total(bid.root), "5f8a1c0e9b7d3246" * 4, document)

    def sign(self, request: SignRequest, name: str) -> bytes:
        return f"signed {request.order_id} by {name}".encode()


class MemoryDesk:
    """An exchange in memory. `step` fills what was accepted."""

    def __init__(
        self,
        orders: tuple[Order, ...] = (),
        positions: tuple[Position, ...] = (),
        market: MarketView | None = None,
    ) -> None:
        self.made = list(orders)
        self.held = positions
        self.view = market or standard_market()
        self.error: UserFacing | None = None
        self.confirmed: list[Confirmation] = []
        self.cancelled: list[str] = []
        self.cautions: tuple[Caution, ...] = ()
        self.is_stopped = False
        self.closed = False
        self.approvals = MemoryApprovals(self)

    def confirm(self, confirmation: Confirmation) -> str:
        if self.error is not None:
            raise self.error
        self.confirmed.append(confirmation)
        order_id = f"new-{len(self.confirmed)}"
        order = Order(
            order_id, NOW, confirmation.text, confirmation.bid, "saved", worst_case_total(confirmation.bid.root)
        )
        self.made.insert(0, order)
        return order_id

    def check(self, bid: Bid) -> tuple[Caution, ...]:
        return self.cautions

    def release(self, order_id: str) -> None:
        self.put(order_id, "saved", awaits="")

    def trail(self, order_id: str) -> tuple[TrailEntry, ...]:
        return standard_trail()

    def dossier(self, order_id: str) -> bytes:
        return f'{{"client_id":"{order_id}"}}'.encode()

    def stop(self) -> None:
        self.is_stopped = True
        for order in self.made:
            if order.state not in FINAL_STATES:
                self.put(order.id, "cancelled")

    def rearm(self) -> None:
        self.is_stopped = False

    def stopped(self) -> bool:
        return self.is_stopped

    def cancel(self, order_id: str) -> None:
        self.cancelled.append(order_id)
        self.put(order_id, "cancelled")

    def put(self, order_id: str, state: str, **fields: object) -> None:
        self.made = [
            replace(order, state=state, **fields) if order.id == order_id else order  # type: ignore[arg-type]
            for order in self.made
        ]

    def orders(self) -> tuple[Order, ...]:
        if self.error is not None:
            raise self.error
        return tuple(self.made)

    def positions(self) -> tuple[Position, ...]:
        return self.held

    def market(self) -> MarketView:
        if self.error is not None:
            raise self.error
        return self.view

    def close(self) -> None:
        self.closed = True
