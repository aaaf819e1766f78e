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
WIDTH, NARROW_WIDTH = 196, 64
ROOM = 700
"""Pixels at 100 % of a window that leaves room for the screens' names; in a narrower one their icons stand alone."""


class Navigation(QFrame):
    """Emits the name of the screen that was picked."""

    picked = Signal(str)

    def __init__(self, kit: Kit, venue: str) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "rail")
        self._narrow = False
        self.setFixedWidth(self._wide_width)
        layout = column(self, margins=(14, 16, 14, 16), gap=3)
        brand = row(margins=(8, 0, 0, 0), gap=9)
        brand.addWidget(kit.picture("gavel", kit.tokens.accent_ink, 20))
        named = kit.label("Bidwright", "brand")
        brand.addWidget(named)
        brand.addStretch(1)
        layout.addLayout(brand)
        layout.addSpacing(18)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._keys = {command.id: command.keys for command in COMMANDS}
        titles = {command.id: NAMES.get(command.id, command.title) for command in COMMANDS}
        for name in SCREENS:
            if name == "settings":
                layout.addStretch(1)
            button = kit.button(kit.t(titles[name]), "nav", tip=self._keys[name])
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
        self._words = (named, where)

    @property
    def _wide_width(self) -> int:
        return round(WIDTH * min(max(1.0, self._kit.scale), 1.2))

    def fit(self, width: int) -> None:
        """Makes itself narrow in a window of few pixels for its size of text: icons alone, with their names as tips."""
        narrow = width < ROOM * self._kit.scale
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(NARROW_WIDTH if narrow else self._wide_width)
        for words in self._words:
            words.setVisible(not narrow)
        for each, button in self._buttons.items():
            name = button.accessibleName()
            button.setText("" if narrow else name)
            button.setToolTip(f"{name}  {self._keys[each]}" if narrow else self._keys[each])

    def show_screen(self, name: str) -> None:
        for each, button in self._buttons.items():
            on = each == name
            button.setChecked(on)
            colour = self._kit.tokens.accent_ink if on else self._kit.tokens.muted
            button.setIcon(self._kit.icons.icon(ICONS[each], colour, 18))
