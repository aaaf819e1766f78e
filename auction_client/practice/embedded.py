"""Running the exchange: on a free loopback port inside this process, or on a given one until it is interrupted.

The socket is bound before anything else, so the port is known when the app is made and no other program can take it.
"""

from __future__ import annotations

import gc
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

import structlog
import uvicorn

from auction_client.exchange.signing import SigningKey
from auction_client.practice.clock import Clock, SystemClock
from auction_client.practice.exchange import PracticeExchange
from auction_client.practice.rates import RateLimits
from auction_client.practice.runner import AuctionRunner
from auction_client.practice.server import create_app
from auction_client.practice.settings import Settings
from auction_client.practice.store.database import Database

LOOPBACK = "127.0.0.1"
_START_SECONDS = 20.0
_log = structlog.get_logger(__name__)


class PracticeServer:
    """A practice exchange in this process, served on a thread. Use as a context manager or call `start` and `stop`."""

    def __init__(
        self,
        data_folder: Path,
        *,
        port: int = 0,
        database_url: str | None = None,
        settings: Settings | None = None,
        clock: Clock | None = None,
        rate_limits: RateLimits | None = None,
    ) -> None:
        """`data_folder` holds the exchange's key and, unless `database_url` says otherwise, its database; it is made
        if it is missing, for this user only. Port 0 takes a free one. Raises OSError, StoreInUse or StoreDamaged."""
        data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._socket = _bind(port)
        self.port: int = self._socket.getsockname()[1]
        try:
            database = Database(database_url or f"sqlite:///{(data_folder / 'exchange.db').absolute()}")
            key = exchange_key(data_folder / "exchange.key")
            self.exchange = PracticeExchange(database, key, clock or SystemClock(), settings)
        except BaseException:
            self._socket.close()
            raise
        hosts = frozenset({f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"})
        app = create_app(self.exchange, hosts=hosts, rate_limits=rate_limits)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=5,
        )
        self._server = uvicorn.Server(config)
        self._thread: threading.Thread | None = None
        self._runner: AuctionRunner | None = None
        if self.exchange.settings.calendar.timed:
            self._runner = AuctionRunner(self.exchange)

    @property
    def url(self) -> str:
        """The exchange's base URL."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def public_key(self) -> str:
        """The key that signs its answers."""
        return self.exchange.key.public_text

    def start(self) -> PracticeServer:
        """Starts serving and returns once requests are answered. Raises RuntimeError if it does not come up."""
        self._thread = threading.Thread(target=self._serve, name="practice-server", daemon=True)
        self._thread.start()
        ready = threading.Event()
        deadline = _START_SECONDS
        while not self._server.started and self._thread.is_alive() and deadline > 0:
            ready.wait(0.01)
            deadline -= 0.01
        if not self._server.started:
            self.stop()
            raise RuntimeError("the practice exchange did not start")
        if self._runner is not None:
            self._runner.start()
        return self

    def run(self, ready: Callable[[PracticeServer], None]) -> None:
        """Serves on this thread until it is interrupted; `ready` is called once requests are answered."""
        self.start()
        # What was loaded to serve stays for good: looking through it for garbage would hold up requests for 60 ms.
        gc.collect()
        gc.freeze()
        ready(self)
        assert self._thread is not None
        try:
            while self._thread.is_alive():
                self._thread.join(0.5)
        except KeyboardInterrupt:
            _log.info("stopping")
        finally:
            self.stop()

    def stop(self) -> None:
        """Stops auctions and serving, finishes what is under way and gives the store free."""
        if self._runner is not None:
            self._runner.stop()
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join(10.0)
        self._socket.close()
        self.exchange.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def _serve(self) -> None:
        self._server.run(sockets=[self._socket])


def exchange_key(path: Path) -> SigningKey:
    """The exchange's signing key, made at first start; the file is readable by this user only."""
    try:
        return SigningKey.from_seed(path.read_bytes())
    except FileNotFoundError:
        key = SigningKey.generate()
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.seed())
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return key


def _bind(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((LOOPBACK, port))
        bound.listen(512)
    except OSError:
        bound.close()
        raise
    return bound
