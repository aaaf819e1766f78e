"""Every command and draft in one list, found by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.services.workbench import Workbench
from app.ui.actions import COMMANDS
from app.ui.drafts.names import draft_name
from app.ui.drafts.viewmodel import entries_of
from app.ui.kit import Kit
from app.ui.widgets.sheet import Sheet

COMMAND, DRAFT, KEYS = (Qt.ItemDataRole.UserRole + offset for offset in range(3))
MOST_DRAFTS = 8
Index = QModelIndex | QPersistentModelIndex


class _KeysDelegate(QStyledItemDelegate):
    """Writes the shortcut at the right end of its row."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        keys = index.data(KEYS)
        if keys:
            painter.setPen(QColor(self._kit.tokens.muted))
            rect: QRect = option.rect
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(rect.adjusted(0, 0, -14, 0), right, keys)


class Palette(Sheet):
    """Emits the command or the draft that was chosen."""

    chosen = Signal(str)
    draft_chosen = Signal(str)

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, bench: Workbench) -> None:
        super().__init__(kit, host, under, kit.t("All commands"), width=560)
        self._bench = bench
        self.body.setContentsMargins(16, 16, 16, 14)
        self.search = QLineEdit()
        self.search.setPlaceholderText(kit.t("Type a command or words of a draft"))
        self.search.setAccessibleName(kit.t("Search"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(kit.t("All commands"))
        self.list.setItemDelegate(_KeysDelegate(kit, self.list))
        self.list.setMinimumHeight(380)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self._fill("")

    def open(self) -> None:
        super().open()
        self.search.setFocus()

    def _fill(self, pattern: str) -> None:
        t = self._kit.t
        wanted = pattern.casefold().split()
        self.list.clear()
        for command in COMMANDS:
            title = t(command.title)
            if all(word in f"{title} {command.title}".casefold() for word in wanted) and command.id != "palette":
                keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(title)
                item.setData(KEYS, keys)
                item.setData(COMMAND, command.id)
                self.list.addItem(item)
        if wanted:
            found = entries_of(self._bench.drafts, pattern, lambda bid: draft_name(bid, self._kit))
            for entry in found[:MOST_DRAFTS]:
                item = QListWidgetItem(
                    self._kit.icons.icon("files", self._kit.tokens.muted, 16), " ".join(entry.name.split())[:70]
                )
                item.setData(DRAFT, entry.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command, draft = item.data(COMMAND), item.data(DRAFT)
        self.close_sheet()
        if command:
            self.chosen.emit(command)
        elif draft:
            self.draft_chosen.emit(draft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
