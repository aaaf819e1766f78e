"""Finds texts that do not fit where they stand, and a made-up language of long words to look for them with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from app.ui.words import Words

ACCENTS = str.maketrans("aeiouycnszAEIOUYCNSZ", "áéíöüýçñšžÁÉÍÖÜÝÇÑŠŽ")
LONGER = 0.4
SLACK = 2
"""Pixels that rounding may take."""


class Pseudo(dict[str, str]):
    """Every sentence with accents, in brackets, and longer by two fifths; the facts in it stay."""

    def get(self, english: str, _default: str = "") -> str:  # type: ignore[override]
        parts = re.split(r"(\{[a-z]+\})", english)
        longer = "".join(part if part.startswith("{") else part.translate(ACCENTS) for part in parts)
        said = len(re.sub(r"\{[a-z]+\}", "", english))
        more = "öñé twö žérö šíx"
        padding = (more * 12)[: max(1, round(said * LONGER) - 2)] if said > 1 else ""
        return f"[{longer}{' ' if said > 12 else ''}{padding.strip()}]"


def sideways(root: QWidget) -> list[str]:
    """The panes in sight that scroll sideways, with the width they have and the one they would need."""
    return [
        f"{pane.viewport().width()} of {pane.widget().minimumSizeHint().width()}"
        for pane in root.findChildren(QScrollArea)
        if pane.isVisible() and pane.horizontalScrollBar().maximum() > 0
    ]


def pseudo_words(_language: str) -> Words:
    """The window's words in the made-up language."""
    return Words("qps", Pseudo())


def clipped(window: QWidget) -> list[str]:
    """What is cut off, one line each: the kind of widget, its text, and what is missing."""
    return [*_labels(window), *_buttons(window), *_headers(window)]


def _shown(window: QWidget, kind: type) -> Iterator[QWidget]:
    for each in window.findChildren(kind):
        if each.isVisibleTo(window) and each.visibleRegion() and not each.objectName().startswith("qt_"):
            yield each


def _labels(window: QWidget) -> Iterator[str]:
    for label in _shown(window, QLabel):
        assert isinstance(label, QLabel)
        if not label.text() or (label.pixmap() and not label.pixmap().isNull()):
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + SLACK:
                yield f"label {label.text()!r} needs {needed} px of height, has {label.height()}"
            widest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
            if widest > label.width() + SLACK:
                yield f"label {label.text()!r} has a word of {widest} px in {label.width()}"
        elif label.sizeHint().width() > label.width() + SLACK:
            yield f"label {label.text()!r} needs {label.sizeHint().width()} px, has {label.width()}"
        if _cut_by_parent(label, window):
            yield f"label {label.text()!r} reaches out of its box"


def _buttons(window: QWidget) -> Iterator[str]:
    for button in _shown(window, QAbstractButton):
        if isinstance(button, QPushButton | QCheckBox) and button.text():
            needed, has = _needed(button), button.size()
            if needed.width() > has.width() + SLACK or needed.height() > has.height() + SLACK:
                sizes = f"needs {needed.width()}x{needed.height()}, has {has.width()}x{has.height()}"
                yield f"button {button.text()!r} {sizes}"
            if _cut_by_parent(button, window):
                yield f"button {button.text()!r} reaches out of its box"
    for box in _shown(window, QComboBox):
        assert isinstance(box, QComboBox)
        needed_width = box.fontMetrics().horizontalAdvance(box.currentText()) + 40
        if needed_width > box.width() + SLACK:
            yield f"choice {box.currentText()!r} needs {needed_width} px, has {box.width()}"


def _needed(button: QAbstractButton) -> QSize:
    """The size for the words as they are set now, in one line or more."""
    return QPushButton.sizeHint(button) if isinstance(button, QPushButton) else button.sizeHint()


def _headers(window: QWidget) -> Iterator[str]:
    for table in _shown(window, QTableView):
        assert isinstance(table, QTableView)
        header: QHeaderView = table.horizontalHeader()
        for at in range(header.count()):
            words = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
            needed = header.sectionSizeFromContents(at).width()
            if words and needed > header.sectionSize(at) + SLACK:
                yield f"header {words!r} needs {needed} px, has {header.sectionSize(at)}"


def _cut_by_parent(widget: QWidget, window: QWidget) -> bool:
    """Whether a box around the widget ends before it does; what scrolls may end anywhere."""
    rect = QRect(QPoint(0, 0), widget.size())
    inner, outer = widget, widget.parentWidget()
    while outer is not None and inner is not window:
        rect.translate(inner.pos())
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
            fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return fixed and (rect.left() < -SLACK or rect.right() > outer.width() + SLACK)
        if not outer.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            return True
        inner, outer = outer, outer.parentWidget()
    return False
