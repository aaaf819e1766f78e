"""Questions as chips, unused words, and the defaults that were applied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.draft_state import DraftState
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit, clear, column, frame, row
from app.ui.widgets.flow import FlowLayout
from nlp.draft import Question


class Asks(QWidget):
    """All that stands between the sentence and a bid that can be submitted, and what was assumed."""

    answered = Signal(object, int)
    dismissed = Signal(object)
    pointed = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._layout = column(self, gap=10)
        self._shown: object = None
        self.setProperty("look", "plain")

    def show_draft(self, state: DraftState) -> None:
        wanted = (
            state.questions,
            state.unused,
            state.text,
            state.problems,
            state.released,
            state.error,
            state.bid is None,
        )
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        if state.error is not None:
            self._layout.addWidget(
                self._note(
                    "bad", "circle-alert", fault_title(self._kit, state.error), fault_advice(self._kit, state.error)
                )
            )
        for question in state.questions:
            self._layout.addWidget(self._question(question, state.text))
        asked: set[str] = {question.code for question in state.questions}
        for problem in state.problems:
            if problem.code not in asked:
                asked.add(problem.code)
                self._layout.addWidget(
                    self._note("warn", "circle-alert", self._problem_words(problem.code, problem.message), "")
                )
        if state.unused:
            self._layout.addWidget(self._strip(state))
        if state.released:
            words = self._kit.t(
                "The text now says something else; {count} of your changes by hand no longer apply.",
                count=len(state.released),
            )
            self._layout.addWidget(self._note("warn", "info", words, ""))
        self.setVisible(self._layout.count() > 0)

    def _problem_words(self, code: str, message: str) -> str:
        t = self._kit.t
        return {
            "missing_limit": t("Every alternative needs a limit or a total."),
            "missing_quantity": t("How many?"),
            "missing_time": t("When?"),
            "missing_asset": t("Which GPU or token?"),
            "past_time": t("The delivery window has already closed."),
            "lapsed": t("The bid's validity has already ended."),
        }.get(code, message[:1].upper() + message[1:])

    def _question(self, question: Question, text: str) -> QWidget:
        kit = self._kit
        box = frame("box-warn")
        layout = column(box, margins=(14, 11, 14, 12), gap=9)
        head = row(gap=10)
        head.addWidget(kit.picture("circle-question-mark", kit.tokens.warn), alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(kit.label(question.message, "medium", wrap=True), 1)
        if question.span is not None:
            words = text[question.span[0] : question.span[1]]
            if words.strip() and words.strip() != text.strip():
                head.addWidget(kit.label(f"“{' '.join(words.split())}”", "small"), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        if question.choices:
            holder = QWidget()
            holder.setProperty("look", "plain")
            flow = FlowLayout(holder, gap=8)
            for index, choice in enumerate(question.choices):
                chip = kit.button(choice.label, "chip", name=f"{question.message} {choice.label}")
                chip.clicked.connect(lambda _=False, index=index: self.answered.emit(question, index))
                flow.addWidget(chip)
            inner = row(margins=(28, 0, 0, 0))
            inner.addWidget(holder, 1)
            layout.addLayout(inner)
        return box

    def _strip(self, state: DraftState) -> QWidget:
        kit = self._kit
        box = frame("box-warn")
        layout = column(box, margins=(14, 11, 14, 12), gap=9)
        head = row(gap=10)
        head.addWidget(kit.picture("info", kit.tokens.warn), alignment=Qt.AlignmentFlag.AlignTop)
        words = kit.t("These words became no part of the bid. Rephrase them, or press each to leave it out.")
        head.addWidget(kit.label(words, "medium", wrap=True), 1)
        layout.addLayout(head)
        holder = QWidget()
        holder.setProperty("look", "plain")
        flow = FlowLayout(holder, gap=8)
        for span in state.unused:
            word = state.text[span[0] : span[1]]
            chip = kit.button(word, "chip", icon="x", name=kit.t("Leave out the word {word}", word=word))
            chip.clicked.connect(lambda _=False, span=span: self.dismissed.emit(span))
            flow.addWidget(chip)
        inner = row(margins=(28, 0, 0, 0))
        inner.addWidget(holder, 1)
        layout.addLayout(inner)
        return box

    def _note(self, look: str, icon: str, title: str, detail: str) -> QWidget:
        kit = self._kit
        box = frame(f"box-{look}")
        layout = row(box, margins=(14, 11, 14, 12), gap=10)
        colour = kit.tokens.bad if look == "bad" else kit.tokens.warn
        layout.addWidget(kit.picture(icon, colour), alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(kit.label(title, "medium", wrap=True))
        if detail:
            words.addWidget(kit.label(detail, "small", wrap=True))
        layout.addLayout(words, 1)
        return box


class Assumptions(QWidget):
    """The defaults that were applied, each with the words it was applied to."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._layout = column(self, gap=4)
        self._shown: object = None
        self.setProperty("look", "plain")

    def show_draft(self, state: DraftState) -> None:
        told = state.draft.assumptions if state.draft is not None and state.bid is not None else ()
        assumptions = tuple(dict.fromkeys(assumption.message for assumption in told))
        if assumptions == self._shown:
            return
        self._shown = assumptions
        clear(self._layout)
        if assumptions:
            self._layout.addWidget(self._kit.label(self._kit.t("Assumed"), "caption"))
        for assumption in assumptions:
            line = row(gap=8)
            line.addWidget(self._kit.picture("info", self._kit.tokens.muted, 14), alignment=Qt.AlignmentFlag.AlignTop)
            line.addWidget(self._kit.label(assumption, "muted", wrap=True), 1)
            holder = QWidget()
            holder.setProperty("look", "plain")
            holder.setLayout(line)
            self._layout.addWidget(holder)
        self.setVisible(bool(assumptions))
