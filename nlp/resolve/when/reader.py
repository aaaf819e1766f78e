"""A cursor over tokens, and the small questions every grammar rule asks of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NamedTuple, TypeVar, cast

from nlp.resolve.when.lexicon import (
    CARDINALS,
    MONTHS,
    ORDINALS,
    PARTS,
    RELATIVE_DAYS,
    TENS,
    TONIGHT,
    UNITS,
    WEEKDAYS,
    word_list,
)
from nlp.resolve.when.tokens import Token

_END = Token(0, 0, "end", "")
_PROSE = frozenset(
    word_list(
        "on in at for or and to until through from by before after during with between please pls thanks "
        "thx max limit under over only each per as but if then else otherwise either the a an is are would "
        "will we i it that this next every any all not no so of starting beginning ending straight "
        "continuous contiguous spread anytime sometime noon midnight inclusive onwards onward both too also "
        "works work ok okay fine preferably ideally est et pt utc"
    )
)
_MARKS_THAT_END = frozenset(",.;:!?)]\n—•|")


class Amount(NamedTuple):
    """A number that ends before token `end`. `value` None = a vague one; `word` = written in letters."""

    end: int
    value: float | None
    word: bool = False


_Rule = TypeVar("_Rule", bound=Callable[..., Any])
_Value = TypeVar("_Value")
PhraseTable = Mapping[str, tuple[tuple[tuple[str, ...], _Value], ...]]
"""Phrases with their values by first word, longest first."""


def phrase_table(phrases: Mapping[tuple[str, ...], _Value]) -> PhraseTable[_Value]:
    """A table that `Reader.longest` looks into."""
    table: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        table.setdefault(phrase[0], []).append((phrase, phrases[phrase]))
    return {first: tuple(entries) for first, entries in table.items()}


def remembered(rule: _Rule) -> _Rule:
    """A rule that is asked often at the same token: the reader keeps its answer, so each is worked out once."""
    name = rule.__qualname__

    @wraps(rule)
    def ask(reader: Reader, at: int, **options: bool) -> object:
        key = (name, at, *options.values()) if options else (name, at)
        memory = reader.memory
        if key not in memory:
            memory[key] = rule(reader, at, **options)
        return memory[key]

    return cast("_Rule", ask)


class Reader:
    """Looks at tokens by index; past the end there is an empty token. `memory` keeps what rules found."""

    def __init__(self, tokens: tuple[Token, ...], *, korean_text: bool = False) -> None:
        self.tokens = tokens
        self._count = len(tokens)
        self.memory: dict[tuple[object, ...], object] = {}
        self.korean_text = korean_text

    def at(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < self._count else _END

    def tag(self, index: int) -> str:
        return self.at(index).tag

    def word(self, index: int, *options: str) -> bool:
        """Whether a Latin word, or one of these, stands here."""
        token = self.at(index)
        return token.tag == "word" and (not options or token.text in options)

    def words(self, index: int, phrase: tuple[str, ...]) -> bool:
        for text in phrase:
            if self.at(index).text != text:
                return False
            index += 1
        return True

    def longest(self, index: int, phrases: PhraseTable[_Value]) -> tuple[int, _Value] | None:
        """The longest phrase of a table that begins here: the index after it, and its value."""
        for phrase, value in phrases.get(self.at(index).text, ()):
            if self.words(index, phrase):
                return index + len(phrase), value
        return None

    def mark(self, index: int, options: str) -> bool:
        token = self.at(index)
        return token.tag == "mark" and token.text in options

    def glued(self, index: int) -> bool:
        """Whether this token stands right behind the one before it."""
        token = self.at(index)
        return token is not _END and not token.gap and token.text != "\n" and index > 0

    def number(self, index: int) -> int | None:
        """The digits here, where they are not the whole part of a decimal or a group of thousands."""
        token = self.at(index)
        return token.value if token.tag == "number" and isinstance(token.value, int) else None

    def korean(self, index: int, tag: str, *values: object) -> bool:
        token = self.at(index)
        return token.tag == tag and (not values or token.value in values)

    def skip(self, index: int, *options: str) -> int:
        """The index after one of these words, or the same index."""
        return index + 1 if self.word(index, *options) else index

    def skip_mark(self, index: int, options: str) -> int:
        """The index after one of these marks, or the same index."""
        return index + 1 if self.mark(index, options) else index

    def particles(self, index: int) -> int:
        while self.tag(index) == "particle" and self.glued(index):
            index += 1
        return index

    def cardinal(self, index: int) -> Amount | None:
        """ "12", "1.5", "1,000", "twenty-four", "열두", "two and a half", "a couple of", "a few"."""
        token = self.at(index)
        if token.tag == "vague":
            return Amount(index + 1, token.value if isinstance(token.value, int) else None, True)
        if token.tag == "number":
            return self._digits(index)
        if token.tag != "word":
            return None
        if token.text in ("several", "few"):
            return Amount(index + 1, None, True)
        if token.text == "half" and self.word(index + 1, "a", "an"):
            return Amount(index + 2, 0.5, True)
        if token.text in ("a", "an"):
            if self.word(index + 1, "couple", "pair"):
                return Amount(self.skip(index + 2, "of"), 2, True)
            if self.word(index + 1, "few"):
                return Amount(index + 2, None, True)
            if self.word(index + 1, "dozen"):
                return Amount(index + 2, 12, True)
            return Amount(index + 1, 1, True)
        if token.text == "couple":
            return Amount(self.skip(index + 1, "of"), 2, True)
        if token.text == "dozen":
            return Amount(index + 1, 12, True)
        return self._letters(index)

    def _digits(self, index: int) -> Amount | None:
        token = self.at(index)
        if not isinstance(token.value, int):
            return None
        value: float = token.value
        end = index + 1
        if token.text.isascii() and self.glued(end) and self.glued(end + 1):
            behind = self.at(end + 1)
            if self.mark(end, ".") and behind.tag == "number":
                value, end = float(f"{token.text}.{behind.text}"), end + 2
            elif self.mark(end, ",") and behind.tag == "number" and len(behind.text) == 3:
                value, end = float(token.text + behind.text), end + 2
        if self.word(end, "and") and self.word(end + 1, "a") and self.word(end + 2, "half"):
            return Amount(end + 3, value + 0.5)
        return Amount(end, value, not token.text.isascii())

    def _letters(self, index: int) -> Amount | None:
        token = self.at(index)
        if (tens := TENS.get(token.text)) is not None:
            behind = index + 2 if self.mark(index + 1, "-") else index + 1
            units = CARDINALS.get(self.at(behind).text, 0) if self.word(behind) else 0
            return Amount(behind + 1, tens + units, True) if 0 < units < 10 else Amount(index + 1, tens, True)
        if (value := CARDINALS.get(token.text)) is None:
            return None
        if self.word(index + 1, "and") and self.word(index + 2, "a") and self.word(index + 3, "half"):
            return Amount(index + 4, value + 0.5, True)
        return Amount(index + 1, value, True)

    def ordinal(self, index: int) -> Amount | None:
        """ "24th", "first", "twenty-first"; 첫째, 2번째."""
        token = self.at(index)
        if token.tag == "number" and isinstance(token.value, int) and self.glued(index + 1):
            if self.word(index + 1, "st", "nd", "rd", "th"):
                return Amount(index + 2, token.value)
            if self.korean(index + 1, "counter", "ordinal"):
                return Amount(index + 2, token.value)
        if token.tag == "ordinal" and isinstance(token.value, int):
            end = index + 1
            if self.korean(end, "counter", "ordinal") or self.at(end).text == "번째":
                end += 1
            return Amount(end, token.value, True)
        if token.tag != "word":
            return None
        if token.text in TENS:
            behind = index + 2 if self.mark(index + 1, "-") else index + 1
            units = ORDINALS.get(self.at(behind).text, 0) if self.word(behind) else 0
            if 0 < units < 10:
                return Amount(behind + 1, TENS[token.text] + units, True)
        if token.text == "last":
            return Amount(index + 1, -1, True)
        value = ORDINALS.get(token.text)
        return Amount(index + 1, value, True) if value is not None else None

    def stands_alone(self, index: int) -> bool:
        """Whether nothing that begins here could be counted by the number before it ("the 8" in "the 8 H100s")."""
        token = self.at(index)
        if token is _END or token.text in _MARKS_THAT_END:
            return not (token.text in (",", ".") and self.glued(index) and self.tag(index + 1) == "number"
                        and self.glued(index + 1))  # fmt: skip
        if token.tag == "word":
            part_of_a_name = self.tag(index + 1) == "number" and self.glued(index + 1)
            return not part_of_a_name and (token.text in _PROSE or is_time_word(token.text))
        return token.tag in ("mark", "tail", "particle", "part", "from", "until", "between", "middle")

    def begins_cleanly(self, index: int) -> bool:
        """Whether a phrase may begin here: not inside a word or a number, and not behind a currency sign."""
        if not self.glued(index):
            return True
        before = self.at(index - 1)
        if before.tag == "mark":
            inside_number = before.text in "./:,-" and self.tag(index - 2) == "number" and self.glued(index - 1)
            return before.text not in "$€£₩%#" and not (inside_number and self.tag(index) == "number")
        return (self.at(index).tag not in ("number", "word") and before.tag != "number") or self._script_changes(index)

    def ends_cleanly(self, index: int) -> bool:
        """Whether a phrase may stop before this token: not inside a word, a number or a run of Hangul."""
        if not self.glued(index) or index >= len(self.tokens):
            return True
        here, before = self.at(index), self.at(index - 1)
        if here.tag == "mark":
            if here.text in "./:,-" and self.glued(index + 1) and self.tag(index + 1) == "number":
                return here.text == "," and before.tag != "number"
            return here.text not in "%$"
        if here.tag in ("number", "word", "unknown"):
            return (before.tag == "mark" and before.text in ",.;:!?)]-~/") or self._script_changes(index)
        return True

    def _script_changes(self, index: int) -> bool:
        before, here = self.at(index - 1), self.at(index)
        return before.text[-1:] >= "\uac00" and here.text[:1] < "\uac00"


def is_time_word(text: str) -> bool:
    """Whether a Latin word is one of time."""
    return (
        text in WEEKDAYS or text in MONTHS or text in PARTS or text in RELATIVE_DAYS or text in TONIGHT or text in UNITS
    )
