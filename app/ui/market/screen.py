"""The market: prices now, over time and for the hours ahead, and the model tokens."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.views import MarketView, Quote, TokenQuote
from app.ui.kit import Kit, column, frame, row, scrolling
from app.ui.market.charts import ChosenCard
from app.ui.market.tables import PriceTable
from app.ui.market.viewmodel import MarketViewModel
from app.ui.plots.heatmap import HeatMapWithTable
from app.ui.products import name_and_terms
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.parts import ScreenInParts


class MarketScreen(ScreenInParts):
    """Renders the market's view-model, while it is seen."""

    def __init__(self, kit: Kit, model: MarketViewModel) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self._shown: tuple[MarketView | None, object] = (None, None)
        self.setProperty("look", "ground")
        layout = column(self, margins=(28, 20, 28, 24), gap=16)
        self._auctions = kit.label("", "muted", wrap=True)
        layout.addWidget(self._auctions)
        self._stack = QStackedWidget()
        body = QWidget()
        body.setProperty("look", "plain")
        columns = row(body, gap=20)
        self._left, self._right = column(gap=16), column(gap=16)
        columns.addLayout(self._left, 6)
        right = QWidget()
        right.setLayout(self._right)
        columns.addWidget(scrolling(right), 5)
        self._stack.addWidget(body)
        self._stack.addWidget(
            EmptyState(
                kit, "chart-line", kit.t("No prices yet"),
                kit.t("Prices appear here as soon as the exchange has answered."),
            )
        )  # fmt: skip
        layout.addWidget(self._stack)

    def parts(self) -> Iterator[None]:
        kit, model, t = self._kit, self._model, self._kit.t
        headers = {"product": t("Product"), "terms": t("Terms"), "price": t("USD / GPU-h"), "change": t("Change")}
        self.quotes = PriceTable(kit, t("GPUs"), "quotes", headers, words=2, stretch="terms")
        self._left.addWidget(self._card(t("GPUs"), self.quotes), 3)
        yield
        headers = {"token": t("Token"), "price": t("USD"), "change": t("Change"), "paid": t("Paid out"),
                   "score": t("Score")}  # fmt: skip
        self.tokens = PriceTable(kit, t("Model tokens"), "tokens", headers, words=1, stretch="token")
        self._left.addWidget(self._card(t("Model tokens"), self.tokens), 2)
        yield
        self.chosen = ChosenCard(kit)
        self._right.addWidget(self.chosen, 3)
        yield
        heat_card = frame("card")
        around = column(heat_card, margins=(20, 14, 20, 8), gap=8)
        self.heat = HeatMapWithTable(kit, t("Hours ahead: the stronger, the dearer"), look="heading")
        around.addWidget(self.heat)
        self._right.addWidget(heat_card, 2)
        yield
        self.quotes.picked.connect(model.pick_quote)
        self.tokens.picked.connect(model.pick_token)
        self.quotes.columns.sort_changed.connect(self._sort)
        self.tokens.columns.sort_changed.connect(self._sort)
        self._sort()
        model.changed.connect(self._changed)
        self._show()

    def _sort(self) -> None:
        self._model.sort_quotes(self.quotes.columns.sort)
        self._model.sort_tokens(self.tokens.columns.sort)

    def _card(self, title: str, inner: QWidget) -> QWidget:
        card = frame("card")
        layout = column(card, margins=(8, 14, 8, 8), gap=8)
        heading = self._kit.label(title, "heading")
        heading.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(inner, 1)
        return card

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        model = self._model
        self._stack.setCurrentIndex(0 if model.has_prices else 1)
        if model.market is None:
            return
        wanted = (model.market, model.sorting)
        if wanted != self._shown:
            self._shown = wanted
            self.quotes.show_rows([self._quote(each) for each in model.quotes])
            self.tokens.show_rows([self._token(each) for each in model.tokens])
            self._show_auctions()
            self.heat.show_rows(model.heat)
        self.quotes.mark(model.quote_row)
        self.tokens.mark(model.token_row)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._model.chosen
        if isinstance(chosen, TokenQuote):
            self.chosen.show_token(chosen)
        elif chosen is not None:
            self.chosen.show_quote(chosen, self._model.chosen_gpu, indicative=self._model.ahead_is_indicative)

    def _show_auctions(self) -> None:
        """When the next auctions take their last bids and tell their results."""
        kit, t = self._kit, self._kit.t
        told = [
            t("{gate}, result {result}", gate=kit.fmt.moment(each.gate), result=kit.fmt.clock(each.result))
            for each in self._model.next_auctions
        ]
        self._auctions.setText(t("Next closings: {gates}", gates=" · ".join(told)) if told else "")
        self._auctions.setVisible(bool(told))

    def _quote(self, quote: Quote) -> tuple[str, ...]:
        product, terms = name_and_terms(quote.label, self._kit.t)
        return product, terms, _plain(quote.last, 2), self._kit.fmt.change(quote.change)

    def _token(self, token: TokenQuote) -> tuple[str, ...]:
        score = f"{token.score:.2f}" if token.score is not None else "–"
        change = self._kit.fmt.change(token.change)
        return token.symbol, _plain(token.last, 4), change, _plain(token.revenue, 4), score


def _plain(amount: Decimal | None, decimals: int) -> str:
    """An amount without its currency; as many decimals in each row, so that the points stand under each other."""
    return f"{amount:,.{decimals}f}" if amount is not None else "–"
