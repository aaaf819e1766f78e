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


class Rewriting:
    """A text written anew, piece by piece: stretches of the old one are copied or said in other words."""

    def __init__(self, old: Plain) -> None:
        self._old = old
        self._texts: list[str] = []
        self._capitals: list[str] = []
        self._origin: list[int] = []

    def copy(self, start: int, end: int) -> None:
        """[start, end) of the old text as it is."""
        self._texts.append(self._old.text[start:end])
        self._capitals.append(self._old.cased[start:end])
        self._origin += self._old.origin[start:end]

    def say(self, words: str, start: int, end: int) -> None:
        """Other words for [start, end); the last of their characters stands for all that is left of it."""
        if not words:
            return
        origin, width, count = self._old.origin, end - start, len(words)
        self._texts.append(words)
        self._capitals.append(words)
        self._origin += [origin[start + i * width // count] for i in range(count - 1)]
        self._origin.append(origin[max(start, end - 1)])

    def ended(self, at: int) -> Plain:
        """The new text, with the rest of the old one from an offset on."""
        self.copy(at, len(self._old.text))
        self._origin.append(self._old.origin[-1])
        return Plain("".join(self._texts), "".join(self._capitals), tuple(accumulate(self._origin, max)))


def edited(plain: Plain, edits: Sequence[Edit]) -> Plain:
    """The text with its edits made; they do not overlap."""
    new, at = Rewriting(plain), 0
    for each in sorted(edits, key=lambda edit: edit.start):
        new.copy(at, each.start)
        new.say(each.said, each.start, each.end)
        at = each.end
    return new.ended(at)
