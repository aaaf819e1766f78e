"""The protocol's description is generated from the code and kept in step with it."""

from __future__ import annotations

import json

from auction_client.exchange import protocol
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.openapi import OPENAPI_FILE, openapi_text
from auction_client.practice.server import Submitting, create_routes


def test_the_kept_description_is_current(server: PracticeServer) -> None:
    app = create_routes(server.exchange, Submitting(server.exchange))
    assert OPENAPI_FILE.read_text(encoding="utf-8") == openapi_text(app), "run python -m tests.practice.write_openapi"


def test_every_path_of_the_protocol_is_described() -> None:
    described = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))
    paths = set(described["paths"])
    assert described["openapi"].startswith("3.1")
    assert paths == {
        protocol.EXCHANGE,
        protocol.TIME,
        protocol.ACCOUNT,
        protocol.ACCOUNT_KEY,
        protocol.BIDS,
        protocol.BIDS + "/{client_id}",
        protocol.EVENTS,
        protocol.POSITIONS,
        protocol.LIMITS,
        protocol.KILL,
        protocol.CALENDAR,
        protocol.CLEARINGS,
        protocol.INDICATIVE,
        protocol.BOOK,
        protocol.TOKENS,
    }


def test_money_is_described_as_text_only() -> None:
    text = OPENAPI_FILE.read_text(encoding="utf-8")
    assert '"type": "number"' not in text
