"""Client ids: UUIDs of version 7 (RFC 9562), whose first 48 bits are the millisecond at which they were made.

The time inside lets an exchange refuse ids that are older than its memory; uniqueness rests on 74 random bits only,
never on the clock.
"""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from typing import Annotated

from pydantic import StringConstraints

ID_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
ClientId = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN)]


def new_client_id(milliseconds: int | None = None, random_bits: int | None = None) -> str:
    """A fresh id in lower case. Both arguments exist for tests and simulations that must repeat exactly."""
    at = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    bits = secrets.randbits(74) if random_bits is None else random_bits
    value = (at & (1 << 48) - 1) << 80 | 0x7 << 76 | (bits >> 62 & 0xFFF) << 64 | 0b10 << 62 | bits & (1 << 62) - 1
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def made_at(client_id: str) -> datetime:
    """The instant written inside the id, in UTC. Raises ValueError if it is no UUID."""
    return datetime.fromtimestamp(int(client_id.replace("-", "")[:12], 16) / 1000, UTC)
