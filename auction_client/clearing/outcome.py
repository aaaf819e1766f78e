"""What clearing gives back: prices, fills, surplus and its proven bound."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError

from auction_client.clearing.book import Id, InvalidBook
from auction_client.model.fields import Count, Money, money_text
from auction_client.model.parse import as_problem


def _read_signed(value: Any) -> Any:
    if isinstance(value, str) and len(value) <= 40:
        text = value.removeprefix("-")
        if text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit() and not text.startswith("."):
            return Decimal(value)
        raise ValueError(f"{value!r} is not an amount of USD")
    if isinstance(value, Decimal):
        return value
    raise ValueError('money is written as a decimal string such as "-2.10"')


def _write_signed(amount: Decimal) -> str:
    return f"-{money_text(-amount)}" if amount < 0 else money_text(amount.copy_abs())


SignedMoney = Annotated[Decimal, BeforeValidator(_read_signed), PlainSerializer(_write_signed, when_used="json")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LotFill(_Part):
    """One accepted lot: `quantity` GPUs in each of `slots` (a volume lot: a tuple, slot by slot). `product` is a
    product id, or a token's symbol with no slots."""

    path: str
    product: Id
    quantity: Count | tuple[Count, ...]
    slots: tuple[Annotated[int, Field(strict=True, ge=0)], ...]

    def quantities(self) -> tuple[int, ...]:
        """GPUs slot by slot, as long as `slots`; for a token lot its one quantity."""
        if isinstance(self.quantity, tuple):
            return self.quantity
        return (self.quantity,) * max(1, len(self.slots))


class Fill(_Part):
    """One accepted bid. `pay` in USD over all its lots; negative: it receives."""

    bid: Id
    pay: SignedMoney
    lots: tuple[LotFill, ...]


class Proof(_Part):
    """Why no selection is worth more than a bound. At the dual prices (USD per GPU-hour by product id, one for every
    slot; USD per token) all bids together could gain at most `bound` USD, which anybody can recompute. A dual price is
    below zero where whole blocks are on offer and too little of an hour of theirs is wanted. `by`: "prices" where that
    is the outcome's own bound, "search" where a search over selections has proved a lower one."""

    by: Literal["prices", "search"]
    bound: SignedMoney
    prices: dict[str, tuple[SignedMoney, ...]]
    token_prices: dict[str, SignedMoney]


class Outcome(_Part):
    """The result of one clearing. Prices are USD per GPU-hour by product id, one for every slot; null where nothing
    was traded and no price is needed. With the objective welfare there are no prices and nobody pays."""

    version: Literal[1] = 1
    status: Literal["optimal", "feasible"]
    surplus: SignedMoney
    bound: SignedMoney
    gap: float
    seconds: float
    prices: dict[str, tuple[Money | None, ...]]
    token_prices: dict[str, Money | None]
    fills: tuple[Fill, ...]
    rejected_in_the_money: tuple[str, ...]
    proof: Proof | None = None

    def fill_of(self, bid: str) -> Fill | None:
        """The fill of one bid, None where it was rejected."""
        return next((fill for fill in self.fills if fill.bid == bid), None)


def parse_outcome(data: bytes | str) -> Outcome:
    """Reads one outcome. Raises InvalidBook that says what is wrong and where."""
    try:
        return Outcome.model_validate_json(data)
    except ValidationError as error:
        raise InvalidBook([as_problem(fault) for fault in error.errors(include_url=False)]) from None


def outcome_bytes(outcome: Outcome) -> bytes:
    """The outcome's JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(
        outcome.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()
