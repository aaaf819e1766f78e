"""The practice exchange itself, without the network: accounts, bids, auctions, market data.

Three kinds of threads meet here. Jobs that change anything run on the writer thread; `step` and `refresh_indicative`
run on the caller's thread (the auction runner's) and clear there; reads run anywhere.
"""

from __future__ import annotations

import threading
import zlib
from datetime import datetime
from functools import partial

from sqlalchemy import func, insert, select

from auction_client.clearing.book import Book, book_bytes
from auction_client.exchange.market_data import AnonymousBook, Clearing, Indicative, TokenList
from auction_client.exchange.protocol import CancelReceipt, Enrolment, ExchangeInfo, KillReceipt, KillRequest
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import write_message
from auction_client.model.catalogue import Catalogue, load_catalogue
from auction_client.practice import entry
from auction_client.practice.accounts import Accounts
from auction_client.practice.auctions import (
    Result,
    clear_book,
    filled_rivals,
    open_bids,
    publish,
    result_of,
    search,
    shut_gate,
)
from auction_client.practice.calendar import horizon_start
from auction_client.practice.clock import Clock
from auction_client.practice.floor import FloorState, TradingFloor, label
from auction_client.practice.history import EVERY, PAST_AUCTIONS, past_clearings
from auction_client.practice.holdings import Coverage
from auction_client.practice.levels import Horizon
from auction_client.practice.market import Market, anonymous
from auction_client.practice.settings import Settings
from auction_client.practice.store.database import Database
from auction_client.practice.store.schema import auctions, facts, instant, micros
from auction_client.practice.store.session import Session
from auction_client.practice.store.writer import Pending, Writer
from auction_client.practice.tokens import distribute, token_list
from auction_client.practice.views import Views


