"""The field types that bids are made of: money, instants, counts and words.

Money is a Decimal that is written as a string ("2.10"), never a float. Instants carry their UTC offset.
Digits are matched as [0-9], since ``\\d`` and ``int`` accept other scripts.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, StringConstraints, WithJsonSchema

_MONEY = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def _read_money(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        value = format(value, "f")
    if not isinstance(value, str):
        raise ValueError('money is written as a decimal string such as "2.10"')
    if not _MONEY.fullmatch(value):
        raise ValueError(f'{value!r} is not an amount of USD such as "2.10" (at most 6 decimals)')
    return Decimal(value)


def money_text(amount: Decimal) -> str:
    """The one spelling of an amount: no exponent, at least two decimals, no further trailing zeros."""
    whole, _, fraction = format(amount, "f").partition(".")
    return f"{whole}.{fraction.rstrip('0').ljust(2, '0')}"


@lru_cache(maxsize=4096)
def _written_instant(text: str) -> datetime:
    """Kept, since the lots of a book name the same few hours again and again."""
    if not _INSTANT.fullmatch(text):
        raise ValueError(f"{text!r} is not an instant with a UTC offset such as 2026-11-24T20:00:00-08:00")
    return datetime.fromisoformat(text)


def _read_instant(value: Any) -> datetime:
    if isinstance(value, str):
        value = _written_instant(value)
    if not isinstance(value, datetime):
        raise ValueError("an instant is a string such as 2026-11-24T20:00:00-08:00")
    if value.utcoffset() is None:
        raise ValueError("an instant needs a UTC offset")
    return value


def _no_repeats(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and all(isinstance(word, str) for word in value):
        return tuple(sorted(set(value)))
    return value


Money = Annotated[
    Decimal,
    BeforeValidator(_read_money),
    PlainSerializer(money_text, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": f"^{_MONEY.pattern}$", "examples": ["2.10"]}),
]
Instant = Annotated[
    datetime, BeforeValidator(_read_instant), PlainSerializer(lambda at: at.isoformat(), when_used="json")
]
Count = Annotated[int, Field(strict=True, ge=1, le=1_000_000_000)]
Flag = Annotated[bool, Field(strict=True)]
Word = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9-]{1,64}$")]
Name = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
Words = Annotated[tuple[Word, ...], BeforeValidator(_no_repeats), Field(max_length=64)]

Side = Literal["buy", "sell"]
Form = Literal["SXM", "PCIe", "NVL"]
Interconnect = Literal["infiniband", "roce", "nvlink"]
Uptime = Literal["0.99", "0.999", "0.9999", "0.99999"]
