"""A short message at the foot of the window, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.accessible import announce
from app.ui.kit import Kit, clear, frame, row

SECONDS = 7


class Toast:
    """Shows one message at a time over its parent. It stays longer where something can be done."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._kit = kit
        self._parent = parent
        self._frame = frame("toast")
        self._frame.setParent(parent)
        self._row = row(self._frame, margins=(16, 10, 10, 10), gap=14)
        self._frame.hide()
        self._timer = QTimer(self._frame)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)

    @property
    def pane(self) -> QWidget:
        """The message as a pane, for the keyboard."""
        return self._frame

    def _end(self) -> None:
        """The time is over; a message that is being acted on stays."""
        held = QApplication.focusWidget()
        if held is not None and self._frame.isAncestorOf(held):
            self._timer.start(SECONDS * 1000)
        else:
            self._frame.hide()

    def show(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        clear(self._row)
        label = self._kit.label(text)
        self._row.addWidget(label)
        if act is not None:
            button = self._kit.button(action, "quiet")
            button.setStyleSheet(
                f"color: {self._kit.tokens.surface}; text-decoration: underline; background: transparent;"
                f"border: 2px solid {self._kit.tokens.surface}; padding: 4px 10px;"
            )

            def acted() -> None:
                self._frame.hide()
                act()

            button.clicked.connect(acted)
            self._row.addWidget(button)
        self._frame.setAccessibleName(text)
        self._frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._frame.adjustSize()
        self.place()
        self._frame.show()
        self._frame.raise_()
        announce(self._frame, text)
        self._timer.start(SECONDS * 1000)

    def place(self) -> None:
        """Sets the message over the middle of the parent's foot."""
        width = min(self._frame.sizeHint().width(), self._parent.width() - 40)
        height = self._frame.sizeHint().height()
        self._frame.setGeometry((self._parent.width() - width) // 2, self._parent.height() - height - 92, width, height)
