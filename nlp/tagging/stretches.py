"""Stretches of a text: clauses and sentences between the pieces that end them, and what becomes of a judged one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from nlp.idle_words import Word, with_told
from nlp.tagged import Refusal, Role
from nlp.tagging.base import Clean, Piece

_CLAUSE_ENDS = frozenset({Role.SEPARATOR, Role.OPEN, Role.CLOSE})
_SENTENCE_ENDS = frozenset({".", ";", "newline"})


def ends_clause(piece: Piece) -> bool:
    """Whether this is a separator or a bracket."""
    return piece.role in _CLAUSE_ENDS


def ends_sentence(piece: Piece) -> bool:
    """Whether this is a separator as strong as a full stop."""
    return piece.role is Role.SEPARATOR and piece.value in _SENTENCE_ENDS


def parted(clean: Clean, pieces: list[Piece], ends: Callable[[Piece], bool] = ends_clause) -> Iterator[tuple[int, int]]:
    """All stretches between pieces that end one, in their order."""
    edges = [0, *(at for piece in pieces if ends(piece) for at in (piece.start, piece.end)), len(clean.text)]
    return zip(edges[::2], edges[1::2], strict=True)


def around(
    clean: Clean, pieces: list[Piece], start: int, end: int, ends: Callable[[Piece], bool] = ends_clause
) -> tuple[int, int]:
    """The stretch that [start, end) stands in."""
    first = max((piece.end for piece in pieces if ends(piece) and piece.end <= start), default=0)
    last = min((piece.start for piece in pieces if ends(piece) and piece.start >= end), default=len(clean.text))
    return first, last


def within(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The pieces that begin in [start, end)."""
    return [piece for piece in pieces if start <= piece.start < end]


def let_go(pieces: list[Piece], words: list[Word], start: int, end: int) -> tuple[list[Piece], list[Word]]:
    """Without the pieces of a stretch that only tells, which is one idle word."""
    return [piece for piece in pieces if not start <= piece.start < end], with_told(words, start, end)


def asked_about(pieces: list[Piece], doubtful: Collection[Piece], wish: Refusal) -> list[Piece]:
    """With a wish in the place of each that may be meant otherwise."""
    return [replace(each, role=Role.REFUSAL, value=wish) if each in doubtful else each for each in pieces]
