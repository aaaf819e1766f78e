"""The same promises on PostgreSQL, for a team that outgrows one machine. Needs its programs on this machine."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from auction_client.practice.clock import ManualClock
from auction_client.practice.exchange import PracticeExchange
from auction_client.practice.store.database import Database, StoreInUse
from tests.practice.trading import EXCHANGE_KEY, SMALL, START, Trader, lot, submission_of, token_lot

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("initdb") and shutil.which("pg_ctl")), reason="PostgreSQL is not installed here"
    ),
]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A throw-away PostgreSQL that listens on a Unix socket only."""
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        # PostgreSQL refuses to run as root; there the system's own user for it is taken.
        user = "postgres" if os.geteuid() == 0 else None
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

        def run(*command: str) -> None:
            subprocess.run(command, check=True, capture_output=True, user=user, cwd=folder, timeout=60)

        data = str(folder / "data")
        run("initdb", "-D", data, "-A", "trust", "-U", "postgres")
        options = f"-k {folder} -c listen_addresses='' -c synchronous_commit=on"
        run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def reopened(url: str, clock: ManualClock) -> PracticeExchange:
    return PracticeExchange(Database(url), EXCHANGE_KEY, clock, SMALL)


def test_bids_auctions_and_restarts_work_the_same(url: str) -> None:
    clock = ManualClock(START)
    exchange = reopened(url, clock)
    trader = Trader(exchange)
    near = submission_of(trader.account, lot(limit="3.30"))
    answers = [pending.result() for pending in [exchange.submit(near) for _ in range(20)]]
    assert answers[0].status == 200
    assert len({answer.body for answer in answers}) == 1
    token, _ = trader.submit(token_lot(limit="0.60"))
    with pytest.raises(StoreInUse):
        Database(url)
    exchange.step()
    assert trader.status(near.client_id) == "won"
    assert trader.status(token) in ("won", "partly_won")
    before = exchange.views.positions(trader.account)
    events = exchange.views.event_page(trader.account, 0, 100)
    exchange.close()
    exchange = reopened(url, clock)
    assert exchange.submit(near).result() == answers[0]
    assert exchange.views.positions(trader.account) == before
    assert exchange.views.event_page(trader.account, 0, 100) == events
    assert [event.sequence for event in events.events] == list(range(1, len(events.events) + 1))
    exchange.close()


def test_a_failed_write_is_taken_back_whole(url: str) -> None:
    exchange = reopened(url, ManualClock(START))
    trader = Trader(exchange)

    def broken(session: object) -> None:
        exchange.accounts.enrol(session, public_key="A" * 43, label="x", now=START)  # type: ignore[arg-type]
        raise RuntimeError("planted")

    with pytest.raises(RuntimeError, match="planted"):
        exchange._writer.run(broken)
    assert trader.submit(lot(limit="3.20"))[1].status == 200
    assert exchange.views.event_page(trader.account, 0, 10).latest == 1
    exchange.close()
