"""What stands behind the model tokens: evaluation scores and the revenue that is paid out to holders."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sqlalchemy import insert, select, update

from auction_client.exchange.amounts import amount_text
from auction_client.exchange.market_data import Distribution, Score, TokenInfo, TokenList
from auction_client.exchange.wire import sha256_hex
from auction_client.practice.levels import generator
from auction_client.practice.market import Market
from auction_client.practice.store.database import Database
from auction_client.practice.store.schema import distributions, holdings, instant, micros, money
from auction_client.practice.store.schema import usd as money_of
from auction_client.practice.store.session import Session

_BENCHMARKS = {
    "ATLAS-32B": ("reasoning-suite", 0.71),
    "MERIDIAN-10B": ("general-suite", 0.62),
    "ASCLEPIUS-7B": ("medical-suite", 0.78),
    "LEDGER-14B": ("finance-suite", 0.69),
}
_WEEKS_SHOWN = 12
_PAYOUT = (0.0004, 0.0016)  # share of the reference price that one distribution pays


def supply_of(symbol: str) -> int:
    """Tokens in existence."""
    return (5 + int(sha256_hex(symbol.encode())[:2], 16) % 45) * 10_000_000


def scores_of(seed: int, symbol: str, now: datetime) -> tuple[Score, ...]:
    """Weekly evaluations of the model up to now: a slow rise with setbacks."""
    benchmark, level = _BENCHMARKS.get(symbol, ("general-suite", 0.6))
    monday = datetime.fromordinal(now.astimezone(UTC).toordinal() - now.astimezone(UTC).weekday()).replace(tzinfo=UTC)
    found = []
    for back in range(_WEEKS_SHOWN - 1, -1, -1):
        at = monday - timedelta(weeks=back)
        week = at.toordinal() // 7
        wave = generator(seed, "score", symbol, week).normal(0.0, 0.006) + 0.0008 * (week % 40)
        score = Decimal(round((level + float(wave)) * 10_000)) / 10_000
        found.append(Score(at=at, benchmark=benchmark, score=score))
    return tuple(found)


def token_list(database: Database, market: Market, now: datetime) -> TokenList:
    """All tokens with their latest distributions and scores."""
    paid: defaultdict[str, list[Distribution]] = defaultdict(list)
    with database.reading() as connection:
        for row in connection.execute(select(distributions).order_by(distributions.c.at.desc()).limit(400)):
            paid[row.symbol].append(Distribution(at=instant(row.at), per_token=money_of(row.per_token)))
    return TokenList(
        tokens=tuple(
            TokenInfo(
                symbol=token.symbol,
                name=token.name,
                supply=supply_of(token.symbol),
                distributions=tuple(reversed(paid[token.symbol])),
                scores=scores_of(market.seed, token.symbol, now),
            )
            for token in market.catalogue.tokens
        )
    )


def distribute(session: Session, market: Market, auction: int, now: datetime) -> None:
    """Pays every token's revenue of the last auctions to those who hold it now."""
    for token in market.catalogue.tokens:
        share = generator(market.seed, "payout", token.symbol, auction).uniform(*_PAYOUT)
        per_token = Decimal(max(1, round(float(token.reference_price) * float(share) * 1_000_000))) / 1_000_000
        session.connection.execute(
            insert(distributions).values(symbol=token.symbol, at=micros(now), per_token=money(per_token))
        )
        holders = session.connection.execute(
            select(holdings.c.account, holdings.c.quantity).where(
                holdings.c.symbol == token.symbol, holdings.c.quantity > 0
            )
        ).all()
        for holder in holders:
            amount = per_token * holder.quantity
            session.connection.execute(
                update(holdings)
                .where(holdings.c.account == holder.account, holdings.c.symbol == token.symbol)
                .values(distributions=holdings.c.distributions + money(amount))
            )
            state = session.account(holder.account)
            state.cash += money(amount)
            body = f'{{"symbol":"{token.symbol}","amount":"{amount_text(amount)}"}}'
            session.other_event(holder.account, now, "distribution", body.encode())
