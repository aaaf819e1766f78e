"""How requests are read: the time zone, and the defaults that the user has made, each to be changed or forgotten."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from app.ui.compose.hours_editor import hours_words, part_words
from app.ui.compose.lotwords import UPTIME
from app.ui.kit import Kit, clear, column, row
from app.ui.settings.viewmodel import SettingsViewModel
from app.ui.widgets.zones import zone_box

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReadingCard(QFrame):
    """Renders the settings as they are; a default that is forgotten goes back to the usual one at once."""

    def __init__(self, kit: Kit, model: SettingsViewModel) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self.setProperty("look", "card")
        layout = column(self, margins=(22, 18, 22, 20), gap=12)
        layout.addWidget(kit.label(kit.t("How requests are read"), "heading"))
        layout.addLayout(self._zone_line())
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(8)
        self._lines.setColumnStretch(0, 1)
        layout.addLayout(self._lines)
        note = kit.t("These defaults are applied where a request says nothing else, and are shown each time.")
        layout.addWidget(kit.label(note, "small", wrap=True))
        model.changed.connect(self._show)
        self._show()

    def _zone_line(self) -> QHBoxLayout:
        kit, t = self._kit, self._kit.t
        line = row(gap=16)
        words = column(gap=1)
        words.addWidget(kit.label(t("Time zone")))
        words.addWidget(kit.label(t("Times are read and shown in this zone"), "small", wrap=True))
        line.addLayout(words, 1)
        first = ((t("As this machine ({zone})", zone=self._model.machine_zone), ""),)
        zones = zone_box(kit, kit.clock.zone, first)
        own = self._model.settings.zone
        zones.setCurrentIndex(zones.findData(own) if own is not None else 0)
        zones.setAccessibleName(t("Time zone"))
        zones.activated.connect(lambda index: self._model.set_zone(zones.itemData(index)))
        line.addWidget(zones)
        return line

    def _show(self) -> None:
        clear(self._lines)
        model, t = self._model, self._kit.t
        for each in model.hours:
            forget = (lambda part=each.part: model.forget(part)) if each.own else None
            self._line(part_words(each.part, t), hours_words(each.hours), forget)
        uptime = UPTIME[model.uptime] if model.uptime else t("not required")
        self._line(t("Uptime"), uptime, (lambda: model.forget("uptime")) if model.uptime else None)
        places = ", ".join(model.regions) or t("Anywhere")
        self._line(t("Place"), places, (lambda: model.forget("regions")) if model.regions else None)

    def _line(self, name: str, words: str, forget: Callable[[], None] | None) -> None:
        """One default; `forget` takes it back, None where it is the usual one."""
        kit, t, at = self._kit, self._kit.t, self._lines.rowCount()
        self._lines.addWidget(kit.label(name), at, 0)
        self._lines.addWidget(kit.figures(words), at, 1, RIGHT)
        if forget is None:
            self._lines.addWidget(kit.label(t("usual"), "muted"), at, 2, 1, 2, LEFT)
            return
        self._lines.addWidget(kit.label(t("Your setting"), "badge"), at, 2, LEFT)
        link = kit.button(t("Forget"), "link", name=t("Forget this setting: {words}", words=name))
        link.clicked.connect(lambda: forget())
        self._lines.addWidget(link, at, 3, LEFT)
