"""Untrusted bytes to a Bid, strictly, and a Bid to its one spelling in bytes."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from auction_client.model.bid import Bid
from auction_client.model.errors import InvalidBid, Problem
from auction_client.model.strict_json import StrictJsonError, read_json

MAX_BYTES = 64_000


def parse_bid(data: bytes | str) -> Bid:
    """Reads one bid. Raises InvalidBid that lists what is wrong: not strict JSON, unknown fields, naive times, or a
    tree that breaks the language."""
    try:
        return Bid.model_validate(read_json(data, MAX_BYTES))
    except StrictJsonError as error:
        raise InvalidBid([Problem(path="", code=error.code, message=str(error))]) from None
    except ValidationError as error:
        raise InvalidBid([as_problem(fault) for fault in error.errors(include_url=False)]) from None


def bid_bytes(bid: Bid) -> bytes:
    """The canonical JSON of a bid: sorted keys, no spaces, UTF-8. Equal bids give equal bytes."""
    return json.dumps(bid.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def as_problem(fault: Any) -> Problem:
    """One pydantic error as a Problem with its path."""
    path = ""
    for part in fault["loc"]:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part not in ("lot", "group", "linked", "compute", "token"):  # tags of the unions, not fields
            path += f".{part}" if path else str(part)
    message = {"extra_forbidden": "unknown field", "missing": "missing field"}.get(
        fault["type"], str(fault["msg"]).removeprefix("Value error, ")
    )
    return Problem(path=path, code=str(fault["type"]), message=message)
