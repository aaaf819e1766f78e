"""USD amounts that may be negative, as decimal strings."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

_AMOUNT_PATTERN = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"


def _read_amount(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        value = format(value, "f")
    if not isinstance(value, str) or not re.fullmatch(_AMOUNT_PATTERN[1:-1], value):
        raise ValueError('an amount is a decimal string such as "-2.10" with at most 6 decimals')
    return Decimal(value)


def amount_text(amount: Decimal) -> str:
    """The one spelling of a signed amount: no exponent, at least two decimals, no minus on zero."""
    whole, _, fraction = format(abs(amount), "f").partition(".")
    return f"{'-' if amount < 0 else ''}{whole}.{fraction.rstrip('0').ljust(2, '0')}"


Amount = Annotated[
    Decimal,
    BeforeValidator(_read_amount),
    PlainSerializer(amount_text, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": _AMOUNT_PATTERN, "examples": ["-2.10"]}),
]
"""USD that may be negative (received)."""
