"""The open protocol over HTTP, as a client meets it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from auction_client.exchange import market_data, protocol
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.problems import ProblemDetails, is_consistent
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import MARKET_CAP, read_message, sha256_hex, write_message
from auction_client.practice.clock import ManualClock
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.rates import RateLimits, Rates
from tests.practice.trading import SMALL, START, Heard, Wire, bid, lot


def submit(wire: Wire, root: dict[str, Any], client_id: str | None = None) -> tuple[str, bytes, Heard]:
    name = client_id or new_client_id()
    request = protocol.SubmitRequest(client_id=name, not_after=START + timedelta(hours=1), bid=bid(root))
    body = write_message(request)
    return name, body, wire.send("PUT", protocol.bid_path(name), body, idempotency_key=name)


def problem(heard: Heard) -> str:
    details = read_message(ProblemDetails, heard.body)
    assert is_consistent(details)
    assert details.status == heard.status
    assert heard.headers["content-type"] == protocol.PROBLEM_MEDIA_TYPE
    return details.code.value


def test_a_submitted_bid_is_receipted_and_can_be_looked_up(wire: Wire) -> None:
    name, body, heard = submit(wire, lot())
    receipt = read_message(protocol.Receipt, heard.body)
    assert heard.signed
    assert receipt.digest == sha256_hex(body)
    record = read_message(protocol.BidRecord, wire.send("GET", protocol.bid_path(name)).body)
    assert (record.status, record.receipt) == (protocol.BidStatus.OPEN, receipt)


def test_an_unknown_id_is_a_signed_404_with_the_time(wire: Wire) -> None:
    name = new_client_id()
    heard = wire.send("GET", protocol.bid_path(name))
    assert heard.signed
    assert problem(heard) == "unknown-id"
    assert heard.json["client_id"] == name
    assert heard.json["server_time"].startswith("2026-11-22T12:20:00")


@pytest.mark.parametrize("body", [b"", b"{}", b"not json", b'{"version":1,"version":1}', b"[" * 30_000])
def test_an_unreadable_submission_is_refused_once_and_for_all(wire: Wire, body: bytes) -> None:
    name = new_client_id()
    first = wire.send("PUT", protocol.bid_path(name), body, idempotency_key=name)
    again = wire.send("PUT", protocol.bid_path(name), body, idempotency_key=name)
    assert problem(first) == "invalid-request"
    assert again.body == first.body


def test_a_bid_that_no_auction_can_deliver_is_refused_with_the_reason(wire: Wire) -> None:
    _, _, long = submit(wire, lot(hours=100))
    assert (problem(long), long.json["faults"][0]["code"]) == ("not-deliverable", "beyond_horizon")
    _, _, nowhere = submit(wire, lot(regions=["me-central"]))
    assert (problem(nowhere), nowhere.json["faults"][0]["code"]) == ("not-deliverable", "no_product")
    _, _, past = submit(wire, lot(start=START - timedelta(hours=8)))
    assert problem(past) == "invalid-bid"


def test_the_idempotency_key_must_be_the_id_of_the_path(wire: Wire) -> None:
    name, body, _ = submit(wire, lot())
    heard = wire.send("PUT", protocol.bid_path(name), body, idempotency_key=new_client_id())
    assert problem(heard) == "malformed"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (protocol.EXCHANGE, protocol.ExchangeInfo),
        (protocol.TIME, protocol.ServerTime),
        (protocol.BIDS, protocol.BidPage),
        (protocol.EVENTS, protocol.EventPage),
        (protocol.POSITIONS, protocol.Positions),
        (protocol.LIMITS, protocol.AccountLimits),
        (protocol.CALENDAR, market_data.Calendar),
        (protocol.CLEARINGS, market_data.ClearingHistory),
        (protocol.INDICATIVE, market_data.Indicative),
        (protocol.BOOK, market_data.AnonymousBook),
        (protocol.TOKENS, market_data.TokenList),
    ],
)
def test_every_read_answers_its_message_signed_and_uncached(wire: Wire, path: str, kind: Any) -> None:
    heard = wire.send("GET", path)
    assert heard.status == 200
    assert heard.signed
    assert heard.headers["cache-control"] == "no-store"
    read_message(kind, heard.body, MARKET_CAP)


def test_the_book_names_nobody(wire: Wire) -> None:
    submit(wire, lot(quantity=24))
    book = read_message(market_data.AnonymousBook, wire.send("GET", protocol.BOOK).body, MARKET_CAP).book
    account = wire.enrol().json["account"]
    assert not any(account in each.id or account in each.account for each in book.bids)
    assert any(each.root == bid(lot(quantity=24)).root for each in book.bids)


def test_enrolling_again_gives_the_same_account(wire: Wire) -> None:
    assert wire.enrol().body == wire.enrol().body


def test_a_key_can_enrol_only_itself(wire: Wire) -> None:
    request = protocol.EnrolRequest(public_key=SigningKey.generate().public_text, label="another's")
    stranger = Wire(wire.port, SigningKey.generate(), wire.exchange_key, now=wire.now)
    assert problem(stranger.send("PUT", protocol.ACCOUNT, write_message(request))) == "unknown-key"


def test_parameters_are_read_strictly(wire: Wire) -> None:
    for query in ("after=-1", "after=1.0", "after=%D9%A3", "after=1_0", "limit=0", "limit=201", "status=none"):
        assert problem(wire.send("GET", f"{protocol.BIDS}?{query}")) == "malformed", query
    assert problem(wire.send("GET", protocol.bid_path("not-an-id"))) == "malformed"


def test_paths_and_methods_outside_the_protocol_are_refused(wire: Wire) -> None:
    assert problem(wire.send("GET", "/v1/nothing")) == "not-found"
    wrong = wire.send("POST", protocol.EVENTS)
    assert problem(wrong) == "method-not-allowed"
    assert wrong.headers["allow"] == "GET"
    assert problem(wire.send("GET", "/openapi.json")) == "not-found"


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock of the rate limits shows; it stands until a test moves it."""
    shown = [0.0]
    monkeypatch.setattr("auction_client.practice.server.Rates", lambda limits, _: Rates(limits, lambda: shown[0]))
    return shown


