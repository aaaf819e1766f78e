"""The exchange client: signs requests, sends them once, and believes only answers signed for exactly that request.

It never retries and decides nothing; `core` does. Every call gives either a verified `Reply` or raises `NoProof`.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel

from auction_client.exchange import protocol
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.market_data import AnonymousBook, Calendar, ClearingHistory, Indicative, TokenList
from auction_client.exchange.problems import ProblemCode, ProblemDetails
from auction_client.exchange.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE
from auction_client.exchange.signing import (
    Proof,
    RequestSignature,
    SignatureError,
    SigningKey,
    binding_of,
    sign_request,
    verify_response,
)
from auction_client.exchange.transport import Transport, TransportError
from auction_client.exchange.wire import MARKET_CAP, RECORD_CAP, REQUEST_CAP, WireError, read_message, write_message

Message = TypeVar("Message", bound=BaseModel)


class NoProof(Exception):
    """Nothing provable came back: no answer, or one that is not signed for this request. The text is our own."""


class ExchangeProblem(Exception):
    """The exchange answered a read with a signed problem."""

    def __init__(self, problem: ProblemDetails) -> None:
        self.problem = problem
        super().__init__(problem.title)


@dataclass(frozen=True)
class Reply(Generic[Message]):
    """A verified answer: the message, or the problem given instead, and the proof."""

    status: int
    message: Message | ProblemDetails
    proof: Proof


class ExchangeClient:
    """Requests to one exchange for one key. Thread-safe."""

    def __init__(
        self,
        transport: Transport,
        key: SigningKey,
        exchange_key: str | None,
        *,
        now: Callable[[], float] = time.time,
        timeout: float = 8.0,
    ) -> None:
        """`exchange_key`: the exchange's pinned public key; None only until `exchange_info` has been asked."""
        self.transport, self.key, self.exchange_key = transport, key, exchange_key
        self.clock_offset = 0.0
        self._now, self._timeout = now, timeout

    def exchange_time(self) -> float:
        """Unix seconds by the exchange's clock, as well as it is known."""
        return self._now() + self.clock_offset

    def meet(self) -> protocol.ExchangeInfo:
        """Asks who the exchange is. Its key is taken from the answer itself, so the caller must pin it (and, the first
        time, may show its fingerprint). Raises NoProof."""
        reply = self._ask("GET", protocol.EXCHANGE, protocol.ExchangeInfo, learn_key=self.exchange_key is None)
        return _message(reply)

    def enrol(self, label: str) -> protocol.Enrolment:
        """Opens an account for the key, or finds the one it has. Raises NoProof or ExchangeProblem."""
        request = protocol.EnrolRequest(public_key=self.key.public_text, label=label)
        return _message(self._ask("PUT", protocol.ACCOUNT, protocol.Enrolment, body=write_message(request)))

    def owner_of(self, key: SigningKey) -> str | None:
        """The account that a key acts for, None if the exchange does not know the key. Raises NoProof or
        ExchangeProblem."""
        reply = self._ask("GET", protocol.ACCOUNT, protocol.Enrolment, key=key)
        if isinstance(reply.message, ProblemDetails) and reply.message.code is ProblemCode.UNKNOWN_KEY:
            return None
        return _message(reply).account

    def rotate(self, successor: SigningKey) -> protocol.Enrolment:
        """Puts `successor` in the place of this client's key at the exchange. Raises NoProof or ExchangeProblem."""
        text = protocol.rotation_text(self.key.keyid, successor.public_text)
        possession = base64.b64encode(successor.sign(text)).decode()
        request = protocol.RotateRequest(public_key=successor.public_text, possession=possession)
        return _message(self._ask("PUT", protocol.ACCOUNT_KEY, protocol.Enrolment, body=write_message(request)))

    def measure_clock(self) -> float:
        """Asks the exchange's time, keeps and returns the offset to it in seconds (positive: we are behind). Raises
        NoProof."""
        before = self._now()
        reply = _message(self._ask("GET", protocol.TIME, protocol.ServerTime, timeout=4.0))
        after = self._now()
        self.clock_offset = reply.server_time.timestamp() - (before + after) / 2
        return self.clock_offset

    def submit(
        self, client_id: str, body: bytes, leaving: Callable[[RequestSignature], None] = lambda _signature: None
    ) -> Reply[protocol.Receipt]:
        """Sends the frozen bytes of a bid. `leaving` is told how the request is signed before its first byte leaves."""
        path = protocol.bid_path(client_id)
        return self._ask("PUT", path, protocol.Receipt, body=body, idempotency_key=client_id, leaving=leaving)

    def lookup(self, client_id: str) -> Reply[protocol.BidRecord]:
        """Asks for a bid by its id."""
        return self._ask("GET", protocol.bid_path(client_id), protocol.BidRecord, cap=RECORD_CAP)

    def cancel(self, client_id: str) -> Reply[protocol.CancelReceipt]:
        """Cancels a bid, or makes sure that it can never arrive."""
        return self._ask("DELETE", protocol.bid_path(client_id), protocol.CancelReceipt, cap=RECORD_CAP)

    def kill(self, number: int, *, stop: bool) -> Reply[protocol.KillReceipt]:
        """Sets the account's stop switch."""
        request = protocol.KillRequest(number=number, stop=stop)
        return self._ask("PUT", protocol.KILL, protocol.KillReceipt, body=write_message(request), cap=RECORD_CAP)

    def events(self, after: int, limit: int = protocol.PAGE_LIMIT) -> Reply[protocol.EventPage]:
        """Events numbered above `after`."""
        return self._ask(
            "GET", protocol.EVENTS, protocol.EventPage, query={"after": after, "limit": limit}, cap=MARKET_CAP
        )

    def bids(self, after: int = 0, status: protocol.BidStatus | None = None) -> protocol.BidPage:
        """A page of the account's bids. Raises NoProof or ExchangeProblem, as do all reads below."""
        query: dict[str, str | int] = {"after": after, "limit": protocol.PAGE_LIMIT}
        if status is not None:
            query["status"] = status.value
        return _message(self._ask("GET", protocol.BIDS, protocol.BidPage, query=query, cap=MARKET_CAP))

    def positions(self) -> protocol.Positions:
        """What the account holds."""
        return _message(self._ask("GET", protocol.POSITIONS, protocol.Positions, cap=MARKET_CAP))

    def limits(self) -> protocol.AccountLimits:
        """The exchange's limits for the account."""
        return _message(self._ask("GET", protocol.LIMITS, protocol.AccountLimits))

    def calendar(self) -> Calendar:
        """The auctions."""
        return _message(self._ask("GET", protocol.CALENDAR, Calendar, cap=MARKET_CAP))

    def clearings(self, after: int | None = None, limit: int = 20) -> ClearingHistory:
        """Past clearings: those numbered above `after`, or the latest `limit`."""
        query: dict[str, str | int] = {"limit": limit} if after is None else {"after": after, "limit": limit}
        return _message(self._ask("GET", protocol.CLEARINGS, ClearingHistory, query=query, cap=MARKET_CAP))

    def indicative(self) -> Indicative:
        """Prices at which the running auction would clear now."""
        return _message(self._ask("GET", protocol.INDICATIVE, Indicative, cap=MARKET_CAP))

    def book(self) -> AnonymousBook:
        """The running auction's bids without names."""
        return _message(self._ask("GET", protocol.BOOK, AnonymousBook, cap=MARKET_CAP))

    def tokens(self) -> TokenList:
        """The model tokens with their distributions and scores."""
        return _message(self._ask("GET", protocol.TOKENS, TokenList, cap=MARKET_CAP))

    def _ask(
        self,
        method: str,
        path: str,
        kind: type[Message],
        *,
        query: dict[str, str | int] | None = None,
        body: bytes = b"",
        idempotency_key: str | None = None,
        cap: int = REQUEST_CAP,
        timeout: float | None = None,
        learn_key: bool = False,
        key: SigningKey | None = None,
        leaving: Callable[[RequestSignature], None] = lambda _signature: None,
    ) -> Reply[Message]:
        if query:
            path = f"{path}?{urlencode(query)}"
        target = self.transport.base_url + path
        headers = sign_request(
            key or self.key,
            method=method,
            target=target,
            body=body,
            idempotency_key=idempotency_key or new_client_id(),
            created=int(self.exchange_time()),
        )
        request = binding_of(method, target, headers.items())
        leaving(request)
        try:
            raw = self.transport.send(method, path, headers, body, timeout=timeout or self._timeout, cap=cap)
            exchange_key = self.exchange_key
            if learn_key and raw.status == 200:
                exchange_key = read_message(protocol.ExchangeInfo, raw.body).public_key
            if exchange_key is None:
                raise NoProof("the exchange's key is not known yet")
            proof = verify_response(
                request=request, status=raw.status, headers=raw.headers, body=raw.body, public_key=exchange_key
            )
            media_type = dict(proof.headers)["content-type"]
            if media_type != (MEDIA_TYPE if raw.status == 200 else PROBLEM_MEDIA_TYPE):
                raise NoProof("the answer is of an unexpected media type")
            if raw.status == 200:
                return Reply(raw.status, read_message(kind, raw.body, cap), proof)
            return Reply(raw.status, read_message(ProblemDetails, raw.body, cap), proof)
        except TransportError as error:
            raise NoProof(str(error)) from None
        except SignatureError as error:
            raise NoProof(f"the answer is not signed by the exchange for this request ({error.reason})") from None
        except WireError:
            raise NoProof("the answer is not a message of the protocol") from None


def _message(reply: Reply[Message]) -> Message:
    if isinstance(reply.message, ProblemDetails):
        raise ExchangeProblem(reply.message)
    return reply.message
