"""A text in other words, of which every character knows the one it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Plain:
    """`origin[i]` is what character i stood for in the origin given; one entry more than characters."""

    text: str
    cased: str
    origin: tuple[int, ...]


@dataclass(frozen=True)
class Edit:
    """A stretch [start, end) and the words said instead."""

    start: int
    end: int
    said: str


def edited(plain: Plain, edits: Sequence[Edit]) -> Plain:
    """The text with its edits made; they do not overlap."""
    texts: list[str] = []
    capitals: list[str] = []
    origin: list[int] = []
    at = 0
    for each in sorted(edits, key=lambda edit: edit.start):
        texts += [plain.text[at : each.start], each.said]
        capitals += [plain.cased[at : each.start], each.said]
        origin += plain.origin[at : each.start]
        width = each.end - each.start
        origin += [plain.origin[each.start + i * width // len(each.said)] for i in range(len(each.said) - 1)]
        if each.said:
            origin.append(plain.origin[max(each.start, each.end - 1)])  # the last stands for all that is left
        at = each.end
    texts.append(plain.text[at:])
    capitals.append(plain.cased[at:])
    origin += plain.origin[at:]
    return Plain("".join(texts), "".join(capitals), tuple(accumulate(origin, max)))
