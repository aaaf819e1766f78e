"""A new key for the same account: at no crash and no lost answer is there a moment without a key that works."""

from __future__ import annotations

import io
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from auction_client.exchange.client import NoProof
from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.keys import KeyStore, KeyStoreError, PassphraseFile, SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.protocol import ACCOUNT_KEY
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import State
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import GPU_PRICES, a_bid, drop, pump_until


def opened(folder: Path, exchange: HttpExchange, store: KeyStore) -> OrderDesk:
    return open_desk(folder, exchange.url, store, gpu_prices=GPU_PRICES, token_prices={}, timeout=1.0)


def no_request_about_keys(handler: BaseHTTPRequestHandler, _answer: Callable[[], None]) -> bool:
    if handler.path == ACCOUNT_KEY:
        drop(handler)
    return handler.path == ACCOUNT_KEY


def no_answer_about_keys(handler: BaseHTTPRequestHandler, answer: Callable[[], None]) -> bool:
    if handler.path == ACCOUNT_KEY:
        handler.wfile = io.BytesIO()  # the exchange acts, its answer goes nowhere
        answer()
        drop(handler)
    return handler.path == ACCOUNT_KEY


class FailsToSave(SessionStore):
    """A store that, while `fails`, takes no key."""

    fails = False

    def save(self, key: SigningKey) -> None:
        if self.fails:
            raise KeyStoreError("the disk is full")
        super().save(key)


def test_the_account_goes_on_under_the_new_key(tmp_path: Path, exchange: HttpExchange) -> None:
    store = SessionStore()
    desk = opened(tmp_path, exchange, store)
    before = desk.confirm(a_bid(8))
    pump_until(desk, before, State.ACKED)
    old, account = desk.client.key.keyid, desk.status().account
    new = desk.rotate_key()
    assert new == desk.client.key.keyid != old
    assert set(exchange.public_keys) == {new}
    pump_until(desk, desk.confirm(a_bid(9)), State.ACKED)
    desk.close()
    again = opened(tmp_path, exchange, store)
    again.cancel(before)
    pump_until(again, before, State.CANCELLED)
    assert again.status().account == account
    assert again.audit_faults() == []
    again.close()


def test_a_second_rotation_follows_the_first(tmp_path: Path, exchange: HttpExchange) -> None:
    desk = opened(tmp_path, exchange, SessionStore())
    desk.pump()
    keys = {desk.client.key.keyid, desk.rotate_key(), desk.rotate_key()}
    assert len(keys) == 3
    desk.close()


@pytest.mark.parametrize("fault", [no_request_about_keys, no_answer_about_keys])
@pytest.mark.parametrize("restart", [True, False])
def test_a_rotation_without_an_answer_is_finished_at_the_next_connection(
    tmp_path: Path, exchange: HttpExchange, fault: Callable[..., bool], *, restart: bool
) -> None:
    store = SessionStore()
    desk = opened(tmp_path, exchange, store)
    desk.pump()
    old = desk.client.key.keyid
    exchange.fault = fault
    with pytest.raises(NoProof):
        desk.rotate_key()
    exchange.fault = None
    if restart:
        desk.close()
        desk = opened(tmp_path, exchange, store)
        desk.pump()
    else:
        desk.rotate_key()
    assert desk.client.key.keyid != old
    assert set(exchange.public_keys) == {desk.client.key.keyid}
    pump_until(desk, desk.confirm(a_bid(8)), State.ACKED)
    desk.close()


def test_a_key_that_could_not_take_its_place_is_found_beside_it(tmp_path: Path, exchange: HttpExchange) -> None:
    store = FailsToSave()
    desk = opened(tmp_path, exchange, store)
    desk.pump()
    store.beside().save(SigningKey.generate())
    store.fails = True
    with pytest.raises(KeyStoreError):
        desk.rotate_key()
    desk.close()
    store.fails = False
    again = opened(tmp_path, exchange, store)
    pump_until(again, again.confirm(a_bid(8)), State.ACKED)
    assert store.load() is not None
    assert store.beside().load() is None
    again.close()


def test_a_passphrase_file_has_room_for_the_next_key(tmp_path: Path) -> None:
    store = PassphraseFile(tmp_path / "key.json", "correct horse")
    first, second = SigningKey.generate(), SigningKey.generate()
    store.save(first)
    store.beside().save(second)
    kept, waiting = store.load(), store.beside().load()
    assert kept is not None
    assert waiting is not None
    assert (kept.keyid, waiting.keyid) == (first.keyid, second.keyid)
    store.beside().forget()
    store.beside().forget()
    assert store.beside().load() is None
