"""The bid's windows on one time axis: where each lot may lie, and how much of its window it needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.compose.lotwords import asset_words, quantity_words, window_words
from app.ui.kit import Kit
from app.ui.plots.scale import Scale
from app.ui.plots.time_ticks import time_ticks
from app.ui.theme.fonts import font
from auction_client.model.bid import Bid, Delivery, Lot, lots_of

FOOT, ROW, MOST_ROWS = 22.0, 26.0, 12


class Timeline(QWidget):
    """One row a lot. A pale bar is the window; the full part of it is as long as the hours that are needed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rows: tuple[tuple[Lot, Delivery], ...] = ()
        self.setAccessibleName(kit.t("Delivery windows"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, round(FOOT + ROW * max(1, len(self._rows)) + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, self.sizeHint().height())

    def show_bid(self, bid: Bid | None) -> None:
        lots = lots_of(bid.root) if bid is not None else ()
        self._rows = tuple((lot, lot.delivery) for _, lot in lots if lot.delivery is not None)[:MOST_ROWS]
        kit = self._kit
        told = [f"{asset_words(lot)}: {window_words(delivery, kit.t, kit.fmt)}" for lot, delivery in self._rows]
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    @property
    def has_rows(self) -> bool:
        return bool(self._rows)

    def _name(self, lot: Lot) -> str:
        return f"{quantity_words(lot, self._kit.t, self._kit.fmt)} {asset_words(lot)}".strip()

    def _scale(self) -> Scale:
        metrics = QFontMetricsF(font(12 * self._kit.scale))
        names = max(metrics.horizontalAdvance(self._name(lot)) for lot, _ in self._rows)
        left = min(names + 16, self.width() * 0.4)
        low = min(delivery.start for _, delivery in self._rows)
        high = max(delivery.end for _, delivery in self._rows)
        room = max((high - low) * 0.06, timedelta(hours=1))
        return Scale((low - room).timestamp(), (high + room).timestamp(), left, self.width() - 4.0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._rows:
            return
        tokens = self._kit.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12 * self._kit.scale, tabular=True))
        x = self._scale()
        foot = ROW * len(self._rows)
        self._draw_ticks(painter, x, foot)
        for row, (lot, delivery) in enumerate(self._rows):
            top = ROW * row
            painter.setPen(QColor(tokens.muted))
            name = painter.fontMetrics().elidedText(self._name(lot), Qt.TextElideMode.ElideRight, round(x.first - 10))
            painter.drawText(QRectF(0, top, x.first, ROW), int(Qt.AlignmentFlag.AlignVCenter), name)
            self._draw_bar(painter, x, top, delivery)
        now = self._kit.clock.now().timestamp()
        if x.low <= now <= x.high:
            painter.setPen(QPen(QColor(tokens.bad), 1.5))
            painter.drawLine(QPointF(x(now), 0), QPointF(x(now), foot))
        painter.end()

    def _draw_bar(self, painter: QPainter, x: Scale, top: float, delivery: Delivery) -> None:
        colour = QColor(self._kit.tokens.accent)
        left, right = x(delivery.start.timestamp()), x(delivery.end.timestamp())
        pale = QColor(colour)
        pale.setAlphaF(0.22)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(pale)
        bar = QRectF(left, top + 6, max(3.0, right - left), ROW - 12)
        painter.drawRoundedRect(bar, 4, 4)
        share = 1.0 if delivery.hours is None else min(1.0, delivery.hours / delivery.window_hours)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if delivery.contiguous or share == 1.0:
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(3.0, bar.width() * share), bar.height()), 4, 4)
        else:
            pieces = 5
            for piece in range(pieces):
                at = bar.left() + bar.width() * piece / pieces
                painter.drawRect(QRectF(at, bar.top(), bar.width() * share / pieces, bar.height()))

    def _draw_ticks(self, painter: QPainter, x: Scale, foot: float) -> None:
        tokens, zone = self._kit.tokens, self._kit.clock.zone
        start, end = datetime.fromtimestamp(x.low, UTC), datetime.fromtimestamp(x.high, UTC)
        last = -1e9
        for tick in time_ticks(start, end, 8, zone):
            at = round(x(tick)) + 0.5
            moment = datetime.fromtimestamp(tick, zone)
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(at, 0), QPointF(at, foot))
            words = self._kit.fmt.day(moment) if moment.hour == 0 else self._kit.fmt.clock(moment)
            width = QFontMetricsF(painter.font()).horizontalAdvance(words)
            left = min(at - width / 2, self.width() - width)
            if left > last + 10:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(left, foot + 16), words)
                last = left + width

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = int(event.pos().y() // ROW)
            if 0 <= row < len(self._rows):
                words = window_words(self._rows[row][1], self._kit.t, self._kit.fmt)
                QToolTip.showText(event.globalPos(), words)
                return True
        return super().event(event)
