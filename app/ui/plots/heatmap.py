"""Prices of the hours ahead: one row a product, one cell an hour; the figures are in the tool tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.services.views import Quote
from app.ui.kit import Kit
from app.ui.products import product_words
from app.ui.theme.fonts import font

FOOT = 22.0
LEAST_ROW, MOST_ROW, MOST_HOURS = 18.0, 24.0, 72


class HeatMap(QWidget):
    """Each row is coloured between its own cheapest and dearest hour; as many rows as have room."""

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
            name = product_words(quote.label, self._kit.t)
            told.append(f"{name}: {self._kit.fmt.rate(min(prices))} – {self._kit.fmt.rate(max(prices))}")
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _layout(self) -> tuple[tuple[Quote, ...], float, float, float]:
        """The rows that have room, the left edge of the cells, and the width and height of one."""
        shown = self._quotes[: max(1, int((self.height() - FOOT) // LEAST_ROW))]
        metrics = QFontMetricsF(font(11.5 * self._kit.scale))
        widest = max(
            (metrics.horizontalAdvance(product_words(quote.label, self._kit.t)) for quote in shown), default=0.0
        )
        left = min(widest + 22, self.width() * 0.42)
        hours = min(MOST_HOURS, max((len(quote.ahead) for quote in shown), default=1))
        width = (self.width() - left - 12) / max(1, hours)
        return shown, left, width, min(MOST_ROW, (self.height() - FOOT) / max(1, len(shown)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._quotes:
            return
        painter = QPainter(self)
        painter.setFont(font(11.5 * self._kit.scale, tabular=True))
        shown, left, width, height = self._layout()
        for row, quote in enumerate(shown):
            painter.setPen(QColor(self._kit.tokens.muted))
            box = QRectF(12, row * height, left - 20, height)
            name = painter.fontMetrics().elidedText(
                product_words(quote.label, self._kit.t), Qt.TextElideMode.ElideRight, round(box.width())
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name)
            self._draw_row(painter, quote, QRectF(left, row * height + 1.5, width, height - 3))
        self._draw_days(painter, shown, left, width, height)
        painter.end()

    def _draw_row(self, painter: QPainter, quote: Quote, first: QRectF) -> None:
        tokens = self._kit.tokens
        prices = [float(price) if price is not None else None for _, price in quote.ahead[:MOST_HOURS]]
        known = [price for price in prices if price is not None]
        low, high = min(known, default=0.0), max(known, default=0.0)
        for hour, price in enumerate(prices):
            colour = QColor(tokens.sunken if price is None else tokens.accent)
            if price is not None:
                colour.setAlphaF(0.10 + 0.85 * ((price - low) / (high - low) if high > low else 0.5))
            painter.fillRect(first.translated(hour * first.width(), 0).adjusted(0.5, 0, -0.5, 0), colour)

    def _draw_days(
        self, painter: QPainter, shown: tuple[Quote, ...], first: float, width: float, height: float
    ) -> None:
        painter.setPen(QColor(self._kit.tokens.muted))
        zone = self._kit.clock.zone
        foot = height * len(shown) + 16
        last = -1e9
        for hour, (start, _) in enumerate(shown[0].ahead[:MOST_HOURS]):
            if start.astimezone(zone).hour == 0 or hour == 0:
                words = self._kit.fmt.short_moment(start) if hour == 0 else self._kit.fmt.day(start)
                left = first + hour * width
                advance = QFontMetricsF(painter.font()).horizontalAdvance(words)
                if left > last + 12 and left + advance < self.width():
                    painter.drawText(QPointF(left, foot), words)
                    last = left + advance

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._quotes:
            shown, left, width, height = self._layout()
            row, hour = int(event.pos().y() // height), int((event.pos().x() - left) // width)
            if 0 <= row < len(shown) and 0 <= hour < min(MOST_HOURS, len(shown[row].ahead)):
                start, price = shown[row].ahead[hour]
                name = product_words(shown[row].label, self._kit.t)
                words = f"{name} · {self._kit.fmt.moment(start)} · {self._kit.fmt.rate(price)}"
                QToolTip.showText(event.globalPos(), words)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
