"""What the tests of this room trade with: a small market, a clock that stands still, and a client that signs."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from auction_client.exchange.ids import new_client_id
from auction_client.exchange.protocol import EnrolRequest, SubmitRequest
from auction_client.exchange.signing import SigningKey, binding_of, sign_request, verify_response
from auction_client.exchange.wire import sha256_hex, write_message
from auction_client.model.bid import Bid
from auction_client.practice.calendar import AuctionCalendar
from auction_client.practice.clock import Clock, ManualClock
from auction_client.practice.entry import Answer, Submission
from auction_client.practice.exchange import PracticeExchange
from auction_client.practice.settings import Settings
from auction_client.practice.store.database import Database

START = datetime(2026, 11, 22, 12, 20, tzinfo=UTC)
STEPPED = AuctionCalendar(timed=False)
SMALL = Settings(
    calendar=STEPPED, gpus=frozenset({"A100", "H100", "H200", "L40S"}), horizon=timedelta(hours=28), clear_seconds=10.0
)
EXCHANGE_KEY = SigningKey.from_seed(bytes(range(32)))


def open_exchange(folder: Path, clock: Clock | None = None, settings: Settings = SMALL) -> PracticeExchange:
    """A fresh or reopened exchange in a folder."""
    database = Database(f"sqlite:///{folder / 'exchange.db'}")
    return PracticeExchange(database, EXCHANGE_KEY, clock or ManualClock(START), settings)


def lot(
    *,
    gpu: str = "H100",
    quantity: int = 8,
    limit: str = "3.60",
    start: datetime | None = None,
    hours: int = 4,
    side: str = "buy",
    **asset: Any,
) -> dict[str, Any]:
    """A compute lot as JSON; by default 8 H100 for the four hours from 20:00 UTC on the first day."""
    begins = start or datetime(2026, 11, 22, 20, tzinfo=UTC)
    return {
        "kind": "lot",
        "side": side,
        "quantity": quantity,
        "asset": {"type": "compute", "gpu": gpu, **asset},
        "delivery": {"start": begins.isoformat(), "end": (begins + timedelta(hours=hours)).isoformat()},
        "limit": limit,
    }


def token_lot(
    symbol: str = "ATLAS-32B", *, quantity: int = 100, limit: str = "0.60", side: str = "buy"
) -> dict[str, Any]:
    """A token lot as JSON."""
    asset = {"type": "token", "symbol": symbol}
    return {
        "kind": "lot",
        "side": side,
        "quantity": quantity,
        "min_quantity": 1,
        "asset": asset,
        "delivery": None,
        "limit": limit,
    }


def bid(root: dict[str, Any], good_until: datetime | None = None) -> Bid:
    """A bid of this root."""
    return Bid.model_validate(
        {"version": 1, "root": root, "good_until": good_until.isoformat() if good_until else None}
    )


def submission_of(
    account: str,
    root: dict[str, Any] | Bid,
    *,
    client_id: str | None = None,
    not_after: datetime = START + timedelta(days=30),
    replaces: str | None = None,
) -> Submission:
    """A readable submission."""
    whole = root if isinstance(root, Bid) else bid(root)
    name = client_id or new_client_id()
    request = SubmitRequest(client_id=name, not_after=not_after, bid=whole, replaces=replaces)
    body = write_message(request)
    return Submission(account, name, sha256_hex(body), body, request, None)


@dataclass(eq=False)
class Trader:
    """An account on an exchange without the network."""

    exchange: PracticeExchange
    account: str = ""
    key: SigningKey = field(default_factory=SigningKey.generate)

    def __post_init__(self) -> None:
        self.account = self.exchange.enrol(self.key.public_text, "tester").result().account

    def submit(self, root: dict[str, Any] | Bid, **options: Any) -> tuple[str, Answer]:
        """Submits a bid; its id and the answer."""
        submission = submission_of(self.account, root, **options)
        return submission.client_id, self.exchange.submit(submission).result()

    def status(self, client_id: str) -> str:
        """The bid's status at the exchange."""
        record = self.exchange.views.record(self.account, client_id)
        assert record is not None
        return record.status.value


@dataclass(frozen=True)
class Heard:
    """An answer over HTTP, its signature checked where it has one."""

    status: int
    headers: dict[str, str]
    body: bytes
    signed: bool

    @property
    def json(self) -> Any:
        """The body as plain values."""
        return json.loads(self.body)


class Wire:
    """Speaks HTTP to a served exchange, signing as a client does unless told otherwise."""

    def __init__(self, port: int, key: SigningKey, exchange_key: str, *, now: Any) -> None:
        self.port, self.key, self.exchange_key, self.now = port, key, exchange_key, now

    def enrol(self) -> Heard:
        """Opens the account."""
        request = EnrolRequest(public_key=self.key.public_text, label="tester")
        return self.send("PUT", "/v1/account", write_message(request))

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        idempotency_key: str | None = None,
        sign: bool = True,
        headers: dict[str, str] | None = None,
        host: str | None = None,
    ) -> Heard:
        """One request and its answer. `headers` are added to the signed ones, or replace them."""
        authority = host or f"127.0.0.1:{self.port}"
        target = f"http://{authority}{path}"
        signed: dict[str, str] = {}
        if sign:
            signed = sign_request(
                self.key,
                method=method,
                target=target,
                body=body,
                idempotency_key=idempotency_key or new_client_id(),
                created=int(self.now().timestamp()),
            )
        sent = {**signed, **(headers or {})}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", authority)
            for name, value in sent.items():
                connection.putheader(name, value)
            if body:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            response = connection.getresponse()
            heard, status = response.read(), response.status
            pairs = [(name.lower(), value) for name, value in response.getheaders()]
        finally:
            connection.close()
        if "signature" in dict(pairs):
            verify_response(
                request=binding_of(method, target, sent.items()),
                status=status,
                headers=pairs,
                body=heard,
                public_key=self.exchange_key,
            )
        return Heard(status, dict(pairs), heard, "signature" in dict(pairs))
