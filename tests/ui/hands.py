"""What the window's tests do again and again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.compose.popover import Popover
from app.ui.compose.screen import ComposeScreen


def compose(world) -> ComposeScreen:
    page = world.window.content.page("compose")
    assert isinstance(page, ComposeScreen)
    return page


def popover() -> Popover:
    (shown,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, Popover) and each.isVisible()]
    return shown


def button(parent, words: str) -> QPushButton:
    QApplication.processEvents()
    found = [
        each
        for each in parent.findChildren(QPushButton)
        if words in each.text().replace("\n", " ") and each.isVisibleTo(parent)
    ]
    assert found, f"no button says {words!r}"
    return found[0]
