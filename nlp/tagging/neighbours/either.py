"""Choices whose every part closes with the same word: 금요일이든 토요일이든, 사거나 빌리거나."""

from __future__ import annotations

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Joiner, Role
from nlp.tagging.base import Clean, Piece

_EITHER_WAY = lazy(r"이?든(?:지|가)?|이?거나요?")


def either_way(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """금요일이든 토요일이든 밤에: the last of such words in a row closes the choice, and joins nothing."""
    ways = [
        place
        for place, piece in enumerate(pieces)
        if place and isinstance(piece.value, Joiner) and _EITHER_WAY.fullmatch(clean.text, piece.start, piece.end)
    ]
    closing = []
    for place in ways:
        same = [other for other in ways if pieces[other - 1].role is pieces[place - 1].role]
        row = [other for other in same if not any(map(_ends_sentence, pieces[min(other, place) : max(other, place)]))]
        if len(row) > 1 and place == row[-1] and not _item_follows(clean, pieces, row):
            closing.append(pieces[place])
    kept = [piece for piece in pieces if piece not in closing]
    return kept, sorted([*words, *(Word(each.start, each.end, True) for each in closing)], key=lambda word: word.start)


def _ends_sentence(piece: Piece) -> bool:
    return piece.role is Role.SEPARATOR and piece.value in (".", "newline", ";")


def _item_follows(clean: Clean, pieces: list[Piece], row: list[int]) -> bool:
    """H100 8장이거나 A100 16장이거나 L40S 32장: behind the last word stands one more of what it joins."""
    last = pieces[row[-1]]
    behind = pieces[row[-1] + 1] if row[-1] + 1 < len(pieces) else None
    listed = any(piece.role in (Role.QUANTITY, Role.ASSET) for piece in pieces[: row[0]])
    follows = behind is not None and behind.role in (Role.QUANTITY, Role.ASSET)
    return listed and follows and clean.text[last.start : last.end].startswith(("거나", "이거나"))
