"""Regular expressions that are compiled when they are first needed, and tables of them that are tried together: what a
text does not call for costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar, cast

_Meaning = TypeVar("_Meaning")
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


class _Lazy:
    """Stands for a compiled pattern and has its methods."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        """Called once for each method: what it finds is kept, so that later calls go straight to the pattern's own."""
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def lazy(source: str) -> re.Pattern[str]:
    """The pattern, compiled at its first use. It is no `re.Pattern` by identity: compare a match's `re` with none."""
    return cast("re.Pattern[str]", _Lazy(source))


class Table(Generic[_Meaning]):
    """Patterns and what each means. Hardly any begins at any one place: one look at all of them together says so."""

    def __init__(self, rows: Iterable[tuple[_Meaning, str]]) -> None:
        said = tuple(rows)
        self._rows = tuple((meaning, lazy(source)) for meaning, source in said)
        self._any = lazy("|".join(f"(?:{_GROUP_NAME.sub('(?:', source)})" for _, source in said))

    def at(self, text: str, at: int) -> Sequence[tuple[_Meaning, re.Match[str]]]:
        """Those that match at an offset, in their order."""
        if not self._any.match(text, at):
            return ()
        return [(meaning, found) for meaning, pattern in self._rows if (found := pattern.match(text, at))]

    def longest(self, text: str, at: int) -> tuple[_Meaning, re.Match[str]] | None:
        """The longest that matches at an offset and is not empty; the first of several as long."""
        found = max(self.at(text, at), key=lambda each: each[1].end(), default=None)
        return found if found and found[1].end() > at else None
