"""Korean clauses that tell when something of the writer's own is due or begins: 협약이 7월부터예요, 납품이 월요일이라.

They are let go where nothing but a time stands in them, the order names a day besides, and nothing leans on it.
"""

from __future__ import annotations

from nlp.idle_words import Word
from nlp.lexicon import korean_own_days
from nlp.patterns import lazy
from nlp.tagged import Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import names_day
from nlp.tagging.stretches import asked_about, let_go, within

_THAT_DAY = lazy(r"그 ?날")
_NAMED_NOWHERE = Refusal("unsupported", "a day that is named nowhere")
_TOLD = lazy(korean_own_days.TOLD)
_LEANS = lazy(korean_own_days.LEANS)


def own_days(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without the times of such clauses; each clause is one idle word."""
    if not clean.korean or _LEANS.search(clean.text):
        return pieces, words
    for found in _TOLD.finditer(clean.text):
        start, end = found.span()
        inside = within(pieces, start, end)
        rest = [piece for piece in pieces if piece not in inside]
        if {piece.role for piece in inside} <= {Role.TIME} and any(names_day(piece.value) for piece in rest):
            pieces, words = let_go(pieces, words, start, end)
    return pieces, words


def days_leant_on(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """A 그날 is asked about where no day of the order stands before it: what it leans on may have been only told."""
    leaning = [
        piece
        for index, piece in enumerate(pieces)
        if piece.role is Role.REFERENCE
        and _THAT_DAY.fullmatch(clean.text, piece.start, piece.end)
        and not any(names_day(each.value) for each in pieces[:index])
    ]
    return asked_about(pieces, leaning, _NAMED_NOWHERE), words
