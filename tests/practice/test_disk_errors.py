"""An exchange whose disk takes no more: it acknowledges nothing that it cannot keep, and goes on once it can."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from auction_client.exchange import protocol
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import write_message
from tests.practice.process import ExchangeProcess
from tests.practice.trading import Wire, bid, lot


def submission(number: int) -> tuple[str, bytes]:
    """A bid that is like no other."""
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=6)
    name = new_client_id()
    until = datetime.now(UTC) + timedelta(minutes=5)
    whole = bid(lot(quantity=number + 1, start=start))
    return name, write_message(protocol.SubmitRequest(client_id=name, not_after=until, bid=whole))


@pytest.mark.skipif(sys.platform != "linux", reason="limits the files of another process")
def test_writes_that_fail_are_acknowledged_to_nobody_and_made_good_later(tmp_path: Path) -> None:
    import resource

    exchange = ExchangeProcess(tmp_path)
    pid = exchange._process.pid
    wire = Wire(exchange.port, SigningKey.generate(), exchange.public_key, now=lambda: datetime.now(UTC))
    wire.enrol()

    def submit(name: str, body: bytes) -> tuple[int, bytes]:
        heard = wire.send("PUT", protocol.bid_path(name), body, idempotency_key=name)
        return heard.status, heard.body

    bids = [submission(number) for number in range(12)]
    kept = {name: submit(name, body) for name, body in bids[:4]}
    assert {status for status, _ in kept.values()} == {200}
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
    for name, body in bids[4:8]:
        status, answer = submit(name, body)
        assert (status, json.loads(answer)["code"], json.loads(answer)["definite"]) == (500, "internal", False)
        assert wire.send("GET", protocol.bid_path(name)).status == 404
    assert [submit(name, body) for name, body in bids[:4]] == list(kept.values())
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    kept |= {name: submit(name, body) for name, body in bids[4:]}
    assert {status for status, _ in kept.values()} == {200}
    sequences = [json.loads(answer)["sequence"] for _, answer in kept.values()]
    assert sequences == sorted(set(sequences))
    exchange.kill()
    again = ExchangeProcess(tmp_path, port=exchange.port)
    for name, (_, receipt) in kept.items():
        heard = wire.send("GET", protocol.bid_path(name))
        assert (heard.status, json.loads(heard.body)["receipt"]) == (200, json.loads(receipt))
    again.kill()
