"""A week of owned hours: one row a position, filled where hours are owned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.services.views import Position
from app.ui.kit import Kit
from app.ui.plots.scale import spread
from app.ui.positions.viewmodel import WEEK
from app.ui.theme.fonts import font

HEAD, ROW, NAMES = 26.0, 34.0, 190.0
DAY_GAP = 6.0


class OwnedCalendar(QWidget):
    """Seven days, from a midnight in the user's zone on."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._positions: tuple[Position, ...] = ()
        self._start: datetime | None = None
        self._now: datetime | None = None
        self.setAccessibleName(kit.t("Owned hours"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(600, round(HEAD + ROW * max(1, len(self._positions)) + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, self.sizeHint().height())

    def show_positions(self, positions: Sequence[Position], now: datetime, week: int = 0) -> None:
        self._positions = tuple(position for position in positions if position.hours)
        self._now = now
        local = now.astimezone(self._kit.clock.zone)
        self._start = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=WEEK * week)
        told = [f"{position.product}: {self._kit.fmt.window(*position.hours[0])}" for position in self._positions]
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def _x(self, at: datetime) -> float:
        assert self._start is not None
        share = (at - self._start) / timedelta(days=WEEK)
        return NAMES + min(1.0, max(0.0, share)) * (self.width() - NAMES)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._start is None or self._now is None:
            return
        tokens = self._kit.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = HEAD + ROW * max(1, len(self._positions))
        painter.setFont(font(12 * self._kit.scale, QFont.Weight.Medium))
        days = [self._start + timedelta(days=day) for day in range(WEEK)]
        lefts = [round(self._x(at)) + 0.5 for at in days]
        names = [self._kit.fmt.day(at) for at in days]
        widths = [painter.fontMetrics().horizontalAdvance(name) for name in names]
        middles = [left + width / 2 for left, width in zip(lefts, widths, strict=True)]
        told = spread(middles, widths, DAY_GAP)
        for day, left in enumerate(lefts):
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(left, 4), QPointF(left, foot))
            if day in told:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(left + 6, 17), names[day])
        for number, position in enumerate(self._positions):
            self._draw_row(painter, position, HEAD + ROW * number)
        if self._start <= self._now:
            now = self._x(self._now)
            painter.setPen(QPen(QColor(tokens.bad), 1.5))
            painter.drawLine(QPointF(now, HEAD - 4), QPointF(now, foot))
        painter.end()

    def _draw_row(self, painter: QPainter, position: Position, top: float) -> None:
        tokens = self._kit.tokens
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(13 * self._kit.scale))
        name = painter.fontMetrics().elidedText(
            f"{position.quantity} × {position.product}", Qt.TextElideMode.ElideRight, round(NAMES - 12)
        )
        painter.drawText(QRectF(0, top, NAMES - 10, ROW), int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end in position.hours:
            first, last = self._x(start), self._x(end)
            if last > first:
                painter.setBrush(QColor(tokens.accent))
                painter.drawRoundedRect(QRectF(first, top + 7, max(3.0, last - first), ROW - 14), 4, 4)
                begun = self._x(self._now) if self._now is not None else first
                if begun > first:
                    painter.save()
                    painter.setClipRect(QRectF(first, top, min(begun, last) - first, ROW))
                    painter.setBrush(QColor(tokens.border_strong))
                    painter.drawRoundedRect(QRectF(first, top + 7, max(3.0, last - first), ROW - 14), 4, 4)
                    painter.restore()
