"""How soon a killed exchange and a killed desk are back, and whether anything was lost: python -m tests.bench.recovery

Bids are submitted over HTTP while the exchange process is killed with SIGKILL at random moments; each time it is
started again on the same folder and port, timed until the first signed answer, and asked for every acknowledged bid.
Then a desk is opened on an outbox of 10,000 bids, the last 100 of unknown outcome, and timed until all of these have
been asked about. Exit 1 if anything was lost or changed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from auction_client.exchange import protocol
from auction_client.exchange.core import Row
from auction_client.exchange.dossier import row_entry
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.outbox import OUTBOX_FILE, Outbox
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import UNRESOLVED, State
from auction_client.exchange.verdicts import milliseconds
from auction_client.exchange.wire import sha256_hex, write_message
from tests.practice.process import ExchangeProcess
from tests.practice.test_restart import submissions
from tests.practice.trading import Wire, bid, lot


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def restarted(folder: Path, old: ExchangeProcess, key: SigningKey) -> tuple[ExchangeProcess, float, float]:
    """Kills and starts the exchange; seconds until it serves: of the process, and of the store and server alone."""
    old.kill()
    begun = time.perf_counter()
    process = ExchangeProcess(folder, port=old.port, small=False)
    heard = Wire(process.port, key, process.public_key, now=now).send("GET", protocol.POSITIONS)
    assert heard.status == 200
    return process, time.perf_counter() - begun, process.opening_seconds


def old_outbox(folder: Path, bids: int, unknown: int) -> None:
    """An outbox as a killed desk left it; bids that have ended were withdrawn before they were sent."""
    folder.mkdir()
    outbox = Outbox(folder / OUTBOX_FILE)
    start = now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=6)
    until = now() + timedelta(hours=1)
    at = milliseconds(now())
    with outbox.transaction():
        for number in range(bids):
            client_id = new_client_id()
            whole = bid(lot(quantity=1 + number % 500, start=start, hours=1 + number // 500 % 20))
            body = write_message(protocol.SubmitRequest(client_id=client_id, not_after=until, bid=whole))
            row = Row(client_id, sha256_hex(body), milliseconds(until))
            outbox.record(at, client_id, "confirmed", body)
            outbox.add(row, body, at)
            sent = (State.SENDING, State.UNKNOWN) if number >= bids - unknown else (State.CANCELLED,)
            for state in sent:
                row = replace(row, state=state, attempts=int(state is not State.CANCELLED))
                outbox.update(row, at)
            outbox.record(at, client_id, "state", row_entry(row))
    outbox.close()


def desk_recovery(folder: Path, url: str) -> tuple[float, float, int]:
    """Seconds until the outbox is open and checked, and until every unknown bid was asked about; how many are unknown
    still."""
    begun = time.perf_counter()
    desk = open_desk(folder, url, SessionStore(), gpu_prices={}, token_prices={})
    opened = time.perf_counter() - begun
    desk.start()
    while not (status := desk.status()).connected or status.recovering:
        time.sleep(0.005)
    whole = time.perf_counter() - begun
    end = time.monotonic() + 30
    while (left := sum(order.state in UNRESOLVED for order in desk.orders())) and time.monotonic() < end:
        time.sleep(0.1)
    desk.close()
    return opened, whole, left


def main() -> int:
    """Measures and prints; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    whole: list[float] = []
    opening: list[float] = []
    acknowledged = lost = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        process = ExchangeProcess(folder, small=False)
        for _ in range(options.kills):
            clients = [
                Wire(process.port, SigningKey.generate(), process.public_key, now=now) for _ in range(options.clients)
            ]
            receipts: list[dict[str, bytes]] = [{} for _ in clients]
            for client in clients:
                client.enrol()
            stop = threading.Event()
            threads = [
                threading.Thread(target=submissions, args=(client, kept, stop))
                for client, kept in zip(clients, receipts, strict=True)
            ]
            for thread in threads:
                thread.start()
            time.sleep(draw.uniform(0.05, 0.4))
            process, total, alone = restarted(folder, process, clients[0].key)
            stop.set()
            for thread in threads:
                thread.join()
            whole.append(total)
            opening.append(alone)
            for client, kept in zip(clients, receipts, strict=True):
                for client_id, receipt in kept.items():
                    heard = client.send("GET", protocol.bid_path(client_id))
                    acknowledged += 1
                    stored = protocol.BidRecord.model_validate_json(heard.body).receipt if heard.status == 200 else None
                    lost += stored is None or write_message(stored) != receipt
        old_outbox(folder / "desk", 10_000, 100)
        opened, reconciled, left = desk_recovery(folder / "desk", f"http://127.0.0.1:{process.port}")
        process.kill()
    print(f"seed {options.seed}")
    print(f"{options.kills} kills, {acknowledged} acknowledged bids checked, {lost} lost or changed")
    print(
        f"serving again: median {statistics.median(whole):.2f} s, longest {max(whole):.2f} s from the process's start; "
        f"{statistics.median(opening):.2f} s, longest {max(opening):.2f} s without Python's imports"
    )
    print(
        f"a desk of 10,000 bids, 100 of unknown outcome: open and checked in {opened:.2f} s, all asked about in "
        f"{reconciled:.2f} s, {left} unknown in the end"
    )
    return 1 if lost or left else 0


if __name__ == "__main__":
    sys.exit(main())
