"""The editors of the composer's fields, each by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from app.ui.compose.popover import Popover
from tests.golden.scenes.opening import MakeWorld, opened, sentence, window_of
from tests.ui.hands import popover


def limit_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root.items[0].limit")


def window_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root.items[0].delivery")


def group_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root")


def place_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root.items[0].asset.regions")


def hours_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.type(sentence(language))
    page = window_of(world).content.page("compose")
    page.assumptions.always_asked.emit("night", page.footer.review)
    return popover()


def _editor(make: MakeWorld, look: str, language: str, path: str) -> QWidget:
    world = opened(make, look, language)
    world.type(sentence(language))
    page = window_of(world).content.page("compose")
    page.cards.fields[path].click()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Popover) and each.isVisible())
