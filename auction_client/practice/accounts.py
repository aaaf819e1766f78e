"""Accounts and their keys: one account for each public key, opened at first contact."""

from __future__ import annotations

import threading
from datetime import datetime

from sqlalchemy import insert, select

from auction_client.exchange.protocol import Enrolment
from auction_client.exchange.signing import keyid_of
from auction_client.exchange.wire import sha256_hex
from auction_client.practice.store.database import Database
from auction_client.practice.store.schema import accounts, instant, micros
from auction_client.practice.store.session import Session


class Accounts:
    """Finds keys and accounts. Look-ups are safe from any thread; enrolment is a job of the writer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, tuple[str, str]] = {}
        self._lock = threading.Lock()

    def of_key(self, keyid: str) -> tuple[str, str] | None:
        """(account, public key) of an enrolled key, else None."""
        found = self._known.get(keyid)
        if found is None:
            with self._database.reading() as connection:
                row = connection.execute(
                    select(accounts.c.account, accounts.c.public_key).where(accounts.c.keyid == keyid)
                ).one_or_none()
            if row is None:
                return None
            found = (row.account, row.public_key)
            with self._lock:
                self._known[keyid] = found
        return found

    def enrol(self, session: Session, *, public_key: str, label: str, now: datetime) -> Enrolment:
        """The key's account; a fresh one for a key that has none. The first label stays."""
        keyid = keyid_of(public_key)
        row = session.connection.execute(select(accounts).where(accounts.c.keyid == keyid)).one_or_none()
        if row is not None:
            return Enrolment(account=row.account, keyid=keyid, enrolled_at=instant(row.enrolled_at))
        account = f"acct-{sha256_hex(public_key.encode())[:20]}"
        session.connection.execute(
            insert(accounts).values(
                account=account, keyid=keyid, public_key=public_key, label=label, enrolled_at=micros(now)
            )
        )
        return Enrolment(account=account, keyid=keyid, enrolled_at=now)
