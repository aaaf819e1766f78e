"""HTTP message signatures (RFC 9421) with content digests (RFC 9530): Ed25519, in exactly one profile.

Verification never interprets what a message claims to cover: it rebuilds the only signature base that the profile
allows and checks that. A request covers its method, authority, full target, content type, body digest and idempotency
key. A response covers its status, content type and body digest, and (``;req``) the method, target, idempotency key,
body digest and signature input of the request it answers, so it fits no other request, account or moment.

Bodies are always digested, the empty one too, and ``Content-Type`` is always sent: one profile for every request.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

TAG = "bidwright"
LABEL = "bid"
WINDOW_SECONDS = 30
"""How far the `created` of a request may lie from the exchange's clock."""

Headers = Iterable[tuple[str, str]]

_REQUEST_COVERS = '("@method" "@authority" "@target-uri" "content-type" "content-digest" "idempotency-key")'
_RESPONSE_COVERS = (
    '("@status" "content-type" "content-digest" "@method";req "@target-uri";req "idempotency-key";req '
    '"content-digest";req "signature-input";req)'
)
_PARAMETERS = r';created=([0-9]{10});keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="' + TAG + '"'
_REQUEST_INPUT = re.compile(LABEL + "=" + re.escape(_REQUEST_COVERS) + _PARAMETERS)
_RESPONSE_INPUT = re.compile(LABEL + "=" + re.escape(_RESPONSE_COVERS) + _PARAMETERS)
_SIGNATURE = re.compile(LABEL + r"=:([A-Za-z0-9+/]{86}==):")
_DIGEST = re.compile(r"sha-256=:[A-Za-z0-9+/]{43}=:")
_IDEMPOTENCY_KEY = re.compile(r'"([0-9a-f-]{36})"')
_METHOD = re.compile(r"[A-Z]{1,16}")
_TARGET = re.compile(r"https?://[!-~]{1,2000}")
_AUTHORITY = re.compile(r"(https?)://(?:[^/?#]*@)?([^/?#]*)")
_CONTENT_TYPE = re.compile(r"[a-z0-9+./-]{1,80}")
_SIGNED_HEADERS = ("content-type", "content-digest", "idempotency-key", "signature-input", "signature")


class SignatureError(ValueError):
    """The message is not signed as the profile demands. `reason` is one of: missing, duplicate, malformed, digest,
    created, key, signature."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


class SigningKey:
    """An Ed25519 private key that never shows itself."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public_text = _base64url(private.public_key().public_bytes_raw())
        self.keyid = keyid_of(self.public_text)

    @classmethod
    def generate(cls) -> SigningKey:
        """A fresh key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """The key of a 32-byte seed. Raises ValueError for another length."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def seed(self) -> bytes:
        """The 32 secret bytes, for the key store only."""
        return self._private.private_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """64 bytes of signature."""
        return self._private.sign(message)

    def __repr__(self) -> str:
        return f"SigningKey({self.keyid})"


@dataclass(frozen=True)
class RequestSignature:
    """What a request's headers carried, as far as its answer is bound to it."""

    method: str
    target: str
    idempotency_key: str
    content_digest: str
    signature_input: str
    signature: str
    keyid: str
    created: int


@dataclass(frozen=True)
class Proof:
    """A verified answer with all that another person needs to verify it again: the request it is bound to, the body,
    and the exchange's signature. `headers` are the answer's signed headers."""

    request: RequestSignature
    status: int
    body: bytes = field(repr=False)
    headers: tuple[tuple[str, str], ...]
    keyid: str
    created: int


@lru_cache(maxsize=4096)
def keyid_of(public_text: str) -> str:
    """The JWK thumbprint (RFC 7638) of an Ed25519 public key given in base64url: how keys are named."""
    jwk = json.dumps({"crv": "Ed25519", "kty": "OKP", "x": public_text}, separators=(",", ":"), sort_keys=True)
    return _base64url(hashlib.sha256(jwk.encode()).digest())


