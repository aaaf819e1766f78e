"""How requests are read: the time zone, and the defaults that the user has made, each to be changed or forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton

from app.ui.compose.hours_editor import hours_words, open_hours, part_words
from app.ui.compose.lotwords import UPTIME
from app.ui.kit import Kit, clear, column, row
from app.ui.settings.default_editors import open_regions, open_uptime
from app.ui.settings.viewmodel import SettingsViewModel
from app.ui.widgets.zones import zone_box
from nlp.linking.preferences import DefaultName

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
        self._changes: dict[DefaultName, QPushButton] = {}
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
        kit, model, t = self._kit, self._model, self._kit.t
        for each in model.hours:
            self._line(part_words(each.part, t), hours_words(each.hours), each.part, own=each.own).clicked.connect(
                lambda _=False, part=each.part: open_hours(kit, model.defaults, part, self._changes[part])
            )
        uptime = UPTIME[model.uptime] if model.uptime else t("not required")
        self._line(t("Uptime"), uptime, "uptime", own=bool(model.uptime)).clicked.connect(
            lambda: open_uptime(kit, model.defaults, self._changes["uptime"])
        )
        places = ", ".join(model.regions) or t("Anywhere")
        self._line(t("Place"), places, "regions", own=bool(model.regions)).clicked.connect(
            lambda: open_regions(kit, model.defaults, model.catalogue, self._changes["regions"])
        )

    def _line(self, name: str, words: str, of: DefaultName, *, own: bool) -> QPushButton:
        """One default, and the button that changes it; one of the user's own can be forgotten."""
        kit, t, at = self._kit, self._kit.t, self._lines.rowCount()
        self._lines.addWidget(kit.label(name), at, 0)
        figures = kit.figures(words)
        figures.setWordWrap(True)
        self._lines.addWidget(figures, at, 1, RIGHT)
        self._lines.addWidget(
            kit.label(t("Your setting"), "badge") if own else kit.label(t("usual"), "muted"), at, 2, LEFT
        )
        change = kit.button(t("Change …"), "link", name=t("Change: {words}", words=name))
        change.setProperty("path", f"default.{of}")  # the keyboard comes back to it
        self._changes[of] = change
        self._lines.addWidget(change, at, 3, LEFT)
        if own:
            link = kit.button(t("Forget"), "link", name=t("Forget this setting: {words}", words=name))
            link.clicked.connect(lambda: self._model.forget(of))
            self._lines.addWidget(link, at, 4, LEFT)
        return change
