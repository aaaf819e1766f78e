"""Keys: kept where they are safe, said plainly where they are not, never in plain text."""

from __future__ import annotations

import base64
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import pytest

from auction_client.exchange.keys import (
    KeyringStore,
    KeyStoreError,
    PassphraseFile,
    SessionStore,
    best_store,
    hold_key,
)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that works, for this test only."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, *, forgets: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.kept[service, username] = password


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    made = MemoryKeyring()
    monkeypatch.setattr(keyring.core, "_keyring_backend", made)
    return made


@pytest.fixture
def no_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())


def test_a_key_is_made_once_and_found_again(backend: MemoryKeyring) -> None:
    first = hold_key(KeyringStore("desk"))
    again = hold_key(KeyringStore("desk"))
    assert first.fresh
    assert not again.fresh
    assert first.key.keyid == again.key.keyid
    assert hold_key(KeyringStore("other")).key.keyid != first.key.keyid


def test_a_keyring_that_forgets_is_noticed(backend: MemoryKeyring) -> None:
    backend.forgets = True
    with pytest.raises(KeyStoreError, match="did not keep"):
        hold_key(KeyringStore("desk"))


def test_a_damaged_key_is_not_replaced_in_silence(backend: MemoryKeyring) -> None:
    hold_key(KeyringStore("desk"))
    backend.kept["bidwright", "desk"] = "AAAA"
    with pytest.raises(KeyStoreError, match="damaged"):
        hold_key(KeyringStore("desk"))


def test_without_a_keyring_the_key_lives_for_the_session_and_that_is_said(no_backend: None, tmp_path: Path) -> None:
    store = best_store("desk", tmp_path)
    assert isinstance(store, SessionStore)
    held = hold_key(store)
    assert "this session only" in held.kept
    assert hold_key(store).key.keyid == held.key.keyid
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_file_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    held = hold_key(PassphraseFile(path, "correct horse"))
    assert hold_key(PassphraseFile(path, "correct horse")).key.keyid == held.key.keyid
    with pytest.raises(KeyStoreError, match="does not open"):
        hold_key(PassphraseFile(path, "wrong horse!"))
    assert path.stat().st_mode & 0o077 == 0


def test_the_secret_is_nowhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    seed = hold_key(PassphraseFile(path, "correct horse")).key.seed()
    data = path.read_bytes()
    for form in (seed, seed.hex().encode(), base64.b64encode(seed), base64.urlsafe_b64encode(seed)):
        assert form not in data


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"salt":"","nonce":"","sealed":""}', b"\xff", b'{"salt":1}'])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "key.json"
    path.write_bytes(data)
    with pytest.raises(KeyStoreError):
        hold_key(PassphraseFile(path, "correct horse"))
    assert path.read_bytes() == data


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    hold_key(PassphraseFile(path, "correct horse"))
    text = path.read_text()
    at = text.index("sealed") + 12
    path.write_text(text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :])
    with pytest.raises(KeyStoreError, match="was changed"):
        hold_key(PassphraseFile(path, "correct horse"))


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyStoreError, match="8 characters"):
        PassphraseFile(tmp_path / "key.json", "short")


def test_a_folder_that_cannot_be_written_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(KeyStoreError, match="cannot be written"):
        hold_key(PassphraseFile(tmp_path / "missing" / "key.json", "correct horse"))
