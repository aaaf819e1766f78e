"""How soon a killed exchange answers again, and whether anything was lost: python -m tests.bench.recovery

Bids are submitted over HTTP while the exchange process is killed with SIGKILL at random moments; each time it is
started again on the same folder and port, timed until the first signed answer, and asked for every acknowledged bid.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from auction_client.exchange import protocol
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import write_message
from tests.practice.process import ExchangeProcess
from tests.practice.test_restart import submissions
from tests.practice.trading import Wire


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


def main() -> None:
    """Measures and prints."""
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
        process.kill()
    print(f"seed {options.seed}")
    print(f"{options.kills} kills, {acknowledged} acknowledged bids checked, {lost} lost or changed")
    print(
        f"serving again: median {statistics.median(whole):.2f} s, longest {max(whole):.2f} s from the process's start; "
        f"{statistics.median(opening):.2f} s, longest {max(opening):.2f} s without Python's imports"
    )


if __name__ == "__main__":
    main()
