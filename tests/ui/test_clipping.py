"""Nothing is cut off: not in a language of long words, not in the two that are spoken, not where letters are large."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QVBoxLayout, QWidget

import app.ui.look as look
from app.ui.kit import plain, row, scrolling
from app.ui.main_window import MainWindow
from app.ui.settings.screen import SCALES
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.folding import FoldingButton
from app.ui.widgets.plain import PlainLabel
from tests.golden.scenes import SCENES, picture
from tests.ui.clipping import clipped, pseudo_words, sideways
from tests.ui.conftest import World

FOUND_BY_WORDS = {"hours_editor"}
"""Scenes that press a button by its words, which the made-up language does not have."""


@pytest.mark.parametrize("scene", sorted(SCENES.keys() - FOUND_BY_WORDS))
def test_nothing_is_cut_off_in_a_language_of_long_words(scene, make_world, monkeypatch):
    monkeypatch.setattr(look, "load_words", pseudo_words)
    widget = SCENES[scene](make_world, "light", "en")
    picture(widget)
    assert clipped(widget) == []


@pytest.mark.parametrize(
    "language", [pytest.param("en", marks=pytest.mark.slow), "ko"]
)  # as English, but longer: above
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_off_in_a_spoken_language(scene, language, make_world):
    widget = SCENES[scene](make_world, "light", language)
    picture(widget)
    assert clipped(widget) == []


def in_the_smallest_window(make_world: Callable[..., World], scale: float) -> Callable[..., World]:
    """Worlds whose window opens as small as it may be, with letters of this size."""

    def make(**ports: object) -> World:
        world = make_world(**ports)
        open_it = world.open

        def opened(**settings: object) -> MainWindow:
            window = open_it(**{"text_scale": scale, **settings})
            window.resize(window.minimumSize())
            QApplication.processEvents()
            return window

        world.open = opened
        return world

    return make


OFTEN = (SCALES[-1],)
"""What the quick run looks at; the other sizes are among the slow tests."""


@pytest.mark.parametrize(
    "scale", [pytest.param(each, marks=() if each in OFTEN else pytest.mark.slow) for each in SCALES]
)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_off_in_the_smallest_window_at_any_size_of_text(scene, language, scale, make_world):
    widget = SCENES[scene](in_the_smallest_window(make_world, scale), "light", language)
    picture(widget)
    assert clipped(widget) == []
    assert sideways(widget) == [], "what is read line by line is not to be scrolled at each of them"


def test_a_button_that_has_less_room_goes_on_in_the_next_line_at_a_fact(qapp):
    words = "Tue 24 Nov 20:00 → Wed 25 Nov 06:00 PST · 10 h"
    window = QWidget()
    flow = FlowLayout(window)
    button = FoldingButton(words)
    flow.addWidget(button)
    window.show()
    window.resize(button.sizeHint().width() + 4, 200)
    QApplication.processEvents()
    assert button.text() == words
    high = button.height()
    window.resize(button.sizeHint().width() * 3 // 4, 200)
    QApplication.processEvents()
    assert button.text() == "Tue 24 Nov 20:00 →\nWed 25 Nov 06:00 PST · 10 h"
    assert button.height() > high
    assert clipped(window) == []
    window.resize(button.sizeHint().width() + 4, 200)
    QApplication.processEvents()
    assert button.text() == words, "one line again, where there is room"
    window.close()


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
        pane = scrolling(plain(inside))
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QVBoxLayout(window).addWidget(pane)
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
