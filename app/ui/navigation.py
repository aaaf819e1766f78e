"""The rail at the left: the screens, in order, with the number of things that want attention."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from app.ui.actions import COMMANDS, SCREENS
from app.ui.kit import Kit, column, row

ICONS = {
    "compose": "square-pen", "orders": "list-checks", "market": "chart-line", "positions": "calendar-days",
    "drafts": "files", "settings": "settings", "help": "circle-question-mark",
}  # fmt: skip
NAMES = {"help": "Help"}
WIDTH = 196


class Navigation(QFrame):
    """Emits the name of the screen that was picked."""

    picked = Signal(str)

    def __init__(self, kit: Kit, venue: str) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "rail")
        self.setFixedWidth(round(WIDTH * min(max(1.0, kit.scale), 1.2)))
        layout = column(self, margins=(14, 16, 14, 16), gap=3)
        brand = row(margins=(8, 0, 0, 0), gap=9)
        brand.addWidget(kit.picture("gavel", kit.tokens.accent_ink, 20))
        brand.addWidget(kit.label("Bidwright", "brand"))
        brand.addStretch(1)
        layout.addLayout(brand)
        layout.addSpacing(18)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        keys = {command.id: command.keys for command in COMMANDS}
        titles = {command.id: NAMES.get(command.id, command.title) for command in COMMANDS}
        for name in SCREENS:
            if name == "settings":
                layout.addStretch(1)
            button = kit.button(kit.t(titles[name]), "nav", tip=keys[name])
            button.setIcon(kit.icons.icon(ICONS[name], kit.tokens.muted, 18))
            button.setIconSize(QSize(18, 18))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.picked.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            layout.addWidget(button)
        layout.addSpacing(10)
        where = kit.label(kit.t(venue), "small", wrap=True)
        where.setContentsMargins(10, 0, 4, 0)
        layout.addWidget(where)

    def show_screen(self, name: str) -> None:
        for each, button in self._buttons.items():
            on = each == name
            button.setChecked(on)
            colour = self._kit.tokens.accent_ink if on else self._kit.tokens.muted
            button.setIcon(self._kit.icons.icon(ICONS[each], colour, 18))
