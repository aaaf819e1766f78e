"""A model exchange over real HTTP on loopback, and a seat at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.http_exchange import HttpExchange, running_exchange
from tests.exchange.seats import Seat


@pytest.fixture
def exchange() -> Iterator[HttpExchange]:
    with running_exchange() as running:
        yield running


@pytest.fixture
def seat(tmp_path: Path, exchange: HttpExchange) -> Iterator[Seat]:
    made = Seat(tmp_path / "seat", exchange.url)
    yield made
    made.desk.close()
