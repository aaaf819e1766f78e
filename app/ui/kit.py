"""What every part of the window is given: colours, icons, words, formats, the clock, the memory of arrangements; and
the small parts it makes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.services.clock import Clock
from app.ui.format import Format
from app.ui.memory import WindowMemory
from app.ui.theme.fonts import BODY, font
from app.ui.theme.icons import Icons
from app.ui.theme.tokens import Tokens
from app.ui.widgets.folding import FoldingButton
from app.ui.widgets.plain import PlainLabel
from app.ui.words import Words

ICON_GAP = 3
"""Pixels between a button's icon and its words, beyond Qt's own."""


@dataclass(frozen=True)
class Kit:
    """The look and the language of one window, and what it remembers. A change of look or language makes a new kit and
    a new window content."""

    tokens: Tokens
    icons: Icons
    t: Words
    fmt: Format
    clock: Clock
    memory: WindowMemory
    scale: float = 1.0
    still: bool = False

    def label(self, text: str = "", look: str = "", *, wrap: bool = False, select: bool = False) -> PlainLabel:
        return PlainLabel(text, look=look, wrap=wrap, select=select)

    def figures(self, text: str = "", look: str = "") -> PlainLabel:
        """A label whose digits all have one width."""
        made = PlainLabel(text, look=look)
        sized = {"display": 30.0, "figure": 18.0, "small": 12.0}.get(look, float(BODY))
        weight = QFont.Weight.DemiBold if look in ("display", "figure", "strong") else QFont.Weight.Normal
        made.setFont(font(sized * self.scale, weight, tabular=True))
        return made

    def picture(self, name: str, colour: str, size: int = 18) -> PlainLabel:
        """An icon that says nothing by itself; the words beside it do."""
        made = PlainLabel()
        made.setPixmap(self.icons.pixmap(name, colour, size))
        made.setFixedSize(size, size)
        return made

    def button(
        self,
        text: str,
        look: str = "",
        *,
        icon: str | None = None,
        name: str | None = None,
        tip: str = "",
        fold: bool = False,
    ) -> QPushButton:
        """A button; `name` is what a screen reader says where the text alone would not do. With `fold` its words go on
        in further lines where they have no room."""
        made = FoldingButton(text) if fold else QPushButton(text)
        if look:
            made.setProperty("look", look)
        if icon is not None:
            colour = {
                "primary": self.tokens.on_accent, "danger": self.tokens.bad, "link": self.tokens.accent_ink,
            }.get(look, self.tokens.text)  # fmt: skip
            gap = ICON_GAP if text else 0
            made.setIcon(self.icons.icon(icon, colour, 18, disabled=self.tokens.muted, gap=gap))
            made.setIconSize(QSize(18 + gap, 18))
        made.setAccessibleName(name or text)
        if tip:
            made.setToolTip(tip)
        made.setAutoDefault(True)  # Enter presses the button that has the keyboard, as Space does
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made


def frame(look: str) -> QFrame:
    """A styled box."""
    made = QFrame()
    made.setProperty("look", look)
    return made


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QVBoxLayout:
    """A vertical layout with its margins (left, top, right, bottom) and gap set."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    return made


def row(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """A horizontal layout with its margins and gap set."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    return made


def plain(layout: QLayout) -> QWidget:
    """An unstyled widget around a layout."""
    made = QWidget()
    made.setProperty("look", "plain")
    made.setLayout(layout)
    return made


def line() -> QFrame:
    """A hairline between parts."""
    return frame("line")


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout; the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)


def scrolling(content: QWidget) -> QScrollArea:
    """The content in a vertical scroll area without a frame."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    content.setProperty("look", "plain")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
