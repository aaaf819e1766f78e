# ruff: noqa: E501
"""Whether a number without a currency is a price at all, or counts or names something."""

from __future__ import annotations

from nlp.idle_words import is_idle
from nlp.numbers import Number
from nlp.patterns import lazy
from nlp.tagging.base import HANGUL, Clean

_HANGUL = lazy(rf"[{HANGUL}]")
_THINGS = lazy(r" ([a-z]{4,}s)(?<!ss)(?![a-z])")
_PRODUCT_BEHIND = r" (?:of )?(?:the |an? )?PRODUCT"
_COUNTED_PRODUCT = r"[0-9](?: ?x)? ?(?:nodes? of )?PRODUCT"
_BARE_LIMIT = lazy(
    r"(?:for |at |all )?(?:(?:under|below|less than|cheaper than) ?[0-9][0-9.,]*k?|(?:for|within|up to|at most|no more than|not more than) ?[0-9][0-9.,]*k)(?= ?(?:[,.;!?)\n]|$))"
)
"""A bound at the end of a clause; behind a counted product it can only be of the price."""


def is_bare_limit(clean: Clean, start: int, end: int) -> bool:
    """ "32 H100s this weekend under 4k"."""
    found = _BARE_LIMIT.match(clean.text, start)
    counted = clean.lexis.with_gpus(_COUNTED_PRODUCT)
    return found is not None and found.end() == end and counted.search(clean.text, 0, start) is not None


def counts_each(clean: Clean, start: int, end: int) -> bool:
    """Whether a whole number "each" is a count: "8 each of A100 and L40S", "A100 and L40S, 8 each"."""
    text, lexis = clean.text, clean.lexis
    if lexis.with_gpus(_PRODUCT_BEHIND).match(text, end):
        return True
    counted_before = lexis.with_gpus(_COUNTED_PRODUCT).search(text, 0, start) is not None
    return not counted_before and lexis.gpus.search(text, 0, start) is not None


def names_or_counts(text: str, start: int, end: int, number: Number, unit: str | None, *, bare: bool) -> bool:
    """Whether a number without a currency names or counts something: the 2.1 of "v2.1", the 2 of "max 2 interruptions",
    두 안, 둘 이상."""
    before = text[start - 1 : start]
    if before.isascii() and before.isalpha():
        return True
    if unit is None and bare and number.word and _HANGUL.match(text, start):
        return True
    things = _THINGS.match(text, end) if unit is None and number.value == int(number.value) else None
    return things is not None and not is_idle(things[1])


def is_said(prefixed: bool, soft: bool, suffixed: bool, fraction: bool, number: Number) -> bool:
    """Whether a number without a currency is a price: by its surroundings, or as a bare decimal."""
    if number.word:
        return suffixed or (prefixed and not soft)
    return suffixed or fraction or (prefixed and not soft)
