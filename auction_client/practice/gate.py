"""The exchange's front door, before any route: who may speak, how much, how often; and every answer signed.

Only programs on this machine are served. A web page cannot get through: its requests carry Origin or Sec-Fetch headers,
a rebound name carries the wrong Host, and it has no key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

import structlog

from auction_client.exchange import protocol
from auction_client.exchange.problems import FieldFault, ProblemCode, problem
from auction_client.exchange.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE, EnrolRequest
from auction_client.exchange.signing import (
    RequestSignature,
    SignatureError,
    SigningKey,
    binding_of,
    keyid_of,
    sign_response,
    verify_request,
)
from auction_client.exchange.wire import REQUEST_CAP, WireError, read_message, write_message
from auction_client.practice.rates import Rates

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
_log = structlog.get_logger(__name__)

_OPEN_TO_ANY_KEY = frozenset({protocol.EXCHANGE, protocol.TIME})
_SIGNATURE_PROBLEMS = {"created": ProblemCode.CLOCK_SKEW, "key": ProblemCode.UNKNOWN_KEY}
_BODY_SECONDS = 10.0
_FIXED_HEADERS = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]


class Failure(Exception):
    """An answer that is a problem: its code, and what is to be said about it."""

    def __init__(
        self,
        code: ProblemCode,
        detail: str,
        *,
        retry_after: int | None = None,
        client_id: str | None = None,
        faults: tuple[FieldFault, ...] = (),
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.retry_after = retry_after
        self.client_id = client_id
        self.faults = faults


@dataclass(frozen=True)
class Caller:
    """Who speaks, once the signature has been checked. `account` is empty on the paths open to any key, where the
    signature is not checked, and where a key asks for its account the first time."""

    account: str
    request: RequestSignature
    body: bytes


@dataclass(frozen=True)
class Reply:
    """An answer before it is signed."""

    status: int
    body: bytes
    content_type: str
    headers: tuple[tuple[bytes, bytes], ...] = ()


class Keys(Protocol):
    """Finds the account of a key."""

    def of_key(self, keyid: str) -> tuple[str, str] | None:
        """(account, public key) of an enrolled key, else None."""
        ...


class Gate:
    """ASGI middleware. `hosts`: the exact Host values that are served."""

    def __init__(
        self,
        app: App,
        *,
        hosts: frozenset[str],
        key: SigningKey,
        keys: Keys,
        now: Callable[[], datetime],
        rates: Rates,
        most_in_flight: int = 256,
    ) -> None:
        self._app = app
        self._hosts = hosts
        self._key = key
        self._keys = keys
        self._now = now
        self._rates = rates
        self._most_in_flight = most_in_flight
        self._in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        # Names are in lower case already: ASGI demands it of the server.
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        target = _target(scope, headers)
        binding: RequestSignature | None = None
        self._in_flight += 1
        try:
            reply, binding = await self._serve(scope, receive, headers, target)
        except Failure as failure:
            reply = failure_reply(failure, self._now())
        except Exception as error:  # noqa: BLE001 (whatever fails, the caller gets a signed answer)
            _log.exception("request failed", path=scope["path"], error=repr(error))
            reply = failure_reply(Failure(ProblemCode.INTERNAL, ""), self._now())
        finally:
            self._in_flight -= 1
        if binding is None:
            binding = _binding(scope["method"], target, headers)
        await self._answer(send, reply, binding, scope["method"])

    async def _serve(
        self, scope: Scope, receive: Receive, headers: list[tuple[str, str]], target: str
    ) -> tuple[Reply, RequestSignature]:
        self._check_origin(headers)
        if self._in_flight > self._most_in_flight:
            raise Failure(ProblemCode.BUSY, "too many requests are under way", retry_after=1)
        body = await _body(receive, headers)
        types = [value for name, value in headers if name == "content-type"]
        if (types or body) and types != [MEDIA_TYPE]:
            raise Failure(ProblemCode.WRONG_MEDIA_TYPE, f"send {MEDIA_TYPE}, without parameters")
        caller = self._caller(scope, headers, target, body)
        # Nobody has proved to hold the key of a request without an account: it must not use up the key's share.
        rate = self._rates.take(caller.account)
        if rate.retry_after is not None:
            reply = failure_reply(
                Failure(ProblemCode.TOO_MANY_REQUESTS, "slow down", retry_after=rate.retry_after), self._now()
            )
        else:
            scope.setdefault("state", {})["caller"] = caller
            try:
                reply = await _run(self._app, scope, body)
            except Failure as failure:
                reply = failure_reply(failure, self._now())
        return replace(reply, headers=(*reply.headers, *rate.headers)), caller.request

    def _check_origin(self, headers: list[tuple[str, str]]) -> None:
        hosts = [value for name, value in headers if name == "host"]
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            raise Failure(ProblemCode.WRONG_HOST, "this exchange is reached by its own address only")
        for name, _ in headers:
            if name == "origin" or name.startswith("sec-fetch-"):
                raise Failure(ProblemCode.FORBIDDEN_ORIGIN, "web pages are not served")

    def _caller(self, scope: Scope, headers: list[tuple[str, str]], target: str, body: bytes) -> Caller:
        path, method = scope["path"], scope["method"]
        try:
            if path in _OPEN_TO_ANY_KEY:
                parts = binding_of(method, target, headers)
                return Caller("", parts, body)
            enrolling = _enrolling_key(body) if path == protocol.ACCOUNT and method == "PUT" else None
            parts = verify_request(
                method=method,
                target=target,
                headers=headers,
                body=body,
                public_key_of=lambda keyid: self._public_key(keyid, enrolling),
                now=int(self._now().timestamp()),
            )
        except SignatureError as error:
            raise Failure(_SIGNATURE_PROBLEMS.get(error.reason, ProblemCode.BAD_SIGNATURE), str(error)) from None
        found = self._keys.of_key(parts.keyid)
        return Caller(found[0] if found else "", parts, body)

    def _public_key(self, keyid: str, enrolling: str | None) -> str | None:
        if enrolling is not None and keyid_of(enrolling) == keyid:
            return enrolling
        found = self._keys.of_key(keyid)
        return found[1] if found else None

    async def _answer(self, send: Send, reply: Reply, binding: RequestSignature | None, method: str) -> None:
        headers = [*_FIXED_HEADERS, *reply.headers]
        if binding is None:
            headers.append((b"content-type", reply.content_type.encode()))
        else:
            signed = sign_response(
                self._key,
                request=binding,
                status=reply.status,
                body=reply.body,
                content_type=reply.content_type,
                created=int(self._now().timestamp()),
            )
            headers += [(name.lower().encode(), value.encode()) for name, value in signed.items()]
        headers.append((b"content-length", str(len(reply.body)).encode()))
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if method == "HEAD" else reply.body})


def failure_reply(failure: Failure, now: datetime) -> Reply:
    """A failure as problem details (RFC 9457)."""
    details = problem(
        failure.code,
        now,
        failure.detail,
        client_id=failure.client_id,
        retry_after=failure.retry_after,
        faults=failure.faults,
    )
    headers: tuple[tuple[bytes, bytes], ...] = ()
    if failure.retry_after is not None:
        headers = ((b"retry-after", str(failure.retry_after).encode()),)
    return Reply(details.status, write_message(details), PROBLEM_MEDIA_TYPE, headers)


def _target(scope: Scope, headers: list[tuple[str, str]]) -> str:
    host = next((value for name, value in headers if name == "host"), "")
    query = scope["query_string"].decode("latin-1")
    path = scope.get("raw_path") or scope["path"].encode()
    return f"{scope['scheme']}://{host}{path.decode('latin-1')}{'?' + query if query else ''}"


def _binding(method: str, target: str, headers: list[tuple[str, str]]) -> RequestSignature | None:
    try:
        return binding_of(method, target, headers)
    except SignatureError:
        return None


def _enrolling_key(body: bytes) -> str | None:
    try:
        return read_message(EnrolRequest, body).public_key
    except WireError:
        return None


async def _body(receive: Receive, headers: list[tuple[str, str]]) -> bytes:
    too_large = Failure(ProblemCode.TOO_LARGE, f"at most {REQUEST_CAP:,} bytes are read")
    stated = next((value for name, value in headers if name == "content-length"), "0")
    if not stated.isascii() or not stated.isdigit() or len(stated) > 12 or int(stated) > REQUEST_CAP:
        raise too_large
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise Failure(ProblemCode.MALFORMED, "the body was broken off")
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > REQUEST_CAP:
                    raise too_large
                if not message.get("more_body", False):
                    return b"".join(parts)
    except TimeoutError:
        raise Failure(ProblemCode.MALFORMED, "the body did not arrive in time") from None


async def _run(app: App, scope: Scope, body: bytes) -> Reply:
    status = 500
    headers: list[tuple[bytes, bytes]] = []
    parts: list[bytes] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status, headers = message["status"], list(message["headers"])
        else:
            parts.append(message.get("body", b""))

    await app(scope, receive, send)
    content_type = next((value.decode() for name, value in headers if name == b"content-type"), MEDIA_TYPE)
    kept = tuple((name, value) for name, value in headers if name in (b"allow", b"retry-after"))
    return Reply(status, b"".join(parts), content_type, kept)
