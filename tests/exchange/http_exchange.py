"""The exchange model behind HTTP on loopback, signing its answers, with a hook where tests plant faults."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pydantic import BaseModel

from auction_client.exchange import protocol
from auction_client.exchange.market_data import Calendar, Clearing, ClearingHistory
from auction_client.exchange.problems import ProblemCode, ProblemDetails, problem
from auction_client.exchange.signing import (
    SignatureError,
    SigningKey,
    binding_of,
    is_signed,
    keyid_of,
    sign_response,
    verify_request,
)
from auction_client.exchange.verdicts import milliseconds
from auction_client.exchange.wire import read_message, sha256_hex, write_message
from tests.torture.exchange_model import ExchangeModel, instant

Fault = Callable[[BaseHTTPRequestHandler, Callable[[], None]], bool]
"""Gets the request's handler and a function that answers it properly; returns whether it has dealt with it."""


class HttpExchange:
    """A running exchange. `fault` may be set at any time; `requests` lists method and path of what came."""

    def __init__(self, model: ExchangeModel | None = None) -> None:
        self.model = model or ExchangeModel()
        self.key = SigningKey.generate()
        self.public_keys: dict[str, str] = {}
        self.fault: Fault | None = None
        self.clock_ahead = 0.0
        self.requests: list[tuple[str, str]] = []
        self.lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def log_message(self, *args: Any) -> None:
                pass

            def _all(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                outer.requests.append((self.command, self.path))
                answer = lambda: outer.answer(self, body)  # noqa: E731
                if outer.fault is None or not outer.fault(self, answer):
                    answer()
                self.close_connection = True

            do_GET = do_PUT = do_DELETE = _all  # noqa: N815

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_args: Any) -> None:
                """A client that went away is no error here."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()

    def now(self) -> int:
        return int((time.time() + self.clock_ahead) * 1000)

    def answer(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        with self.lock:
            status, message, headers = self.signed_answer(handler.command, handler.path, handler.headers.items(), body)
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(message)))
        handler.end_headers()
        handler.wfile.write(message)

    def signed_answer(
        self, method: str, path: str, headers: list[tuple[str, str]], body: bytes
    ) -> tuple[int, bytes, dict[str, str]]:
        target = self.url + path
        binding = binding_of(method, target, headers)
        message = self._respond(method, path, target, headers, body)
        status = message.status if isinstance(message, ProblemDetails) else 200
        kind = protocol.PROBLEM_MEDIA_TYPE if isinstance(message, ProblemDetails) else protocol.MEDIA_TYPE
        data = write_message(message)
        signed = sign_response(
            self.key, request=binding, status=status, body=data, content_type=kind, created=self.now() // 1000
        )
        return status, data, signed

    def _respond(self, method: str, path: str, target: str, headers: list[tuple[str, str]], body: bytes) -> BaseModel:
        now = self.now()
        at = instant(now)
        if path == protocol.EXCHANGE:
            return protocol.ExchangeInfo(
                name="Model", public_key=self.key.public_text, server_time=at, id_retention_days=365, practice=True
            )
        if path == protocol.TIME:
            return protocol.ServerTime(server_time=at)
        keys = self.public_keys
        if (method, path) == ("PUT", protocol.ACCOUNT):
            asked = read_message(protocol.EnrolRequest, body)
            keys = {keyid_of(asked.public_key): asked.public_key}
        try:
            request = verify_request(
                method=method, target=target, headers=headers, body=body, public_key_of=keys.get, now=now // 1000
            )
        except SignatureError as error:
            code = {"created": ProblemCode.CLOCK_SKEW, "key": ProblemCode.UNKNOWN_KEY}.get(
                error.reason, ProblemCode.BAD_SIGNATURE
            )
            return problem(code, at)
        if path == protocol.ACCOUNT_KEY:
            change = read_message(protocol.RotateRequest, body)
            text = protocol.rotation_text(request.keyid, change.public_key)
            if not is_signed(text, change.possession, change.public_key):
                return problem(ProblemCode.MALFORMED, at)
            self.public_keys = {keyid_of(change.public_key): change.public_key}
            return protocol.Enrolment(account=self.model.account, keyid=keyid_of(change.public_key), enrolled_at=at)
        if path == protocol.ACCOUNT:
            self.public_keys |= keys
            return protocol.Enrolment(account=self.model.account, keyid=request.keyid, enrolled_at=at)
        return self._known(method, path, body, now, request.idempotency_key)

    def _known(self, method: str, path: str, body: bytes, now: int, key: str) -> BaseModel:
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith(f"{protocol.BIDS}/"):
            client_id = parts.path.removeprefix(f"{protocol.BIDS}/")
            if method == "PUT":
                sent = read_message(protocol.SubmitRequest, body)
                assert sent.client_id == client_id == key
                not_after = milliseconds(sent.not_after)
                return self.model.submit(client_id, sha256_hex(body), not_after, now, sent.audit_head)
            if method == "DELETE":
                return self.model.cancel(client_id, now)
            return self.model.lookup(client_id, now)
        if parts.path == protocol.BIDS:
            open_bids = [h.record for h in self.model.held.values() if h.record.status is protocol.BidStatus.OPEN]
            return protocol.BidPage(bids=tuple(open_bids[:200]))
        if parts.path == protocol.EVENTS:
            return self.model.page(int(query["after"]), int(query["limit"]))
        if parts.path == protocol.KILL:
            asked = read_message(protocol.KillRequest, body)
            return self.model.kill(asked.number, now, stop=asked.stop)
        if parts.path == protocol.CALENDAR:
            return Calendar(server_time=instant(now), auctions=())
        if parts.path == protocol.CLEARINGS:
            clearing = Clearing(
                auction="auction-0",
                sequence=1,
                cleared_at=instant(now),
                horizon_start=instant(now),
                prices={},
                volumes={},
                averages={"H100": "2.50"},  # type: ignore[dict-item]
            )
            return ClearingHistory(products=(), clearings=(clearing,))
        return problem(ProblemCode.NOT_FOUND, instant(now))


@contextmanager
def running_exchange(model: ExchangeModel | None = None) -> Iterator[HttpExchange]:
    """A running exchange for a with block."""
    exchange = HttpExchange(model)
    try:
        yield exchange
    finally:
        exchange.close()
