"""The look in use: colours and size of text, from the settings or from the system, and the words with them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.services.settings import Settings
from app.services.workbench import Workbench
from app.ui.format import Format
from app.ui.kit import Kit
from app.ui.memory import WindowMemory
from app.ui.theme.icons import Icons
from app.ui.theme.style import palette, style_sheet
from app.ui.theme.system import SystemLook
from app.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from app.ui.words import load_words


class Look(QObject):
    """`changed`: another look may be wanted now. `still` holds all that moves by itself."""

    changed = Signal()

    def __init__(self, bench: Workbench, memory: WindowMemory, *, still: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._memory = memory
        self._still = still
        self.system = SystemLook(self)
        self.system.changed.connect(self.changed)

    @property
    def _settings(self) -> Settings:
        return self._bench.settings.settings

    def _tokens(self) -> Tokens:
        if self._settings.appearance == "system":
            return self.system.tokens()
        return {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}[self._settings.appearance]

    @property
    def reading(self) -> tuple[object, ...]:
        """What of it decides how words are read: the language and the zone."""
        return (self._settings.language, self._settings.zone)

    @property
    def wanted(self) -> tuple[object, ...]:
        """All that the window is made anew for."""
        settings = self._settings
        return (*self.reading, self._tokens().name, settings.text_scale, settings.reduced_motion)

    def dress(self, app: QApplication, pixel_ratio: float) -> Kit:
        """Dresses the application, and returns what the parts of the window are made with."""
        settings, tokens, words = self._settings, self._tokens(), load_words(self._settings.language)
        sheet = style_sheet(tokens, settings.text_scale)
        if app.styleSheet() != sheet:
            app.setPalette(palette(tokens))
            app.setStyleSheet(sheet)
        return Kit(
            tokens,
            Icons(pixel_ratio),
            words,
            Format(words, self._bench.clock.zone),
            self._bench.clock,
            self._memory,
            settings.text_scale,
            self._still or settings.reduced_motion,
        )
