"""Says when the bid is no longer what the sentence says, field by field, and how to bring the two together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.services.draft_state import DraftState
from app.ui.compose.fieldnames import field_words
from app.ui.kit import Kit, clear, column, row
from app.ui.widgets.flow import FlowLayout


class HandStrip(QFrame):
    """Emits `release_asked` with the path of a field that goes back to the sentence (empty: all), `write_asked` for a
    sentence written anew."""

    release_asked = Signal(str)
    write_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: object = None
        self.setProperty("look", "box-note")
        self._layout = column(self, margins=(14, 11, 14, 12), gap=9)
        self.hide()

    def show_draft(self, state: DraftState) -> None:
        """Draws the strip anew where it has changed; without a difference it is not there, nor while words are being
        found for one."""
        wanted = (state.overruled, bool(state.text.strip()), state.bid is None, state.writing)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        unsaid = state.bid is not None and not state.text.strip()
        needed = (bool(state.overruled) or unsaid) and not state.writing
        self.setVisible(needed)
        if not needed:
            return
        kit, t = self._kit, self._kit.t
        words = (
            t("No sentence says this bid yet.")
            if unsaid
            else t("The bid is no longer what the sentence says: you have set it by hand.")
        )
        head = row(gap=10)
        head.addWidget(kit.picture("pin", kit.tokens.accent_ink), alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(kit.label(words, "medium", wrap=True), 1)
        self._layout.addLayout(head)
        holder = QWidget()
        holder.setProperty("look", "plain")
        flow = FlowLayout(holder, gap=8)
        write = kit.button(t("Write the sentence anew from the bid"), "chip", icon="pen-line", fold=True)
        write.setToolTip("Ctrl+Shift+L")
        write.clicked.connect(self.write_asked)
        flow.addWidget(write)
        for path in state.overruled:
            field = field_words(path, t)
            name = t("Back to the sentence: {field}", field=field)
            chip = kit.button(field, "chip", icon="undo-2", name=name, tip=name)
            chip.clicked.connect(lambda _=False, path=path: self.release_asked.emit(path))
            flow.addWidget(chip)
        if len(state.overruled) > 1:
            everything = kit.button(t("All back to the sentence"), "chip", icon="undo-2")
            everything.clicked.connect(lambda: self.release_asked.emit(""))
            flow.addWidget(everything)
        inner = row(margins=(28, 0, 0, 0))
        inner.addWidget(holder, 1)
        self._layout.addLayout(inner)
