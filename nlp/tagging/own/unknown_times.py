# ruff: noqa: E501
"""Times that stand between unknown words and say nothing of an order that names its own days: "the regulator wants every
failover path simulated since March", 하자보증 1년. They are asked about, or judged, with those words."""

from __future__ import annotations

from nlp.idle_words import Word, is_idle
from nlp.lexicon import telling
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.tagged import Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import each_of_them, names_day, timed
from nlp.tagging.stretches import parted, within

_BETWEEN_UNKNOWN = frozenset({Role.TIME, Role.JOINER, Role.SCOPE})
_OF_THE_ORDER = lazy(
    r"(?<![a-z'-])(?:(?:we|i)(?:'d|'ll| also| will| would)? (?:need|want|like|love|take|prefer|book|reserve)|please|must|should|only|if|unless|except|instead|otherwise|or|prefer|ideally|book|reserve|add|also|too|either|both|each|same|as well|again|every|then|ok(?:ay)?|fine|works?|good|start(?:s|ing)?|end(?:s|ing)?|finish(?:ed)?|done|valid|expires?|gpus?|cards?|nodes?|hours?)(?![a-z])"
)
_KOREAN_CORRECTS = lazy(r"맞[다습아음는]|아니|라고|썼|적었|말했|말씀드")
_HANGUL = lazy(r"[가-힣]")
_LETTERS = lazy(r"[a-z]{2}|[가-힣]{2}")


def times_of_unknown_words(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without such times; each is one unknown word."""
    for start, end in parted(clean, pieces):
        inside = within(pieces, start, end)
        times = [piece for piece in inside if piece.role is Role.TIME]
        if not times or any(piece.role not in _BETWEEN_UNKNOWN for piece in inside):
            continue
        if any(isinstance(time.value, TimeExpression) and time.value.flex for time in times):
            continue
        rest = [piece for piece in pieces if piece not in inside]
        if _speaks_of_order(clean, start, end) or not _unknown(clean, words, times, start, end):
            continue
        if timed(clean, rest, end) and not each_of_them(times, rest):
            pieces = [piece for piece in pieces if piece not in times]
            words = sorted(
                [*words, *(Word(each.start, each.end, False) for each in times)], key=lambda word: word.start
            )
    return pieces, words


def _unknown(clean: Clean, words: list[Word], times: list[Piece], start: int, end: int) -> bool:
    """Whether a clause holds words of which nothing is known: two, or one beside a mere length."""
    found = [clean.text[word.start : word.end] for word in words if start <= word.start < end and not word.idle]
    unknown = [text for text in found if _LETTERS.search(text) and not is_idle(text)]
    only_lengths = all(isinstance(time.value, TimeExpression) and not names_day(time.value) for time in times)
    return len(unknown) >= (1 if only_lengths else 2)


def _speaks_of_order(clean: Clean, start: int, end: int) -> bool:
    text = clean.text[start:end].strip()
    if clean.text[end : end + 2].lstrip().startswith(":"):
        return True
    if clean.korean and _HANGUL.search(text):
        return any(said.search(text) for said in (telling.KOREAN_WISHES, telling.KOREAN_USES, _KOREAN_CORRECTS))
    return bool(_OF_THE_ORDER.search(text))
