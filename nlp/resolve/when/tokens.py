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
_PIECE = re.compile(r"[0-9]+|week-ends?(?![a-z])|[a-z]+(?:'[a-z]+)?'?|[\uac00-\ud7a3]+|\S")
_SINO = re.compile("[일이삼사오육륙칠팔구십백천]+")
_DAY_SET = re.compile(f"[{SHORT_WEEKDAYS}]{{2,7}}")
_LETTER_DAY = re.compile(
    f"[{SHORT_WEEKDAYS}](?=(?:새벽|오전|오후|저녁|밤)(?:$|[에엔만은도과와을를,]|부터|까지|이나|이랑|하고|또는|마다|중))"
)
_PART_BEHIND = re.compile(r" (?:새벽|아침|오전|오후|저녁|밤)(?![가-힣]*(?:반|형|팀))")
_NOT_MINUTES = ("구분", "이분", "이분들")
"""Kinds and persons, no nine or two minutes."""
_WILL = ("수", "의향", "생각", "용의", "예정", "돈", "테니", "만")
_AFTER_DAY_SET = re.compile("(?:에|만|은|요일|매|마다|밤|새벽|아침|오전|오후|저녁|중|이|$)")
_WHOLE_TAILS = frozenset(OPEN_TAILS) - WORDS.keys()
_ENDING = re.compile("(?:이?(?:고|며|라서?|니까?|거든|므로|지만)|여서)요?")
"""까지고, 까지라서: how a verb of being may end behind 까지."""
_SPACED_COUNTERS = ("시간", "시", "분", "달", "주", "개월", "밤", "박", "영업일")
_ONLY_GLUED = ("month_number", "year")
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
    pieces = list(_PIECE.finditer(_ISO_T.sub(" ", text)))
    for place, piece in enumerate(pieces):
        start, raw = piece.start(), piece[0]
        gap = start > last_end
        if gap and "\n" in text[last_end:start]:
            found.append(Token(last_end, start, "mark", "\n"))
        last_end = piece.end()
        first = raw[0]
        if "0" <= first <= "9":
            value = int(raw) if len(raw) <= 8 else None
            found.append(Token(start, last_end, "number" if value is not None else "unknown", raw, value, gap))
        elif raw in ("every", "매") and _PART_BEHIND.match(text, last_end):
            found.append(Token(start, last_end, "every", "매일", "day", gap))
        elif "a" <= first <= "z":
            found.append(Token(start, last_end, "word", mended(raw), None, gap))
        elif "\uac00" <= first <= "\ud7a3":
            behind = pieces[place + 1] if place + 1 < len(pieces) else None
            spaced = behind is not None and text[last_end : behind.start()] == " "
            follower = behind[0] if behind and spaced and behind[0][0] >= "\uac00" else ""
            if raw == "이틀" and _are_two_days(found):
                found.append(Token(start, last_end, "filler", raw, None, gap))
            else:
                found.extend(_hangul(raw, start, gap, follower, found[-1] if found else None))
        else:
            found.append(Token(start, last_end, "mark", raw, None, gap))
    return tuple(found)


def _are_two_days(before: list[Token]) -> bool:
    """화요일이랑 목요일 (이틀): the days that are counted stand before their count."""
    if len(before) < 3 or before[-1].tag != "weekday" or before[-2].text not in ("이랑", "과", "와", "하고", ",", "랑"):
        return False
    return before[-3].tag == "weekday"


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


def _hangul(run: str, offset: int, gap: bool, follower: str, before: Token | None) -> list[Token]:
    """Cuts one run of Hangul. What is not a time word becomes one token to the end of the run.

    `follower`: the run behind a space, where the counter of a spelled number may stand (열두 시간).
    """
    found: list[Token] = []
    at = 0
    counted = before is not None and before.tag in ("number", "vague")
    if before is not None and gap and before.text.isascii() and run.startswith("밤"):
        counted = False
    while at < len(run):
        rest = run[at:]
        whole_tail = found and (
            rest in _WHOLE_TAILS
            or rest.removesuffix("요") in _WHOLE_TAILS
            or (found[-1].text.startswith("까지") and _ENDING.fullmatch(rest))
        )
        step = None if whole_tail else _step(run, at, follower, counted=counted, apart=gap and not found)
        if step is None:
            tag = "tail" if whole_tail or (found and _TAIL.match(rest)) else "unknown"
            found.append(Token(offset + at, offset + len(run), tag, rest, None, gap and not found))
            break
        length, tag, value = step
        found.append(Token(offset + at, offset + at + length, tag, run[at : at + length], value, gap and not found))
        counted = tag in ("number", "vague")
        at += length
    return found


def _step(run: str, at: int, follower: str, *, counted: bool, apart: bool) -> tuple[int, str, Value] | None:
    """The next word: its length, tag and value. `counted`: a number stands before; `apart`: over a space."""
    longest = next((n for n in range(min(LONGEST_WORD, len(run) - at), 0, -1) if run[at : at + n] in WORDS), 0)
    if counted:
        for length in range(min(3, len(run) - at), 0, -1):
            unit = COUNTERS.get(run[at : at + length])
            if unit and not (apart and (longest > length or unit in _ONLY_GLUED)):
                return length, "counter", unit
    if (days := _DAY_SET.match(run, at)) and _is_day_set(days[0]) and _AFTER_DAY_SET.match(run, days.end()):
        return len(days[0]), "day_set", days[0]
    if not (counted and not apart) and (letter := _LETTER_DAY.match(run, at)):
        return 1, "weekday", SHORT_WEEKDAYS.index(letter[0])  # 금밤, 다음주목저녁
    if run == "낼" and follower.startswith(_WILL):
        return None  # 낼 수 있습니다: what is paid
    number = _number(run, at, follower)
    if longest and not (number and number[0] >= longest):
        return longest, *WORDS[run[at : at + longest]]
    return number


def _is_day_set(letters: str) -> bool:
    places = [SHORT_WEEKDAYS.index(letter) for letter in letters]
    return letters not in NOT_DAY_SETS and all(a < b for a, b in pairwise(places))


def _number(run: str, at: int, follower: str) -> tuple[int, str, Value] | None:
    """A number in words that a counter follows."""
    for word, value in VAGUE.items():
        if run.startswith(word, at) and _counter_behind(run, at + len(word), follower):
            return len(word), "vague", value
    length, value = _native(run, at)
    if length and not run.startswith(("일", "월"), at + length) and _counter_behind(run, at + length, follower):
        return length, "number", value
    if run.startswith(_NOT_MINUTES, at):
        return None
    if sino := _SINO.match(run, at):
        for end in range(sino.end(), at, -1):
            if _counter_at(run, end) and (amount := _sino_value(run[at:end])):
                return end - at, "number", amount
    return None


def _counter_behind(run: str, at: int, follower: str) -> bool:
    if at < len(run):
        return _counter_at(run, at)
    return any(follower.startswith(counter) for counter in _SPACED_COUNTERS)


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
