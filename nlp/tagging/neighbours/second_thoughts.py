# ruff: noqa: E501
"""Second thoughts that say what they take back: 수요일 말고 목요일, 16장 아니고 8장, A100은 16장으로 정정합니다."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.tagged import Joiner, Place, Price, Product, Quantity, Refusal, Role
from nlp.tagging.base import Clean, Piece

_SAID = frozenset({Role.QUANTITY, Role.TIME, Role.ASSET, Role.PLACE, Role.PRICE})
_TAKEN_BACK = lazy(
    r"(?:은|는|을|를|이|가|으로|로)? ?(?:말고(?:요)?|아니고(?:요)?|아니라|아니에요|아닙니다)[,.]? ?(?:그냥 |걍 )?"
)
_NOT_THIS = lazy(r"(?:은|는|을|를)? ?말고")
_PLACE_TAKEN_BACK = lazy(r"(?:말고|아니고|아니라)(?:요)?$")
_CORRECTS = lazy(r"정정|수정|변경|바로잡")
_ARROW = lazy(r" ?(?:→|-+>|=+>) ?")
_TO_THIS = lazy(
    r"(?:으로|로)? ?(?:정정|수정|변경|고치|고쳐|고칠|바꾸|바꿔|바꿀|바꿉)(?:이요|요)?[가-힣]*"
    r"(?: ?(?:합니다|할게요|해요|하겠습니다|부탁[가-힣]*|드립니다|드려요|해 ?주[가-힣]*|주세요|주시[가-힣]*|바랍니다))*(?![가-힣])"
)
_OF = lazy(r"(?:은|는|만|의|도)? ?(?:수량은?|가격은?|단가는?|시간은?)? ?$")


def taken_back(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """What is named again only to be taken back becomes the word of a correction; "to 16" said behind replaces what it
    corrects. Neither may be let go: a correction that replaces nothing is asked about."""
    if not clean.korean:
        return pieces, words
    pieces, words = _named_again(clean, _with_arrows(clean, pieces), words)
    return _said_behind(clean, pieces, words)


def _with_arrows(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    """수량 정정드립니다. H200 8장 → 12장: where the text corrects, an arrow between two counts does."""
    if not _CORRECTS.search(clean.text):
        return pieces
    out = list(pieces)
    for index in range(1, len(pieces) - 1):
        before, piece, behind = pieces[index - 1 : index + 2]
        arrow = isinstance(piece.value, Joiner) and _ARROW.fullmatch(clean.text, piece.start, piece.end)
        named = index + 2 < len(pieces) and pieces[index + 2].role is Role.ASSET
        if arrow and before.role is behind.role is Role.QUANTITY and not named:
            out[index] = Piece(piece.start, piece.end, Role.CORRECTION)
    return out


def _named_again(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    out: list[Piece] = []
    until = 0
    for index, piece in enumerate(pieces):
        if piece.start < until:
            continue
        match = _TAKEN_BACK.match(clean.text, piece.end) if piece.role in _SAID else None
        if match is None and isinstance(piece.value, Place) and piece.value.excluded:
            match = _PLACE_TAKEN_BACK.search(clean.text, piece.start, piece.end)
        earlier = next((each for each in reversed(out) if match and _same(each, piece)), None)
        behind = next(
            (
                each
                for each in pieces[index + 1 :]
                if match and each.start >= match.end() - 1 and each.role is piece.role
            ),
            None,
        )
        if match is None or earlier is None or behind is None or not _close(clean, match.end(), behind.start):
            out.append(piece)
            continue
        if len({each.start for each in out if _same(each, piece)}) > 1:
            out.append(Piece(piece.start, match.end(), Role.REFUSAL, Refusal("unsupported", "a correction of several")))
            until = match.end()
            continue
        if tail := _TO_THIS.match(clean.text, behind.end):
            pieces = [each for each in pieces if not behind.end <= each.start < tail.end()]
            words = [word for word in words if not behind.end <= word.start < tail.end()]
            words = [*words, Word(behind.end, tail.end(), True, told=True)]
        until, named = match.end(), min(piece.end, match.start())
        words = [word for word in words if not piece.start <= word.start < until]
        words = [*words, Word(piece.start, named, True, told=True)]
        out.append(Piece(named, until, Role.CORRECTION))
        pieces = [_with_part(earlier, piece, each) if each is behind else each for each in pieces]
    return out, sorted(words, key=lambda word: word.start)


def _close(clean: Clean, end: int, start: int) -> bool:
    return re.search(r"[.!?\n;](?![0-9])", clean.text[end:start]) is None


def _same(earlier: Piece, piece: Piece) -> bool:
    """Whether the earlier piece says what this one names again."""
    first, again = earlier.value, piece.value
    if earlier.role is not piece.role:
        return False
    if isinstance(first, TimeExpression) and isinstance(again, TimeExpression):
        return bool(again.days) and first.days == again.days and again.part in (None, first.part) and not again.hours
    if isinstance(first, Quantity) and isinstance(again, Quantity):
        return (first.low, first.high, first.unit) == (again.low, again.high, again.unit)
    if isinstance(first, Price) and isinstance(again, Price):
        return first.amount == again.amount
    if isinstance(first, Place) and isinstance(again, Place):
        return first.regions == again.regions and not first.excluded
    return isinstance(first, Product) and first == again


def _with_part(earlier: Piece, piece: Piece, behind: Piece) -> Piece:
    """수요일 밤 ... 수요일 말고 목요일: only the day is taken back, so the night stays."""
    first, again, said = earlier.value, piece.value, behind.value
    if not (
        isinstance(first, TimeExpression) and isinstance(again, TimeExpression) and isinstance(said, TimeExpression)
    ):
        return behind
    if first == again or said != TimeExpression(days=said.days):
        return behind
    return replace(behind, value=replace(first, days=said.days))


def _said_behind(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    for index, piece in enumerate(pieces):
        match = _TO_THIS.match(clean.text, piece.end) if piece.role in _SAID else None
        if match is None or any(each.role is Role.CORRECTION and each.start < piece.start for each in pieces):
            continue
        named = pieces[index - 1] if index and _OF.fullmatch(clean.text[pieces[index - 1].end : piece.start]) else None
        named = named if named and isinstance(named.value, Product) else None
        start = named.start if named else piece.start
        before = pieces[: index - 1] if named else pieces[:index]
        target = _corrected(before, piece, named)
        if not before:
            continue
        kept = [each for each in pieces if each.start < start or each.start >= match.end()]
        words = [word for word in words if not start <= word.start < match.end()]
        if target is None:
            wish = Piece(start, match.end(), Role.REFUSAL, Refusal("unsupported", "a correction of what was not said"))
            return sorted([*kept, wish], key=lambda each: each.start), words
        kept = [replace(each, value=piece.value) if each is target else each for each in kept]
        return kept, sorted([*words, Word(start, match.end(), True, told=True)], key=lambda word: word.start)
    return pieces, words


def _corrected(before: list[Piece], piece: Piece, named: Piece | None) -> Piece | None:
    """The one piece that this replaces: of the product named, or the only one of its kind."""
    same = [each for each in before if each.role is piece.role]
    if named is None:
        return same[0] if len(same) == 1 else None
    heads = [each for each in before if each.role is Role.ASSET]
    mine = [each for each in heads if each.value == named.value]
    if len(mine) != 1 or not same:
        return None
    stop = next((each.start for each in heads if each.start > mine[0].start), piece.start)
    behind = [each for each in same if mine[0].start < each.start < stop]
    ahead = [each for each in same if each.start < mine[0].start]
    return behind[0] if behind else ahead[-1] if ahead else None


def replaced(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "8장 말고 16장", "내일 밤 말고 모레 밤": what stands before the word is taken back by what stands behind it."""
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        after = _NOT_THIS.match(clean.text, piece.end) if piece.role in (Role.QUANTITY, Role.TIME) else None
        behind = [each for each in pieces[index + 1 :] if each.role is piece.role]
        if after and behind and not (_names_day(piece) and not any(map(_names_day, behind))):
            words = [word for word in words if not piece.start <= word.start < after.end()]
            words.append(Word(piece.start, after.end(), True))
        else:
            out.append(piece)
    return out, sorted(words, key=lambda word: word.start)


def _names_day(piece: Piece) -> bool:
    return isinstance(piece.value, TimeExpression) and bool(piece.value.days or piece.value.repeat or piece.value.start)
