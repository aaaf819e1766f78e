"""What the settings show and do, without a widget."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QObject, Signal

from app.services.settings import Settings
from app.services.workbench import Workbench
from app.ui.compose.defaults import OwnDefaults
from auction_client.model.catalogue import Catalogue
from nlp.linking.preferences import USUAL_HOURS, DayPart, DefaultName, Hours


@dataclass(frozen=True)
class HoursDefault:
    """From when to when a part of the day is; `own` where the user has said so."""

    part: DayPart
    hours: Hours
    own: bool


class SettingsViewModel(QObject):
    """Every change takes effect and is saved at once. The settings themselves are the settings service's."""

    changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = bench.settings
        self.defaults = OwnDefaults(bench, self)
        self._stop = bench.settings.on_change(self.changed.emit)
        self.machine_zone: str = bench.ports.clock.zone.key
        self.venue: str = bench.ports.venue
        self.catalogue: Catalogue = bench.ports.catalogue
        self.data_folder: Path = bench.ports.data_folder

    def close(self) -> None:
        """Listens no more."""
        self._stop()

    @property
    def settings(self) -> Settings:
        return self._service.settings

    @property
    def dropped(self) -> tuple[str, ...]:
        """Settings in the file that could not be read, and went back to their defaults."""
        return self._service.dropped

    def set(self, name: str, value: object) -> None:
        """Sets one setting. Raises pydantic.ValidationError for a value out of range; nothing changes then."""
        if getattr(self.settings, name) != value:
            self._service.update(**{name: value})

    def set_amount(self, name: str, dollars: int) -> None:
        """Sets an amount, whole USD."""
        self.set(name, Decimal(dollars))

    def set_percent(self, name: str, percent: int) -> None:
        """Sets a share that is shown in per cent."""
        self.set(name, percent / 100)

    def set_zone(self, name: str | None) -> None:
        """In which zone times are read and shown; None for the machine's."""
        self.set("zone", name or None)

    # -- the user's own defaults of reading --------------------------------------------------------------------------

    @property
    def hours(self) -> tuple[HoursDefault, ...]:
        """The parts of the day, in its order."""
        own = self.settings.preferences.hours
        parts: tuple[DayPart, ...] = get_args(DayPart)
        return tuple(HoursDefault(part, own.get(part, USUAL_HOURS[part]), part in own) for part in parts)

    @property
    def uptime(self) -> str | None:
        """What a buy needs that says nothing of it; None where none is required."""
        return self.settings.preferences.min_uptime

    @property
    def regions(self) -> tuple[str, ...]:
        """Where a buy may be served that names no place; empty for anywhere."""
        return self.settings.preferences.regions

    def forget(self, name: DefaultName) -> None:
        """A part of the day has its usual hours again, or a buy needs no uptime or place of its own."""
        self.set("preferences", self.settings.preferences.without(name))
