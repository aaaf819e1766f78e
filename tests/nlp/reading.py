"""Helpers for tests of reading: a reader without a model, and a short notation for trees."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from auction_client.model.bid import ComputeAsset, Group, Linked, Lot
from auction_client.model.catalogue import load_catalogue
from nlp.draft import Draft
from nlp.reader import Reader

SATURDAY = "2026-11-21T10:00:00"
"""2026-11-21 is a Saturday; in New York until told otherwise."""


@lru_cache(maxsize=1)
def reader() -> Reader:
    return Reader(load_catalogue(), None)


def draft(text: str, now: str = SATURDAY, zone: str = "America/New_York", language: str = "en") -> Draft:
    place = ZoneInfo(zone)
    return reader().read(text, now=datetime.fromisoformat(now).replace(tzinfo=place), zone=place, language=language)


def asked(read: Draft) -> list[str]:
    """Codes of the questions without missing_limit, which follows from the tree."""
    return sorted({question.code for question in read.questions} - {"missing_limit"})


def shape(node: Lot | Group | Linked) -> str:
    """A tree in one line: "one(8 H100 24T20-25T06 @2.10 | 16 A100 24T20-25T06)"."""
    if isinstance(node, Linked):
        return f"then({shape(node.first)} | {shape(node.then)}){_budget(node)}"
    if isinstance(node, Group):
        size = len(node.items)
        head = "one" if (node.at_least, node.at_most) == (1, 1) else "all"
        if head == "all" and node.at_least != size:
            head = f"{node.at_least}-{node.at_most}"
        region = " same" if node.same_region else ""
        return f"{head}({' | '.join(map(shape, node.items))}){region}{_budget(node)}"
    asset = node.asset
    parts = ["sell" if node.side == "sell" else "", "" if node.quantity is None else str(node.quantity)]
    parts.append(f"min{node.min_quantity}" if node.min_quantity else "")
    parts.append(f"{node.gpu_hours}h" if node.gpu_hours else "")
    if isinstance(asset, ComputeAsset):
        parts.append(str(asset.gpu))
        parts += [str(each) for each in (asset.form, asset.memory_gb, asset.interconnect, asset.min_uptime) if each]
        parts += [*asset.regions, *(f"not:{region}" for region in asset.not_regions), *asset.tags]
        parts.append("spot" if asset.interruptible else "")
    else:
        parts.append(str(asset.symbol))
    if node.delivery:
        window = f"{node.delivery.start:%dT%H}-{node.delivery.end:%dT%H}"
        hours = f"/{node.delivery.hours}" if node.delivery.hours else ""
        parts.append(window + hours + ("" if node.delivery.contiguous else "~"))
    parts.append(f"@{node.limit:f}" if node.limit is not None else "")
    return " ".join(part for part in parts if part) + _budget(node)


def _budget(node: Lot | Group | Linked) -> str:
    return f" ${node.budget:f}" if node.budget is not None else ""


def read_shape(text: str, **where: str) -> str:
    """The tree of a text that must be read without a question."""
    read = draft(text, **where)
    assert asked(read) == [], [(question.code, question.message) for question in read.questions]
    assert read.bid is not None
    return shape(read.bid.root)


def read_by_letters(text: str) -> str:
    """The same of a text in the language of its letters; a Korean one is said in Seoul."""
    korean = any("가" <= letter <= "힣" for letter in text)
    return read_shape(text, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))
