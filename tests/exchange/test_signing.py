"""Signatures: what verifies, what must not, and agreement with an independent implementation of RFC 9421."""

from __future__ import annotations

import base64
import datetime
from types import SimpleNamespace

import http_message_signatures as reference
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from auction_client.exchange.ids import new_client_id
from auction_client.exchange.signing import (
    RequestSignature,
    SignatureError,
    SigningKey,
    authority_of,
    binding_of,
    keyid_of,
    sign_request,
    sign_response,
    verify_request,
    verify_response,
)

KEY = SigningKey.from_seed(bytes(range(32)))
EXCHANGE = SigningKey.from_seed(bytes(range(1, 33)))
OTHER = SigningKey.from_seed(bytes(32))
NOW = 1_790_000_000
TARGET = "http://127.0.0.1:8123/v1/bids/0192f000-0000-7000-8000-000000000001"
ID = "0192f000-0000-7000-8000-000000000001"
BODY = b'{"version":1}'


def signed(method: str = "PUT", target: str = TARGET, body: bytes = BODY, created: int = NOW) -> dict[str, str]:
    return sign_request(KEY, method=method, target=target, body=body, idempotency_key=ID, created=created)


def verified(
    headers: dict[str, str] | list[tuple[str, str]], *, method="PUT", target=TARGET, body=BODY, now=NOW
) -> RequestSignature:
    pairs = list(headers.items()) if isinstance(headers, dict) else headers
    return verify_request(
        method=method,
        target=target,
        headers=pairs,
        body=body,
        public_key_of={KEY.keyid: KEY.public_text}.get,
        now=now,
    )


def answered(request: RequestSignature, status: int = 200, body: bytes = b"{}") -> list[tuple[str, str]]:
    headers = sign_response(
        EXCHANGE, request=request, status=status, body=body, content_type="application/json", created=NOW
    )
    return list(headers.items())


def reason_of(call: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(SignatureError) as caught:
        call(*args, **kwargs)  # type: ignore[operator]
    return caught.value.reason


def test_a_signed_request_verifies_and_tells_who_signed_it() -> None:
    request = verified(signed())
    assert (request.keyid, request.idempotency_key, request.created) == (KEY.keyid, ID, NOW)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"method": "POST"}, "signature"),
        ({"target": TARGET + "?x=1"}, "signature"),
        ({"target": TARGET.replace("8123", "8124")}, "signature"),
        ({"target": TARGET.replace("http:", "https:")}, "signature"),
        ({"body": BODY + b" "}, "digest"),
        ({"now": NOW + 31}, "created"),
        ({"now": NOW - 31}, "created"),
    ],
)
def test_a_request_changed_in_any_covered_part_is_refused(change: dict[str, object], reason: str) -> None:
    assert reason_of(verified, signed(), **change) == reason


def test_the_window_is_inclusive_and_can_be_waived() -> None:
    assert verified(signed(), now=NOW + 30)
    assert verified(signed(), now=None)


@pytest.mark.parametrize("name", ["Content-Type", "Content-Digest", "Idempotency-Key", "Signature-Input", "Signature"])
def test_every_signed_header_is_needed_exactly_once(name: str) -> None:
    headers = signed()
    value = headers.pop(name)
    assert reason_of(verified, headers) == "missing"
    twice = [*headers.items(), (name, value), (name.lower(), value)]
    assert reason_of(verified, twice) == "duplicate"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Signature-Input", '"@method" ', ""),
        ("Signature-Input", ' "content-digest"', ""),
        ("Signature-Input", 'tag="bidwright"', 'tag="other"'),
        ("Signature-Input", 'alg="ed25519"', 'alg="hmac-sha256"'),
        ("Signature-Input", ";created=", ";expires="),
        ("Signature-Input", "bid=", "sig1="),
        ("Signature-Input", ";created=", ";nonce=1;created="),
        ("Signature", "bid=:", "bid=:A"),
        ("Signature", "bid=", "x="),
        ("Idempotency-Key", '"', ""),
        ("Content-Type", "application/json", "application/json; charset=utf-8"),
        ("Content-Digest", "sha-256", "sha-512"),
    ],
)
def test_only_the_one_profile_is_understood(name: str, old: str, new: str) -> None:
    headers = signed()
    assert old in headers[name]
    headers[name] = headers[name].replace(old, new, 1)
    assert reason_of(verified, headers) == "malformed"