def content_digest(body: bytes) -> str:
    """The Content-Digest header (RFC 9530) of a body."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def sign_request(
    key: SigningKey,
    *,
    method: str,
    target: str,
    body: bytes,
    idempotency_key: str,
    created: int,
    content_type: str = "application/json",
) -> dict[str, str]:
    """The five headers that sign a request. `target` is the full URL as it will be sent, `created` Unix seconds."""
    digest = content_digest(body)
    quoted = f'"{idempotency_key}"'
    parameters = f'{_REQUEST_COVERS};created={created};keyid="{key.keyid}";alg="ed25519";tag="{TAG}"'
    base = _request_base(method, target, content_type, digest, quoted, parameters)
    return {
        "Content-Type": content_type,
        "Content-Digest": digest,
        "Idempotency-Key": quoted,
        "Signature-Input": f"{LABEL}={parameters}",
        "Signature": f"{LABEL}=:{base64.b64encode(key.sign(base)).decode()}:",
    }


def verify_request(
    *,
    method: str,
    target: str,
    headers: Headers,
    body: bytes,
    public_key_of: Callable[[str], str | None],
    now: int | None,
    window: int = WINDOW_SECONDS,
) -> RequestSignature:
    """Checks a request. `public_key_of` gives the public key (base64url) of a keyid or None; `now` is Unix seconds,
    None where any time is right. Raises SignatureError."""
    found = _signed_headers(headers)
    parts = _request_signature(method, target, found)
    if not _CONTENT_TYPE.fullmatch(found["content-type"]):
        _fail("malformed", "Content-Type is not a plain media type")
    if parts.content_digest != content_digest(body):
        _fail("digest", "Content-Digest is not the digest of the body")
    if now is not None and abs(now - parts.created) > window:
        _fail(
            "created", f"signed {parts.created - now:+d} s from the exchange's clock; at most {window} s are accepted"
        )
    public = public_key_of(parts.keyid)
    if public is None:
        _fail("key", "the key is not known here")
    parameters = parts.signature_input.removeprefix(f"{LABEL}=")
    base = _request_base(
        method, target, found["content-type"], parts.content_digest, f'"{parts.idempotency_key}"', parameters
    )
    _check(public, parts.keyid, found["signature"], base)
    return parts


def binding_of(method: str, target: str, headers: Headers) -> RequestSignature:
    """The parts of a request that its answer is bound to, read without verifying them: an answer to a refused request
    is signed too. Raises SignatureError where the headers do not follow the profile."""
    return _request_signature(method, target, _signed_headers(headers))


def sign_response(
    key: SigningKey, *, request: RequestSignature, status: int, body: bytes, content_type: str, created: int
) -> dict[str, str]:
    """The four headers that sign an answer to a request."""
    digest = content_digest(body)
    parameters = f'{_RESPONSE_COVERS};created={created};keyid="{key.keyid}";alg="ed25519";tag="{TAG}"'
    base = _response_base(request, status, content_type, digest, parameters)
    return {
        "Content-Type": content_type,
        "Content-Digest": digest,
        "Signature-Input": f"{LABEL}={parameters}",
        "Signature": f"{LABEL}=:{base64.b64encode(key.sign(base)).decode()}:",
    }


def verify_response(*, request: RequestSignature, status: int, headers: Headers, body: bytes, public_key: str) -> Proof:
    """Checks that the holder of `public_key` gave exactly this answer to this request. Raises SignatureError."""
    found = _signed_headers(headers, without="idempotency-key")
    matched = _RESPONSE_INPUT.fullmatch(found["signature-input"])
    if not matched:
        _fail("malformed", "Signature-Input of the answer is not of the profile")
    if not _CONTENT_TYPE.fullmatch(found["content-type"]):
        _fail("malformed", "Content-Type of the answer is not a plain media type")
    if found["content-digest"] != content_digest(body):
        _fail("digest", "Content-Digest is not the digest of the answer's body")
    if matched[2] != keyid_of(public_key):
        _fail("key", "the answer is signed by another key than the exchange's")
    parameters = found["signature-input"].removeprefix(f"{LABEL}=")
    base = _response_base(request, status, found["content-type"], found["content-digest"], parameters)
    _check(public_key, matched[2], found["signature"], base)
    return Proof(request, status, body, tuple(sorted(found.items())), matched[2], int(matched[1]))


def _request_signature(method: str, target: str, found: dict[str, str]) -> RequestSignature:
    if not _METHOD.fullmatch(method) or not _TARGET.fullmatch(target):
        _fail("malformed", "the method or the target is not plain")
    matched = _REQUEST_INPUT.fullmatch(found["signature-input"])
    if not matched:
        _fail("malformed", "Signature-Input is not of the profile")
    key = _IDEMPOTENCY_KEY.fullmatch(found["idempotency-key"])
    if not key:
        _fail("malformed", "Idempotency-Key is not a quoted UUID")
    if not _DIGEST.fullmatch(found["content-digest"]):
        _fail("malformed", "Content-Digest is not one sha-256")
    return RequestSignature(
        method,
        target,
        key[1],
        found["content-digest"],
        found["signature-input"],
        found["signature"],
        matched[2],
        int(matched[1]),
    )


def _request_base(method: str, target: str, content_type: str, digest: str, quoted_key: str, parameters: str) -> bytes:
    return (
        f'"@method": {method}\n"@authority": {authority_of(target)}\n"@target-uri": {target}\n'
        f'"content-type": {content_type}\n"content-digest": {digest}\n"idempotency-key": {quoted_key}\n'
        f'"@signature-params": {parameters}'
    ).encode("ascii")


def _response_base(request: RequestSignature, status: int, content_type: str, digest: str, parameters: str) -> bytes:
    return (
        f'"@status": {status}\n"content-type": {content_type}\n"content-digest": {digest}\n'
        f'"@method";req: {request.method}\n"@target-uri";req: {request.target}\n'
        f'"idempotency-key";req: "{request.idempotency_key}"\n"content-digest";req: {request.content_digest}\n'
        f'"signature-input";req: {request.signature_input}\n"@signature-params": {parameters}'
    ).encode("ascii")


def authority_of(target: str) -> str:
    """The normalised authority of a URL: lower case, without the scheme's default port."""
    matched = _AUTHORITY.match(target)
    scheme, host = matched.groups() if matched else ("", "")
    return host.lower().removesuffix(":443" if scheme == "https" else ":80")


