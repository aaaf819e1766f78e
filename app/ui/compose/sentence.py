"""The sentence in its frame: the box to write in, ghost examples while it is empty, and who has read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QSizePolicy

from app.services.draft_state import DraftState
from app.ui.compose.editor import SentenceEdit
from app.ui.kit import Kit, column, row
from app.ui.theme.fonts import COMPOSE, SMALL, font
from app.ui.widgets.plain import ElidedLabel, set_flag
from app.ui.words import Words
from nlp.draft import FieldSpan, ReaderInfo

EXAMPLE_SECONDS = 6
LEAST_SECONDS = 0.1
"""Reading times below this are not counted out."""


class SentenceCard(QFrame):
    """Holds the editor; its frame is lit while the keyboard is in it."""

    def __init__(self, kit: Kit, colour: Callable[[str], Sequence[FieldSpan]]) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "editor")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = column(self, margins=(18, 14, 18, 10), gap=6)
        self.editor = SentenceEdit(kit, colour)
        self.editor.setFont(font(COMPOSE * kit.scale, QFont.Weight.Normal))
        self.editor.focus_moved.connect(lambda on: set_flag(self, "lit", on))
        layout.addWidget(self.editor)
        self.status = ElidedLabel(colour=kit.tokens.muted)
        self.status.setFont(font(SMALL * kit.scale))
        foot = row(gap=16)
        foot.addWidget(self.status, 1)
        foot.addWidget(kit.label(kit.t("Enter reads · Ctrl+Enter reviews"), "small"))
        layout.addLayout(foot)
        self._empty = True
        self._example = 0
        self._ghosts = QTimer(self)
        self._ghosts.setInterval(EXAMPLE_SECONDS * 1000)
        self._ghosts.timeout.connect(self._next_example)
        if not kit.still:
            self._ghosts.start()

    def show_draft(self, state: DraftState) -> None:
        """Says who has read the sentence. A ghost sentence beside a bid without words would look like the bid's own."""
        self._empty = state.bid is None
        self._show_example()
        self.status.set_text(self._reading_words(state))

    def _next_example(self) -> None:
        self._example += 1
        self._show_example()

    def _show_example(self) -> None:
        examples = example_sentences(self._kit.t)
        shown = examples[self._example % len(examples)] if self._empty else ""
        if shown != self.editor.placeholderText():
            self.editor.setPlaceholderText(shown)

    def _reading_words(self, state: DraftState) -> str:
        t = self._kit.t
        if state.writing:
            return t("Writing the sentence …")
        if state.phase == "reading":
            return t("Reading on this machine …")
        if state.reworded:
            return t("Reworded to say what you have set · Ctrl+Z takes it back")
        if state.draft is not None and not state.provisional:
            return _reader_words(state.draft.reader, t)
        if state.snapshot.source is not None:
            return t("This bid came from a file or a position.")
        return ""


def example_sentences(t: Words) -> tuple[str, ...]:
    """What may be written, in the user's language."""
    return (
        t("8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"),
        t("4 nodes of H200 with InfiniBand, 72 hours straight any time next week, at most 4.50 per GPU-hour"),
        t("sell 8 H100s this weekend, no less than $1.90 per GPU-hour"),
        t("64 H200s for 5 days starting December 1, budget $30k all in"),
    )


def _reader_words(reader: ReaderInfo, t: Words) -> str:
    """Who read the sentence, and in what time; a time too short to be counted is said so."""
    by_rules = reader.model is None or not reader.heard
    if reader.seconds < LEAST_SECONDS:
        if by_rules:
            return t("Read by rules on this machine in a moment")
        return t("Read on this machine in a moment by {model}", model=reader.model)
    seconds = f"{reader.seconds:.1f}"
    if by_rules:
        return t("Read by rules on this machine in {seconds} s", seconds=seconds)
    return t("Read on this machine in {seconds} s by {model}", seconds=seconds, model=reader.model)
