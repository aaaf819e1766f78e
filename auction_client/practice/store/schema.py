"""Tables of the exchange. Instants are microseconds since 1970 (UTC), money is millionths of a USD, both integers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = "1"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = Decimal(1_000_000)
metadata = MetaData()

facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("account", String(64), primary_key=True),
    Column("keyid", String(43), nullable=False, unique=True),
    Column("public_key", String(43), nullable=False),
    Column("label", String(64), nullable=False),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("last_sequence", BigInteger, nullable=False, default=0),
    Column("kill_number", BigInteger, nullable=False, default=0),
    Column("stopped", Boolean, nullable=False, default=False),
    Column("kill_cancelled", Text, nullable=False, default="[]"),
    Column("cash", BigInteger, nullable=False, default=0),
)

retired_keys = Table(
    "retired_keys",
    metadata,
    Column("keyid", String(43), primary_key=True),
    Column("account", String(64), nullable=False),
    Column("retired_at", BigInteger, nullable=False),
)

bids = Table(
    "bids",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("account", String(64), nullable=False),
    Column("client_id", String(36), nullable=False),
    Column("digest", String(64)),
    Column("status", String(16), nullable=False),
    Column("body", LargeBinary),
    Column("covered", LargeBinary),
    Column("receipt", LargeBinary),
    Column("refusal", LargeBinary),
    Column("cancel_requested", Boolean, nullable=False, default=False),
    Column("auction", String(64)),
    Column("pay", BigInteger),
    Column("fills", LargeBinary),
    Column("total", BigInteger, nullable=False, default=0),
    Column("received_at", BigInteger, nullable=False),
    Column("lapses_at", BigInteger),
    Column("sequence", BigInteger, nullable=False, default=0),
    Column("changed_at", BigInteger, nullable=False),
    # Ids grow with time: an index that begins with them is written at one end, not in every page.
    UniqueConstraint("client_id", "account", name="one_effect_per_id"),
    CheckConstraint("status IN ('open','won','partly_won','lost','cancelled','refused')", name="status_is_known"),
    CheckConstraint("receipt IS NULL OR refusal IS NULL", name="accepted_or_refused"),
)
Index("open_bids", bids.c.status, bids.c.number)
Index("bids_of_account", bids.c.account, bids.c.number)

# A bid's event keeps what changes; the rest of the record is in the bid's row and never changes.
events = Table(
    "events",
    metadata,
    Column("account", String(64), primary_key=True),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("client_id", String(36)),
    Column("status", String(16)),
    Column("cancel_requested", Boolean, nullable=False, default=False),
    Column("auction", String(64)),
    Column("body", LargeBinary),
    sqlite_with_rowid=False,
)

auctions = Table(
    "auctions",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("opens_at", BigInteger, nullable=False),
    Column("gate_at", BigInteger),
    Column("result_at", BigInteger),
    Column("horizon_start", BigInteger),
    Column("book", LargeBinary),
    Column("clearing", LargeBinary),
    Column("rivals_filled", LargeBinary),
)

positions = Table(
    "positions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("account", String(64), nullable=False, index=True),
    Column("client_id", String(36), nullable=False),
    Column("auction", String(64), nullable=False),
    Column("product", String(64), nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("start", BigInteger, nullable=False),
    Column("end", BigInteger, nullable=False),
    Column("paid", BigInteger, nullable=False),
)

holdings = Table(
    "holdings",
    metadata,
    Column("account", String(64), primary_key=True),
    Column("symbol", String(64), primary_key=True),
    Column("quantity", BigInteger, nullable=False),
    Column("paid", BigInteger, nullable=False),
    Column("distributions", BigInteger, nullable=False, default=0),
)

distributions = Table(
    "distributions",
    metadata,
    Column("symbol", String(64), primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("per_token", BigInteger, nullable=False),
)


def micros(at: datetime) -> int:
    """An instant as the store keeps it."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def instant(micros_: int) -> datetime:
    """An instant of the store, in UTC."""
    return _EPOCH + timedelta(microseconds=micros_)


def money(usd: Decimal) -> int:
    """USD as the store keeps it. Raises ValueError for more than 6 decimals."""
    scaled = usd * _MICRO
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{usd} USD has more than 6 decimals")
    return int(scaled)


def usd(stored: int) -> Decimal:
    """Money of the store, in USD."""
    return Decimal(stored) / _MICRO
