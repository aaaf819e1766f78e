"""Cuts a normalised text into the tokens that the grammar reads: numbers, Latin words, Korean words, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from nlp.resolve.when.lexicon import ALIASES, FUZZY_WORDS, NOT_TYPOS
from nlp.resolve.when.lexicon_ko import (
    COUNTERS,
    LONGEST_WORD,
    NATIVE_TENS,
    NATIVE_UNITS,
    NOT_DAY_SETS,
    OPEN_TAILS,
    SHORT_WEEKDAYS,
    SINO_DIGITS,
    SINO_SCALES,
    VAGUE,
    WORDS,
    Value,
)

_ISO_T = re.compile(r"(?<=[0-9]{2})t(?=[0-9]{2}:)")
_PIECE = re.compile(r"[0-9]+|[a-z]+(?:'[a-z]+)?'?|[\uac00-\ud7a3]+|\S")
_SINO = re.compile("[일이삼사오육륙칠팔구십백천]+")
_DAY_SET = re.compile(f"[{SHORT_WEEKDAYS}]{{2,7}}")
_AFTER_DAY_SET = re.compile("(?:에|만|은|요일|매|마다|밤|새벽|아침|오전|오후|저녁|중|이|$)")
_WHOLE_TAILS = frozenset(OPEN_TAILS) - WORDS.keys()
_TAIL = re.compile("|".join(sorted(OPEN_TAILS, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Token:
    """[start, end) of the text. `tag` is what kind of word it is; `text` is spelled right where a typo was mended.

    Tags: "number", "word", "mark", "tail" (Hangul that may stand behind a time phrase), "unknown", or a Korean tag.
    """

    start: int
    end: int
    tag: str
    text: str
    value: Value = None
    gap: bool = False
    """White space stands before it."""


@lru_cache(maxsize=8)
def tokens_of(text: str) -> tuple[Token, ...]:
    """All tokens of a text, in order. Linear in its length."""
    found: list[Token] = []
    last_end = 0
    for piece in _PIECE.finditer(_ISO_T.sub(" ", text)):
        start, raw = piece.start(), piece[0]
        gap = start > last_end
        if gap and "\n" in text[last_end:start]:
            found.append(Token(last_end, start, "mark", "\n"))
        last_end = piece.end()
        first = raw[0]
        if "0" <= first <= "9":
            value = int(raw) if len(raw) <= 8 else None
            found.append(Token(start, last_end, "number" if value is not None else "unknown", raw, value, gap))
        elif "a" <= first <= "z":
            found.append(Token(start, last_end, "word", mended(raw), None, gap))
        elif "\uac00" <= first <= "\ud7a3":
            after_number = bool(found) and not gap and found[-1].tag == "number"
            found.extend(_hangul(raw, start, gap, after_number))
        else:
            found.append(Token(start, last_end, "mark", raw, None, gap))
    return tuple(found)


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """The word, or the time word that it is a typo of: one edit up to six letters, two from seven on."""
    word = ALIASES.get(word, word)
    if len(word) < 5 or word in FUZZY_WORDS or word in NOT_TYPOS:
        return word
    limit = 1 if len(word) <= 6 else 2
    best, best_distance = word, limit + 1
    for candidate in FUZZY_WORDS:
        if candidate[0] != word[0]:
            continue
        distance = OSA.distance(word, candidate, score_cutoff=limit)
        if distance < best_distance:
            best, best_distance = candidate, distance
    return best


def _hangul(run: str, offset: int, gap: bool, after_number: bool) -> list[Token]:
    """Cuts one run of Hangul. What is not a time word becomes one token to the end of the run."""
    found: list[Token] = []
    at = 0
    counted = after_number
    while at < len(run):
        rest = run[at:]
        step = (
            None
            if found and (rest in _WHOLE_TAILS or rest.removesuffix("요") in _WHOLE_TAILS)
            else _step(run, at, counted)
        )
        if step is None:
            tag = "tail" if found and _TAIL.match(rest) else "unknown"
            found.append(Token(offset + at, offset + len(run), tag, rest, None, gap and not found))
            break
        length, tag, value = step
        found.append(Token(offset + at, offset + at + length, tag, run[at : at + length], value, gap and not found))
        counted = tag in ("number", "vague")
        at += length
    return found


def _step(run: str, at: int, counted: bool) -> tuple[int, str, Value] | None:
    if counted:
        for length in range(min(3, len(run) - at), 0, -1):
            if unit := COUNTERS.get(run[at : at + length]):
                return length, "counter", unit
    if (days := _DAY_SET.match(run, at)) and _is_day_set(days[0]) and _AFTER_DAY_SET.match(run, days.end()):
        return len(days[0]), "day_set", days[0]
    number = _number(run, at)
    for length in range(min(LONGEST_WORD, len(run) - at), 0, -1):
        if number and number[0] >= length:
            break
        if word := WORDS.get(run[at : at + length]):
            return length, *word
    return number and (number[0], number[1], number[2])


def _is_day_set(letters: str) -> bool:
    places = [SHORT_WEEKDAYS.index(letter) for letter in letters]
    return letters not in NOT_DAY_SETS and all(a < b for a, b in pairwise(places))


def _number(run: str, at: int) -> tuple[int, str, Value] | None:
    """A number in words that a counter follows."""
    for word, value in VAGUE.items():
        if run.startswith(word, at) and (at + len(word) == len(run) or _counter_at(run, at + len(word))):
            return len(word), "vague", value
    length, value = _native(run, at)
    if length and _counter_at(run, at + length):
        return length, "number", value
    if sino := _SINO.match(run, at):
        for end in range(sino.end(), at, -1):
            if _counter_at(run, end) and (amount := _sino_value(run[at:end])):
                return end - at, "number", amount
    return None


def _counter_at(run: str, at: int) -> bool:
    return any(run[at : at + length] in COUNTERS for length in (3, 2, 1) if at + length <= len(run))


def _native(run: str, at: int) -> tuple[int, int]:
    length, value = 0, 0
    for word, tens in NATIVE_TENS.items():
        if run.startswith(word, at):
            length, value = len(word), tens
            break
    for word in sorted(NATIVE_UNITS, key=len, reverse=True):
        if run.startswith(word, at + length):
            return length + len(word), value + NATIVE_UNITS[word]
    return length, value


def _sino_value(letters: str) -> int | None:
    total, digit = 0, 0
    for letter in letters:
        if letter in SINO_DIGITS:
            if digit:
                return None
            digit = SINO_DIGITS[letter]
        else:
            total, digit = total + (digit or 1) * SINO_SCALES[letter], 0
    return total + digit
