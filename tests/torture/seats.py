"""One person's program as a real process: it confirms bids, cancels some, and is killed at a chosen point."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from auction_client.exchange.client import NoProof
from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.limits import DEFAULT_LIMITS
from auction_client.exchange.opening import open_desk
from auction_client.exchange.policy import Policy
from auction_client.exchange.problems import ProblemCode
from auction_client.exchange.protocol import CountLevels
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import FINAL
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Lot

LOOSE = Policy(
    limits=DEFAULT_LIMITS.model_copy(
        update={"bids_per_minute": CountLevels(block=1_000_000), "duplicate_minutes": CountLevels(block=1)}
    )
)
TIMEOUT = 0.8
KILL_POINTS = (
    "before the confirmation is written",
    "after the confirmation is written",
    "before a commit",
    "after a commit",
    "before a request",
    "after an answer",
    "before a bid is sent",
    "after a bid is sent",
    "before the notebook",
)


class KeyFile:
    """Keeps the key of a test's seat in a file, in plain."""

    kept = "in a test's file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> SigningKey | None:
        """The key."""
        return SigningKey.from_seed(self._path.read_bytes()) if self._path.exists() else None

    def save(self, key: SigningKey) -> None:
        """Keeps the key, wholly or not at all."""
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(key.seed())
        fresh.replace(self._path)

    def beside(self) -> KeyFile:
        """Another file."""
        return KeyFile(self._path.with_suffix(".next"))

    def forget(self) -> None:
        """Deletes the file."""
        self._path.unlink(missing_ok=True)


def open_seat(folder: Path, url: str) -> OrderDesk:
    """The desk of a seat."""
    folder.mkdir(exist_ok=True)
    prices = {"H100": Decimal("2.60")}
    return open_desk(
        folder / "desk", url, KeyFile(folder / "key"), gpu_prices=prices, token_prices={}, policy=LOOSE, timeout=TIMEOUT
    )


def a_bid(number: int) -> Bid:
    """A bid that no other bid of the seat equals: its number is in the last digits of the limit."""
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=3)
    return Bid(
        root=Lot(
            quantity=1,
            asset=ComputeAsset(gpu="H100"),
            delivery=Delivery(start=start, end=start + timedelta(hours=2)),
            limit=Decimal("2.5") + Decimal(number) / 1_000_000,
        )
    )


class Notebook:
    """What the person was told: a line is durable before the next thing happens."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, client_id: str) -> None:
        with self._path.open("a") as file:
            file.write(f"{client_id}\n")
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> list[str]:
        return [line for line in self._path.read_text().splitlines() if len(line) == 36] if self._path.exists() else []


def live(folder: Path, url: str, seed: int, seconds: float, kills: Any) -> None:
    """One life of a seat's program; counts in `kills` if it ends itself at a kill point."""
    chance = random.Random(seed)
    kill_at = chance.choice(KILL_POINTS) if chance.random() < 0.6 else ""
    countdown = [1 if kill_at.endswith("a bid is sent") else chance.randint(1, 6)]  # few bids are sent in a life

    def point(name: str) -> None:
        if name == kill_at:
            countdown[0] -= 1
            if countdown[0] == 0:
                kills[KILL_POINTS.index(name)] += 1
                os.kill(os.getpid(), signal.SIGKILL)

    desk = open_seat(folder, url)
    _plant(desk, point)
    notebook = Notebook(folder / "notebook")
    desk.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        bid = a_bid(int(time.time() * 1000) % 900_000)
        point("before the confirmation is written")
        client_id = desk.confirm(bid, acknowledged={finding.id for finding in desk.check(bid)})
        point("after the confirmation is written")
        point("before the notebook")
        notebook.write(client_id)
        time.sleep(chance.uniform(0.2, 0.8))
        if chance.random() < 0.2:
            open_bids = [order.client_id for order in desk.orders() if order.state not in FINAL]
            if open_bids:
                desk.cancel(chance.choice(open_bids))
    desk.close()


