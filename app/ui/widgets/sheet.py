"""A sheet over the window: what lies under it is dimmed and off until the sheet goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.ui.kit import Kit, column, frame

WIDTH = 640
MARGIN = 36
WIDEST = 1.6
"""How much wider a sheet becomes for large text."""


class Page(QWidget):
    """What scrolls in a sheet: as high as its words need at its width; labels ask for more, as if they had less."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, 0)


class Sheet(QWidget):
    """Covers `host`; the keyboard stays inside. Escape closes it; `closed` is called once when it goes."""

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, name: str, *, width: int = WIDTH) -> None:
        super().__init__(host)
        self._kit = kit
        self._host = host
        self._under = under
        self._width = round(width * min(max(1.0, kit.scale), WIDEST))
        self._before = QApplication.focusWidget()
        self.closed: Callable[[], None] | None = None
        self.box: QFrame = frame("sheet")
        self.box.setParent(self)
        self.body = column(self.box, margins=(28, 24, 28, 22), gap=12)
        self.setAccessibleName(name)
        host.installEventFilter(self)

    def open(self) -> None:
        """Shows the sheet and takes the keyboard."""
        self._under.setEnabled(False)
        self.place()
        self.show()
        self.raise_()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def place(self) -> None:
        """Fits the box into the host: as tall as it needs to be, centred."""
        self.setGeometry(self._host.rect())
        width = min(self._width, self.width() - 2 * MARGIN)
        self.box.setFixedWidth(width)
        layout = self.box.layout()
        assert layout is not None
        wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        height = min(max(wanted, layout.totalSizeHint().height()), self.height() - 2 * MARGIN)
        self.box.setGeometry(
            QRect((self.width() - width) // 2, max(MARGIN, (self.height() - height) // 3), width, height)
        )

    def close_sheet(self) -> None:
        """The user leaves the sheet."""
        self.take_away()

    def take_away(self) -> None:
        """The sheet goes, and the keyboard is given back."""
        self._host.removeEventFilter(self)
        self._under.setEnabled(True)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()
        if self.closed is not None:
            told, self.closed = self.closed, None
            told()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        veil = QColor(self._kit.tokens.veil)
        veil.setAlphaF(0.72 if self._kit.tokens.dark else 0.42)
        QPainter(self).fillRect(self.rect(), veil)
