"""Conformance scripts: plain text that any exchange can be held to. python -m tests.conformance http://127.0.0.1:8400

A script is a list of lines. ``I`` sends a request, ``E`` says what its answer must be, ``#`` explains. Every answer
must be signed by the exchange for exactly its request; that is never written down.

    I submit A                      PUT of a bid under a fresh id called A
    I submit A quantity=9           the same id with another bid
    I lookup A | cancel A | list | events 0 | kill 1 stop | kill 2 arm | get /v1/time | put /v1/kill {"version":1}
    I enrol other                   the key called other asks for its account
    I rotate                        another key takes the place of the account's; the old one is then called old
    E 200 status=open               status of the answer, then fields of its JSON, by dotted path
    E 422 id-reused                 a problem: its status and code
    E 200 same=1                    the body of answer number 1, byte for byte
    E 200 header:ratelimit=*        a header of the answer

Before ``I`` lines may stand ``with``: settings of the next request only: ``with key=other`` (an enrolled second
account), ``key=stranger`` (no account), ``skew=31`` (seconds added to `created`), ``drop=Signature``,
``header=Origin:http://x``, ``type=text/plain``, ``body=raw text``, ``sign=stale`` (the body is changed after signing),
``possession=other`` (a new key's place is signed for by another), ``path=B`` (the path names
another id than the key and body).
Values: ``@A`` the id of A, ``@digest`` of the last submission's body, ``@account``, ``null``, ``true``, ``false``, and
``*`` for anything at all.
"""

from __future__ import annotations

import base64
import json
import shlex
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from auction_client.exchange import protocol
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.problems import ProblemDetails, is_consistent
from auction_client.exchange.signing import SigningKey, binding_of, sign_request, verify_response
from auction_client.exchange.transport import Transport
from auction_client.exchange.wire import MARKET_CAP, read_message, sha256_hex, write_message

SCRIPTS = Path(__file__).parent / "scripts"


class Failed(AssertionError):
    """A script's expectation was not met; the text tells script, line and difference."""


@dataclass
class Answer:
    """One verified answer."""

    status: int
    body: bytes
    json: Any
    headers: dict[str, str]