def _signed_headers(headers: Headers, without: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in headers:
        lower = name.lower()
        if lower not in _SIGNED_HEADERS or lower == without:
            continue
        if lower in found:
            _fail("duplicate", f"the header {lower} stands twice")
        if not value.isascii() or not value.isprintable():
            _fail("malformed", f"the header {lower} is not plain text")
        found[lower] = value
    for lower in _SIGNED_HEADERS:
        if lower not in found and lower != without:
            _fail("missing", f"the header {lower} is missing")
    return found


def _check(public_text: str, keyid: str, signature: str, base: bytes) -> None:
    matched = _SIGNATURE.fullmatch(signature)
    if not matched:
        _fail("malformed", "Signature is not of the profile")
    if keyid_of(public_text) != keyid:
        _fail("key", "the key is not the one that keyid names")
    try:
        _public_key(public_text).verify(base64.b64decode(matched[1]), base)
    except (InvalidSignature, ValueError):
        _fail("signature", "the signature does not verify")


@lru_cache(maxsize=4096)
def _public_key(public_text: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(public_text + "="))


def is_signed(text: bytes, signature: str, public_text: str) -> bool:
    """Whether `signature` (base64) is that of a public key over a text outside HTTP."""
    try:
        _public_key(public_text).verify(base64.b64decode(signature, validate=True), text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _fail(reason: str, message: str) -> NoReturn:
    raise SignatureError(reason, message)
