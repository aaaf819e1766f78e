# ruff: noqa: E501
"""Prices of lots that are named again by their day: 토요일분은 총 600불, 일요일분은 총 1,100불."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.idle_words import Word, with_told
from nlp.patterns import lazy
from nlp.tagged import Price, Role
from nlp.tagging.base import Clean, Piece

_DAY = r"(?:[월화수목금토일](?:요일|욜)|내일|모레|글피|오늘|(?:[0-9]{1,2}월 ?)?[0-9]{1,2}일|첫째 ?날|둘째 ?날)"
_OF_DAY = lazy(
    rf"(?<![가-힣0-9])(?P<day>{_DAY})(?: ?(?P<part>밤|새벽|오전|오후|저녁|아침|낮))? ?(?:(?:분|치|건|몫|물량|것|거|쪽|주문)(?:은|는|이|의)|은|는|(?:분|치|건|몫))[ :]*(?=(?:총|최대|예산|한도|[0-9$]))"
)
"""What leads to the price of the lot of a day."""


def prices_of_days(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with each price tied to the lot of the day that is named right before it, where each lot has a day of
    its own; the name is an idle word."""
    if not clean.korean:
        return pieces, words
    named = [found for found in _OF_DAY.finditer(clean.text) if _price_at(pieces, found.end())]
    if len(named) < 2:
        return pieces, words
    before = [piece for piece in pieces if piece.end <= named[0].start()]
    days = [clean.text[piece.start : piece.end] for piece in before if piece.role is Role.TIME]
    if len(days) != sum(piece.role is Role.ASSET for piece in before):
        return pieces, words
    homes = [_home(found, days) for found in named]
    if None in homes or len(set(homes)) != len(homes) or len(homes) != len(days):
        return pieces, words
    for found, home in zip(named, homes, strict=True):
        price = _price_at(pieces, found.end())
        if price is None or not isinstance(price.value, Price) or home is None:
            continue
        tied = replace(price, value=replace(price.value, ordinal=home + 1))
        pieces = [tied if piece is price else piece for piece in pieces if not _inside(piece.start, found)]
        words = with_told(words, *found.span())
    return pieces, words


def _price_at(pieces: list[Piece], at: int) -> Piece | None:
    return next((piece for piece in pieces if piece.role is Role.PRICE and piece.start == at), None)


def _home(found: re.Match[str], days: list[str]) -> int | None:
    """Which of the lots has the day; None unless exactly one has."""
    homes = [
        index
        for index, said in enumerate(days)
        if found["day"].replace(" ", "") in said.replace(" ", "") and (not found["part"] or found["part"] in said)
    ]
    return homes[0] if len(homes) == 1 else None


def _inside(at: int, found: re.Match[str]) -> bool:
    return found.start() <= at < found.end()
