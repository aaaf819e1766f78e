"""Names that name nothing by themselves: "GPUs", "the same place"."""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Attribute, Product, Role
from nlp.tagging.base import Clean, Piece

_SAME = lazy(r"same place|같은 ?곳")


def one_place(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "in the same place", where none was said, asks for one region for all lots."""
    placed = min((piece.start for piece in pieces if piece.role is Role.PLACE), default=len(clean.text))
    placed_once = [
        replace(piece, role=Role.ATTRIBUTE, value=Attribute("same_region", True))
        if piece.role is Role.REFERENCE
        and piece.value == "place"
        and piece.start < placed
        and _SAME.search(clean.text, piece.start, piece.end)
        else piece
        for piece in pieces
    ]
    return placed_once, words


def generic_products(_clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "GPUs" names nothing: it is an idle word, and the product stays missing if no other is named."""
    generic = [piece for piece in pieces if isinstance(piece.value, Product) and piece.value.generic]
    named = any(isinstance(piece.value, Product) and not piece.value.generic for piece in pieces)
    if not named:
        generic = [piece for piece in generic if isinstance(piece.value, Product) and piece.value.kind == "gpu"]
    kept = [piece for piece in pieces if piece not in generic]
    return kept, sorted(
        [*words, *(Word(piece.start, piece.end, True) for piece in generic)], key=lambda word: word.start
    )
