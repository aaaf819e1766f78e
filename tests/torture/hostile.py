"""Hostile answers: python -m tests.torture.hostile [--rounds 60] [--seed N]

A server on loopback answers real requests of the real client with bytes that were made to hurt: oversized, endless,
dripping, compressed, redirected, malformed, unsigned, signed by others, signed for other requests, altered. None may be
believed, crash the client, hold it beyond its deadline, make it follow anywhere, or grow its memory. Prints the
figures; exit 1 on a broken promise.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import random
import resource
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from auction_client.exchange.client import ExchangeClient, NoProof
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.problems import ProblemCode, problem
from auction_client.exchange.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE, BidStatus
from auction_client.exchange.signing import RequestSignature, SigningKey, binding_of, sign_response
from auction_client.exchange.transport import Transport
from auction_client.exchange.verdicts import Ask, Found, Unclear, verdict_of
from auction_client.exchange.wire import write_message
from tests.torture.exchange_model import ExchangeModel, instant

TIMEOUT = 0.5
GRACE = 0.4
MEMORY_MB = 24
NOW = 1_790_000_000_000
Chunks = Iterator[bytes]


class Scene:
    """One request as the server got it, and what an honest exchange would answer."""

    def __init__(self, request: RequestSignature, client_id: str, exchange: SigningKey, chance: random.Random) -> None:
        self.request, self.client_id, self.exchange, self.chance = request, client_id, exchange, chance
        model = ExchangeModel()
        model.submit(client_id, "a" * 64, NOW + 1, NOW)
        self.record = write_message(model.lookup(client_id, NOW))

    def http(self, body: bytes, headers: dict[str, str], status: int = 200) -> bytes:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 {status} X\r\n{lines}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        return head.encode("latin-1") + body

    def signed(
        self,
        body: bytes,
        status: int = 200,
        key: SigningKey | None = None,
        request: RequestSignature | None = None,
        kind: str = MEDIA_TYPE,
    ) -> dict[str, str]:
        return sign_response(
            key or self.exchange,
            request=request or self.request,
            status=status,
            body=body,
            content_type=kind,
            created=NOW // 1000,
        )

    def honest(self) -> bytes:
        return self.http(self.record, self.signed(self.record))

    def signed_body(self, body: bytes) -> bytes:
        """What a broken, but genuine, exchange might sign."""
        return self.http(body, self.signed(body))

    def record_with(self, **changes: object) -> bytes:
        return json.dumps(json.loads(self.record) | changes).encode()


def _drip(data: bytes, pause: float = 0.02) -> Chunks:
    for at in range(len(data)):
        yield data[at : at + 1]
        time.sleep(pause)


def _flood(head: bytes, part: bytes) -> Chunks:
    yield head
    while True:
        yield part


def _once(make: Callable[[Scene], bytes]) -> Callable[[Scene], Chunks]:
    return lambda scene: iter([make(scene)])


def _unsigned(body: bytes, status: int = 200, kind: str = MEDIA_TYPE) -> Callable[[Scene], Chunks]:
    return _once(lambda scene: scene.http(body, {"Content-Type": kind}, status))


def _raw(data: bytes) -> Callable[[Scene], Chunks]:
    return _once(lambda scene: data)


def _signed(body: bytes) -> Callable[[Scene], Chunks]:
    return _once(lambda scene: scene.signed_body(body))


def _other_request(scene: Scene) -> bytes:
    other = replace(scene.request, idempotency_key=new_client_id())
    return scene.http(scene.record, scene.signed(scene.record, request=other))


def _altered(scene: Scene) -> bytes:
    headers = scene.signed(scene.record)
    return scene.http(scene.record.replace(b'"open"', b'"won" '), headers)


def _twice(scene: Scene) -> bytes:
    data = scene.honest()
    at = data.index(b"Signature:")
    line = data[at : data.index(b"\r\n", at) + 2]
    return data[:at] + line + data[at:]


def _flipped(scene: Scene) -> bytes:
    data = bytearray(scene.honest())
    for _ in range(scene.chance.randint(1, 3)):
        data[scene.chance.randrange(len(data))] ^= 1 << scene.chance.randrange(8)
    return bytes(data)


def _cut(scene: Scene) -> bytes:
    data = scene.honest()
    return data[: scene.chance.randrange(len(data))]


def _refusal(**changes: object) -> Callable[[Scene], Chunks]:
    def make(scene: Scene) -> bytes:
        refusal = problem(ProblemCode.UNKNOWN_ID, instant(NOW), client_id=scene.client_id)
        body = json.dumps(json.loads(write_message(refusal)) | changes).encode()
        return scene.http(body, scene.signed(body, 404, kind=PROBLEM_MEDIA_TYPE), 404)

    return _once(make)


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_BOMB = gzip.compress(bytes(50_000_000))

SLOW: dict[str, Callable[[Scene], Chunks]] = {
    "black hole": lambda scene: _drip(b"", 0),
    "dripping headers": lambda scene: _drip(scene.honest(), 0.02),
    "dripping body": lambda scene: _drip(_OK + b"Content-Length: 5000\r\n\r\n" + b"x" * 5000, 0.002),
    "promised more than sent, held open": _raw(_OK + b"Content-Length: 1000\r\n\r\n{}"),
    "endless body": lambda scene: _flood(_OK + b"\r\n", b"x" * 65536),
    "endless headers": lambda scene: _flood(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"a" * 500 + b"\r\n"),
    "endless status line": lambda scene: _flood(b"HTTP/1.1 200 ", b"a" * 4096),
    "flood of 1xx": lambda scene: _flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 50),
    "endless chunks": lambda scene: _flood(
        _OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 4096 + b"\r\n"
    ),
}
QUICK: dict[str, Callable[[Scene], Chunks]] = {
    "closed at once": _raw(b""),
    "half a status line": _raw(b"HTTP/1."),
    "garbage": _once(lambda scene: scene.chance.randbytes(3000)),
    "another protocol": _raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "unknown version": _raw(b"HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
    "HTTP/1.0": _raw(b"HTTP/1.0 200 OK\r\n\r\n{}"),
    "status 999": _raw(b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n"),
    "status in words": _raw(b"HTTP/1.1 yes OK\r\n\r\n"),
    "101": _raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
    "204": _raw(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "empty 200": _unsigned(b""),
    "portal page": _unsigned(b"<html><img src=file:///etc/passwd>Log in</html>", 200, "text/html"),
    "500 page": _unsigned(b"<h1>Internal Server Error</h1>", 500, "text/html"),
    "unsigned 429": _unsigned(b'{"code":"too-many-requests"}', 429, PROBLEM_MEDIA_TYPE),
    "unsigned record": _once(lambda scene: scene.http(scene.record, {"Content-Type": MEDIA_TYPE})),
    "header of 200 kB": _raw(_OK + b"X-A: " + b"a" * 200_000 + b"\r\n\r\n{}"),
    "10,000 headers": _raw(_OK + b"X-A: a\r\n" * 10_000 + b"\r\n{}"),
    "body of 20 MB": _once(lambda scene: scene.http(bytes(20_000_000), {"Content-Type": MEDIA_TYPE})),
    "body of 50 TB promised": _raw(_OK + b"Content-Length: 50000000000000\r\n\r\n{}"),
    "gzip bomb": _once(lambda scene: scene.http(_BOMB, {"Content-Type": MEDIA_TYPE, "Content-Encoding": "gzip"})),
    "unknown encoding": _once(
        lambda scene: scene.http(scene.record, scene.signed(scene.record) | {"Content-Encoding": "br"})
    ),
    "negative length": _raw(_OK + b"Content-Length: -1\r\n\r\n{}"),
    "two lengths": _raw(_OK + b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}"),
    "length and chunks": _raw(_OK + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"),
    "broken chunks": _raw(_OK + b"Transfer-Encoding: chunked\r\n\r\nnot hexadecimal\r\n"),
    "giant chunk": _raw(_OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffff\r\n{}"),
    "folded header": _raw(_OK + b"Signature: bid=\r\n  :AAAA:\r\n\r\n{}"),
    "zero bytes in headers": _raw(_OK + b"Signature: \x00\x00\r\n\r\n{}"),
    "latin-1 headers": _raw(_OK + b"Signature: \xff\xfe\r\n\r\n{}"),
    "two answers": _once(lambda scene: scene.http(b"{}", {"Content-Type": MEDIA_TYPE}) + scene.honest()),
    "signed by another key": _once(
        lambda scene: scene.http(scene.record, scene.signed(scene.record, key=SigningKey.generate()))
    ),
    "signed for another request": _once(_other_request),
    "altered body": _once(_altered),
    "altered status": _once(lambda scene: scene.http(scene.record, scene.signed(scene.record), 201)),
    "two signatures": _once(_twice),
    "cut": _once(_cut),
    "signed: deep": _signed(b"[" * 100_000 + b"]" * 100_000),
    "signed: deep objects": _signed(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
    "signed: NaN": _signed(b'{"version":NaN}'),
    "signed: Infinity": _signed(b'{"version":-Infinity}'),
    "signed: float": _once(lambda scene: scene.signed_body(scene.record_with(version=1.0))),
    "signed: huge number": _signed(b'{"version":' + b"9" * 100_000 + b"}"),
    "signed: duplicate key": _once(
        lambda scene: scene.signed_body(scene.record.replace(b'"status":"open"', b'"status":"won","status":"open"'))
    ),
    "signed: unknown field": _once(lambda scene: scene.signed_body(scene.record_with(html="<b>"))),
    "signed: lone surrogate": _once(lambda scene: scene.signed_body(scene.record_with(auction="\ud800"))),
    "signed: not UTF-8": _signed(b'{"version":"\xff"}'),
    "signed: byte order mark": _once(lambda scene: scene.signed_body(b"\xef\xbb\xbf" + scene.record)),
    "signed: an array": _signed(b"[]"),
    "signed: null": _signed(b"null"),
    "signed: empty": _signed(b""),
    "signed: another bid": _once(lambda scene: scene.signed_body(scene.record_with(client_id=new_client_id()))),
    "signed: another account": _once(lambda scene: scene.signed_body(scene.record_with(account="acc-2"))),
    "signed: no receipt": _once(lambda scene: scene.signed_body(scene.record_with(receipt=None))),
    "signed: refused with a receipt": _once(lambda scene: scene.signed_body(scene.record_with(status="refused"))),
    "signed: unknown status": _once(lambda scene: scene.signed_body(scene.record_with(status="maybe"))),
    "signed: as text": _once(lambda scene: scene.http(scene.record, scene.signed(scene.record, kind="text/html"))),
    "signed: status 201": _once(lambda scene: scene.http(scene.record, scene.signed(scene.record, 201), 201)),
    "signed problem: wrong status inside": _refusal(status=400),
    "signed problem: said to be definite": _refusal(definite=True),
    "signed problem: unknown code": _refusal(code="all-fine", type="urn:bidwright:problem:all-fine"),
    "signed problem: another bid": _refusal(client_id=new_client_id()),
    "signed problem: another type": _refusal(type="urn:bidwright:problem:too-late"),
}
REDIRECTS = (301, 302, 303, 307, 308)


class HostileServer:
    """Runs in a process of its own, so that the client's memory is measured alone. The last 16 bits of the client id
    in a request choose the kind of answer. `followed` counts requests that a redirect led to."""

    def __init__(self, exchange: SigningKey, seed: int) -> None:
        self._exchange, self._chance = exchange, random.Random(seed)
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.plays = all_kinds(self.url)
        self.followed = multiprocessing.Value("i", 0)
        self.process = multiprocessing.get_context("fork").Process(target=self._serve, daemon=True)

    def start(self) -> None:
        """Begins in a process of its own; the listening socket is then that process's alone."""
        self.process.start()
        self._socket.close()

    def _serve(self) -> None:
        while True:
            with suppress(OSError):
                connection, _ = self._socket.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError, ValueError):
            connection.settimeout(3)
            data = b""
            while b"\r\n\r\n" not in data:
                got = connection.recv(65536)
                if not got:
                    return
                data += got
            head = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            method, path, _ = head[0].split(" ")
            if path == "/followed":
                self.followed.value += 1
            headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in head[1:])]
            request = binding_of(method, self.url + path, headers)
            scene = Scene(request, path.rsplit("/", 1)[1], self._exchange, self._chance)
            play = list(self.plays.values())[int(scene.client_id[-4:], 16)]
            for part in play(scene):
                connection.sendall(part)
            if play in (SLOW["black hole"], SLOW["promised more than sent, held open"]):
                time.sleep(TIMEOUT + GRACE)


