"""The defaults that were applied: each with the words it was applied to, changeable, and some to be kept for good."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.services.draft_state import DraftState
from app.ui.kit import Kit, clear, column, plain, row
from nlp.draft import Assumption
from nlp.linking.preferences import DayPart


class Assumptions(QWidget):
    """`change_asked` carries the path of the field that a default went into; `always_asked` the part of the day whose
    hours are to be the user's own, and the button it stands on; `forget_asked` the name of a setting."""

    change_asked = Signal(str)
    always_asked = Signal(str, object)
    forget_asked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._layout = column(self, gap=4)
        self._shown: object = None
        self.setProperty("look", "plain")

    def show_draft(self, state: DraftState) -> None:
        """Draws the defaults anew where they have changed; what was assumed twice is told once."""
        told = state.draft.assumptions if state.draft is not None and state.bid is not None else ()
        assumptions = tuple({assumption.message: assumption for assumption in reversed(told)}.values())[::-1]
        wanted = (assumptions, state.text)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        if assumptions:
            self._layout.addWidget(self._kit.label(self._kit.t("Assumed"), "caption"))
        for assumption in assumptions:
            self._layout.addWidget(plain(self._line(assumption, state)))
        self.setVisible(bool(assumptions))

    def _line(self, assumption: Assumption, state: DraftState) -> QHBoxLayout:
        kit, t = self._kit, self._kit.t
        line = row(gap=8)
        own = assumption.code.startswith("own_")
        picture = kit.picture("pin" if own else "info", kit.tokens.accent_ink if own else kit.tokens.muted, 14)
        line.addWidget(picture, alignment=Qt.AlignmentFlag.AlignVCenter)
        words = assumption.message[:1].upper() + assumption.message[1:]
        line.addWidget(kit.label(words, "muted", wrap=True), 1)
        if own:
            line.addWidget(kit.label(t("Your setting"), "badge"))
        path = _path_of(assumption, state)
        if path:
            self._add(line, t("Change …"), t("Change: {words}", words=words)).clicked.connect(
                lambda: self.change_asked.emit(path)
            )
        part = day_part_of(assumption.code)
        if part:
            always = self._add(line, t("Always …"), t("Always do this: {words}", words=words))
            always.clicked.connect(lambda: self.always_asked.emit(part, always))
        if own:
            name = part or assumption.code.removeprefix("own_")
            self._add(line, t("Forget"), t("Forget this setting: {words}", words=words)).clicked.connect(
                lambda: self.forget_asked.emit(name)
            )
        return line

    def _add(self, line: QHBoxLayout, words: str, name: str) -> QPushButton:
        button = self._kit.button(words, "link", name=name)
        line.addWidget(button)
        return button


def day_part_of(code: str) -> str:
    """The part of the day that an assumption is about: ``own_night_hours`` is night; empty for any other."""
    name = code.removeprefix("own_").removesuffix("_hours")
    return name if code.endswith("_hours") and name in get_args(DayPart) else ""


def _path_of(assumption: Assumption, state: DraftState) -> str:
    """The field that a default went into: that of the words it was applied to."""
    if assumption.code in ("own_uptime", "own_regions") or assumption.span is None or state.draft is None:
        return ""
    start, end = assumption.span
    return next((span.path for span in state.draft.spans if span.path and span.start < end and start < span.end), "")
