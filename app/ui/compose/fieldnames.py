"""Names of a bid's fields for people, by their paths."""

from __future__ import annotations

import re

from app.ui.words import Words

_ITEM = re.compile(r"\.items\[([0-9]+)\]|\.(first|then)(?![a-z])")


def letter_of(path: str) -> str:
    """The letters that the cards show for an item: ``root.items[0].items[1].limit`` is a.b; empty for the root."""
    letters = []
    for found in _ITEM.finditer(path):
        index = int(found[1]) if found[1] else int(found[2] == "then")
        letters.append(chr(ord("a") + index) if index < 26 else str(index + 1))
    return ".".join(letters)


def field_words(path: str, t: Words) -> str:
    """``Limit (a)``; how the items are arranged for a whole node."""
    last = re.sub(r"\[[0-9]+\]$", "", path).rpartition(".")[2]
    names = {
        "side": t("Side"), "quantity": t("Quantity"), "min_quantity": t("Least quantity"), "gpu_hours": t("GPU-hours"),
        "gpu": t("GPU"), "symbol": t("Token"), "form": t("Form"), "memory_gb": t("Memory"),
        "interconnect": t("Interconnect"), "regions": t("Place"), "not_regions": t("Place"), "min_uptime": t("Uptime"),
        "interruptible": t("Interruptible"), "tags": t("Tags"), "delivery": t("Delivery"), "limit": t("Limit"),
        "budget": t("Total"), "at_least": t("At least"), "at_most": t("At most"), "same_region": t("One region"),
        "good_until": t("Validity"),
    }  # fmt: skip
    name = names.get(last, t("Arrangement of the items"))
    letter = letter_of(path)
    return f"{name} ({letter})" if letter else name
