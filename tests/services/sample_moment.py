"""The moment, the zone and the catalogue that the stand-ins agree on."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from auction_client.model.catalogue import load_catalogue

ZONE = ZoneInfo("America/Los_Angeles")


NOW = datetime(2026, 11, 23, 9, 12, tzinfo=ZONE)


CATALOGUE = load_catalogue()
