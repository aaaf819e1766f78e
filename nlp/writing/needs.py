"""What a lot requires of its GPUs, in words that each language gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from auction_client.model.bid import ComputeAsset
from auction_client.model.fields import Interconnect
from nlp.lexicon.attributes import TAGS

_READ_ALONE = frozenset(name for name, _ in TAGS)
"""Tags that the reader knows without the word for a tag before them."""


@dataclass(frozen=True)
class Needs:
    """One language's words; "{}" stands for what they are said of. `either` joins places any of which will do."""

    interconnects: Mapping[Interconnect, str]
    either: str
    inside: str
    outside: str
    uptime: str
    interruptible: str
    tag: str

    def of(self, asset: ComputeAsset) -> str:
        """All requirements but those the name of the GPU holds; empty where there is none."""
        return ", ".join(self._each(asset))

    def _each(self, asset: ComputeAsset) -> Iterator[str]:
        if asset.interconnect:
            yield self.interconnects[asset.interconnect]
        if asset.regions:
            yield self.inside.format(self.either.join(asset.regions))
        yield from (self.outside.format(region) for region in asset.not_regions)
        if asset.min_uptime:
            yield self.uptime.format(f"{(Decimal(asset.min_uptime) * 100).normalize():f}%")
        if asset.interruptible:
            yield self.interruptible
        yield from (tag if tag in _READ_ALONE else self.tag.format(tag) for tag in asset.tags)