@pytest.mark.usefixtures("seconds")
def test_too_many_requests_are_told_when_to_come_back(tmp_path: Any, clock: ManualClock) -> None:
    limits = RateLimits(per_second=0.5, burst=3)
    with PracticeServer(tmp_path, settings=SMALL, clock=clock, rate_limits=limits) as server:
        client = Wire(server.port, SigningKey.generate(), server.public_key, now=clock.now)
        client.enrol()
        answers = [client.send("GET", protocol.LIMITS) for _ in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 200, 429]
    assert problem(answers[-1]) == "too-many-requests"
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert answers[0].headers["ratelimit"] == '"account";r=2;t=2'
    assert answers[0].headers["ratelimit-policy"] == '"account";q=3;w=6'


def test_a_bid_turned_away_for_its_rate_has_had_no_effect(
    tmp_path: Any, clock: ManualClock, seconds: list[float]
) -> None:
    limits = RateLimits(per_second=2.0, burst=1)
    with PracticeServer(tmp_path, settings=SMALL, clock=clock, rate_limits=limits) as server:
        client = Wire(server.port, SigningKey.generate(), server.public_key, now=clock.now)
        client.enrol()
        client.send("GET", protocol.LIMITS)
        client_id, body, turned_away = submit(client, lot())
        assert problem(turned_away) == "too-many-requests"
        seconds[0] += 1.0
        assert problem(client.send("GET", protocol.bid_path(client_id))) == "unknown-id"
        seconds[0] += 1.0
        again = client.send("PUT", protocol.bid_path(client_id), body, idempotency_key=client_id)
        assert (again.status, json.loads(again.body)["sequence"]) == (200, 1)


def test_no_answer_is_larger_than_the_protocol_allows(wire: Wire) -> None:
    assert len(wire.send("GET", f"{protocol.CLEARINGS}?limit=32").body) < MARKET_CAP
    assert json.loads(wire.send("GET", f"{protocol.CLEARINGS}?limit=3").body)["clearings"][-1]["sequence"] == 24
