"""In-memory stand-ins at the borders of the services: a reader by table, an estimator, a desk, a dispatcher by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from app.services.clock import FixedClock
from app.services.errors import UserFacing
from app.services.jobs import CancelToken, Job
from app.services.ports import Confirmation, Services
from app.services.views import (
    FINAL_STATES,
    Alternative,
    AuctionTimes,
    Caution,
    EstimateView,
    Fix,
    MarketView,
    ModelView,
    Obstacle,
    Order,
    OrderEvent,
    OrderFill,
    Position,
    Proof,
    Quote,
    Reach,
    Rules,
    SignRequest,
    TokenQuote,
    TrailEntry,
)
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Lot, TokenAsset, lots_of
from auction_client.model.catalogue import load_catalogue
from auction_client.model.totals import worst_case_total
from nlp.batch import NotSeveral, Request
from nlp.draft import Assumption, Choice, Draft, FieldChange, FieldSpan, Question, ReaderInfo
from nlp.preferences import NO_PREFERENCES, Preferences
from nlp.writing import wordings

ZONE = ZoneInfo("America/Los_Angeles")
NOW = datetime(2026, 11, 23, 9, 12, tzinfo=ZONE)
CATALOGUE = load_catalogue()

ROLES = (
    ("price", r"(?:max |at most |최대 )?\$?[0-9]+\.[0-9]{2}(?: per GPU-hour|달러)?"),
    ("quantity", r"\b[0-9]+(?= ?(?:x|장|H|A|nodes?))"),
    ("asset", r"H100s?|A100s?|H200s?|ATLAS-32B|B200s?"),
    ("time", r"Tuesday night|화요일 밤|this weekend|next week"),
    ("place", r"us-east|Oregon"),
    ("joiner", r"\bor\b|아니면|\band\b"),
    ("side", r"\bsell\b|\bbuy\b"),
)


class HandDispatcher:
    """Runs what was posted when told to; delayed jobs run when the hand of `wait` passes them."""

    def __init__(self) -> None:
        self.posted: list[Job] = []
        self._delayed: list[tuple[float, Job]] = []
        self._time = 0.0

    def post(self, job: Job) -> None:
        self.posted.append(job)

    def after(self, seconds: float, job: Job) -> Job:
        entry = (self._time + seconds, job)
        self._delayed.append(entry)

        def call_off() -> None:
            if entry in self._delayed:
                self._delayed.remove(entry)

        return call_off

    def settle(self) -> None:
        """Runs everything that is posted, and what that posts."""
        while self.posted:
            self.posted.pop(0)()

    def wait(self, seconds: float) -> None:
        """Lets time pass."""
        self._time += seconds
        self.settle()
        while due := [entry for entry in self._delayed if entry[0] <= self._time]:
            entry = min(due, key=lambda each: each[0])
            self._delayed.remove(entry)
            entry[1]()
            self.settle()


class InlineExecutor:
    """Runs jobs at once, or keeps them while `held`."""

    def __init__(self) -> None:
        self.held = False
        self.kept: list[Job] = []

    def submit(self, job: Job) -> None:
        if self.held:
            self.kept.append(job)
        else:
            job()

    def close(self, wait_seconds: float) -> None:
        self.kept.clear()

    def let_go(self) -> None:
        """Runs what was kept."""
        self.held = False
        while self.kept:
            self.kept.pop(0)()


def tuesday_night() -> Delivery:
    return Delivery(start=datetime(2026, 11, 24, 20, tzinfo=ZONE), end=datetime(2026, 11, 25, 6, tzinfo=ZONE))


def lot(gpu: str = "H100", quantity: int | None = 8, limit: str | None = None, **fields: object) -> Lot:
    values: dict[str, object] = {
        "quantity": quantity,
        "asset": ComputeAsset(gpu=gpu),
        "delivery": tuesday_night(),
        "limit": Decimal(limit) if limit else None,
    }
    return Lot.model_validate({**values, **fields})


def either(*lots: Lot, **fields: object) -> Bid:
    return Bid(root=Group.model_validate({"at_least": 1, "at_most": 1, "items": lots, **fields}))


def spans_in(text: str) -> tuple[FieldSpan, ...]:
    found: list[FieldSpan] = []
    for role, pattern in ROLES:
        for match in re.finditer(pattern, text):
            if not any(span.start < match.end() and match.start() < span.end for span in found):
                found.append(FieldSpan(start=match.start(), end=match.end(), role=role, path=""))
    return tuple(sorted(found, key=lambda span: span.start))


class TableReader:
    """Reads the sentences it was given a draft for; everything else is no order. Counts its readings."""

    def __init__(self, drafts: dict[str, Draft] | None = None) -> None:
        self.drafts = drafts if drafts is not None else standard_drafts()
        self.readings: list[str] = []
        self.error: Exception | None = None
        self.closed = False
        self.preferences = NO_PREFERENCES

    def read(  # the reader's own signature
        self,
        text: str,
        *,
        now: datetime,
        zone: ZoneInfo,
        id: str | None = None,  # noqa: A002
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        self.readings.append(text)
        self.preferences = preferences
        if self.error is not None:
            raise self.error
        if text in self.drafts:
            return self.drafts[text]
        question = Question(code="not_an_order", message="What would you like to buy or sell?")
        return draft(text, None, questions=(question,))

    def write(
        self,
        bid: Bid,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """The first wording of the real writer, which is read as the bid from then on."""
        if self.error is not None:
            raise self.error
        text = next(wordings(bid, now=now, zone=zone, language=language, preferences=preferences))
        whole = FieldSpan(start=0, end=len(text), role="asset", path="")
        self.drafts[text] = draft(text, bid, spans=(whole,))
        return self.drafts[text]

    def requests_in(self, text: str) -> tuple[Request, ...]:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
        if not lines:
            raise NotSeveral("no line")
        return tuple(Request(line, number, number) for number, line in lines)

    def colour(self, text: str) -> tuple[FieldSpan, ...]:
        return spans_in(text)

    def close(self) -> None:
        self.closed = True


def draft(text: str, bid: Bid | None, **fields: object) -> Draft:
    values: dict[str, object] = {
        "text": text,
        "now": NOW.isoformat(),
        "tz": str(ZONE),
        "bid": bid,
        "spans": spans_in(text),
        "reader": ReaderInfo(model="SmolLM2-135M + bidwright", sha256="ab" * 32, seconds=0.31),
    }
    return Draft.model_validate({**values, **fields})


def with_paths(found: Draft, *paths: str) -> Draft:
    """The draft with its spans tied to these paths, in order."""
    spans = (
        tuple(span.model_copy(update={"path": path}) for span, path in zip(found.spans, paths, strict=False))
        + found.spans[len(paths) :]
    )
    return found.model_copy(update={"spans": spans})


UNPRICED = "8 H100s, Tuesday night, or 16 A100s"
PRICED = "8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"
KOREAN = "화요일 밤 H100 8장 아니면 A100 16장, 최대 2.60달러"
ODD = "8 H100s Tuesday night max 2.60 wibble"


def standard_drafts() -> dict[str, Draft]:
    paths = (
        "root.items[0].quantity", "root.items[0].asset.gpu", "root.items[0].delivery", "",
        "root.items[1].quantity", "root.items[1].asset.gpu", "root.items[0].limit",
    )  # fmt: skip
    scope = Assumption(code="scope", message="Tuesday night was taken to hold for the A100s too.", span=(9, 22))
    night = Assumption(code="night_hours", message="Tuesday night is 20:00 to 06:00 the next day.", span=(9, 22))
    limits = tuple(
        Choice(
            label=label,
            changes=tuple(FieldChange(path=f"root.items[{at}].limit", value=value) for at, value in enumerate(values)),
        )
        for label, values in (
            ("$2.60 for either", ("2.60", "2.60")),
            ("Reference: $3.00 and $1.50", ("3.00", "1.50")),
        )
    )
    missing = Question(code="missing_limit", message="What is the most you would pay per GPU-hour?", choices=limits)
    priced = either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60"))
    return {
        UNPRICED: with_paths(
            draft(UNPRICED, either(lot("H100", 8), lot("A100", 16)), questions=(missing,), assumptions=(night, scope)),
            *paths,
        ),
        PRICED: with_paths(draft(PRICED, priced, assumptions=(night, scope)), *paths),
        KOREAN: draft(
            KOREAN,
            priced,
            assumptions=(
                Assumption(code="night_hours", message="밤은 20시부터 다음 날 6시까지로 보았습니다.", span=(0, 5)),
            ),
        ),
        ODD: draft(ODD, Bid(root=lot("H100", 8, "2.60"))),
    }


def standard_estimate(bid: Bid) -> EstimateView:
    alone = len([lot for _, lot in lots_of(bid.root) if lot.limit is not None]) == 1
    night = tuesday_night()
    ladder = tuple((Decimal(cents) / 100, share) for cents, share in (
        (160, 0.03), (180, 0.08), (200, 0.19), (220, 0.41), (240, 0.63), (260, 0.78), (280, 0.9), (300, 0.95),
    ))  # fmt: skip
    return EstimateView(
        fills=True,
        probability=0.78,
        pay=Decimal("179.20"),
        price=Decimal("2.24"),
        limit=Decimal("2.60") if alone else None,
        alternatives=(
            Alternative("root.items[0]", "8 × H100", Decimal("2.24"), Decimal("179.20"), True, Decimal("2.60")),
            Alternative("root.items[1]", "16 × A100", Decimal("1.31"), Decimal("209.60"), False, Decimal("2.60")),
        ),
        ladder=ladder if alone else (),
        scales=() if alone else tuple((round(float(price / Decimal("2.60")), 6), share) for price, share in ladder),
        binding=(("H100 SXM 80 GB, us-east, 99.9 %", datetime(2026, 11, 24, 21, tzinfo=ZONE)),),
        bids=412,
        hours=336,
        as_of=NOW - timedelta(minutes=3),
        reach=(
            Reach("p0", ((night.start, night.end),), ((night.start, night.end),)),
            Reach("p1", ((night.start, night.end),)),
            Reach("p4", ((night.start, night.end),)),
        ),
    )


def losing_estimate(bid: Bid) -> EstimateView:
    path, lot = next(lots_of(bid.root))
    later = tuesday_night().model_copy(update={"end": tuesday_night().end + timedelta(hours=12), "hours": 10})
    return replace(
        standard_estimate(bid),
        fills=False,
        probability=0.12,
        pay=None,
        price=Decimal("2.71"),
        obstacles=(Obstacle("price", pay=Decimal("216.80"), worth=Decimal("208.00")),),
        fixes=(
            Fix("limit_buy", path, "2.60", lot.model_copy(update={"limit": Decimal("2.72")}), Decimal("217.60")),
            Fix("window_end", path, "", lot.model_copy(update={"delivery": later}), Decimal("182.40")),
        ),
    )


class ScriptedEstimator:
    """Answers with `make(bid)`, or raises `error`."""

    def __init__(self, make: Callable[[Bid], EstimateView] = standard_estimate) -> None:
        self.make = make
        self.asked: list[Bid] = []
        self.closed = False
        self.error: Exception | None = None

    def estimate(self, bid: Bid, cancel: CancelToken, update: Callable[[EstimateView], None]) -> EstimateView:
        self.asked.append(bid)
        if self.error is not None:
            raise self.error
        return self.make(bid)

    def close(self) -> None:
        self.closed = True


def standard_market() -> MarketView:
    quotes = []
    for number, (gpu, region, price, change) in enumerate(
        (
            ("H100 SXM", "us-east", "2.24", 0.031), ("H100 SXM", "eu-west", "2.41", -0.012),
            ("H200 SXM", "us-west", "3.92", 0.008), ("B200 SXM", "us-central", "5.31", -0.021),
            ("A100 SXM", "us-east", "1.31", 0.044), ("L40S PCIe", "ap-korea", "0.88", 0.0),
        )
    ):  # fmt: skip
        base = Decimal(price)
        past = (
            (NOW - timedelta(hours=6 * (40 - at)), base + Decimal(((at * at + number * 5) % 13) - 6) / 60)
            for at in range(40)
        )
        history = (*past, (NOW, base))
        start = NOW.replace(minute=0) + timedelta(hours=1)
        ahead = tuple(
            (start + timedelta(hours=at), base * Decimal("0.82") if (start + timedelta(hours=at)).hour < 7 else base)
            for at in range(72)
        )
        quotes.append(
            Quote(f"p{number}", f"{gpu}, {region}, 99.9 %", gpu.split()[0], region, base, change, history, ahead)
        )
    tokens = (
        TokenQuote(
            "ATLAS-32B",
            "Atlas 32B",
            Decimal("0.43"),
            0.021,
            Decimal("0.0031"),
            0.81,
            tuple((NOW - timedelta(days=20 - at), Decimal(40 + at % 5) / 100) for at in range(20)),
            tuple((NOW - timedelta(days=7 * (3 - at)), Decimal(28 + at) / 10_000) for at in range(4)),
            50_000_000,
        ),
        TokenQuote(
            "MERIDIAN-10B",
            "Meridian 10B",
            Decimal("0.165"),
            -0.034,
            Decimal("0.0009"),
            0.72,
            tuple((NOW - timedelta(days=20 - at), Decimal(17 - at % 3) / 100) for at in range(20)),
        ),
    )
    gate = NOW + timedelta(minutes=12, seconds=41)
    hours = NOW.replace(minute=0) + timedelta(hours=1)
    auctions = tuple(
        AuctionTimes(
            gate + timedelta(hours=6 * at),
            gate + timedelta(hours=6 * at, minutes=2),
            hours + timedelta(hours=6 * at),
            hours + timedelta(hours=6 * at + 336),
        )
        for at in range(4)
    )
    return MarketView(NOW, "Practice exchange", "open", gate, tuple(quotes), tokens, auctions)


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


PACKAGED = ModelView(
    "smollm2-135m", "gguf", "/opt/bidwright/SmolLM2-135M-Instruct.Q4_1.gguf",
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53", 98_362_432, "linker-v2.gguf, 0c6f5ab1d2e3",
    "Apache-2.0", used=True, present=True,
)  # fmt: skip
DESK_SERVER = ModelView("desk", "server", "http://127.0.0.1:8000/v1", None, None, "", "", used=False, present=True)


class MemoryShelf:
    """Models in memory. A file named `slow` is read in steps and can be called off."""

    def __init__(self, *models: ModelView) -> None:
        self.kept = list(models or (PACKAGED, DESK_SERVER))
        self.broken: set[str] = set()
        self.step: Callable[[int], None] = lambda _step: None

    def models(self) -> tuple[ModelView, ...]:
        return tuple(self.kept)

    def add_file(self, path: Path, watch: Callable[[int, int], None]) -> str:
        for step in range(1, 5):
            self.step(step)
            watch(step * 25, 100)
        self.kept.append(replace(PACKAGED, name=path.stem, place=str(path), adapter="", licence="", used=False))
        return path.stem

    def add_server(self, url: str, served_name: str, name: str) -> str:
        if not url.startswith("http"):
            raise UserFacing("model", "The model was not added", f"{url} is no server address")
        self.kept.append(replace(DESK_SERVER, name=name, place=url))
        return name

    def verify(self, name: str, watch: Callable[[int, int], None]) -> None:
        if name in self.broken:
            raise UserFacing("model", "The model is not as it was pinned", "SHA-256 differs")

    def use(self, name: str, watch: Callable[[int, int], None]) -> None:
        self.verify(name, watch)
        self.kept = [replace(model, used=model.name == name) for model in self.kept]


def services(
    folder: Path,
    *,
    reader: TableReader | None = None,
    quick_reader: TableReader | None = None,
    estimator: ScriptedEstimator | None = None,
    desk: MemoryDesk | None = None,
    clock: FixedClock | None = None,
    shelf: MemoryShelf | None = None,
) -> Services:
    """The ports of one window over stand-ins."""
    reader, quick = reader or TableReader(), quick_reader or TableReader()
    estimator, desk = estimator or ScriptedEstimator(), desk or MemoryDesk()
    return Services(
        catalogue=CATALOGUE,
        clock=clock or FixedClock(NOW, ZONE),
        data_folder=folder,
        venue="Practice exchange",
        make_quick_reader=lambda: quick,
        make_reader=lambda: reader,
        make_estimator=lambda: estimator,
        make_desk=lambda: desk,
        models=shelf or MemoryShelf(),
    )
