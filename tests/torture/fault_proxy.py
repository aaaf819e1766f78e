"""A proxy between real clients and a real exchange that does to requests and answers what networks do, and worse."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from multiprocessing.sharedctypes import SynchronizedArray

Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter
HELD = 1.2
"""Seconds that an answer is held back: longer than the clients' deadline."""

MILD = 0.25
"""Share of the fault rate for requests that are about no one bid: otherwise hardly a program would ever connect."""


def _canned(status: int, body: bytes, kind: str, more: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


CANNED = {
    "injected 500": _canned(500, b"<h1>Internal Server Error</h1>", "text/html"),
    "injected 503": _canned(503, b"{}", "application/json", "Retry-After: 1\r\n"),
    "injected 429": _canned(429, b"{}", "application/problem+json", "Retry-After: 1\r\n"),
    "injected 403": _canned(403, b'{"code":"limit-exceeded","definite":true}', "application/problem+json"),
    "portal page": _canned(200, b"<html>Please log in</html>", "text/html"),
    "unsigned 200": _canned(200, b'{"version":1}', "application/json"),
    "redirect": _canned(307, b"", "text/html", "Location: http://127.0.0.1:9/\r\n"),
    "garbage": bytes(range(256)) * 8,
    "header of 200 kB": b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 200_000 + b"\r\n\r\n{}",
    "broken JSON": _canned(200, b'{"version":', "application/json"),
    "deep JSON": _canned(200, b"[" * 50_000, "application/json"),
}
FAULTS = (
    *CANNED,
    "refused",
    "reset before the request",
    "half the request arrives",
    "answer lost",
    "half an answer",
    "doubled",
    "doubled late",
    "late request",
    "late answer",
    "black hole",
    "dripping answer",
    "done, then 500",
    "stale answer",
    "another's answer",
    "flipped bit",
)


class FaultProxy:
    """Forwards `port` to `target`, spoiling the share `rate.value` of all requests. Counts by kind in `counts`."""

    def __init__(self, port: int, target: int, rate: object, counts: SynchronizedArray, seed: int) -> None:
        self.port, self.target, self.rate, self.counts = port, target, rate, counts
        self.chance = random.Random(seed)
        self.recorded: dict[bytes, bytes] = {}
        self.background: set[asyncio.Task[object]] = set()

    def run(self) -> None:
        """Serves until killed, or until the process that made it is gone."""
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        await asyncio.start_server(self._connection, "127.0.0.1", self.port, backlog=256)
        parent = os.getppid()
        while os.getppid() == parent:
            await asyncio.sleep(0.5)

    async def _connection(self, reader: Reader, writer: Writer) -> None:
        try:
            await asyncio.wait_for(self._exchange(reader, writer), 6)
        except (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.transport.abort()

    async def _exchange(self, reader: Reader, writer: Writer) -> None:
        fault = self._pick(1.0)
        if fault == "refused":
            self.counts[FAULTS.index(fault)] += 1
            return
        head = await reader.readuntil(b"\r\n\r\n")
        if b"/v1/bids/" not in head.split(b"\r\n", 1)[0]:
            fault = self._pick(MILD)
        if fault:
            self.counts[FAULTS.index(fault)] += 1
        length = next(
            (int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        request = head + (await reader.readexactly(length) if length else b"")
        if fault == "reset before the request":
            return
        if fault == "black hole":
            await asyncio.sleep(HELD)
            return
        if fault in CANNED:
            answer = CANNED[fault]
        elif fault == "half the request arrives":
            await self._forward(request[: len(request) // 2], half=True)
            return
        elif fault == "late request":
            self._later(self.chance.uniform(0.5, 3.0), lambda: self._forward(request))
            await asyncio.sleep(HELD)
            return
        else:
            answer = await self._forward(request)
            answer = await self._spoil(fault, request, answer)
        await self._reply(fault, writer, answer)

    def _pick(self, share: float) -> str:
        spoiled = self.chance.random() < share * self.rate.value  # type: ignore[attr-defined]
        return self.chance.choice(FAULTS) if spoiled else ""

    async def _spoil(self, fault: str, request: bytes, answer: bytes) -> bytes:
        path = request.split(b" ", 2)[1]
        earlier = self.recorded.get(path, b"")
        self.recorded[path] = answer
        if len(self.recorded) > 500:
            self.recorded.pop(next(iter(self.recorded)))
        if fault == "doubled":
            await self._forward(request)
        elif fault == "doubled late":
            self._later(self.chance.uniform(0.5, 4.0), lambda: self._forward(request))
        elif fault == "answer lost":
            return b""
        elif fault == "half an answer":
            return answer[: len(answer) // 2]
        elif fault == "late answer":
            await asyncio.sleep(HELD)
        elif fault == "done, then 500":
            return CANNED["injected 500"]
        elif fault == "stale answer":
            return earlier
        elif fault == "another's answer":
            return self.recorded[self.chance.choice(list(self.recorded))]
        elif fault == "flipped bit" and answer:
            at = self.chance.randrange(len(answer))
            return answer[:at] + bytes([answer[at] ^ 1 << self.chance.randrange(8)]) + answer[at + 1 :]
        return answer

    async def _reply(self, fault: str, writer: Writer, answer: bytes) -> None:
        if fault == "dripping answer":
            for at in range(0, len(answer), 16):
                writer.write(answer[at : at + 16])
                await writer.drain()
                await asyncio.sleep(0.05)
        else:
            writer.write(answer)
            await writer.drain()
            writer.write_eof()
            await asyncio.sleep(0.01)

    async def _forward(self, request: bytes, *, half: bool = False) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            writer.write(request)
            await writer.drain()
            return b"" if half else await asyncio.wait_for(reader.read(), 4)
        finally:
            writer.transport.abort()

    def _later(self, delay: float, act: Callable[[], Awaitable[object]]) -> None:
        async def later() -> None:
            await asyncio.sleep(delay)
            with suppress(OSError, TimeoutError):
                await act()

        task = asyncio.create_task(later())
        self.background.add(task)
        task.add_done_callback(self.background.discard)
