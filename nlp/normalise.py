# ruff: noqa: E501
"""Unicode clean-up before tagging, with a way back: every character of the result knows where it came from.

Digits, letters and punctuation are brought to their plain form (NFKC, cluster by cluster), typographic quotes and dashes
to ASCII ones, and characters that cannot be seen (zero width, bidirectional controls, variation selectors, keycap marks)
are taken out and reported, since hidden text must not change what a person sees.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2032": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "—", "\u2015": "—", "\u2212": "-",
    "\u2043": "-", "\u301c": "~", "\u223c": "~", "\u2022": "•", "\u00b7": "•", "\u25cf": "•", "\u25e6": "•", "\u2219": "•",
    "\u00d7": "x", "\u2715": "x", "\u2716": "x", "\u3001": ",", "\u3002": ".", "\u20a9": "₩",
    "\t": " ", "\u000b": " ", "\u000c": " ", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n", "\r": "\n",
})  # fmt: skip
_HIDDEN_CATEGORIES = ("Cf", "Cc", "Co", "Cs", "Cn")
_KEYCAP = "\u20e3"
_SILENT = frozenset("\ufe0f\ufe0e\u20e3")
"""Marks of emoji style, which a person sees as part of the character before them: taken out without a note."""


@dataclass(frozen=True)
class Normalised:
    """`text` is lower case; its character i came from the original's [origin[i], origin_end[i])."""

    original: str
    text: str
    cased: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    notes: tuple[str, ...] = ()

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of the clean text stands in the original; an empty range maps to one of no width."""
        if not self.starts:
            return 0, 0
        if start >= len(self.starts):
            return self.ends[-1], self.ends[-1]
        if end <= start:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.ends[min(end, len(self.ends)) - 1]


def normalise(original: str) -> Normalised:
    """Cleans a text; never raises."""
    if original.isascii() and original.isprintable():
        ends_at = tuple(range(1, len(original) + 1))
        return Normalised(original, original.lower(), original, tuple(range(len(original))), ends_at)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    hidden: set[str] = set()
    at = 0
    while at < len(original):
        end = at + 1
        while end < len(original) and _continues(original[at:end], original[end]):
            end += 1
        plain = _plain(original[at:end], hidden)
        for character in plain:
            out.append(character)
            starts.append(at)
            ends.append(end)
        at = end
    cased = "".join(out)
    text = "".join(lower if len(lower := character.lower()) == 1 else character for character in cased)
    notes = (f"{', '.join(sorted(hidden))} taken out",) if hidden else ()
    return Normalised(original, text, cased, tuple(starts), tuple(ends), notes)


def _continues(cluster: str, character: str) -> bool:
    """Whether a character combines with the ones before it: an accent, or a Hangul vowel or final after its lead."""
    if len(cluster) > 8:
        return False
    code = ord(character)
    return unicodedata.combining(character) > 0 or 0x1160 <= code <= 0x11FF or character == _KEYCAP


def _plain(cluster: str, hidden: set[str]) -> str:
    kept = []
    for character in cluster.translate(_PLAIN):
        if character in _SILENT:
            continue
        if character != "\n" and unicodedata.category(character) in _HIDDEN_CATEGORIES:
            hidden.add(unicodedata.name(character, f"U+{ord(character):04X}"))
            continue
        kept.append(character)
    if kept and all("\u3130" <= character <= "\u318f" for character in kept):
        return "".join(kept)  # single Korean letters, as in laughter, are no parts of syllables
    if any(unicodedata.name(character, "").startswith("VULGAR FRACTION") for character in kept):
        return "".join(kept)  # "¼" is no 1 beside a 4
    if kept and all("\u2460" <= character <= "\u2473" for character in kept):
        return "".join(kept)  # ①, ② are list markers, no numbers
    folded = unicodedata.normalize("NFKC", "".join(kept)).translate(_PLAIN)
    return "".join(" " if character.isspace() and character != "\n" else character for character in folded)
