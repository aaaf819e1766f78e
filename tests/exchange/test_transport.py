"""The transport: which addresses it takes, which certificates, and that nothing outlasts the deadline."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from auction_client.exchange.transport import Transport, TransportError


@pytest.mark.parametrize(
    "address",
    [
        "http://exchange.example",
        "http://10.0.0.1:8000",
        "ftp://127.0.0.1",
        "127.0.0.1:8000",
        "https://user:secret@exchange.example",
        "https://exchange.example/some/path",
        "https://",
        "",
    ],
)
def test_an_unusable_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        Transport(address)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000", "http://localhost:1", "http://[::1]:8", "https://x.example"]
)
def test_a_usable_address_is_taken(address: str) -> None:
    assert Transport(address).base_url == address


class Authority:
    """A certificate authority for one test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test authority")])
        self._name = name
        self.file = folder / f"authority{id(self)}.pem"
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self._key.public_key())
            .serial_number(1)
            .not_valid_before(now - timedelta(days=9))
            .not_valid_after(now + timedelta(days=9))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False)
            .add_extension(x509.KeyUsage(False, False, False, False, False, True, True, False, False), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def certificate(self, address: str, days: int = 9) -> Path:
        """Key and certificate for an address, in one file."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.now(UTC)
        san = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([]))
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=8))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(san, critical=True)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        file = self._folder / "server.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        return file


@contextmanager
def serving(answer: bytes, context: ssl.SSLContext | None = None, *, hold: bool = False) -> Iterator[int]:
    """A server that gives the same bytes to everybody; yields its port."""
    listener = socket.create_server(("127.0.0.1", 0))
    ending = threading.Event()

    def serve() -> None:
        while not ending.is_set():
            with suppress(OSError):
                connection, _ = listener.accept()
                with connection, suppress(OSError):
                    connection.settimeout(2)
                    wrapped = context.wrap_socket(connection, server_side=True) if context else connection
                    with wrapped:
                        if not hold:
                            wrapped.recv(65536)
                            wrapped.sendall(answer)
                        else:
                            ending.wait(60)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        ending.set()
        with suppress(OSError):
            socket.create_connection(listener.getsockname(), 1).close()
        thread.join()
        listener.close()


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


def server_context(file: Path, version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    context.maximum_version = version
    return context


def fetch(port: int, cafile: Path | None, scheme: str = "https", timeout: float = 2.0) -> bytes:
    transport = Transport(f"{scheme}://127.0.0.1:{port}", cafile=str(cafile) if cafile else None)
    return transport.send("GET", "/", {}, b"", timeout=timeout, cap=100).body


def test_a_valid_certificate_is_accepted(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with serving(ANSWER, server_context(authority.certificate("127.0.0.1"))) as port:
        assert fetch(port, authority.file) == b"{}"


def test_the_wrong_host_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with (
        serving(ANSWER, server_context(authority.certificate("127.0.0.2"))) as port,
        pytest.raises(TransportError, match="certificate is not valid"),
    ):
        fetch(port, authority.file)


def test_an_expired_certificate_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with (
        serving(ANSWER, server_context(authority.certificate("127.0.0.1", days=-1))) as port,
        pytest.raises(TransportError, match="certificate is not valid"),
    ):
        fetch(port, authority.file)


def test_an_unknown_authority_is_refused(tmp_path: Path) -> None:
    with (
        serving(ANSWER, server_context(Authority(tmp_path).certificate("127.0.0.1"))) as port,
        pytest.raises(TransportError, match="certificate is not valid"),
    ):
        fetch(port, None)


def test_old_tls_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with pytest.warns(DeprecationWarning, match="deprecated"):
        context = server_context(authority.certificate("127.0.0.1"), ssl.TLSVersion.TLSv1_1)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with serving(ANSWER, context) as port, pytest.raises(TransportError, match="secure connection"):
        fetch(port, authority.file)


def test_plain_http_where_tls_was_asked_for_is_refused(tmp_path: Path) -> None:
    with serving(ANSWER) as port, pytest.raises(TransportError):
        fetch(port, None)


def test_a_handshake_that_never_ends_meets_the_deadline(tmp_path: Path) -> None:
    with serving(ANSWER, hold=True) as port:
        began = time.monotonic()
        with pytest.raises(TransportError):
            fetch(port, None, timeout=0.3)
        assert time.monotonic() - began < 20, "it is held for a minute"


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(ANSWER) as port:
        assert fetch(port, None, "http") == b"{}"


def test_nobody_at_the_address_is_said_plainly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with pytest.raises(TransportError, match="nobody answers"):
        fetch(port, None, "http")


def test_what_the_server_wrote_is_never_repeated_in_an_error() -> None:
    with serving(b"HTTP/1.1 <img src=x> secret\r\n\r\n") as port, pytest.raises(TransportError) as caught:
        fetch(port, None, "http")
    assert "secret" not in str(caught.value)
    assert "<" not in str(caught.value)
