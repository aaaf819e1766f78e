"""Labels and message boxes that show text as it is, never as mark-up: some of it comes from other people's servers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """A label of plain text. Wraps where `wrap`; its text can be selected where `select`."""

    def __init__(
        self, text: str = "", *, look: str = "", wrap: bool = False, select: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if look:
            self.setProperty("look", look)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if select:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setAccessibleName(text)

    def set_look(self, look: str) -> None:
        """Another look of the style sheet."""
        if self.property("look") != look:
            self.setProperty("look", look)
            restyle(self)


class ElidedLabel(QWidget):
    """One line of plain text that ends in an ellipsis where it does not fit; the whole of it in the tool tip."""

    def __init__(self, text: str = "", *, colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text), metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(40, QFontMetrics(self.font()).height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        fits = QFontMetrics(self.font()).horizontalAdvance(self._text) <= self.width()
        self.setToolTip("" if fits else self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(self._colour) if self._colour else self.palette().windowText().color())
        text = QFontMetrics(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def restyle(widget: QWidget) -> None:
    """Makes Qt read the style sheet again after a property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_flag(widget: QWidget, name: str, on: bool) -> None:
    """Sets a true-or-false property that the style sheet looks at."""
    value = "true" if on else "false"
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)
