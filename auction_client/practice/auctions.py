"""One auction from its gate to its result: what is cleared, and what a result changes. Jobs of the writer, except
`clear_book`, which runs on the clearing thread and touches nothing."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

import structlog
from sqlalchemy import Connection, insert, select, update

from auction_client import clearing
from auction_client.clearing.book import Book
from auction_client.clearing.outcome import Outcome
from auction_client.exchange.market_data import Clearing
from auction_client.exchange.protocol import BidStatus
from auction_client.exchange.wire import write_message
from auction_client.model.bid import lots_of
from auction_client.practice.calendar import horizon_start
from auction_client.practice.floor import TradingFloor, label
from auction_client.practice.levels import Horizon
from auction_client.practice.market import Market, OwnBid
from auction_client.practice.records import bid_of
from auction_client.practice.settlement import Settled, settle
from auction_client.practice.store.schema import auctions, bids, holdings, instant, micros, money, positions
from auction_client.practice.store.session import BidRow, Session

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Gated:
    """An auction whose gate is shut: what will be cleared."""

    number: int
    horizon: Horizon
    own: tuple[OwnBid, ...]
    filled_rivals: frozenset[str]


@dataclass(frozen=True)
class Result:
    """What one auction came to. `fills`: of accounts, by (account, client id)."""

    number: int
    clearing: Clearing
    fills: dict[tuple[str, str], Settled]
    filled_rivals: tuple[str, ...]


def shut_gate(session: Session, floor: TradingFloor, slots: int) -> Gated:
    """Shuts the gate of the open auction and opens the next one; after a restart, picks up the one already shut."""
    now = floor.now()
    state = floor.state
    if state.clearing is None:
        start = horizon_start(now)
        session.connection.execute(
            update(auctions)
            .where(auctions.c.number == state.number)
            .values(gate_at=micros(now), horizon_start=micros(start))
        )
        session.connection.execute(insert(auctions).values(number=state.number + 1, opens_at=micros(now)))
        _lapse(session, label(state.number), now)
        number = state.number
        horizon = Horizon(start, slots)
        floor.move(session, replace(state, number=number + 1, opens_at=now, clearing=number))
    else:
        number = state.clearing
        row = session.connection.execute(select(auctions.c.horizon_start).where(auctions.c.number == number)).one()
        horizon = Horizon(instant(row.horizon_start), slots)
    session.flush()
    connection = session.connection
    return Gated(number, horizon, open_bids(connection, label(number)), filled_rivals(connection, number))


def _lapse(session: Session, auction: str, now: datetime) -> None:
    for row in session.open_rows(auction):
        if row.lapses_at is not None and row.lapses_at <= micros(now):
            _end(session, row, BidStatus.LOST, now)


def _end(session: Session, row: BidRow, status: BidStatus, now: datetime) -> None:
    row.status = status.value
    row.changed_at = micros(now)
    session.bid_changed(row)
    session.bid_event(row, now)


def open_bids(connection: Connection, auction: str) -> tuple[OwnBid, ...]:
    """The accounts' open bids of one auction, in the order of acceptance."""
    found = connection.execute(
        select(bids.c.account, bids.c.client_id, bids.c.body, bids.c.covered)
        .where(bids.c.status == BidStatus.OPEN.value, bids.c.auction == auction)
        .order_by(bids.c.number)
    )
    return tuple(OwnBid(row.account, row.client_id, bid_of(row.body, row.covered)) for row in found)


def filled_rivals(connection: Connection, number: int) -> frozenset[str]:
    """Rivals that earlier auctions have filled."""
    rows = connection.execute(
        select(auctions.c.rivals_filled).where(auctions.c.number < number, auctions.c.number >= number - 8)
    )
    return frozenset(name for (names,) in rows if names for name in json.loads(names))


def clear_book(market: Market, gated: Gated, seconds: float) -> tuple[Book, Outcome | None]:
    """Clears an auction and checks the outcome. None: it broke a rule, so nothing of it may take effect."""
    book = market.book(gated.number, gated.horizon, gated.filled_rivals, gated.own)
    outcome = search(book, gated.number, seconds)
    faults = clearing.verify(book, outcome)
    if faults:
        _log.error("outcome refused by the verifier", auction=gated.number, faults=faults[:5], count=len(faults))
        return book, None
    return book, outcome


def search(book: Book, seed: int, seconds: float) -> Outcome:
    """Clears a book with the amount of work that its size deserves, so that the same book gives the same outcome; on
    a machine too slow for that, what was found after `seconds`."""
    deadline = time.monotonic() + seconds
    return clearing.clear(book, seed=seed, cancel=lambda: time.monotonic() > deadline)


def result_of(market: Market, gated: Gated, book: Book, outcome: Outcome | None, now: datetime) -> Result:
    """What an outcome means for accounts and market data. A refused outcome is an auction without any trade."""
    own = {each.id: each for each in gated.own}
    fills: dict[tuple[str, str], Settled] = {}
    rivals: list[str] = []
    for fill in outcome.fills if outcome else ():
        if fill.bid in own:
            mine = own[fill.bid]
            assert outcome is not None
            fills[(mine.account, mine.client_id)] = settle(
                mine.bid.root, fill, outcome, market.product_by_id, book.start
            )
        elif fill.bid.startswith("rival/"):
            rivals.append(fill.bid)
    return Result(gated.number, clearing_of(book, outcome, gated.number, now), fills, tuple(rivals))


