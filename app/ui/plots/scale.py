"""Round tick values, and the way from values to pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


def round_ticks(low: float, high: float, most: int) -> list[float]:
    """At most `most` round values inside [low, high]: steps of 1, 2, 2.5 or 5 times a power of ten."""
    if not math.isfinite(low) or not math.isfinite(high) or high <= low or most < 1:
        return []
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1.0, 2.0, 2.5, 5.0, 10.0) if factor * power >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [index * step for index in range(first, math.floor(high / step + 1e-9) + 1)]


def padded(values: Sequence[float], share: float = 0.08) -> tuple[float, float]:
    """The range of the values with some room at both ends; a range around a single value."""
    low, high = min(values), max(values)
    room = (high - low) * share or max(abs(high) * 0.05, 0.01)
    return low - room, high + room


def spread(places: Sequence[float], widths: Sequence[float], gap: float) -> range:
    """Which labels to write so that none touches the next and they stand at even steps: every one, every second, …"""
    for step in range(1, len(places) + 1):
        shown = range(0, len(places), step)
        if all(
            places[right] - places[left] >= (widths[left] + widths[right]) / 2 + gap for left, right in pairwise(shown)
        ):
            return shown
    return range(0)


@dataclass(frozen=True)
class Scale:
    """Maps [low, high] onto pixels [first, last]."""

    low: float
    high: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        return self.first + (value - self.low) / (self.high - self.low) * (self.last - self.first)

    def back(self, pixel: float) -> float:
        """The value at a pixel."""
        return self.low + (pixel - self.first) / (self.last - self.first) * (self.high - self.low)
