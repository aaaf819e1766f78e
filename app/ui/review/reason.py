"""Where the user writes why a bid that is far out is right all the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from app.ui.kit import Kit, column
from auction_client.exchange.reasons import MOST_CHARACTERS, says_why


class ReasonBox(QFrame):
    """One line for all that was warned of. Emits `changed` at each key."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("look", "box-warn")
        layout = column(self, margins=(14, 11, 14, 12), gap=7)
        asked = kit.t("This is far out of the usual. Write why it is right:")
        layout.addWidget(kit.label(asked, "medium", wrap=True))
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_CHARACTERS)
        self.line.setAccessibleName(kit.t("Why this bid is right"))
        self.line.setPlaceholderText(kit.t("For example: a deadline that no later auction meets"))
        self.line.textChanged.connect(self.changed)
        self.setFocusProxy(self.line)
        layout.addWidget(self.line)
        layout.addWidget(kit.label(kit.t("It is kept with the order, in its audit trail."), "small", wrap=True))
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> str:
        """What was written."""
        return self.line.text().strip()

    @property
    def says_why(self) -> bool:
        """Whether what was written can be a reason."""
        return says_why(self.words)
