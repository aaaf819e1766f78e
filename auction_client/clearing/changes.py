"""Single changes of a bid: every field that flexibility could come from, one step at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from auction_client.clearing.book import Book, meets
from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot, Node, lots_of
from auction_client.model.catalogue import load_catalogue

_MOST_LOTS = 4
_WIDER_HOURS = (6, 12, 24, 48)
KEEPS_THE_WORK = frozenset(
    {"window_start", "window_end", "contiguous", "regions", "min_uptime", "interruptible", "requirement"}
)
SAVES = KEEPS_THE_WORK | {"gpu"}
"""Kinds of change that may be proposed to a bid that fills, for being cheaper."""


@dataclass(frozen=True)
class Edit:
    """A changed tree: what kind of change, at which lot, from what to what, in words; and the changed lot itself."""

    kind: str
    path: str
    before: str
    after: str
    message: str
    root: Node
    lot: Lot


def edits_of(root: Node, book: Book) -> Iterator[Edit]:
    """Single changes of the first lots of a bid, the smallest step of each kind first."""
    for path, lot in list(lots_of(root))[:_MOST_LOTS]:
        for kind, before, after, message, changed in _lot_edits(lot, book):
            yield Edit(kind, path, before, after, message, replaced(root, path, changed), changed)


def replaced(root: Node, path: str, node: Node, here: str = "root") -> Node:
    """The tree with another node at a path."""
    if here == path:
        return node
    if isinstance(root, Group):
        items = tuple(
            replaced(item, path, node, f"{here}.items[{index}]") if _leads(f"{here}.items[{index}]", path) else item
            for index, item in enumerate(root.items)
        )
        return root.model_copy(update={"items": items})
    assert isinstance(root, Linked)
    side = "first" if _leads(f"{here}.first", path) else "then"
    return root.model_copy(update={side: replaced(getattr(root, side), path, node, f"{here}.{side}")})


def _leads(here: str, path: str) -> bool:
    return path == here or path.startswith(f"{here}.")


_Change = tuple[str, str, str, str, Lot]


def _lot_edits(lot: Lot, book: Book) -> Iterator[_Change]:
    if isinstance(lot.asset, ComputeAsset) and lot.delivery is not None:
        yield from _times(lot, lot.delivery, book)
        if lot.side == "buy":
            yield from _requirements(lot, lot.asset)
            yield from _other_gpus(lot, lot.asset, book)
    quantity = lot.quantity
    if quantity is not None and quantity > 1 and lot.gpu_hours is None:
        if lot.min_quantity is None:
            for least in dict.fromkeys((max(1, quantity // 4), 1)):
                yield (
                    "min_quantity", "all or nothing", str(least), f"{_verb(lot)} a part of at least {least}",
                    lot.model_copy(update={"min_quantity": least}),
                )  # fmt: skip
        for less in dict.fromkeys(quantity * part // 16 for part in (12, 8, 4, 2, 1)):
            if less >= max(1, lot.min_quantity or 1):
                yield (
                    "quantity", str(quantity), str(less), f"{_verb(lot)} {less} instead of {quantity}",
                    lot.model_copy(update={"quantity": less}),
                )  # fmt: skip


def _verb(lot: Lot) -> str:
    return "sell" if lot.side == "sell" else "take"


def _times(lot: Lot, delivery: Delivery, book: Book) -> Iterator[_Change]:
    if lot.gpu_hours is not None:
        return
    length = delivery.hours or round(delivery.window_hours)
    opens, closes = book.start, book.start + timedelta(minutes=book.slot_minutes) * book.slots
    for wider in _WIDER_HOURS:
        start = max(opens, delivery.start - timedelta(hours=wider))
        end = min(closes, delivery.end + timedelta(hours=wider))
        for key, value, words in (("end", end, "let it end by"), ("start", start, "let it start from")):
            if value == getattr(delivery, key) or (value > delivery.end) != (key == "end"):
                continue
            value = value.astimezone(getattr(delivery, key).tzinfo)
            message = f"{words} {value:%a %d %b %H:%M %Z}"
            yield _retimed(lot, delivery, f"window_{key}", key, value, message, hours=length)
    if delivery.contiguous and length < round(delivery.window_hours):
        loose = delivery.model_copy(update={"contiguous": False})
        yield (
            "contiguous", "one run", "any hours", f"{_verb(lot)} any hours of the window",
            lot.model_copy(update={"delivery": loose}),
        )  # fmt: skip
    for shorter in dict.fromkeys((length * 3 // 4, length // 2)):
        if shorter >= 1:
            changed = delivery.model_copy(update={"hours": shorter})
            yield (
                "hours", str(length), str(shorter), f"{_verb(lot)} {shorter} hours instead of {length}",
                lot.model_copy(update={"delivery": changed}),
            )  # fmt: skip


def _retimed(
    lot: Lot, delivery: Delivery, kind: str, key: str, value: datetime, message: str, *, hours: int
) -> _Change:
    changed = delivery.model_copy(update={key: value, "hours": hours})
    before: datetime = getattr(delivery, key)
    return kind, before.isoformat(), value.isoformat(), message, lot.model_copy(update={"delivery": changed})


def _other_gpus(lot: Lot, asset: ComputeAsset, book: Book) -> Iterator[_Change]:
    """GPUs of the book of the same class, with at least as much memory as what the lot can be served with now."""
    mine = [product for product in book.products if meets(lot, product)]
    least = asset.memory_gb or min((product.memory_gb for product in mine if product.memory_gb), default=None)
    if least is None:
        return
    names = dict.fromkeys(
        product.gpu
        for product in book.products
        if product.gpu != asset.gpu
        and (product.memory_gb or 0) >= least
        and _of_one_class(asset.gpu or "", product.gpu)
    )
    for name in names:
        other = asset.model_copy(update={"gpu": name, "form": None, "memory_gb": None, "interconnect": None})
        changed = lot.model_copy(update={"asset": other})
        if any(meets(changed, product) for product in book.products):
            yield "gpu", asset.gpu or "", name, f"take {name} instead of {asset.gpu}", changed


def _of_one_class(wanted: str, other: str) -> bool:
    """Whether another GPU is built for the same work: by the watts it is made for, no less than half of them. Where
    these are not known (TPUs, personal computers), it wants other software or does far less."""
    watts = _watts()
    return min(watts.get(wanted, 0), watts.get(other, 0)) > 0 and 2 * watts[other] >= watts[wanted]


@cache
def _watts() -> dict[str, int]:
    return {name: entry.tdp_w for name, entry in load_catalogue().gpu_by_name.items() if entry.tdp_w is not None}


def _requirements(lot: Lot, asset: ComputeAsset) -> Iterator[_Change]:
    def with_asset(**fields: Any) -> Lot:
        return lot.model_copy(update={"asset": asset.model_copy(update=fields)})

    if asset.regions or asset.not_regions:
        before = ", ".join(asset.regions) or f"not {', '.join(asset.not_regions)}"
        yield "regions", before, "anywhere", "take it in any region", with_asset(regions=(), not_regions=())
    if asset.min_uptime is not None:
        yield "min_uptime", asset.min_uptime, "any", "accept any uptime", with_asset(min_uptime=None)
    if not asset.interruptible:
        yield "interruptible", "firm", "interruptible", "accept interruptible hours", with_asset(interruptible=True)
    for field in ("form", "memory_gb", "interconnect"):
        value = getattr(asset, field)
        if value is not None:
            yield "requirement", str(value), "any", f"do without {value}", with_asset(**{field: None})
