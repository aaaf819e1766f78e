"""Who gets through the front door: programs of this machine that hold an enrolled key, and nobody else."""

from __future__ import annotations

import socket
from datetime import timedelta

import pytest

from auction_client.exchange import protocol
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.signing import SigningKey
from auction_client.practice.embedded import PracticeServer
from tests.practice.trading import Wire

READS = (
    protocol.BIDS,
    protocol.bid_path("01890000-0000-7000-8000-000000000000"),
    protocol.EVENTS,
    protocol.POSITIONS,
    protocol.LIMITS,
    protocol.CALENDAR,
    protocol.CLEARINGS,
    protocol.INDICATIVE,
    protocol.BOOK,
    protocol.TOKENS,
)


@pytest.mark.parametrize("path", READS)
def test_nothing_can_be_read_without_a_signature(wire: Wire, path: str) -> None:
    heard = wire.send("GET", path, sign=False, headers={"Content-Type": "application/json"})
    assert (heard.status, heard.json["code"]) == (401, "bad-signature")


@pytest.mark.parametrize("path", READS)
def test_a_key_that_is_not_enrolled_reads_nothing(wire: Wire, path: str) -> None:
    stranger = Wire(wire.port, SigningKey.generate(), wire.exchange_key, now=wire.now)
    heard = stranger.send("GET", path)
    assert (heard.status, heard.json["code"]) == (401, "unknown-key")


def test_one_account_does_not_see_the_bids_of_another(wire: Wire) -> None:
    name = new_client_id()
    wire.send("DELETE", protocol.bid_path(name))
    other = Wire(wire.port, SigningKey.generate(), wire.exchange_key, now=wire.now)
    other.enrol()
    assert other.send("GET", protocol.bid_path(name)).status == 404
    assert other.send("GET", protocol.BIDS).json["bids"] == []
    assert other.send("GET", protocol.EVENTS).json["events"] == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:80", "[::1]:80"])
def test_a_rebound_name_is_refused_even_with_a_good_signature(wire: Wire, host: str) -> None:
    heard = wire.send("GET", protocol.POSITIONS, host=host)
    assert (heard.status, heard.json["code"]) == (421, "wrong-host")


@pytest.mark.parametrize(
    "header",
    [("Origin", "http://127.0.0.1"), ("Origin", "null"), ("Sec-Fetch-Site", "none"), ("sec-fetch-mode", "cors")],
)
def test_a_web_page_is_refused_even_with_a_good_signature(wire: Wire, header: tuple[str, str]) -> None:
    heard = wire.send("PUT", protocol.KILL, b'{"version":1,"number":1,"stop":true}', headers=dict([header]))
    assert (heard.status, heard.json["code"]) == (403, "forbidden-origin")
    assert "access-control-allow-origin" not in heard.headers


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=utf-8"],
)
def test_what_a_form_can_send_is_refused(wire: Wire, kind: str) -> None:
    heard = wire.send("PUT", protocol.KILL, b'{"version":1,"number":1,"stop":true}', headers={"Content-Type": kind})
    assert (heard.status, heard.json["code"]) == (415, "wrong-media-type")


def test_no_preflight_is_ever_answered_with_permission(wire: Wire) -> None:
    heard = wire.send(
        "OPTIONS",
        protocol.KILL,
        sign=False,
        headers={"Origin": "http://evil.example", "Access-Control-Request-Method": "PUT"},
    )
    assert heard.status == 403
    assert not any(name.startswith("access-control") for name in heard.headers)


def test_more_than_64_kilobytes_are_not_read(wire: Wire) -> None:
    name = new_client_id()
    heard = wire.send("PUT", protocol.bid_path(name), b" " * 64_001, idempotency_key=name)
    assert (heard.status, heard.json["code"]) == (413, "too-large")
    assert wire.send("GET", protocol.bid_path(name)).status == 404


def test_a_stated_length_beyond_the_cap_is_refused_before_the_body(server: PracticeServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(
            f"PUT /v1/kill HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/json\r\n"
            "Content-Length: 99999999999\r\n\r\n".encode()
        )
        assert b" 413 " in connection.recv(4096).splitlines()[0]


def test_an_old_signature_is_refused_with_the_exchange_time(wire: Wire) -> None:
    late = Wire(wire.port, wire.key, wire.exchange_key, now=lambda: wire.now() - timedelta(seconds=45))
    heard = late.send("GET", protocol.POSITIONS)
    assert (heard.status, heard.json["code"]) == (401, "clock-skew")
    assert heard.signed
    assert late.send("GET", protocol.TIME).status == 200


@pytest.mark.parametrize("name", ["Content-Digest", "Idempotency-Key", "Signature-Input", "Signature"])
def test_a_signed_header_cannot_be_changed(wire: Wire, name: str) -> None:
    other = Wire(wire.port, SigningKey.generate(), wire.exchange_key, now=wire.now)
    replacement = {
        "Content-Digest": "sha-256=:" + "A" * 43 + "=:",
        "Idempotency-Key": f'"{new_client_id()}"',
        "Signature-Input": "bid=();created=1",
        "Signature": "bid=:" + "A" * 86 + "==:",
    }[name]
    other.enrol()
    heard = wire.send("GET", protocol.POSITIONS, headers={name: replacement})
    assert (heard.status, heard.json["code"]) == (401, "bad-signature")


def test_the_exchange_listens_on_loopback_only(server: PracticeServer) -> None:
    assert server.url.startswith("http://127.0.0.1:")
    with socket.socket() as probe:
        probe.settimeout(1.0)
        own = socket.gethostbyname(socket.gethostname())
        if not own.startswith("127."):
            assert probe.connect_ex((own, server.port)) != 0
