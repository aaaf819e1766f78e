"""The order in which the keyboard goes through a screen: the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLayout, QScrollArea, QStackedWidget, QWidget

WHOLE = (QAbstractSpinBox, QComboBox)
"""Controls made of parts that the keyboard treats as one."""


def stops(widget: QWidget | None) -> Iterator[QWidget]:
    """The widgets at which Tab may stop, in the order of the layouts; what is hidden counts, for it may be shown."""
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    if isinstance(widget, WHOLE):
        return
    if isinstance(widget, QScrollArea):
        yield from stops(widget.widget())
    elif isinstance(widget, QStackedWidget):
        for at in range(widget.count()):
            yield from stops(widget.widget(at))
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _of_layout(inner)


class ReadingOrder:
    """Keeps Tab going through `parts` as they are read, whatever they come to hold."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        self._parts = tuple(parts)
        self._kept: list[QWidget] = []

    def refresh(self) -> None:
        """The parts may hold other widgets now."""
        wanted = [stop for part in self._parts for stop in stops(part)]
        if wanted == self._kept:
            return
        self._kept = wanted
        for before, after in pairwise(wanted):
            QWidget.setTabOrder(before, after)


def first_stop(pane: QWidget) -> QWidget | None:
    """Where the keyboard goes when it comes to a pane; None where nothing in it can be reached."""
    return next((stop for stop in stops(pane) if stop.isVisible() and stop.isEnabled()), None)