def _plant(desk: OrderDesk, point: Callable[[str], None]) -> None:
    send, commit = desk.client.transport.send, desk._outbox.transaction

    def sending(method: str, target: str, *args: Any, **kwargs: Any) -> Any:
        point("before a request")
        if method == "PUT" and "/bids/" in target:
            point("before a bid is sent")
        answer = send(method, target, *args, **kwargs)
        point("after an answer")
        if method == "PUT" and "/bids/" in target:
            point("after a bid is sent")
        return answer

    class Committing:
        def __init__(self) -> None:
            self._inner = commit()

        def __enter__(self) -> None:
            self._inner.__enter__()

        def __exit__(self, *details: object) -> Any:
            point("before a commit")
            result = self._inner.__exit__(*details)  # type: ignore[arg-type]
            point("after a commit")
            return result

    desk.client.transport.send = sending  # type: ignore[method-assign]
    desk._outbox.transaction = Committing  # type: ignore[method-assign,assignment]


def settle(folder: Path, url: str, seconds: float) -> list[str]:
    """Opens the seat once more, without faults, until every outcome is known; returns what stayed unknown."""
    desk = open_seat(folder, url)
    try:
        end = time.monotonic() + seconds
        unsettled = _unsettled(desk)
        while unsettled and time.monotonic() < end:
            desk.pump()
            time.sleep(0.01)
            unsettled = _unsettled(desk)
        return [f"lost: {folder.name}: {cid} is still {state}" for cid, state in unsettled.items()]
    finally:
        desk.close()


def compare(folder: Path, url: str) -> list[str]:
    """What a settled seat says against what the exchange says, while no auction is held."""
    desk = open_seat(folder, url)
    try:
        end = time.monotonic() + 2.5  # every accepted bid is looked up at the start
        while time.monotonic() < end or _unsettled(desk):
            desk.pump()
            time.sleep(0.01)
            if time.monotonic() > end + 10:
                break
        wrong = _compare(desk, Notebook(folder / "notebook").read())
        wrong += [f"wrong: {fault}" for fault in desk.audit_faults()]
        return wrong + [f"wrong: alarm {entry.body!r}" for entry in desk._outbox.entries() if entry.kind == "alarm"]
    finally:
        desk.close()


def _unsettled(desk: OrderDesk) -> dict[str, str]:
    if not desk.status().connected:
        return {"all": "not connected"}
    return {
        order.client_id: order.state for order in desk.orders() if order.state not in FINAL and order.state != "ACKED"
    }


def _compare(desk: OrderDesk, told: list[str]) -> list[str]:
    wrong: list[str] = []
    orders = {order.client_id: order for order in desk.orders()}
    wrong += [f"lost: {cid} was confirmed and is not in the outbox" for cid in told if cid not in orders]
    held = {}
    after: int | None = 0
    while after is not None:
        page = desk.client.bids(after)
        held |= {record.client_id: record for record in page.bids}
        after = page.next
    wrong += [f"doubled: the exchange holds {cid}, which nobody confirmed" for cid in held if cid not in orders]
    limits = [order.bid.root.limit for cid, order in orders.items() if cid in held]  # type: ignore[union-attr]
    if len(set(limits)) < len(limits):
        wrong.append("doubled: two bids at the exchange have the same content")
    expected = {
        "ACKED": {"open"},
        "WON": {"won"},
        "PARTLY_WON": {"partly_won"},
        "LOST": {"lost"},
        "CANCELLED": {"cancelled", "absent"},
        "REFUSED": {"refused"},
        "EXPIRED": {"absent", "refused"},
        "HELD": {"absent"},
    }
    for cid, order in orders.items():
        if cid in held:
            status = str(held[cid].status)
            refusal = held[cid].refusal
            if order.reason == "cancelled before it arrived" and refusal is not None:
                # the cancel came first, and the late original was refused for exactly that
                status = "absent" if refusal.code is ProblemCode.CANCELLED_BEFORE_ARRIVAL else status
        else:
            try:
                reply = desk.client.lookup(cid)
            except NoProof as error:
                wrong.append(f"wrong: {cid} cannot be looked up: {error}")
                continue
            status = str(getattr(reply.message, "status", "")) if reply.status == 200 else "absent"
        if status not in expected.get(order.state, set()):
            wrong.append(f"wrong: {cid} is said to be {order.state} ({order.reason}), the exchange says {status}")
    return wrong
