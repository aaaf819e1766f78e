# ruff: noqa: E501
"""The tagger: finds every number, product, time, place, price and joining word of a text, and says what it could not place.

The text is said in plain words first (`paraphrase`). At each word all matchers are tried and the longest piece wins;
among equals the one with the greater weight in `_best`. `nlp.tagging.refine` looks at each piece once more with its
neighbours, and `nlp.tagging.idle` decides whether what nothing recognised may matter. Deterministic; linear in the
text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.idle_words import KOREAN_PHRASE, PHRASE, Word
from nlp.letter import letter_of
from nlp.normalise import Normalised, normalise
from nlp.paraphrase import in_plain_words
from nlp.patterns import lazy
from nlp.rows import said_in_row, with_ends_joined
from nlp.spelling import repair
from nlp.tables import barred, spoken
from nlp.tagged import CONTENT, Refusal, Role, Span, Tagged
from nlp.tagging.base import HANGUL, PARTICLE_ENDS, Clean, Lexis, Piece
from nlp.tagging.idle import judge
from nlp.tagging.matchers.conditions import condition_at
from nlp.tagging.matchers.korean import (
    first_choice_at,
    korean_relation_at,
    minimum_at,
    share_at,
    sold_before,
    with_choice_tail,
)
from nlp.tagging.matchers.names import generic_at, place_at, product_at
from nlp.tagging.matchers.price import price_at
from nlp.tagging.matchers.quantity import quantity_at
from nlp.tagging.matchers.terms import attribute_at, refusal_at, side_at
from nlp.tagging.matchers.times import COMPACT_DATE, time_at, validity_at
from nlp.tagging.matchers.words import label_at, prefers_at, reference_at, relation_at
from nlp.tagging.refine import refine

MAX_TEXT = 4096
"""Longer texts are refused by the reader with a question."""

_HANGUL = lazy(rf"[{HANGUL}]")
_WORD = lazy(rf"[a-z]+(?:['-][a-z]+)*|[{HANGUL}]+|[0-9][0-9.,:]*|\S")
_BEFORE_ASKING = lazy(
    r"(?:에|으로|로|을|를|만|에만|로만)(?=(?:잡아|구해|구합|부탁|예약|주문|신청|해 ?주|해줘|주세요|줘|필요|사 ?주|삽니다|살게|사고|구매|팝니다|팔|내놓|넘기)[가-힣]*)"
)
"""A particle written together with the verb of asking: 2.5불에잡아주세요."""
_COUNT_BOUND = lazy(
    r"(?:(?:max|min)(?:imum|\.)?(?: of)? [0-9]+,? (?:and |but |or |with )?(?:a )?(?:max|min|at least|at most|up to)"
    r"|(?:up to|at most|at least|as few as) [0-9]+(?![0-9.,]*[0-9kmc%]|\.[0-9]| ?(?:/|per |an? |dollars?|bucks|usd|cents|total|in total|all in)))"
)
"""Bounds on a count that would also read as bounds on a price."""
_KOREAN_CLOSED = lazy(r"[요다죠음임]")
_BREAKS = {
    ",": ",",
    ";": ";",
    ".": ".",
    "!": ".",
    "?": ".",
    "\n": "newline",
    "—": "dash",
    ":": ":",
    "/": "/",
    "…": ".",
    "|": ",",
    ">": "dash",
    "→": "dash",
    "=": ":",
}


@dataclass(frozen=True)
class _Source:
    normal: Normalised
    origin: tuple[int, ...]
    """Where each character of the clean text stands in the normalised one."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A range of the clean text in the original's characters."""
        origin = self.origin
        first = origin[min(start, len(origin) - 1)]
        last = origin[end - 1] + 1 if end > start else first
        return self.normal.original_range(first, max(last, first))


_FORMS = (spoken, said_in_row, with_ends_joined)
"""Tables, rows and forms are said in words first."""


