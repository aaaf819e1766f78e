"""Questions with their choices, unused words, and what went wrong: all that stands between a sentence and a bid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.services.draft_state import DraftState
from app.services.edits import missing_fields
from app.ui.compose.effects import effect_words
from app.ui.compose.fieldnames import field_words
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit, clear, column, frame, plain, row
from app.ui.widgets.flow import FlowLayout
from nlp.draft import Question

MOST_KEYS = 9


class Asks(QWidget):
    """`answered` carries a question and the number of the choice, `fill_asked` the path of a missing field,
    `dismissed` the span of an unused word."""

    answered = Signal(object, int)
    fill_asked = Signal(str)
    dismissed = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._layout = column(self, gap=10)
        self._shown: object = None
        self._keys_given = False
        self.setProperty("look", "plain")

    def show_draft(self, state: DraftState) -> None:
        """Draws what is open anew where it has changed."""
        wanted = (
            state.questions,
            state.unused,
            state.text,
            state.problems,
            state.released,
            state.error,
            state.bid,
        )
        if wanted == self._shown:
            return
        self._shown = wanted
        self._keys_given = False
        clear(self._layout)
        kit = self._kit
        if state.error is not None:
            self._layout.addWidget(
                self._note("bad", "circle-alert", fault_title(kit, state.error), fault_advice(kit, state.error))
            )
        for question in state.questions:
            self._layout.addWidget(self._question(question, state))
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
            words = kit.t(
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

    def _question(self, question: Question, state: DraftState) -> QWidget:
        kit = self._kit
        box = frame("box-warn")
        layout = column(box, margins=(14, 11, 14, 12), gap=9)
        head = row(gap=10)
        head.addWidget(kit.picture("circle-question-mark", kit.tokens.warn), alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(kit.label(question.message, "medium", wrap=True), 1)
        if question.span is not None:
            words = state.text[question.span[0] : question.span[1]]
            if words.strip() and words.strip() != state.text.strip():
                head.addWidget(kit.label(f"“{' '.join(words.split())}”", "small"), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        answers = self._choices(question, state) if question.choices else self._fillings(question, state)
        if answers:
            holder = QWidget()
            holder.setProperty("look", "plain")
            flow = FlowLayout(holder, gap=10)
            for answer in answers:
                flow.addWidget(answer)
            inner = row(margins=(28, 0, 0, 0))
            inner.addWidget(holder, 1)
            layout.addLayout(inner)
        return box

    def _choices(self, question: Question, state: DraftState) -> list[QWidget]:
        """A chip for each choice, with its key and what it would change. The first question has the keys."""
        kit = self._kit
        with_keys, self._keys_given = not self._keys_given, True
        found = []
        for index, choice in enumerate(question.choices):
            effect = effect_words(state.bid, choice.changes, kit.t, kit.fmt)
            keys = f"Alt+{index + 1}" if with_keys and index < MOST_KEYS else ""
            chip = kit.button(choice.label, "chip", name=f"{question.message} {choice.label}", tip=keys)
            chip.setAccessibleDescription(effect)
            if keys:
                chip.setShortcut(QKeySequence(keys))
            chip.clicked.connect(lambda _=False, index=index: self.answered.emit(question, index))
            under = column(gap=2)
            under.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
            told = " · ".join(part for part in (keys, effect) if part)
            if told:
                words = kit.label(told, "small", wrap=True)
                words.setContentsMargins(4, 0, 4, 0)
                under.addWidget(words)
            found.append(plain(under))
        return found

    def _fillings(self, question: Question, state: DraftState) -> list[QWidget]:
        """A chip for each field that is missing: it opens the field's editor."""
        if state.bid is None:
            return []
        found: list[QWidget] = []
        for path in missing_fields(state.bid, question.code):
            words = self._kit.t("Set {field}", field=field_words(path, self._kit.t))
            chip = self._kit.button(words, "chip", icon="pen-line")
            chip.clicked.connect(lambda _=False, path=path: self.fill_asked.emit(path))
            found.append(chip)
        return found

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
