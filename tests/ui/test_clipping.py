"""Nothing is cut off: not in a language of long words, not in the two that are spoken, not where letters are large."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableWidget, QVBoxLayout, QWidget

import app.ui.main_window as main_window
from app.ui.kit import plain, row, scrolling
from app.ui.widgets.plain import PlainLabel
from tests.golden.scenes import SCENES, picture
from tests.ui.clipping import clipped, pseudo_words

FOUND_BY_WORDS = {"hours_editor"}
"""Scenes that press a button by its words, which the made-up language does not have."""


@pytest.mark.parametrize("scene", sorted(SCENES.keys() - FOUND_BY_WORDS))
def test_nothing_is_cut_off_in_a_language_of_long_words(scene, make_world, monkeypatch):
    monkeypatch.setattr(main_window, "load_words", pseudo_words)
    widget = SCENES[scene](make_world, "light", "en")
    picture(widget)
    assert clipped(widget) == []


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_off_in_a_spoken_language(scene, language, make_world):
    widget = SCENES[scene](make_world, "light", language)
    picture(widget)
    assert clipped(widget) == []


def test_the_long_language_is_longer_by_two_fifths_and_keeps_the_facts():
    words = pseudo_words("en")
    said = words("Saved as {name}, and it is kept until you delete it", name="a.json")
    assert "a.json" in said
    assert said.startswith("[")
    assert len(said) >= 1.35 * len("Saved as a.json, and it is kept until you delete it")


@pytest.mark.parametrize("kind", ["label", "wrapped", "scrolled", "header"])
def test_what_is_cut_off_is_found(kind, qapp):
    window = QWidget()
    window.resize(200, 60)
    words = "A sentence that has no room in two hundred pixels, nor in sixty of height, whatever is done about it"
    if kind == "scrolled":
        inside = row()
        inside.addWidget(PlainLabel(words))
        QVBoxLayout(window).addWidget(scrolling(plain(inside)))
    elif kind == "header":
        table = QTableWidget(1, 1, window)
        table.setHorizontalHeaderLabels([words])
        table.setGeometry(0, 0, 200, 60)
    else:
        label = PlainLabel(words, wrap=kind == "wrapped", parent=window)
        label.setGeometry(0, 0, 200, 20)
    window.show()
    picture(window)
    assert clipped(window)
    window.close()
