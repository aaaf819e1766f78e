"""The chance of a fill, and the price ladder: how one draft fares in each of the cleared scenarios.

In every scenario the draft has a break-even: the multiple of its limits and budgets at which it just fills when it is
inserted into what is cleared. That takes milliseconds. What a new clearing would rearrange for it, insertion misses; so
the scenarios in which the break-even is near are cleared again around the draft, which then has the last word there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import ceil, exp, floor, inf, log

from auction_client.clearing.dearer import amount_times
from auction_client.clearing.estimates import Estimate, Rung
from auction_client.clearing.market import ClearedMarket, Draft
from auction_client.model.bid import Lot

SHIFT, SLOPE = 0.64, 1.08
"""Of the log odds, from the share of scenarios that fill to the chance of a fill: see tests/bench/probability.py."""
_SHARES = (0.25, 0.5, 0.8, 0.95)
_NEAR = log(1.25)  # further from the break-even, a new clearing says what insertion says
_JUST_MORE = 1.02  # what is needed, at a guess, where a new clearing finds no place at a limit that seemed enough
_FURTHEST = 1e6
_PARTS = 1_000_000  # a multiplier is written with six decimals
_SAME = 1e-9  # relative, in which two multipliers are one


class Chances:
    """One draft over scenarios. `needs[s]`: how many times better than now its price must be in scenario s; it fills
    where that is at most 1 (inf: never)."""

    def __init__(self, shape: Draft, scenarios: Sequence[ClearedMarket], *, sells: bool) -> None:
        self._shape = shape
        self._scenarios = scenarios
        self._sells = sells
        edges = shape.break_evens(scenarios)
        # A sale fills where its limit is at most the break-even; 0 where none does.
        self.needs = [1 / edge if 0 < edge < inf else inf for edge in edges] if sells else edges

    def clear_near(self, stopped: Callable[[], bool]) -> bool:
        """Clears again around the draft where its break-even is near, nearest first; False if stopped before the
        end."""
        near = [(abs(log(need)), s) for s, need in enumerate(self.needs) if 0 < need < inf]
        for distance, s in sorted(near):
            if distance > _NEAR:
                break
            fills = self._scenarios[s].with_draft(self._shape, stopped)
            if fills is None:
                return False
            if fills != (self.needs[s] <= 1):
                self.needs[s] = 1.0 if fills else _JUST_MORE
        return True

    def added_to(self, found: Estimate, lot: Lot | None) -> Estimate:
        """The estimate with its probability and ladder. lot: whose limit stands for the price in the ladder."""
        count = len(self.needs)
        likely, low, high = self._chance(1.0)
        return found.model_copy(
            update={
                "probability": likely, "probability_low": low, "probability_high": high,
                "ladder": tuple(self._rungs(lot)),
                "basis": found.basis.model_copy(update={"scenarios": count}),
            }
        )  # fmt: skip

    def _rungs(self, lot: Lot | None) -> list[Rung]:
        ordered, count = sorted(self.needs), len(self.needs)
        rungs: list[Rung] = []
        for share in _SHARES:
            fills = min(range(1, count + 1), key=lambda fills: abs(chance_of(fills, count)[0] - share))
            need = ordered[fills - 1]
            if not 0 < need < _FURTHEST:
                continue
            limit, multiplier = self._rounded(1 / need if self._sells else need, lot)
            if multiplier <= 0 or (rungs and rungs[-1].multiplier == round(multiplier, 6)):
                continue
            likely, low, high = self._chance(1 / multiplier if self._sells else multiplier)
            rungs.append(Rung(multiplier=round(multiplier, 6), limit=limit, probability=likely, low=low, high=high))
        return rungs

    def _chance(self, most: float) -> tuple[float, float, float]:
        """(probability, low, high) of a fill where as much as this is given."""
        fills = sum(1 for need in self.needs if need <= most * (1 + _SAME))
        return chance_of(fills, len(self.needs), served=min(self.needs) < inf)

    def _rounded(self, multiplier: float, lot: Lot | None) -> tuple[Decimal | None, float]:
        """(limit, multiplier) that can be written, and are enough where this multiplier is."""
        if lot is None or not lot.limit:
            return None, (floor if self._sells else ceil)(multiplier * _PARTS) / _PARTS
        limit = amount_times(lot.limit, multiplier, up=not self._sells)
        return limit, float(limit / lot.limit)


def chance_of(fills: int, count: int, *, served: bool = True) -> tuple[float, float, float]:
    """(probability, low, high) from so many fills in so many scenarios: none is ever 0 or 1; Wilson's 80 % interval,
    kept a hundredth away from certainty. served: whether any scenario could serve it at some price."""
    z = 1.2816
    share = fills / count
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * (share * (1 - share) / count + z * z / (4 * count * count)) ** 0.5 / (1 + z * z / count)
    shares = [(fills + 0.5) / (count + 1), max(0.01, centre - half), min(0.99, centre + half)]
    middle, low, high = (corrected(share) for share in shares) if served else shares
    return round(middle, 4), round(min(max(0.01, low), middle), 4), round(max(min(0.99, high), middle), 4)


def corrected(share: float) -> float:
    """The chance of a fill, given the share of scenarios that fill (Platt 1999). Scenarios are cleared in haste and
    again only around the draft: an auction finds places for it that they do not."""
    return float(1 / (1 + exp(-SHIFT) * ((1 - share) / share) ** SLOPE))
