"""What a screen reader is told of a widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Told:
    role: QAccessible.Role
    name: str
    description: str


def told(widget: QWidget) -> Told | None:
    """None where nothing is told. A copy: Qt deletes its interface with the widget, and nobody tells the binding."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return None
    name, description = map(interface.text, (QAccessible.Text.Name, QAccessible.Text.Description))
    return Told(interface.role(), name, description)
