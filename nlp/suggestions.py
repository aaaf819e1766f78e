"""Answers that can honestly be offered for what is missing or unknown: names and figures of the catalogue, no guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import fuzz, process, utils

from auction_client.model.bid import Bid, ComputeAsset, Lot, TokenAsset, lots_of
from auction_client.model.catalogue import Gpu
from nlp.draft import Choice, FieldChange
from nlp.linking.lots import Doubt, Setting
from nlp.messages import say
from nlp.resolve.when import TimeContext, match, resolve
from nlp.tagged import Role

MOST_NEAREST = 4
"""How many names of the catalogue are offered for one that it does not have."""
_WINDOWS = MappingProxyType({
    "en": ("tonight", "tomorrow", "this weekend", "next week"),
    "ko": ("오늘 밤", "내일", "이번 주말", "다음 주"),
})  # fmt: skip
"""Named windows of the bid language; each is resolved as if it had been typed."""


def choices_for(
    doubt: Doubt, places: Sequence[str], bid: Bid | None, setting: Setting, text: str
) -> tuple[Choice, ...]:
    """The answers to a doubt about the lots at these paths; none where an honest one would have to be made up."""
    own = tuple(_set(label, places[0], name, value) for label, name, value in doubt.choices)
    if own or bid is None or doubt.message == "comes_as":
        return own
    lots = [(path, lot) for path, lot in lots_of(bid.root) if doubt.code == "missing_limit" or path in places]
    return tuple(_Suggestions(doubt, lots, setting, text.lower()).all()) if lots else ()


@dataclass(frozen=True)
class _Suggestions:
    doubt: Doubt
    lots: Sequence[tuple[str, Lot]]
    setting: Setting
    text: str

    def all(self) -> Iterator[Choice]:
        path, lot = self.lots[0]
        match self.doubt.code:
            case "unknown_asset":
                yield from self._nearest(path, lot)
            case "missing_asset":
                yield from self._names(path, lot)
            case "missing_quantity":
                yield from self._units(path, lot)
            case "missing_time" if self.doubt.span is None or self.doubt.span.role is not Role.TIME:
                yield from self._windows()
            case "missing_limit":
                yield from self._reference_prices()

    def _nearest(self, path: str, lot: Lot) -> Iterator[Choice]:
        """The catalogue's names that are spelt most like the unknown one."""
        words = self.doubt.span.text if self.doubt.span else ""
        tokens, catalogue = isinstance(lot.asset, TokenAsset), self.setting.catalogue
        names = [each.symbol for each in catalogue.tokens] if tokens else [each.gpu for each in catalogue.gpus]
        near = process.extract(words, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=MOST_NEAREST)
        field = "asset.symbol" if tokens else "asset.gpu"
        yield from (_set(name, path, field, name) for name, _, _ in near)

    def _names(self, path: str, lot: Lot) -> Iterator[Choice]:
        """Every product of the catalogue that comes as the lot requires it and that the text does not exclude."""
        asset, catalogue = lot.asset, self.setting.catalogue
        if isinstance(asset, ComputeAsset):
            fitting = [each for each in catalogue.gpus if _fits(each, asset) and each.gpu.lower() not in self.text]
            yield from (_set(each.gpu, path, "asset.gpu", each.gpu) for each in fitting)
        else:
            yield from (_set(each.symbol, path, "asset.symbol", each.symbol) for each in catalogue.tokens)

    def _units(self, path: str, lot: Lot) -> Iterator[Choice]:
        """One node and one rack of the GPU, as the catalogue counts them."""
        name = lot.asset.gpu if isinstance(lot.asset, ComputeAsset) else None
        gpu = self.setting.catalogue.gpu_by_name.get(name or "")
        for unit, size in (("one_node", gpu.node_size), ("one_rack", gpu.rack_size)) if gpu else ():
            if size is not None:
                yield _set(say(unit, self.setting.language, str(size)), path, "quantity", size)

    def _windows(self) -> Iterator[Choice]:
        setting = self.setting
        context = TimeContext(setting.now, setting.zone, setting.korean, language=setting.language)
        for words in _WINDOWS[setting.language]:
            found = match(words, 0)
            reading = resolve([found.expression], context) if found is not None else None
            if reading is None or reading.asks or len(reading.windows) != 1:
                continue
            window = reading.windows[0]
            changes = tuple(
                FieldChange(path=f"{path}.delivery", value=window.model_dump(mode="json"))
                for path, lot in self.lots
                if isinstance(lot.asset, ComputeAsset)
            )
            yield Choice(label=f"{words} ({window.start:%m-%d %H:%M} - {window.end:%m-%d %H:%M})", changes=changes)

    def _reference_prices(self) -> Iterator[Choice]:
        """The catalogue's reference price of each lot without a price; none where it lacks one of them."""
        unpriced = [(path, lot) for path, lot in self.lots if lot.limit is None and lot.budget is None]
        prices = {}
        for path, lot in unpriced:
            if isinstance(lot.asset, ComputeAsset):
                gpu = self.setting.catalogue.gpu_by_name.get(lot.asset.gpu or "")
                prices[path] = gpu.reference_price if gpu else None
            else:
                token = self.setting.catalogue.token_by_symbol.get(lot.asset.symbol or "")
                prices[path] = token.reference_price if token else None
        said = {path: f"{price:f}" for path, price in prices.items() if price is not None}
        if said and len(said) == len(prices):
            label = " / ".join(f"${price}" for price in dict.fromkeys(said.values()))
            changes = tuple(FieldChange(path=f"{path}.limit", value=price) for path, price in said.items())
            yield Choice(label=say("reference_price", self.setting.language, label), changes=changes)


def _fits(gpu: Gpu, asset: ComputeAsset) -> bool:
    memory = asset.memory_gb is None or asset.memory_gb in gpu.memory_gb
    return memory and (asset.form is None or asset.form in gpu.forms)


def _set(label: str, path: str, field: str, value: object) -> Choice:
    return Choice(label=label, changes=(FieldChange.model_validate({"path": f"{path}.{field}", "value": value}),))