def all_kinds(url: str) -> dict[str, Callable[[Scene], Chunks]]:
    """Every kind of answer by name, in a fixed order; the first is the honest one."""
    kinds = {"honest": _once(lambda scene: scene.honest()), **QUICK, "bits flipped": _once(_flipped), **SLOW}
    for status in REDIRECTS:
        where = {"Location": f"{url}/followed", "Content-Type": MEDIA_TYPE}
        kinds[f"redirect {status}"] = _once(lambda scene, s=status, w=where: scene.http(b"", w, s))  # type: ignore[misc]
    return kinds


def attack(rounds: int, seed: int) -> tuple[Counter[str], list[str], float, float]:
    """Returns how often each kind was played, what went wrong, the longest call in seconds, and memory grown in MB."""
    chance = random.Random(seed)
    exchange = SigningKey.from_seed(chance.randbytes(32))
    server = HostileServer(exchange, seed)
    server.start()
    client = ExchangeClient(
        Transport(server.url),
        SigningKey.from_seed(chance.randbytes(32)),
        exchange.public_text,
        now=lambda: NOW / 1000,
        timeout=TIMEOUT,
    )
    played: Counter[str] = Counter()
    wrong: list[str] = []
    longest = 0.0
    one_call(client, "honest", 0, chance)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        for number in range(rounds):
            todo = [kind for kind in enumerate(server.plays) if number % 20 == 0 or kind[1] not in SLOW]
            chance.shuffle(todo)
            for index, name in todo:
                played[name] += 1
                took = time.monotonic()
                fault = one_call(client, name, index, chance)
                took = time.monotonic() - took
                longest = max(longest, took)
                if fault:
                    wrong.append(f"{name}: {fault}")
                if took > TIMEOUT + GRACE:
                    wrong.append(f"{name}: held the client for {took:.2f} s")
    finally:
        server.process.kill()
        server.process.join()
        server.process.close()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    if server.followed.value:
        wrong.append(f"{server.followed.value} redirects were followed")
    if grown > MEMORY_MB:
        wrong.append(f"memory grew by {grown:.0f} MB")
    return played, wrong, longest, grown


