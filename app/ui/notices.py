"""Notices of the system, for what ended while the window was not looked at: filled, not filled, refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from app.services.views import OrderState

TOLD: frozenset[OrderState] = frozenset({"filled", "lost", "rejected"})
SHOWN_MS = 8_000


class Notices(Protocol):
    """Where the system shows a message."""

    def show(self, title: str, words: str, pressed: Callable[[], None]) -> None: ...

    def close(self) -> None: ...


class TrayNotices(QObject):
    """The system's tray. Its icon is there only while a notice is: the window is what quits the program."""

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(icon, self)
        self._pressed: Callable[[], None] | None = None
        self._tray.messageClicked.connect(self._press)
        self._tray.activated.connect(lambda _reason: self._press())

    def show(self, title: str, words: str, pressed: Callable[[], None]) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._pressed = pressed
        self._tray.setToolTip(f"{title}\n{words}")
        self._tray.show()
        self._tray.showMessage(title, words, self._tray.icon(), SHOWN_MS)

    def _press(self) -> None:
        self._tray.hide()
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            pressed()

    def close(self) -> None:
        """Takes the icon away."""
        self._tray.hide()


class NoNotices:
    """A system that shows none."""

    def show(self, title: str, words: str, pressed: Callable[[], None]) -> None:
        """Nothing is shown."""

    def close(self) -> None:
        """Nothing is open."""
