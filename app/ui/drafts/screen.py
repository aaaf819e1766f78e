"""All drafts: search, open, duplicate, delete with undo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from app.ui.drafts.names import draft_name
from app.ui.drafts.viewmodel import DraftEntry, DraftsViewModel
from app.ui.kit import Kit, column, frame, row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import ElidedLabel
from app.ui.widgets.toast import Toast

ROW = 60
LISTED, NONE_YET, NOT_FOUND = range(3)


class DraftsScreen(QWidget):
    """Renders the drafts' view-model, while it is seen."""

    file_asked = Signal()
    table_asked = Signal()

    def __init__(self, kit: Kit, model: DraftsViewModel, toast: Toast) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self._toast = toast
        self._entries: tuple[DraftEntry, ...] = ()
        self.setProperty("look", "ground")
        layout = column(self, margins=(28, 20, 28, 24), gap=14)
        layout.addLayout(self._head())
        card = frame("card")
        inside = column(card, margins=(8, 8, 8, 8))
        inside.addWidget(self._body())
        layout.addWidget(card, 1)
        model.changed.connect(self._changed)
        self._show()

    def _head(self) -> QHBoxLayout:
        kit, t = self._kit, self._kit.t
        head = row(gap=10)
        self.search = QLineEdit(self._model.search)
        self.search.setPlaceholderText(t("Search in drafts"))
        self.search.setAccessibleName(t("Search in drafts"))
        self.search.setMaximumWidth(420)
        self.search.setMinimumWidth(200)
        self.search.textChanged.connect(self._model.look_for)
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
            button = kit.button(words, fold=True)
            button.clicked.connect(asked)
            head.addWidget(button)
        new = kit.button(t("New bid"), "primary", icon="plus")
        new.clicked.connect(self._model.begin)
        head.addWidget(new)
        return head

    def _body(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        self.list = QListWidget()
        self.list.setAccessibleName(t("Drafts"))
        self.list.setSpacing(1)
        self.list.itemActivated.connect(lambda item: self._model.use(self._entries[self.list.row(item)]))
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete_current)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        written = t("Everything you type is kept as a draft, from the first key on.")
        self._stack.addWidget(
            EmptyState(kit, "files", t("No drafts here"), written, t("Write a bid"), self._model.begin)
        )
        every = t("Drafts are shown that have all of the words, in any order.")
        self._stack.addWidget(
            EmptyState(kit, "search", t("No draft has these words"), every, t("Show all drafts"), self.search.clear)
        )
        return self._stack

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        held = QApplication.focusWidget()
        inside = held is not None and (held is self.list or self.list.isAncestorOf(held))
        at = self.list.currentRow()
        self._entries = self._model.entries(lambda bid: draft_name(bid, self._kit))
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.name)
            item.setSizeHint(QSize(0, round(ROW * max(1.0, self._kit.scale))))
            self.list.addItem(item)
            self.list.setItemWidget(item, self._row(entry))
        missing = NOT_FOUND if self._model.search.strip() else NONE_YET
        self._stack.setCurrentIndex(LISTED if self._entries else missing)
        if inside:  # what was acted on may be gone; the keyboard goes on where it was
            self.list.setCurrentRow(max(0, min(at, len(self._entries) - 1)))
            (self.list if self._entries else self.search).setFocus()

    def _row(self, entry: DraftEntry) -> QFrame:
        kit, t = self._kit, self._kit.t
        made = QFrame()
        layout = row(made, margins=(12, 4, 6, 4), gap=10)
        layout.addWidget(ElidedLabel(entry.name), 1)
        if entry.template:
            layout.addWidget(kit.picture("pin", kit.tokens.accent_ink, 16))
            layout.addWidget(kit.label(t("template"), "small"))
        if entry.open:
            layout.addWidget(kit.label(t("open"), "good"))
        layout.addWidget(kit.label(kit.fmt.age(entry.updated, kit.clock.now()), "small"))
        shown = entry.name[:40]
        pin = t("No template any more") if entry.template else t("Keep as a template")
        for icon, name, act in (
            ("pin", pin, lambda: self._model.keep_as_template(entry, not entry.template)),
            ("copy", t("Duplicate"), lambda: self._model.duplicate(entry)),
            ("trash-2", t("Delete"), lambda: self._delete(entry)),
        ):
            button = kit.button("", "quiet", icon=icon, name=f"{name}: {shown}", tip=name)
            button.clicked.connect(lambda _=False, act=act: act())
            layout.addWidget(button)
        words = t("Use") if entry.template else t("Open")
        tip = t("Begins a new draft with these words") if entry.template else ""
        use = kit.button(words, name=f"{words}: {shown}", tip=tip)
        use.clicked.connect(lambda: self._model.use(entry))
        use.setMinimumWidth(74)
        layout.addWidget(use)
        return made

    def _delete_current(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._entries):
            self._delete(self._entries[at])

    def _delete(self, entry: DraftEntry) -> None:
        bring_back = self._model.delete(entry)
        self._toast.show(self._kit.t("Draft deleted"), self._kit.t("Undo"), bring_back)
