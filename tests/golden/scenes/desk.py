"""Drafts, settings, help, and what lies over the screens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.services.models import Progress
from app.ui.crash import CrashDialog
from tests.golden.scenes.opening import MakeWorld, opened, screen, sentence, window_of
from tests.services.sample_drafts import ODD, UNPRICED


def drafts(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    for text in (UNPRICED, sentence(language), ODD):
        world.bench.drafts.new()
        world.type(text)
    world.bench.drafts.set_template(world.bench.drafts.rows()[1].id, True)
    window = window_of(world)
    window.run("drafts")
    return window


def no_drafts(make: MakeWorld, look: str, language: str) -> QWidget:
    window = make().open(appearance=look, language=language)
    window.run("drafts")
    return window


def not_found(make: MakeWorld, look: str, language: str) -> QWidget:
    """A search that finds no draft."""
    window = drafts(make, look, language)
    window.content.page("drafts").search.setText("GB300")
    return window


def toast(make: MakeWorld, look: str, language: str) -> QWidget:
    """A draft is gone, and can be had back."""
    world = opened(make, look, language)
    world.type(sentence(language))
    window = window_of(world)
    window.run("drafts")
    page = window.content.page("drafts")
    page.list.setCurrentRow(0)
    page._delete_current()
    return window


def settings(make: MakeWorld, look: str, language: str) -> QWidget:
    return screen(make, look, language, "settings")


def own_defaults(make: MakeWorld, look: str, language: str) -> QWidget:
    """The settings of reading, two of them the user's own."""
    world = opened(make, look, language)
    world.bench.settings.update(preferences={"hours": {"night": (22, 30)}, "min_uptime": "0.999"})
    window = window_of(world)
    window.run("settings")
    return window.content.page("settings").reading


def models(make: MakeWorld, look: str, language: str) -> QWidget:
    """The settings' lower part: the language models and the desk's rules."""
    window = screen(make, look, language, "settings")
    page = window.content.page("settings")
    for _ in range(3):
        QApplication.processEvents()
    page.findChild(QScrollArea).verticalScrollBar().setValue(page.models.y() - 20)
    return window


def adding_a_model(make: MakeWorld, look: str, language: str) -> QWidget:
    """The settings' card of models while a file is read."""
    world = opened(make, look, language)
    window = window_of(world)
    window.run("settings")
    world.dispatcher.settle()
    card = window.content.page("settings").models
    card._show_progress(Progress("adding", "qwen3-1.7b.gguf", 1_240_000_000, 3_100_000_000, 5.9))
    card._busy.show()
    return card


def help_page(make: MakeWorld, look: str, language: str) -> QWidget:
    return screen(make, look, language, "help")


def palette(make: MakeWorld, look: str, language: str) -> QWidget:
    window = window_of(opened(make, look, language))
    window.open_palette()
    return window


def first_run(make: MakeWorld, look: str, language: str) -> QWidget:
    window = window_of(opened(make, look, language))
    window.open_first_run()
    return window


def crash(make: MakeWorld, look: str, language: str) -> QWidget:
    """What a fault looks like before anything of it is kept."""
    window = window_of(opened(make, look, language))
    text = 'Traceback (most recent call last):\n  File "app/ui/example.py", line 7, in act\nValueError: a fault\n'
    dialog = CrashDialog(text, lambda _text: None, Path("crashes"), window)
    dialog.open()
    return dialog
