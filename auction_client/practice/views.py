"""What can be read: records, events, positions and market data. Safe from any thread; sees every earlier commit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from auction_client.exchange.market_data import Auction, Calendar, Clearing, ClearingHistory
from auction_client.exchange.protocol import (
    AuctionPhase,
    BidPage,
    BidRecord,
    BidStatus,
    ComputePosition,
    EventPage,
    Positions,
    TokenPosition,
)
from auction_client.practice.calendar import horizon_start
from auction_client.practice.floor import TradingFloor, label
from auction_client.practice.market import Market
from auction_client.practice.records import event_of, record_of
from auction_client.practice.settings import Settings
from auction_client.practice.store.database import Database
from auction_client.practice.store.schema import accounts, auctions, bids, events, holdings, instant, micros, positions
from auction_client.practice.store.schema import usd as money_of
from auction_client.practice.store.session import BidRow

MOST_CLEARINGS = 32
_CALENDAR_PAST = 8
_CALENDAR_AHEAD = 8
_BID_COLUMNS = [bids.c[each.name] for each in fields(BidRow)]


class Views:
    """All reads of one exchange."""

    def __init__(self, database: Database, market: Market, floor: TradingFloor, settings: Settings) -> None:
        self._database = database
        self._market = market
        self._floor = floor
        self._settings = settings

    def record(self, account: str, client_id: str) -> BidRecord | None:
        """What is known of one client id; None: it has never been seen."""
        with self._database.reading() as connection:
            row = _rows(connection, account, [client_id]).get(client_id)
        return None if row is None else record_of(row)

    def bid_page(self, account: str, after: int, limit: int, status: BidStatus | None) -> BidPage:
        """Records numbered above `after`, in the order of acceptance."""
        wanted = select(*_BID_COLUMNS).where(bids.c.account == account, bids.c.number > after)
        if status is not None:
            wanted = wanted.where(bids.c.status == status.value)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(bids.c.number).limit(limit + 1)).all()
        page = [BidRow(*row) for row in rows[:limit]]
        return BidPage(
            bids=tuple(record_of(row) for row in page), next=page[-1].number if len(rows) > limit and page else None
        )

    def event_page(self, account: str, after: int, limit: int) -> EventPage:
        """Events numbered above `after`."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(events)
                .where(events.c.account == account, events.c.sequence > after)
                .order_by(events.c.sequence)
                .limit(limit)
            ).all()
            latest = connection.scalar(select(accounts.c.last_sequence).where(accounts.c.account == account)) or 0
            rows = _rows(connection, account, [event.client_id for event in found if event.client_id])
        return EventPage(
            events=tuple(event_of(event, rows.get(event.client_id or "")) for event in found),
            oldest=1 if latest else 0,
            latest=latest,
        )

    def positions(self, account: str) -> Positions:
        """Owned hours that are not over yet, tokens and cash."""
        now = self._floor.now()
        with self._database.reading() as connection:
            state = connection.execute(select(accounts).where(accounts.c.account == account)).one()
            compute = connection.execute(
                select(positions)
                .where(positions.c.account == account, positions.c.end > micros(now))
                .order_by(positions.c.start, positions.c.id)
                .limit(10_000)
            ).all()
            tokens = connection.execute(
                select(holdings).where(holdings.c.account == account).order_by(holdings.c.symbol)
            ).all()
        return Positions(
            account=account,
            sequence=state.last_sequence,
            compute=tuple(self._compute(row) for row in compute),
            tokens=tuple(
                TokenPosition(
                    symbol=row.symbol,
                    quantity=row.quantity,
                    paid=money_of(row.paid),
                    distributions=money_of(row.distributions),
                )
                for row in tokens
            ),
            cash=money_of(state.cash),
            server_time=now,
        )

    def _compute(self, row: Row[Any]) -> ComputePosition:
        product = self._market.product_by_id[row.product]
        return ComputePosition(
            id=row.id,
            client_id=row.client_id,
            auction=row.auction,
            product=product.id,
            gpu=product.gpu,
            form=product.form,
            memory_gb=product.memory_gb,
            interconnect=product.interconnect,
            region=product.region,
            uptime=product.uptime,
            interruptible=product.interruptible,
            tags=product.tags,
            quantity=row.quantity,
            start=instant(row.start),
            end=instant(row.end),
            paid=money_of(row.paid),
        )

    def calendar(self) -> Calendar:
        """The latest past auctions, the one being cleared, the open one and those to come."""
        now = self._floor.now()
        state = self._floor.state
        with self._database.reading() as connection:
            past = connection.execute(
                select(
                    auctions.c.number,
                    auctions.c.opens_at,
                    auctions.c.gate_at,
                    auctions.c.result_at,
                    auctions.c.horizon_start,
                )
                .where(auctions.c.number < state.number)
                .order_by(auctions.c.number.desc())
                .limit(_CALENDAR_PAST)
            ).all()
        shown = [self._past(row, now) for row in reversed(past)]
        opens = state.opens_at
        for ahead in range(_CALENDAR_AHEAD):
            times = self._floor.calendar.times(opens)
            phase = self._floor.calendar.phase(opens, now) if ahead == 0 else AuctionPhase.OPEN
            shown.append(self._auction(state.number + ahead, phase, opens, times.gate, times.result))
            opens = times.gate
        return Calendar(server_time=now, auctions=tuple(shown))

    def _past(self, row: Row[Any], now: datetime) -> Auction:
        gate = instant(row.gate_at)
        done = row.result_at is not None
        result = instant(row.result_at) if done else max(now, gate + self._floor.calendar.cycle * 0.4)
        phase = AuctionPhase.RESULT if done else AuctionPhase.CLOSED
        return self._auction(row.number, phase, instant(row.opens_at), gate, result)

    def _auction(self, number: int, phase: AuctionPhase, opens: datetime, gate: datetime, result: datetime) -> Auction:
        calendar = self._floor.calendar
        length = max(gate - opens, timedelta(0))
        return Auction(
            id=label(number),
            phase=phase,
            opens_at=opens,
            indicative_at=opens + length * calendar.indicative_share,
            no_cancel_at=opens + length * calendar.no_cancel_share,
            gate_at=gate,
            result_at=max(result, gate),
            horizon_start=horizon_start(gate),
            slots=self._settings.slots,
        )

    def clearings(self, after: int | None, limit: int) -> ClearingHistory:
        """Clearings above `after`, oldest first; without `after` the latest ones."""
        wanted = select(auctions.c.clearing).where(auctions.c.clearing.is_not(None))
        if after is None:
            wanted = wanted.order_by(auctions.c.number.desc())
        else:
            wanted = wanted.where(auctions.c.number > after).order_by(auctions.c.number)
        with self._database.reading() as connection:
            found = connection.execute(wanted.limit(min(limit, MOST_CLEARINGS))).scalars().all()
        ordered: Iterable[bytes] = reversed(found) if after is None else found
        return ClearingHistory(
            products=self._market.products,
            clearings=tuple(Clearing.model_validate_json(zlib.decompress(data)) for data in ordered),
        )


def _rows(connection: Connection, account: str, client_ids: list[str]) -> dict[str, BidRow]:
    found = connection.execute(
        select(*_BID_COLUMNS).where(bids.c.account == account, bids.c.client_id.in_(set(client_ids)))
    )
    return {row.client_id: BidRow(*row) for row in found}
