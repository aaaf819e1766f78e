"""Real processes under real faults: python -m tests.torture.processes --seconds 45 [--seats 8] [--seed N]

Seats (real desks in real processes) trade with the practice exchange (a real server on a real store) through a proxy
that spoils most requests. Seats are killed with SIGKILL at named points and at random moments, the exchange too. Then
the faults end, every seat is opened once more, and what it says of every bid is compared with the exchange. Prints the
figures; exit 1 if a confirmed bid was lost, doubled or wrongly reported.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import multiprocessing
import os
import random
import signal
import socket
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import uvicorn

from auction_client.exchange.ids import new_client_id
from auction_client.exchange.signing import SigningKey
from auction_client.practice.calendar import AuctionCalendar
from auction_client.practice.clock import SystemClock
from auction_client.practice.exchange import PracticeExchange
from auction_client.practice.rates import RateLimits
from auction_client.practice.server import create_app
from auction_client.practice.settings import Settings
from auction_client.practice.store.database import Database
from tests.torture.fault_proxy import FAULTS, FaultProxy
from tests.torture.seats import KILL_POINTS, LOOSE, compare, live, settle

FORK = multiprocessing.get_context("fork")
FAULT_RATE = 0.7


def serve(folder: Path, port: int, proxy_port: int, seed: int, trading: Trading) -> None:
    """The exchange's process: a small stepped market whose auctions close every few seconds."""
    logging.disable()
    settings = Settings(
        seed=seed,
        calendar=AuctionCalendar(timed=False),
        gpus=frozenset({"H100"}),
        horizon=timedelta(hours=48),
        clear_seconds=0.5,
        limits=LOOSE.limits,
    )
    exchange = PracticeExchange(
        Database(f"sqlite:///{folder / 'exchange.db'}"), SigningKey.from_seed(bytes(32)), SystemClock(), settings
    )
    app = create_app(exchange, hosts=frozenset({f"127.0.0.1:{proxy_port}"}), rate_limits=RateLimits(1_000.0, 5_000))

    def auctions() -> None:
        while True:
            time.sleep(2.5)
            try:
                if trading.open.value:
                    trading.stepping.value = True
                    exchange.step()
                    trading.stepping.value = False
            except Exception:  # noqa: BLE001 - whatever it is, the run must not go on as if all were well
                traceback.print_exc()
                os._exit(3)  # noticed as an exchange that died by itself

    threading.Thread(target=auctions, daemon=True).start()
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, access_log=False, lifespan="off")
    uvicorn.Server(config).run()


class Trading:
    """Whether auctions may be held, and whether one is being held."""

    def __init__(self) -> None:
        self.open = FORK.Value("b", True)
        self.stepping = FORK.Value("b", False)

    @contextlib.contextmanager
    def halted(self) -> Iterator[None]:
        """No auction begins inside, and none is under way."""
        self.open.value = False
        time.sleep(0.05)
        while self.stepping.value:
            time.sleep(0.02)
        yield
        self.open.value = True


