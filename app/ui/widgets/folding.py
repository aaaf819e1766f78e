"""A button whose words go on in further lines where there is no room for them in one."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.widgets.flow import NO_BREAK, in_lines

PARTS = re.compile(r"(?<=[→·,]) ")
"""Where words are parted first: from a moment to a moment, from one fact to the next."""


class FoldingButton(QPushButton):
    """Asks for the room of one line; a layout that gives it less width asks how high it is then."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)  # else a row never gives it less than one line
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # a fixed one would hold it at one line
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        around = self._around()
        return self._size_of(self._folded(width)).height() + around.height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size_of(self._words) + self._around()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        longest = max(self._words.split(), key=len, default="")
        return self._size_of(longest) + self._around()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        folded = self._folded(event.size().width())
        if folded != self.text():
            self.setText(folded)

    def _folded(self, width: int) -> str:
        if self.sizeHint().width() <= width:
            return self._words
        metrics, room = QFontMetricsF(self.font()), width - self._around().width()
        parts = PARTS.split(self._words)
        if all(metrics.horizontalAdvance(part) <= room for part in parts):
            held = (part.replace(" ", NO_BREAK) for part in parts)
            return in_lines(" ".join(held), metrics, room).replace(NO_BREAK, " ")
        return in_lines(self._words, metrics, room)

    def _around(self) -> QSize:
        """What a button needs beside its words: its frame, its margins and its icon."""
        return super().sizeHint() - self._size_of(self.text())

    def _size_of(self, words: str) -> QSize:
        metrics = self.fontMetrics()
        lines = words.split("\n")
        return QSize(max(map(metrics.horizontalAdvance, lines)), metrics.lineSpacing() * len(lines))
