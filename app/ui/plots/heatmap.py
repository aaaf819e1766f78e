"""Prices of the hours ahead: one row a product, one cell an hour, and the hours of a bid drawn in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.services.heat import HeatCell, HeatRow
from app.ui.kit import Kit
from app.ui.plots.scale import spread
from app.ui.plots.twin import PlotWithTable, Table
from app.ui.products import product_words
from app.ui.theme.fonts import font

FOOT, NAME, GAP = 22, 20, 7
LEAST_ROW, MOST_ROW, STACKED_ROW, MOST_HOURS = 18, 24, 15, 168
LEAST_GAPPED = 5.0
"""Cells narrower than this stand without gaps, which would only flicker."""


@dataclass(frozen=True)
class Grid:
    """The rows that have room; the left edge of the cells and the width of one; the distance from row to row, how far
    down in it the cells begin, and their height. Pixels."""

    rows: tuple[HeatRow, ...]
    left: int
    width: float
    pitch: int
    top: int
    height: int

    def cells(self, number: int, first: int, last: int) -> QRect:
        """The box of the hours [first, last) of a row, on whole pixels."""
        start, end = self.left + round(first * self.width), self.left + round(last * self.width)
        return QRect(start, number * self.pitch + self.top, max(1, end - start), self.height)


class HeatMap(QWidget):
    """Each row is coloured between its own cheapest and dearest hour; as many rows as have room. `stacked` writes the
    names over the rows instead of beside them."""

    def __init__(self, kit: Kit, *, stacked: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self._stacked = stacked
        self._rows: tuple[HeatRow, ...] = ()
        self._dim = False
        if not stacked:
            self.setMinimumHeight(150)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(280 if self._stacked else 400, self.wanted_height)

    @property
    def wanted_height(self) -> int:
        """The height that shows every row."""
        if not self._stacked:
            return 190
        return (round(NAME * self._kit.scale) + STACKED_ROW + GAP) * max(1, len(self._rows)) + FOOT

    @property
    def rows(self) -> tuple[HeatRow, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[HeatRow]) -> None:
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(self._told(row) for row in self._rows))
        self.updateGeometry()
        self.update()

    def set_dim(self, dim: bool) -> None:
        """Pale while newer figures are being made."""
        if dim != self._dim:
            self._dim = dim
            self.update()

    def _told(self, row: HeatRow) -> str:
        kit = self._kit
        name = product_words(row.label, kit.t)
        words = f"{name}: {kit.fmt.rate(min(row.prices))} – {kit.fmt.rate(max(row.prices))}"
        taken = [cell.start for cell in row.cells if cell.taken]
        return f"{words}, {kit.t('taken from {moment}', moment=kit.fmt.moment(taken[0]))}" if taken else words

    # -- the places of things ----------------------------------------------------------------------------------------

    def _grid(self) -> Grid:
        """Where everything stands at the present size."""
        scale = self._kit.scale
        name = round(NAME * scale)
        hours = min(MOST_HOURS, max((len(row.cells) for row in self._rows), default=1))
        if self._stacked:
            pitch = name + STACKED_ROW + GAP
            shown = self._rows[: max(1, (self.height() - FOOT) // pitch)]
            return Grid(shown, 0, (self.width() - 1) / max(1, hours), pitch, name, STACKED_ROW)
        shown = self._rows[: max(1, (self.height() - FOOT) // LEAST_ROW)]
        pitch = min(MOST_ROW, (self.height() - FOOT) // max(1, len(shown)))
        metrics = QFontMetricsF(font(11.5 * scale))
        names = max((metrics.horizontalAdvance(product_words(row.label, self._kit.t)) for row in shown), default=0.0)
        left = round(min(names + 14, self.width() * 0.42))
        return Grid(shown, left, (self.width() - left - 1) / max(1, hours), pitch, 1, pitch - 3)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setOpacity(0.4 if self._dim else 1.0)
        painter.setFont(font(11.5 * self._kit.scale, tabular=True))
        grid = self._grid()
        for number, row in enumerate(grid.rows):
            self._draw_name(painter, grid, row, number)
            self._draw_cells(painter, grid, row, number)
            self._draw_bid(painter, grid, row, number)
        self._draw_days(painter, grid)
        painter.end()

    def _draw_name(self, painter: QPainter, grid: Grid, row: HeatRow, number: int) -> None:
        cells = grid.cells(number, 0, 1)
        if self._stacked:
            box = QRect(0, cells.top() - grid.top, self.width(), grid.top)
        else:
            box = QRect(0, cells.top(), grid.left - 12, cells.height())
        painter.setPen(QColor(self._kit.tokens.muted))
        words = product_words(row.label, self._kit.t)
        words = words.replace(", ", " · ") if self._stacked else words
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), fitting)

    def _draw_cells(self, painter: QPainter, grid: Grid, row: HeatRow, number: int) -> None:
        tokens = self._kit.tokens
        low, high = (float(min(row.prices)), float(max(row.prices))) if row.prices else (0.0, 0.0)
        gapped = grid.width >= LEAST_GAPPED
        for hour, cell in enumerate(row.cells[:MOST_HOURS]):
            colour = QColor(tokens.sunken if cell.price is None else tokens.accent)
            if cell.price is not None:
                colour.setAlphaF(0.12 + 0.83 * ((float(cell.price) - low) / (high - low) if high > low else 0.5))
            painter.fillRect(grid.cells(number, hour, hour + 1).adjusted(0, 0, -1 if gapped else 0, 0), colour)

    def _draw_bid(self, painter: QPainter, grid: Grid, row: HeatRow, number: int) -> None:
        """A frame around the hours the bid may take, a bar under those that the estimate takes."""
        tokens = self._kit.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.text), 1.5))
        for first, last in _runs([cell.wanted for cell in row.cells[:MOST_HOURS]]):
            painter.drawRect(grid.cells(number, first, last).adjusted(0, -1, 0, 1))
        for first, last in _runs([cell.taken for cell in row.cells[:MOST_HOURS]]):
            box = grid.cells(number, first, last)
            painter.fillRect(QRect(box.left(), box.bottom() - 3, box.width(), 5), QColor(tokens.text))

    def _draw_days(self, painter: QPainter, grid: Grid) -> None:
        painter.setPen(QColor(self._kit.tokens.muted))
        zone, metrics = self._kit.clock.zone, QFontMetricsF(painter.font())
        cells = grid.rows[0].cells[:MOST_HOURS]
        midnights = [hour for hour, cell in enumerate(cells) if cell.start.astimezone(zone).hour == 0] or [0]
        labels = [(grid.cells(0, hour, hour + 1).left(), self._kit.fmt.day(cells[hour].start)) for hour in midnights]
        labels = [(left, words) for left, words in labels if left + metrics.horizontalAdvance(words) <= self.width()]
        widths = [metrics.horizontalAdvance(words) for _, words in labels]
        middles = [left + width / 2 for (left, _), width in zip(labels, widths, strict=True)]
        foot = grid.pitch * len(grid.rows) + 15
        for at in spread(middles, widths, 12.0):
            left, words = labels[at]
            painter.drawText(QPointF(left, foot), words)
            painter.drawLine(left, foot - 15, left, foot - 12)

    def cell_at(self, point: QPoint) -> tuple[HeatRow, HeatCell] | None:
        """What stands under a point of the plot."""
        grid = self._grid()
        for number, row in enumerate(grid.rows):
            for hour, cell in enumerate(row.cells[:MOST_HOURS]):
                if grid.cells(number, hour, hour + 1).contains(point):
                    return row, cell
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._rows:
            under = self.cell_at(event.pos())
            if under is None:
                QToolTip.hideText()
            else:
                row, cell = under
                name, moment = product_words(row.label, self._kit.t), self._kit.fmt.moment(cell.start)
                QToolTip.showText(event.globalPos(), f"{name} · {moment} · {self._kit.fmt.rate(cell.price)}")
            return True
        return super().event(event)


class HeatMapWithTable(PlotWithTable):
    """The heat map and its figures: one line an hour, one column a product."""

    def __init__(self, kit: Kit, name: str, *, stacked: bool = False, look: str = "caption") -> None:
        self.heat = HeatMap(kit, stacked=stacked)
        super().__init__(kit, name, self.heat, self._figures, look=look)

    def show_rows(self, rows: Sequence[HeatRow]) -> None:
        self.heat.show_rows(rows)
        self.refresh()

    def _figures(self) -> Table:
        kit, rows = self._kit, self.heat.rows
        starts = sorted({cell.start for row in rows for cell in row.cells})
        cells = [{cell.start: cell for cell in row.cells} for row in rows]
        headers = [kit.t("Hour"), *(product_words(row.label, kit.t) for row in rows)]
        return headers, [
            [kit.fmt.short_moment(start), *(self._words(each.get(start)) for each in cells)] for start in starts
        ]

    def _words(self, cell: HeatCell | None) -> str:
        if cell is None:
            return ""
        mark = "● " if cell.taken else "○ " if cell.wanted else ""
        return f"{mark}{self._kit.fmt.rate(cell.price)}"


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Unbroken runs of true as [first, last)."""
    found: list[tuple[int, int]] = []
    for at, on in enumerate(flags):
        if on and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif on:
            found.append((at, at + 1))
    return found
