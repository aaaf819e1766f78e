"""The introduction: three steps, each can be skipped, and an example to begin with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from app.services.workbench import Workbench
from app.ui.kit import Kit, column, line, row
from app.ui.settings.screen import appearance_choices
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sheet import Sheet


class FirstRun(Sheet):
    """Language and look, how it works, a first bid. Emits `tried` with the example's words."""

    tried = Signal(str)

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, bench: Workbench, *, step: int = 0) -> None:
        super().__init__(kit, host, under, kit.t("Welcome to Bidwright"), width=600)
        self._bench = bench
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(290)
        for page in (self._welcome(), self._how(), self._try()):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack)
        self.body.addWidget(line())
        buttons = row(gap=10)
        self._where = kit.label("", "small")
        skip = kit.button(kit.t("Skip"), "quiet")
        skip.clicked.connect(self.close_sheet)
        self.next = kit.button(kit.t("Next"), "primary")
        self.next.clicked.connect(self._go_on)
        buttons.addWidget(self._where)
        buttons.addStretch(1)
        buttons.addWidget(skip)
        buttons.addWidget(self.next)
        self.body.addLayout(buttons)
        self._show(step)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._stack.currentIndex()

    def open(self) -> None:
        super().open()
        self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def close_sheet(self) -> None:
        if not self._bench.settings.settings.first_run_done:
            self._bench.settings.update(first_run_done=True)
        super().close_sheet()

    def _page(self, title: str, sentence: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        page.setProperty("look", "plain")
        layout = column(page, gap=12)
        layout.addWidget(self._kit.label(title, "title", wrap=True))
        layout.addWidget(self._kit.label(sentence, "muted", wrap=True))
        return page, layout

    def _welcome(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        page, layout = self._page(
            t("Welcome to Bidwright"),
            t("Say what compute you need, in plain words. What you type is read on this machine and never leaves it."),
        )
        settings = self._bench.settings.settings
        for caption, chosen, choices in (
            (t("Language"), ("language", settings.language), (("en", "English"), ("ko", "한국어"))),
            (
                t("Appearance"), ("appearance", settings.appearance),
                appearance_choices(t),
            ),
        ):  # fmt: skip
            layout.addWidget(kit.label(caption, "caption"))
            holder = QWidget()
            holder.setProperty("look", "plain")
            flow = FlowLayout(holder)
            group = QButtonGroup(holder)
            name, now = chosen
            for value, words in choices:
                chip = kit.button(words, "chip")
                chip.setCheckable(True)
                chip.setChecked(value == now)
                chip.clicked.connect(lambda _=False, name=name, value=value: self._set(name, value))
                group.addButton(chip)
                flow.addWidget(chip)
            layout.addWidget(holder)
        layout.addStretch(1)
        return page

    def _set(self, name: str, value: str) -> None:
        self._bench.settings.update(**{name: value})

    def _how(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        page, layout = self._page(
            t("Nothing is guessed, nothing is hidden"), t("From a sentence to hours that are yours:")
        )
        for icon, words in (
            (
                "square-pen",
                t("Every word you write is coloured and tied to a field. A word without a field is pointed out."),
            ),
            (
                "circle-question-mark",
                t("Where two readings are possible you are asked, with the answers ready to press."),
            ),
            (
                "list-checks",
                t(
                    "The review shows the whole bid in words and the most it can cost. Only then can it be "
                    "submitted, and it takes effect at most once."
                ),
            ),
            (
                "gavel",
                t(
                    "At set times an auction weighs all bids together. Everyone pays the same price for the same hour "
                    "of the same GPU, never more than their limit."
                ),
            ),
        ):
            entry = row(gap=14)
            entry.addWidget(kit.picture(icon, kit.tokens.accent_ink, 22), alignment=Qt.AlignmentFlag.AlignTop)
            entry.addWidget(kit.label(words, "", wrap=True), 1)
            layout.addLayout(entry)
        layout.addStretch(1)
        return page

    def _try(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        page, layout = self._page(
            t("Begin with an example"),
            t("You are on a practice exchange with simulated rivals: no money moves. Press one to see how it is read."),
        )
        for words in (
            t("8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"),
            t("sell 8 H100s this weekend, no less than $1.90 per GPU-hour"),
            t("64 H200s for 5 days starting December 1, budget $30k all in"),
        ):
            chip = kit.button(words, "chip")
            chip.clicked.connect(lambda _=False, words=words: self._take(words))
            layout.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return page

    def _take(self, words: str) -> None:
        self.close_sheet()
        self.tried.emit(words)

    def _show(self, step: int) -> None:
        t = self._kit.t
        self._stack.setCurrentIndex(step)
        self._where.setText(t("Step {step} of {steps}", step=step + 1, steps=self._stack.count()))
        self.next.setText(t("Next") if step + 1 < self._stack.count() else t("Start with an empty bid"))

    def _go_on(self) -> None:
        step = self._stack.currentIndex() + 1
        if step < self._stack.count():
            self._show(step)
        else:
            self.close_sheet()
