"""Fragments: a broken line is named, a tenth is never learnt from, and the rest becomes examples and wordings."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from nlp.linker.roles import BY_WORDS
from nlp.models.symbols import ASIDE, WISH
from nlp.training.data import read_examples, write_fragments
from nlp.training.fragments import (
    Fragment,
    clauses_of,
    fragments_of,
    learnt,
    read_fragments,
    with_fragments,
    written,
)
from nlp.training.wordings import TRAINING

LANGUAGES = ["english", "korean"]
TOLD = Fragment("for our pottery class", True)
SAID = Fragment("with immersion cooling", False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", [fragments_of, clauses_of])
def test_the_files_hold_about_as_many_of_each_and_no_words_twice(language, of):
    fragments = of(language)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_a_tenth_is_never_learnt_from_whatever_its_case(language):
    fragments = fragments_of(language)
    assert 0.88 < len(learnt(fragments)) / len(fragments) < 0.92
    assert all(each.held_out == Fragment(each.words.upper(), each.tells).held_out for each in fragments)


def test_a_fragment_becomes_an_example_as_often_as_told(tmp_path: Path):
    file = tmp_path / "examples.jsonl"
    write_fragments(file, [TOLD, SAID], 2)
    examples = read_examples(file)
    assert [each.target for each in examples] == [(ASIDE,), (WISH,)] * 2
    assert examples[0].line == " < for our pottery class > ?"
    assert all(each.answers == BY_WORDS for each in examples)


def test_fragments_stand_among_the_wordings_and_do_not_crowd_out_the_templates():
    wordings = with_fragments(TRAINING[0], [TOLD, SAID])
    assert wordings.roles[ASIDE][-1] == TOLD.words
    assert wordings.roles[WISH][-1] == SAID.words
    many = [Fragment(f"word {number}", True) for number in range(4 * len(TRAINING[0].roles[ASIDE]))]
    asides = with_fragments(TRAINING[0], many).roles[ASIDE]
    assert len(asides) == 2 * len(many)


def test_a_voice_is_written_the_same_with_the_same_seed():
    first, second = (written(TRAINING[0], random.Random(3)) for _ in range(2))
    assert first == second
    assert {fragment.tells for fragment in first} == {True, False}
