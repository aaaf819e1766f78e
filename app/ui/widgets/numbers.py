"""Number boxes whose text does not touch the frame."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

LEFT = 8
WIDTH = 150


def inset(box: QAbstractSpinBox) -> None:
    """Moves the text of a number or date box off its left edge."""
    box.lineEdit().setTextMargins(LEFT, 0, 0, 0)


def number_box(value: int, least: int, most: int, *, none: str = "", prefix: str = "", suffix: str = "") -> QSpinBox:
    """A box for a whole number; `none` is shown for the least value, where that means nothing is set."""
    made = QSpinBox()
    inset(made)
    made.setRange(least, most)
    made.setGroupSeparatorShown(True)
    made.setPrefix(prefix)
    made.setSuffix(suffix)
    made.setMinimumWidth(WIDTH)
    if none:
        made.setSpecialValueText(none)
    made.setValue(value)
    return made
