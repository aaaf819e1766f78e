# ruff: noqa: E501
"""Which left-over words are idle by themselves, and which a neighbour keeps from being so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from nlp.lexicon import idle, korean_asides
from nlp.lexicon.structure_words import FILLED
from nlp.patterns import lazy
from nlp.tagged import Joiner, Role
from nlp.tagging.base import HANGUL, Clean, Piece

_HANGUL = lazy(rf"[{HANGUL}]")
PHRASE = lazy("|".join(f"(?:{pattern})" for pattern in idle.PHRASES))
"""A phrase that carries no wish, whatever its words are by themselves."""
KOREAN_PHRASE = lazy("|".join(f"(?:{pattern})" for pattern in korean_asides.PHRASES))
"""Such phrases in Korean, apart so that an English text is not searched for them."""
_PEOPLE = lazy(korean_asides.PEOPLE)
_NOUN_ENDING = lazy(korean_asides.ENDINGS)
_LONGEST_NOUN = max(map(len, korean_asides.NOUNS))
_NAMES_WAY = lazy(r"(?:에서|(?<![대므때절])로)$")
_PARTICLES = lazy(r"(?:걸|것|거|게|쪽|번|들)?(?:만|까지|부터)?(?:에서|으로|로|만|도|는|은)*")
_DAYS = frozenset(["days", "nights", "mornings", "afternoons", "evenings", "weekends", "weeks", "times"])
_COMES_ABOUT = lazy(
    rf"(?:all |also |both |do |does |get |actually |really )*{FILLED}(?![a-z])|(?:are|is|get|gets|do|does|can|have|has|been|be|all|also|both|too|as|well|first|on|for|at|in|from|under|below|please|thanks?)(?![a-z])"
)
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "'s", "s'", "n't", "'ll", "'re", "'d")
_LEAST_TYPED = 6
"""Letters of the shortest word that is known though two of its letters changed places."""
_IDLE_WORDS = idle.FUNCTION | idle.REQUEST | idle.CONTEXT


@dataclass(frozen=True)
class Word:
    """A stretch that no matcher took; `idle` where its idleness is already known, `told` where it is a whole clause
    whose form says that it only tells."""

    start: int
    end: int
    idle: bool
    told: bool = False


def with_told(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words with one in the place of all in [start, end): a stretch that only tells."""
    rest = [word for word in words if not start <= word.start < end]
    return sorted([*rest, Word(start, end, True, told=True)], key=lambda word: word.start)


def beside(clean: Clean, pieces: list[Piece], word: Word) -> Word:
    """A word beside a time or a count that would change it is never idle; "instead" says no more than a fallback word."""
    text = clean.text[word.start : word.end]
    if text == "instead" and any(
        isinstance(piece.value, Joiner) and piece.value.kind == "else" and piece.end <= word.start for piece in pieces
    ):
        return replace(word, idle=True)
    behind = next((piece for piece in pieces if piece.start >= word.end), None)
    before = next((piece for piece in reversed(pieces) if piece.end <= word.start), None)
    if behind and not clean.text[word.end : behind.start].strip():
        changed = {Role.TIME: idle.BEFORE_TIME, Role.QUANTITY: idle.BEFORE_COUNT}.get(behind.role, frozenset())
        if text in changed:
            return replace(word, idle=False)
        if text in idle.PART_OF_TIME and re.match(r" of(?: the)?(?![a-z])", clean.text[word.end :]):
            return replace(word, idle=False)
        if text == "but" and before and before.role is behind.role is Role.TIME:
            return replace(word, idle=False)  # "any night but Tuesday"
    of_time = behind and behind.role is Role.TIME and text in idle.PART_OF_TIME | idle.TIMELIKE
    if behind and of_time and re.fullmatch(r" of (?:the )?", clean.text[word.end : behind.start]):
        return replace(word, idle=False)
    if behind and behind.role is Role.PLACE and text in idle.BEFORE_PLACE:
        between = clean.text[word.end : behind.start]
        if re.fullmatch(r"(?: [a-z']+){0,3} ?", between):
            return replace(word, idle=False)
    if before and before.role is Role.PLACE and not clean.text[before.end : word.start].strip() and _of_people(text):
        return replace(word, idle=False)
    if before and before.role is Role.SCOPE and text in _DAYS and _untimed(pieces, before):
        return replace(word, idle=False)  # "8 H100s Monday and Tuesday, 4 L40S both days"
    if before and not clean.text[before.end : word.start].strip() and _of_condition(pieces, before):
        return replace(word, idle=bool(_COMES_ABOUT.match(clean.text, word.start)))
    if (
        before
        and before.role is Role.TIME
        and not clean.text[before.end : word.start].strip()
        and text in idle.AFTER_TIME
    ):
        return replace(word, idle=False)
    return word


