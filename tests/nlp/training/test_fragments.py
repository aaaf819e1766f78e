"""Fragments for the judge of asides: a broken line is named, and what is learnt tells asides and terms apart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from nlp.training.asides import FRAGMENTS, read_fragments, written
from nlp.training.wordings import TRAINING


@pytest.mark.parametrize("name", ["english", "korean"])
def test_the_fragments_hold_as_good_as_as_many_of_each_and_no_words_twice(name):
    fragments = read_fragments(FRAGMENTS / f"{name}.tsv")
    tells = sum(fragment.tells for fragment in fragments)
    assert 0.4 < tells / len(fragments) < 0.6
    words = [fragment.words.lower() for fragment in fragments]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("line", ["aside no tab", "other\twords", "term\t "])
def test_a_broken_line_is_named(tmp_path: Path, line: str):
    file = tmp_path / "english.tsv"
    file.write_text(f"aside\tfor our class\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"english\.tsv, line 2"):
        read_fragments(file)


def test_a_voice_is_written_the_same_with_the_same_seed():
    first, second = (written(TRAINING[0], random.Random(3)) for _ in range(2))
    assert first == second
    assert {fragment.tells for fragment in first} == {True, False}
