"""What a screen shows where there is nothing yet: what would be here, and the way to get it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit, column, row


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and one button where there is something to do."""

    def __init__(
        self, kit: Kit, icon: str, heading: str, sentence: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        layout = column(self, margins=(24, 40, 24, 40), gap=8)
        layout.addStretch(1)
        layout.addWidget(kit.picture(icon, kit.tokens.muted, 32), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        title = kit.label(heading, "heading", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title)
        words = kit.label(sentence, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(460)
        centred = row()
        centred.addStretch(1)
        centred.addWidget(words, 8)
        centred.addStretch(1)
        layout.addLayout(centred)
        if act is not None:
            layout.addSpacing(10)
            button = kit.button(action)
            button.clicked.connect(lambda: act())
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
