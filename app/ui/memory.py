"""What a window remembers of its own arrangement from one start to the next; settings proper are elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

TABLES = "tables"


class WindowMemory(QObject):
    """Kept in `store`; without one for as long as the window lives. What cannot be read is as if it had never been."""

    tables_forgotten = Signal()

    def __init__(self, store: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._tables: dict[str, str] = {}

    def place(self, window: QWidget) -> None:
        """Puts the window where it was."""
        saved = self._store.value("geometry") if self._store is not None else None
        if isinstance(saved, QByteArray):
            window.restoreGeometry(saved)

    def keep_place(self, window: QWidget) -> None:
        if self._store is not None:
            self._store.setValue("geometry", window.saveGeometry())

    def table(self, name: str) -> dict[str, object]:
        """How the user has arranged a table; empty where nothing was changed."""
        kept = self._tables.get(name)
        if kept is None and self._store is not None:
            kept = str(self._store.value(f"{TABLES}/{name}", ""))
        try:
            read = json.loads(kept or "{}")
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}

    def keep_table(self, name: str, arrangement: Mapping[str, object]) -> None:
        self._tables[name] = json.dumps(arrangement)
        if self._store is not None:
            self._store.setValue(f"{TABLES}/{name}", self._tables[name])

    def forget_tables(self) -> None:
        """All tables go back to how they were at first."""
        self._tables = {}
        if self._store is not None:
            self._store.remove(TABLES)
        self.tables_forgotten.emit()
