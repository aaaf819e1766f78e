"""A run that may break off: 중간에 끊겨도 됩니다.

Beside a length it says that the hours need not be in a row; where no length is said it can only mean that the machines
may be taken away.
"""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.merge import facets_of
from nlp.tagged import Attribute, Role
from nlp.tagging.base import Clean, Piece

_BREAKS = lazy(r"끊")


def breaks(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with such words as the requirement they are, or idle where it is stated already."""
    if not clean.korean or any(_has_length(piece) for piece in pieces):
        return pieces, words
    found = [piece for piece in pieces if _may_break(clean, piece)]
    stated = any(isinstance(piece.value, Attribute) and piece.value.field == "interruptible" for piece in pieces)
    if stated:
        idle = [Word(piece.start, piece.end, True, told=True) for piece in found]
        return [piece for piece in pieces if piece not in found], sorted([*words, *idle], key=lambda word: word.start)
    value = Attribute("interruptible", True)
    return [replace(each, role=Role.ATTRIBUTE, value=value) if each in found else each for each in pieces], words


def _has_length(piece: Piece) -> bool:
    said = piece.value
    return isinstance(said, TimeExpression) and said.duration is not None


def _may_break(clean: Clean, piece: Piece) -> bool:
    said = piece.value
    breaking = bool(_BREAKS.search(clean.text, piece.start, piece.end))
    return breaking and isinstance(said, TimeExpression) and facets_of(said) == frozenset({"flex"})
