"""Where the account's signing key lives: in the system's keyring, in a passphrase file, or in memory for one session.

Never in plain text on disk. Where no keyring works, the session-only store is used and says so.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import keyring
import keyring.errors
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import WireError, read_json

SERVICE = "bidwright"
_SCRYPT_COST = 1 << 15  # 32 MB and about 0.1 s
_FILE_CONTEXT = b"bidwright key file 1"


class KeyStoreError(RuntimeError):
    """The key cannot be read or kept. The text says what to do."""


class KeyStore(Protocol):
    """One place that keeps one key."""

    @property
    def kept(self) -> str:
        """Plain words for where the key is kept."""
        ...

    def load(self) -> SigningKey | None:
        """The key, or None if none was kept. Raises KeyStoreError."""
        ...

    def save(self, key: SigningKey) -> None:
        """Keeps the key. Raises KeyStoreError."""
        ...

    def beside(self) -> KeyStore:
        """The place beside this one, where the key that is to follow waits until the exchange knows it."""
        ...

    def forget(self) -> None:
        """Drops the key. Raises KeyStoreError."""
        ...


class KeyringStore:
    """The system's keyring, under the name of the exchange's outbox."""

    kept = "in this system's keyring"

    def __init__(self, name: str) -> None:
        self._name = name

    def load(self) -> SigningKey | None:
        """The key from the keyring."""
        try:
            text = keyring.get_password(SERVICE, self._name)
        except keyring.errors.KeyringError as error:
            raise KeyStoreError(f"the system's keyring does not open ({type(error).__name__})") from None
        return None if text is None else _key_of(text)

    def save(self, key: SigningKey) -> None:
        """Keeps the key in the keyring and reads it back."""
        try:
            keyring.set_password(SERVICE, self._name, base64.b64encode(key.seed()).decode())
            kept = keyring.get_password(SERVICE, self._name)
        except keyring.errors.KeyringError as error:
            raise KeyStoreError(f"the system's keyring does not take the key ({type(error).__name__})") from None
        if kept is None or _key_of(kept).keyid != key.keyid:
            raise KeyStoreError("the system's keyring did not keep the key")

    def beside(self) -> KeyStore:
        """Another entry of the keyring."""
        return KeyringStore(f"{self._name} (next)")

    def forget(self) -> None:
        """Deletes the entry."""
        try:
            keyring.delete_password(SERVICE, self._name)
        except keyring.errors.PasswordDeleteError:
            return  # there was none
        except keyring.errors.KeyringError as error:
            raise KeyStoreError(f"the system's keyring does not let go of a key ({type(error).__name__})") from None


class PassphraseFile:
    """A file that holds the key encrypted with AES-256-GCM under scrypt of a passphrase."""

    kept = "in a file that your passphrase opens"

    def __init__(self, path: Path, passphrase: str) -> None:
        if len(passphrase) < 8:
            raise KeyStoreError("the passphrase is too short: use 8 characters or more")
        self._path, self._passphrase = path, passphrase

    def load(self) -> SigningKey | None:
        """The key, if the file exists and the passphrase opens it."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KeyStoreError(f"the key file {self._path} cannot be read ({error.strerror})") from None
        try:
            parts = read_json(data)
            salt, nonce, sealed = (base64.b64decode(parts[name], validate=True) for name in ("salt", "nonce", "sealed"))
            return SigningKey.from_seed(AESGCM(self._derive(salt)).decrypt(nonce, sealed, _FILE_CONTEXT))
        except InvalidTag:
            raise KeyStoreError("the passphrase does not open the key file, or the file was changed") from None
        except (WireError, KeyError, TypeError, ValueError):
            raise KeyStoreError(f"the key file {self._path} is damaged; restore it from a copy") from None

    def save(self, key: SigningKey) -> None:
        """Writes the file beside itself, syncs it, and moves it into place."""
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        sealed = AESGCM(self._derive(salt)).encrypt(nonce, key.seed(), _FILE_CONTEXT)
        parts = {"salt": salt, "nonce": nonce, "sealed": sealed}
        text = json.dumps({name: base64.b64encode(part).decode() for name, part in parts.items()})
        try:
            handle, temporary = tempfile.mkstemp(dir=self._path.parent)  # mode 0600
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self._path)
        except OSError as error:
            raise KeyStoreError(f"the key file {self._path} cannot be written ({error.strerror})") from None

    def beside(self) -> KeyStore:
        """Another file under the same passphrase."""
        return PassphraseFile(self._path.with_suffix(".next.json"), self._passphrase)

    def forget(self) -> None:
        """Deletes the file."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise KeyStoreError(f"the key file {self._path} cannot be deleted ({error.strerror})") from None

    def _derive(self, salt: bytes) -> bytes:
        return Scrypt(salt=salt, length=32, n=_SCRYPT_COST, r=8, p=1).derive(self._passphrase.encode())


class SessionStore:
    """Memory only: the key is gone when the program ends."""

    kept = "for this session only: no keyring works here, so the key is gone when the program ends"

    def __init__(self) -> None:
        self._key: SigningKey | None = None
        self._beside: SessionStore | None = None

    def load(self) -> SigningKey | None:
        """The key of this session."""
        return self._key

    def save(self, key: SigningKey) -> None:
        """Keeps the key until the program ends."""
        self._key = key

    def beside(self) -> KeyStore:
        """Another place in memory."""
        self._beside = self._beside or SessionStore()
        return self._beside

    def forget(self) -> None:
        """Drops the key."""
        self._key = None


@dataclass(frozen=True)
class HeldKey:
    """The key in use, plain words for where it is kept, and whether it was made just now."""

    key: SigningKey
    kept: str
    fresh: bool


def hold_key(store: KeyStore) -> HeldKey:
    """The key of a store, made at first start. Raises KeyStoreError."""
    key = store.load()
    if key is not None:
        return HeldKey(key, store.kept, fresh=False)
    key = SigningKey.generate()
    store.save(key)
    return HeldKey(key, store.kept, fresh=True)


def best_store(name: str, folder: Path, passphrase: str | None = None) -> KeyStore:
    """The passphrase file if a passphrase is given, else the keyring if one works, else memory only."""
    if passphrase is not None:
        return PassphraseFile(folder / "key.json", passphrase)
    store = KeyringStore(name)
    try:
        store.load()
    except KeyStoreError:
        return SessionStore()
    return store


def _key_of(text: str) -> SigningKey:
    try:
        return SigningKey.from_seed(base64.b64decode(text, validate=True))
    except ValueError:
        raise KeyStoreError("the key in the system's keyring is damaged") from None
