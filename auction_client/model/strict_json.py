"""JSON from outside, read strictly and in bounds: the one reader of bids, books, messages and rules.

Refused: more bytes than expected, anything but UTF-8, what JSON does not allow, a key that stands twice in one object,
floating-point numbers, NaN and Infinity, whole numbers of more than 18 digits, half a surrogate pair, and trees deeper
than any that this program writes. What comes out is plain values; their meaning is for the caller to check.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Literal, NoReturn

MOST_DEPTH = 48
"""Deepest nesting: 16 levels of groups, two brackets each, the leaf's own, and what a message puts around them."""
MOST_DIGITS = 18

Fault = Literal["too_large", "not_utf8", "not_json", "too_deep", "duplicate_key", "float"]

_STRINGS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NOT_BRACKETS = re.compile(r"[^\[\]{}]+")
_PIECE = 65_536
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class StrictJsonError(ValueError):
    """The bytes are not strict JSON. `code` is stable, the text is for a person and safe to show."""

    def __init__(self, code: Fault, message: str) -> None:
        self.code: Fault = code
        super().__init__(message)


def read_json(data: bytes | str, most_bytes: int) -> Any:
    """The value that `data` stands for. Raises StrictJsonError."""
    try:
        raw = data.encode("utf-8") if isinstance(data, str) else data
        if len(raw) > most_bytes:
            _refuse("too_large", f"at most {most_bytes:,} bytes are read; these are {len(raw):,}")
        text = raw.decode("utf-8")
    except UnicodeError:
        _refuse("not_utf8", "not UTF-8 text")
    if _deeper_than(text, MOST_DEPTH):
        _refuse("too_deep", f"nested more than {MOST_DEPTH} deep")
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        _refuse("not_json", f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    if _SURROGATE.search(text):
        try:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            _refuse("not_utf8", "half a surrogate pair, which no text contains")
    return value


def _deeper_than(text: str, most: int) -> bool:
    """Whether brackets nest deeper than that. Strings apart, innermost pairs are taken away again and again."""
    if text.count("[") + text.count("{") <= most:
        return False
    brackets = "".join(_brackets(text)).replace("{", "[").replace("}", "]")
    for _ in range(most):
        left = brackets.replace("[]", "")
        if left == brackets:  # all gone, or not balanced: then at most what is open at once can nest
            return left.count("[") > most
        brackets = left
    return bool(brackets)


def _brackets(text: str) -> Iterator[str]:
    """What stands outside of strings, brackets alone; piece by piece, so that other threads go on meanwhile: of the
    megabytes of a market's history a single pass would hold them up for a twentieth of a second."""
    if "\\" in text or text.count('"') % 2:
        yield _NOT_BRACKETS.sub("", _STRINGS.sub("", text))
        return
    inside = 0
    for start in range(0, len(text), _PIECE):
        parts = text[start : start + _PIECE].split('"')
        yield _NOT_BRACKETS.sub("", "".join(parts[inside::2]))
        inside ^= len(parts) % 2 == 0


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse("duplicate_key", f"the key {ascii(key)[:60]} stands twice in one object")
        found[key] = value
    return found


def _no_floats(text: str) -> NoReturn:
    _refuse(
        "float", f"{text[:40]} is a floating-point number; write money as a decimal string and counts as whole numbers"
    )


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        _refuse("too_large", f"a number has more than {MOST_DIGITS} digits")
    return int(text)


def _refuse(code: Fault, message: str) -> NoReturn:
    raise StrictJsonError(code, message)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique_keys, parse_float=_no_floats, parse_constant=_no_floats, parse_int=_integer
)
