"""The sentence of a whole bid: what its groups and lots say, put together with joining words and brackets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Literal, Protocol

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset, lots_of
from auction_client.model.fields import Side
from auction_client.model.normal import group_mode, normalise

Open = Literal["place", "uptime", "interconnect", "tags", "price"]
Part = Literal["head", "needs", "time", "price", "budget"]
PARTS: tuple[Part, ...] = ("head", "needs", "time", "price", "budget")


class Speech(Protocol):
    """What one language says."""

    count_first: bool
    """Whether the number stands before what is counted."""
    plural: str
    of: str
    """What stands between a measure and what it measures: "4 nodes of"."""

    def head(self, lot: Lot) -> str: ...
    def count(self, lot: Lot) -> str: ...
    def volume(self, lot: Lot) -> str: ...
    def width(self, lot: Lot) -> str: ...
    def product(self, asset: ComputeAsset | TokenAsset) -> str: ...
    def needs(self, asset: ComputeAsset) -> str: ...
    def delivery(self, delivery: Delivery) -> str: ...
    def limit(self, lot: Lot, amount: Decimal) -> str: ...
    def budget(self, lot: Lot, amount: Decimal) -> str: ...
    def open(self, field: Open) -> str: ...
    def side(self, side: Side, words: str) -> str: ...
    def joined(self, parts: Sequence[str], mode: Literal["one", "all", "any"]) -> str: ...
    def chosen(self, parts: Sequence[str], low: int, high: int) -> str: ...
    def linked(self, first: str, then: str) -> str: ...
    def terms(self, group: Group | Linked) -> str: ...
    def together(self) -> str: ...
    def good_until(self, bid: Bid) -> str: ...


class Sentence:
    """One way of wording. `shared`: what all lots of a plain list have in common is said once, behind the list.
    `bracketed`: every item of a list stands in brackets, so that nothing of it can be taken for another's. `presumed`:
    what is taken for granted of a buy that says nothing of it."""

    def __init__(self, speech: Speech, *, shared: bool, bracketed: bool, presumed: Collection[Open] = ()) -> None:
        self._speech = speech
        self._shared = shared
        self._bracketed = bracketed
        self._stated: set[Open] = set(presumed)
        self._mixed = False

    def of(self, bid: Bid) -> str:
        """The bid in one sentence."""
        root = normalise(bid.root)
        lots = [lot for _, lot in lots_of(root)]
        sides = {lot.side for lot in lots}
        self._mixed = len(sides) > 1
        if len(lots) > 1 and any(lot.limit is not None or lot.budget is not None for lot in lots):
            self._stated.add("price")
        words = self._node(root)
        if not self._mixed:
            words = self._speech.side(lots[0].side, words)
        if bid.good_until is not None:
            words += self._speech.good_until(bid)
        return words[:1].upper() + words[1:]

    def _node(self, node: Lot | Group | Linked) -> str:
        if isinstance(node, Lot):
            return self._lot(node, PARTS)
        if isinstance(node, Linked):
            words = self._speech.linked(self._item(node.first), self._item(node.then))
        else:
            words = self._group(node)
        return words + self._speech.terms(node)

    def _item(self, node: Lot | Group | Linked) -> str:
        words = self._node(node)
        return f"({words})" if self._bracketed or not isinstance(node, Lot) else words

    def _group(self, group: Group) -> str:
        common = self._common(group)
        if common:
            rest = [part for part in PARTS if part not in common]
            parts = [self._lot(item, rest) for item in group.items if isinstance(item, Lot)]
            first = group.items[0]
            assert isinstance(first, Lot)
            behind = "".join(f", {self._part(first, part)}" for part in common)
        else:
            parts, behind = [self._item(item) for item in group.items], ""
        mode = group_mode(group)
        if mode is None and (group.at_least, group.at_most) == (1, len(group.items)):
            return self._speech.joined(parts, "any") + behind
        if mode is None:
            return self._speech.chosen(parts, group.at_least, group.at_most) + behind
        return self._speech.joined(parts, mode) + behind

    def _common(self, group: Group) -> list[Part]:
        """What all lots of a plain list say alike; a price only where nothing else is said of money."""
        lots = [item for item in group.items if isinstance(item, Lot)]
        if not self._shared or len(lots) < len(group.items) or group.budget is not None:
            return []
        alike = [part for part in PARTS[1:] if len({self._part(lot, part) for lot in lots}) == 1]
        if "budget" not in alike or any(lot.budget is not None for lot in lots):
            alike = [part for part in alike if part in ("needs", "time")]
        return [part for part in alike if self._part(lots[0], part)]

    def _lot(self, lot: Lot, parts: Sequence[Part]) -> str:
        said = [self._part(lot, part) for part in parts]
        if "needs" in parts:
            said[1:1] = [self._speech.open(field) for field in self._left_open(lot)]
        if "price" in parts and lot.limit is None and "price" in self._stated:
            said.insert(1, self._speech.open("price"))
        words = ", ".join(each for each in said if each)
        return self._speech.side(lot.side, words) if self._mixed else words

    def _part(self, lot: Lot, part: Part) -> str:
        """One part of a lot; empty where it says nothing."""
        speech = self._speech
        match part:
            case "head":
                return speech.head(lot)
            case "needs":
                return speech.needs(lot.asset) if isinstance(lot.asset, ComputeAsset) else ""
            case "time":
                return speech.delivery(lot.delivery) if lot.delivery is not None else ""
            case "price":
                return speech.limit(lot, lot.limit) if lot.limit is not None else ""
            case "budget":
                return speech.budget(lot, lot.budget) if lot.budget is not None else ""

    def _left_open(self, lot: Lot) -> list[Open]:
        """What lots before this one state and it does not: it would be taken from them unless the words say no."""
        if not isinstance(lot.asset, ComputeAsset):
            return []
        asset = lot.asset
        states: dict[Open, bool] = {
            "place": bool(asset.regions or asset.not_regions),
            "uptime": asset.min_uptime is not None,
            "interconnect": asset.interconnect is not None,
            "tags": bool(asset.tags),
        }
        left = [field for field, stated in states.items() if field in self._stated and not stated]
        self._stated |= {field for field, stated in states.items() if stated}
        return left
