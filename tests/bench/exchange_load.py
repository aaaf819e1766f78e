"""How many signed, durable bids a second the practice exchange takes: python -m tests.bench.exchange_load

The exchange runs in a process of its own on this machine, as `serve` would start it, with all its limits; this process
is the load. Bids are signed in rounds while the clock stands, since a signature is good for 30 s; every answer is read
whole, its status checked, and one in a hundred receipts verified against the exchange's key. The median of a 4 KB write
with fsync on the same disk is printed beside the figures, since durability is what they buy. Exit 1 if a bid fails.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from auction_client.exchange.ids import new_client_id
from auction_client.exchange.protocol import EnrolRequest, SubmitRequest, bid_path
from auction_client.exchange.signing import SigningKey, binding_of, sign_request, verify_response
from auction_client.exchange.wire import write_message
from auction_client.model.bid import Bid
from tests.practice.process import ExchangeProcess
from tests.practice.trading import lot

ROUND = 4_000
"""Bids signed at once: few enough to be sent before their signatures lapse."""


@dataclass(frozen=True)
class Prepared:
    """One signed request, ready to be sent."""

    target: str
    headers: dict[str, str]
    data: bytes


def prepare(key: SigningKey, port: int, method: str, path: str, body: bytes, client_id: str) -> Prepared:
    """Signs a request and spells it as HTTP."""
    target = f"http://127.0.0.1:{port}{path}"
    headers = sign_request(
        key, method=method, target=target, body=body, idempotency_key=client_id, created=int(time.time())
    )
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return Prepared(target, headers, "\r\n".join(lines).encode() + b"\r\n\r\n" + body)


async def ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, data: bytes
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Sends one request on a kept connection and reads the answer."""
    writer.write(data)
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = [(name, value) for name, _, value in (line.partition(": ") for line in head[1:] if line)]
    length = next(int(value) for name, value in headers if name.lower() == "content-length")
    return int(head[0].split(" ")[1]), headers, await reader.readexactly(length)


def bids(numbers: range, port: int, keys: list[SigningKey], chance: random.Random) -> deque[Prepared]:
    """Signed submissions, no two with the same content."""
    begins = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=6)
    until = datetime.now(UTC) + timedelta(minutes=10)
    prepared: deque[Prepared] = deque()
    for number in numbers:
        client_id = new_client_id()
        start = begins + timedelta(hours=chance.randrange(24))
        root = lot(quantity=1 + number // len(keys), limit="3.30", start=start, hours=chance.randint(1, 8))
        whole = Bid.model_validate({"version": 1, "root": root, "good_until": None})
        body = write_message(SubmitRequest(client_id=client_id, not_after=until, bid=whole))
        prepared.append(prepare(keys[number % len(keys)], port, "PUT", bid_path(client_id), body, client_id))
    return prepared


async def load(process: ExchangeProcess, count: int, connections: int, accounts: int, chance: random.Random) -> int:
    """Runs the load and prints its figures; returns the exit code."""
    keys = [SigningKey.from_seed(chance.randbytes(32)) for _ in range(accounts)]
    reader, writer = await asyncio.open_connection("127.0.0.1", process.port)
    for key in keys:
        body = write_message(EnrolRequest(public_key=key.public_text, label="load"))
        request = prepare(key, process.port, "PUT", "/v1/account", body, new_client_id())
        while (status := (await ask(reader, writer, request.data))[0]) == 429:  # strangers share one rate limit
            await asyncio.sleep(0.2)
        assert status == 200, status
    writer.close()
    waiting: deque[Prepared] = deque()
    times: list[float] = []
    failed: list[bytes] = []
    samples: list[tuple[Prepared, int, list[tuple[str, str]], bytes]] = []

    async def worker() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", process.port)
        while waiting:
            request = waiting.popleft()
            begun = time.perf_counter()
            status, headers, body = await ask(reader, writer, request.data)
            times.append(time.perf_counter() - begun)
            if status != 200:
                failed.append(body)
            if len(times) % 100 == 0:
                samples.append((request, status, headers, body))
        writer.close()

    signing = seconds = cpu = own = 0.0
    for first in range(0, count, ROUND):
        begun = time.perf_counter()
        waiting += bids(range(first, min(count, first + ROUND)), process.port, keys, chance)
        signing += time.perf_counter() - begun
        cpu, own = cpu - process.cpu_seconds(), own - time.process_time()
        begun = time.perf_counter()
        await asyncio.gather(*(worker() for _ in range(connections)))
        seconds += time.perf_counter() - begun
        cpu, own = cpu + process.cpu_seconds(), own + time.process_time()
    for request, status, headers, body in samples:
        verify_response(
            request=binding_of("PUT", request.target, request.headers.items()),
            status=status,
            headers=headers,
            body=body,
            public_key=process.public_key,
        )
    times.sort()
    print(f"{count:,} signed durable bids in {seconds:.2f} s = {count / seconds:,.0f}/s, {len(failed)} failed")
    print(
        f"latency with {connections} connections: p50 {1e3 * times[len(times) // 2]:.1f} ms, "
        f"p99 {1e3 * times[int(len(times) * 0.99)]:.1f} ms, longest {1e3 * times[-1]:.1f} ms"
    )
    print(f"processor time per bid: exchange {1e6 * cpu / count:.0f} us, load {1e6 * own / count:.0f} us")
    print(f"{len(samples)} receipts verified; signing the load took {signing:.1f} s between the rounds")
    if failed:
        print("first failure:", failed[0][:300].decode())
    p99 = 1e3 * times[int(len(times) * 0.99)]
    print(f"summary: {count / seconds:,.0f} signed durable bids/s, p99 {p99:.1f} ms, {len(failed)} failed")
    return 1 if failed else 0


def fsync_median(folder: Path) -> float:
    """Milliseconds of one 4 KB write with fsync."""
    times = []
    with (folder / "fsync.probe").open("wb") as file:
        for _ in range(200):
            begun = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - begun)
    return 1e3 * statistics.median(times)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bids", type=int, default=20_000)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--bids-per-account", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="of the accounts' keys and the terms of their bids")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"seed {options.seed}")
        print(f"fsync median on this disk: {fsync_median(Path(folder)):.3f} ms")
        process = ExchangeProcess(Path(folder), small=False)
        try:
            return asyncio.run(
                load(
                    process,
                    options.bids,
                    options.connections,
                    options.bids // options.bids_per_account,
                    random.Random(options.seed),
                )
            )
        finally:
            process.kill()


if __name__ == "__main__":
    sys.exit(main())
