"""Korean clauses that tell when something of the writer's own is due or begins: 협약이 7월부터예요, 납품이 월요일이라.

They are let go where nothing but a time stands in them, the order names a day besides, and nothing leans on it.
"""

from __future__ import annotations

from nlp.idle_words import Word
from nlp.lexicon import korean_own_days
from nlp.patterns import lazy
from nlp.tagged import Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import names_day
from nlp.tagging.stretches import let_go, within

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
