"""The values of one lot, and the doubts about them: every field resolved from the spans that ellipsis gave it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from auction_client.model.bid import ComputeAsset, Delivery, TokenAsset
from auction_client.model.catalogue import Catalogue, Gpu
from auction_client.model.readback import Language
from nlp.lexicon.attributes import VOLUME
from nlp.linking.ellipsis import Leaf, field_of
from nlp.linking.preferences import NO_PREFERENCES, Preferences
from nlp.messages import say
from nlp.resolve.asset import Named, resolve_product
from nlp.resolve.attribute import resolve_requirements
from nlp.resolve.place import resolve_places
from nlp.resolve.quantity import Count, resolve_count
from nlp.resolve.when import TimeContext, TimeReading, resolve
from nlp.resolve.when.types import Flex
from nlp.tagged import Attribute, Place, Product, Quantity, Role, Span

_ANY_HOURS = re.compile(VOLUME)


@dataclass(frozen=True)
class Doubt:
    """A question to be asked: `choices` are labels with the field (below the lot's path) and its value."""

    code: str
    span: Span | None = None
    message: str = ""
    parts: tuple[str, ...] = ()
    choices: tuple[tuple[str, str, object], ...] = ()


@dataclass(frozen=True)
class Note:
    """A default that was applied."""

    code: str
    span: Span | None = None
    detail: str = ""


@dataclass
class LotValues:
    """What a leaf comes to; prices are put in by `pricing`."""

    leaf: Leaf
    named: Named
    gpu: Gpu | None
    count: Count
    asset: ComputeAsset | TokenAsset
    reading: TimeReading
    limit: Decimal | None = None
    budget: Decimal | None = None
    window_budget: Decimal | None = None
    by_the_hour: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def windows(self) -> tuple[Delivery | None, ...]:
        """The windows, or one unknown."""
        return self.reading.windows or (None,)

    def gpu_hours(self) -> Decimal | None:
        """GPU-hours the lot comes to at most in one alternative; None where it is not known."""
        if self.count.gpu_hours:
            return Decimal(self.count.gpu_hours)
        if self.count.quantity is None or not self.reading.windows:
            return None
        each = [
            Decimal(str(window.hours or window.window_hours)) * self.count.quantity for window in self.reading.windows
        ]
        mode = self.reading.mode
        wanted = len(each) if mode == "all" else 1 if mode == "one" else mode[1]
        return sum(each[:wanted], Decimal(0))


@dataclass(frozen=True)
class Setting:
    """What all lots of a text are read against."""

    catalogue: Catalogue
    now: datetime
    zone: ZoneInfo
    korean: bool
    language: Language = "en"
    preferences: Preferences = NO_PREFERENCES


def values_of(leaf: Leaf, setting: Setting) -> LotValues:
    """Resolves all fields of a leaf but its prices."""
    doubts: list[Doubt] = []
    notes: list[Note] = []
    named = resolve_product([span.value for span in leaf.products if isinstance(span.value, Product)])
    gpu = setting.catalogue.gpu_by_name.get(named.name or "") if named.kind == "gpu" else None
    _product_doubts(leaf, named, doubts)
    count = resolve_count([span.value for span in leaf.counts if isinstance(span.value, Quantity)], gpu)
    _count_doubts(leaf, count, doubts, notes)
    asset = _preferred(_asset(leaf, named, gpu, doubts), leaf, setting, notes)
    reading = TimeReading()
    if named.kind == "gpu":
        reading = _reading(leaf, count, setting, doubts, notes)
    elif leaf.said(Role.TIME):
        doubts.append(
            Doubt(
                "unsupported",
                leaf.said(Role.TIME)[0],
                "wish",
                ("a delivery time of tokens", leaf.said(Role.TIME)[0].text),
            )
        )
    by_the_hour = any(isinstance(span.value, Attribute) and span.value.field == "volume" for span in leaf.attributes)
    by_the_hour = by_the_hour or any(
        Flex.SPREAD in each.flex and not each.duration and _ANY_HOURS.search(span.text.lower())
        for each, span in leaf.times
    )
    return LotValues(leaf, named, gpu, count, asset, reading, by_the_hour=by_the_hour, doubts=doubts, notes=notes)


def _product_doubts(leaf: Leaf, named: Named, doubts: list[Doubt]) -> None:
    if named.problem is None:
        return
    span = leaf.products[0] if leaf.products else None
    field_name = "asset.gpu" if named.kind == "gpu" else "asset.symbol"
    choices = tuple((name, field_name, name) for name in named.candidates)
    if named.problem == "unknown_asset" and named.candidates and span:
        doubts.append(Doubt("unknown_asset", span, "did_you_mean", (span.text, named.candidates[0]), choices))
    else:
        doubts.append(Doubt(named.problem, span, "", (), choices if named.problem == "ambiguous_asset" else ()))


def _count_doubts(leaf: Leaf, count: Count, doubts: list[Doubt], notes: list[Note]) -> None:
    span = leaf.counts[-1] if leaf.counts else None
    if count.problem:
        doubts.append(Doubt(count.problem, span))
    elif count.quantity is None and count.gpu_hours is None:
        doubts.append(Doubt("missing_quantity", leaf.products[0] if leaf.products else None))
    if count.lower_bound_only:
        notes.append(Note("at_least", span))


def _asset(leaf: Leaf, named: Named, gpu: Gpu | None, doubts: list[Doubt]) -> ComputeAsset | TokenAsset:
    if named.kind == "token":
        said = [*leaf.said(Role.ATTRIBUTE), *leaf.said(Role.PLACE)]
        doubts += [Doubt("unsupported", span, "wish", ("a requirement of tokens", span.text)) for span in said]
        return TokenAsset(symbol=named.name)
    found = resolve_requirements([span.value for span in leaf.attributes if isinstance(span.value, Attribute)], gpu)
    for name in (*found.conflicts, *found.unknown):
        words = next((each for each in leaf.attributes if field_of(each) == name), None)
        if name in found.conflicts:
            doubts.append(Doubt("contradiction", words))
        else:
            doubts.append(Doubt("unknown_asset", words, "comes_as", (named.name or "", words.text if words else name)))
    places = resolve_places([span.value for span in leaf.places if isinstance(span.value, Place)])
    if places.contradiction:
        doubts.append(Doubt("contradiction", leaf.places[-1]))
    fields = {name: value for name, value in found.fields.items() if name not in found.unknown}
    return ComputeAsset(
        gpu=named.name, regions=places.regions, not_regions=() if places.contradiction else places.not_regions, **fields
    )


def _preferred(
    asset: ComputeAsset | TokenAsset, leaf: Leaf, setting: Setting, notes: list[Note]
) -> ComputeAsset | TokenAsset:
    """A buy that says nothing of uptime or place takes what the user wants as a rule."""
    own = setting.preferences
    if not isinstance(asset, ComputeAsset) or leaf.side != "buy":
        return asset
    changes: dict[str, object] = {}
    if own.min_uptime is not None and all(field_of(span) != "min_uptime" for span in leaf.attributes):
        changes["min_uptime"] = own.min_uptime
        share = f"{(Decimal(own.min_uptime) * 100).normalize():f}%"
        notes.append(Note("own_uptime", None, say("own_uptime", setting.language, share)))
    if own.regions and not leaf.places:
        changes["regions"] = own.regions
        notes.append(Note("own_regions", None, say("own_regions", setting.language, ", ".join(own.regions))))
    return asset.model_copy(update=changes) if changes else asset


def _reading(leaf: Leaf, count: Count, setting: Setting, doubts: list[Doubt], notes: list[Note]) -> TimeReading:
    if not leaf.times:
        doubts.append(Doubt("missing_time", leaf.products[0] if leaf.products else None))
        return TimeReading()
    context = TimeContext(
        setting.now, setting.zone, setting.korean, volume=count.gpu_hours is not None, offered=leaf.side == "sell",
        language=setting.language,
        own_hours={str(part): hours for part, hours in setting.preferences.hours.items()},
    )  # fmt: skip
    reading = resolve([expression for expression, _ in leaf.times], context)
    for ask in reading.asks:
        span = leaf.times[min(ask.index, len(leaf.times) - 1)][1]
        choices = tuple(
            (choice.label, "delivery", choice.windows[0].model_dump(mode="json"))
            for choice in ask.choices
            if len(choice.windows) == 1
        )
        doubts.append(Doubt(ask.code, span, "detail", (ask.detail,), choices))
    last = len(leaf.times) - 1
    notes += [
        Note(assumption.code, leaf.times[min(assumption.index, last)][1], assumption.detail)
        for assumption in reading.assumptions
    ]
    return reading
