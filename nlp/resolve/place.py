"""Where: allowed and excluded places become the region fields of a lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.tagged import Place


@dataclass(frozen=True)
class Regions:
    """Sorted region ids; `contradiction` where nothing is left or a place is both wanted and excluded."""

    regions: tuple[str, ...] = ()
    not_regions: tuple[str, ...] = ()
    contradiction: bool = False


def resolve_places(places: Sequence[Place]) -> Regions:
    """Places of one lot together. An exception inside a named group is subtracted from it."""
    wanted = {region for place in places if not place.excluded for region in place.regions}
    excluded = {region for place in places if place.excluded for region in place.regions}
    if not wanted:
        return Regions((), tuple(sorted(excluded)))
    groups = {region for place in places if place.group and not place.excluded for region in place.regions}
    left = wanted - excluded
    if not left or (excluded & wanted) - groups:
        return Regions(tuple(sorted(wanted)), tuple(sorted(excluded)), contradiction=True)
    return Regions(tuple(sorted(left)), ())
