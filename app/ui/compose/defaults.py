"""What the user has set once and for all for the requests to come: from a card's editor, or taken back beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.services.workbench import Workbench
from nlp.linking.preferences import DefaultName, Preferences


class OwnDefaults(QObject):
    """Changes settings from the composer. The text is read anew with them."""

    remembered = Signal(str, object)
    """What was made a setting, in words, and what takes it back."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = bench.settings
        self._clock = bench.clock

    @property
    def preferences(self) -> Preferences:
        return self._settings.settings.preferences

    def remember(self, words: str, **changes: object) -> None:
        """Makes defaults of the user's own. `words` tell it, with a way back."""
        self._prefer(words, Preferences.model_validate({**dict(self.preferences), **changes}))

    def forget(self, name: DefaultName, words: str) -> None:
        """Takes a default of the user's own back; `words` tell it, with a way back."""
        self._prefer(words, self.preferences.without(name))

    def _prefer(self, words: str, own: Preferences) -> None:
        before = self.preferences
        if own != before:
            self._settings.update(preferences=own)
            self.remembered.emit(words, lambda: self._settings.update(preferences=before))

    def remember_zone(self, zone: str, words: str) -> None:
        """Reads and shows times in this zone from now on; `words` tell it, with a way back."""
        before = self._settings.settings.zone
        if zone != self._clock.zone.key:
            self._settings.update(zone=zone)
            self.remembered.emit(words, lambda: self._settings.update(zone=before))
