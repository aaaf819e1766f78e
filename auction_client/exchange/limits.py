"""Limits before a bid is sent, as pure functions that the client and the exchange both call.

Two levels: above `warn` a person is asked once more, above `block` nothing is sent. What cannot be judged (a total that
nothing bounds, a price with nothing to compare it to) is blocked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from auction_client.exchange.amounts import amount_text
from auction_client.exchange.protocol import AccountLimits, CountLevels, MoneyLevels
from auction_client.exchange.wire import sha256_hex
from auction_client.model.bid import Bid, Group, Linked, Lot, TokenAsset, lots_of, walk
from auction_client.model.normal import normal_form
from auction_client.model.totals import most_units, worst_case_total

Level = Literal["warn", "block"]

DEFAULT_LIMITS = AccountLimits(
    price_per_gpu_hour=MoneyLevels(warn=Decimal(15), block=Decimal(100)),
    price_per_token=MoneyLevels(warn=Decimal(10), block=Decimal(1000)),
    quantity=CountLevels(warn=1024, block=16_384),
    token_quantity=CountLevels(warn=1_000_000, block=100_000_000),
    hours=CountLevels(warn=24 * 92, block=8_784),
    bid_total=MoneyLevels(warn=Decimal(100_000), block=Decimal(2_000_000)),
    open_total=MoneyLevels(warn=Decimal(250_000), block=Decimal(5_000_000)),
    collar_percent=CountLevels(warn=100, block=400),
    bids_per_minute=CountLevels(warn=10, block=30),
    duplicate_minutes=CountLevels(warn=10, block=1),
)


@dataclass(frozen=True)
class Finding:
    """One limit that a bid reaches: how hard, a stable code, where in the tree, words for a person, and the figures and
    names in these words, for saying them in another language. A person acknowledges a warning by its `id`. `times`: how
    many times over it is, the amount over what is warned of, or a price over the last clearing; None where that says
    nothing."""

    level: Level
    code: str
    path: str
    message: str
    facts: tuple[tuple[str, str], ...] = ()
    times: Decimal | None = None

    @property
    def id(self) -> str:
        """What tells it from the bid's other findings, such as ``collar@root.items[0]``."""
        return f"{self.code}@{self.path}"


@dataclass(frozen=True)
class Standing:
    """What a new bid is judged beside. Prices are USD per GPU-hour by GPU and USD per token by symbol, of the last
    clearing. `open_totals`: worst-case totals of the bids that may still fill, None where one is unbounded.
    `recent`: when and with which `content_of` bids were confirmed lately. `content`: that of the new bid, where the
    caller has computed it already. `spent`: USD paid for what was won within the period of the budget."""

    now: datetime
    gpu_prices: Mapping[str, Decimal]
    token_prices: Mapping[str, Decimal]
    open_totals: tuple[Decimal | None, ...] = ()
    recent: tuple[tuple[datetime, str], ...] = ()
    content: str | None = None
    spent: Decimal = Decimal(0)


def content_of(bid: Bid) -> str:
    """A digest that is equal for two bids exactly when they mean the same."""
    return sha256_hex(repr((_sorted(normal_form(bid.root)), bid.good_until and bid.good_until.timestamp())).encode())


def check_limits(
    bid: Bid, limits: AccountLimits, standing: Standing, budget: MoneyLevels | None = None
) -> tuple[Finding, ...]:
    """Every limit that the bid reaches, in the order of the tree; empty = nothing to say. `budget`: what may be spent
    in a period, open bids at their worst included."""
    return (
        *_lot_findings(bid, limits, standing),
        *_total_findings(bid, limits, standing, budget),
        *_pace(bid, limits, standing),
    )


