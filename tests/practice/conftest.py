"""Exchanges for the tests of this room, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from auction_client.exchange.signing import SigningKey
from auction_client.practice.clock import ManualClock
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.exchange import PracticeExchange
from tests.practice.trading import SMALL, START, Trader, Wire, open_exchange


@pytest.fixture
def clock() -> ManualClock:
    """Stands at noon and twenty minutes."""
    return ManualClock(START)


@pytest.fixture
def exchange(tmp_path: Path, clock: ManualClock) -> Iterator[PracticeExchange]:
    """A small stepped exchange."""
    opened = open_exchange(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def trader(exchange: PracticeExchange) -> Trader:
    """An account on it."""
    return Trader(exchange)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    """A small stepped exchange, served; its clock stands at START."""
    with PracticeServer(tmp_path_factory.mktemp("exchange"), settings=SMALL, clock=ManualClock(START)) as served:
        yield served


@pytest.fixture
def wire(server: PracticeServer) -> Wire:
    """A freshly enrolled client of the served exchange."""
    client = Wire(server.port, SigningKey.generate(), server.public_key, now=lambda: START)
    assert client.enrol().status == 200
    return client
