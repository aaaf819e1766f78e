"""Lengths of time that the words leave open: "up to 6 hours", "a week or two", 길어야 6시간. They are asked about."""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.tagged import Joiner, Refusal, Role
from nlp.tagging.base import Clean, Piece

_BOUND_BEFORE = lazy(
    r"(?<![a-z])(?:up to|at (?:the )?(?:very )?most|(?:no|not) (?:more|longer|over) than|(?:well )?over|upwards of"
    r"|(?:a )?min(?:imum)?(?: of)?|at (?:the )?(?:very )?least|(?:no|not) (?:less|shorter|fewer) than)"
    r"(?: a total of)? $"
    r"|(?:많아야|많아 ?봐야|길어야|길어 ?봐야|길어도|길면|기껏해야|짧아도|짧으면) $"
)
_BEFORE = 40
_BOUND_BEHIND = lazy(r" (?:tops|at (?:the )?(?:very )?most|max)(?= ?(?:[.;!)\n]|$))|까지만(?![가-힣])")
_OR_TWO = lazy(
    r"(?:two|three|so more|2|3)(?= ?[.,;:!)\n]|$"
    r"| (?:from|on|in|at|of|over|during|starting|next|this|sometime|some|any|between|before|by|max|please|for|if)"
    r"(?![a-z]))"
)


def open_lengths(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with a wish for each bound of a length, and for each "or two" behind one."""
    wishes = []
    for piece in filter(_is_length, pieces):
        for found in (_bound_before(clean, piece), _BOUND_BEHIND.match(clean.text, piece.end)):
            if found and not any(other.start < found.end() and found.start() < other.end for other in pieces):
                start, end = found.start(), found.start() + len(found[0].rstrip())
                wishes.append(Piece(start, end, Role.REFUSAL, Refusal("unsupported", "a bound on a length")))
    for time, joiner in pairwise(pieces):
        if not (_is_length(time) and isinstance(joiner.value, Joiner) and joiner.value.kind == "or"):
            continue
        if found := _OR_TWO.match(clean.text, joiner.end + (clean.text[joiner.end : joiner.end + 1] == " ")):
            wishes.append(Piece(joiner.start, found.end(), Role.REFUSAL, Refusal("missing_time", "how long", "time")))
    if not wishes:
        return pieces, words
    kept = [piece for piece in pieces if not any(wish.start <= piece.start < wish.end for wish in wishes)]
    words = [word for word in words if not any(wish.start <= word.start < wish.end for wish in wishes)]
    return sorted([*kept, *wishes], key=lambda piece: piece.start), words


def _bound_before(clean: Clean, piece: Piece) -> re.Match[str] | None:
    return _BOUND_BEFORE.search(clean.text, max(0, piece.start - _BEFORE), piece.start)


def _is_length(piece: Piece) -> bool:
    time = piece.value
    return piece.role is Role.TIME and isinstance(time, TimeExpression) and time.duration is not None