class PracticeExchange:
    """One exchange on one store. Close it when done; a killed one loses nothing that it acknowledged."""

    def __init__(
        self,
        database: Database,
        key: SigningKey,
        clock: Clock,
        settings: Settings | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.key = key
        self.catalogue = catalogue or load_catalogue()
        self._clock = clock
        self._database = database
        self._writer = Writer(database.write)
        self._stepping = threading.Lock()
        self.market = Market(self._writer.run(self._seed), self.catalogue, self.settings.gpus)
        state, self._latest = self._writer.run(self._first_state)
        self.floor = TradingFloor(
            clock, self.settings.calendar, self.settings.limits, Coverage(self.market.assets), state
        )
        self.accounts = Accounts(database)
        self._indicative: Indicative | None = None
        self._kept_book: tuple[tuple[int, datetime], bytes] | None = None
        self._book_lock = threading.Lock()
        self.views = Views(database, self.market, self.floor, self.settings)

    # -- what accounts do

    def now(self) -> datetime:
        """The exchange's time."""
        return self._clock.now()

    def info(self) -> ExchangeInfo:
        """Who answers."""
        return ExchangeInfo(
            name=self.settings.name,
            public_key=self.key.public_text,
            server_time=self.now(),
            id_retention_days=entry.ID_RETENTION_DAYS,
            practice=True,
        )

    def enrol(self, public_key: str, name: str) -> Pending[Enrolment | None]:
        """An account for a key; the same one every time. None for a key whose place another has taken."""
        return self._writer.submit(partial(self.accounts.enrol, public_key=public_key, label=name, now=self.now()))

    def rotate(self, account: str, keyid: str, public_key: str) -> Pending[Enrolment | None]:
        """Another key for an account, durably; None if the new key is or was in use, or the old one is not any more."""
        return self._writer.submit(
            partial(self.accounts.rotate, account=account, old=keyid, public_key=public_key, now=self.now())
        )

    def submit(self, submission: entry.Submission) -> Pending[entry.Answer]:
        """Accepts or refuses a bid, durably."""
        key = (submission.account, submission.client_id)
        return self._writer.submit(lambda session: entry.submit(session, self.floor, submission), key)

    def cancel(self, account: str, client_id: str) -> Pending[CancelReceipt]:
        """Takes a bid back, durably."""
        return self._writer.submit(
            lambda session: entry.cancel(session, self.floor, account, client_id), (account, client_id)
        )

    def kill(self, account: str, request: KillRequest) -> Pending[KillReceipt]:
        """Sets the account's stop switch, durably."""
        return self._writer.submit(lambda session: entry.kill(session, self.floor, account, request))

    @property
    def waiting(self) -> int:
        """Jobs that wait for the writer."""
        return self._writer.waiting

    # -- auctions

    def step(self) -> Result:
        """Closes the open auction, clears it, settles it. Only one step runs at a time."""
        with self._stepping:
            gated = self._writer.run(lambda session: shut_gate(session, self.floor, self.settings.slots))
            book, outcome = clear_book(self.market, gated, self.settings.clear_seconds)
            result = result_of(self.market, gated, book, outcome, self.now())
            data = book_bytes(book)
            self._writer.run(lambda session: self._publish(session, result, data))
            if result.clearing.prices:
                self._latest = result.clearing
            return result

    def _publish(self, session: Session, result: Result, book: bytes) -> None:
        publish(session, self.floor, result, book)
        if result.number % self.settings.distribution_every == 0:
            distribute(session, self.market, result.number, self.now())

    def open_book(self) -> tuple[int, Book]:
        """The open auction's number and book, as they stand now."""
        number = self.floor.state.number
        horizon = Horizon(horizon_start(self.now()), self.settings.slots)
        with self._database.reading() as connection:
            own = open_bids(connection, label(number))
            filled = filled_rivals(connection, number)
        return number, self.market.book(number, horizon, filled, own)

    # -- market data that is made, not read

    def refresh_indicative(self) -> Indicative:
        """Clears the open auction as it stands, for its prices only."""
        now = self.now()
        number, book = self.open_book()
        outcome = search(book, number, self.settings.clear_seconds)
        self._indicative = Indicative(
            auction=label(number),
            as_of=now,
            horizon_start=book.start,
            products=book.products,
            prices=outcome.prices,
            token_prices={symbol: price for symbol, price in outcome.token_prices.items() if price is not None},
        )
        return self._indicative

    def latest_indicative(self) -> Indicative:
        """The latest indicative prices of the open auction; before there are any, those of the last clearing."""
        latest = self._indicative
        if latest is not None and latest.auction == self.floor.open_auction():
            return latest
        clearing = self._latest
        return Indicative(
            auction=self.floor.open_auction(),
            as_of=clearing.cleared_at,
            horizon_start=clearing.horizon_start,
            products=self.market.products,
            prices=clearing.prices,
            token_prices=clearing.token_prices,
        )

    def anonymous_book(self) -> bytes:
        """The open auction's book without names, as a message. Kept while nothing changes."""
        with self._book_lock:
            now = self.now()
            key = (self._writer.commits, horizon_start(now))
            if self._kept_book is None or self._kept_book[0] != key:
                number, book = self.open_book()
                message = AnonymousBook(auction=label(number), as_of=now, book=anonymous(book))
                self._kept_book = (key, write_message(message))
            return self._kept_book[1]

    def tokens(self) -> TokenList:
        """The model tokens."""
        return token_list(self._database, self.market, self.now())

    # -- the store's first moments

    def _seed(self, session: Session) -> int:
        found = session.connection.scalar(select(facts.c.value).where(facts.c.name == "seed"))
        if found is None:
            session.connection.execute(insert(facts).values(name="seed", value=str(self.settings.seed)))
        return int(found) if found is not None else self.settings.seed

    def _first_state(self, session: Session) -> tuple[FloorState, Clearing]:
        number = session.connection.scalar(select(func.max(auctions.c.number)))
        if number is None:
            number = self._write_past(session)
        rows = session.connection.execute(
            select(auctions.c.number, auctions.c.opens_at, auctions.c.gate_at, auctions.c.result_at)
            .where(auctions.c.number >= number - 1)
            .order_by(auctions.c.number)
        ).all()
        clearing = next((row.number for row in rows if row.gate_at is not None and row.result_at is None), None)
        last = session.connection.execute(
            select(auctions.c.clearing)
            .where(auctions.c.clearing.is_not(None))
            .order_by(auctions.c.number.desc())
            .limit(1)
        ).one()
        latest = Clearing.model_validate_json(zlib.decompress(last.clearing))
        state = FloorState(number, instant(rows[-1].opens_at), clearing, latest.averages, latest.token_prices)
        return state, latest

    def _write_past(self, session: Session) -> int:
        for past in past_clearings(self.market, self.now(), self.settings.slots):
            session.connection.execute(
                insert(auctions).values(
                    number=past.number,
                    opens_at=micros(past.at - EVERY),
                    gate_at=micros(past.at),
                    result_at=micros(past.at),
                    horizon_start=micros(past.horizon.start),
                    clearing=zlib.compress(past.message, 1),
                )
            )
        session.connection.execute(insert(auctions).values(number=PAST_AUCTIONS + 1, opens_at=micros(self.now())))
        return PAST_AUCTIONS + 1

    def close(self) -> None:
        """Finishes the queued jobs and gives the store free."""
        self._writer.close()
        self._database.close()
