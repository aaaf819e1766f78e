"""The market: prices now, over time and for the hours ahead, and the model tokens."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QWidget

from app.services.heat import market_rows
from app.services.views import MarketView, Quote
from app.services.workbench import Workbench
from app.ui.kit import Kit, column, frame, row
from app.ui.plots.chart import Axes, ChartWithTable, Line
from app.ui.plots.heatmap import HeatMapWithTable
from app.ui.plots.time_ticks import time_ticks
from app.ui.products import name_and_terms
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import PlainLabel

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MarketScreen(QWidget):
    """Renders the market service's state."""

    def __init__(self, kit: Kit, bench: Workbench) -> None:
        super().__init__()
        self._kit = kit
        self._bench = bench
        self._selected: str | None = None
        self._shown: MarketView | None = None
        self.setProperty("look", "ground")
        layout = column(self, margins=(28, 20, 28, 24), gap=16)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body())
        self._waiting = EmptyState(
            kit, "chart-line", kit.t("No prices yet"), kit.t("Prices appear here as soon as the exchange has answered.")
        )
        self._stack.addWidget(self._waiting)
        layout.addWidget(self._stack)
        self._stop = bench.market.on_change(self._changed)
        self._show()

    def release(self) -> None:
        """Listens no more."""
        self._stop()

    def _body(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        body = QWidget()
        body.setProperty("look", "plain")
        columns = row(body, gap=20)
        left = column(gap=16)
        self.quotes = self._table(t("GPUs"), (t("Product"), t("Terms"), t("USD / GPU-h"), t("Change")))
        self.quotes.itemSelectionChanged.connect(self._picked)
        left.addWidget(self._card(t("GPUs"), self.quotes), 3)
        self.tokens = self._table(t("Model tokens"), (t("Token"), t("USD"), t("Change"), t("Paid out"), t("Score")))
        left.addWidget(self._card(t("Model tokens"), self.tokens), 2)
        columns.addLayout(left, 6)
        right = column(gap=16)
        chart_card = frame("card")
        inside = column(chart_card, margins=(20, 16, 20, 14), gap=10)
        self._name = PlainLabel("", look="heading")
        self._now = kit.figures("", "display")
        inside.addWidget(self._name)
        inside.addWidget(self._now)
        self.history = ChartWithTable(kit, t("Clearing prices"), 150)
        inside.addWidget(self.history)
        self.ahead = ChartWithTable(kit, t("Hours ahead"), 120)
        inside.addWidget(self.ahead)
        right.addWidget(chart_card, 3)
        heat_card = frame("card")
        around = column(heat_card, margins=(20, 14, 20, 8), gap=8)
        self.heat = HeatMapWithTable(kit, t("Hours ahead: the stronger, the dearer"), look="heading")
        around.addWidget(self.heat)
        right.addWidget(heat_card, 2)
        columns.addLayout(right, 5)
        return body

    def _card(self, title: str, inner: QWidget) -> QWidget:
        card = frame("card")
        layout = column(card, margins=(8, 14, 8, 8), gap=8)
        heading = self._kit.label(title, "heading")
        heading.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(inner, 1)
        return card

    def _table(self, name: str, headers: tuple[str, ...]) -> QTableWidget:
        made = QTableWidget(0, len(headers))
        made.setAccessibleName(name)
        made.setHorizontalHeaderLabels(list(headers))
        made.horizontalHeader().setAccessibleName(name)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(38)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setTabKeyNavigation(False)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.horizontalHeader().setHighlightSections(False)
        made.horizontalHeader().setMinimumSectionSize(round(64 * max(1.0, self._kit.scale)))
        made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        stretched = 1 if len(headers) == 4 else 0
        made.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for at in range(len(headers)):
            item = made.horizontalHeaderItem(at)
            if item is not None:
                item.setTextAlignment(LEFT if at == 0 or headers[at] == self._kit.t("Terms") else RIGHT)
        return made

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        market = self._bench.market.state.market
        self._stack.setCurrentIndex(0 if market is not None and market.quotes else 1)
        if market is None or market == self._shown:
            return
        self._shown = market
        kit = self._kit
        self.quotes.blockSignals(True)
        self.quotes.setRowCount(len(market.quotes))
        for at, quote in enumerate(market.quotes):
            self._fill(
                self.quotes,
                at,
                (*name_and_terms(quote.label, self._kit.t), _plain(quote.last), kit.fmt.change(quote.change)),
                left=2,
            )
        self.tokens.setRowCount(len(market.tokens))
        for at, token in enumerate(market.tokens):
            score = f"{token.score:.2f}" if token.score is not None else "–"
            cells = (token.symbol, _plain(token.last), kit.fmt.change(token.change), _plain(token.revenue), score)
            self._fill(self.tokens, at, cells, left=1)
        self.quotes.blockSignals(False)
        chosen = next((at for at, quote in enumerate(market.quotes) if quote.product == self._selected), 0)
        if market.quotes:
            self.quotes.selectRow(chosen)
            self._show_quote(market.quotes[chosen])
        self.heat.show_rows(market_rows(market.quotes))

    def _fill(self, table: QTableWidget, at: int, cells: tuple[str, ...], left: int) -> None:
        for place, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words if place < left else "")
            if place >= left:
                item.setTextAlignment(RIGHT)
            table.setItem(at, place, item)

    def _picked(self) -> None:
        market = self._shown
        at = self.quotes.currentRow()
        if market is not None and 0 <= at < len(market.quotes):
            self._show_quote(market.quotes[at])

    def _show_quote(self, quote: Quote) -> None:
        kit, t = self._kit, self._kit.t
        self._selected = quote.product
        self._name.setText(" · ".join(part for part in name_and_terms(quote.label, self._kit.t) if part))
        self._now.setText(kit.fmt.rate(quote.last))

        def when(seconds: float) -> str:
            return kit.fmt.short_moment(datetime.fromtimestamp(seconds, UTC))

        def day(seconds: float) -> str:
            moment = datetime.fromtimestamp(seconds, kit.clock.zone)
            return kit.fmt.day(moment) if moment.hour == 0 else kit.fmt.clock(moment)

        def money(amount: float) -> str:
            return kit.fmt.rate(Decimal(str(round(amount, 2))))

        def axes_of(moments: list[datetime]) -> Axes:
            ticks = time_ticks(moments[0], moments[-1], 5, kit.clock.zone) if moments else ()
            return Axes(t("Time"), t("USD per GPU-hour"), when, money, x_ticks=ticks, tick_words=day)

        past = tuple((at.timestamp(), float(price)) for at, price in quote.history)
        ahead = tuple((at.timestamp(), float(price)) for at, price in quote.ahead if price is not None)
        self.history.show_lines(
            [Line(t("Clearing prices"), past)] if past else [], axes_of([at for at, _ in quote.history])
        )
        self.ahead.show_lines(
            [Line(t("Hours ahead"), ahead, step=True)] if ahead else [], axes_of([at for at, _ in quote.ahead])
        )
        self.ahead.setVisible(bool(ahead))


def _plain(amount: Decimal | None) -> str:
    return f"{amount:,.4f}".rstrip("0").ljust(4, "0") if amount is not None else "–"