class Yard:
    """All processes of one run."""

    def __init__(self, folder: Path, seats: int, seed: int) -> None:
        self.folder, self.seats, self.seed = folder, seats, seed
        self.chance = random.Random(seed)
        self.port, self.proxy_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.proxy_port}"
        self.rate = FORK.Value("d", FAULT_RATE)
        self.faults = FORK.Array("i", len(FAULTS))
        self.kills = FORK.Array("i", len(KILL_POINTS))
        self.random_kills = self.server_kills = self.lives = self.crashes = 0
        self.restarts: list[float] = []
        self.trading = Trading()
        (folder / "exchange").mkdir()
        self.server = self.start_server()
        proxy = FaultProxy(self.proxy_port, self.port, self.rate, self.faults, seed)
        self.proxy = FORK.Process(target=proxy.run, daemon=True)
        self.proxy.start()

    def start_server(self) -> Any:
        self.trading.stepping.value = False
        arguments = (self.folder / "exchange", self.port, self.proxy_port, self.seed, self.trading)
        server = FORK.Process(target=serve, args=arguments, daemon=True)
        server.start()
        began = time.monotonic()
        while time.monotonic() < began + 30:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 0.2):
                self.restarts.append(time.monotonic() - began)
                return server
            time.sleep(0.01)
        raise RuntimeError("the exchange did not start")

    def start_seat(self, number: int) -> Any:
        self.lives += 1
        seconds = self.chance.uniform(0.5, 2.2)
        seed = self.chance.getrandbits(32)
        arguments = (self.folder / f"seat{number}", self.url, seed, seconds, self.kills)
        seat = FORK.Process(target=live, args=arguments, daemon=True)
        seat.start()
        return seat

    def trade(self, seconds: float) -> None:
        """Seats live and die until the time is over; the exchange dies now and then."""
        end = time.monotonic() + seconds
        next_server_kill = time.monotonic() + 6
        running = {number: self.start_seat(number) for number in range(self.seats)}
        dies_at = {number: self.death() for number in running}
        while time.monotonic() < end:
            for number, seat in list(running.items()):
                if seat.is_alive() and time.monotonic() >= dies_at[number]:
                    os.kill(seat.pid, signal.SIGKILL)
                    self.random_kills += 1
                    seat.join()
                elif seat.is_alive():
                    continue
                elif seat.exitcode not in (0, -signal.SIGKILL):
                    self.crashes += 1
                seat.join()
                running[number] = self.start_seat(number)
                dies_at[number] = self.death()
            if not self.server.is_alive():
                raise RuntimeError("the exchange died by itself")
            if time.monotonic() >= next_server_kill:
                os.kill(self.server.pid, signal.SIGKILL)
                self.server.join()
                self.server_kills += 1
                self.server = self.start_server()
                next_server_kill = time.monotonic() + self.chance.uniform(5, 9)
            time.sleep(0.02)
        for seat in running.values():
            if seat.is_alive():
                os.kill(seat.pid, signal.SIGKILL)
                self.random_kills += 1
            seat.join()

    def death(self) -> float:
        return time.monotonic() + (self.chance.uniform(0.05, 2.0) if self.chance.random() < 0.6 else 10.0)

    def close(self) -> None:
        for process in (self.server, self.proxy):
            process.kill()
            process.join()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def torture(seconds: float, seats: int, seed: int) -> tuple[Yard, list[str], Counter[str], float]:
    """A whole run. Returns the yard, what went wrong, how the bids ended, and how long settling took at most."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name)
        yard = Yard(folder, seats, seed)
        wrong: list[str] = []
        slowest = 0.0
        ends: Counter[str] = Counter()
        try:
            yard.trade(seconds)
            yard.rate.value = 0.0
            time.sleep(1.0)  # what is still on its way arrives
            began = time.monotonic()
            folders = [folder / f"seat{number}" for number in range(seats)]
            with FORK.Pool(seats) as pool:
                wrong += chain.from_iterable(pool.starmap(settle, [(seat, yard.url, 25.0) for seat in folders]))
                slowest = time.monotonic() - began
                with yard.trading.halted():
                    wrong += chain.from_iterable(pool.starmap(compare, [(seat, yard.url) for seat in folders]))
            for seat in folders:
                ends += states_of(seat)
        finally:
            yard.close()
        if yard.crashes:
            wrong.append(f"wrong: {yard.crashes} programs ended with an error")
        return yard, wrong, ends, slowest


def states_of(folder: Path) -> Counter[str]:
    """How a seat's bids ended."""
    from auction_client.exchange.outbox import Outbox

    outbox = Outbox(folder / "desk" / "outbox.sqlite")
    try:
        return Counter(row.state.value for row in outbox.rows())
    finally:
        outbox.close()


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=45.0)
    parser.add_argument("--seats", type=int, default=12)
    parser.add_argument("--seed", type=int, default=int(new_client_id()[-6:], 16))
    given = parser.parse_args(arguments)
    yard, wrong, ends, slowest = torture(given.seconds, given.seats, given.seed)
    faults = {kind: count for kind, count in zip(FAULTS, yard.faults, strict=True) if count}
    kills = sum(yard.kills) + yard.random_kills
    print(f"seed {given.seed}: {given.seconds:.0f} s, {given.seats} seats, {yard.lives} lives of programs")
    print(
        f"{sum(faults.values()):,} faults of {len(faults)} kinds: " + ", ".join(f"{k} {n}" for k, n in faults.items())
    )
    points = ", ".join(f"{name} {count}" for name, count in zip(KILL_POINTS, yard.kills, strict=True))
    print(f"{kills} programs killed ({yard.random_kills} at random; {points})")
    print(f"the exchange killed {yard.server_kills} times, back within {max(yard.restarts[1:], default=0):.2f} s")
    print(f"{sum(ends.values()):,} bids ended as " + ", ".join(f"{k} {n}" for k, n in sorted(ends.items())))
    print(f"all seats knew every outcome within {slowest:.2f} s after the faults ended")
    found = Counter(kind for text in wrong for kind in ("lost", "doubled", "wrong") if f"{kind}:" in text)
    print(f"{found['lost']} lost, {found['doubled']} doubled, {found['wrong']} wrongly reported")
    for text in wrong[:30]:
        print(f"BROKEN {text}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
