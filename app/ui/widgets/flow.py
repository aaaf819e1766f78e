"""A layout that sets widgets side by side and goes on in the next row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

NO_BREAK = "\u00a0"


class FlowLayout(QLayout):
    """Rows of widgets at their own sizes, `gap` pixels apart. A widget wider than the row gets the row's width; with
    `last_right` the last one stands at the right end of its row."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, *, last_right: bool = False) -> None:
        super().__init__(parent)
        self._last_right = last_right
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        if width not in self._heights:  # the layouts around ask the same several times over
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(min(item.minimumSize().width(), 120), item.minimumSize().height()))
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, row = rect.x(), y + row + self._gap, 0
            height = size.height()
            if width < size.width() and item.hasHeightForWidth():
                height = item.heightForWidth(width)
            if move:
                right = self._last_right and item is self._items[-1]
                left = max(x, rect.x() + rect.width() - width) if right else x
                item.setGeometry(QRect(QPoint(left, y), QSize(width, height)))
            x += width + self._gap
            row = max(row, height)
        return y + row - rect.y()


def in_lines(words: str, metrics: QFontMetricsF, width: float) -> str:
    """The words with line breaks, for buttons, which do not wrap by themselves. A word longer than a line stays whole;
    no-break spaces hold where what they hold together fits into a line."""
    lines: list[str] = []
    for word in _parts(words, metrics, width):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def _parts(words: str, metrics: QFontMetricsF, width: float) -> Iterator[str]:
    for held in words.split(" "):
        yield from [held] if metrics.horizontalAdvance(held) <= width else held.split(NO_BREAK)
