"""What the market screen shows, without a widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.services.heat import HeatRow, market_rows
from app.services.views import AuctionTimes, MarketView, Quote, TokenQuote
from app.services.workbench import Workbench
from auction_client.model.catalogue import Gpu

MOST_AUCTIONS = 3
QUOTE_COLUMNS = ("product", "terms", "price", "change")
TOKEN_COLUMNS = ("token", "price", "change", "paid", "score")
Sort = tuple[str, bool] | None
"""The column to sort by and whether the largest comes first; None for the order in which the exchange tells."""
Row = TypeVar("Row")
Key = Callable[[Row], "str | float | Decimal | None"]

QUOTE_KEYS: dict[str, Key[Quote]] = {
    "product": lambda quote: quote.label.casefold(),
    "terms": lambda quote: quote.label.partition(", ")[2].casefold(),
    "price": lambda quote: quote.last,
    "change": lambda quote: quote.change,
}
TOKEN_KEYS: dict[str, Key[TokenQuote]] = {
    "token": lambda token: token.symbol.casefold(),
    "price": lambda token: token.last,
    "change": lambda token: token.change,
    "paid": lambda token: token.revenue,
    "score": lambda token: token.score,
}


class MarketViewModel(QObject):
    """Holds which product or token is shown in full; it stays when new prices come. Nothing is chosen by an unknown
    name, and then the first product stands for it."""

    changed = Signal()
    """New prices, or another choice."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._name = ""
        self._sorts: dict[str, Sort] = {"quotes": None, "tokens": None}
        self._stop = bench.market.on_change(self.changed.emit)

    def close(self) -> None:
        """Listens no more."""
        self._stop()

    @property
    def market(self) -> MarketView | None:
        """What the exchange told last; None until it has told anything."""
        return self._bench.market.state.market

    @property
    def has_prices(self) -> bool:
        return bool(self.quotes)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """GPU products, in the order in which they are shown."""
        return _sorted(self.market.quotes, self._sorts["quotes"], QUOTE_KEYS) if self.market is not None else ()

    @property
    def tokens(self) -> tuple[TokenQuote, ...]:
        """Model tokens, in the order in which they are shown."""
        return _sorted(self.market.tokens, self._sorts["tokens"], TOKEN_KEYS) if self.market is not None else ()

    @property
    def next_auctions(self) -> tuple[AuctionTimes, ...]:
        """The auctions that close next."""
        return self.market.auctions[:MOST_AUCTIONS] if self.market is not None else ()

    @property
    def ahead_is_indicative(self) -> bool:
        """Whether the prices ahead are those of the running auction."""
        return self.market is not None and self.market.ahead_is_indicative

    @property
    def heat(self) -> tuple[HeatRow, ...]:
        """The products with prices for the hours ahead."""
        return market_rows(self.market.quotes) if self.market is not None else ()

    def sort_quotes(self, sort: Sort) -> None:
        """Puts the products into another order; what is unknown comes last either way."""
        self._sort("quotes", sort)

    def sort_tokens(self, sort: Sort) -> None:
        """Puts the tokens into another order; what is unknown comes last either way."""
        self._sort("tokens", sort)

    @property
    def sorting(self) -> tuple[Sort, Sort]:
        """How the products and the tokens are sorted."""
        return self._sorts["quotes"], self._sorts["tokens"]

    def _sort(self, rows: str, sort: Sort) -> None:
        if sort != self._sorts[rows]:
            self._sorts[rows] = sort
            self.changed.emit()

    # -- the choice --------------------------------------------------------------------------------------------------

    def pick_quote(self, row: int) -> None:
        """Shows the product in this row."""
        if 0 <= row < len(self.quotes):
            self._pick(self.quotes[row].product)

    def pick_token(self, row: int) -> None:
        """Shows the token in this row."""
        if 0 <= row < len(self.tokens):
            self._pick(self.tokens[row].symbol)

    def _pick(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.changed.emit()

    @property
    def token_row(self) -> int | None:
        """The row of the token that is shown, if it is one."""
        return next((at for at, each in enumerate(self.tokens) if each.symbol == self._name), None)

    @property
    def quote_row(self) -> int | None:
        """The row of the product that is shown, if it is one."""
        if self.token_row is not None or not self.quotes:
            return None
        first = self.market.quotes[0].product if self.market is not None else ""
        names = [each.product for each in self.quotes]
        return names.index(self._name if self._name in names else first)

    @property
    def chosen(self) -> Quote | TokenQuote | None:
        """The product or token that is shown in full."""
        if self.token_row is not None:
            return self.tokens[self.token_row]
        return self.quotes[self.quote_row] if self.quote_row is not None else None

    @property
    def chosen_gpu(self) -> Gpu | None:
        """What the catalogue knows of the GPU of the product that is shown."""
        chosen = self.chosen
        return self._bench.ports.catalogue.gpu_by_name.get(chosen.gpu) if isinstance(chosen, Quote) else None


def _sorted(rows: Sequence[Row], sort: Sort, keys: dict[str, Key[Row]]) -> tuple[Row, ...]:
    if sort is None:
        return tuple(rows)
    key = keys[sort[0]]
    known = [row for row in rows if key(row) is not None]
    known.sort(key=key, reverse=sort[1])  # type: ignore[arg-type]  # None has been left out
    return (*known, *(row for row in rows if key(row) is None))