def one_call(client: ExchangeClient, name: str, index: int, chance: random.Random) -> str:
    """One look-up under attack; returns what went wrong. The honest answer, as a control, must be believed."""
    client_id = new_client_id(NOW, chance.getrandbits(58) << 16 | index)
    believed: object = None
    try:
        reply = client.lookup(client_id)
        believed = verdict_of(Ask.LOOKUP, client_id, "acc-1", reply.status, reply.message)
    except NoProof:
        pass
    except Exception as error:  # noqa: BLE001 - any other exception is what this looks for
        return f"crashed with {type(error).__name__}: {error}"
    if isinstance(believed, Unclear):
        believed = None
    truth = Found(BidStatus.OPEN, "a" * 64, "")
    if name == "honest":
        return "" if believed == truth else "was not believed"
    unharmed = name == "bits flipped" and believed == truth
    return "" if believed is None or unharmed else f"was believed: {believed}"


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    began = time.monotonic()
    played, wrong, longest, grown = attack(given.rounds, given.seed)
    took = time.monotonic() - began
    print(f"seed {given.seed}: {sum(played.values()):,} answers of {len(played)} kinds in {took:.1f} s")
    print(f"longest call {longest:.2f} s (deadline {TIMEOUT} s), memory grown by {grown:.1f} MB")
    print(f"{len(wrong)} broken promises")
    for text in wrong[:20]:
        print(f"BROKEN {text}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
