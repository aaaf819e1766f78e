"""Untrusted bytes to a Bid, strictly, and a Bid to its one spelling in bytes."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from pydantic import ValidationError

from auction_client.model.bid import Bid
from auction_client.model.errors import InvalidBid, Problem

MAX_BYTES = 64_000
_MAX_JSON_DEPTH = 48  # 16 levels of groups, two brackets each, and the leaf's own


def parse_bid(data: bytes | str) -> Bid:
    """Reads one bid. Raises InvalidBid that lists what is wrong: too large, not JSON, duplicate keys, too deep,
    floats, unknown fields, naive times, or a tree that breaks the language."""
    try:
        return Bid.model_validate(_strict_json(data))
    except ValidationError as error:
        raise InvalidBid([as_problem(fault) for fault in error.errors(include_url=False)]) from None


def bid_bytes(bid: Bid) -> bytes:
    """The canonical JSON of a bid: sorted keys, no spaces, UTF-8. Equal bids give equal bytes."""
    return json.dumps(bid.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _strict_json(data: bytes | str) -> Any:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        _refuse("too_large", f"a bid is at most {MAX_BYTES:,} bytes; this is {len(raw):,}")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        _refuse("not_utf8", "the bid is not UTF-8 text")
    if _json_depth(text) > _MAX_JSON_DEPTH:
        _refuse("too_deep", "the tree is more than 16 levels deep")
    try:
        return json.loads(
            text, object_pairs_hook=_unique_keys, parse_float=_no_floats, parse_constant=_no_floats, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        _refuse("not_json", f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}")


def _json_depth(text: str) -> int:
    deepest = depth = 0
    in_string = escaped = False
    for char in text:
        if in_string:
            if escaped:
                escaped = False
            elif char == "\\":
                escaped = True
            elif char == '"':
                in_string = False
        elif char == '"':
            in_string = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse("duplicate_key", f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _no_floats(text: str) -> NoReturn:
    _refuse("float", f"{text} is a floating-point number; write money as a decimal string and counts as whole numbers")


def _integer(text: str) -> int:
    if len(text) > 18:
        _refuse("too_large", "a number has more than 18 digits")
    return int(text)


def _refuse(code: str, message: str) -> NoReturn:
    raise InvalidBid([Problem(path="", code=code, message=message)])


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
