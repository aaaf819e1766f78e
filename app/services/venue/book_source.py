"""The running auction's book as bytes, proven to come from the exchange but not parsed: the estimate's process does
that, so that the window's does not have to."""

from __future__ import annotations

from collections.abc import Callable

from app.services.errors import UserFacing
from auction_client.exchange import protocol
from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.signing import SignatureError, binding_of, sign_request, verify_response
from auction_client.exchange.transport import TransportError
from auction_client.exchange.wire import MARKET_CAP

TIMEOUT = 8.0


def book_source(client: ExchangeClient, venue: str) -> Callable[[], bytes]:
    """A function that asks for the book. It raises UserFacing (code `offline`) where no proven answer comes."""

    def ask() -> bytes:
        target = client.transport.base_url + protocol.BOOK
        headers = sign_request(
            client.key,
            method="GET",
            target=target,
            body=b"",
            idempotency_key=new_client_id(),
            created=int(client.exchange_time()),
        )
        request = binding_of("GET", target, headers.items())
        try:
            raw = client.transport.send("GET", protocol.BOOK, headers, b"", timeout=TIMEOUT, cap=MARKET_CAP)
            if client.exchange_key is None:
                raise _offline(venue, "the exchange's key is not known yet")
            verify_response(
                request=request, status=raw.status, headers=raw.headers, body=raw.body, public_key=client.exchange_key
            )
        except (TransportError, SignatureError) as error:
            raise _offline(venue, str(error)) from None
        if raw.status != 200:
            raise _offline(venue, f"the exchange answered {raw.status}")
        return bytes(raw.body)

    return ask


def _offline(venue: str, why: str) -> UserFacing:
    return UserFacing("offline", f"{venue} cannot be reached, so there is nothing to estimate from", why)
