"""A line chart with axes, a marked value and a read-out under the mouse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit
from app.ui.plots.scale import Scale, padded, round_ticks, spread
from app.ui.plots.twin import PlotWithTable, Table
from app.ui.theme.fonts import font

LEFT, TOP, RIGHT, BOTTOM = 46.0, 12.0, 12.0, 24.0
REACH = 12
"""Pixels from its middle within which a spot is pressed."""


@dataclass(frozen=True)
class Line:
    """One line: points by rising x. `step`: the value holds until the next point."""

    name: str
    points: tuple[tuple[float, float], ...]
    step: bool = False
    filled: bool = True


@dataclass(frozen=True)
class Mark:
    """A value on the x axis that is drawn and named."""

    x: float
    name: str


@dataclass(frozen=True)
class Spot:
    """A point that can be pressed."""

    x: float
    y: float


@dataclass(frozen=True)
class Axes:
    """How values are written and, where given, the range shown."""

    x_name: str
    y_name: str
    x_words: Callable[[float], str]
    y_words: Callable[[float], str]
    y_range: tuple[float, float] | None = None
    x_ticks: tuple[float, ...] | None = None
    tick_words: Callable[[float], str] | None = None


class LineChart(QWidget):
    """Draws the lines; holds no truth of its own. `picked` carries the x of the spot that was pressed."""

    picked = Signal(float)

    def __init__(self, kit: Kit, height: int) -> None:
        super().__init__()
        self._kit = kit
        self._lines: tuple[Line, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._scales: tuple[Scale, Scale] | None = None
        self._axes: Axes | None = None
        self._at: float | None = None
        self._dim = False
        self._left = LEFT * max(1.0, kit.scale)
        self.setMinimumHeight(height)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(280, self.minimumHeight())

    def show_lines(
        self, lines: Sequence[Line], axes: Axes, marks: Sequence[Mark] = (), spots: Sequence[Spot] = ()
    ) -> None:
        self._lines, self._axes, self._marks, self._spots = tuple(lines), axes, tuple(marks), tuple(spots)
        self._scales = None
        self.update()

    def set_dim(self, dim: bool) -> None:
        """Pale while newer figures are being made."""
        if dim != self._dim:
            self._dim = dim
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._at = event.position().x()
        near = self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        spot = self.spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(spot.x)

    def place_of(self, spot: Spot) -> QPointF | None:
        """Where a spot was drawn; None before it was."""
        return QPointF(self._scales[0](spot.x), self._scales[1](spot.y)) if self._scales is not None else None

    def spot_at(self, point: QPointF) -> Spot | None:
        """The spot under a point, the nearest of several."""
        places = [(spot, place) for spot in self._spots if (place := self.place_of(spot)) is not None]
        distances = [((place - point).manhattanLength(), at) for at, (_, place) in enumerate(places)]
        nearest, at = min(distances, default=(REACH + 1, -1))
        return places[at][0] if nearest <= REACH else None

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._at = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        axes = self._axes
        points = [point for line in self._lines for point in line.points]
        if axes is None or not points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.4 if self._dim else 1.0)
        painter.setFont(font(11.5 * self._kit.scale, tabular=True))
        xs = [x for x, _ in points] + [mark.x for mark in self._marks] + [spot.x for spot in self._spots]
        low, high = (min(xs), max(xs)) if min(xs) < max(xs) else padded(xs)
        y_low, y_high = axes.y_range or padded([y for _, y in points])
        left = self._left
        area = QRectF(left, TOP, self.width() - left - RIGHT, self.height() - TOP - BOTTOM)
        x = Scale(low, high, area.left(), area.right())
        y = Scale(y_low, y_high, area.bottom(), area.top())
        self._scales = (x, y)
        self._draw_axes(painter, axes, x, y, area)
        painter.save()
        painter.setClipRect(area.adjusted(-2, -2, 2, 2))
        for index, line in enumerate(self._lines):
            self._draw_line(painter, line, x, y, area, index)
        painter.restore()
        for mark in self._marks:
            self._draw_mark(painter, mark, x, area)
        painter.setPen(QPen(QColor(self._kit.tokens.surface), 2))
        painter.setBrush(QColor(self._kit.tokens.accent))
        for spot in self._spots:
            painter.drawEllipse(QPointF(x(spot.x), y(spot.y)), 5, 5)
        if self._at is not None and area.left() <= self._at <= area.right():
            self._draw_read_out(painter, axes, x, y, area)
        painter.end()

    def _draw_axes(self, painter: QPainter, axes: Axes, x: Scale, y: Scale, area: QRectF) -> None:
        tokens = self._kit.tokens
        metrics = QFontMetricsF(painter.font())
        for value in round_ticks(y.low, y.high, max(3, int(area.height() // 36))):
            at = round(y(value)) + 0.5
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(QColor(tokens.muted))
            box = QRectF(0, at - 9, self._left - 8, 18)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), axes.y_words(value))
        ticks = (
            axes.x_ticks if axes.x_ticks is not None else round_ticks(x.low, x.high, max(2, int(area.width() // 70)))
        )
        painter.setPen(QColor(tokens.muted))
        words = [(axes.tick_words or axes.x_words)(value) for value in ticks]
        widths = [metrics.horizontalAdvance(each) for each in words]
        lefts = [
            min(max(x(value) - width / 2, area.left() - 8), self.width() - width - 2)
            for value, width in zip(ticks, widths, strict=True)
        ]
        middles = [left + width / 2 for left, width in zip(lefts, widths, strict=True)]
        for at in spread(middles, widths, 10.0):
            painter.drawText(QPointF(lefts[at], self.height() - 6), words[at])

    def _draw_line(self, painter: QPainter, line: Line, x: Scale, y: Scale, area: QRectF, index: int) -> None:
        tokens = self._kit.tokens
        colour = QColor((tokens.accent, tokens.muted)[min(index, 1)])
        path = QPainterPath()
        previous: float | None = None
        for at, value in line.points:
            point = QPointF(x(at), y(value))
            if previous is None:
                path.moveTo(point)
            else:
                if line.step:
                    path.lineTo(QPointF(point.x(), previous))
                path.lineTo(point)
            previous = point.y()
        if line.filled and index == 0:
            under = QPainterPath(path)
            under.lineTo(QPointF(x(line.points[-1][0]), area.bottom()))
            under.lineTo(QPointF(x(line.points[0][0]), area.bottom()))
            under.closeSubpath()
            ground = QColor(colour)
            ground.setAlphaF(0.12)
            painter.fillPath(under, ground)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if index == 0 else Qt.PenStyle.DashLine))
        painter.drawPath(path)

    def _draw_mark(self, painter: QPainter, mark: Mark, x: Scale, area: QRectF) -> None:
        tokens = self._kit.tokens
        at = round(x(mark.x)) + 0.5
        painter.setPen(QPen(QColor(tokens.text), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
        strong = font(11.5 * self._kit.scale, QFont.Weight.DemiBold)
        painter.setFont(strong)
        width = QFontMetricsF(strong).horizontalAdvance(mark.name)
        left = at + 5 if at + 5 + width < area.right() else at - 5 - width
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(left, area.bottom() - 6), mark.name)

    def _draw_read_out(self, painter: QPainter, axes: Axes, x: Scale, y: Scale, area: QRectF) -> None:
        line = self._lines[0]
        value = x.back(self._at or 0.0)
        index = bisect_left([at for at, _ in line.points], value)
        near = [i for i in (index - 1, index) if 0 <= i < len(line.points)]
        at, height = line.points[min(near, key=lambda i: abs(line.points[i][0] - value))]
        tokens = self._kit.tokens
        painter.setPen(QPen(QColor(tokens.border_strong), 1))
        painter.drawLine(QPointF(x(at), area.top()), QPointF(x(at), area.bottom()))
        painter.setBrush(QColor(tokens.accent))
        painter.setPen(QPen(QColor(tokens.surface), 2))
        painter.drawEllipse(QPointF(x(at), y(height)), 5, 5)
        words = f"{axes.x_words(at)}  {axes.y_words(height)}"
        painter.setFont(font(12 * self._kit.scale, QFont.Weight.Medium, tabular=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 16
        left = min(max(x(at) - width / 2, 0.0), self.width() - width)
        box = QRectF(left, 0, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.text))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(tokens.surface))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


class ChartWithTable(PlotWithTable):
    """A line chart and the table of its first line."""

    def __init__(self, kit: Kit, name: str, height: int = 150) -> None:
        self.chart = LineChart(kit, height)
        self._points: tuple[tuple[float, float], ...] = ()
        self._axes: Axes | None = None
        super().__init__(kit, name, self.chart, self._figures, height=height)

    def show_lines(
        self, lines: Sequence[Line], axes: Axes, marks: Sequence[Mark] = (), spots: Sequence[Spot] = ()
    ) -> None:
        self.chart.show_lines(lines, axes, marks, spots)
        points = lines[0].points if lines else ()
        told = ", ".join(f"{axes.x_words(x)}: {axes.y_words(y)}" for x, y in points[:: max(1, len(points) // 6)])
        self.chart.setAccessibleDescription(told)
        self._points, self._axes = points, axes
        self.refresh()

    def _figures(self) -> Table:
        axes = self._axes
        if axes is None:
            return (), ()
        return (axes.x_name, axes.y_name), [(axes.x_words(x), axes.y_words(y)) for x, y in self._points]
