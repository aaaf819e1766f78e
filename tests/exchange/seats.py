"""A person's seat at the model exchange: the bids that tests confirm, the desk, and waiting for an outcome."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.states import State
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Lot

GPU_PRICES = {"H100": Decimal("2.50")}


def a_bid(quantity: int = 8, limit: str = "2.60") -> Bid:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=5)
    return Bid(
        root=Lot(
            quantity=quantity,
            asset=ComputeAsset(gpu="H100"),
            delivery=Delivery(start=start, end=start + timedelta(hours=10)),
            limit=Decimal(limit),
        )
    )


class Seat:
    """One person's program, which can be ended and begun again on the same folder with the same key."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url, self.keys = folder, url, SessionStore()
        self.desk = self.open()

    def open(self, timeout: float = 1.0) -> OrderDesk:
        self.desk = open_desk(self.folder, self.url, self.keys, gpu_prices=GPU_PRICES, token_prices={}, timeout=timeout)
        return self.desk

    def again(self) -> OrderDesk:
        self.desk.close()
        return self.open()


def pump_until(desk: OrderDesk, client_id: str, *states: State, timeout: float = 8.0) -> State:
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        desk.pump()
        state = desk.order(client_id).state
        if state in states:
            return state
        time.sleep(0.01)
    raise AssertionError(f"still {desk.order(client_id)} after {timeout} s; {desk.status()}")


def drop(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)
