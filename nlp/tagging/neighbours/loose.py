# ruff: noqa: E501
"""What is only perhaps wanted, or would do as well: "Friday if needed", "possibly Sunday", 금요일도 괜찮아요.

A part of the order that hangs on such words is neither wanted for sure nor unwanted: it is asked about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Quantity, Refusal, Role
from nlp.tagging.base import Clean, Piece

_IF_NEEDED = lazy(
    r"(?<![a-z])(?:(?:if|when|where|as) (?:need be|needed|necessary|required|it comes to it|(?:we|i) (?:need|have) (?:it|to|them|more))"
    r"|(?:(?:i|we|they) )?(?:(?:may|might)(?: well| also| even| then)? (?:want|need|take|add|use|stretch|extend)|could(?: also| even)? (?:add|stretch|extend)))(?![a-z])"
    r"|필요(?:하면|시|할 ?(?:경우|때)|해지면|하다면)(?:에는|엔)?(?![가-힣])|상황 ?(?:봐서|보고|봐 ?가며|에 ?따라)[가-힣]*|여차하면|(?:쉬어|쉽니|쉬고|패스|건너뛰|스킵)[가-힣]*|(?:아직 )?(?:잘 )?모르겠[가-힣]*|(?:아직 )?미정[가-힣]*|(?:고민|생각|검토|고려) ?중(?:이에요|입니다|임|이고요?)?(?![가-힣])"
)
_PERHAPS = lazy(r"(?<![a-z])(?:possibly|perhaps|maybe|potentially)(?: also| even)?(?: (?:on|for|in|the))* $")
_OVER = lazy(r"[을를]? ?넘(?:으면|기면|는다면)$")
_LATEST = lazy(r"늦어도 ")
_DAY_AS_WELL = lazy(
    r"(?:오늘|내일|모레|글피|[월화수목금토일]요일|주말|주중|평일|오전|오후|저녁|밤|새벽|아침)(?:에)?(?:이?여도|이?라도) ?"
    r"(?:괜찮|됩니|돼요|됨|되고요|가능|좋|무방|상관 ?없|오케이|ok)[가-힣]*"
)
_DO_AS_WELL = lazy(
    r"(?:이?여도|라도|이라도|도) ?(?:괜찮|됩니|돼요|됨|되고요|되는데요|가능|좋(?!겠)|무방|상관 ?없|오케이|ok)[가-힣]*(?: ?(?:없|합니다|해요)[가-힣]*)?"
)
_EDGES = frozenset({Role.SEPARATOR, Role.OPEN, Role.CLOSE, Role.LABEL})
_PARTS = frozenset({Role.TIME, Role.QUANTITY, Role.PRICE, Role.PLACE, Role.ASSET})
_OTHERS = frozenset({Role.TIME, Role.ASSET, Role.PLACE})


def loosely_wanted(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with a wish for each part that is only perhaps wanted, or would do as well."""
    wishes = [*_perhaps(clean, pieces), *(_as_well(clean, pieces) if clean.korean else ())]
    if clean.korean:
        for piece in pieces:
            late = _LATEST.match(clean.text, piece.start, piece.end) if piece.role is Role.TIME else None
            if late and not re.search(r"까지|전|안에", clean.text[piece.start : piece.end]):
                wishes.append(_wish(piece.start, late.end() - 1, "a latest day without a start"))
                pieces = [replace(each, start=late.end()) if each is piece else each for each in pieces]
        for price, behind in pairwise(pieces):
            over = _OVER.search(clean.text, price.start, price.end) if price.role is Role.PRICE else None
            if over and behind.role in _PARTS and behind.role is not Role.PRICE:
                wishes.append(_wish(over.start(), over.end(), "a condition on the price"))
                pieces = [replace(each, end=over.start()) if each is price else each for each in pieces]
    if not wishes:
        return pieces, words
    words = [word for word in words if not any(wish.start < word.end and word.start < wish.end for wish in wishes)]
    return sorted([*pieces, *wishes], key=lambda piece: piece.start), words


def _perhaps(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    wishes = []
    for found in _IF_NEEDED.finditer(clean.text):
        start = max((piece.end for piece in pieces if piece.role in _EDGES and piece.end <= found.start()), default=0)
        end = min(
            (piece.start for piece in pieces if piece.role in _EDGES and piece.start >= found.end()),
            default=len(clean.text),
        )
        inside = [piece for piece in pieces if start <= piece.start < end]
        if not _ordered([piece for piece in pieces if piece.end <= found.start()]):
            continue
        if any(piece.role in _PARTS for piece in inside) and not _covered(pieces, found.start(), found.end()):
            wishes.append(_wish(found.start(), found.end(), "what is only perhaps wanted"))
    for piece in pieces:
        said = _PERHAPS.search(clean.text, max(0, piece.start - 30), piece.start) if piece.role is Role.TIME else None
        if said and not _covered(pieces, said.start(), said.end()):
            wishes.append(_wish(said.start(), said.start() + len(said[0].rstrip()), "what is only perhaps wanted"))
    return wishes


def _as_well(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    """A day, product or place that would do as well as what the order has said."""
    wishes = []
    for index, piece in enumerate(pieces):
        before = pieces[:index]
        if piece.role not in _OTHERS or not _ordered(before) or not any(each.role in _EDGES for each in before):
            continue
        said = clean.text[piece.start : piece.end]
        at = piece.end - 1 if said.endswith("도") else piece.end
        found = _DO_AS_WELL.match(clean.text, at)
        listed = bool(before) and before[-1].role in (piece.role, Role.JOINER)
        again = any(each.role is piece.role for each in before)
        if (
            found
            and (again or piece.role is Role.PLACE)
            and not listed
            and not _covered(pieces, piece.end, found.end())
        ):
            wishes.append(_wish(piece.end, found.end(), "what would do as well"))
    for found in _DAY_AS_WELL.finditer(clean.text):
        before = [each for each in pieces if each.end <= found.start()]
        if _ordered(before) and not _covered(pieces, found.start(), found.end()):
            wishes.append(_wish(found.start(), found.end(), "what would do as well"))
    return wishes


def _ordered(before: list[Piece]) -> bool:
    """Whether a count and a product have been said."""
    counted = any(isinstance(each.value, Quantity) for each in before)
    return counted and any(each.role is Role.ASSET for each in before)


def _covered(pieces: list[Piece], start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces)


def _wish(start: int, end: int, wish: str) -> Piece:
    return Piece(start, end, Role.REFUSAL, Refusal("unsupported", wish))
