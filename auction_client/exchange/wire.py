"""Bytes from the network to typed values, and back: strict, bounded, and the same on both sides.

Refused: more than the cap, what is not strict JSON, unknown fields, and every value outside its type's bounds.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from auction_client.model import strict_json

REQUEST_CAP = 64_000
"""Most bytes of a request body, and of every answer that is not market data."""
RECORD_CAP = 8_000_000
"""Most bytes of one bid's record: 64 lots with fills in every hour of a year."""
MARKET_CAP = 16_000_000
"""Most bytes of an answer with market data."""

Model = TypeVar("Model", bound=BaseModel)


class WireError(ValueError):
    """The bytes are not the message they should be. The text is our own, safe to show and to log."""


def read_message(kind: type[Model], data: bytes, cap: int = REQUEST_CAP) -> Model:
    """Parses one message. Raises WireError."""
    value = read_json(data, cap)
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise WireError(f"not a {kind.__name__}: {where or 'message'}: {fault['msg']}") from None
    except RecursionError:
        raise WireError(f"not a {kind.__name__}: too deep") from None


def read_json(data: bytes, cap: int = REQUEST_CAP) -> Any:
    """Parses JSON under the rules above, into plain values. Raises WireError."""
    try:
        return strict_json.read_json(data, cap)
    except strict_json.StrictJsonError as error:
        raise WireError(str(error)) from None


def write_message(message: BaseModel) -> bytes:
    """The one spelling of a message: sorted keys, no spaces, UTF-8."""
    return json.dumps(
        message.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def sha256_hex(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal: how protocol messages name bytes."""
    return hashlib.sha256(data).hexdigest()