def blocks(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding forbids the bid."""
    return any(finding.level == "block" for finding in findings)


def least_units(node: Lot | Group | Linked) -> Decimal | None:
    """Fewest GPU-hours (or tokens) that an accepted node takes; None while that is open."""
    if isinstance(node, Linked):
        return least_units(node.first)
    if isinstance(node, Group):
        parts = [least_units(item) for item in node.items]
        known = sorted(part for part in parts if part is not None)
        return sum(known[: node.at_least], Decimal(0)) if len(known) == len(parts) else None
    units = most_units(node)
    if units is None or node.min_quantity is None or not node.quantity:
        return units
    return units * node.min_quantity / node.quantity


def highest_prices(bid: Bid) -> dict[str, Decimal | None]:
    """For each lot's path the most a buy can pay, or the least a sell takes, per unit: its limit, else the nearest
    budget spread over the fewest units it must buy."""
    nodes = dict(walk(bid.root))
    found: dict[str, Decimal | None] = {}
    for path, lot in lots_of(bid.root):
        price = lot.limit
        if price is None:
            budgeted = next((nodes[up] for up in _upward(path) if nodes[up].budget is not None), None)
            if budgeted is not None and budgeted.budget is not None:
                units = least_units(budgeted)
                price = budgeted.budget / units if units else None
        found[path] = price
    return found


def _upward(path: str) -> Iterator[str]:
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        yield ".".join(parts[:count])


def _lot_findings(bid: Bid, limits: AccountLimits, standing: Standing) -> Iterator[Finding]:
    prices = highest_prices(bid)
    for path, lot in lots_of(bid.root):
        token = isinstance(lot.asset, TokenAsset)
        price = prices[path]
        unit = "token" if token else "GPU-hour"
        if price is None:
            yield Finding("block", "unpriced", path, f"nothing says what a {unit} may cost here")
        else:
            if lot.side == "buy":
                ceiling = limits.price_per_token if token else limits.price_per_gpu_hour
                yield from _money(ceiling, price, "price", path, f"per {unit}")
            yield from _collar(lot, price, limits.collar_percent, standing, path)
        quantity = lot.quantity if lot.quantity is not None else lot.gpu_hours
        levels = limits.token_quantity if token else limits.quantity
        if quantity is None:
            yield Finding("block", "unbounded", path, "the quantity is not stated")
        elif lot.quantity is not None:
            yield from _count(levels, quantity, "quantity", path, "tokens" if token else "GPUs")
        if lot.delivery is not None:
            needed = lot.delivery.hours if lot.delivery.hours is not None else int(lot.delivery.window_hours)
            yield from _count(limits.hours, needed, "hours", path, "hours")
            if lot.gpu_hours is not None and lot.quantity is None:
                yield from _count(levels, -(-lot.gpu_hours // max(needed, 1)), "quantity", path, "GPUs on average")


def _collar(lot: Lot, price: Decimal, collar: CountLevels, standing: Standing, path: str) -> Iterator[Finding]:
    if isinstance(lot.asset, TokenAsset):
        name, reference = lot.asset.symbol, standing.token_prices.get(lot.asset.symbol or "")
    else:
        name, reference = lot.asset.gpu, standing.gpu_prices.get(lot.asset.gpu or "")
    if reference is None or not reference.is_finite() or reference <= 0:
        yield Finding(
            "block",
            "no_reference",
            path,
            f"no clearing price of {name} is known to compare with",
            (("name", name or ""),),
        )
        return
    ratio = price / reference if lot.side == "buy" else (reference / price if price else Decimal(10**9))
    percent = (ratio - 1) * 100
    level = _level(percent, collar.warn, collar.block)
    if level:
        side = "above" if lot.side == "buy" else "below"
        amount, last = amount_text(price.quantize(Decimal("0.0001"))), amount_text(reference)
        words = f"{amount} is far {side} the last clearing price of {name}, {last}"
        facts = (("amount", amount), ("name", name or ""), ("reference", last))
        yield Finding(level, "collar", path, words, facts, ratio)


def _total_findings(
    bid: Bid, limits: AccountLimits, standing: Standing, budget: MoneyLevels | None
) -> Iterator[Finding]:
    total = worst_case_total(bid.root)
    if total is None or not total.is_finite():
        yield Finding("block", "unbounded", "root", "nothing bounds what this bid can cost")
        return
    yield from _money(limits.bid_total, total, "bid_total", "root", "at worst")
    others = [other for other in standing.open_totals if other is not None and other.is_finite()]
    if len(others) < len(standing.open_totals):
        yield Finding("block", "unbounded", "", "nothing bounds what an open bid can cost")
        return
    if total:
        together = sum(others, total)
        yield from _money(limits.open_total, together, "open_total", "", "for all open bids at worst")
        if budget is not None:
            yield from _money(budget, standing.spent + together, "budget", "", "spent and bid at worst")


def _pace(bid: Bid, limits: AccountLimits, standing: Standing) -> Iterator[Finding]:
    minute = sum(1 for at, _ in standing.recent if at > standing.now - timedelta(minutes=1))
    yield from _count(limits.bids_per_minute, minute + 1, "rate", "", "bids within a minute")
    content = standing.content or content_of(bid)
    same = [at for at, other in standing.recent if other == content]
    if same:
        age = standing.now - max(same)
        levels = limits.duplicate_minutes
        if age < timedelta(minutes=levels.block):
            yield Finding("block", "duplicate", "", "the same bid was confirmed less than a moment ago")
        elif levels.warn is not None and age < timedelta(minutes=levels.warn):
            minutes = int(age / timedelta(minutes=1))
            yield Finding(
                "warn",
                "duplicate",
                "",
                f"the same bid was confirmed {minutes} minutes ago",
                (("minutes", str(minutes)),),
            )


def _money(levels: MoneyLevels, amount: Decimal, code: str, path: str, what: str) -> Iterator[Finding]:
    level = _level(amount, levels.warn, levels.block)
    if level:
        limit = levels.block if level == "block" or levels.warn is None else levels.warn
        shown = amount_text(amount.quantize(Decimal("0.0001")))
        facts = (("amount", shown), ("limit", amount_text(limit)))
        words = f"${shown} {what} is over the limit of ${amount_text(limit)}"
        yield Finding(level, code, path, words, facts, _times(amount, levels.warn))


def _count(levels: CountLevels, count: int, code: str, path: str, what: str) -> Iterator[Finding]:
    level = _level(Decimal(count), levels.warn, levels.block)
    if level:
        limit = levels.block if level == "block" or levels.warn is None else levels.warn
        facts = (("count", f"{count:,}"), ("limit", f"{limit:,}"))
        words = f"{count:,} {what} is over the limit of {limit:,}"
        yield Finding(level, code, path, words, facts, _times(Decimal(count), levels.warn))


def _level(amount: Decimal, warn: Decimal | int | None, block: Decimal | int) -> Level | None:
    if not amount.is_finite() or amount > block:
        return "block"
    return "warn" if warn is not None and amount > warn else None


def _times(amount: Decimal, warn: Decimal | int | None) -> Decimal | None:
    return amount / warn if warn else None


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return [(key, _sorted(value[key])) for key in sorted(value)]
    if isinstance(value, (list, tuple)):
        return [_sorted(item) for item in value]
    return value
