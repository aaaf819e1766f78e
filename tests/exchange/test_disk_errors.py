"""Every single write, cut, sync or deletion on the outbox's disk fails once: nobody is told what is not so."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator
from contextlib import suppress

import apsw
import pytest

from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import FINAL, State
from auction_client.exchange.transport import Transport
from tests.exchange.http_exchange import HttpExchange, running_exchange
from tests.exchange.seats import GPU_PRICES, a_bid
from tests.torture.powercut import Disk, Inode, opened


class FailingDisk(Disk):
    """Fails `most` operations in a row, after the first `good` ones, once it is armed."""

    def __init__(self) -> None:
        super().__init__()
        self.operations = 0
        self.failing = range(0)
        self.error: type[apsw.Error] = apsw.IOError

    def arm(self, good: int, most: int, error: type[apsw.Error]) -> None:
        self.operations, self.failing, self.error = 0, range(good, good + most), error

    def _may_fail(self) -> None:
        self.operations += 1
        if self.operations - 1 in self.failing:
            raise self.error("planted")

    def write(self, name: str, file: Inode, offset: int, data: bytes) -> None:
        self._may_fail()
        super().write(name, file, offset, data)

    def truncate(self, name: str, file: Inode, size: int) -> None:
        self._may_fail()
        super().truncate(name, file, size)

    def sync(self, name: str, file: Inode) -> None:
        self._may_fail()
        super().sync(name, file)


@pytest.fixture(scope="module")
def exchange() -> Iterator[HttpExchange]:
    with running_exchange() as running:
        yield running


def desk_on(outbox: Outbox, exchange: HttpExchange, key: SigningKey) -> OrderDesk:
    client = ExchangeClient(Transport(exchange.url), key, None, timeout=2.0)
    return OrderDesk(
        outbox, client, keys=SessionStore(), gpu_prices=GPU_PRICES, token_prices={}, chance=random.Random(1)
    )


def confirmed(desk: OrderDesk, quantity: int) -> str | None:
    """The id of a confirmed bid, None where the person is told that nothing was confirmed."""
    try:
        return desk.confirm(a_bid(quantity), acknowledged={each.id for each in desk.check(a_bid(quantity))})
    except OutboxError:
        return None


def settled(desk: OrderDesk) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        desk.pump()
        with suppress(OutboxError):  # while the disk still fails
            if all(order.state in FINAL or order.state is State.ACKED for order in desk.orders()):
                return
        time.sleep(0.005)
    raise AssertionError(f"{desk.orders()} {desk.status()}")


@pytest.mark.parametrize(
    ("most", "error"),
    [
        (1, apsw.IOError),
        pytest.param(1, apsw.FullError, marks=pytest.mark.slow),
        pytest.param(3, apsw.IOError, marks=pytest.mark.slow),
        pytest.param(3, apsw.FullError, marks=pytest.mark.slow),
    ],
)
def test_what_a_person_is_told_is_so_whichever_operation_fails(
    exchange: HttpExchange, most: int, error: type[apsw.Error]
) -> None:
    quantity = itertools.count(1)
    good = 0
    told: set[bool] = set()
    while True:
        disk, key = FailingDisk(), SigningKey.generate()
        with opened(disk, ()) as outbox:
            desk = desk_on(outbox, exchange, key)
            desk.pump()
            assert desk.status().connected
            disk.arm(good, most, error)
            before = set(exchange.model.held)
            client_id = confirmed(desk, next(quantity))
            settled(desk)
            after = set(exchange.model.held) - before
            assert after == ({client_id} if client_id else set()), f"operation {good}"
            standing = {order.client_id for order in desk.orders() if order.state is State.ACKED}
            assert standing == after, f"operation {good}"
            assert all(exchange.model.held[each].effects == 1 for each in after)
            assert desk.audit_faults() == []
            told.add(client_id is not None)
            desk.close()
            if disk.operations <= good:
                break
        good += 1
    assert told == {True, False}
    assert good > 20
