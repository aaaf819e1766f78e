# ruff: noqa: E501
"""How much: a price with its unit becomes a limit per GPU-hour or per token, or a budget.

The reference price of the catalogue decides only where no unit was said, within a band of 0.3 to 3 times it; a stated unit
is taken as said, whatever the amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from auction_client.model.catalogue import Gpu
from nlp.tagged import Price

LOW, HIGH = Decimal("0.3"), Decimal(3)
SIX_PLACES = Decimal("0.000001")
MAX_AMOUNT = Decimal(10) ** 12

Kind = Literal["limit", "budget", "window_budget", "item_budget"]


@dataclass(frozen=True)
class Amount:
    """What a price comes to, or the question's code it raises."""

    kind: Kind = "limit"
    value: Decimal | None = None
    ask: str | None = None
    assumption: str | None = None


def in_band(value: Decimal, reference: Decimal) -> bool:
    """Whether a price per GPU-hour is plausible."""
    return LOW * reference <= value <= HIGH * reference


def resolve_price(price: Price, gpu: Gpu | None, reference: Decimal | None, gpu_hours: Decimal | None) -> Amount:
    """A price said of compute. `reference` is USD per GPU-hour; `gpu_hours` what a total would be spread over."""
    if price.currency != "USD":
        return Amount(ask="unsupported_currency")
    value = price.amount
    if value <= 0 or value >= MAX_AMOUNT:
        return Amount(ask="contradiction")
    if price.unit == "total":
        return _exact("budget", value)
    if price.unit == "item":
        return _exact("item_budget", value)
    if price.unit == "window":
        return _exact("window_budget", value)
    divisor = _divisor(price.unit, gpu)
    if divisor is not None:
        return _exact("limit", value / divisor)
    if price.unit in ("hour", "gpu", None) and reference is not None and in_band(value, reference):
        return _exact("limit", value, assumption="price_unit")
    if price.unit is None and reference is not None and gpu_hours and in_band(value / gpu_hours, reference):
        return _exact("budget", value, assumption="price_unit")
    return Amount(ask="ambiguous_price_unit")


def resolve_token_price(price: Price) -> Amount:
    """A price said of tokens: per token unless it is a total."""
    if price.currency != "USD":
        return Amount(ask="unsupported_currency")
    if price.amount <= 0 or price.amount >= MAX_AMOUNT:
        return Amount(ask="contradiction")
    if price.unit == "total":
        return _exact("budget", price.amount)
    if price.unit in (None, "token", "gpu"):
        return _exact("limit", price.amount)
    return Amount(ask="ambiguous_price_unit")


def _divisor(unit: str | None, gpu: Gpu | None) -> Decimal | None:
    if unit == "gpu_hour":
        return Decimal(1)
    if unit == "gpu_day":
        return Decimal(24)
    if gpu is None:
        return None
    node, rack = Decimal(gpu.node_size), Decimal(gpu.rack_size or gpu.node_size)
    return {"node_hour": node, "node_day": node * 24, "rack_hour": rack, "rack_day": rack * 24}.get(unit or "")


def _exact(kind: Kind, value: Decimal, assumption: str | None = None) -> Amount:
    rounded = value.quantize(SIX_PLACES)
    if rounded <= 0:
        return Amount(ask="ambiguous_price_unit")
    return Amount(
        kind,
        rounded.normalize() if rounded != rounded.to_integral_value() else rounded.quantize(Decimal(1)),
        assumption=assumption,
    )
