"""The left half of the market: the tables of GPU products and of model tokens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from app.ui.kit import Kit
from app.ui.widgets.columns import Columns

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW = 38
LEAST_WIDTH = 64


class PriceTable(QTableWidget):
    """Words in the first `words` columns, figures in the others. Emits `picked` with the row that was chosen."""

    picked = Signal(int)

    def __init__(self, kit: Kit, name: str, table: str, headers: dict[str, str], *, words: int, stretch: str) -> None:
        super().__init__(0, len(headers))
        self._words = words
        self._least = round(LEAST_WIDTH * max(1.0, kit.scale))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headers.values()))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setAccessibleName(name)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(self._least)
        for at in range(len(headers)):
            item = self.horizontalHeaderItem(at)
            if item is not None:
                item.setTextAlignment(LEFT if at < words else RIGHT)
        self.columns = Columns(kit, header, table, tuple(headers), stretch=stretch)
        self.itemSelectionChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replaces what is listed; nothing is picked by it."""
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if place < self._words:
                    item.setToolTip(words)
                else:
                    item.setTextAlignment(RIGHT)
                self.setItem(at, place, item)
        self.blockSignals(False)
        header = self.horizontalHeader()
        self.columns.fit(
            {
                at: max(self._least, self.sizeHintForColumn(at), header.sectionSizeHint(at))
                for at in range(self.columnCount())
            }
        )

    def mark(self, row: int | None) -> None:
        """Selects a row, or none, without anything being picked."""
        self.blockSignals(True)
        if row is None:
            self.clearSelection()
        elif not self.selectionModel().isRowSelected(row, QModelIndex()):
            self.selectRow(row)
        self.blockSignals(False)

    def _tell(self) -> None:
        if self.selectedIndexes():
            self.picked.emit(self.currentRow())
