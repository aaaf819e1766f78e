"""How many: counts, nodes, racks, bounds and volumes become the quantity fields of a lot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from auction_client.model.catalogue import Gpu
from nlp.tagged import Quantity

MAX_COUNT = 1_000_000_000


@dataclass(frozen=True)
class Count:
    """The quantity fields of a lot. `problem` is a question's code where the words give no single count."""

    quantity: int | None = None
    min_quantity: int | None = None
    gpu_hours: int | None = None
    problem: str | None = None
    lower_bound_only: bool = False


def resolve_count(values: Sequence[Quantity], gpu: Gpu | None) -> Count:
    """All counts said of one lot. Nodes and racks are counted by the catalogue's sizes; without a product they are
    left as they are and `problem` stays None, since the missing product is asked for anyway."""
    volumes = [value for value in values if value.unit in ("gpu_hour", "node_hour")]
    widths = [value for value in values if value.at_a_time and value not in volumes]
    shares = [value for value in values if value.unit == "percent"]
    rest = [value for value in values if value not in volumes and value not in widths and value not in shares]
    least = [value for value in rest if value.bound == "at_least"]
    main = [value for value in rest if value.bound != "at_least"]
    if volumes:
        return _volume(volumes, [*widths, *main], gpu)
    if not main and widths and not least:
        main = widths
    least = [_in_the_same_units(value, main) for value in least]
    if widths and main and any((each.low, each.high) != (main[0].low, main[0].high) for each in widths):
        return Count(problem="unsupported")  # "24 H100s, 8 at a time": only a volume has a width
    bounds = {(_units(value.low, value, gpu), _units(value.high, value, gpu), value.bound) for value in main}
    if len(bounds) > 1:
        return Count(problem="contradiction")
    minimum = max((_units(value.low, value, gpu) for value in least), default=None)
    if not main:
        if minimum is None:
            return Count()
        return _checked(minimum, None, lower_bound_only=True)
    low, high, bound = next(iter(bounds))
    if bound == "range":
        minimum = max(low, minimum or low)
    elif bound == "up_to" and minimum is None:
        minimum = _units(Decimal(1), main[0], gpu)
    for share in shares:
        if not 0 < share.low <= 100:
            return Count(problem="contradiction")
        minimum = max(minimum or 0, math.ceil(high * share.low / 100))
    return _checked(high, minimum)


def _in_the_same_units(least: Quantity, main: Sequence[Quantity]) -> Quantity:
    """ "3 nodes, at least 2": a smallest fill without a unit counts what the order counts, if it has so many."""
    larger = [value for value in main if value.unit in ("node", "rack") and least.low <= value.high]
    if least.unit == "gpu" and not least.unit_said and larger:
        return replace(least, unit=larger[0].unit)
    return least


def _volume(volumes: list[Quantity], widths: list[Quantity], gpu: Gpu | None) -> Count:
    amounts = {_units(value.high, value, gpu) for value in volumes}
    least = [_units(value.low, value, gpu) for value in widths if value.bound in ("at_least", "range")]
    caps = {_units(value.high, value, gpu) for value in widths if value.bound != "at_least"}
    if len(amounts) > 1 or len(caps) > 1 or any(value.bound == "at_least" for value in volumes):
        return Count(problem="contradiction")
    amount, cap = amounts.pop(), caps.pop() if caps else None
    minimum = max(least, default=None)
    if amount > MAX_COUNT or max(cap or 0, minimum or 0) > MAX_COUNT:
        return Count(problem="unsupported")
    if cap is not None and minimum is not None and minimum > cap:
        return Count(problem="contradiction")
    return Count(quantity=cap, min_quantity=None if minimum == cap else minimum, gpu_hours=amount)


def _units(amount: Decimal, value: Quantity, gpu: Gpu | None) -> int:
    size = 1
    if gpu and value.unit in ("node", "node_hour"):
        size = gpu.node_size
    elif gpu and value.unit == "rack":
        size = gpu.rack_size or gpu.node_size
    return int(amount) * size


def _checked(quantity: int, minimum: int | None, *, lower_bound_only: bool = False) -> Count:
    if minimum is not None and minimum > quantity:
        return Count(problem="contradiction")
    if quantity > MAX_COUNT:
        return Count(problem="unsupported")
    return Count(quantity, None if minimum == quantity else minimum, lower_bound_only=lower_bound_only)
