"""The market: prices now, over time and for the hours ahead, and the model tokens."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QWidget

from app.services.heat import market_rows
from app.services.views import MarketView
from app.services.workbench import Workbench
from app.ui.kit import Kit, column, frame, row
from app.ui.market.charts import ChosenCard
from app.ui.plots.heatmap import HeatMapWithTable
from app.ui.products import name_and_terms
from app.ui.widgets.empty import EmptyState

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MOST_AUCTIONS = 3
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
        self._auctions = kit.label("", "muted", wrap=True)
        layout.addWidget(self._auctions)
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
        self.tokens.itemSelectionChanged.connect(self._picked_token)
        left.addWidget(self._card(t("Model tokens"), self.tokens), 2)
        columns.addLayout(left, 6)
        right = column(gap=16)
        self.chosen = ChosenCard(kit)
        right.addWidget(self.chosen, 3)
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
        self.tokens.blockSignals(True)
        self.tokens.setRowCount(len(market.tokens))
        for at, token in enumerate(market.tokens):
            score = f"{token.score:.2f}" if token.score is not None else "–"
            cells = (token.symbol, _plain(token.last), kit.fmt.change(token.change), _plain(token.revenue), score)
            self._fill(self.tokens, at, cells, left=1)
        self.quotes.blockSignals(False)
        self.tokens.blockSignals(False)
        self._choose(self._selected or "")
        self._show_auctions(market)
        self.heat.show_rows(market_rows(market.quotes))

    def _show_auctions(self, market: MarketView) -> None:
        """When the next auctions take their last bids and tell their results."""
        kit, t = self._kit, self._kit.t
        told = [
            t("{gate}, result {result}", gate=kit.fmt.moment(each.gate), result=kit.fmt.clock(each.result))
            for each in market.auctions[:MOST_AUCTIONS]
        ]
        self._auctions.setText(t("Next gates: {gates}", gates=" · ".join(told)) if told else "")
        self._auctions.setVisible(bool(told))

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
        if market is not None and self.quotes.selectedIndexes() and 0 <= at < len(market.quotes):
            self._choose(market.quotes[at].product)

    def _picked_token(self) -> None:
        market = self._shown
        at = self.tokens.currentRow()
        if market is not None and self.tokens.selectedIndexes() and 0 <= at < len(market.tokens):
            self._choose(market.tokens[at].symbol)

    def _choose(self, name: str) -> None:
        """Shows a product or a token, and marks it in the one table that has it."""
        market = self._shown
        if market is None:
            return
        self._selected = name
        token = next((at for at, each in enumerate(market.tokens) if each.symbol == name), None)
        quote = next((at for at, each in enumerate(market.quotes) if each.product == name), 0)
        for table, at in ((self.quotes, quote if token is None else None), (self.tokens, token)):
            table.blockSignals(True)
            if at is None:
                table.clearSelection()
            elif not table.selectionModel().isRowSelected(at, QModelIndex()):
                table.selectRow(at)
            table.blockSignals(False)
        if token is not None:
            self.chosen.show_token(market.tokens[token])
        elif market.quotes:
            self.chosen.show_quote(market.quotes[quote], indicative=market.ahead_is_indicative)


def _plain(amount: Decimal | None) -> str:
    return f"{amount:,.4f}".rstrip("0").ljust(4, "0") if amount is not None else "–"