def test_a_signature_that_covers_only_the_method_is_refused() -> None:
    parameters = f'("@method");created={NOW};keyid="{KEY.keyid}";alg="ed25519";tag="bidwright"'
    base = f'"@method": PUT\n"@signature-params": {parameters}'.encode()
    headers = signed() | {
        "Signature-Input": f"bid={parameters}",
        "Signature": f"bid=:{base64.b64encode(KEY.sign(base)).decode()}:",
    }
    assert reason_of(verified, headers) == "malformed"


def test_an_unknown_key_is_refused_before_any_other_key_is_tried() -> None:
    headers = sign_request(OTHER, method="PUT", target=TARGET, body=BODY, idempotency_key=ID, created=NOW)
    assert reason_of(verified, headers) == "key"


def test_a_key_store_that_answers_with_another_key_is_not_believed() -> None:
    headers = list(signed().items())
    assert (
        reason_of(
            verify_request,
            method="PUT",
            target=TARGET,
            headers=headers,
            body=BODY,
            public_key_of=lambda _keyid: OTHER.public_text,
            now=NOW,
        )
        == "key"
    )


def test_an_answer_verifies_and_gives_a_proof_that_verifies_again() -> None:
    request = verified(signed())
    body = b'{"a":1}'
    proof = verify_response(
        request=request, status=200, headers=answered(request, 200, body), body=body, public_key=EXCHANGE.public_text
    )
    again = verify_response(
        request=proof.request,
        status=proof.status,
        headers=proof.headers,
        body=proof.body,
        public_key=EXCHANGE.public_text,
    )
    assert again == proof


def test_an_answer_fits_no_other_request_status_body_or_key() -> None:
    request = verified(signed())
    headers = answered(request)

    def check(request=request, status=200, body=b"{}", key=EXCHANGE) -> object:
        return verify_response(request=request, status=status, headers=headers, body=body, public_key=key.public_text)

    assert check()
    other_id = "0192f000-0000-7000-8000-000000000002"
    others = [
        binding_of("PUT", TARGET, list(signed(created=NOW + 1).items())),
        binding_of("PUT", TARGET, list(signed(body=b"x").items())),
        binding_of("GET", TARGET, list(signed(method="GET").items())),
        binding_of("PUT", TARGET + "2", list(signed(target=TARGET + "2").items())),
        binding_of(
            "PUT",
            TARGET,
            list(
                sign_request(KEY, method="PUT", target=TARGET, body=BODY, idempotency_key=other_id, created=NOW).items()
            ),
        ),
        binding_of(
            "PUT",
            TARGET,
            list(sign_request(OTHER, method="PUT", target=TARGET, body=BODY, idempotency_key=ID, created=NOW).items()),
        ),
    ]
    assert [reason_of(check, request=other) for other in others] == ["signature"] * len(others)
    assert reason_of(check, status=201) == "signature"
    assert reason_of(check, body=b"{} ") == "digest"
    assert reason_of(check, key=OTHER) == "key"


def test_a_request_signature_does_not_pass_as_an_answer_and_the_other_way_round() -> None:
    request = verified(signed())
    as_answer = [pair for pair in signed(body=b"{}").items() if pair[0] != "Idempotency-Key"]
    assert (
        reason_of(
            verify_response, request=request, status=200, headers=as_answer, body=b"{}", public_key=KEY.public_text
        )
        == "malformed"
    )
    assert reason_of(verified, [*answered(request), ("Idempotency-Key", f'"{ID}"')], body=b"{}") == "malformed"


def test_the_key_never_shows_its_secret() -> None:
    assert repr(KEY) == str(KEY) == f"SigningKey({KEY.keyid})"
    assert keyid_of(KEY.public_text) == KEY.keyid


def test_key_names_are_jwk_thumbprints() -> None:
    # the example of RFC 8037, appendix A.3
    assert keyid_of("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo") == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


