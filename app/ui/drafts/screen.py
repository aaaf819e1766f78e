"""All drafts: search, open, duplicate, delete with undo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.services.store import DraftRow
from app.services.workbench import Workbench
from app.ui.kit import Kit, column, frame, row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import ElidedLabel
from app.ui.widgets.toast import Toast

ID = Qt.ItemDataRole.UserRole
TEMPLATE = Qt.ItemDataRole.UserRole + 1
ROW = 60


class DraftsScreen(QWidget):
    """Lists the saved drafts, the last changed first."""

    opened = Signal()
    file_asked = Signal()
    table_asked = Signal()

    def __init__(self, kit: Kit, bench: Workbench, toast: Toast) -> None:
        super().__init__()
        self._kit = kit
        self._bench = bench
        self._toast = toast
        self.setProperty("look", "ground")
        t = kit.t
        layout = column(self, margins=(28, 20, 28, 24), gap=14)
        head = row(gap=10)
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Search in drafts"))
        self.search.setAccessibleName(t("Search in drafts"))
        self.search.setMaximumWidth(420)
        self.search.setMinimumWidth(200)
        self.search.textChanged.connect(lambda _text: self._show())
        glass = self.search.addAction(
            kit.icons.icon("search", kit.tokens.muted, 16), QLineEdit.ActionPosition.LeadingPosition
        )
        glass.setText(t("Search in drafts"))
        head.addWidget(self.search, 1)
        head.addStretch(1)
        for words, asked in (
            (t("Open a bid file …"), self.file_asked),
            (t("Save all as a table …"), self.table_asked),
        ):
            button = kit.button(words)
            button.clicked.connect(asked)
            head.addWidget(button)
        new = kit.button(t("New bid"), "primary", icon="plus")
        new.clicked.connect(self._new)
        head.addWidget(new)
        layout.addLayout(head)
        card = frame("card")
        inside = column(card, margins=(8, 8, 8, 8))
        self.list = QListWidget()
        self.list.setAccessibleName(t("Drafts"))
        self.list.setSpacing(1)
        self.list.itemActivated.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(
            EmptyState(
                kit,
                "files",
                t("No drafts here"),
                t("Everything you type is kept as a draft, from the first key on."),
                t("Write a bid"),
                self._new,
            )
        )
        inside.addWidget(self._stack)
        layout.addWidget(card, 1)
        self._stop = bench.drafts.on_list_change(self._changed)
        self._show()

    def release(self) -> None:
        """Listens no more."""
        self._stop()

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        rows = self._bench.drafts.rows(self.search.text())
        self.list.clear()
        for entry in rows:
            item = QListWidgetItem()
            item.setData(ID, entry.id)
            item.setData(TEMPLATE, entry.template)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.text)
            item.setSizeHint(QSize(0, round(ROW * max(1.0, self._kit.scale))))
            self.list.addItem(item)
            self.list.setItemWidget(item, self._row(entry))
        self._stack.setCurrentIndex(0 if rows else 1)

    def _row(self, entry: DraftRow) -> QFrame:
        kit, t = self._kit, self._kit.t
        made = QFrame()
        layout = row(made, margins=(12, 4, 6, 4), gap=10)
        words = ElidedLabel(entry.text or t("A bid from a file or a position"))
        layout.addWidget(words, 1)
        if entry.template:
            layout.addWidget(kit.picture("pin", kit.tokens.accent_ink, 16))
            layout.addWidget(kit.label(t("template"), "small"))
        if entry.id == self._bench.drafts.state.id:
            layout.addWidget(kit.label(t("open"), "good"))
        layout.addWidget(kit.label(kit.fmt.age(entry.updated, kit.clock.now()), "small"))
        shown = entry.text[:40]
        pin = t("No template any more") if entry.template else t("Keep as a template")
        for icon, name, act in (
            ("pin", pin, lambda draft_id: self._bench.drafts.set_template(draft_id, not entry.template)),
            ("copy", t("Duplicate"), self._duplicate),
            ("trash-2", t("Delete"), self._delete),
        ):
            button = kit.button("", "quiet", icon=icon, name=f"{name}: {shown}", tip=name)
            button.clicked.connect(lambda _=False, act=act: act(entry.id))
            layout.addWidget(button)
        if entry.template:
            use = kit.button(t("Use"), name=f"{t('Use')}: {shown}", tip=t("Begins a new draft with these words"))
            use.clicked.connect(lambda: self._duplicate(entry.id))
            use.setMinimumWidth(74)
            layout.addWidget(use)
        else:
            open_ = kit.button(t("Open"), name=f"{t('Open')}: {shown}")
            open_.clicked.connect(lambda: self._open_id(entry.id))
            open_.setMinimumWidth(74)
            layout.addWidget(open_)
        return made

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(TEMPLATE):
            self._duplicate(str(item.data(ID)))
        else:
            self._open_id(str(item.data(ID)))

    def _open_id(self, draft_id: str) -> None:
        if draft_id != self._bench.drafts.state.id:
            self._bench.drafts.open(draft_id)
        self.opened.emit()

    def _new(self) -> None:
        self._bench.drafts.new()
        self.opened.emit()

    def _duplicate(self, draft_id: str) -> None:
        self._bench.drafts.duplicate(draft_id)
        self.opened.emit()

    def _delete(self, draft_id: str) -> None:
        self._bench.drafts.delete(draft_id)
        self._toast.show(
            self._kit.t("Draft deleted"), self._kit.t("Undo"), lambda: self._bench.drafts.undelete(draft_id)
        )