def clearing_of(book: Book, outcome: Outcome | None, number: int, now: datetime) -> Clearing:
    """The public record of a clearing: prices and volumes, nobody's name."""
    sides = {(bid.id, path): lot.side for bid in book.bids for path, lot in lots_of(bid.root)}
    volumes = {product.id: [0] * book.slots for product in book.products}
    token_volumes = dict.fromkeys(book.tokens, 0)
    for fill in outcome.fills if outcome else ():
        for each in fill.lots:
            if sides[(fill.bid, each.path)] == "sell":
                continue
            if each.product in volumes:
                for slot, quantity in zip(each.slots, each.quantities(), strict=True):
                    volumes[each.product][slot] += quantity
            else:
                token_volumes[each.product] += sum(each.quantities())
    prices = outcome.prices if outcome else {}
    return Clearing(
        auction=label(number),
        sequence=number,
        cleared_at=now,
        horizon_start=book.start,
        prices=prices,
        volumes={product: tuple(each) for product, each in volumes.items()} if outcome else {},
        token_prices={s: p for s, p in outcome.token_prices.items() if p is not None} if outcome else {},
        token_volumes=token_volumes if outcome else {},
        averages=_averages(book, prices, volumes),
        bids=sum(is_traders(bid.id, volumes) for bid in book.bids),
        filled=sum(is_traders(fill.bid, volumes) for fill in outcome.fills) if outcome else 0,
    )


def is_traders(bid_id: str, products: Container[str]) -> bool:
    """Whether a bid is a trader's, an account's or a simulated one, and no provider's standing offer."""
    return bid_id.partition("/")[0] not in products


def _averages(
    book: Book, prices: dict[str, tuple[Decimal | None, ...]], volumes: dict[str, list[int]]
) -> dict[str, Decimal]:
    spent: dict[str, Decimal] = {}
    hours: dict[str, int] = {}
    for product in book.products:
        for price, volume in zip(prices.get(product.id, ()), volumes[product.id], strict=False):
            if price is not None and volume:
                spent[product.gpu] = spent.get(product.gpu, Decimal(0)) + price * volume
                hours[product.gpu] = hours.get(product.gpu, 0) + volume
    return {gpu: (spent[gpu] / hours[gpu]).quantize(Decimal("0.0001")) for gpu in spent}


def publish(session: Session, floor: TradingFloor, result: Result, book: bytes) -> None:
    """Makes a result true: fills, holdings, cash, events, market data; what is not filled goes on or ends."""
    now = floor.now()
    auction = label(result.number)
    for row in session.open_rows(auction):
        settled = result.fills.get((row.account, row.client_id))
        if settled is not None:
            row.pay = money(settled.pay)
            row.fills = json.dumps([each.model_dump(mode="json") for each in settled.fills]).encode()
            _hold(session, row, settled)
            _end(session, row, settled.status, now)
        elif row.cancel_requested:
            _end(session, row, BidStatus.CANCELLED, now)
        elif row.lapses_at is not None and row.lapses_at <= micros(now):
            _end(session, row, BidStatus.LOST, now)
        else:
            row.auction = label(result.number + 1)
            session.bid_changed(row)
    session.connection.execute(
        update(auctions)
        .where(auctions.c.number == result.number)
        .values(
            result_at=micros(now),
            clearing=zlib.compress(write_message(result.clearing), 1),
            book=zlib.compress(book, 1),
            rivals_filled=json.dumps(result.filled_rivals).encode(),
        )
    )
    old = result.number - 64
    session.connection.execute(update(auctions).where(auctions.c.number == old).values(book=None))
    state = floor.state
    floor.move(
        session,
        replace(
            state,
            clearing=None,
            gpu_prices={**state.gpu_prices, **result.clearing.averages},
            token_prices={**state.token_prices, **result.clearing.token_prices},
        ),
    )


def _hold(session: Session, row: BidRow, settled: Settled) -> None:
    state = session.account(row.account)
    state.cash -= money(settled.pay)
    session.touch(state)
    for index, hours in enumerate(settled.hours):
        session.connection.execute(
            insert(positions).values(
                id=f"{row.number}-{index}", account=row.account, client_id=row.client_id, auction=row.auction,
                product=hours.product, quantity=hours.quantity, start=micros(hours.start), end=micros(hours.end),
                paid=money(hours.paid),
            )
        )  # fmt: skip
    for token in settled.tokens:
        changed = session.connection.execute(
            update(holdings)
            .where(holdings.c.account == row.account, holdings.c.symbol == token.symbol)
            .values(quantity=holdings.c.quantity + token.quantity, paid=holdings.c.paid + money(token.paid))
        )
        if changed.rowcount == 0:
            session.connection.execute(
                insert(holdings).values(
                    account=row.account, symbol=token.symbol, quantity=token.quantity, paid=money(token.paid),
                    distributions=0,
                )
            )  # fmt: skip
