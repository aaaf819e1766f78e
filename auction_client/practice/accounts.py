"""Accounts and their keys: one account for each public key, opened at first contact; the key can be replaced."""

from __future__ import annotations

import threading
from datetime import datetime

from sqlalchemy import insert, select, update

from auction_client.exchange.protocol import Enrolment
from auction_client.exchange.signing import keyid_of
from auction_client.exchange.wire import sha256_hex
from auction_client.practice.store.database import Database
from auction_client.practice.store.schema import accounts, instant, micros, retired_keys
from auction_client.practice.store.session import Session


class Accounts:
    """Finds keys and accounts. Look-ups are safe from any thread; enrolment and rotation are jobs of the writer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, tuple[str, str]] = {}
        self._rotations = 0
        self._lock = threading.Lock()

    def of_key(self, keyid: str) -> tuple[str, str] | None:
        """(account, public key) of an enrolled key, else None."""
        found = self._known.get(keyid)
        if found is None:
            before = self._rotations
            with self._database.reading() as connection:
                row = connection.execute(
                    select(accounts.c.account, accounts.c.public_key).where(accounts.c.keyid == keyid)
                ).one_or_none()
            if row is None:
                return None
            found = (row.account, row.public_key)
            with self._lock:
                if before == self._rotations:  # what was read before a rotation may be of the retired key
                    self._known[keyid] = found
        return found

    def enrolment(self, account: str) -> Enrolment:
        """An account as it stands."""
        with self._database.reading() as connection:
            row = connection.execute(select(accounts).where(accounts.c.account == account)).one()
        return Enrolment(account=row.account, keyid=row.keyid, enrolled_at=instant(row.enrolled_at))

    def enrol(self, session: Session, *, public_key: str, label: str, now: datetime) -> Enrolment | None:
        """The key's account; a fresh one for a key that has none. The first label stays. None for a retired key."""
        keyid = keyid_of(public_key)
        row = session.connection.execute(select(accounts).where(accounts.c.keyid == keyid)).one_or_none()
        if row is not None:
            return Enrolment(account=row.account, keyid=keyid, enrolled_at=instant(row.enrolled_at))
        if _retired(session, keyid):
            return None
        account = f"acct-{sha256_hex(public_key.encode())[:20]}"
        session.connection.execute(
            insert(accounts).values(
                account=account, keyid=keyid, public_key=public_key, label=label, enrolled_at=micros(now)
            )
        )
        session.new_account(account)
        session.after_commit(lambda: self._learn(keyid, account, public_key))
        return Enrolment(account=account, keyid=keyid, enrolled_at=now)

    def rotate(self, session: Session, *, account: str, old: str, public_key: str, now: datetime) -> Enrolment | None:
        """Puts a new key in the place of the account's key `old`. None if the new key is or was in use, or the old one
        is not any more."""
        keyid = keyid_of(public_key)
        row = session.connection.execute(select(accounts).where(accounts.c.account == account)).one()
        taken = session.connection.execute(select(accounts.c.account).where(accounts.c.keyid == keyid)).one_or_none()
        if row.keyid != old or taken is not None or _retired(session, keyid):
            return None
        session.connection.execute(
            update(accounts).where(accounts.c.account == account).values(keyid=keyid, public_key=public_key)
        )
        session.connection.execute(insert(retired_keys).values(keyid=old, account=account, retired_at=micros(now)))
        session.after_commit(lambda: self._forget(old))
        return Enrolment(account=account, keyid=keyid, enrolled_at=instant(row.enrolled_at))

    def _learn(self, keyid: str, account: str, public_key: str) -> None:
        with self._lock:
            self._known[keyid] = (account, public_key)

    def _forget(self, keyid: str) -> None:
        with self._lock:
            self._rotations += 1
            self._known.pop(keyid, None)


def _retired(session: Session, keyid: str) -> bool:
    found = session.connection.execute(select(retired_keys.c.keyid).where(retired_keys.c.keyid == keyid))
    return found.one_or_none() is not None