def without_shared_nights(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "16 H100 Saturday or Sunday night, 8 L40S both nights": what the nights are said of is left to be asked about."""
    pairs = pairwise(pieces)
    shared = [
        time
        for scope, time in pairs
        if scope.role is Role.SCOPE and clean.text[time.start : time.end] in _DAYS and _untimed(pieces, scope)
    ]
    kept = [piece for piece in pieces if piece not in shared]
    return kept, sorted([*words, *(Word(each.start, each.end, False) for each in shared)], key=lambda word: word.start)


def _untimed(pieces: list[Piece], at: Piece) -> bool:
    """Whether a count or product has begun another lot since a time was last said."""
    heads = [piece.start for piece in pieces if piece.end <= at.start and piece.role in (Role.QUANTITY, Role.ASSET)]
    times = [piece.start for piece in pieces if piece.end <= at.start and piece.role is Role.TIME]
    return bool(times) and max(heads, default=-1) > max(times)


def _of_condition(pieces: list[Piece], product: Piece) -> bool:
    """Whether the order hangs on this product: the verb behind it says what must come about ("only if the A100s ...")."""
    if product.role is not Role.ASSET:
        return False
    back = next((piece for piece in reversed(pieces) if piece.end <= product.start), None)
    return back is not None and isinstance(back.value, Joiner) and back.value.kind == "only_if"


def _of_people(text: str) -> bool:
    return text in idle.AFTER_PLACE or any(
        text == noun + end for noun in idle.AFTER_PLACE for end in "은는이가의에을를"
    )


def is_idle(text: str) -> bool:
    """Whether a word of the clean text is known to carry no wish, wherever it stands."""
    if not re.search(rf"[a-z0-9{HANGUL}]", text):
        return not re.search(r"[%#$€£¥₩<>=¼-¾⅐-⅞]", text) and all(
            ord(character) < 0x250 or not character.isalnum() for character in text
        )
    if _HANGUL.match(text):
        return _korean_idle(text)
    if text in idle.DANGER:
        return text in (
            "only",
            "last",
            "most",
            "call",
            "put",
            "trade",
            "till",
            "after",
            "before",
            "during",
            "other",
            "rather",
        )
    if text in _IDLE_WORDS:
        return True
    for ending in _ENDINGS:
        if text.endswith(ending):
            stem = text[: -len(ending)]
            if (
                stem in _IDLE_WORDS
                or stem + "e" in _IDLE_WORDS
                or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in _IDLE_WORDS)
            ):
                return True
    if text.endswith("ies") and text[:-3] + "y" in _IDLE_WORDS:
        return True
    if "-" in text and all(part in _IDLE_WORDS for part in text.split("-")):
        return True
    return len(text) >= _LEAST_TYPED and not text.endswith(_ENDINGS) and _mistyped(text)


def _mistyped(text: str) -> bool:
    """Whether two letters of a long idle word have changed places: "complie"."""
    return any(text[:at] + text[at + 1] + text[at] + text[at + 2 :] in _IDLE_WORDS for at in range(1, len(text) - 1))


@lru_cache(maxsize=4096)
def _korean_idle(text: str) -> bool:
    if any(danger in text for danger in idle.KOREAN_DANGER):
        return False
    if _everyday(text, 0) or _PEOPLE.fullmatch(text):
        return True
    return any(text.startswith(stem) and (len(stem) > 1 or _short(text, stem)) for stem in idle.KOREAN_STEMS)


def _short(text: str, stem: str) -> bool:
    """Whether a word is idle that begins with a stem of one syllable: none that names what or where something is to be
    (대구로, 해외에서, 로컬로)."""
    if len(text) > (7 if stem in idle.KOREAN_VERBS else 3):
        return False
    return not _NAMES_WAY.search(text) or bool(_PARTICLES.fullmatch(text, len(stem)))


def _everyday(text: str, at: int) -> bool:
    """Whether a word is made of everyday nouns with one ending: 연말결산배치용으로."""
    if at and _NOUN_ENDING.fullmatch(text, at):
        return True
    ends = range(min(len(text), at + _LONGEST_NOUN), at + (1 if at else 0), -1)
    return any(text[at:end] in korean_asides.NOUNS and _everyday(text, end) for end in ends)
