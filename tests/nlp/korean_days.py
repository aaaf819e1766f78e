"""A short notation of Korean tests: days by letters, a request as its tree or what is asked."""

from __future__ import annotations

import re

from tests.nlp.reading import asked, draft, shape

NOW = "2026-11-23T10:00:00"
"""A Monday, in Seoul."""
DAYS = {"T": 24, "W": 25, "R": 26, "F": 27, "S": 28}


def read(text: str) -> str | list[str]:
    """The tree, or what is asked."""
    found = draft(text, now=NOW, zone="Asia/Seoul", language="ko")
    return asked(found) or (shape(found.bid.root) if found.bid else [])


def means(reading: str) -> str:
    """A tree with its letters of days told: WN is Wednesday night, WD all of Wednesday."""
    return re.sub(r"\b([TWRFS])([ND])\b", _window, reading)


def _window(named: re.Match[str]) -> str:
    day = DAYS[named[1]]
    return f"{day}T20-{day + 1}T06" if named[2] == "N" else f"{day}T00-{day + 1}T00"
