"""What the system asks of every window: light or dark, and how much contrast; while it runs, too."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens


class SystemLook(QObject):
    """Needs an application. `changed`: the system asks for something else now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)

    def tokens(self) -> Tokens:
        """The colours that the system asks for; light ones where it says nothing."""
        hints = QGuiApplication.styleHints()
        return look_for(hints.colorScheme(), hints.accessibility().contrastPreference())


def look_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Tokens:
    """The colours for a scheme and a wish for contrast, which counts for more."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
