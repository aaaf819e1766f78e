"""A share of one as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit


class Meter(QWidget):
    """A share of one as a bar."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._share = 0.0
        self._colour = kit.tokens.accent
        self.setFixedHeight(8)

    def show_share(self, share: float, colour: str) -> None:
        self._share, self._colour = share, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._kit.tokens.hover))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), 8), 4, 4)
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(0, 0, max(8.0, self.width() * self._share), 8), 4, 4)
        painter.end()
