"""What a corrected count counts, where it does not say so itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import CONTENT, Quantity, Role
from nlp.tagging.base import Clean, Piece

_NAMES_CARDS = lazy(r"장|매|카드|gpu|card|chip|accelerator|unit|piece|pcs")


def corrected_counts(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """서버 두 대, 아니 세 대: a count that replaces servers or racks counts them too, unless it names cards."""
    out = list(pieces)
    for index, piece in enumerate(out):
        behind = next((at for at in _run_behind(out, index) if isinstance(out[at].value, Quantity)), None)
        if piece.role is not Role.CORRECTION or behind is None:
            continue
        said = out[behind]
        follows = out[behind + 1] if behind + 1 < len(out) else None
        named = follows is not None and follows.role is Role.ASSET and not clean.text[said.end : follows.start].strip()
        before = next((each.value for each in reversed(out[:index]) if isinstance(each.value, Quantity)), None)
        if before is None or before.unit not in ("node", "rack") or not isinstance(said.value, Quantity):
            continue
        if (
            said.value.unit == "gpu"
            and not (named and said.value.bare)
            and not _NAMES_CARDS.search(clean.text[said.start : said.end])
        ):
            out[behind] = replace(said, value=replace(said.value, unit=before.unit, unit_said=True, bare=False))
    return out, words


def _run_behind(pieces: list[Piece], index: int) -> Iterator[int]:
    """Where the parts of the order stand that a correction says, up to the next separator."""
    said = False
    for at in range(index + 1, len(pieces)):
        if pieces[at].role in CONTENT:
            said = True
            yield at
        elif said or pieces[at].role is not Role.SEPARATOR:
            return
