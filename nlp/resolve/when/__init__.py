"""Everything about time in a request: finding time phrases, and turning those of one lot into delivery windows."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from nlp.resolve.when.lexicon_ko import NOT_AS_ONE
from nlp.resolve.when.merge import inherit
from nlp.resolve.when.phrase import phrase
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.resolution import Ask, TimeAssumption, TimeChoice, TimeContext, TimeReading
from nlp.resolve.when.resolver import resolve, resolve_until
from nlp.resolve.when.tokens import tokens_of
from nlp.resolve.when.types import Flex, TimeExpression, TimeMatch

__all__ = [
    "Ask",
    "TimeAssumption",
    "TimeChoice",
    "TimeContext",
    "TimeExpression",
    "TimeMatch",
    "TimeReading",
    "inherit",
    "match",
    "resolve",
    "resolve_until",
]


_NOT_AS_ONE = re.compile(rf"(?:{NOT_AS_ONE})(?![가-힣])")


@lru_cache(maxsize=512)
def match(text: str, start: int, *, korean: bool = False) -> TimeMatch | None:
    """The longest time phrase that begins at this offset of a normalised text, or None; several matchers ask for it.

    A phrase stands as a whole: it neither begins nor ends inside a word. Each word is read in its own language; whether
    the text is Korean only decides how numbers stand in a date (26.3.20).
    """
    if korean and (scattered := _NOT_AS_ONE.match(text, start)):
        return TimeMatch(start, scattered.end(), TimeExpression(flex=frozenset({Flex.SPREAD})), False)
    reader = _reader_of(text, korean)
    tokens = reader.tokens
    index = bisect_left(tokens, start, key=lambda token: token.start)
    if index == len(tokens) or tokens[index].start != start:
        return None
    if not reader.begins_cleanly(index) or (found := phrase(reader, index)) is None:
        return None
    return TimeMatch(start, tokens[found.end - 1].end, found.expression, found.doubtful)


@lru_cache(maxsize=4)
def _reader_of(text: str, korean: bool) -> Reader:
    """One reader for all the calls on a text, so that what its rules found is kept between them."""
    return Reader(tokens_of(text), korean_text=korean)
