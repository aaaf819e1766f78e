"""Unicode clean-up, and the way back to the original characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.normalise import normalise


@pytest.mark.parametrize(
    ("original", "clean"),
    [
        ("８ Ｈ１００ｓ", "8 h100s"),
        ("8\u200b H\u200d100", "8 h100"),
        ("8\ufe0f\u20e3 H100s", "8 h100s"),
        ("don’t", "don't"),
        ("10–12", "10-12"),
        ("8 × H100", "8 x h100"),
        (unicodedata.normalize("NFD", "화요일 밤"), "화요일 밤"),
    ],
)
def test_writing_is_brought_to_one_plain_form(original: str, clean: str) -> None:
    assert normalise(original).text == clean


def test_hidden_characters_are_reported_and_keycaps_are_not() -> None:
    assert "RIGHT-TO-LEFT OVERRIDE" in normalise("8 H100s \u202e tonight").notes[0]
    assert normalise("8\ufe0f\u20e3 H100s").notes == ()


def test_offsets_lead_back_to_the_original() -> None:
    original = "８\u200b Ｈ１００, " + unicodedata.normalize("NFD", "화요일")
    clean = normalise(original)
    at = clean.text.index("화요일")
    start, end = clean.original_range(at, at + 3)
    assert unicodedata.normalize("NFC", original[start:end]) == "화요일"
    start, end = clean.original_range(clean.text.index("h100"), clean.text.index("h100") + 4)
    assert original[start:end] == "Ｈ１００"


@given(st.text(max_size=200))
def test_any_text_keeps_ordered_offsets(original: str) -> None:
    clean = normalise(original)
    assert len(clean.text) == len(clean.starts) == len(clean.ends) == len(clean.cased)
    assert list(clean.starts) == sorted(clean.starts)
    assert all(0 <= start < end <= len(original) for start, end in zip(clean.starts, clean.ends, strict=True))
