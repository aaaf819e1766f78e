"""The read-back: a bid in words, printed by rules alone, so that nothing of it is lost or added.

Two bids with different normal forms never print the same: every field that is set is named, every item carries the
full path of its place (a, a.1, a.1.a, ...), and times carry their UTC offset.
"""

from __future__ import annotations

from datetime import tzinfo
from typing import Literal

from auction_client.model.bid import Bid
from auction_client.model.readback.english import English
from auction_client.model.readback.korean import Korean
from auction_client.model.readback.tree import Line, print_lines

Language = Literal["en", "ko"]
_WORDS: dict[Language, type[English | Korean]] = {"en": English, "ko": Korean}

__all__ = ["Language", "Line", "read_back", "read_back_lines"]


def read_back_lines(bid: Bid, language: Language = "en", zone: tzinfo | None = None) -> tuple[Line, ...]:
    """The bid line by line, each with its depth, label and the path of the node it tells of. Times are local times of
    `zone`, or of each instant's own offset."""
    return print_lines(bid, _WORDS[language](zone))


def read_back(bid: Bid, language: Language = "en", zone: tzinfo | None = None) -> str:
    """The bid as one paragraph, such as "Buy one of: (a) 8 x H100, ...; (b) 16 x A100, ..."."""
    lines = read_back_lines(bid, language, zone)
    text = ""
    for line in lines:
        label = f"({line.label}) " if line.label else ""
        separator = "" if not text else " " if text.endswith(":") else "; "
        text += f"{separator}{label}{line.words}"
    return text + "."
