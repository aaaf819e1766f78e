"""How to say things, with examples to try, and every shortcut."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.actions import COMMANDS
from app.ui.kit import Kit, column, frame, row, scrolling
from app.ui.widgets.parts import ScreenInParts


class HelpScreen(ScreenInParts):
    """Emits `tried` with an example's words."""

    tried = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "ground")
        content = QWidget()
        centre = row(content, margins=(28, 20, 28, 24), gap=20)
        self._left, self._right = column(gap=16), column(gap=16)
        centre.addLayout(self._left, 3)
        centre.addLayout(self._right, 2)
        column(self).addWidget(scrolling(content))

    def parts(self) -> Iterator[None]:
        for half, make in ((self._left, self._examples), (self._right, self._shortcuts)):
            half.addWidget(make())
            half.addStretch(1)
            yield

    def _examples(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        card = frame("card")
        layout = column(card, margins=(22, 18, 22, 20), gap=12)
        layout.addWidget(kit.label(t("What you can say"), "heading"))
        for title, note, example in (
            (t("Either, or"), t("One of the alternatives fills, never both. The order only breaks exact ties."),
             t("8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour")),
            (t("Both or nothing"), t("A bundle fills whole or not at all."),
             t("8 B200s on Thursday and 16 H200s on Friday, all or nothing, $4,500 for everything")),
            (t("Hours inside a window"), t("The exchange finds the cheapest start that fits."),
             t("4 nodes of H200 with InfiniBand, 72 hours straight any time next week, at most 4.50 per GPU-hour")),
            (t("Any of several nights"), t("Two lots, each on a night of its own."),
             t("4 L40S 10pm to 6am, any 2 nights this week, max $1 per GPU-hour")),
            (t("Only together"), t("The second part is bought only if the first one is."),
             t("32 L4s on Sunday only if we get 8 H100s on Sunday, $900 all in")),
            (t("Sell what you own"), t("Hours that you bought can be offered again."),
             t("sell 8 H100s this weekend, no less than $1.90 per GPU-hour")),
            (t("Model tokens"), t("Claims on models trained by decentralised networks."),
             t("buy 500 ATLAS-32B at $0.40 or less per token")),
        ):  # fmt: skip
            entry = row(gap=14)
            words = column(gap=2)
            words.addWidget(kit.label(title, "strong"))
            words.addWidget(kit.label(note, "small", wrap=True))
            words.addWidget(kit.label(f"“{example}”", "", wrap=True))
            entry.addLayout(words, 1)
            button = kit.button(t("Try"), name=t("Try: {example}", example=example))
            button.clicked.connect(lambda _=False, example=example: self.tried.emit(example))
            entry.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
            layout.addLayout(entry)
        return card

    def _shortcuts(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        card = frame("card")
        layout = column(card, margins=(22, 18, 22, 20), gap=12)
        layout.addWidget(kit.label(t("Shortcuts"), "heading"))
        grid = QGridLayout()
        grid.setVerticalSpacing(9)
        grid.setHorizontalSpacing(20)
        shown = [command for command in COMMANDS if command.keys]
        for at, command in enumerate(shown):
            grid.addWidget(kit.label(t(command.title), wrap=True), at, 0)
            keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(kit.label(keys, "muted"), at, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        layout.addLayout(grid)
        return card
