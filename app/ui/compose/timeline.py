"""The bid's windows and runs on one time axis, over the auction calendar: gates, and the hours that are on sale."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.services.schedule import LotTimes, Schedule
from app.ui.compose.lotwords import asset_words, bid_headline, quantity_words, window_words
from app.ui.kit import Kit
from app.ui.plots.scale import Scale
from app.ui.plots.time_ticks import time_ticks
from app.ui.plots.twin import PlotWithTable, Table
from app.ui.theme.fonts import font
from auction_client.model.bid import Bid, Delivery

HEAD, FOOT, ROW, LEGEND, MOST_ROWS = 20.0, 22.0, 26.0, 22.0, 12
MOST_GATES = 40
NEAR = timedelta(hours=1)


class Timeline(QWidget):
    """One row a lot. A pale bar is the window; the full part are the hours that the estimate would take, or, hatched,
    as many as are needed somewhere in it. Above the rows stand the gates; the hours on sale have a lighter ground."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._schedule = Schedule()
        self._rows: tuple[LotTimes, ...] = ()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, round(HEAD + ROW * max(1, len(self._rows)) + FOOT + LEGEND + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, self.sizeHint().height())

    def show_schedule(self, schedule: Schedule) -> None:
        """Draws another schedule."""
        self._schedule = schedule
        self._rows = schedule.lots[:MOST_ROWS]
        self.setAccessibleDescription("; ".join(", ".join(row) for row in schedule_rows(self._kit, schedule)))
        self.updateGeometry()
        self.update()

    @property
    def schedule(self) -> Schedule:
        return self._schedule

    def legend(self) -> list[tuple[str, str]]:
        """What the marks mean, as they are drawn: the kind of mark and its words."""
        t, schedule = self._kit.t, self._schedule
        found = [("window", t("window"))]
        if any(row.runs for row in self._rows):
            found.append(("run", t("hours the estimate takes")))
        if any(not row.runs and _needs_part(row.delivery) for row in self._rows):
            found.append(("needed", t("hours needed, anywhere in it")))
        if schedule.gates:
            found.append(("gate", self._gate_words()))
        if schedule.selling is not None:
            found.append(("selling", t("on sale now")))
        return found

    def _gate_words(self) -> str:
        rhythm = self._schedule.rhythm
        t = self._kit.t
        if rhythm is None:
            return t("auction closes")
        return t("auction closes, every {time}", time=self._kit.fmt.duration(rhythm))

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _name(self, row: LotTimes) -> str:
        return f"{quantity_words(row.lot, self._kit.t, self._kit.fmt)} {asset_words(row.lot)}".strip()

    def _scale(self) -> Scale:
        metrics = QFontMetricsF(font(12 * self._kit.scale))
        names = max(metrics.horizontalAdvance(self._name(row)) for row in self._rows)
        left = min(names + 16, self.width() * 0.4)
        low = min(row.delivery.start for row in self._rows)
        high = max(row.delivery.end for row in self._rows)
        if self._schedule.gates:
            low = min(low, self._kit.clock.now(), self._schedule.gates[0])
        room = max((high - low) * 0.04, NEAR)
        return Scale((low - room).timestamp(), (high + room).timestamp(), left, self.width() - 4.0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._rows:
            return
        tokens = self._kit.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12 * self._kit.scale, tabular=True))
        x = self._scale()
        foot = HEAD + ROW * len(self._rows)
        self._draw_selling(painter, x, foot)
        self._draw_ticks(painter, x, foot)
        self._draw_gates(painter, x, foot)
        for number, row in enumerate(self._rows):
            top = HEAD + ROW * number
            painter.setPen(QColor(tokens.muted))
            name = painter.fontMetrics().elidedText(self._name(row), Qt.TextElideMode.ElideRight, round(x.first - 10))
            painter.drawText(QRectF(0, top, x.first, ROW), int(Qt.AlignmentFlag.AlignVCenter), name)
            self._draw_bar(painter, x, top, row)
        now = self._kit.clock.now().timestamp()
        if x.low <= now <= x.high:
            painter.setPen(QPen(QColor(tokens.bad), 1.5))
            painter.drawLine(QPointF(x(now), HEAD - 2), QPointF(x(now), foot))
        self._draw_legend(painter, foot + FOOT)
        painter.end()

    def _draw_selling(self, painter: QPainter, x: Scale, foot: float) -> None:
        if self._schedule.selling is None:
            return
        first, last = (min(max(x(at.timestamp()), x.first), x.last) for at in self._schedule.selling)
        painter.fillRect(QRectF(first, HEAD, last - first, foot - HEAD), QColor(self._kit.tokens.surface))

    def _draw_gates(self, painter: QPainter, x: Scale, foot: float) -> None:
        colour = QColor(self._kit.tokens.warn)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour)
        gates = self._schedule.gates[:MOST_GATES]
        for gate in gates:
            at = x(gate.timestamp())
            if x.first <= at <= x.last:
                painter.drawLine(QPointF(at, HEAD), QPointF(at, foot))
        if gates and x.first <= (at := x(gates[0].timestamp())) <= x.last:
            painter.drawPolygon([QPointF(at - 4, HEAD - 9), QPointF(at + 4, HEAD - 9), QPointF(at, HEAD - 1)])
            words = self._kit.t("closes {time}", time=self._kit.fmt.clock(gates[0]))
            painter.drawText(QPointF(at + 8, HEAD - 6), words)

    def _draw_bar(self, painter: QPainter, x: Scale, top: float, row: LotTimes) -> None:
        colour = QColor(self._kit.tokens.accent)
        delivery = row.delivery
        left, right = x(delivery.start.timestamp()), x(delivery.end.timestamp())
        pale = QColor(colour)
        pale.setAlphaF(0.22)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(pale)
        bar = QRectF(left, top + 6, max(3.0, right - left), ROW - 12)
        painter.drawRoundedRect(bar, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.runs:
            painter.setBrush(colour)
            for first, last in row.runs:
                start = x(first.timestamp())
                width = max(3.0, x(last.timestamp()) - start)
                painter.drawRoundedRect(QRectF(start, bar.top(), width, bar.height()), 4, 4)
        elif delivery.hours is not None and _needs_part(delivery):
            share = delivery.hours / delivery.window_hours
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            hatch = painter.brush()
            hatch.setColor(colour)
            painter.setBrush(hatch)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(3.0, bar.width() * share), bar.height()), 4, 4)

    def _draw_ticks(self, painter: QPainter, x: Scale, foot: float) -> None:
        tokens, zone = self._kit.tokens, self._kit.clock.zone
        start, end = datetime.fromtimestamp(x.low, UTC), datetime.fromtimestamp(x.high, UTC)
        last = -1e9
        for tick in time_ticks(start, end, 8, zone):
            at = round(x(tick)) + 0.5
            moment = datetime.fromtimestamp(tick, zone)
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(at, HEAD), QPointF(at, foot))
            words = self._kit.fmt.day(moment) if moment.hour == 0 else self._kit.fmt.clock(moment)
            width = QFontMetricsF(painter.font()).horizontalAdvance(words)
            left = min(at - width / 2, self.width() - width)
            if left > last + 10:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(left, foot + 16), words)
                last = left + width

    def _draw_legend(self, painter: QPainter, top: float) -> None:
        tokens = self._kit.tokens
        accent, middle, at = QColor(tokens.accent), top + 13, 0.0
        pale = QColor(accent)
        pale.setAlphaF(0.22)
        for kind, words in self.legend():
            swatch = QRectF(at, middle - 5, 14, 10)
            painter.setPen(QPen(accent, 1))
            painter.setBrush(pale)
            if kind == "gate":
                painter.setPen(QPen(QColor(tokens.warn), 1.5))
                painter.drawLine(QPointF(at + 7, middle - 6), QPointF(at + 7, middle + 6))
            elif kind == "selling":
                painter.setPen(QPen(QColor(tokens.border_strong), 1))
                painter.setBrush(QColor(tokens.surface))
                painter.drawRect(swatch)
            else:
                painter.drawRoundedRect(swatch, 3, 3)
                if kind == "run":
                    painter.setBrush(accent)
                    painter.drawRoundedRect(swatch, 3, 3)
                elif kind == "needed":
                    painter.setPen(Qt.PenStyle.NoPen)
                    hatch = painter.brush()
                    hatch.setStyle(Qt.BrushStyle.BDiagPattern)
                    hatch.setColor(accent)
                    painter.setBrush(hatch)
                    painter.drawRoundedRect(swatch, 3, 3)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QPointF(at + 20, middle + 4), words)
            at += 20 + QFontMetricsF(painter.font()).horizontalAdvance(words) + 18

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = int((event.pos().y() - HEAD) // ROW)
            if 0 <= number < len(self._rows):
                words = window_words(self._rows[number].delivery, self._kit.t, self._kit.fmt)
                QToolTip.showText(event.globalPos(), words)
                return True
        return super().event(event)


class TimelineWithTable(PlotWithTable):
    """The timeline under its name, and the same as a table."""

    def __init__(self, kit: Kit) -> None:
        self.timeline = Timeline(kit)
        super().__init__(kit, kit.t("Windows and auctions"), self.timeline, self._figures)

    def show_schedule(self, schedule: Schedule) -> None:
        """Shows another schedule; without a window there is nothing to see."""
        if schedule != self.timeline.schedule:
            self.timeline.show_schedule(schedule)
            self.set_height(self.timeline.sizeHint().height())
            self.refresh()
        self.setVisible(bool(schedule.lots))

    def _figures(self) -> Table:
        t = self._kit.t
        zone = self._kit.fmt.zone_name(self._kit.clock.now())
        headers = (
            t("Lot"),
            t("Window ({zone})", zone=zone),
            t("Needs"),
            t("Estimate takes"),
            t("Closes last"),
            t("On sale"),
        )
        return headers, schedule_rows(self._kit, self.timeline.schedule)


def schedule_rows(kit: Kit, schedule: Schedule) -> list[tuple[str, ...]]:
    """One row a lot: what it is, its window, the hours it needs, the estimate's hours, its last gate, and whether
    it is on sale."""
    t, fmt = kit.t, kit.fmt
    sales = {
        "now": t("yes"), "later": t("not all yet"), "over": t("no longer"), "unknown": t("not known"),
    }  # fmt: skip

    def span(first: datetime, last: datetime) -> str:
        short = last - first < timedelta(days=1)
        return f"{fmt.table_moment(first)}–{fmt.clock(last) if short else fmt.table_moment(last)}"

    return [
        (
            bid_headline(Bid(root=row.lot), t, fmt),
            span(row.delivery.start, row.delivery.end),
            fmt.hours(row.delivery.hours or row.delivery.window_hours),
            ", ".join(span(first, last) for first, last in row.runs) or "–",
            fmt.table_moment(row.last_gate) if row.last_gate is not None else "–",
            sales[row.sale],
        )
        for row in schedule.lots
    ]


def _needs_part(delivery: Delivery) -> bool:
    """Whether fewer hours are needed than the window has."""
    return delivery.hours is not None and delivery.hours < delivery.window_hours
