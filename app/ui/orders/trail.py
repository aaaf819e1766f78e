"""The audit trail of one order: from the words typed to the exchange's signature, each step bound to all before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QWidget

from app.services.views import TrailEntry
from app.ui.kit import Kit, row
from app.ui.orders.words import TRAIL_KINDS
from app.ui.widgets.sheet import Sheet

WIDTH = 860
HASH_GROUP = 16
"""Characters of a hash that stand together; between the groups a line may end."""


class TrailSheet(Sheet):
    """Lists the entries; the one that is selected stands below, whole, with its hash."""

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, entries: Sequence[TrailEntry]) -> None:
        super().__init__(kit, host, under, kit.t("Audit trail"), width=WIDTH)
        t = kit.t
        self._entries = entries
        self.body.addWidget(kit.label(t("Audit trail"), "title"))
        note = t("Each entry carries a hash of all before it; the exchange has signed the chain's head with the bid.")
        self.body.addWidget(kit.label(note, "muted", wrap=True))
        self.table = self._listed()
        self.body.addWidget(self.table, 3)
        self._words = QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setProperty("look", "page")
        self._words.setAccessibleName(t("The entry in full"))
        self.body.addWidget(self._words, 2)
        self._hash = kit.label("", "small", wrap=True, select=True)
        self.body.addWidget(self._hash)
        buttons = row(gap=8)
        buttons.addStretch(1)
        done = kit.button(t("Close"), "primary")
        done.clicked.connect(self.close_sheet)
        buttons.addWidget(done)
        self.body.addLayout(buttons)
        self.table.itemSelectionChanged.connect(self._show)
        if entries:
            self.table.selectRow(0)

    def open(self) -> None:
        super().open()
        self.table.setFocus()

    def _listed(self) -> QTableWidget:
        kit, t = self._kit, self._kit.t
        made = QTableWidget(len(self._entries), 4)
        made.setAccessibleName(t("Audit trail"))
        zone = kit.fmt.zone_name(kit.clock.now())
        made.setHorizontalHeaderLabels([t("No."), t("Time ({zone})", zone=zone), t("Step"), t("Recorded")])
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(34)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setTabKeyNavigation(False)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setMinimumHeight(round(250 / max(1.0, kit.scale)))
        header = made.horizontalHeader()
        header.setAccessibleName(t("Audit trail"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for at, entry in enumerate(self._entries):
            kind = t(TRAIL_KINDS[entry.kind]) if entry.kind in TRAIL_KINDS else entry.kind
            cells = (str(entry.number), kit.fmt.table_moment(entry.at), kind, " ".join(entry.words[:300].split()))
            for place, words in enumerate(cells):
                made.setItem(at, place, QTableWidgetItem(words))
        return made

    def _show(self) -> None:
        entry = self._entries[self.table.currentRow()]
        self._words.setPlainText(entry.words)
        self._hash.setText(self._kit.t("Hash of the chain up to here: {hash}", hash=in_groups(entry.hash)))


def in_groups(digest: str) -> str:
    """A hash as it is read aloud and compared: in groups of characters."""
    return " ".join(digest[at : at + HASH_GROUP] for at in range(0, len(digest), HASH_GROUP))
