"""Patterns compiled at first need, and tables of them."""

from __future__ import annotations

import re

import pytest

from nlp.patterns import Table, lazy

TABLE = Table(
    (("a count", r"(?P<n>[0-9]+) gpus"), ("a number", r"(?P<n>[0-9]+)"), ("digits", r"[0-9]+"), ("gap", r" *"))
)


def test_a_pattern_is_compiled_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    really = re.compile
    monkeypatch.setattr(re, "compile", lambda source: compiled.append(source) or really(source))
    pattern = lazy(r"(?P<n>[0-9]+)x")
    assert compiled == []
    found = pattern.match("a 8x", 2)
    assert found is not None
    assert found["n"] == "8"
    assert pattern.search("no number") is None
    assert compiled == [r"(?P<n>[0-9]+)x"]


def test_a_table_tells_all_that_match_in_their_order() -> None:
    assert [(meaning, found[0]) for meaning, found in TABLE.at("8 gpus", 0)] == [
        ("a count", "8 gpus"),
        ("a number", "8"),
        ("digits", "8"),
        ("gap", ""),
    ]
    assert Table((("digits", r"[0-9]+"),)).at("gpus", 0) == ()


def test_the_longest_of_a_table_is_the_first_of_several_as_long_and_never_empty() -> None:
    longest = TABLE.longest("16 cards", 0)
    assert longest is not None
    assert longest[0] == "a number"
    assert TABLE.longest("gpus", 0) is None