@dataclass
class Run:
    """One script against one exchange, with fresh accounts."""

    transport: Transport
    exchange_key: str
    keys: dict[str, SigningKey] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    digest: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("main", "other"):
            self.keys[name] = SigningKey.generate()
            answer = self.enrol(name)
            if answer.status != 200:
                raise Failed(f"enrolment failed: {answer.status} {answer.body!r}")
            self.accounts[name] = answer.json["account"]
        self.keys["stranger"] = SigningKey.generate()

    def line(self, text: str) -> None:
        """Executes one line. Raises Failed."""
        verb, _, rest = text.partition(" ")
        if verb == "with":
            self.settings |= dict(part.split("=", 1) for part in shlex.split(rest))
        elif verb == "I":
            self.answers.append(self.send(rest))
            self.settings = {}
        elif verb == "E":
            self.expect(rest)
        else:
            raise Failed(f"no such line: {text}")

    def send(self, text: str) -> Answer:
        what, _, rest = text.partition(" ")
        if what in ("get", "put"):
            path, _, body = rest.partition(" ")
            return self.ask(what.upper(), path, body.encode())
        words = rest.split()
        if what == "submit":
            return self.submit(words[0], dict(word.split("=", 1) for word in words[1:]))
        if what == "lookup":
            return self.ask("GET", protocol.bid_path(self.id_of(words[0])))
        if what == "cancel":
            return self.ask("DELETE", protocol.bid_path(self.id_of(words[0])))
        if what == "list":
            return self.ask("GET", f"{protocol.BIDS}?after=0&limit=200" + (f"&status={words[0]}" if words else ""))
        if what == "events":
            return self.ask("GET", f"{protocol.EVENTS}?after={words[0]}&limit={(words[1:] or ['200'])[0]}")
        if what == "kill":
            request = protocol.KillRequest(number=int(words[0]), stop=words[1] == "stop")
            return self.ask("PUT", protocol.KILL, write_message(request))
        if what == "enrol":
            return self.enrol(words[0])
        if what == "rotate":
            return self.rotate()
        raise Failed(f"no such request: {text}")

    def rotate(self) -> Answer:
        old, new = self.keys["main"], SigningKey.generate()
        signer = self.keys["other"] if self.settings.get("possession") == "other" else new
        possession = base64.b64encode(signer.sign(protocol.rotation_text(old.keyid, new.public_text))).decode()
        request = protocol.RotateRequest(public_key=new.public_text, possession=possession)
        answer = self.ask("PUT", protocol.ACCOUNT_KEY, write_message(request))
        if answer.status == 200:
            self.keys |= {"old": old, "main": new}
        return answer

    def enrol(self, name: str) -> Answer:
        request = protocol.EnrolRequest(public_key=self.keys[name].public_text, label=f"conformance {name}")
        return self.ask("PUT", protocol.ACCOUNT, write_message(request), key=self.keys[name])

    def id_of(self, name: str) -> str:
        return self.ids.setdefault(name, new_client_id())

    def submit(self, name: str, changes: dict[str, str]) -> Answer:
        if "age" in changes:
            days = int(changes.pop("age"))
            self.ids.setdefault(name, new_client_id(int((time.time() - days * 86_400) * 1000)))
        client_id = self.id_of(name)
        start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=6)
        lot = {
            "kind": "lot",
            "quantity": int(changes.pop("quantity", "8")),
            "asset": {"type": "compute", "gpu": changes.pop("gpu", "H100")},
            "delivery": {"start": start.isoformat(), "end": (start + timedelta(hours=4)).isoformat()},
            "limit": changes.pop("limit", "2.60"),
        }
        if lot["limit"] == "null":
            del lot["limit"]
        root = lot
        if "legs" in changes:
            legs = [{**lot, "asset": {"type": "compute", "gpu": gpu}} for gpu in changes.pop("legs").split(",")]
            root = {"kind": "group", "at_least": len(legs), "at_most": len(legs), "items": legs}
        not_after = datetime.now(UTC) + timedelta(seconds=int(changes.pop("not_after", "600")))
        message: dict[str, Any] = {
            "version": 1,
            "client_id": client_id,
            "not_after": self.kept(f"{name} not_after {json.dumps(root)}", not_after.isoformat()),
            "bid": {"version": 1, "root": root},
        }
        for key, value in changes.items():
            message[key] = self.value(value)
        body = json.dumps(message, sort_keys=True).encode()
        self.digest = sha256_hex(body)
        path = self.id_of(self.settings["path"]) if "path" in self.settings else client_id
        return self.ask("PUT", protocol.bid_path(path), body, idempotency_key=client_id)

    def kept(self, name: str, value: str) -> str:
        """The same value each time, so that the same line gives the same bytes."""
        return self.ids.setdefault(name, value)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        key: SigningKey | None = None,
        idempotency_key: str | None = None,
    ) -> Answer:
        settings = self.settings
        if "body" in settings:
            body = settings["body"].encode()
            self.digest = sha256_hex(body)
        target = self.transport.base_url + path
        headers = sign_request(
            key or self.keys[settings.get("key", "main")],
            method=method,
            target=target,
            body=body,
            idempotency_key=idempotency_key or new_client_id(),
            created=int(time.time()) + int(settings.get("skew", "0")),
            content_type=settings.get("type", "application/json"),
        )
        request = binding_of(method, target, headers.items())
        if settings.get("sign") == "stale":
            body = body.replace(b"8", b"9", 1) + b" "
        headers.pop(settings.get("drop", ""), None)
        if "header" in settings:
            name, _, value = settings["header"].partition(":")
            headers[name] = value
        raw = self.transport.send(method, path, headers, body, timeout=8.0, cap=MARKET_CAP)
        if "drop" not in settings:
            verify_response(
                request=request, status=raw.status, headers=raw.headers, body=raw.body, public_key=self.exchange_key
            )
        if raw.status != 200 and not is_consistent(read_message(ProblemDetails, raw.body)):
            raise Failed("the problem details contradict the closed list")
        headers = {name.lower(): value for name, value in raw.headers}
        return Answer(raw.status, raw.body, json.loads(raw.body), headers)

    def expect(self, text: str) -> None:
        answer = self.answers[-1]
        status, *fields = shlex.split(text)
        if fields and "=" not in fields[0]:
            fields[0] = f"code={fields[0]}"
        if answer.status != int(status):
            raise Failed(f"status {answer.status}, expected {status}: {answer.body[:300]!r}")
        for each in fields:
            name, _, wanted = each.partition("=")
            if name == "same":
                if answer.body != self.answers[int(wanted) - 1].body:
                    raise Failed(f"not the same as answer {wanted}: {answer.body[:300]!r}")
                continue
            if name.startswith("header:"):
                found = answer.headers.get(name.removeprefix("header:"))
                if found is None or wanted not in ("*", found):
                    raise Failed(f"the header {name} is {found!r}, expected {wanted}")
                continue
            found = answer.json
            for part in name.split("."):
                found = len(found) if part == "count" else found[int(part)] if isinstance(found, list) else found[part]
            if wanted != "*" and found != self.value(wanted):
                raise Failed(f"{name} is {found!r}, expected {wanted}")

    def value(self, text: str) -> Any:
        if text in ("null", "true", "false") or text.lstrip("-").isdigit():
            return json.loads(text)
        if text == "@digest":
            return self.digest
        if text == "@account":
            return self.accounts["main"]
        return self.id_of(text[1:]) if text.startswith("@") else text


def run_script(script: Path, url: str, exchange_key: str | None = None) -> None:
    """Runs one script; the exchange's key is asked for where it is not given. Raises Failed."""
    transport = Transport(url)
    run = Run(transport, exchange_key or exchange_key_of(transport))
    for number, text in enumerate(script.read_text(encoding="utf-8").splitlines(), start=1):
        if text.strip() and not text.startswith("#"):
            try:
                run.line(text)
            except Exception as error:
                raise Failed(f"{script.name}, line {number}: {text}: {error}") from error


def exchange_key_of(transport: Transport) -> str:
    """The key that the exchange says it has."""
    target = transport.base_url + protocol.EXCHANGE
    headers = sign_request(
        SigningKey.generate(),
        method="GET",
        target=target,
        body=b"",
        idempotency_key=new_client_id(),
        created=int(time.time()),
    )
    raw = transport.send("GET", protocol.EXCHANGE, headers, b"", timeout=8.0, cap=64_000)
    return read_message(protocol.ExchangeInfo, raw.body).public_key
