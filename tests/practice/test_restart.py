"""An exchange that is killed at any moment has lost nothing that it acknowledged, and is back at once."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from auction_client.exchange import protocol
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import write_message
from auction_client.practice.embedded import PracticeServer, exchange_key
from auction_client.practice.store.database import Database, StoreDamaged, StoreInUse
from tests.practice.process import ExchangeProcess
from tests.practice.trading import SMALL, Wire, bid, lot


def submissions(wire: Wire, acknowledged: dict[str, bytes], stop: threading.Event) -> None:
    """Submits bids until told to stop or the exchange is gone; keeps what was acknowledged."""
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=6)
    for number in range(25):
        if stop.is_set():
            return
        name = new_client_id()
        whole = bid(lot(quantity=number + 1, start=start))
        until = datetime.now(UTC) + timedelta(minutes=5)
        body = write_message(protocol.SubmitRequest(client_id=name, not_after=until, bid=whole))
        try:
            heard = wire.send("PUT", protocol.bid_path(name), body, idempotency_key=name)
        except OSError:
            return
        except Exception as error:
            if "Remote end closed" in str(error) or "IncompleteRead" in repr(error):
                return
            raise
        if heard.status == 200:
            acknowledged[name] = heard.body


def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    first = ExchangeProcess(tmp_path)
    clients = [
        Wire(first.port, SigningKey.generate(), first.public_key, now=lambda: datetime.now(UTC)) for _ in range(4)
    ]
    for client in clients:
        client.enrol()
    receipts: list[dict[str, bytes]] = [{} for _ in clients]
    stop = threading.Event()
    threads = [
        threading.Thread(target=submissions, args=(client, kept, stop))
        for client, kept in zip(clients, receipts, strict=True)
    ]
    for thread in threads:
        thread.start()
    while sum(map(len, receipts)) < 30:
        stop.wait(0.005)
    first.kill()
    stop.set()
    for thread in threads:
        thread.join()
    again = ExchangeProcess(tmp_path, port=first.port)
    try:
        assert again.public_key == first.public_key
        for client, kept in zip(clients, receipts, strict=True):
            for name, receipt in kept.items():
                record = client.send("GET", protocol.bid_path(name)).json
                assert protocol.Receipt.model_validate(record["receipt"]) == protocol.Receipt.model_validate_json(
                    receipt
                )
            page = client.send("GET", protocol.EVENTS).json
            assert [event["sequence"] for event in page["events"]] == list(range(1, page["latest"] + 1))
            assert page["latest"] >= len(kept)
    finally:
        again.kill()


def test_a_second_exchange_on_the_same_store_is_refused(tmp_path: Path) -> None:
    first = Database(f"sqlite:///{tmp_path / 'exchange.db'}")
    try:
        with pytest.raises(StoreInUse, match="stop it first"):
            Database(f"sqlite:///{tmp_path / 'exchange.db'}")
    finally:
        first.close()
    Database(f"sqlite:///{tmp_path / 'exchange.db'}").close()


def test_a_damaged_store_is_told_and_left_alone(tmp_path: Path) -> None:
    with PracticeServer(tmp_path, settings=SMALL) as served:
        Wire(served.port, SigningKey.generate(), served.public_key, now=lambda: datetime.now(UTC)).enrol()
    path = tmp_path / "exchange.db"
    damaged = bytearray(path.read_bytes())
    damaged[4096:8192] = bytes(4096)
    path.write_bytes(damaged)
    with pytest.raises(StoreDamaged):
        Database(f"sqlite:///{path}")
    assert path.read_bytes() == damaged


def test_another_kind_of_store_is_refused_with_words(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="sqlite:///PATH or postgresql"):
        Database("mysql://root@localhost/exchange")
    with pytest.raises(ValueError, match="is a file"):
        Database("sqlite://")
    (tmp_path / "text.db").write_text("this is not a database, it only has its name" * 40)
    with pytest.raises(StoreDamaged):
        Database(f"sqlite:///{tmp_path / 'text.db'}")


def test_key_and_store_are_for_this_user_only(tmp_path: Path) -> None:
    with PracticeServer(tmp_path / "data", settings=SMALL):
        pass
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    for name in ("exchange.db", "exchange.key"):
        assert (tmp_path / "data" / name).stat().st_mode & 0o777 == 0o600
    assert (
        exchange_key(tmp_path / "data" / "exchange.key").keyid == exchange_key(tmp_path / "data" / "exchange.key").keyid
    )


def test_commits_are_synced(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'exchange.db'}")
    with database.write.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    database.close()
