"""How requests are read: the time zone, and the defaults that the user has made, each to be changed or forgotten."""

from __future__ import annotations

from typing import get_args

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.services.workbench import Workbench
from app.ui.compose.hours_editor import hours_words, part_words
from app.ui.compose.lotwords import UPTIME
from app.ui.kit import Kit, clear, column, row
from app.ui.widgets.zones import zone_box
from nlp.preferences import USUAL_HOURS, DayPart


class ReadingCard(QFrame):
    """Shows the settings as they are; a default that is forgotten goes back to the usual one at once."""

    def __init__(self, kit: Kit, bench: Workbench) -> None:
        super().__init__()
        self._kit = kit
        self._settings = bench.settings
        self._machine_zone = bench.ports.clock.zone.key
        self.setProperty("look", "card")
        layout = column(self, margins=(22, 18, 22, 20), gap=12)
        layout.addWidget(kit.label(kit.t("How requests are read"), "heading"))
        layout.addLayout(self._zone_line())
        self._lines = column(gap=8)
        layout.addLayout(self._lines)
        note = kit.t("These defaults are applied where a request says nothing else, and are shown each time.")
        layout.addWidget(kit.label(note, "small", wrap=True))
        self._stop = bench.settings.on_change(self._show)
        self._show()

    def release(self) -> None:
        """Listens no more."""
        self._stop()

    def _zone_line(self) -> QHBoxLayout:
        kit, t = self._kit, self._kit.t
        line = row(gap=16)
        words = column(gap=1)
        words.addWidget(kit.label(t("Time zone")))
        words.addWidget(kit.label(t("Times are read and shown in this zone"), "small", wrap=True))
        line.addLayout(words, 1)
        first = ((t("As this machine ({zone})", zone=self._machine_zone), ""),)
        zones = zone_box(kit, kit.clock.zone, first)
        own = self._settings.settings.zone
        zones.setCurrentIndex(zones.findData(own) if own is not None else 0)
        zones.setAccessibleName(t("Time zone"))
        zones.activated.connect(lambda index: self._settings.update(zone=zones.itemData(index) or None))
        line.addWidget(zones)
        return line

    def _show(self) -> None:
        clear(self._lines)
        t = self._kit.t
        own = self._settings.settings.preferences
        parts: tuple[DayPart, ...] = get_args(DayPart)
        for part in parts:
            hours = own.hours.get(part)
            left = {name: span for name, span in own.hours.items() if name != part}
            words = hours_words(hours if hours is not None else USUAL_HOURS[part])
            self._line(part_words(part, t), words, {"hours": left} if hours is not None else None)
        uptime = UPTIME[own.min_uptime] if own.min_uptime else t("not required")
        self._line(t("Uptime"), uptime, {"min_uptime": None} if own.min_uptime else None)
        places = ", ".join(own.regions) or t("Anywhere")
        self._line(t("Place"), places, {"regions": ()} if own.regions else None)

    def _line(self, name: str, words: str, forgetting: dict[str, object] | None) -> None:
        """One default; `forgetting` is what takes it back, None where it is the usual one."""
        kit, t = self._kit, self._kit.t
        line = row(gap=12)
        line.addWidget(kit.label(name), 1)
        line.addWidget(kit.figures(words))
        if forgetting is not None:
            line.addWidget(kit.label(t("Your setting"), "badge"))
            forget = kit.button(t("Forget"), "link", name=t("Forget this setting: {words}", words=name))
            forget.clicked.connect(lambda: self._forget(forgetting))
            line.addWidget(forget)
        else:
            line.addWidget(kit.label(t("usual"), "muted"))
        holder = QWidget()
        holder.setProperty("look", "plain")
        holder.setLayout(line)
        self._lines.addWidget(holder)

    def _forget(self, changes: dict[str, object]) -> None:
        own = self._settings.settings.preferences
        self._settings.update(preferences=own.model_copy(update=changes))
