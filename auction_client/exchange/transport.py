"""One bounded HTTP request: the bytes go out once, and whatever comes back is cut off at a deadline and a byte cap.

HTTP libraries bound the wait for each read, not the whole: a server that drips a byte at a time holds them for as long
as it likes. Here every read of the socket gets only what is left of one deadline. Redirects, proxies and credentials
from the environment, cookies, compression and connection reuse do not exist; each request has its own connection, so an
answer can belong to no other request.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
HEADER_CAP = 32_000
"""Most bytes of status line and headers, added to the body's cap."""


class TransportError(Exception):
    """No usable answer. The request may or may not have reached the other side."""


@dataclass(frozen=True)
class RawResponse:
    """An answer as it came: nothing about it is trusted yet."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Transport:
    """Sends requests to one exchange. Thread-safe: nothing is shared between requests."""

    def __init__(
        self, base_url: str, *, cafile: str | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """`base_url` is scheme, host and port only. Raises ValueError for anything but https, or http to loopback."""
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.path.strip("/"):
            raise ValueError(f"{base_url!r} is not the address of an exchange such as https://exchange.example:8443")
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise ValueError(f"{base_url!r} is not encrypted; http:// is allowed only to this machine")
        self.base_url = f"{parts.scheme}://{parts.netloc.lower()}"
        self._host, self._port = parts.hostname, parts.port
        self._context = None
        if parts.scheme == "https":
            self._context = ssl.create_default_context(cafile=cafile)
            self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._open: set[HTTPConnection] = set()
        self._closed = False

    def close(self) -> None:
        """Breaks off every request under way and refuses new ones."""
        with self._lock:
            self._closed = True
            for connection in self._open:
                with suppress(OSError, AttributeError):  # AttributeError: not connected yet
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def send(
        self, method: str, target: str, headers: dict[str, str], body: bytes, *, timeout: float, cap: int
    ) -> RawResponse:
        """Sends one request and reads the whole answer within `timeout` seconds and `cap` bytes of body.

        `target` is the path with its query. Raises TransportError.
        """
        deadline = self._monotonic() + timeout
        connection: HTTPConnection
        if self._context is None:
            connection = HTTPConnection(self._host, self._port, timeout=timeout)
        else:
            connection = HTTPSConnection(self._host, self._port, timeout=timeout, ssl_context=self._context)
        raw = None
        with self._lock:
            if self._closed:
                raise TransportError("the connection is closed")
            self._open.add(connection)
        try:
            connection.connect()
            raw = connection.sock
            if self._closed:  # meanwhile: `close` found no socket to shut
                raise TransportError("the connection is closed")
            connection.sock = _BoundedSocket(raw, deadline, cap + HEADER_CAP, self._monotonic)
            fixed = {"Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}
            connection.request(
                method, target, body=body or None, headers=headers | fixed, preload_content=False, decode_content=False
            )
            response = connection.getresponse()
            encoding = response.headers.get("content-encoding", "identity")
            if encoding != "identity":
                raise TransportError("the answer is compressed, which was not asked for")
            data = response.read(cap + 1, decode_content=False)
            if len(data) > cap:
                raise TransportError(f"the answer is larger than {cap:,} bytes")
            return RawResponse(response.status, tuple(response.headers.items()), data)
        except TransportError:
            raise
        except TimeoutError:
            raise TransportError(f"no full answer within {timeout:g} s") from None
        except (OSError, http.client.HTTPException, urllib3.exceptions.HTTPError, ValueError) as error:
            raise TransportError(_words(error)) from None
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()
            if raw is not None:
                raw.close()


class _BoundedSocket:
    """A socket whose reads share one deadline and one byte budget."""

    def __init__(self, raw: Any, deadline: float, budget: int, monotonic: Callable[[], float]) -> None:
        self._raw, self._deadline, self._budget, self._monotonic = raw, deadline, budget, monotonic

    def remaining(self) -> float:
        left = self._deadline - self._monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def sendall(self, data: Any) -> None:
        self._raw.settimeout(self.remaining())
        self._raw.sendall(data)

    def recv_into(self, buffer: Any) -> int:
        self._raw.settimeout(self.remaining())
        count = int(self._raw.recv_into(buffer))
        self._budget -= count
        if self._budget < 0:
            raise TransportError("the answer is larger than allowed")
        return count

    def close(self) -> None:
        """Left to `Transport.send`: http.client closes the socket of a last answer before its body has been read."""

    def makefile(self, *_args: Any, **_kwargs: Any) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)


class _Reader(io.RawIOBase):
    def __init__(self, bounded: _BoundedSocket) -> None:
        self._bounded = bounded

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._bounded.recv_into(buffer)


def _words(error: Exception) -> str:
    """Our own words for what went wrong: nothing that the other side sent is repeated."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and len(chain) < 8:
        chain.append(at)
        at = at.__cause__ or at.__context__
    known: tuple[tuple[type[BaseException], str], ...] = (
        (ssl.SSLCertVerificationError, "the exchange's certificate is not valid for its address"),
        (ssl.SSLError, "no secure connection could be made"),
        (socket.gaierror, "the exchange's address cannot be found"),
        (ConnectionRefusedError, "nobody answers at the exchange's address"),
        (TimeoutError, "no full answer in time"),
        (urllib3.exceptions.ConnectTimeoutError, "no connection in time"),
        (ConnectionError, "the connection broke"),
        (OSError, "the network failed"),
    )
    for kind, words in known:
        if any(isinstance(each, kind) for each in chain):
            return words
    return "the answer is not valid HTTP"
