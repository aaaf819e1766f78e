"""What the window's tests do again and again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.services.arranging import Place
from app.ui.compose.cards import BidCards
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


def drag_over(cards: BidCards, path: str, place: Place) -> None:
    """Presses an item's grip and carries it to a place, without letting go."""
    QApplication.processEvents()
    grip = cards.grips[path]
    start = QPoint(8, 10)
    there = grip.mapFromGlobal(cards.mapToGlobal(cards.drag.where(place).center()))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(grip, start + (there - start) * share)


def drop(cards: BidCards, path: str) -> None:
    """Lets go of the item where it is."""
    grip = cards.grips[path]
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