def tag(text: str, lexis: Lexis) -> Tagged:
    """All spans of a text of at most MAX_TEXT characters."""
    normal = normalise(barred(text[:MAX_TEXT]))
    said = next((form for say in _FORMS if (form := say(normal.text, normal.cased))), None)
    plain, capitals = (said.text, said.cased) if said else (normal.text, normal.cased)
    repaired = repair(plain, lexis, capitals)
    origin = repaired.origin
    if said:
        origin = tuple(said.origin[min(at, len(said.origin) - 1)] for at in origin)
    cased = "".join(capitals[min(at, len(capitals) - 1)] for at in repaired.origin[:-1]) if capitals else ""
    korean = bool(_HANGUL.search(repaired.text))
    put = in_plain_words(repaired.text, cased, origin, lexis, korean=korean)
    source = _Source(normal, put.origin)
    clean = Clean(put.text, put.cased, korean, lexis)
    pieces, words = _scanned(clean)
    pieces, words = refine(clean, pieces, words)
    spans: list[Span] = []
    for identifier, piece in enumerate(pieces, start=1):
        start, end = source.original(piece.start, piece.end)
        start = max(start, spans[-1].end if spans else 0)  # one character may stand for several, such as a fraction
        end = max(start, end)
        spans.append(Span(identifier, start, end, piece.role, text[start:end], piece.value))
    leftovers = tuple(judge(clean, pieces, words, source.original, text))
    return Tagged(text, tuple(spans), leftovers, normal.notes, clean.korean)


def _scanned(clean: Clean) -> tuple[list[Piece], list[Word]]:
    """The pieces of what the writer says. An earlier message that is quoted below an order is no part of it: where it
    states anything of an order it is asked about. Where nothing else is an order, the message is what is sent on."""
    letter = letter_of(clean)
    if not letter.quotes:
        return _scan(clean, letter.asides)
    pieces, words = _scan(clean, sorted([*letter.asides, *((quote.start, quote.end) for quote in letter.quotes)]))
    if not any(piece.role in (Role.QUANTITY, Role.ASSET) for piece in pieces):
        return _scan(clean, letter.asides)
    for quote in letter.quotes:
        start, end = quote.start, quote.end
        quoted, _ = _scan(replace(clean, text=clean.text[:end], cased=clean.cased[:end]), letter.asides, quote.body)
        if any(piece.role in CONTENT for piece in quoted):
            wish = Refusal("unsupported", "an earlier message quoted below the order")
            first = clean.text.find("\n", start, end)
            first = end if first < 0 else first
            pieces.append(Piece(start, first, Role.REFUSAL, wish))
            words = [word if word.start != start else Word(first, end, True) for word in words]
    return sorted(pieces, key=lambda piece: piece.start), words


def _scan(clean: Clean, asides: Sequence[tuple[int, int]], at: int = 0) -> tuple[list[Piece], list[Word]]:
    """Pieces and words from an offset on; what an aside covers is one idle word."""
    text = clean.text
    pieces: list[Piece] = []
    words: list[Word] = []
    ends = {start: end for start, end in asides if start >= at}
    stops = sorted(ends)
    while at < len(text):
        if at in ends:
            words.append(Word(at, ends[at], True))
            at = ends[at]
            continue
        if text[at] == " ":
            at += 1
            continue
        glued = bool(pieces) and pieces[-1].end == at
        particle = (PARTICLE_ENDS.match(text, at) or _BEFORE_ASKING.match(text, at)) if glued and clean.korean else None
        if particle and particle.end() > at:
            words.append(Word(at, particle.end(), True))
            at = particle.end()
            continue
        found = _best(clean, at)
        behind = bisect_right(stops, at)
        stop = stops[behind] if behind < len(stops) else len(text)
        if found and stop < found[-1].end:
            found = _best(replace(clean, text=text[:stop], cased=clean.cased[:stop]), at)
        if found:
            pieces.extend(piece for piece in found if piece.role is not Role.SIDE or piece.value)
            words.extend(
                Word(piece.start, piece.end, True, told=clean.korean)
                for piece in found
                if piece.role is Role.SIDE and not piece.value
            )
            at = found[-1].end
            continue
        if separator := _separator(text, at):
            pieces.append(separator)
            at = separator.end
            continue
        word = _WORD.match(text, at)
        end = word.end() if word else at + 1
        end = min(end, stop)
        words.append(Word(at, end, False))
        at = end
    return pieces, words


