"""The columns of a table as the user wants them: dragged to other widths and places, sorted by a press on the header,
and found so again at the next start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu

from app.ui.kit import Kit

LEAST, MOST = 24, 2000
"""Pixels at 100 % that a kept width may have; anything else is no width."""


class Columns(QObject):
    """Rules a header. `columns` names each section, for what is kept must outlive a change of their number. The one in
    `stretch` takes the room that is left. Widths that the user has not chosen are those of `fit`."""

    sort_changed = Signal()

    def __init__(
        self, kit: Kit, header: QHeaderView, table: str, columns: Sequence[str], *, stretch: str, sortable: bool = True
    ) -> None:
        super().__init__(header)
        self._kit = kit
        self._header = header
        self._table = table
        self._columns = tuple(columns)
        self._stretch = self._columns.index(stretch)
        self._ruled = False
        self._fitted: dict[int, int] = {}
        self._widths: dict[str, float] = {}
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)
        if sortable:
            header.setSectionsClickable(True)
            header.setSortIndicatorClearable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        self._arrange()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        header.sortIndicatorChanged.connect(self._sorted)
        kit.memory.tables_forgotten.connect(self._arrange)

    @property
    def sort(self) -> tuple[str, bool] | None:
        """The column by which rows are sorted and whether the largest comes first; None for the table's own order."""
        at = self._header.sortIndicatorSection()
        if not 0 <= at < len(self._columns):
            return None
        return self._columns[at], self._header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def fit(self, widths: Mapping[int, int]) -> None:
        """The widths, in pixels, of columns for which the user has chosen none."""
        self._fitted = dict(widths)
        with self._ruling():
            for at, width in widths.items():
                own = self._widths.get(self._columns[at])
                self._header.resizeSection(at, round(own * self._kit.scale) if own is not None else width)

    def forget(self) -> None:
        """This table goes back to how it was at first."""
        self._kit.memory.keep_table(self._table, {})
        self._arrange()

    # -- what is kept ------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        kept = self._kit.memory.table(self._table)
        self._widths = _widths(kept.get("widths"), self._columns)
        order = kept.get("order")
        names = order if isinstance(order, list) and sorted(map(str, order)) == sorted(self._columns) else self._columns
        column, descending = _sort(kept.get("sort"), self._columns)
        with self._ruling():
            for place, name in enumerate(names):
                self._header.moveSection(self._header.visualIndex(self._columns.index(name)), place)
            direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self._header.setSortIndicator(column, direction)
        self._header.setSortIndicatorShown(column >= 0)
        self.fit(self._fitted)
        self.sort_changed.emit()

    def _keep(self) -> None:
        header = self._header
        places = sorted(range(len(self._columns)), key=header.visualIndex)
        self._kit.memory.keep_table(
            self._table,
            {"widths": self._widths, "order": [self._columns[at] for at in places], "sort": self.sort},
        )

    @contextmanager
    def _ruling(self) -> Iterator[None]:
        """What happens to the header in here is not the user's doing."""
        before, self._ruled = self._ruled, True
        try:
            yield
        finally:
            self._ruled = before

    # -- what the user does ------------------------------------------------------------------------------------------

    def _resized(self, at: int, _before: int, width: int) -> None:
        if not self._ruled and at != self._stretch and width:
            self._widths[self._columns[at]] = round(width / self._kit.scale, 1)
            self._keep()

    def _moved(self, _at: int, _before: int, _now: int) -> None:
        if not self._ruled:
            self._keep()

    def _sorted(self, at: int, _order: Qt.SortOrder) -> None:
        if not self._ruled:
            self._header.setSortIndicatorShown(at >= 0)
            self._keep()
            self.sort_changed.emit()

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self._header)
        menu.addAction(self._kit.t("Columns as at first"), self.forget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))


def _widths(kept: object, columns: Sequence[str]) -> dict[str, float]:
    if not isinstance(kept, dict):
        return {}
    return {
        name: float(width)
        for name, width in kept.items()
        if name in columns and isinstance(width, int | float) and LEAST <= width <= MOST
    }


def _sort(kept: object, columns: Sequence[str]) -> tuple[int, bool]:
    """The section to sort by, -1 for none, and whether the largest comes first."""
    if isinstance(kept, list) and len(kept) == 2 and kept[0] in columns:
        return columns.index(kept[0]), bool(kept[1])
    return -1, False
