# ruff: noqa: E501
"""Troubles that the writer's code has with some hardware: "it falls over across PCIe, hence 8 H100s with NVLink".

What such a clause names is no requirement. Where the order says what it wants in its place, the clause only tells;
where it does not, it is asked about.
"""

from __future__ import annotations

import re

from nlp.idle_words import Word, with_told
from nlp.patterns import lazy
from nlp.tagged import Attribute, Refusal
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import around, asked_about

_SUBJECT = r"(?:and |but |because |since |as )?(?:(?:the|our|my|this|that|its|their|everything|it|all our) )?(?:[a-z0-9'/-]+ ){0,4}?"
_OFTEN = r"(?:just |always |still |simply |really |badly |totally |completely |already |keeps |kept )*"
_TROUBLE = (
    r"(?:(?:falls?|falling|fell) (?:over|apart|flat)|crawls?|crawled|crawling|chokes?|choked|choking|dies|died|dying"
    r"|breaks?|broke|breaking|crash(?:es|ed|ing)?|fails?|failed|failing|hangs?|hung|hanging|stalls?|stalled|stalling"
    r"|struggles?|struggled|suffers?|suffered|(?:is|was|gets?|got|runs?|ran) (?:far |way |much |just |too |so |painfully )*"
    r"(?:slow(?:ly)?|terribl[ey]|awful(?:ly)?|hopeless(?:ly)?|useless|bottlenecked|starved|bandwidth-bound)"
    r"|(?:does|did|will|would|could|can)(?: not|n't) (?:scale|work|run|converge|cope)|(?:won't|can't|cannot) (?:scale|work|run|cope))"
)
_OVER = r"(?: (?:badly|miserably|terribly|horribly|hard))?(?: (?:on|over|across|through|by|via|with))?(?: (?:plain|mere|just|the|ordinary|a|standard))*"
_IN_TROUBLE = lazy(rf"{_SUBJECT}{_OFTEN}{_TROUBLE}{_OVER} *")
_FABRIC = frozenset(["form", "interconnect"])
"""Requirements that stand for each other: a form says how its GPUs are linked."""
_OF_CODE = Refusal("unsupported", "a requirement of something else")


def without_troubles(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without the hardware that only a trouble is told of, whose clause is one idle word."""
    for piece in [each for each in pieces if _is_fabric(each)]:
        start, _ = around(clean, pieces, piece.start, piece.end)
        start += len(clean.text[start:]) - len(clean.text[start:].lstrip())
        if not _IN_TROUBLE.fullmatch(clean.text, start, piece.start + _preposition(clean, piece)):
            continue
        others = [each for each in pieces if each is not piece]
        if any(map(_is_fabric, others)):
            pieces, words = others, with_told(words, start, piece.end)
        else:
            pieces = asked_about(pieces, [piece], _OF_CODE)
    return pieces, words


def _is_fabric(piece: Piece) -> bool:
    return isinstance(piece.value, Attribute) and piece.value.field in _FABRIC


def _preposition(clean: Clean, piece: Piece) -> int:
    """How many characters of a requirement are the word before its name: the "on " of "on PCIe"."""
    found = re.match(r"(?:on|over|across|with|via) (?:the )?", clean.text[piece.start : piece.end])
    return found.end() if found else 0