def _separator(text: str, at: int) -> Piece | None:
    character = text[at]
    if character in "([{":
        return Piece(at, at + 1, Role.OPEN)
    if character in ")]}":
        return Piece(at, at + 1, Role.CLOSE)
    if character == "-" and text[at - 1 : at] in (" ", "") and text[at + 1 : at + 2] in (" ", "-", ""):
        return Piece(at, at + 1, Role.SEPARATOR, "dash")
    kind = _BREAKS.get(character)
    return Piece(at, at + 1, Role.SEPARATOR, kind) if kind else None


def _best(clean: Clean, at: int) -> list[Piece] | None:
    """The longest piece (or pieces) that begins here."""
    candidates: list[tuple[int, int, list[Piece]]] = []

    def offer(priority: int, pieces: list[Piece] | Piece | None) -> None:
        if pieces:
            found = pieces if isinstance(pieces, list) else [pieces]
            candidates.append((found[-1].end, priority, found))

    offer(95, _refusal(clean, at))
    offer(90, label_at(clean, at))
    offer(85, validity_at(clean, at))
    offer(80, price_at(clean, at))
    offer(82 if _COUNT_BOUND.match(clean.text, at) else 75, quantity_at(clean, at))
    if clean.korean:
        offer(83, minimum_at(clean, at))
        offer(83, share_at(clean, at))
    offer(78, product_at(clean, at))
    offer(65, attribute_at(clean, at))
    offer(60, place_at(clean, at))
    found_time = time_at(clean, at)
    compact_date = found_time is not None and COMPACT_DATE.fullmatch(clean.text, at, found_time.end) is not None
    offer(92 if compact_date else 58, found_time)
    relation = relation_at(clean, at)
    related = korean_relation_at(clean, at) if clean.korean else None
    if related and (relation is None or related.end >= relation.end):
        relation = related
    if relation and relation.role is Role.CHOICE and clean.korean:
        relation = with_choice_tail(clean, relation)
    offer(84 if relation and relation.role is Role.CHOICE else 50, relation)
    if clean.korean:
        offer(97, condition_at(clean, at))
        offer(97, first_choice_at(clean, at))
    offer(45, reference_at(clean, at))
    offer(40, side_at(clean, at))
    offer(35, generic_at(clean, at))
    idle_phrase = PHRASE.match(clean.text, at)
    if idle_phrase and idle_phrase.end() > at and not _says_more(clean, idle_phrase):
        offer(96, Piece(at, idle_phrase.end(), Role.SIDE, None))
    if clean.korean and (told := KOREAN_PHRASE.match(clean.text, at)):
        offer(96, Piece(at, told.end(), Role.SIDE, None))
    if not candidates:
        return None
    return max(candidates, key=lambda candidate: (candidate[0], candidate[1]))[2]


def _says_more(clean: Clean, phrase: re.Match[str]) -> bool:
    """Whether an idle phrase is the line of a form that names a place, or dots that end a Korean sentence."""
    if not phrase[0].strip("."):
        return _KOREAN_CLOSED.match(clean.text, phrase.start() - 1) is not None
    return ":" in phrase[0] and _names_place(clean, phrase)


def _names_place(clean: Clean, phrase: re.Match[str]) -> bool:
    """Whether a line of a form speaks of a place the catalogue knows: it may be a wish."""
    starts = (word.start() for word in re.finditer(r"[^\s:]+", phrase[0]))
    return any(place_at(clean, phrase.start() + start) for start in starts)


def _refusal(clean: Clean, at: int) -> list[Piece] | None:
    """A wish; a product named inside "as many H100s as you can get" is still the product."""
    found = refusal_at(clean, at)
    if found is None or prefers_at(clean, at):
        return None
    if isinstance(found.value, Refusal) and found.value.wish == "a condition on a sale" and sold_before(clean, at):
        related = korean_relation_at(clean, at)
        if related and related.end >= found.end:
            return None
    stands_for = found.value.stands_for if isinstance(found.value, Refusal) else ""
    wish = found.value.wish if isinstance(found.value, Refusal) else ""
    keeps = stands_for == "quantity" or wish.startswith("a condition on the market")
    named = clean.lexis.gpus.search(clean.text, at, found.end) if keeps else None
    product = product_at(clean, named.start()) if named else None
    if product is None:
        return [found]
    return [
        replace(found, end=product.start),
        product,
        Piece(product.end, found.end, Role.SIDE, None),
    ]
