"""The settings of the language model: which one reads, what it is, and adding, verifying and choosing others."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QProgressBar, QWidget

from app.services.models import Doing, ModelService, ModelsState, Outcome, Progress
from app.services.views import ModelView
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit, clear, column, frame, line, plain, row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.plain import ElidedLabel

KINDS = {
    "gguf": "A GGUF file, run by llama.cpp in a process of its own",
    "checkpoint": "A transformers checkpoint, run in a process of its own",
    "server": "An OpenAI-compatible server: what you type goes there",
}
DOING: dict[Doing, str] = {"adding": "Adding {name}", "verifying": "Verifying {name}", "choosing": "Choosing {name}"}
OUTCOMES: dict[Outcome, str] = {
    "added": "{name} was added. It reads once you choose it.",
    "verified": "{name} is exactly what was pinned.",
    "chosen": "{name} reads from now on.",
    "cancelled": "Called off; nothing has changed.",
}


class ModelsCard(QFrame):
    """Renders the models' service."""

    def __init__(self, kit: Kit, models: ModelService) -> None:
        super().__init__()
        self._kit = kit
        self._models = models
        self._listed: tuple[tuple[ModelView, ...], bool] | None = None
        self.setProperty("look", "card")
        t = kit.t
        layout = column(self, margins=(22, 18, 22, 20), gap=12)
        layout.addWidget(kit.label(t("Language model"), "heading"))
        note = t("Rules read every word; the model says what belongs together. Its answers can name no number.")
        layout.addWidget(kit.label(note, "small", wrap=True))
        self._rows = column(gap=10)
        layout.addLayout(self._rows)
        self._busy = self._progress()
        layout.addWidget(self._busy)
        self._told = kit.label("", "small", wrap=True)
        layout.addWidget(self._told)
        layout.addWidget(self._adding())
        self._server = self._server_form()
        self._server.hide()
        layout.addWidget(self._server)
        self._stop = models.on_change(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._models.refresh()

    def release(self) -> None:
        """Listens no more."""
        self._stop()

    # -- parts -------------------------------------------------------------------------------------------------------

    def _progress(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        layout = row(gap=10)
        told = column(gap=6)
        self._doing = kit.label("", "muted")
        told.addWidget(self._doing)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        told.addWidget(self.bar)
        self._how_far = kit.figures("", "small")
        told.addWidget(self._how_far)
        layout.addLayout(told, 1)
        self.cancel = kit.button(t("Cancel"), "quiet", name=t("Call the work on the model off"))
        self.cancel.clicked.connect(self._models.cancel)
        layout.addWidget(self.cancel)
        return plain(layout)

    def _adding(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        holder = QWidget()
        holder.setProperty("look", "plain")
        flow = FlowLayout(holder, gap=8)
        for words, act in (
            (t("Add a GGUF file …"), self._add_file),
            (t("Add a checkpoint's folder …"), self._add_folder),
            (t("Add a server …"), self._open_server_form),
        ):
            button = kit.button(words, icon="plus")
            button.clicked.connect(act)
            flow.addWidget(button)
        return holder

    def _server_form(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        box = frame("inset")
        layout = column(box, margins=(16, 14, 16, 14), gap=8)
        warning = t("Unless the address is on this machine, what you type leaves it.")
        layout.addWidget(kit.label(warning, "warn", wrap=True))
        self.add = kit.button(t("Add this server"), "primary")
        self.fields: dict[str, QLineEdit] = {}
        for key, name, example in (
            ("url", t("Address"), "http://127.0.0.1:8000/v1"),
            ("served", t("Model, as the server calls it"), "qwen3-1.7b"),
            ("name", t("Name here"), "desk"),
        ):
            entry = row(gap=12)
            entry.addWidget(kit.label(name), 1)
            field = QLineEdit()
            field.setPlaceholderText(example)
            field.setAccessibleName(name)
            field.textChanged.connect(lambda _words: self._allow_adding())
            entry.addWidget(field, 2)
            layout.addLayout(entry)
            self.fields[key] = field
        buttons = row(gap=8)
        buttons.addStretch(1)
        self.add.clicked.connect(self._add_server)
        buttons.addWidget(self.add)
        layout.addLayout(buttons)
        self._allow_adding()
        return box

    def _card(self, model: ModelView, *, busy: bool) -> QWidget:
        kit, t = self._kit, self._kit.t
        made = QWidget()
        made.setProperty("look", "plain")
        layout = row(made, gap=12)
        mark = "circle-check" if model.used else "circle-dashed"
        tone = kit.tokens.good if model.used else kit.tokens.muted
        layout.addWidget(kit.picture(mark, tone), alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        head = row(gap=10)
        head.addWidget(kit.label(model.name, "strong"))
        if model.used:
            head.addWidget(kit.label(t("reads now"), "good"))
        if not model.present:
            head.addWidget(kit.label(t("its file is missing"), "bad"))
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(kit.label(t(KINDS[model.kind]), "small", wrap=True))
        words.addWidget(ElidedLabel(model.place, colour=kit.tokens.muted))
        if model.sha256 is not None:
            facts = [f"SHA-256 {model.sha256[:16]}…"]
            facts += [f"{model.size / 1e6:,.0f} MB"] if model.size is not None else []
            facts += [model.licence] if model.licence else []
            pinned = kit.label(" · ".join(facts), "small", wrap=True)
            pinned.setToolTip(model.sha256)
            words.addWidget(pinned)
        if model.adapter:
            words.addWidget(kit.label(t("with the adapter {name}", name=model.adapter), "small", wrap=True))
        layout.addLayout(words, 1)
        if model.kind != "server":
            verify = kit.button(t("Verify"), name=t("Verify {name}", name=model.name))
            verify.clicked.connect(lambda: self._models.verify(model.name))
            verify.setEnabled(not busy)
            layout.addWidget(verify)
        use = kit.button(t("Use"), name=t("Read with {name}", name=model.name))
        use.clicked.connect(lambda: self._models.use(model.name))
        use.setEnabled(not busy and not model.used)
        layout.addWidget(use)
        return made

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        state = self._models.state
        busy = state.progress is not None
        wanted = (state.models, busy)
        if wanted != self._listed:
            self._listed = wanted
            clear(self._rows)
            for number, model in enumerate(state.models):
                if number:
                    self._rows.addWidget(line())
                self._rows.addWidget(self._card(model, busy=busy))
        self._busy.setVisible(busy)
        if state.progress is not None:
            self._show_progress(state.progress)
        self._show_outcome(state)

    def _show_progress(self, progress: Progress) -> None:
        words = self._kit.t(DOING[progress.doing], name=progress.name)
        self._doing.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(progress.done * 1000 // progress.whole if progress.whole else 0)
        self._how_far.setText(how_far(self._kit, progress))
        self.bar.setAccessibleDescription(self._how_far.text())

    def _show_outcome(self, state: ModelsState) -> None:
        kit = self._kit
        words, look = "", "small"
        if state.error is not None:
            words, look = f"{fault_title(kit, state.error)}. {fault_advice(kit, state.error)}".strip(), "bad"
        elif state.outcome:
            words = kit.t(OUTCOMES[state.outcome], name=state.about)
            look = "good" if state.outcome != "cancelled" else "muted"
        self._told.setText(words)
        self._told.set_look(look)
        self._told.setVisible(bool(words))

    # -- what is done ------------------------------------------------------------------------------------------------

    def _add_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.window(), self._kit.t("Add a GGUF file"), "", "*.gguf")
        if path:
            self._models.add_file(Path(path))

    def _add_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self.window(), self._kit.t("Add a checkpoint's folder"))
        if path:
            self._models.add_file(Path(path))

    def _open_server_form(self) -> None:
        self._server.setVisible(not self._server.isVisible())
        if self._server.isVisible():
            self.fields["url"].setFocus()

    def _allow_adding(self) -> None:
        self.add.setEnabled(all(field.text().strip() for field in self.fields.values()))

    def _add_server(self) -> None:
        url, served, name = (self.fields[key].text().strip() for key in ("url", "served", "name"))
        self._models.add_server(url, served, name)
        self._server.hide()


def how_far(kit: Kit, progress: Progress) -> str:
    """``43 of 98 MB · 210 MB/s · 1 s left``; empty before anything can be said."""
    if not progress.whole:
        return ""
    t = kit.t
    parts = [t("{done} of {whole} MB", done=_megabytes(progress.done), whole=_megabytes(progress.whole))]
    if progress.rate is not None:
        parts.append(t("{rate} MB/s", rate=_megabytes(progress.rate)))
    left = progress.seconds_left
    if left is not None and left > 0:
        seconds = ceil(left)
        parts.append(
            t("{seconds} s left", seconds=seconds)
            if seconds < 90
            else t("{minutes} min left", minutes=ceil(seconds / 60))
        )
    return " · ".join(parts)


def _megabytes(size: float) -> str:
    amount = size / 1e6
    return f"{amount:,.0f}" if amount >= 10 else f"{amount:.1f}"
