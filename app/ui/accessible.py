"""What screen readers are told beyond names: what each of our own widgets is, and messages that come by themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES = {
    "LineChart": QAccessible.Role.Chart,
    "HeatMap": QAccessible.Role.Chart,
    "Timeline": QAccessible.Role.Chart,
    "OwnedCalendar": QAccessible.Role.Chart,
    "Meter": QAccessible.Role.Indicator,
    "ElidedLabel": QAccessible.Role.StaticText,
    "ReviewSheet": QAccessible.Role.Dialog,
    "StopSheet": QAccessible.Role.Dialog,
    "SignSheet": QAccessible.Role.Dialog,
    "TrailSheet": QAccessible.Role.Dialog,
    "FirstRun": QAccessible.Role.Dialog,
    "Palette": QAccessible.Role.Dialog,
    "Popover": QAccessible.Role.Dialog,
}
"""Widgets that Qt takes for mere areas, by the names of their classes."""


def tell_roles() -> None:
    """From now on screen readers are told what each widget is. Once a process."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, words: str) -> None:
    """Has the words read out, wherever the keyboard is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _interface(kind: str, widget: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    return QAccessibleWidget(widget, role) if role is not None and isinstance(widget, QWidget) else None
