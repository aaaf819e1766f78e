# ruff: noqa: E501
"""What all matchers of the tagger share: the clean text they read and the pieces they give."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from auction_client.model.catalogue import Catalogue
from nlp.patterns import Table, lazy
from nlp.tagged import Role

_Meaning = TypeVar("_Meaning", bound=Hashable)
HANGUL = "\uac00-\ud7a3"
PARTICLE = r"(?:입니다|이에요|예요|이고요?|고요?|이며|이요|으로|로|에서|에는|에도|에다|에|은|는|이|가|을|를|만|도|의|요|씩|짜리|이면|이라도|라도|면|인)*"
"""Korean endings that may follow a noun and change nothing."""
PARTICLE_ENDS = lazy(rf"{PARTICLE}(?![{HANGUL}])")


@dataclass(frozen=True)
class Piece:
    """A recognised stretch [start, end) of the clean text."""

    start: int
    end: int
    role: Role
    value: object = None


@dataclass(frozen=True)
class Lexis:
    """Patterns built once from the catalogue."""

    catalogue: Catalogue
    gpus: re.Pattern[str]
    gpu_names: dict[str, tuple[str, ...]]
    tokens: re.Pattern[str]
    token_names: dict[str, str]
    places: re.Pattern[str]
    place_regions: dict[str, tuple[str, ...]]
    place_groups: frozenset[str] = field(default_factory=frozenset)

    def with_gpus(self, pattern: str) -> re.Pattern[str]:
        """The pattern with PRODUCT standing for any GPU's name; each is compiled once."""
        return _with_names(pattern, self.gpus.pattern)

    def tabled(self, rows: tuple[tuple[_Meaning, str], ...]) -> Table[_Meaning]:
        """The table of such patterns; each is made once."""
        return _table_with_names(rows, self.gpus.pattern)


@lru_cache(maxsize=128)
def _with_names(pattern: str, names: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("PRODUCT", f"(?:{names})"))


@lru_cache(maxsize=16)
def _table_with_names(rows: tuple[tuple[_Meaning, str], ...], names: str) -> Table[_Meaning]:
    return Table((meaning, pattern.replace("PRODUCT", f"(?:{names})")) for meaning, pattern in rows)


@dataclass(frozen=True)
class Clean:
    """The text the matchers read: lower case, spelling repaired; `cased` keeps capitals (same length)."""

    text: str
    cased: str
    korean: bool
    lexis: Lexis


def flat(words: str) -> str:
    """A name without spaces and hyphens, for look-ups."""
    return re.sub(r"[\s-]+", "", words)


def alternation(names: Iterable[str]) -> str:
    """Names as one pattern, longest first; a space or hyphen in a name may be either, doubled or missing."""
    patterns = []
    for name in sorted(set(names), key=len, reverse=True):
        parts = [re.escape(part) for part in re.split(r"[\s-]+", name)]
        pattern = r"[\s-]?".join(parts)
        if re.search(r"[a-z0-9]$", name):
            pattern += r"(?=x ?[0-9]|[^a-z0-9]|$)"
        patterns.append(pattern)
    return "|".join(patterns) or r"(?!)"
