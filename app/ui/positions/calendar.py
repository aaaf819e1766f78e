"""A week of owned hours: one row a position, filled where hours are owned, hatched where they lie idle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit
from app.ui.plots.scale import spread
from app.ui.positions.viewmodel import HOUR, WEEK, Holding
from app.ui.theme.fonts import font

HEAD, ROW, NAMES, KEY = 26.0, 34.0, 190.0, 30.0
"""Pixels at the usual size of text: the line of days, a position, the names at the left, the key at the foot."""
MOST_NAMES = 0.36
"""Share of the width that names may take."""
BAR, SWATCH = 7.0, 12.0
DAY_GAP = 6.0


class OwnedCalendar(QWidget):
    """Seven days, from a midnight in the user's zone on."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        grown = max(1.0, kit.scale)
        self._head, self._row, self._key = HEAD * grown, ROW * grown, KEY * grown
        self._holdings: tuple[Holding, ...] = ()
        self._start: datetime | None = None
        self._now: datetime | None = None
        self.setAccessibleName(kit.t("Owned hours"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(600, round(self._head + self._row * max(1, len(self._holdings)) + self._key))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, self.sizeHint().height())

    def show_holdings(self, holdings: Sequence[Holding], now: datetime, week: int = 0) -> None:
        self._holdings = tuple(holding for holding in holdings if holding.position.hours)
        self._now = now
        local = now.astimezone(self._kit.clock.zone)
        self._start = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=WEEK * week)
        self.setAccessibleDescription("; ".join(map(self._told, self._holdings)))
        self.updateGeometry()
        self.update()

    def _told(self, holding: Holding) -> str:
        kit, position = self._kit, holding.position
        words = f"{position.product}: {kit.fmt.window(*position.hours[0])}"
        idle = holding.ahead.idle
        return f"{words}, {kit.t('{hours} GPU-hours idle', hours=kit.fmt.count(idle))}" if idle else words

    def _x(self, at: datetime) -> float:
        assert self._start is not None
        share = (at - self._start) / timedelta(days=WEEK)
        return self._names + min(1.0, max(0.0, share)) * (self.width() - self._names)

    @property
    def _names(self) -> float:
        """Where the hours begin."""
        return min(NAMES * max(1.0, self._kit.scale), MOST_NAMES * self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._start is None or self._now is None:
            return
        tokens = self._kit.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self._head + self._row * max(1, len(self._holdings))
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
            if day in told and left + 6 + widths[day] <= self.width():
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(left + 6, self._head - 9), names[day])
        for number, holding in enumerate(self._holdings):
            self._draw_row(painter, holding, self._head + self._row * number)
        self._draw_key(painter, foot)
        if self._start <= self._now:
            now = self._x(self._now)
            painter.setPen(QPen(QColor(tokens.bad), 1.5))
            painter.drawLine(QPointF(now, self._head - 4), QPointF(now, foot))
        painter.end()

    def _draw_row(self, painter: QPainter, holding: Holding, top: float) -> None:
        tokens, position = self._kit.tokens, holding.position
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(13 * self._kit.scale))
        name = painter.fontMetrics().elidedText(
            f"{position.quantity} × {position.product}", Qt.TextElideMode.ElideRight, round(self._names - 12)
        )
        painter.drawText(QRectF(0, top, self._names - 10, self._row), int(Qt.AlignmentFlag.AlignVCenter), name)
        height = self._row - 2 * BAR
        for start, end in position.hours:
            first, last = self._x(start), self._x(end)
            if last <= first:
                continue
            bar = QRectF(first, top + BAR, max(3.0, last - first), height)
            self._fill(painter, bar, tokens.accent)
            for idle in holding.ahead.lying_idle:
                left, right = max(first, self._x(idle.start)), min(last, self._x(idle.end))
                if right > left:
                    share = height * idle.quantity / position.quantity
                    self._hatch(painter, bar, QRectF(left, bar.bottom() - share, right - left, share))
            begun = self._x(self._begun(start))
            if begun > first:
                painter.save()
                painter.setClipRect(QRectF(first, top, min(begun, last) - first, self._row))
                self._fill(painter, bar, tokens.border_strong)
                painter.restore()

    def _begun(self, start: datetime) -> datetime:
        """Until when the hours of a stretch have begun: to the end of the one that runs."""
        assert self._now is not None
        return start + HOUR * max(0, -((start - self._now) // HOUR))

    def _fill(self, painter: QPainter, bar: QRectF, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(bar, 4, 4)

    def _hatch(self, painter: QPainter, bar: QRectF, part: QRectF) -> None:
        """The part of a bar that nobody is offered: pale, with slanting lines, so that it shows without colours too."""
        tokens = self._kit.tokens
        painter.save()
        painter.setClipRect(part)
        self._fill(painter, bar, tokens.accent_soft)
        painter.setBrush(QBrush(QColor(tokens.accent), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()

    def _draw_key(self, painter: QPainter, foot: float) -> None:
        """What the fillings mean."""
        tokens, t, x = self._kit.tokens, self._kit.t, self._names + 0.5
        painter.setFont(font(12 * self._kit.scale))
        middle = foot + self._key / 2 + 3
        for words, kind in ((t("Offered"), "offered"), (t("Idle"), "idle"), (t("Begun"), "begun")):
            swatch = QRectF(x, middle - SWATCH / 2, SWATCH * 1.5, SWATCH)
            if kind == "idle":
                self._hatch(painter, swatch, swatch)
            else:
                self._fill(painter, swatch, tokens.accent if kind == "offered" else tokens.border_strong)
            painter.setPen(QColor(tokens.muted))
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(
                QRectF(swatch.right() + 6, middle - self._key / 2, width + 4, self._key),
                int(Qt.AlignmentFlag.AlignVCenter),
                words,
            )
            x = swatch.right() + width + 24
