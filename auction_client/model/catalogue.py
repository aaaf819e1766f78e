"""The catalogue of GPUs, regions and tokens that bids may name, with the aliases people use for them."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from auction_client.model.fields import Form, Money

CATALOGUE_FILE = Path(__file__).parents[2] / "resources" / "catalog.json"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Gpu(_Entry):
    """One kind of GPU. `reference_price` is USD per GPU-hour."""

    gpu: str
    aliases: tuple[str, ...]
    memory_gb: tuple[int, ...]
    forms: tuple[Form, ...]
    node_size: int = Field(ge=1)
    rack_size: int | None = None
    reference_price: Money
    tdp_w: int | None


class Region(_Entry):
    """One place where lots are served."""

    region: str
    aliases: tuple[str, ...]


class Token(_Entry):
    """One model token. `reference_price` is USD per token."""

    symbol: str
    aliases: tuple[str, ...]
    name: str
    reference_price: Money


class Catalogue(_Entry):
    """All that can be named. Look-ups are exact; aliases are lower case and are matched by the reader."""

    version: int
    note: str
    gpus: tuple[Gpu, ...]
    ambiguous_gpus: dict[str, tuple[str, ...]]
    regions: tuple[Region, ...]
    region_groups: dict[str, tuple[str, ...]]
    tokens: tuple[Token, ...]

    @cached_property
    def gpu_by_name(self) -> dict[str, Gpu]:
        """GPUs by exact name."""
        return {entry.gpu: entry for entry in self.gpus}

    @cached_property
    def token_by_symbol(self) -> dict[str, Token]:
        """Tokens by exact symbol."""
        return {entry.symbol: entry for entry in self.tokens}

    @cached_property
    def region_ids(self) -> frozenset[str]:
        """Ids of all regions."""
        return frozenset(entry.region for entry in self.regions)

    def reference_price(self, gpu: str) -> Decimal:
        """USD per GPU-hour around which prices of this GPU are plausible. Raises KeyError for an unknown GPU."""
        return self.gpu_by_name[gpu].reference_price


def load_catalogue(path: Path = CATALOGUE_FILE) -> Catalogue:
    """Reads a catalogue file; raises OSError or pydantic.ValidationError."""
    return Catalogue.model_validate(json.loads(path.read_text(encoding="utf-8")))
