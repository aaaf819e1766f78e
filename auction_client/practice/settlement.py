"""From an outcome to what an account holds: fills of the protocol, owned hours, tokens and cash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from auction_client.clearing.book import Product
from auction_client.clearing.outcome import Fill, Outcome
from auction_client.clearing.outcome import LotFill as BookFill
from auction_client.exchange.protocol import BidStatus, LotFill
from auction_client.model.bid import Group, Linked, Lot, children_of, lots_of

_HOUR = timedelta(hours=1)


class UnsoundOutcome(RuntimeError):
    """What the prices say does not add up to what the bids pay; nothing of the outcome is settled."""


@dataclass(frozen=True)
class Hours:
    """Owned (or sold: negative quantity) GPUs of one product in every hour of [start, end), and what they cost."""

    product: str
    quantity: int
    start: datetime
    end: datetime
    paid: Decimal


@dataclass(frozen=True)
class Tokens:
    """Tokens bought (or sold: negative) and what they cost."""

    symbol: str
    quantity: int
    paid: Decimal


@dataclass(frozen=True)
class Settled:
    """What one fill comes to."""

    status: BidStatus
    pay: Decimal
    fills: tuple[LotFill, ...]
    hours: tuple[Hours, ...]
    tokens: tuple[Tokens, ...]


def settle(
    root: Lot | Group | Linked, fill: Fill, outcome: Outcome, products: dict[str, Product], start: datetime
) -> Settled:
    """Turns one fill into holdings. `start`: of the horizon's first slot. Raises UnsoundOutcome where the positions'
    costs at the clearing prices do not sum to the fill's pay."""
    lots = dict(lots_of(root))
    fills: list[LotFill] = []
    hours: list[Hours] = []
    tokens: list[Tokens] = []
    for each in fill.lots:
        sign = 1 if lots[each.path].side == "buy" else -1
        if each.product in products:
            product = products[each.product]
            hours += _runs(each, sign, outcome.prices[each.product], start)
            fills.append(_compute_fill(each, product, start))
        else:
            price = outcome.token_prices[each.product]
            quantity = sum(each.quantities())
            if price is None:
                raise UnsoundOutcome(f"{each.product} was traded and has no price")
            tokens.append(Tokens(each.product, sign * quantity, sign * quantity * price))
            fills.append(LotFill(path=each.path, quantity=quantity))
    paid = sum((each.paid for each in hours), Decimal(0)) + sum((each.paid for each in tokens), Decimal(0))
    if paid != fill.pay:
        raise UnsoundOutcome(f"bid {fill.bid} pays {fill.pay} but its hours cost {paid}")
    units = {each.path: sum(each.quantities()) for each in fill.lots}
    status = BidStatus.WON if _complete(root, "root", units) else BidStatus.PARTLY_WON
    return Settled(status, fill.pay, tuple(fills), tuple(hours), tuple(tokens))


def _compute_fill(each: BookFill, product: Product, start: datetime) -> LotFill:
    volume = isinstance(each.quantity, tuple)
    return LotFill.model_validate(
        {
            "path": each.path,
            "product": product.id,
            "region": product.region,
            "quantity": None if volume else each.quantity,
            "quantities": each.quantity if volume else (),
            "start": start,
            "slots": each.slots,
        }
    )


def _runs(each: BookFill, sign: int, prices: tuple[Decimal | None, ...], start: datetime) -> Iterator[Hours]:
    run: list[tuple[int, int]] = []  # (slot, quantity)
    for slot, quantity in sorted(zip(each.slots, each.quantities(), strict=True)):
        if quantity == 0:
            continue
        if run and (slot != run[-1][0] + 1 or quantity != run[-1][1]):
            yield _hours(each.product, sign, run, prices, start)
            run = []
        run.append((slot, quantity))
    if run:
        yield _hours(each.product, sign, run, prices, start)


def _hours(
    product: str, sign: int, run: list[tuple[int, int]], prices: tuple[Decimal | None, ...], start: datetime
) -> Hours:
    paid = Decimal(0)
    for slot, quantity in run:
        price = prices[slot]
        if price is None:
            raise UnsoundOutcome(f"{product} was traded in slot {slot} and has no price there")
        paid += sign * quantity * price
    first, last = run[0][0], run[-1][0]
    return Hours(product, sign * run[0][1], start + first * _HOUR, start + (last + 1) * _HOUR, paid)


def _complete(node: Lot | Group | Linked, path: str, units: dict[str, int]) -> bool:
    """Whether nothing is left that the bid could still have got: every accepted lot in full, and as many items of
    each accepted group as it may take."""
    if isinstance(node, Lot):
        wanted = node.gpu_hours or node.quantity or 0
        if node.gpu_hours is None and node.delivery is not None:
            hours = node.delivery.hours or int(node.delivery.window_hours)
            wanted *= hours
        return units.get(path, 0) >= wanted
    accepted = [
        (child_path, child)
        for child_path, child in children_of(node, path)
        if any(at == child_path or at.startswith((f"{child_path}.", f"{child_path}[")) for at in units)
    ]
    most = node.at_most if isinstance(node, Group) else 2
    return len(accepted) >= most and all(_complete(child, child_path, units) for child_path, child in accepted)
