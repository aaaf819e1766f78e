"""What one transaction of the writer sees and changes: accounts, bids, events. Rows are written together at its end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from auction_client.exchange.protocol import BidStatus
from auction_client.practice.store.bulk import insert_rows, select_rows, update_rows
from auction_client.practice.store.schema import accounts, bids, events, instant, micros

_RECENT = 200
Key = tuple[str, str]
"""(account, client id)"""


@dataclass(slots=True)
class BidRow:
    """One row of `bids`. `body` is the accepted submission as it came, `covered` the bid as it enters the book where
    its sells had to be tied to holdings; `receipt` and `refusal` are the exact bytes of the stored answer."""

    number: int
    account: str
    client_id: str
    digest: str | None
    status: str
    received_at: int
    changed_at: int
    body: bytes | None = None
    covered: bytes | None = None
    receipt: bytes | None = None
    refusal: bytes | None = None
    cancel_requested: bool = False
    auction: str | None = None
    pay: int | None = None
    fills: bytes | None = None
    total: int = 0
    lapses_at: int | None = None
    sequence: int = 0


@dataclass(slots=True)
class AccountState:
    """One account and its open bids, in the order of acceptance, with the sum of their worst-case totals. `recent`:
    when bids were accepted lately, with their worst-case totals and bodies."""

    account: str
    last_sequence: int
    kill_number: int
    stopped: bool
    cash: int
    kill_cancelled: str = "[]"
    open: dict[str, BidRow] = field(default_factory=dict)
    open_total: int = 0
    recent: deque[tuple[datetime, int, bytes]] = field(default_factory=lambda: deque(maxlen=_RECENT))


class Memory:
    """What the writer keeps between transactions. Dropped whenever one is taken back."""

    def __init__(self) -> None:
        self.accounts: dict[str, AccountState] = {}
        self.last_number: int | None = None

    def forget(self) -> None:
        """Everything is read afresh from the database."""
        self.accounts = {}
        self.last_number = None


_BID_NAMES = tuple(each.name for each in fields(BidRow))
_BID_COLUMNS = [bids.c[name] for name in _BID_NAMES]
_values_of = attrgetter(*_BID_NAMES)
_KEY = ("account", "client_id")
_CHANGING = ("digest", "status", "refusal", "cancel_requested", "auction", "pay", "fills", "changed_at", "sequence")
_UPDATE_BID = (
    update(bids)
    .where(bids.c.number == bindparam("row_number"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGING})
)
_ACCOUNT_CHANGING = ("last_sequence", "kill_number", "stopped", "cash", "kill_cancelled")
_state_of = attrgetter("account", *_ACCOUNT_CHANGING)
_EVENT_NAMES = ("account", "sequence", "at", "kind", "client_id", "status", "cancel_requested", "auction", "body")


class Session:
    """One transaction. `keys`: the ids that its jobs will ask for, fetched at once."""

    def __init__(self, connection: Connection, memory: Memory, keys: Iterable[Key]) -> None:
        self.connection = connection
        self._memory = memory
        self._found: dict[Key, BidRow | None] = {}
        self._new_bids: dict[int, BidRow] = {}
        self._changed_bids: dict[int, BidRow] = {}
        self._new_events: list[tuple[Any, ...]] = []
        self._touched: dict[str, AccountState] = {}
        self._undo: list[Callable[[], None]] = []
        self._after: list[Callable[[], None]] = []
        self._fetch({key for key in keys if key[1] not in self._open_of(key[0])})

    def _open_of(self, account: str) -> dict[str, BidRow]:
        state = self._memory.accounts.get(account)
        return state.open if state else {}

    def _fetch(self, keys: set[Key]) -> None:
        self._found.update(dict.fromkeys(keys))
        for each in select_rows(self.connection, bids.name, _BID_NAMES, _KEY, list(keys)):
            row = BidRow(*each)
            row.cancel_requested = bool(row.cancel_requested)  # SQLite has numbers only
            self._found[(row.account, row.client_id)] = row

    def account(self, account: str) -> AccountState:
        """The account's present state. Raises KeyError for an unknown account."""
        state = self._memory.accounts.get(account)
        if state is None:
            row = self.connection.execute(select(accounts).where(accounts.c.account == account)).one_or_none()
            if row is None:
                raise KeyError(account)
            open_rows = self.connection.execute(
                select(*_BID_COLUMNS)
                .where(bids.c.account == account, bids.c.status == BidStatus.OPEN.value)
                .order_by(bids.c.number)
            )
            state = AccountState(account, row.last_sequence, row.kill_number, row.stopped, row.cash, row.kill_cancelled)
            state.open = {each.client_id: BidRow(*each) for each in open_rows}
            recent = self.connection.execute(
                select(bids.c.received_at, bids.c.total, bids.c.body)
                .where(bids.c.account == account, bids.c.receipt.is_not(None))
                .order_by(bids.c.number.desc())
                .limit(_RECENT)
            )
            state.open_total = sum(each.total for each in state.open.values())
            state.recent.extend([(instant(at), total, body) for at, total, body in recent][::-1])
            self._memory.accounts[account] = state
        return state

    def new_account(self, account: str) -> None:
        """The account was opened in this transaction: nothing needs to be read of it."""
        self._memory.accounts[account] = AccountState(account, 0, 0, stopped=False, cash=0)

    def touch(self, state: AccountState) -> None:
        """The account's row is to be written."""
        self._touched[state.account] = state

    def bid(self, account: str, client_id: str) -> BidRow | None:
        """What is known of this id, with all changes of this transaction."""
        opened = self.account(account).open.get(client_id)
        if opened is not None:
            return opened
        key = (account, client_id)
        if key not in self._found:
            self._fetch({key})
        return self._found[key]

    def open_rows(self, auction: str) -> list[BidRow]:
        """All open bids of one auction, in the order of acceptance."""
        self.flush()
        found = self.connection.execute(
            select(bids.c.account, bids.c.client_id)
            .where(bids.c.status == BidStatus.OPEN.value, bids.c.auction == auction)
            .order_by(bids.c.number)
        ).all()
        return [self.account(row.account).open[row.client_id] for row in found]

    def next_number(self) -> int:
        """The number of the next bid of the exchange."""
        if self._memory.last_number is None:
            self._memory.last_number = self.connection.scalar(select(func.max(bids.c.number))) or 0
        self._memory.last_number += 1
        return self._memory.last_number

    def add_bid(self, row: BidRow) -> None:
        """A new row for an id that has none."""
        self._new_bids[row.number] = row
        self._found[(row.account, row.client_id)] = row
        state = self.account(row.account)
        if row.status == BidStatus.OPEN:
            state.open[row.client_id] = row
            state.open_total += row.total
            state.recent.append((instant(row.received_at), row.total, row.body or b""))

    def bid_changed(self, row: BidRow) -> None:
        """The row was changed in place."""
        state = self.account(row.account)
        if row.status != BidStatus.OPEN and state.open.pop(row.client_id, None) is not None:
            state.open_total -= row.total
        self._found[(row.account, row.client_id)] = row
        if row.number not in self._new_bids:
            self._changed_bids[row.number] = row

    def bid_event(self, row: BidRow, at: datetime) -> int:
        """Numbers and records the bid's present state as an event of its account."""
        return self._event(
            row.account, at, "bid", client_id=row.client_id, status=row.status,
            cancel_requested=row.cancel_requested, auction=row.auction,
        )  # fmt: skip

    def other_event(self, account: str, at: datetime, kind: str, body: bytes) -> int:
        """Numbers and records an event that is not of a bid; `body` is the JSON of its own fields."""
        return self._event(account, at, kind, body=body)

    def _event(
        self,
        account: str,
        at: datetime,
        kind: str,
        *,
        client_id: str | None = None,
        status: str | None = None,
        cancel_requested: bool = False,
        auction: str | None = None,
        body: bytes | None = None,
    ) -> int:
        state = self.account(account)
        state.last_sequence += 1
        self.touch(state)
        number = state.last_sequence
        self._new_events.append((account, number, micros(at), kind, client_id, status, cancel_requested, auction, body))
        return number

    def if_taken_back(self, undo: Callable[[], None]) -> None:
        """What to do if this transaction is not committed."""
        self._undo.append(undo)

    def after_commit(self, act: Callable[[], None]) -> None:
        """What to do once this transaction is durable."""
        self._after.append(act)

    def committed(self) -> None:
        """The transaction is durable."""
        for act in self._after:
            act()

    def taken_back(self) -> None:
        """The transaction was not committed: memory goes back to what was before, or is read afresh."""
        for undo in reversed(self._undo):
            undo()
        self._memory.forget()

    def flush(self) -> None:
        """Writes what was changed."""
        if self._new_bids:
            new = [_values_of(row) for row in self._new_bids.values()]
            insert_rows(self.connection, bids.name, _BID_NAMES, new)
        if self._changed_bids:
            self.connection.execute(
                _UPDATE_BID,
                [
                    {"row_number": row.number} | {f"new_{name}": getattr(row, name) for name in _CHANGING}
                    for row in self._changed_bids.values()
                ],
            )
        if self._new_events:
            insert_rows(self.connection, events.name, _EVENT_NAMES, self._new_events)
        if self._touched:
            changed = [_state_of(state) for state in self._touched.values()]
            update_rows(self.connection, accounts.name, "account", _ACCOUNT_CHANGING, changed)
        self._new_bids, self._changed_bids, self._new_events, self._touched = {}, {}, [], {}
