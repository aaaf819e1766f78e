"""Korean swaps said with one word: A100 16장을 H100 8장으로 바꾸고 싶습니다 gives up the first and gets the second.

The word says that two things change hands; which one is given up is said by the particle behind it, or by whose it is.
"""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Product, Quantity, Refusal, Role
from nlp.tagging.base import Clean, Piece

_SENTENCE = lazy(r"[.!?](?![0-9])|[\n;]")
_GIVEN_FOR = lazy(r"(?:을|를)? ?(?:→|-+>|=+>)|(?:을|를|에서)(?![가-힣])")
_WITH = lazy(r"(?:이랑|랑|와|과|하고|↔|<-*>)(?![가-힣])")
_GOT = lazy(r"(?:으로|로|이랑|랑|와|과|하고)?(?:의)?(?![가-힣])")
_OWN = lazy(r"(?<![가-힣])(?:저희|우리|제|내|당사|자사|보유|가진|갖고 ?있는|가지고 ?있는|남는|노는|쓰던)(?![0-9])")
_TAIL = lazy(r"(?: ?(?:희망|제안|요청|원[합해]|부탁|하고 ?싶|합니다|해요|드립니다|가능할까요|가능한가요)[가-힣]*)*")


def swapped(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with the word of a swap read as the two sides it stands for, where the order says which is which."""
    for piece in pieces:
        if not isinstance(piece.value, Refusal) or piece.value.wish != "a swap in these words":
            continue
        opens = max((found.end() for found in _SENTENCE.finditer(clean.text, 0, piece.start)), default=0)
        inside = [each for each in pieces if opens <= each.start < piece.start]
        sides = [each for each in inside if each.role is Role.SIDE and each.value]
        lots = _lots(inside)
        if len(lots) != 2:
            continue
        if [each.value for each in sides] == ["sell"] and lots[0][-1].end <= sides[0].start < lots[1][0].start:
            got_side = Piece(piece.start, piece.end, Role.SIDE, "buy")  # 줄 테니 ... 이랑 바꿔요: one side is said
            return [got_side if each is piece else each for each in pieces], words
        if sides:
            continue
        given, got = lots
        if (end := _given_up(clean, opens, given, got)) is None:
            continue
        marks = (each for each in pieces if given[-1].end <= each.start < end)
        if any(each.role is not Role.JOINER for each in marks):
            continue
        tail = _TAIL.match(clean.text, piece.end)
        closes = tail.end() if tail else piece.end
        kept = [
            each for each in pieces if not (given[-1].end <= each.start < end or piece.start <= each.start < closes)
        ]
        start = given[-1].end if end > given[-1].end else end - 1
        kept = [replace(each, end=start) if each is given[-1] else each for each in kept]
        sides = [Piece(start, end, Role.SIDE, "sell"), Piece(piece.start, closes, Role.SIDE, "buy")]
        left = [w for w in words if not (given[-1].end <= w.start < end or piece.start <= w.start < closes)]
        return sorted([*kept, *sides], key=lambda each: each.start), left
    return pieces, words


def _lots(pieces: list[Piece]) -> list[list[Piece]]:
    """The counted products, with all that is said of each before the next one."""
    heads = [each for each in pieces if isinstance(each.value, Product) and not each.value.generic]
    lots: list[list[Piece]] = []
    for place, head in enumerate(heads):
        until = heads[place + 1].start if place + 1 < len(heads) else pieces[-1].end + 1
        counts = [each for each in pieces if head.start <= each.start < until and isinstance(each.value, Quantity)]
        if not counts:
            return []
        lots.append([head, max(counts, key=lambda each: each.end)])
    return lots


def _given_up(clean: Clean, opens: int, given: list[Piece], got: list[Piece]) -> int | None:
    """Where the words end that say that the first lot is given up for the second."""
    text, end = clean.text, given[-1].end
    if text[end - 1] in "을를" and text[end : end + 1] == " " and _GOT.match(text, got[-1].end):
        return end
    behind = got[-1].end
    if match := _GIVEN_FOR.match(text, end):
        return match.end() if _GOT.match(text, behind) else None
    match = _WITH.match(text, end)
    owned = _OWN.search(text, opens, given[0].start) is not None
    return match.end() if match and owned and not _OWN.search(text, end, got[0].start) else None
