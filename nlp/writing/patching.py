"""Changing a few words of a text and leaving the rest, its commas and its spaces as they were written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Patch:
    """Puts `words` in the place of [start, end). With start == end they are put in: as a clause of their own between
    commas, or, with `close`, as the next word. Without words the old ones go, with a comma that would be left over."""

    start: int
    end: int
    words: str
    close: bool = False


def patched(text: str, patches: Iterable[Patch]) -> str:
    """The text with all patches made. They must not overlap; those put into one place stand in the order given."""
    ordered = sorted(patches, key=lambda patch: (patch.start, patch.end))
    for _, here in reversed([(at, list(each)) for at, each in groupby(ordered, key=lambda patch: patch.start)]):
        for patch in reversed(here):
            text = _made(text, patch)
    return text


def _made(text: str, patch: Patch) -> str:
    left, right = text[: patch.start], text[patch.end :]
    if patch.start == patch.end:
        return _put_in(left, right, patch)
    if patch.words:
        return left + patch.words + right
    return _closed(left, right)


def _put_in(left: str, right: str, patch: Patch) -> str:
    if patch.close:
        before = "" if not left or left[-1].isspace() or left[-1] in "([" else " "
        after = " " if right[:1].isalnum() else ""
        return left + before + patch.words + after + right
    before = (
        ", " if left.strip() and left.rstrip()[-1] not in ",;:([" else " " if left and not left[-1].isspace() else ""
    )
    follows = right.lstrip(" ")
    after = "," if follows[:1].isalnum() else ""
    return left + before + patch.words + after + right


def _closed(left: str, right: str) -> str:
    """What stood on both sides of words that are gone."""
    left, right = left.rstrip(" "), right.lstrip(" ")
    edge = not left or left[-1] in ",;:([\n"
    if edge and right[:1] in (",", ";"):
        right = right[1:].lstrip(" ")
    if left[-1:] in (",", ";") and (not right or right[0] in ",;.)]\n"):
        left = left[:-1].rstrip(" ")
    apart = left and right and left[-1] not in "([\n" and right[0] not in ",;.)]\n"
    return f"{left} {right}" if apart else left + right
