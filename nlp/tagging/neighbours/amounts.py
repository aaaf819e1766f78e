# ruff: noqa: E501, SIM905
"""Numbers that what stands beside them settles: bare counts of other things, units and totals said apart."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from nlp.idle_words import Word, is_idle
from nlp.lexicon.prices import TOTAL_WORDS, UNIT_NOTE
from nlp.patterns import lazy
from nlp.tagged import Price, PriceUnit, Quantity, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import around, ends_sentence

_AFTER_COUNT = frozenset(
    "on for in at from with of and or to by please pls is are would will if when starting more each the then also plus but as during over within per all total max".split()
)
_BARE_AMOUNT = lazy(r"(?:for (?:the )?)?[0-9]*\.?[0-9]+")
_LIKE_MONEY = lazy(r"[0-9]*\.[0-9]{1,2}")
_VERSION_OF = lazy(
    r" ?(?:releases?|updates?|patch(?:es)?|versions?|builds?|launch(?:es)?|betas?|drivers?|kernels?|branch|milestone)(?![a-z])"
)
"""What a number in front of it is a version of: "the 2.1 release"."""
_TOTAL = lazy(TOTAL_WORDS)
_UNIT_NOTE = lazy(UNIT_NOTE)
_LEAST_TOTAL = Decimal(15)
"""Less than this is no total by a word that stands apart ("the budget option, fri-sun, 34c"): its size tells its unit."""


def stray_counts(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """A bare number in front of a word that is no product counts or names something else ("the 2.1 release"): it is left
    over, to be asked about."""
    out: list[Piece] = []
    words = list(words)
    for index, piece in enumerate(pieces):
        behind = pieces[index + 1] if index + 1 < len(pieces) else None
        word = next((each for each in words if each.start >= piece.end), None)
        counts = isinstance(piece.value, Quantity) and piece.value.bare
        beside = word is not None and not clean.text[piece.end : word.start].strip(" -") and not word.idle
        first = behind is None or (word is not None and word.start < behind.start)
        text = clean.text[word.start : word.end] if word else ""
        plain = text.isascii() and text.isalpha() and text not in _AFTER_COUNT
        counts = counts or (_is_bare_amount(clean, piece, text) and not _closes_order(clean, pieces, index))
        if counts and beside and first and plain and not (behind and behind.role in (Role.ASSET, Role.ATTRIBUTE)):
            words.append(Word(piece.start, piece.end, False))
        else:
            out.append(piece)
    return out, sorted(words, key=lambda each: each.start)


def least_of_each(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "Min 16 in both", 각각 최소 8장, 둘 다 최소 8장: a least fill beside words that spread it is one of each lot."""
    out = list(pieces)
    for first, second in pairwise(range(len(pieces))):
        if clean.text[pieces[first].end : pieces[second].start].strip():
            continue
        for count, beside in ((first, second), (second, first)):
            value = out[count].value
            spreads = pieces[beside].value in ("list", "respectively") or (
                beside == first and pieces[beside].role is Role.CHOICE
            )
            if spreads and isinstance(value, Quantity) and value.bound == "at_least":
                out[count] = replace(out[count], value=replace(value, each=True))
    return out, words


def _is_bare_amount(clean: Clean, piece: Piece, behind: str) -> bool:
    """Whether a price is a number alone (no sign, bound or unit) in front of a word that it may name something of."""
    alone = isinstance(piece.value, Price) and _BARE_AMOUNT.fullmatch(clean.text, piece.start, piece.end)
    named = clean.text.startswith("for the", piece.start) or _VERSION_OF.match(clean.text, piece.end) is not None
    return bool(alone) and (named or not is_idle(behind))


def _closes_order(clean: Clean, pieces: list[Piece], index: int) -> bool:
    """Whether an amount written like money stands right behind a time or place of an order that has no other price:
    "24 B200s Friday 8am-8pm 5.40 popcorn ready"."""
    piece = pieces[index]
    if not _LIKE_MONEY.fullmatch(clean.text, piece.start, piece.end) or _VERSION_OF.match(clean.text, piece.end):
        return False
    before = next((each for each in reversed(pieces[:index]) if each.value != ","), None)
    if before is None or before.role not in (Role.TIME, Role.PLACE) or clean.text[before.end : piece.start].strip(" ,"):
        return False
    return not any(isinstance(each.value, Price) for each in pieces if each is not piece)


def unit_note(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "All prices per GPU-hour": the unit of every price that has none of its own."""
    prices = [piece for piece in pieces if isinstance(piece.value, Price)]
    covered = [(piece.start, piece.end) for piece in prices]
    note = next(
        (
            found
            for found in _UNIT_NOTE.finditer(clean.text)
            if not any(start < found.end() and found.start() < end for start, end in covered)
        ),
        None,
    )
    if note is None or not any(isinstance(piece.value, Price) and piece.value.unit is None for piece in prices):
        return pieces, words
    start, end = note.span()
    unit: PriceUnit = "node_hour" if re.search(r"node|server|노드", note[0]) else "gpu_hour"
    out: list[Piece] = []
    for piece in pieces:
        if start <= piece.start < end:
            continue
        if isinstance(piece.value, Price) and piece.value.unit in (None, "hour"):
            piece = replace(piece, value=replace(piece.value, unit=unit))
        out.append(piece)
    kept = [word for word in words if not start <= word.start < end]
    return out, sorted([*kept, Word(start, end, True)], key=lambda word: word.start)


def price_totals(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "finance signed off on 12k ... in total": a total word in the same sentence makes an amount without a unit one."""
    out = []
    for piece in pieces:
        if isinstance(piece.value, Price) and piece.value.unit is None:
            start, end = around(clean, pieces, piece.start, piece.end, ends_sentence)
            near = [word for word in words if start <= word.start < end and _TOTAL.match(clean.text, word.start)]
            others = [each for each in pieces if start <= each.start < end and isinstance(each.value, Price)]
            if near and len(others) == 1 and piece.value.amount >= _LEAST_TOTAL:
                piece = replace(piece, value=replace(piece.value, unit="total"))
        out.append(piece)
    return out, words