@pytest.mark.parametrize(
    ("target", "authority"),
    [
        ("https://Exchange.Example:443/v1/time", "exchange.example"),
        ("http://127.0.0.1:80/", "127.0.0.1"),
        ("https://exchange.example:8443/", "exchange.example:8443"),
        ("http://[::1]:8123/", "[::1]:8123"),
        ("http://user:a@b@127.0.0.1:8123?x=/", "127.0.0.1:8123"),
        ("https://exchange.example#/x", "exchange.example"),
        ("http://[::1", "[::1"),
    ],
)
def test_authorities_are_normalised(target: str, authority: str) -> None:
    assert authority_of(target) == authority


class _Keys(reference.HTTPSignatureKeyResolver):
    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes(range(32)))

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        source = KEY if key_id == KEY.keyid else EXCHANGE
        return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(source.public_text + "="))


REQUEST_COMPONENTS = ("@method", "@authority", "@target-uri", "content-type", "content-digest", "idempotency-key")
paths = st.from_regex(r"/[a-z0-9/_.~-]{0,40}(\?[a-z0-9=&%]{0,20})?", fullmatch=True).filter(
    lambda path: "%" not in path
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    path=paths, body=st.binary(max_size=200), method=st.sampled_from(["GET", "PUT", "DELETE"]), host=st.integers(1, 9)
)
def test_requests_agree_with_an_independent_implementation_both_ways(
    path: str, body: bytes, method: str, host: int
) -> None:
    target = f"https://host{host}.example:8443{path}"
    created = int(datetime.datetime.now().timestamp())
    ours = sign_request(KEY, method=method, target=target, body=body, idempotency_key=ID, created=created)
    message = SimpleNamespace(method=method, url=target, headers=dict(ours), body=body)
    verifier = reference.HTTPMessageVerifier(signature_algorithm=reference.algorithms.ED25519, key_resolver=_Keys())
    results = verifier.verify(message, expect_tag="bidwright", require_components=list(REQUEST_COMPONENTS))
    assert len(results) == 1

    unsigned = {name: ours[name] for name in ("Content-Type", "Idempotency-Key")}
    theirs = SimpleNamespace(method=method, url=target, headers=unsigned, body=body)
    reference.HTTPMessageSigner(signature_algorithm=reference.algorithms.ED25519, key_resolver=_Keys()).sign(
        theirs,
        key_id=KEY.keyid,
        created=datetime.datetime.fromtimestamp(created),
        label="bid",
        tag="bidwright",
        include_alg=True,
        covered_component_ids=REQUEST_COMPONENTS,
        body=body,
    )
    assert verified(dict(theirs.headers), method=method, target=target, body=body, now=created)
    assert theirs.headers["Signature"] == ours["Signature"]


def test_answers_agree_with_an_independent_implementation() -> None:
    created = int(datetime.datetime.now().timestamp())
    request_headers = signed(created=created)
    request = binding_of("PUT", TARGET, list(request_headers.items()))
    headers = sign_response(
        EXCHANGE, request=request, status=200, body=b"{}", content_type="application/json", created=created
    )
    message = SimpleNamespace(
        status_code=200,
        headers=headers,
        body=b"{}",
        request=SimpleNamespace(method="PUT", url=TARGET, headers=request_headers, body=BODY),
    )
    verifier = reference.HTTPMessageVerifier(signature_algorithm=reference.algorithms.ED25519, key_resolver=_Keys())
    assert len(verifier.verify(message, expect_tag="bidwright")) == 1


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_flipping_any_character_of_a_signed_header_is_refused(data: st.DataObject) -> None:
    headers = signed()
    name = data.draw(st.sampled_from(sorted(headers)))
    value = headers[name]
    at = data.draw(st.integers(0, len(value) - 1))
    char = data.draw(st.characters(codec="latin-1").filter(lambda c: c != value[at]))
    headers[name] = value[:at] + char + value[at + 1 :]
    with pytest.raises(SignatureError):
        verified(headers)


def test_ids_made_in_one_millisecond_differ_and_sort_by_time() -> None:
    early, late = new_client_id(1_790_000_000_000), new_client_id(1_790_000_000_001)
    assert early < late
    assert len({new_client_id(1_790_000_000_000) for _ in range(1000)}) == 1000
