"""How the reader and the worker process talk: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import JsonValue

MAX_LINE = 1 << 20
"""The longest line either side accepts, in bytes."""


def line_of(message: Mapping[str, JsonValue]) -> bytes:
    """One message as a line."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"
