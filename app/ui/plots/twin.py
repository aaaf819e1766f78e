"""A plot under its name, with a button that shows the same figures as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QWidget

from app.ui.kit import Kit, column, row

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""The headers and the rows. The first column stands at the left, figures at the right."""


class PlotWithTable(QWidget):
    """Shows the plot or its twin; `table` is asked for the figures whenever the twin is seen."""

    def __init__(
        self,
        kit: Kit,
        name: str,
        plot: QWidget,
        table: Callable[[], Table],
        *,
        height: int | None = None,
        look: str = "caption",
    ) -> None:
        super().__init__()
        self._kit = kit
        self._make = table
        self.setProperty("look", "plain")
        self.plot = plot
        plot.setAccessibleName(name)
        self._name = name
        self._made: QTableWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(plot)
        if height is not None:
            self._stack.setFixedHeight(height)
        self.switch = kit.button(kit.t("Table"), "link", name=kit.t("Show {name} as a table", name=name))
        self.switch.clicked.connect(self._turn)
        layout = column(self, gap=4)
        head = row(gap=6)
        self._title = kit.label(name, look, wrap=True)
        head.addWidget(self._title, 1)
        head.addWidget(self.switch, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @property
    def table(self) -> QTableWidget:
        """The twin; made when it is first asked for."""
        if self._made is None:
            self._made = self._empty_table()
            self._stack.addWidget(self._made)
        return self._made

    def _empty_table(self) -> QTableWidget:
        made = QTableWidget()
        made.setAccessibleName(self._name)
        made.horizontalHeader().setAccessibleName(self._name)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(30)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setTabKeyNavigation(False)
        made.setShowGrid(False)
        return made

    def rename(self, name: str) -> None:
        """Another name, where what is shown has become something else."""
        self._name = name
        self._title.setText(name)
        self.plot.setAccessibleName(name)
        self.switch.setAccessibleName(self._kit.t("Show {name} as a table", name=name))
        if self._made is not None:
            self._made.setAccessibleName(name)

    def set_height(self, height: int) -> None:
        """How high the plot and its table are."""
        self._stack.setFixedHeight(height)

    def refresh(self) -> None:
        """The figures have changed."""
        if self._stack.currentIndex() == 1:
            self._fill()

    def _fill(self) -> None:
        headers, rows = self._make()
        table = self.table
        table.setColumnCount(len(headers))
        table.setHorizontalHeaderLabels(list(headers))
        table.setRowCount(len(rows))
        for at in range(len(headers)):
            item = table.horizontalHeaderItem(at)
            if item is not None:
                item.setTextAlignment(RIGHT if at else LEFT)
        for at, words in enumerate(rows):
            for place, cell in enumerate(words):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(RIGHT if place else LEFT)
                table.setItem(at, place, item)
        mode = QHeaderView.ResizeMode.ResizeToContents if len(headers) > 2 else QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(mode)
        header = table.horizontalHeader()
        needed = sum(max(header.sectionSizeHint(at), table.sizeHintForColumn(at)) for at in range(len(headers)))
        header.setStretchLastSection(needed <= table.viewport().width())

    def _turn(self) -> None:
        show_table = self._stack.currentIndex() == 0
        if show_table:
            self._fill()
        self._stack.setCurrentIndex(1 if show_table else 0)
        self.switch.setText(self._kit.t("Chart") if show_table else self._kit.t("Table"))
