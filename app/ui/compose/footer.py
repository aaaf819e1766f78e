"""The bar at the foot of the composer: what is at stake, what is in the way, and the one button that goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.ui.compose.viewmodel import Footer
from app.ui.kit import Kit, column, frame, row


class FooterBar(QFrame):
    """Emits `review_asked`; the button is off while a word is unread or a question open."""

    review_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    new_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "bar")
        layout = row(self, margins=(28, 12, 28, 12), gap=10)
        figures = column(gap=0)
        self._caption = kit.label(kit.t("At most"), "caption")
        figures.addWidget(self._caption)
        self._total = kit.figures("–", "figure")
        figures.addWidget(self._total)
        layout.addLayout(figures)
        rule = frame("line")
        rule.setMaximumSize(1, 36)
        rule.setMinimumSize(1, 36)
        rule.setStyleSheet(f"background: {kit.tokens.border}; max-height: 36px;")
        layout.addSpacing(10)
        layout.addWidget(rule)
        layout.addSpacing(10)
        self._state = kit.label("", "muted", wrap=True)
        layout.addWidget(self._state, 1)
        self.undo = kit.button("", "quiet", icon="undo-2", name=kit.t("Undo"), tip=kit.t("Undo") + "  Ctrl+Z")
        self.redo = kit.button("", "quiet", icon="redo-2", name=kit.t("Redo"), tip=kit.t("Redo") + "  Ctrl+Shift+Z")
        self.new = kit.button(kit.t("New bid"), "quiet", icon="plus", tip="Ctrl+N")
        self.review = kit.button(kit.t("Review bid"), "primary", tip="Ctrl+Enter")
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.new.clicked.connect(self.new_asked)
        self.review.clicked.connect(self.review_asked)
        for button in (self.undo, self.redo, self.new, self.review):
            layout.addWidget(button)

    def show_online(self, *, offline: bool, waiting: bool) -> None:
        """While the exchange cannot be reached the button keeps the review for later; nothing is sent by itself."""
        t = self._kit.t
        words = t("Review opens when online") if waiting else t("Review when online") if offline else t("Review bid")
        self.review.setText(words)
        self.review.setAccessibleName(words)

    def show_footer(self, footer: Footer, *, can_undo: bool, can_redo: bool) -> None:
        kit, t = self._kit, self._kit.t
        self._caption.setText(t("At least") if footer.offers else t("At most"))
        self._total.setText(kit.fmt.money(footer.total))
        words, look = self._words(footer)
        self._state.setText(words)
        self._state.set_look(look)
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        self.review.setEnabled(footer.can_review)
        self.review.setAccessibleDescription("" if footer.can_review else t("Not yet: {reason}", reason=words))

    def _words(self, footer: Footer) -> tuple[str, str]:
        t = self._kit.t
        if footer.reading:
            return t("Reading …"), "muted"
        if footer.questions == 1:
            return t("1 question is open"), "warn"
        if footer.questions:
            return t("{count} questions are open", count=footer.questions), "warn"
        if footer.problems:
            return t("Something is still missing"), "warn"
        if footer.unused:
            return t("Some words are unused"), "warn"
        if footer.can_review:
            return t("Ready to review"), "good"
        return t("Describe what you need"), "muted"
