"""The clauses of a lot: which fields each says, and in what words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auction_client.model.bid import ComputeAsset, Lot
from nlp.writing.sentence import Open, Speech

_NEEDS = ("interconnect", "regions", "not_regions", "min_uptime", "interruptible", "tags")


@dataclass(frozen=True)
class Clause:
    """`fields`, below the lot's path, are said together by `words`; `open` is what says that nothing is required."""

    fields: tuple[str, ...]
    words: Callable[[Speech, Lot], str]
    open: Open | None = None

    def value(self, lot: Lot) -> tuple[object, ...]:
        """What the lot has in these fields."""
        return tuple(_value(lot, field) for field in self.fields)


def _value(lot: Lot, field: str) -> object:
    of_asset = field.removeprefix("asset.")
    return getattr(lot, field) if of_asset == field else getattr(lot.asset, of_asset, None)


def _needs(*names: str) -> Callable[[Speech, Lot], str]:
    """The words of these requirements alone."""
    others = {
        name: ComputeAsset.model_fields[name].get_default(call_default_factory=True)
        for name in _NEEDS
        if name not in names
    }

    def words(speech: Speech, lot: Lot) -> str:
        return speech.needs(lot.asset.model_copy(update=others)) if isinstance(lot.asset, ComputeAsset) else ""

    return words


COUNT = Clause(
    ("quantity", "min_quantity"),
    lambda speech, lot: speech.count(lot) if lot.gpu_hours is None else speech.width(lot),
)
PRODUCT = Clause(
    ("asset.gpu", "asset.symbol", "asset.form", "asset.memory_gb"), lambda speech, lot: speech.product(lot.asset)
)
LIMIT = Clause(
    ("limit",), lambda speech, lot: speech.limit(lot, lot.limit) if lot.limit is not None else "", open="price"
)
BUDGET = Clause(("budget",), lambda speech, lot: speech.budget(lot, lot.budget) if lot.budget is not None else "")
CLAUSES = (
    Clause(("gpu_hours",), lambda speech, lot: speech.volume(lot)),
    COUNT,
    PRODUCT,
    Clause(("asset.regions", "asset.not_regions"), _needs("regions", "not_regions"), open="place"),
    Clause(("asset.interconnect",), _needs("interconnect"), open="interconnect"),
    Clause(("asset.min_uptime",), _needs("min_uptime"), open="uptime"),
    Clause(("asset.interruptible",), _needs("interruptible")),
    Clause(("asset.tags",), _needs("tags"), open="tags"),
    Clause(("delivery",), lambda speech, lot: speech.delivery(lot.delivery) if lot.delivery is not None else ""),
    LIMIT,
    BUDGET,
)
"""In the order in which they are put behind a lot."""
