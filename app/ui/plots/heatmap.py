"""Prices of the hours ahead: one row a product, one cell an hour; the figures are in the tool tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.services.views import Quote
from app.ui.kit import Kit
from app.ui.theme.fonts import font

FOOT = 22.0
LEAST_ROW, MOST_HOURS = 18.0, 72


class HeatMap(QWidget):
    """Each row is coloured between its own cheapest and dearest hour."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._quotes: tuple[Quote, ...] = ()
        self.setMinimumHeight(150)
        self.setAccessibleName(kit.t("Hours ahead, dearest dark"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, 190)

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        self._quotes = tuple(quote for quote in quotes if any(price is not None for _, price in quote.ahead))
        told = []
        for quote in self._quotes:
            prices = [price for _, price in quote.ahead if price is not None]
            told.append(f"{quote.label}: {self._kit.fmt.rate(min(prices))} – {self._kit.fmt.rate(max(prices))}")
        self.setAccessibleDescription("; ".join(told))
        self.update()

    @property
    def _shown(self) -> tuple[Quote, ...]:
        """As many rows as have room."""
        return self._quotes[: max(1, int((self.height() - FOOT) // LEAST_ROW))]

    def _names_width(self) -> float:
        metrics = QFontMetricsF(font(11.5 * self._kit.scale))
        widest = max((metrics.horizontalAdvance(quote.label) for quote in self._shown), default=0.0)
        return min(widest + 22, self.width() * 0.42)

    def _cell(self, row: int, hour: int) -> QRectF:
        left = self._names_width()
        hours = min(MOST_HOURS, max((len(quote.ahead) for quote in self._shown), default=1))
        width = (self.width() - left - 12) / max(1, hours)
        height = min(24.0, (self.height() - FOOT) / max(1, len(self._shown)))
        return QRectF(left + hour * width, row * height, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._quotes:
            return
        tokens = self._kit.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11.5 * self._kit.scale, tabular=True))
        for row, quote in enumerate(self._shown):
            cell = self._cell(row, 0)
            painter.setPen(QColor(tokens.muted))
            box = QRectF(12, cell.top(), cell.left() - 20, cell.height())
            name = painter.fontMetrics().elidedText(quote.label, Qt.TextElideMode.ElideRight, round(box.width()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name)
            prices = [float(price) for _, price in quote.ahead if price is not None]
            low, high = min(prices), max(prices)
            painter.setPen(Qt.PenStyle.NoPen)
            for hour, (_, price) in enumerate(quote.ahead[:MOST_HOURS]):
                cell = self._cell(row, hour)
                colour = QColor(tokens.accent if price is not None else tokens.sunken)
                if price is not None:
                    share = (float(price) - low) / (high - low) if high > low else 0.5
                    colour.setAlphaF(0.10 + 0.85 * share)
                painter.fillRect(cell.adjusted(0.5, 1.5, -0.5, -1.5), colour)
        self._draw_days(painter)
        painter.end()

    def _draw_days(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._kit.tokens.muted))
        zone = self._kit.clock.zone
        foot = self._cell(len(self._shown) - 1, 0).bottom() + 16
        last = -1e9
        for hour, (start, _) in enumerate(self._shown[0].ahead[:MOST_HOURS]):
            if start.astimezone(zone).hour == 0 or hour == 0:
                words = self._kit.fmt.short_moment(start) if hour == 0 else self._kit.fmt.day(start)
                left = self._cell(0, hour).left()
                width = QFontMetricsF(painter.font()).horizontalAdvance(words)
                if left > last + 12 and left + width < self.width():
                    painter.drawText(QPointF(left, foot), words)
                    last = left + width

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._quotes:
            for row, quote in enumerate(self._shown):
                for hour, (start, price) in enumerate(quote.ahead[:MOST_HOURS]):
                    if self._cell(row, hour).contains(QPointF(event.pos())):
                        QToolTip.showText(
                            event.globalPos(),
                            f"{quote.label} · {self._kit.fmt.moment(start)} · {self._kit.fmt.rate(price)}",
                        )
                        return True
            QToolTip.hideText()
            return True
        return super().event(event)
