"""Writes the protocol's description: python -m tests.practice.write_openapi"""

from __future__ import annotations

import tempfile
from pathlib import Path

from auction_client.practice.openapi import OPENAPI_FILE, openapi_text
from auction_client.practice.server import Submitting, create_routes
from tests.practice.trading import open_exchange

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        exchange = open_exchange(Path(folder))
        OPENAPI_FILE.write_text(openapi_text(create_routes(exchange, Submitting(exchange))), encoding="utf-8")
        exchange.close()
